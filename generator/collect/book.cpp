#include "collect/book.hpp"

#include <xlsxwriter/utility.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/excerpt.hpp"

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
  }
}

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
  std::string shown = title;
  lxw_doc_properties properties{};
  properties.title = shown.data();
  properties.created = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}.time_since_epoch() / std::chrono::seconds{1};
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

void set_width(lxw_worksheet* sheet, std::size_t column, std::size_t characters, lxw_format* format) {
  const auto at = static_cast<lxw_col_t>(column);
  worksheet_set_column(sheet, at, at, static_cast<double>(characters), format);
}

std::string column_letters(std::size_t column) {
  std::array<char, LXW_MAX_COL_NAME_LENGTH> letters{};
  lxw_col_to_name(letters.data(), static_cast<lxw_col_t>(column), 0);
  return letters.data();
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
