// JSON as a table: a list of flat objects, one a row, or an object around exactly one such list, {"rows": [...]}. Columns are the names in
// order of first appearance, alike by heading_key; a name that a row lacks is an empty cell. Numbers are text as written (3.90 stays 3.90;
// 1.5e3 becomes 1500), null is empty, a list of plain values is one text, "a, b". Anything nested deeper is refused. Broken JSON gives
// nothing; a list with faulty rows gives the others, so that a reader can go on complaining, and nobody may count on them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {

struct JsonLimits {
  std::size_t rows = 1'000'000;
  std::size_t columns = 500;  // at most 65 535
  std::size_t depth = 16;  // of brackets; the deepest table has 4
  std::size_t bytes = std::size_t{512} << 20;  // of the file; places are 32 bits
};

// Memory is counted by what is written, not by rows times columns: a row that lacks names costs nothing for them.
class JsonTable : public Grid {
 public:
  const std::string& file() const override { return file_; }
  std::size_t rows() const override { return rows_.size(); }
  std::size_t columns() const override { return headings_.size(); }
  std::string_view heading(std::size_t column) const override { return headings_[column].name; }
  std::string_view cell(std::size_t row, std::size_t column) const override;

  // Where the value begins; of a cell that is missing, where its row does.
  Place cell_place(std::size_t row, std::size_t column) const override;
  Place heading_place(std::size_t column) const override;  // where the name first stands
  Diagnostic cell_complaint(Severity severity, Code code, std::size_t row, std::size_t column,
                            std::vector<Argument> arguments = {}) const override;
  Diagnostic heading_complaint(Severity severity, Code code, std::size_t column, std::vector<Argument> arguments = {}) const override;

 private:
  friend class JsonReader;
  struct Spot {
    std::uint32_t offset;
    int line;
    int column;
  };
  struct Heading {
    std::string name;
    Spot spot;
    std::uint32_t length;  // of the name with its quotation marks
  };
  struct Cell {
    std::uint32_t begin;  // in text_, of the value as written
    std::uint32_t length;
    std::uint16_t column;
    bool elsewhere;  // its content is in side_: it is not the same as what is written
  };
  struct Row {
    Spot spot;
    std::uint32_t first_cell;  // in cells_, ascending by column
    std::uint32_t cells;
  };
  struct Side {
    std::uint32_t cell_begin;
    std::uint32_t begin;
    std::uint32_t length;
  };

  const Cell* find(std::size_t row, std::size_t column) const;
  std::string_view written(const Cell& cell) const;  // inside its quotation marks; nothing of null
  Place place(const Spot& from, std::size_t offset) const;
  Diagnostic complaint(Severity severity, Code code, const Spot& from, std::size_t begin, std::size_t length,
                       std::vector<Argument> arguments) const;

  std::string file_;
  std::string text_;
  std::string side_;
  std::vector<Side> sides_;  // ascending by cell_begin
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<Heading> headings_;
};

// Nothing when the file is no table at all.
std::unique_ptr<Grid> parse_json(std::string file_shown, std::string bytes, Diagnostics& diagnostics, JsonLimits limits = {});

}  // namespace lagesbild::read
