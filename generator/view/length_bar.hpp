// A length that stands for a number, from 0: never cut off, so that lengths can be compared.
#pragma once
#include <string>
#include <tuple>

#include "view/fields.hpp"

namespace lagesbild::view {

struct LengthBar {
  std::string description;
  std::string width;
  bool marked = false;
  static constexpr auto fields() {
    return std::tuple{Field{"description", &LengthBar::description, "the bar in words"},
                      Field{"width", &LengthBar::width, "per cent of the longest"},
                      Field{"marked", &LengthBar::marked, "another colour: what should not be"}};
  }
};

}  // namespace lagesbild::view
