#include "indicators/feasibility.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "catch.hpp"

using namespace lagesbild::indicators;

namespace {

Feasibility check(int n, int mean_hundredths, int sd_hundredths) { return check_feasibility({n, mean_hundredths, sd_hundredths}); }

constexpr Reading usual{SdKind::sample, Tie::half_up};

// The naive computation has no doubles: it finds by trial which hundredth a fraction, or the root of one, rounds to.
std::int64_t rounded_fraction(std::int64_t k, std::int64_t n, Tie tie) {
  std::int64_t units = 0;
  while (200 * k > (2 * units + 1) * n) ++units;  // k/n is above units + 1/2 hundredths
  const bool half = 200 * k == (2 * units + 1) * n;
  return half && (tie == Tie::half_up || units % 2 == 1) ? units + 1 : units;
}

std::int64_t rounded_root(std::int64_t k, std::int64_t n, Tie tie) {
  std::int64_t units = 0;
  while (40'000 * k > (2 * units + 1) * (2 * units + 1) * n) ++units;
  const bool half = 40'000 * k == (2 * units + 1) * (2 * units + 1) * n;
  return half && (tie == Tie::half_up || units % 2 == 1) ? units + 1 : units;
}

struct Naive {
  std::array<std::uint64_t, 4> tables{};
  int least_d = std::numeric_limits<int>::max();  // of the first reading
  int most_d = -1;
};

// mean -> sd -> what fits, for every published pair, by rounding each table of n grades spelled out one by one.
using Pairs = std::vector<std::vector<Naive>>;

Pairs all_pairs(int n) {
  Pairs pairs(401, std::vector<Naive>(301));
  for (int a = 0; a <= n; ++a) {
    for (int b = 0; a + b <= n; ++b) {
      for (int c = 0; a + b + c <= n; ++c) {
        const int d = n - a - b - c;
        std::int64_t sum = 0;
        std::int64_t between = 0;  // over pairs of grades, the squared difference: n * sum x^2 - (sum x)^2
        std::vector<int> grades;
        grades.insert(grades.end(), static_cast<std::size_t>(a), 4);
        grades.insert(grades.end(), static_cast<std::size_t>(b), 3);
        grades.insert(grades.end(), static_cast<std::size_t>(c), 2);
        grades.insert(grades.end(), static_cast<std::size_t>(d), 1);
        for (std::size_t i = 0; i < grades.size(); ++i) {
          sum += grades[i];
          for (std::size_t j = i + 1; j < grades.size(); ++j) between += (grades[i] - grades[j]) * (grades[i] - grades[j]);
        }
        for (std::size_t i = 0; i < readings.size(); ++i) {
          const std::int64_t denominator = std::int64_t{n} * (readings[i].sd == SdKind::sample ? n - 1 : n);
          if (denominator == 0) continue;
          const auto mean = static_cast<std::size_t>(rounded_fraction(sum, n, readings[i].tie));
          const auto sd = static_cast<std::size_t>(rounded_root(between, denominator, readings[i].tie));
          Naive& naive = pairs[mean][sd];
          ++naive.tables[i];
          if (i == 0) {
            naive.least_d = std::min(naive.least_d, d);
            naive.most_d = std::max(naive.most_d, d);
          }
        }
      }
    }
  }
  return pairs;
}

}  // namespace

TEST_CASE("figure 5: areas A and B have one table each", "[indicators]") {
  const Feasibility a = check(181, 398, 22);
  CHECK(a.verdict == Verdict::possible);
  CHECK(a.combinations == 1);
  CHECK(a.only == GradeCounts{180, 0, 0, 1});
  CHECK(a.reading == usual);
  CHECK(a.least_d == 1);
  CHECK(a.most_d == 1);
  const Feasibility b = check(181, 397, 28);
  CHECK(b.combinations == 1);
  CHECK(b.only == GradeCounts{178, 1, 1, 1});
  CHECK(b.reading == usual);
}

TEST_CASE("figure 5: no 181 grades give area C its mean and SD, under any reading", "[indicators]") {
  const Feasibility c = check(181, 340, 121);
  CHECK(c.verdict == Verdict::impossible);
  CHECK(c.combinations == 0);
  CHECK_FALSE(c.reading);
  CHECK_FALSE(c.only);
  CHECK(c.by_reading == std::array<std::uint64_t, 4>{0, 0, 0, 0});
  REQUIRE(c.largest_sd);
  CHECK(lagesbild::Decimal::rounded(*c.largest_sd, 2)->text(lagesbild::Language::sv) == "1,20");
}

TEST_CASE("figure 5: the other areas have as many tables as were found before, by the sample SD", "[indicators]") {
  const std::array<std::array<int, 3>, 5> areas{{{373, 84, 4}, {337, 102, 29}, {379, 71, 3}, {317, 67, 30}, {298, 120, 72}}};
  for (const auto& [mean, sd, tables] : areas) {
    INFO(mean << " " << sd);
    const Feasibility area = check(181, mean, sd);
    CHECK(area.combinations == static_cast<std::uint64_t>(tables));
    CHECK(area.by_reading[0] == area.combinations);
    CHECK(area.reading == usual);
    CHECK_FALSE(area.only);
  }
}

TEST_CASE("figure 5: the range of D that mean and SD imply", "[indicators]") {
  struct Range {
    int mean, sd, least_d, most_d;
  };
  // By trying all 1 021 384 tables in tests/oracle/region_figures.py. H: at least 26, though 20 units at most still had a D anywhere.
  const std::vector<Range> areas{{373, 84, 14, 15}, {337, 102, 10, 24}, {379, 71, 8, 10}, {317, 67, 0, 9}, {298, 120, 26, 44}};
  for (const Range& area : areas) {
    INFO(area.mean << " " << area.sd);
    const Feasibility found = check(181, area.mean, area.sd);
    CHECK(found.least_d == area.least_d);
    CHECK(found.most_d == area.most_d);
  }
}

TEST_CASE("every published pair for up to nine grades is judged as by trying each grade", "[indicators]") {
  int wrong = 0;
  int possible = 0;
  for (int n = 1; n <= 9; ++n) {
    const Pairs pairs = all_pairs(n);
    for (int mean = 95; mean <= 405; ++mean) {
      for (int sd = 0; sd <= 300; ++sd) {
        const Naive naive = mean <= 400 ? pairs[static_cast<std::size_t>(mean)][static_cast<std::size_t>(sd)] : Naive{};
        const Feasibility found = check(n, mean, sd);
        wrong += found.by_reading != naive.tables;
        possible += found.verdict == Verdict::possible;
        if (naive.tables[0] > 0) wrong += found.least_d != naive.least_d || found.most_d != naive.most_d || found.reading != usual;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(possible > 500);
}

TEST_CASE("a figure that only another way of rounding gives says which", "[indicators]") {
  // Eight grades of 2 and 1: 9 points of 8 is 1.125, which is 1,13 half up and 1,12 half even; the sample SD is 0.3536 both ways.
  CHECK(check(8, 113, 35).reading == usual);
  const Feasibility even = check(8, 112, 35);
  CHECK(even.reading == Reading{SdKind::sample, Tie::half_even});
  CHECK(even.only == GradeCounts{0, 0, 1, 7});
  // 4 and 1: the sample SD is 2.12, the population SD 1.50.
  const Feasibility population = check(2, 250, 150);
  CHECK(population.reading == Reading{SdKind::population, Tie::half_up});
  CHECK(population.only == GradeCounts{1, 0, 0, 1});
}

TEST_CASE("one grade has no sample SD", "[indicators]") {
  const Feasibility one = check(1, 300, 0);
  CHECK(one.reading == Reading{SdKind::population, Tie::half_up});
  CHECK(one.only == GradeCounts{0, 1, 0, 0});
  CHECK_FALSE(one.least_sd);
  CHECK_FALSE(one.largest_sd);
}

TEST_CASE("a mean that no grades have is impossible whatever the SD", "[indicators]") {
  for (const int mean : {-1, 0, 99, 401, 350}) {
    INFO(mean);
    const Feasibility none = check(3, mean, 58);  // thirds: no 3.50
    CHECK(none.verdict == Verdict::impossible);
    CHECK_FALSE(none.least_sd);
    CHECK_FALSE(none.largest_sd);
  }
  CHECK(check(181, 340, -1).verdict == Verdict::impossible);
  CHECK(check(181, 340, std::numeric_limits<int>::max()).verdict == Verdict::impossible);
}

TEST_CASE("too many grades are not checked, rather than called impossible", "[indicators]") {
  CHECK(check(0, 340, 120).verdict == Verdict::not_checked);
  CHECK(check(-5, 340, 120).verdict == Verdict::not_checked);
  CHECK(check(2001, 340, 120).verdict == Verdict::not_checked);
  CHECK(check(2000, 400, 0).only == GradeCounts{2000, 0, 0, 0});
}
