// CSV as people and Excel write it (RFC 4180 and a little more): the separator is the first of `;`, tab and `,` that the heading row has
// outside quotes (or what a first line `sep=;` says); CRLF, LF or CR; bytes as in encoding.hpp. Each cell knows its place. Complaints are
// gathered: an unclosed quote (placed where it opens; nothing after it is read), text after a closing quote, a quote inside an unquoted
// cell, rows with too many or too few cells, empty or repeated headings, an empty file, too many rows.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/encoding.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {

struct CsvLimits {
  std::size_t rows = 1'000'000;
  std::size_t columns = 500;
  std::size_t bytes = std::size_t{512} << 20;  // of the file; more is never read, places are 32 bits
};

// Columns and rows as text views into what the table owns: they live as long as it does and is not moved. Blanks around a cell are kept:
// what they mean is the reader's. Lines that are empty or hold only blanks are not rows; lines with only separators are.
class CsvTable : public Grid {
 public:
  std::size_t rows() const override { return lines_.empty() ? 0 : lines_.size() - 1; }  // without the headings
  std::size_t columns() const override { return columns_; }
  char separator() const { return separator_; }
  Encoding encoding() const { return encoding_; }
  const std::string& file() const override { return file_; }
  std::string_view heading(std::size_t column) const override { return content(cells_[column]); }
  std::string_view cell(std::size_t row, std::size_t column) const override { return content(cells_[(row + 1) * columns_ + column]); }
  // The column whose heading has the same key. Keys are unique in a table.
  std::optional<std::size_t> find_column(std::string_view heading) const;

  // Where the cell begins, at its quotation mark if it has one. Computed when asked for, so that good rows cost nothing.
  Place heading_place(std::size_t column) const override { return place(0, column); }
  Place cell_place(std::size_t row, std::size_t column) const override { return place(row + 1, column); }
  std::string excerpt(std::size_t row) const;  // the row's first line in the file
  // A complaint about a cell, with its place, its line as excerpt and its length. Mind what the line may show.
  Diagnostic cell_complaint(Severity severity, Code code, std::size_t row, std::size_t column,
                            std::vector<Argument> arguments = {}) const override;
  Diagnostic heading_complaint(Severity severity, Code code, std::size_t column, std::vector<Argument> arguments = {}) const override;

 private:
  friend class CsvParser;
  struct Cell {
    std::uint32_t begin;   // in text_, after the quotation mark
    std::uint32_t length;  // in text_; top bit: has doubled quotes, so its content is in unescaped_
  };
  struct Unescaped {
    std::uint32_t cell_begin;
    std::uint32_t begin;
    std::uint32_t length;
  };
  static constexpr std::uint32_t has_doubled = 0x8000'0000U;

  std::string_view content(Cell cell) const {
    return (cell.length & has_doubled) == 0 ? std::string_view(text_).substr(cell.begin, cell.length) : unescaped(cell);
  }
  std::string_view unescaped(Cell cell) const;
  std::size_t start(std::size_t line, std::size_t column) const;  // offset in text_, of the quotation mark if there is one
  Place place(std::size_t line, std::size_t column) const;
  Diagnostic complaint(Severity severity, Code code, std::size_t line, std::size_t column, std::vector<Argument> arguments) const;

  std::string file_;
  std::string text_;
  std::string side_;                    // contents of cells with doubled quotes, one after the other
  std::vector<Unescaped> unescaped_;    // ascending by cell_begin
  std::vector<Cell> cells_;             // line by line, headings first
  std::vector<std::uint32_t> lines_;    // where each row begins, as a line of the file; headings first
  std::vector<std::string> keys_;       // of the headings
  std::size_t columns_ = 0;
  char separator_ = ';';
  Encoding encoding_ = Encoding::utf8;
};

// Nothing when there is no usable heading row. Otherwise a table, also when there were errors: it then lacks the faulty rows, so that a
// reader can complain about the other ones in the same run; nobody may count on it when `diagnostics` has errors.
std::optional<CsvTable> parse_csv(std::string file_shown, std::string bytes, Diagnostics& diagnostics, CsvLimits limits = {});

}  // namespace lagesbild::read
