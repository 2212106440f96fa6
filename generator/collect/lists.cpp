#include "collect/lists.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "collect/sheet_codes.hpp"

namespace lagesbild::collect {
namespace {

constexpr std::size_t widest = 80;  // characters

class Lists {
 public:
  Lists(Book& book, std::string name, const std::string& footer)
      : name_(std::move(name)), sheet_(book.add_sheet(name_)), heading_(book.style(Style::heading)), cell_(book.style(Style::cell, "@")) {
    worksheet_freeze_panes(sheet_, 1, 0);
    set_up_print(sheet_, 1, 0, footer);
  }

  std::string add(const std::string& title, const std::vector<std::string>& values) {
    std::size_t width = count_characters(title);
    std::uint32_t row = 0;
    put(sheet_, row, column_, title, heading_);
    for (const std::string& value : values) {
      put(sheet_, ++row, column_, value, cell_);
      width = std::max(width, count_characters(value));
    }
    set_width(sheet_, column_, std::min(width + 3, widest));
    const std::string letters = column_letters(column_++);
    return "=" + name_ + "!$" + letters + "$2:$" + letters + "$" + std::to_string(row + 1);
  }

 private:
  std::string name_;
  lxw_worksheet* sheet_;
  lxw_format* heading_;
  lxw_format* cell_;
  std::size_t column_ = 0;
};

}  // namespace

std::vector<std::string> add_lists(Book& book, const std::vector<Column>& columns, Language language) {
  std::vector<std::string> ranges(columns.size());
  if (std::none_of(columns.begin(), columns.end(), [](const Column& column) { return column.needs_sheet(); })) return ranges;
  Lists lists{book, words(code::sheet_lists, language), words(code::sheet_page, language)};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    if (!column.needs_sheet()) continue;
    ranges[i] = lists.add(column.heading(), column.list());
    if (column.stand_for().empty()) continue;
    lists.add(words(code::sheet_stands_for, language, {{"title", column.heading()}}), column.stand_for());
  }
  return ranges;
}

}  // namespace lagesbild::collect
