#include "model/dataset.hpp"

namespace lagesbild::model {

std::optional<std::size_t> Dataset::find(std::string_view field) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == field) return i;
  }
  return std::nullopt;
}

}  // namespace lagesbild::model
