// A number rounded once, as readers expect: half away from zero on its DECIMAL digits, so 3.975 gives 3,98 although the binary double is
// 3.97499... A double is first written with the fewest decimal digits that read back as the same double; those digits are rounded. A share
// k/n is rounded by integer arithmetic; never divide first. Nothing else in the program rounds for a page or a file.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/messages.hpp"

namespace lagesbild {

class Decimal {
 public:
  // `digits` after the decimal sign, 0 to 18 (anything else is our bug). Nothing when the value is not finite.
  static std::optional<Decimal> rounded(double value, int digits);
  // k/n, exact for every k and n; for a percentage give 100 * k. Nothing when n is not positive.
  static std::optional<Decimal> rounded_ratio(std::int64_t k, std::int64_t n, int digits);
  static Decimal whole(std::int64_t value);

  // For people: "1 234,5" with U+00A0, "1,234.5" in English; U+2212 as minus, never before a zero. Not for years: 2026 would get a blank.
  std::string text(Language language) const;
  // For files that programs read: no grouping, ASCII minus; decimal comma in Swedish (CSV), point in English (JSON, SVG, HTML attributes).
  std::string plain(Language language) const;

  bool is_zero() const;
  friend bool operator==(const Decimal&, const Decimal&) = default;

 private:
  enum class Sign : unsigned char { plus, minus };
  Decimal(Sign sign, std::string figures, int digits);
  Sign sign_;
  int digits_;
  std::string figures_;  // at least one figure before the (unwritten) decimal sign, exactly `digits_` after it
};

}  // namespace lagesbild
