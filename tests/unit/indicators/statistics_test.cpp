#include "indicators/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "catch.hpp"

using namespace lagesbild::indicators;

namespace {

std::vector<double> spelled_out(const GradeCounts& counts) {
  std::vector<double> values;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    values.insert(values.end(), static_cast<std::size_t>(counts[i]), static_cast<double>(4 - i));
  }
  return values;
}

}  // namespace

TEST_CASE("there is no mean of nothing and no sample SD of one value", "[indicators]") {
  const std::vector<double> none;
  const std::vector<double> one{3};
  CHECK_FALSE(mean(none));
  CHECK_FALSE(sample_sd(none));
  CHECK_FALSE(population_sd(none));
  CHECK_FALSE(quantile(none, 0.5));
  CHECK_FALSE(sample_sd(one));
  CHECK(population_sd(one) == 0.0);
  CHECK_FALSE(mean(GradeCounts{0, 0, 0, 0}));
  CHECK_FALSE(sample_sd(GradeCounts{0, 0, 1, 0}));
  CHECK_FALSE(population_sd(GradeCounts{0, 0, 0, 0}));
  CHECK(mean(GradeCounts{0, 0, 1, 0}) == 2.0);
}

TEST_CASE("a framework may give other points", "[indicators]") {
  const GradePoints others{10, 7, 5, 0};
  CHECK(sum_of_points(GradeCounts{1, 2, 3, 4}, others) == 39);
  CHECK(mean(GradeCounts{1, 2, 3, 4}, others) == 3.9);
  CHECK(sample_sd(GradeCounts{1, 0, 0, 1}, others) == sample_sd(std::vector<double>{10, 0}));
  CHECK(population_sd(GradeCounts{1, 0, 0, 1}, others) == 5.0);
}

TEST_CASE("grades count 4, 3, 2 and 1 points unless told otherwise", "[indicators]") {
  CHECK(sum_of_points(GradeCounts{1, 0, 0, 0}) == 4);
  CHECK(sum_of_points(GradeCounts{0, 1, 0, 0}) == 3);
  CHECK(sum_of_points(GradeCounts{0, 0, 1, 0}) == 2);
  CHECK(sum_of_points(GradeCounts{0, 0, 0, 1}) == 1);
  CHECK(total(GradeCounts{135, 3, 23, 20}) == 181);
  CHECK(sum_of_points(GradeCounts{135, 3, 23, 20}) == 615);
}

TEST_CASE("counted grades give the same as the grades spelled out, in every table of up to twelve", "[indicators]") {
  double worst = 0;
  for (int a = 0; a <= 12; ++a) {
    for (int b = 0; a + b <= 12; ++b) {
      for (int c = 0; a + b + c <= 12; ++c) {
        for (int d = 0; a + b + c + d <= 12; ++d) {
          const GradeCounts counts{a, b, c, d};
          const std::vector<double> values = spelled_out(counts);
          REQUIRE(mean(counts).has_value() == mean(values).has_value());
          REQUIRE(sample_sd(counts).has_value() == sample_sd(values).has_value());
          REQUIRE(population_sd(counts).has_value() == population_sd(values).has_value());
          worst = std::max({worst, std::fabs(mean(counts).value_or(0) - mean(values).value_or(0)),
                            std::fabs(sample_sd(counts).value_or(0) - sample_sd(values).value_or(0)),
                            std::fabs(population_sd(counts).value_or(0) - population_sd(values).value_or(0))});
        }
      }
    }
  }
  CHECK(worst < 1e-14);
}

TEST_CASE("the order of the values changes no bit of a result", "[indicators]") {
  std::vector<double> values{0.1, 0.2, 0.3, 1e9, -7.7, 0.7, 1e-9};
  std::sort(values.begin(), values.end());
  const auto first_mean = mean(values);
  const auto first_sd = sample_sd(values);
  const auto first_quantile = quantile(values, 0.3);
  int different = 0;
  do {
    different += mean(values) != first_mean || sample_sd(values) != first_sd || quantile(values, 0.3) != first_quantile;
  } while (std::next_permutation(values.begin(), values.end()));
  CHECK(different == 0);
}

TEST_CASE("equal values have exactly no spread", "[indicators]") {
  const std::vector<double> values(7, 0.1);
  CHECK(mean(values) == 0.1);
  CHECK(sample_sd(values) == 0.0);
  CHECK(quantile(values, 0.3) == 0.1);
}

TEST_CASE("the quantiles at 0 and 1 are the least and the greatest value, and p outside gives nothing", "[indicators]") {
  const std::vector<double> values{10, 1, 3, 2, 4};
  CHECK(quantile(values, 0) == 1.0);
  CHECK(quantile(values, 1) == 10.0);
  CHECK(quantile(values, 0.75).value() - quantile(values, 0.25).value() == 2.0);
  CHECK_FALSE(quantile(values, -0.01));
  CHECK_FALSE(quantile(values, 1.01));
  CHECK_FALSE(quantile(values, std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("a Wilson interval holds its share, mirrors, and is wider at 99.8 percent", "[indicators]") {
  int wrong = 0;
  for (std::int64_t n = 1; n <= 60; ++n) {
    for (std::int64_t k = 0; k <= n; ++k) {
      const Interval narrow = wilson(k, n).value();
      const Interval wide = wilson(k, n, Confidence::percent_99_8).value();
      const Interval mirror = wilson(n - k, n).value();
      const double share = static_cast<double>(k) / static_cast<double>(n);
      wrong += !(0 <= narrow.lower && narrow.lower <= share && share <= narrow.upper && narrow.upper <= 1);
      wrong += !(wide.lower <= narrow.lower && narrow.upper <= wide.upper);
      wrong += !(std::fabs(narrow.lower + mirror.upper - 1) < 1e-12);
      wrong += (narrow.lower == 0.0) != (k == 0) || (narrow.upper == 1.0) != (k == n);
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a Wilson limit is where the share is one normal quantile away by the score test", "[indicators]") {
  // (share - limit)^2 = z^2 limit (1 - limit) / n, which defines both limits.
  for (const auto& [confidence, z] :
       {std::pair{Confidence::percent_95, 1.959963984540054}, std::pair{Confidence::percent_99_8, 3.090232306167813}}) {
    const Interval interval = wilson(43, 181, confidence).value();
    for (const double limit : {interval.lower, interval.upper}) {
      const double away = 43.0 / 181.0 - limit;
      CHECK(std::fabs(away * away - z * z * limit * (1 - limit) / 181.0) < 1e-12);
    }
  }
}

TEST_CASE("there is no interval of what is not a share", "[indicators]") {
  CHECK_FALSE(wilson(0, 0));
  CHECK_FALSE(wilson(-1, 5));
  CHECK_FALSE(wilson(6, 5));
}
