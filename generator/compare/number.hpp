// A number of a table to the digit: 89,0 less 87,2 is 1,8, with as many decimals as the longer of the two has.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.hpp"

namespace lagesbild::compare {

struct Number {
  std::int64_t figures = 0;  // without the decimal sign
  int digits = 0;            // after it
  double value() const;
  Decimal text() const;
};

// -12,5 or -12.5; nothing for any other text, or for one with more figures than can be counted with exactly.
std::optional<Number> parse_number(std::string_view text);
Number difference(Number from, Number to);

}  // namespace lagesbild::compare
