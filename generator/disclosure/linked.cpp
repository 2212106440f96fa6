#include "disclosure/linked.hpp"

#include <algorithm>

namespace lagesbild::disclosure {

bool Layout::contains(std::size_t row, std::uint32_t unit) const {
  if (is_unit(row)) return holder[unit] == unit_of(row);
  return std::binary_search(groups_of[unit].begin(), groups_of[unit].end(), static_cast<std::uint32_t>(group_of(row)));
}

}  // namespace lagesbild::disclosure
