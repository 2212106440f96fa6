#include "compare/number.hpp"

#include <algorithm>

namespace lagesbild::compare {
namespace {

constexpr std::size_t most_whole = 10;
constexpr std::size_t most_digits = 7;  // with the whole part 17 figures: a difference still fits

std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

}  // namespace

double Number::value() const { return static_cast<double>(figures) / static_cast<double>(power_of_ten(digits)); }

Decimal Number::text() const { return *Decimal::rounded_ratio(figures, power_of_ten(digits), digits); }

std::optional<Number> parse_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t sign = std::min(text.find_first_of(",."), text.size());
  const std::string_view digits = sign == text.size() ? std::string_view{} : text.substr(sign + 1);
  if (sign == 0 || sign > most_whole || digits.size() > most_digits || (sign < text.size() && digits.empty())) return std::nullopt;
  Number number{0, static_cast<int>(digits.size())};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == sign) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number.figures = number.figures * 10 + (text[i] - '0');
  }
  if (negative) number.figures = -number.figures;
  return number;
}

Number difference(Number from, Number to) {
  const int digits = std::max(from.digits, to.digits);
  return {to.figures * power_of_ten(digits - to.digits) - from.figures * power_of_ten(digits - from.digits), digits};
}

}  // namespace lagesbild::compare
