#include "model/framework.hpp"

namespace lagesbild::model {

std::optional<std::size_t> Framework::area_index(std::string_view letter) const {
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i].letter == letter) return i;
  }
  return std::nullopt;
}

}  // namespace lagesbild::model
