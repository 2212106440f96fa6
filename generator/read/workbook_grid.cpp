#include "read/workbook_grid.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "read/codes.hpp"
#include "read/encoding.hpp"

namespace lagesbild::read {

using std::size_t;

namespace {

// What errors are called in the file, and by Excel in Swedish.
constexpr std::array<std::array<std::string_view, 2>, 7> error_words = {{{"#NULL!", "#SKÄRNING!"},
                                                                         {"#DIV/0!", "#DIVISION/0!"},
                                                                         {"#VALUE!", "#VÄRDEFEL!"},
                                                                         {"#REF!", "#REFERENS!"},
                                                                         {"#NAME?", "#NAMN?"},
                                                                         {"#NUM!", "#OGILTIGT!"},
                                                                         {"#N/A", "#SAKNAS!"}}};

std::optional<std::array<std::string_view, 2>> error_word(std::string_view text) {
  if (!text.starts_with('#')) return std::nullopt;
  const auto found =
      std::find_if(error_words.begin(), error_words.end(), [text](const auto& word) { return text == word[0] || text == word[1]; });
  return found == error_words.end() ? std::nullopt : std::optional(*found);
}

class TableCheck {
 public:
  TableCheck(WorkbookGrid& grid, Diagnostics& diagnostics) : grid_(grid), cells_(grid.cells()), diagnostics_(diagnostics) {}
  void headings();
  void merged(const std::vector<CellRange>& ranges);
  void values();
  bool stopped() const { return told_ > most_complaints; }

 private:
  void complain(Code code, CellName where, std::vector<Argument> arguments = {});
  void value(SheetCell& cell, CellName where);
  void make_fit(SheetCell& cell, CellName where, Unfit unfit);
  bool has_heading(size_t column) const { return !heading_key(cells_.content(CellName{grid_.headings().first.row, column})).empty(); }

  WorkbookGrid& grid_;
  SheetCells& cells_;
  Diagnostics& diagnostics_;
  size_t told_ = 0;
};

void TableCheck::complain(Code code, CellName where, std::vector<Argument> arguments) {
  if (told_++ < most_complaints) {
    diagnostics_.add(grid_.complaint(Severity::error, code, where, std::move(arguments)));
  } else if (told_ == most_complaints + 1) {
    diagnostics_.add(grid_.complaint(Severity::error, code::too_many_complaints, where, {{"limit", std::to_string(most_complaints)}}));
  }
}

void TableCheck::headings() {
  std::vector<std::pair<std::string, CellName>> seen;
  const auto [first, last] = grid_.headings();
  for (CellName where = first; where.column <= last.column; ++where.column) {
    std::string key = heading_key(cells_.content(where));
    if (key.empty()) continue;
    const auto earlier = std::find_if(seen.begin(), seen.end(), [&key](const auto& one) { return one.first == key; });
    if (earlier != seen.end()) {
      complain(code::workbook_heading_repeated, where,
               {{"heading", std::string(cells_.content(where))}, {"first", earlier->second.text()}});
    }
    seen.emplace_back(std::move(key), where);
  }
}

void TableCheck::merged(const std::vector<CellRange>& ranges) {
  const auto [first, last] = grid_.headings();
  for (const CellRange& range : ranges) {
    const bool rows_touch = range.last.row >= first.row && range.first.row <= cells_.rows();
    const bool columns_touch = range.last.column >= first.column && range.first.column <= last.column;
    if (rows_touch && columns_touch && !stopped()) {
      complain(code::workbook_merged_cells, range.first, {{"range", range.first.text() + ":" + range.last.text()}});
    }
  }
}

void TableCheck::make_fit(SheetCell& cell, CellName where, Unfit unfit) {
  const std::string text(cells_.content(cell));
  std::string fit;
  size_t done = 0;
  for (std::optional<Unfit> next = unfit; next; next = find_unfit(text, done)) {
    fit.append(text, done, next->offset - done).append("?");
    done = next->offset + next->length;
  }
  cells_.replace(cell, fit.append(text, done));
  complain(unfit.code, where, {{"character", unfit.character}});
}

void TableCheck::value(SheetCell& cell, CellName where) {
  const std::string_view content = cells_.content(cell);
  const auto word = error_word(content);
  if (word || cell.kind == CellKind::error) {
    complain(code::workbook_error_cell, where,
             {{"value", std::string(word ? (*word)[0] : content)}, {"swedish", std::string(word ? (*word)[1] : content)}});
    cells_.replace(cell, "");  // enough has been said of it
  } else if (cell.kind == CellKind::no_value) {
    complain(code::workbook_formula_without_value, where);
  } else if (cell.kind == CellKind::damaged) {
    complain(code::workbook_damaged_cell, where, {{"value", std::string(content)}});
  } else if (auto unfit = find_unfit(content)) {
    make_fit(cell, where, *std::move(unfit));
  }
}

void TableCheck::values() {
  std::vector<bool> told_no_heading(most_sheet_columns + 1);
  std::vector<bool> headed(most_sheet_columns + 1);
  const auto [first, last] = grid_.headings();
  for (size_t column = first.column; column <= last.column; ++column) headed[column] = has_heading(column);
  for (size_t row = first.row; row <= cells_.rows() && !stopped(); ++row) {
    for (SheetCell& cell : cells_.row(row)) {
      const CellName where{row, cell.column};
      value(cell, where);
      if (headed[cell.column] || told_no_heading[cell.column]) continue;
      told_no_heading[cell.column] = true;
      complain(code::workbook_heading_missing, where, {{"column", column_letters(cell.column)}, {"row", std::to_string(first.row)}});
    }
  }
}

}  // namespace

Diagnostic sheet_complaint(Severity severity, Code code, const std::string& file, const std::string& sheet, const SheetCells& cells,
                           CellName where, std::vector<Argument> arguments) {
  constexpr size_t most_underlined = 500;  // more than an excerpt has
  SheetCells::Excerpt excerpt = cells.excerpt(where);
  const size_t length = count_characters(cells.content(where).substr(0, most_underlined));
  return {severity, code, {file, static_cast<int>(where.row), excerpt.column, sheet + "!" + where.text()}, std::move(arguments),
          std::move(excerpt.line), static_cast<int>(std::max<size_t>(1, length)), {}};
}

Usable check_table(WorkbookGrid& grid, const std::vector<CellRange>& merged, Diagnostics& diagnostics) {
  TableCheck check(grid, diagnostics);
  check.headings();
  check.merged(merged);
  check.values();
  return check.stopped() ? Usable::no : Usable::yes;
}

}  // namespace lagesbild::read
