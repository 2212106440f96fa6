// What the register says of how large a unit is. Always the same rows in the same order, so that units can stand side by side; the value is
// empty where it is not known or not told.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct UnitFigure {
  std::string label;
  std::string value;
};

std::vector<UnitFigure> unit_figures(const Context& context, std::size_t unit);

}  // namespace lagesbild::view
