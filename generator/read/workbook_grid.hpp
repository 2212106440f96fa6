// The table in a sheet: its headings and what is below them, to the last row with anything in it. Places are the sheet's: Enheter!C5.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/grid.hpp"
#include "read/workbook_cells.hpp"
#include "read/workbook_styles.hpp"

namespace lagesbild::read {

// About any cell of a sheet.
Diagnostic sheet_complaint(Severity severity, Code code, const std::string& file, const std::string& sheet, const SheetCells& cells,
                           CellName where, std::vector<Argument> arguments);

class WorkbookGrid : public Grid {
 public:
  // `headings`: from the first heading to the last one.
  WorkbookGrid(std::string file_shown, std::string sheet, SheetCells cells, CellRange headings, DateSystem dates)
      : file_(std::move(file_shown)), sheet_(std::move(sheet)), cells_(std::move(cells)), headings_(headings), dates_(dates) {}

  const std::string& file() const override { return file_; }
  std::size_t rows() const override { return cells_.rows() - headings_.first.row; }
  std::size_t columns() const override { return headings_.last.column + 1 - headings_.first.column; }
  std::string_view heading(std::size_t column) const override { return cells_.content(heading_name(column)); }
  std::string_view cell(std::size_t row, std::size_t column) const override { return cells_.content(cell_name(row, column)); }
  Date day_zero() const override { return dates_ == DateSystem::from_1900 ? Grid::day_zero() : january_1904; }

  Place cell_place(std::size_t row, std::size_t column) const override { return place(cell_name(row, column)); }
  Place heading_place(std::size_t column) const override { return place(heading_name(column)); }
  Diagnostic cell_complaint(Severity severity, Code code, std::size_t row, std::size_t column,
                            std::vector<Argument> arguments = {}) const override {
    return complaint(severity, code, cell_name(row, column), std::move(arguments));
  }
  Diagnostic heading_complaint(Severity severity, Code code, std::size_t column, std::vector<Argument> arguments = {}) const override {
    return complaint(severity, code, heading_name(column), std::move(arguments));
  }

  // About any cell of the sheet, and the cells themselves.
  Diagnostic complaint(Severity severity, Code code, CellName where, std::vector<Argument> arguments = {}) const {
    return sheet_complaint(severity, code, file_, sheet_, cells_, where, std::move(arguments));
  }
  SheetCells& cells() { return cells_; }
  const CellRange& headings() const { return headings_; }

 private:
  static constexpr Date january_1904{std::chrono::year{1904}, std::chrono::January, std::chrono::day{1}};
  CellName heading_name(std::size_t column) const { return {headings_.first.row, headings_.first.column + column}; }
  CellName cell_name(std::size_t row, std::size_t column) const { return {headings_.first.row + 1 + row, headings_.first.column + column}; }
  Place place(CellName where) const {
    return {file_, static_cast<int>(where.row), cells_.excerpt(where).column, sheet_ + "!" + where.text()};
  }

  std::string file_;
  std::string sheet_;
  SheetCells cells_;
  CellRange headings_;
  DateSystem dates_;
};

// Complains about everything in the table that a reader cannot see or must not read over: errors, formulas without values, merged cells,
// unfit characters, columns without headings.
enum class Usable : std::uint8_t { yes, no };  // no: so much is wrong that not all of it was looked at
Usable check_table(WorkbookGrid& grid, const std::vector<CellRange>& merged, Diagnostics& diagnostics);

}  // namespace lagesbild::read
