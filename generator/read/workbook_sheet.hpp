// A worksheet's XML to its cells. The heading row is looked for as soon as it has gone by, so a sheet without one is left early.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/workbook_cells.hpp"
#include "read/workbook_parts.hpp"

namespace lagesbild::read {

inline constexpr std::size_t most_rows_before_headings = 50;  // and the headings

using KnownHeading = std::function<bool(std::string_view key)>;

// What the cells of a sheet refer to.
struct SheetContext {
  const std::vector<std::uint32_t>& string_ends;  // in the shared text of the cells
  const Styles& styles;
  DateSystem dates;
};

struct SheetFound {
  std::size_t header = 0;  // row; 0: there is none
  std::vector<CellRange> merged;
};

enum class SheetExtent : std::uint8_t { whole, headings };  // headings: no rows below those that they are looked for in

// Nothing when there was an error, and it has been told. When there are too many rows the first one too many is the last in `cells`.
std::optional<SheetFound> read_sheet(Package& package, const std::string& part, const SheetContext& context, const KnownHeading& known,
                                     SheetExtent extent, SheetCells& cells);

}  // namespace lagesbild::read
