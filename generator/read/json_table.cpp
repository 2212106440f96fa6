#include "read/json_table.hpp"

#include <algorithm>
#include <utility>

#include "read/encoding.hpp"

namespace lagesbild::read {

using std::size_t;

const JsonTable::Cell* JsonTable::find(size_t row, size_t column) const {
  const Cell* first = cells_.data() + rows_[row].first_cell;
  const Cell* end = first + rows_[row].cells;
  if (column < rows_[row].cells && first[column].column == column) return first + column;  // a row with all its names
  const Cell* found = std::lower_bound(first, end, column, [](const Cell& cell, size_t wanted) { return cell.column < wanted; });
  return found != end && found->column == column ? found : nullptr;
}

std::string_view JsonTable::cell(size_t row, size_t column) const {
  const Cell* cell = find(row, column);
  if (cell == nullptr) return {};
  if (cell->elsewhere) {
    const auto side = std::lower_bound(sides_.begin(), sides_.end(), cell->begin,
                                       [](const Side& one, std::uint32_t begin) { return one.cell_begin < begin; });
    return std::string_view(side_).substr(side->begin, side->length);
  }
  return written(*cell);
}

std::string_view JsonTable::written(const Cell& cell) const {
  const std::string_view value = std::string_view(text_).substr(cell.begin, cell.length);
  if (value[0] == '"') return value.substr(1, value.size() - 2);
  return value == "null" ? std::string_view() : value;
}

Place JsonTable::place(const Spot& from, size_t offset) const {
  SpotFinder finder(std::string_view(text_).substr(from.offset));
  finder.move_to(offset - from.offset);
  return {file_, from.line + finder.line() - 1, finder.line() == 1 ? from.column + finder.column() - 1 : finder.column(), {}};
}

Diagnostic JsonTable::complaint(Severity severity, Code code, const Spot& from, size_t begin, size_t length,
                                std::vector<Argument> arguments) const {
  constexpr int too_far = 400;  // excerpt_at shows nothing there, and looking for the beginning of the line may take long
  Place where = place(from, begin);
  std::string excerpt = where.column > too_far ? std::string() : excerpt_at(text_, begin);
  const int marked = underlined(std::string_view(text_).substr(0, begin + length), begin, begin + length);
  return {severity, code, std::move(where), std::move(arguments), std::move(excerpt), marked, {}};
}

Place JsonTable::cell_place(size_t row, size_t column) const {
  const Cell* cell = find(row, column);
  return place(rows_[row].spot, cell == nullptr ? rows_[row].spot.offset : cell->begin);
}

Place JsonTable::heading_place(size_t column) const { return place(headings_[column].spot, headings_[column].spot.offset); }

Diagnostic JsonTable::cell_complaint(Severity severity, Code code, size_t row, size_t column, std::vector<Argument> arguments) const {
  const Cell* cell = find(row, column);
  const Spot& spot = rows_[row].spot;
  return complaint(severity, code, spot, cell == nullptr ? spot.offset : cell->begin, cell == nullptr ? 1 : cell->length,
                   std::move(arguments));
}

Diagnostic JsonTable::heading_complaint(Severity severity, Code code, size_t column, std::vector<Argument> arguments) const {
  const Heading& heading = headings_[column];
  return complaint(severity, code, heading.spot, heading.spot.offset, heading.length, std::move(arguments));
}

}  // namespace lagesbild::read
