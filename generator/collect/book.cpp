#include "collect/book.hpp"

#include <xlsxwriter/utility.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

#include "base/excerpt.hpp"
#include "collect/codes.hpp"

namespace lagesbild::collect {
namespace {

constexpr lxw_color_t ink = 0x1B2A3A;
constexpr lxw_color_t pale = 0xD9E2EC;
constexpr lxw_color_t grey = 0x595959;
constexpr lxw_color_t line = 0xBFC8D1;

void fill(lxw_format* format, lxw_color_t back, lxw_color_t text) {
  format_set_bold(format);
  format_set_bg_color(format, back);
  format_set_font_color(format, text);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, line);
}

void table(lxw_format* format) {
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_LEFT);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, line);
}

void dress(lxw_format* format, Style style) {
  switch (style) {
    case Style::heading: return fill(format, pale, ink);
    case Style::required_heading: return fill(format, ink, LXW_COLOR_WHITE);
    case Style::cell: return;
    case Style::long_cell: return format_set_text_wrap(format);
    case Style::example: format_set_italic(format); return format_set_font_color(format, grey);
    case Style::title: format_set_bold(format); return format_set_font_size(format, 16);
    case Style::section: format_set_bold(format); return format_set_font_size(format, 12);
    case Style::paragraph: format_set_text_wrap(format); return format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    case Style::table_heading: table(format); return fill(format, pale, ink);
    case Style::table_cell: return table(format);
    case Style::table_name: table(format); return format_set_bold(format);
    case Style::table_required: table(format); return fill(format, ink, LXW_COLOR_WHITE);
    case Style::withheld: return format_set_bg_color(format, line);
  }
}

Failure not_made() { return {code::workbook_not_made, {{"reason", std::generic_category().message(errno)}}, {}}; }

}  // namespace

lxw_datetime midnight(Date date) {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())), 0, 0, 0};
}

// What libxlsxwriter puts aside while it writes lies in the same folder as the file: that one must be writable anyhow.
Book::Book(const std::filesystem::path& file, const std::string& title) : folder_((file.parent_path() / ".").string()) {
  lxw_workbook_options options{};
  options.tmpdir = folder_.data();
  book_.reset(workbook_new_opt(file.c_str(), &options));
  set_properties(title, std::chrono::year{2026} / 1 / 1);
}

// libxlsxwriter knows files by name only, and every open file has one here.
Result<Book> Book::unnamed(const std::string& title, Date created) {
  Book book;
  errno = 0;
  book.kept_.reset(std::tmpfile());
  if (!book.kept_) return not_made();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  book.book_.reset(workbook_new_opt(("/proc/self/fd/" + std::to_string(fileno(book.kept_.get()))).c_str(), &options));
  book.set_properties(title, created);
  return book;
}

void Book::set_properties(const std::string& title, Date created) {
  std::string shown = title;
  lxw_doc_properties properties{};
  properties.title = shown.data();
  properties.created = std::chrono::sys_days{created}.time_since_epoch() / std::chrono::seconds{1};
  workbook_set_properties(book_.get(), &properties);
}

lxw_worksheet* Book::add_sheet(const std::string& name) { return workbook_add_worksheet(book_.get(), name.c_str()); }

lxw_format* Book::style(Style style, const char* number_format) {
  lxw_format* format = workbook_add_format(book_.get());
  dress(format, style);
  if (number_format == nullptr) return format;
  format_set_num_format(format, number_format);
  format_set_align(format, LXW_ALIGN_LEFT);  // numbers and dates too: else they run into the text beside them
  return format;
}

bool Book::close() { return workbook_close(book_.release()) == LXW_NO_ERROR; }

Result<std::string> Book::bytes() {
  errno = 0;
  std::string all;
  std::array<char, 65536> some;
  bool read = close() && std::fseek(kept_.get(), 0, SEEK_SET) == 0;
  while (read) {
    const std::size_t got = std::fread(some.data(), 1, some.size(), kept_.get());
    all.append(some.data(), got);
    if (got < some.size()) break;
  }
  read = read && std::ferror(kept_.get()) == 0 && !all.empty();
  if (read) return all;
  return not_made();
}

std::string sheet_name(const std::string& title) {
  std::string name = title;
  std::replace_if(name.begin(), name.end(), [](char c) { return std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos; }, ' ');
  return printable(name, LXW_SHEETNAME_MAX);
}

void put(lxw_worksheet* sheet, std::uint32_t row, std::size_t column, const CellValue& value, lxw_format* format) {
  const auto at = static_cast<lxw_col_t>(column);
  if (const auto* number = std::get_if<double>(&value)) {
    worksheet_write_number(sheet, row, at, *number, format);
  } else if (const auto* date = std::get_if<Date>(&value)) {
    lxw_datetime day = midnight(*date);
    worksheet_write_datetime(sheet, row, at, &day, format);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    worksheet_write_string(sheet, row, at, text->c_str(), format);
  }
}

void put_blank(lxw_worksheet* sheet, std::uint32_t row, std::size_t column, lxw_format* format) {
  worksheet_write_blank(sheet, row, static_cast<lxw_col_t>(column), format);
}

void set_width(lxw_worksheet* sheet, std::size_t column, std::size_t characters, lxw_format* format) {
  const auto at = static_cast<lxw_col_t>(column);
  worksheet_set_column(sheet, at, at, static_cast<double>(characters), format);
}

std::string column_letters(std::size_t column) {
  std::array<char, LXW_MAX_COL_NAME_LENGTH> letters{};
  lxw_col_to_name(letters.data(), static_cast<lxw_col_t>(column), 0);
  return letters.data();
}

void set_up_table(lxw_worksheet* sheet, std::uint32_t rows, std::size_t columns) {
  worksheet_freeze_panes(sheet, 1, 1);
  worksheet_autofilter(sheet, 0, 0, rows, static_cast<lxw_col_t>(columns - 1));
}

void set_up_print(lxw_worksheet* sheet, std::size_t pages_wide, std::uint32_t heading_row, const std::string& footer) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, a4);
  worksheet_set_margins(sheet, 0.5, 0.5, 0.5, 0.7);
  worksheet_fit_to_pages(sheet, static_cast<std::uint16_t>(pages_wide), 0);
  worksheet_repeat_rows(sheet, heading_row, heading_row);
  worksheet_set_footer(sheet, ("&C" + footer).c_str());
}

}  // namespace lagesbild::collect
