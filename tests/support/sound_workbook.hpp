// What holds for every file that is read as a workbook, whatever its bytes: a table or an error, no cell that cannot be asked for or shown,
// and no unfit character in a table without complaints.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "read/encoding.hpp"
#include "read/workbook.hpp"

namespace lagesbild::test {

enum class Read : std::uint8_t { refused, with_errors, clean };

struct Soundness {
  Read read = Read::refused;
  std::string wrong;  // empty: all is as it should be
};

inline std::string wrong_with(const Diagnostic& one) {
  if (one.place.line < 0 || one.place.column < 0 || one.length < 1) return "place or length";
  const bool inside = static_cast<std::size_t>(one.place.column) <= count_characters(one.excerpt) + 1;
  if (!one.excerpt.empty() && !inside) return "caret outside of the excerpt";
  if (find_invalid_utf8(one.excerpt)) return "excerpt is no UTF-8";
  return {};
}

inline std::string wrong_with_cell(const read::Grid& grid, std::size_t row, std::size_t column, Read how) {
  const std::string_view text = grid.cell(row, column);
  if (find_invalid_utf8(text)) return "cell is no UTF-8";
  if (how == Read::clean && read::find_unfit(text)) return "unfit character";
  const Diagnostic one = grid.cell_complaint(Severity::error, Code{"x"}, row, column);
  if (one.place.cell.find('!') == std::string::npos || one.place != grid.cell_place(row, column)) return "place of a cell";
  return wrong_with(one);
}

inline Soundness soundness(std::string bytes, const std::string& sheet = {}) {
  const read::WorkbookLimits limits{.bytes = 1 << 22, .part_bytes = 1 << 22, .unpacked_bytes = 1 << 23, .rows = 200, .columns = 50};
  const auto known = [](std::string_view key) { return key.size() == 1; };
  Diagnostics diagnostics;
  const std::unique_ptr<read::Grid> grid = read::parse_workbook("x.xlsx", std::move(bytes), known, sheet, diagnostics, limits);
  if (!grid && !diagnostics.has_errors()) return {Read::refused, "neither table nor error"};
  for (const Diagnostic& one : diagnostics.all()) {
    if (const std::string wrong = wrong_with(one); !wrong.empty()) return {Read::refused, wrong};
  }
  std::ostringstream out;
  print(out, diagnostics, Language::sv);
  if (!grid) return {};
  Soundness sound{diagnostics.has_errors() ? Read::with_errors : Read::clean, {}};
  if (grid->columns() < 1 || grid->columns() > limits.columns || grid->rows() > limits.rows) sound.wrong = "size";
  for (std::size_t column = 0; column < grid->columns(); ++column) {
    const Diagnostic heading = grid->heading_complaint(Severity::error, Code{"x"}, column);
    if (const std::string wrong = wrong_with(heading); !wrong.empty()) sound.wrong = wrong;
    for (std::size_t row = 0; row < grid->rows(); ++row) {
      if (const std::string wrong = wrong_with_cell(*grid, row, column, sound.read); !wrong.empty()) sound.wrong = wrong;
    }
  }
  return sound;
}

}  // namespace lagesbild::test
