// What Excel is to hold against the cells of a column while they are filled in: a list, limits, a length; and what it says beside the cell
// and when it refuses. The reader checks all of it again: whoever pastes passes these rules by.
#pragma once
#include <cstdint>
#include <string>

#include "collect/book.hpp"
#include "collect/column.hpp"

namespace lagesbild::collect {

struct Stretch {
  std::uint32_t first_row;
  std::uint32_t last_row;
  std::size_t column;
};

// `list_range`: where the list of a column that needs_sheet() stands, as =Listor!$A$2:$A$9.
void hold(lxw_worksheet* sheet, Stretch cells, const Column& column, const std::string& list_range);

// A text beside all cells of the row, and no rule.
void remark(lxw_worksheet* sheet, std::uint32_t row, std::size_t columns, const std::string& caption, const std::string& note);

}  // namespace lagesbild::collect
