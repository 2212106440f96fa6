#include "bundle/workbook.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "collect/book.hpp"
#include "collect/column.hpp"
#include "view/workbook_words.hpp"

namespace lagesbild::bundle {
namespace {

using collect::Book;
using collect::CellValue;
using collect::Style;
using model::FieldType;

constexpr std::array<std::size_t, 4> dictionary_widths{32, 24, 70, 44};
constexpr std::array<std::size_t, 2> about_widths{24, 100};

// Numbers and dates as what they are; all else, ids and choices too, as the text of the CSV file.
CellValue value_of(const collect::Column& column, std::string_view text) {
  switch (column.field().type) {
    case FieldType::integer:
    case FieldType::decimal:
    case FieldType::percent:
    case FieldType::year:
    case FieldType::date: return column.value(text);
    default: return text.empty() ? CellValue{} : CellValue{std::string{text}};
  }
}

class Writer {
 public:
  Writer(const view::Context& context, const disclosure::Download& download, const Rows& rows, Book& book)
      : context_(context), download_(download), rows_(rows), words_(view::workbook_words(context, download)), book_(book) {}

  Result<Packed> write() {
    write_rows();
    write_dictionary();
    write_about();
    auto bytes = book_.bytes();
    if (!bytes) return bytes.failure();
    return Packed{std::move(bytes).value(), std::move(words_written_)};
  }

 private:
  // A sheet whose first row stays where it is.
  lxw_worksheet* add_sheet(const std::string& name) {
    lxw_worksheet* sheet = book_.add_sheet(collect::sheet_name(name));
    collect::set_up_print(sheet, 1, 0, "&A &P/&N");
    return sheet;
  }

  void put(lxw_worksheet* sheet, std::uint32_t row, std::size_t column, const std::string& text, lxw_format* format) {
    collect::put(sheet, row, column, text, format);
    words_written_ += text + "\n";
  }

  void write_rows() {
    const std::vector<collect::Column> all = collect::columns_of({rows_.dataset(), context_.language()});
    lxw_worksheet* sheet = add_sheet(words_.title);
    lxw_format* heading = book_.style(Style::heading);
    lxw_format* withheld = book_.style(Style::withheld);
    std::vector<const collect::Column*> columns;
    std::vector<lxw_format*> formats;
    for (const std::size_t field : download_.fields) {
      columns.push_back(&all[field]);
      formats.push_back(book_.style(Style::cell, all[field].number_format()));
      collect::set_width(sheet, columns.size() - 1, std::clamp<std::size_t>(all[field].width(), 10, 40));
      put(sheet, 0, columns.size() - 1, all[field].heading(), heading);
    }
    const auto marks = rows_.column(withheld_field);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const bool marked = marks && !rows_.cell(row, *marks).empty();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const CellValue value = value_of(*columns[i], rows_.cell(row, i));
        const auto at = static_cast<std::uint32_t>(row + 1);
        if (!std::holds_alternative<std::monostate>(value)) collect::put(sheet, at, i, value, formats[i]);
        else if (marked) collect::put_blank(sheet, at, i, withheld);
      }
    }
    collect::set_up_table(sheet, static_cast<std::uint32_t>(rows_.size()), columns.size());
  }

  void write_dictionary() {
    lxw_worksheet* sheet = add_sheet(words_.dictionary);
    lxw_format* heading = book_.style(Style::table_heading);
    lxw_format* cell = book_.style(Style::table_cell);
    for (std::size_t i = 0; i < dictionary_widths.size(); ++i) {
      collect::set_width(sheet, i, dictionary_widths[i]);
      put(sheet, 0, i, words_.dictionary_headings[i], heading);
    }
    for (std::uint32_t row = 0; row < words_.fields.size(); ++row) {
      for (std::size_t i = 0; i < words_.fields[row].size(); ++i) put(sheet, row + 1, i, words_.fields[row][i], cell);
    }
    collect::set_up_table(sheet, static_cast<std::uint32_t>(words_.fields.size()), dictionary_widths.size());
  }

  void write_about() {
    lxw_worksheet* sheet = add_sheet(words_.about);
    lxw_format* name = book_.style(Style::table_name);
    lxw_format* cell = book_.style(Style::table_cell);
    for (std::size_t i = 0; i < about_widths.size(); ++i) collect::set_width(sheet, i, about_widths[i]);
    put(sheet, 0, 0, words_.title, book_.style(Style::title));
    for (std::uint32_t row = 0; row < words_.facts.size(); ++row) {
      put(sheet, row + 2, 0, words_.facts[row].first, name);
      put(sheet, row + 2, 1, words_.facts[row].second, cell);
    }
  }

  const view::Context& context_;
  const disclosure::Download& download_;
  const Rows& rows_;
  view::WorkbookWords words_;
  Book& book_;
  std::string words_written_;
};

}  // namespace

bool fits_workbook(const disclosure::Download& download) { return download.rows * download.fields.size() <= most_cells; }

Result<Packed> workbook(const view::Context& context, const disclosure::Download& download, const Rows& rows) {
  auto book = Book::unnamed(rows.dataset().title.in(context.language()), context.release.as_of);
  if (!book) return book.failure();
  return Writer{context, download, rows, book.value()}.write();
}

}  // namespace lagesbild::bundle
