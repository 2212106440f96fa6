#include "base/decimal.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "catch.hpp"
#include "reference.hpp"

using lagesbild::Decimal;
using lagesbild::Language;

namespace {

std::string sv(double value, int digits) {
  const auto number = Decimal::rounded(value, digits);
  return number ? number->text(Language::sv) : "nothing";
}

std::string ratio(std::int64_t k, std::int64_t n, int digits) {
  const auto number = Decimal::rounded_ratio(k, n, digits);
  return number ? number->plain(Language::en) : "nothing";
}

// |k|/n in units of the last digit, half away from zero, by integers alone.
std::int64_t expected_units(std::int64_t k, std::int64_t n, std::int64_t scale) { return (2 * std::abs(k) * scale + n) / (2 * n); }

std::string expected_text(std::int64_t k, std::int64_t n, int digits) {
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const std::int64_t units = expected_units(k, n, scale);
  std::string text = k < 0 && units != 0 ? "-" : "";
  text += std::to_string(units / scale);
  if (digits == 0) return text;
  const std::string fraction = std::to_string(units % scale);
  return text + "." + std::string(static_cast<std::size_t>(digits) - fraction.size(), '0') + fraction;
}

}  // namespace

TEST_CASE("a double is rounded on the decimal digits that a reader sees", "[base]") {
  CHECK(sv(3.975, 2) == "3,98");  // the binary double is 3.97499999999999964...
  CHECK(sv(1.005, 2) == "1,01");
  CHECK(sv(0.285, 2) == "0,29");
  CHECK(sv(0.125, 2) == "0,13");
  CHECK(sv(2.5, 0) == "3");
  CHECK(sv(-2.5, 0) == "\u22123");
  CHECK(sv(3.9749999, 2) == "3,97");
  CHECK(sv(66.6666666666667, 0) == "67");
}

TEST_CASE("the Swedish numbers of the reference file come out", "[base]") {
  int used = 0;
  for (const auto& row : lagesbild::test::reference_rows()) {
    if (row.stat != "format_sv") continue;
    ++used;
    std::string expected = row.expected;
    for (std::size_t at = 0; (at = expected.find(' ', at)) != std::string::npos;) expected.replace(at, 1, "\u00A0");  // written as a blank
    const double value = lagesbild::test::to_number(lagesbild::test::named(row.inputs, "text").value());
    const double digits = lagesbild::test::to_number(lagesbild::test::named(row.param, "decimals").value());
    INFO(row.id << " " << row.inputs);
    CHECK(sv(value, static_cast<int>(digits)) == expected);
  }
  CHECK(used == 6);
}

TEST_CASE("a carry runs through all nines", "[base]") {
  CHECK(sv(9.995, 2) == "10,00");
  CHECK(sv(99.5, 0) == "100");
  CHECK(sv(0.95, 1) == "1,0");
  CHECK(ratio(1999, 2000, 2) == "1.00");
  CHECK(ratio(999999, 1000000, 5) == "1.00000");
}

TEST_CASE("what rounds to zero has no minus", "[base]") {
  CHECK(sv(-0.0, 2) == "0,00");
  CHECK(sv(-0.004, 2) == "0,00");
  CHECK(sv(-0.005, 2) == "\u22120,01");
  CHECK(sv(-1e-300, 1) == "0,0");
  CHECK(sv(0.049, 1) == "0,0");
  CHECK(ratio(-1, 3, 0) == "0");
  CHECK(ratio(-1, 2, 0) == "-1");
}

TEST_CASE("a value below the last digit rounds by its first figure only when that figure is next", "[base]") {
  CHECK(sv(0.5, 0) == "1");
  CHECK(sv(0.49, 0) == "0");
  CHECK(sv(0.05, 0) == "0");
  CHECK(sv(0.09, 0) == "0");
  CHECK(sv(0.0009, 2) == "0,00");
}

TEST_CASE("thousands are set apart by a no-break space in Swedish and a comma in English", "[base]") {
  const auto large = Decimal::rounded(1234567.891, 1);
  REQUIRE(large);
  CHECK(large->text(Language::sv) == "1\u00A0234\u00A0567,9");
  CHECK(large->text(Language::en) == "1,234,567.9");
  CHECK(large->plain(Language::sv) == "1234567,9");
  CHECK(large->plain(Language::en) == "1234567.9");
  CHECK(Decimal::whole(999).text(Language::sv) == "999");
  CHECK(Decimal::whole(1204).text(Language::sv) == "1\u00A0204");
  CHECK(Decimal::whole(-100000).text(Language::en) == "\u2212100,000");
  CHECK(Decimal::whole(-100000).plain(Language::sv) == "-100000");
  CHECK(Decimal::whole(0).text(Language::sv) == "0");
}

TEST_CASE("very large and very small values are written out", "[base]") {
  CHECK(sv(1e21, 0) == "1\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000");
  CHECK(sv(1.5e-10, 10) == "0,0000000002");
  CHECK(sv(std::numeric_limits<double>::denorm_min(), 2) == "0,00");
  const auto greatest = Decimal::rounded(std::numeric_limits<double>::max(), 0);
  REQUIRE(greatest);
  CHECK(greatest->plain(Language::en).size() == 309);
}

TEST_CASE("what is not a number gives nothing", "[base]") {
  CHECK_FALSE(Decimal::rounded(std::numeric_limits<double>::quiet_NaN(), 2));
  CHECK_FALSE(Decimal::rounded(std::numeric_limits<double>::infinity(), 2));
  CHECK_FALSE(Decimal::rounded(-std::numeric_limits<double>::infinity(), 0));
  CHECK_FALSE(Decimal::rounded_ratio(1, 0, 2));
  CHECK_FALSE(Decimal::rounded_ratio(1, -3, 2));
}

TEST_CASE("a ratio is exact at the ends of the integers", "[base]") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  CHECK(ratio(most, most, 18) == "1.000000000000000000");
  CHECK(ratio(most - 1, most, 18) == "1.000000000000000000");
  CHECK(ratio(least, 1, 0) == "-9223372036854775808");
  CHECK(ratio(most / 2, most, 3) == "0.500");      // 4611686018427387903 of 9223372036854775807: just below a half
  CHECK(ratio(most / 2, most, 0) == "0");
  CHECK(ratio(most / 2 + 1, most, 0) == "1");      // just above
  CHECK(Decimal::whole(least).plain(Language::en) == "-9223372036854775808");
}

TEST_CASE("every small ratio rounds as integer reasoning says, and its double rounds the same", "[base]") {
  int wrong = 0;
  int doubles_apart = 0;
  for (std::int64_t n = 1; n <= 200; ++n) {
    for (std::int64_t k = -200; k <= 200; ++k) {
      for (int digits = 0; digits <= 3; ++digits) {
        const auto exact = Decimal::rounded_ratio(k, n, digits);
        wrong += !exact || exact->plain(Language::en) != expected_text(k, n, digits);
        doubles_apart += exact != Decimal::rounded(static_cast<double>(k) / static_cast<double>(n), digits);
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(doubles_apart == 0);
}

TEST_CASE("every percentage of up to 181 units rounds as integer reasoning says", "[base]") {
  int wrong = 0;
  for (std::int64_t n = 1; n <= 181; ++n) {
    for (std::int64_t k = 0; k <= n; ++k) {
      for (int digits = 0; digits <= 2; ++digits) wrong += ratio(100 * k, n, digits) != expected_text(100 * k, n, digits);
    }
  }
  CHECK(wrong == 0);
  CHECK(ratio(100 * 161, 181, 0) == "89");
}

TEST_CASE("every hundredth between -10 and 10 is written back as it was", "[base]") {
  int wrong = 0;
  for (std::int64_t hundredths = -1000; hundredths <= 1000; ++hundredths) {
    wrong += Decimal::rounded(static_cast<double>(hundredths) / 100, 2) != Decimal::rounded_ratio(hundredths, 100, 2);
  }
  CHECK(wrong == 0);
}
