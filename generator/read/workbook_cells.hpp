// The cells of one sheet that hold anything, row by row, in one string. Rows and columns count from 1 and A here, as Excel shows them;
// a Grid counts from 0 below its headings.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::read {

inline constexpr std::size_t most_sheet_rows = 1'048'576;  // Excel's own limits
inline constexpr std::size_t most_sheet_columns = 16'384;

struct CellName {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string text() const;  // C5
};
std::string column_letters(std::size_t column);
std::optional<CellName> parse_cell_name(std::string_view name);

struct CellRange {
  CellName first;
  CellName last;
};
std::optional<CellRange> parse_cell_range(std::string_view name);  // A1:C1, or one cell

enum class CellKind : std::uint8_t {
  value,
  formula,   // and its value
  no_value,  // a formula that nothing has computed
  error,     // #REF! and its like
  damaged    // what no program writes: a number with letters, a string that does not exist
};

struct SheetCell {
  std::uint32_t begin;
  std::uint32_t length;
  std::uint16_t column;
  CellKind kind;
};

class SheetCells {
 public:
  explicit SheetCells(std::string shared_text) : text_(std::move(shared_text)), shared_(text_.size()) {}
  void clear();  // keeps the shared text

  // In ascending order of row and column. What is all blanks is no cell.
  void add(CellName where, CellKind kind, std::string_view text);
  void add_shared(CellName where, CellKind kind, std::size_t begin, std::size_t end);
  void replace(SheetCell& cell, std::string_view text);

  std::size_t rows() const { return ends_.size(); }  // up to the last one with a cell
  std::span<const SheetCell> row(std::size_t number) const;
  std::span<SheetCell> row(std::size_t number);
  std::string_view content(const SheetCell& cell) const { return std::string_view(text_).substr(cell.begin, cell.length); }
  std::string_view content(CellName where) const;  // empty where there is no cell

  // The cells of a row as one line, " | " between them, to show with a complaint; cut as excerpt_at does it.
  struct Excerpt {
    std::string line;
    int column;  // where the cell is in it, in characters from 1; 0 when it is beyond the cut
  };
  Excerpt excerpt(CellName where) const;

 private:
  std::size_t row_begin(std::size_t number) const { return number == 1 ? 0 : ends_[number - 2]; }

  std::string text_;
  std::size_t shared_;
  std::vector<SheetCell> cells_;
  std::vector<std::uint32_t> ends_;  // in cells_, of each row from the first
};

}  // namespace lagesbild::read
