#include "collect/template.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "collect/book.hpp"
#include "collect/codes.hpp"
#include "collect/column.hpp"
#include "collect/guide.hpp"
#include "collect/lists.hpp"
#include "collect/rules.hpp"
#include "collect/sheet_codes.hpp"

namespace lagesbild::collect {
namespace {

constexpr std::uint32_t heading_row = 0;
constexpr std::uint32_t example_row = 1;
constexpr std::uint32_t first_row = 2;
constexpr std::uint32_t rows_held = 2'000;
constexpr std::size_t page_width = 170;  // characters that can be read across a landscape A4

void fill(Book& book, lxw_worksheet* sheet, const std::vector<Column>& columns, const Rows& rows) {
  lxw_format* heading = book.style(Style::heading);
  lxw_format* required = book.style(Style::required_heading);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    lxw_format* cell = book.style(column.field().free_text ? Style::long_cell : Style::cell, column.number_format());
    set_width(sheet, i, column.width(), cell);
    put(sheet, heading_row, i, column.heading(), column.field().required ? required : heading);
    put(sheet, example_row, i, column.value(column.field().example), book.style(Style::example, column.number_format()));
    for (std::uint32_t row = 0; row < rows.size(); ++row) put(sheet, first_row + row, i, column.value(rows[row][i]), cell);
  }
}

void set_up(lxw_worksheet* sheet, const std::vector<Column>& columns, Language language) {
  worksheet_freeze_panes(sheet, heading_row + 1, 1);
  worksheet_set_selection(sheet, first_row, 0, first_row, 0);
  const std::string all = "A1:" + column_letters(columns.size() - 1) + std::to_string(first_row + rows_held);
  worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str());  // 007 is meant as text, and wants no green corner
  std::size_t width = 0;
  for (const Column& column : columns) width += column.width();
  const std::size_t pages = (width + page_width - 1) / page_width;
  set_up_print(sheet, pages, heading_row, words(code::sheet_page, language));
  if (pages > 1) worksheet_repeat_columns(sheet, 0, 0);
}

bool write(const Template& form, const std::filesystem::path& file, const Rows& rows) {
  const std::string& title = form.dataset.title.in(form.language);
  const std::vector<Column> columns = columns_of(form);
  Book book{file, title};
  const std::string name = sheet_name(title);
  lxw_worksheet* sheet = book.add_sheet(name);
  fill(book, sheet, columns, rows);
  set_up(sheet, columns, form.language);
  add_guide(book, form, columns, name);
  const std::vector<std::string> ranges = add_lists(book, columns, form.language);
  const auto say = [&](Code code) { return words(code, form.language); };
  remark(sheet, example_row, columns.size(), say(code::sheet_example_title), say(code::sheet_example_row));
  for (std::size_t i = 0; i < columns.size(); ++i) hold(sheet, {first_row, first_row + rows_held - 1, i}, columns[i], ranges[i]);
  return book.close();
}

}  // namespace

Result<Done> write_workbook(const Template& form, const std::filesystem::path& file, const Rows& rows) {
  std::filesystem::path part = file;
  part += ".part";
  const auto fail = [&](int error) {
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    return Failure{code::template_not_written, {{"path", file.string()}, {"reason", std::generic_category().message(error)}}, {}};
  };
  errno = 0;
  // libxlsxwriter would write of a failure to standard error itself, in its own words.
  if (!std::ofstream{part, std::ios::binary}) return fail(errno);
  errno = 0;
  if (!write(form, part, rows)) return fail(errno);
  std::error_code error;
  std::filesystem::rename(part, file, error);
  if (error) return fail(error.value());
  return Done{};
}

}  // namespace lagesbild::collect
