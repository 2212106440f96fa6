#include "read/workbook_cells.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "read/encoding.hpp"

namespace lagesbild::read {

using std::size_t;

std::string column_letters(size_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

std::string CellName::text() const { return column_letters(column) + std::to_string(row); }

std::optional<CellName> parse_cell_name(std::string_view name) {
  CellName cell;
  size_t at = 0;
  for (; at < name.size() && at < 3 && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
    cell.column = cell.column * 26 + static_cast<size_t>(name[at] - 'A' + 1);
  }
  const char* const end = name.data() + name.size();
  const auto [stopped, error] = std::from_chars(name.data() + at, end, cell.row);
  const bool good = error == std::errc{} && stopped == end && cell.row >= 1 && cell.row <= most_sheet_rows;
  if (!good || cell.column < 1 || cell.column > most_sheet_columns) return std::nullopt;
  return cell;
}

std::optional<CellRange> parse_cell_range(std::string_view name) {
  const size_t colon = name.find(':');
  const auto first = parse_cell_name(name.substr(0, colon));
  const auto last = colon == name.npos ? first : parse_cell_name(name.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return CellRange{*first, *last};
}

void SheetCells::clear() {
  text_.resize(shared_);
  cells_.clear();
  ends_.clear();
}

void SheetCells::add(CellName where, CellKind kind, std::string_view text) {
  const size_t begin = text_.size();
  text_ += text;
  add_shared(where, kind, begin, text_.size());
}

void SheetCells::add_shared(CellName where, CellKind kind, size_t begin, size_t end) {
  if (kind != CellKind::no_value && trim(std::string_view(text_).substr(begin, end - begin)).empty()) return;
  ends_.resize(where.row, static_cast<std::uint32_t>(cells_.size()));
  cells_.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin), static_cast<std::uint16_t>(where.column), kind});
  ++ends_.back();
}

void SheetCells::replace(SheetCell& cell, std::string_view text) {
  cell.begin = static_cast<std::uint32_t>(text_.size());
  cell.length = static_cast<std::uint32_t>(text.size());
  text_ += text;
}

std::span<const SheetCell> SheetCells::row(size_t number) const {
  if (number < 1 || number > ends_.size()) return {};
  return std::span(cells_).subspan(row_begin(number), ends_[number - 1] - row_begin(number));
}

std::span<SheetCell> SheetCells::row(size_t number) {
  if (number < 1 || number > ends_.size()) return {};
  return std::span(cells_).subspan(row_begin(number), ends_[number - 1] - row_begin(number));
}

std::string_view SheetCells::content(CellName where) const {
  const std::span<const SheetCell> cells = row(where.row);
  if (cells.empty() || where.column < cells[0].column) return {};
  const size_t expected = where.column - cells[0].column;  // in a row without gaps
  if (expected < cells.size() && cells[expected].column == where.column) return content(cells[expected]);
  const auto found = std::lower_bound(cells.begin(), cells.end(), where.column,
                                      [](const SheetCell& cell, size_t column) { return cell.column < column; });
  return found == cells.end() || found->column != where.column ? std::string_view() : content(*found);
}

SheetCells::Excerpt SheetCells::excerpt(CellName where) const {
  constexpr size_t enough = 500;  // more than excerpt_at shows
  std::string line;
  std::optional<size_t> offset;
  for (const SheetCell& cell : row(where.row)) {
    const std::string_view text = content(cell).substr(0, enough);
    if (text.empty()) continue;
    const bool passed = !offset && cell.column > where.column;  // an empty cell: shown at the stroke where it would be
    if (passed) offset = line.empty() ? 0 : line.size() + 1;
    if (!line.empty()) line += " | ";
    if (cell.column == where.column) offset = line.size();
    line += text;
    if (line.size() > enough) break;
  }
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  const size_t caret = offset.value_or(line.size());
  std::string shown = excerpt_at(line, caret);
  if (shown.empty() && !line.empty()) return {{}, 0};
  return {std::move(shown), static_cast<int>(1 + count_characters(std::string_view(line).substr(0, caret)))};
}

}  // namespace lagesbild::read
