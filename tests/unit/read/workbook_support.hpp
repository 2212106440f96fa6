// Reading a workbook in a test: the known headings are a to f, and enhet, namn, antal, datum.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"
#include "made_workbook.hpp"
#include "read/workbook.hpp"
#include "told.hpp"

namespace lagesbild::read {

struct WorkbookOutcome {
  std::unique_ptr<Grid> grid;
  Diagnostics diagnostics;
};

inline WorkbookOutcome read_workbook(std::string bytes, const std::string& sheet = {}, WorkbookLimits limits = {}) {
  WorkbookOutcome out;
  const auto known = [](std::string_view key) {
    return (key.size() == 1 && key[0] >= 'a' && key[0] <= 'f') || key == "enhet" || key == "namn" || key == "antal" || key == "datum";
  };
  out.grid = parse_workbook("enheter.xlsx", std::move(bytes), known, sheet, out.diagnostics, limits);
  for (const Diagnostic& one : out.diagnostics.all()) CHECK(one.place.file == "enheter.xlsx");
  return out;
}

// The data cells, "a|b/c|d".
inline std::string cells_of(const std::unique_ptr<Grid>& grid) {
  if (!grid) return "(nothing)";
  std::string all;
  for (std::size_t row = 0; row < grid->rows(); ++row) {
    for (std::size_t column = 0; column < grid->columns(); ++column) {
      all += (column > 0 ? "|" : row > 0 ? "/" : "") + std::string(grid->cell(row, column));
    }
  }
  return all;
}

// Of a workbook without complaints.
inline std::string good_workbook(std::string bytes, const std::string& sheet = {}) {
  const WorkbookOutcome out = read_workbook(std::move(bytes), sheet);
  CHECK(told(out.diagnostics) == Told{});
  return cells_of(out.grid);
}

// "code Sheet!C5", "code" of the file as a whole, "warning " before a warning.
inline Told told_cells(const Diagnostics& diagnostics) {
  Told lines;
  for (const Diagnostic& one : diagnostics.all()) {
    lines.push_back((one.severity == Severity::warning ? "warning " : "") + std::string(one.code.id) +
                    (one.place.cell.empty() ? "" : " " + one.place.cell));
  }
  return lines;
}

inline Told refused_workbook(std::string bytes, const std::string& sheet = {}, WorkbookLimits limits = {}) {
  const WorkbookOutcome out = read_workbook(std::move(bytes), sheet, limits);
  CHECK(out.diagnostics.has_errors());
  return told_cells(out.diagnostics);
}

// <c> with a number, of the style.
inline std::string number_cell(const std::string& value, int style = 0) {
  return "<c s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}

inline const std::string headings_ab = lagesbild::test::text_row({"a", "b"});

}  // namespace lagesbild::read
