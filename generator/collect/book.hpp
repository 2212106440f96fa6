// An Excel workbook being written. libxlsxwriter owns all that it hands out, until the book goes; only close() writes the file. Two books
// with the same cells have the same bytes: nothing in them comes from the clock.
#pragma once
#include <xlsxwriter/workbook.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "collect/column.hpp"

namespace lagesbild::collect {

enum class Style : std::uint8_t {
  heading, required_heading, cell, long_cell, example,                  // of the sheet to fill in
  title, section, paragraph, table_heading, table_cell, table_name, table_required,  // of the sheet that explains
  withheld                                                              // of a cell that may not be shown
};

class Book {
 public:
  Book(const std::filesystem::path& file, const std::string& title);
  // One that never is a file with a name: bytes() takes the place of close(). Its rows are let go as they are written, so each sheet is
  // to be written from its top to its bottom. Fails with workbook-not-made.
  static Result<Book> unnamed(const std::string& title, Date created);
  lxw_worksheet* add_sheet(const std::string& name);
  lxw_format* style(Style style, const char* number_format = nullptr);
  // Whether the file is there now. The book is gone in any case.
  bool close();
  Result<std::string> bytes();  // fails with workbook-not-made

 private:
  Book() = default;
  void set_properties(const std::string& title, Date created);
  struct Free {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
  };
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string folder_;
  std::unique_ptr<std::FILE, Close> kept_;  // what bytes() reads
  std::unique_ptr<lxw_workbook, Free> book_;
};

lxw_datetime midnight(Date date);
// A title as the name of a sheet: Excel takes 31 characters and not all signs.
std::string sheet_name(const std::string& title);
void put(lxw_worksheet* sheet, std::uint32_t row, std::size_t column, const CellValue& value, lxw_format* format);
void put_blank(lxw_worksheet* sheet, std::uint32_t row, std::size_t column, lxw_format* format);
void set_width(lxw_worksheet* sheet, std::size_t column, std::size_t characters, lxw_format* format = nullptr);
std::string column_letters(std::size_t column);  // A, B, ... AA
// Landscape on A4; the heading row on every page.
void set_up_print(lxw_worksheet* sheet, std::size_t pages_wide, std::uint32_t heading_row, const std::string& footer);

// The heading row stays in sight, and its columns can be sorted and filtered.
void set_up_table(lxw_worksheet* sheet, std::uint32_t rows, std::size_t columns);

}  // namespace lagesbild::collect
