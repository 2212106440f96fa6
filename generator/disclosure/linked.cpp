#include "disclosure/linked.hpp"

#include <algorithm>

namespace lagesbild::disclosure {

bool Layout::contains(std::size_t row, std::uint32_t unit) const {
  if (!is_unit(row)) return std::binary_search(groups_of[unit].begin(), groups_of[unit].end(), static_cast<std::uint32_t>(group_of(row)));
  while (unit != unit_of(row) && successor[unit] != unit) unit = successor[unit];
  return unit == unit_of(row);
}

void Layout::hold() {
  holder.clear();
  held.assign(units, {});
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    std::uint32_t at = unit;
    held[at].push_back(unit);
    while (successor[at] != at) held[at = successor[at]].push_back(unit);
    holder.push_back(at);
  }
}

}  // namespace lagesbild::disclosure
