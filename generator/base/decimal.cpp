#include "base/decimal.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

namespace lagesbild {
namespace {

enum class RoundUp : unsigned char { no, yes };

// The whole number in `figures` plus one.
void add_one(std::string& figures) {
  auto at = figures.rbegin();
  while (at != figures.rend() && *at == '9') *at++ = '0';
  if (at == figures.rend()) {
    figures.insert(figures.begin(), '1');
  } else {
    *at = static_cast<char>(*at + 1);
  }
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

// The next decimal figure of remainder/n, and the new remainder. Ten additions instead of a multiplication by ten: n may be as large as
// an int64, and both terms are below n, so a sum fits in 64 bits.
char next_figure(std::uint64_t& remainder, std::uint64_t n) {
  std::uint64_t sum = 0;
  char figure = '0';
  for (int i = 0; i < 10; ++i) {
    sum += remainder;
    if (sum >= n) {
      sum -= n;
      ++figure;
    }
  }
  remainder = sum;
  return figure;
}

}  // namespace

Decimal::Decimal(Sign sign, std::string figures, int digits) : sign_(sign), digits_(digits), figures_(std::move(figures)) {
  const std::size_t least = static_cast<std::size_t>(digits_) + 1;
  if (figures_.size() < least) figures_.insert(0, least - figures_.size(), '0');
  const std::size_t leading = std::min(figures_.find_first_not_of('0'), figures_.size() - least);
  figures_.erase(0, leading);
  if (is_zero()) sign_ = Sign::plus;
}

bool Decimal::is_zero() const { return figures_.find_first_not_of('0') == std::string::npos; }

std::optional<Decimal> Decimal::rounded(double value, int digits) {
  assert(digits >= 0 && digits <= 18);
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 32> buffer{};
  // The shortest form that reads back as the same double: d.ddde+xx, at most 17 figures.
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value), std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const std::size_t e = text.find('e');
  std::string figures(text.substr(0, e));
  std::erase(figures, '.');
  int exponent = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);

  const int keep = exponent + 1 + digits;  // figures that are left of the cut
  RoundUp round_up = RoundUp::no;
  if (keep < 0) {
    figures.clear();
  } else if (static_cast<std::size_t>(keep) < figures.size()) {
    if (figures[static_cast<std::size_t>(keep)] >= '5') round_up = RoundUp::yes;
    figures.resize(static_cast<std::size_t>(keep));
  } else {
    figures.append(static_cast<std::size_t>(keep) - figures.size(), '0');
  }
  if (round_up == RoundUp::yes) add_one(figures);
  return Decimal(std::signbit(value) ? Sign::minus : Sign::plus, std::move(figures), digits);
}

std::optional<Decimal> Decimal::rounded_ratio(std::int64_t k, std::int64_t n, int digits) {
  assert(digits >= 0 && digits <= 18);
  if (n <= 0) return std::nullopt;
  const std::uint64_t divisor = magnitude(n);
  std::string figures = std::to_string(magnitude(k) / divisor);
  std::uint64_t remainder = magnitude(k) % divisor;
  for (int i = 0; i < digits; ++i) figures.push_back(next_figure(remainder, divisor));
  if (remainder >= divisor - remainder) add_one(figures);  // half or more is left
  return Decimal(k < 0 ? Sign::minus : Sign::plus, std::move(figures), digits);
}

Decimal Decimal::whole(std::int64_t value) { return Decimal(value < 0 ? Sign::minus : Sign::plus, std::to_string(magnitude(value)), 0); }

std::string Decimal::text(Language language) const {
  const bool swedish = language == Language::sv;
  const std::size_t before = figures_.size() - static_cast<std::size_t>(digits_);
  std::string out;
  if (sign_ == Sign::minus) out += "\u2212";
  for (std::size_t i = 0; i < before; ++i) {
    if (i > 0 && (before - i) % 3 == 0) out += swedish ? "\u00A0" : ",";
    out += figures_[i];
  }
  if (digits_ > 0) {
    out += swedish ? ',' : '.';
    out.append(figures_, before);
  }
  return out;
}

std::string Decimal::plain(Language language) const {
  const std::size_t before = figures_.size() - static_cast<std::size_t>(digits_);
  std::string out;
  if (sign_ == Sign::minus) out += '-';
  out.append(figures_, 0, before);
  if (digits_ > 0) {
    out += language == Language::sv ? ',' : '.';
    out.append(figures_, before);
  }
  return out;
}

}  // namespace lagesbild
