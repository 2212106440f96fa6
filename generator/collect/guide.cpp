#include "collect/guide.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "collect/sheet_codes.hpp"

namespace lagesbild::collect {
namespace {

// Heading, required, about, kind, unit, allowed, example; in characters.
constexpr std::array<std::size_t, 7> widths{28, 16, 62, 22, 18, 36, 28};
constexpr std::size_t page = 180;   // less than their sum: a line ends before the word that does not fit
constexpr double line_height = 15;  // points

std::size_t lines_of(const std::string& text, std::size_t width) {
  return text.empty() ? 1 : (count_characters(text) - 1) / width + 1;
}

class Guide {
 public:
  Guide(Book& book, const Template& form, const std::vector<Column>& columns, const std::string& data_sheet)
      : form_(form), columns_(columns), data_sheet_(data_sheet), sheet_(book.add_sheet(say(code::sheet_guide))),
        title_(book.style(Style::title)), section_(book.style(Style::section)), paragraph_(book.style(Style::paragraph)),
        heading_(book.style(Style::table_heading)),
        required_(book.style(Style::table_required)), cell_(book.style(Style::table_cell)), name_(book.style(Style::table_name)) {}

  void write() {
    for (std::size_t i = 0; i < widths.size(); ++i) set_width(sheet_, i, widths[i]);
    line(form_.dataset.title.in(form_.language), title_);
    paragraph(form_.dataset.about.in(form_.language));
    paragraph(say(code::sheet_row, {{"row", form_.dataset.row.in(form_.language)}}));
    steps();
    persons();
    section(code::sheet_return);
    paragraph(say(code::sheet_return_how));
    table();
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  }

 private:
  std::string say(Code code, const std::vector<Argument>& arguments = {}) const { return words(code, form_.language, arguments); }

  void line(const std::string& text, lxw_format* format) { put(sheet_, row_++, 0, text, format); }

  // Nobody fits the height of a row to merged cells, and LibreOffice to none at all in a file that it opens.
  void next_row(std::size_t lines) { worksheet_set_row(sheet_, row_++, line_height * static_cast<double>(lines), nullptr); }

  void paragraph(const std::string& text) {
    worksheet_merge_range(sheet_, row_, 0, row_, widths.size() - 1, text.c_str(), paragraph_);
    next_row(lines_of(text, page));
  }

  void section(Code code) {
    ++row_;
    line(say(code), section_);
  }

  void steps() {
    section(code::sheet_steps);
    std::vector<std::string> steps{say(code::sheet_step_fill, {{"sheet", data_sheet_}}), say(code::sheet_step_required),
                                   say(code::sheet_step_headings), say(code::sheet_step_paste), say(code::sheet_step_plain)};
    if (!form_.dataset.key.empty()) steps.push_back(say(code::sheet_step_key, {{"fields", key()}}));
    for (std::size_t i = 0; i < steps.size(); ++i) paragraph(std::to_string(i + 1) + ". " + steps[i]);
  }

  std::string key() const {
    std::string all;
    for (const std::string& name : form_.dataset.key) {
      if (const auto field = form_.dataset.find(name)) all.append(all.empty() ? "" : ", ").append(columns_[*field].heading());
    }
    return all;
  }

  void persons() {
    section(code::sheet_persons);
    paragraph(say(code::sheet_persons_none));
    if (form_.dataset.about_persons) paragraph(say(code::sheet_persons_rows));
  }

  void table() {
    section(code::sheet_columns);
    const std::uint32_t headings = row_;
    const std::array<Code, widths.size()> names{code::sheet_column_heading, code::sheet_column_required, code::sheet_column_about,
                                                code::sheet_column_kind,    code::sheet_column_unit,     code::sheet_column_allowed,
                                                code::sheet_column_example};
    for (std::size_t i = 0; i < names.size(); ++i) put(sheet_, row_, i, say(names[i]), heading_);
    ++row_;
    for (const Column& column : columns_) describe(column);
    set_up_print(sheet_, 1, headings, say(code::sheet_page));
  }

  void describe(const Column& column) {
    const model::Field& field = column.field();
    const std::array<std::string, widths.size()> cells{column.heading(), field.required ? say(code::sheet_yes) : "",
                                                       field.about.in(form_.language), column.kind(), field.unit.in(form_.language),
                                                       column.allowed(), column.example()};
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      put(sheet_, row_, i, cells[i], i > 0 ? cell_ : field.required ? required_ : name_);
      lines = std::max(lines, lines_of(cells[i], widths[i]));
    }
    next_row(lines);
  }

  const Template& form_;
  const std::vector<Column>& columns_;
  const std::string& data_sheet_;
  lxw_worksheet* sheet_;
  lxw_format* title_;
  lxw_format* section_;
  lxw_format* paragraph_;
  lxw_format* heading_;
  lxw_format* required_;
  lxw_format* cell_;
  lxw_format* name_;
  std::uint32_t row_ = 0;
};

}  // namespace

void add_guide(Book& book, const Template& form, const std::vector<Column>& columns, const std::string& data_sheet) {
  Guide{book, form, columns, data_sheet}.write();
}

}  // namespace lagesbild::collect
