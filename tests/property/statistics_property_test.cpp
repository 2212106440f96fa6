// What holds for intervals and limits whatever the counts: all small ones, and some hundreds of large ones, the same every run. What is
// computed here for comparison is computed the slow way, from the definition.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "indicators/funnel.hpp"
#include "indicators/intervals.hpp"
#include "indicators/statistics.hpp"
#include "made_region.hpp"

using namespace lagesbild::indicators;
using lagesbild::test::Random;

namespace {

constexpr Confidence confidences[] = {Confidence::percent_95, Confidence::percent_99_8};
constexpr double thetas[] = {0.002, 0.01, 0.05, 0.11, 0.25, 0.38, 0.5, 0.62, 0.8, 0.93, 0.99, 0.998};

double share(const Part& part) { return static_cast<double>(part.k) / static_cast<double>(part.n); }
double width(const Interval& interval) { return interval.upper - interval.lower; }

std::vector<Part> all_shares(std::int64_t largest) {
  std::vector<Part> parts;
  for (std::int64_t n = 1; n <= largest; ++n) {
    for (std::int64_t k = 0; k <= n; ++k) parts.push_back({k, n});
  }
  return parts;
}

Part random_share(Random& random, std::size_t largest) {
  const std::int64_t n = 1 + static_cast<std::int64_t>(random.below(largest));
  return {static_cast<std::int64_t>(random.below(static_cast<std::size_t>(n) + 1)), n};
}

std::vector<Part> shares_to_try() {
  std::vector<Part> parts = all_shares(60);
  Random random(41);
  for (int i = 0; i < 400; ++i) parts.push_back(random_share(random, 5000));
  return parts;
}

// P(R = 0), P(R = 1) and so on to P(R = n).
std::vector<double> binomial(std::int64_t n, double p) {
  std::vector<double> chances{1};
  for (std::int64_t trial = 0; trial < n; ++trial) {
    chances.push_back(0);
    for (std::size_t r = chances.size(); r-- > 0;) chances[r] = chances[r] * (1 - p) + (r > 0 ? chances[r - 1] * p : 0);
  }
  return chances;
}

double sum(const std::vector<double>& chances, std::int64_t from, std::int64_t to) {
  double total = 0;
  for (std::int64_t r = from; r <= to; ++r) total += chances[static_cast<std::size_t>(r)];
  return total;
}

// The limit on one side of a share where the score test has its edge, found by halving.
double score_limit(const Part& part, Confidence confidence, double end) {
  const double p = share(part);
  double inside = p, outside = end;
  for (int i = 0; i < 100; ++i) {
    const double middle = (inside + outside) / 2;
    const double error = std::sqrt(middle * (1 - middle) / static_cast<double>(part.n));
    (std::fabs(p - middle) <= normal_quantile(confidence) * error ? inside : outside) = middle;
  }
  return inside;
}

// Spiegelhalter's interpolated limit as counts from 0 to n, with every probability summed, and the count that it is interpolated to.
std::pair<double, std::int64_t> slow_limit(std::int64_t n, double theta, double p) {
  const std::vector<double> chances = binomial(n, theta);
  std::int64_t r = 0;
  while (r < n && sum(chances, 0, r) < p) ++r;
  const double at = r == n ? 1 : sum(chances, 0, r);
  return {std::clamp(static_cast<double>(r) - (at - p) / (at - sum(chances, 0, r - 1)), 0.0, static_cast<double>(n)), r};
}

}  // namespace

TEST_CASE("an interval of a share holds the share, stays within 0 to 1 and shrinks with more answers") {
  int wrong = 0;
  for (const Part& part : shares_to_try()) {
    const Part more{4 * part.k, 4 * part.n};
    for (const auto interval : {wilson, clopper_pearson}) {
      for (const Confidence confidence : confidences) {
        const Interval one = interval(part.k, part.n, confidence).value();
        wrong += !(0 <= one.lower && one.lower <= share(part) && share(part) <= one.upper && one.upper <= 1);
        wrong += !(width(interval(more.k, more.n, confidence).value()) < width(one));
      }
      wrong += !(width(interval(part.k, part.n, confidences[0]).value()) < width(interval(part.k, part.n, confidences[1]).value()));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("Wilson's limits are where the score test has its edges") {
  double worst = 0;
  for (const Part& part : all_shares(30)) {
    for (const Confidence confidence : confidences) {
      const Interval interval = wilson(part.k, part.n, confidence).value();
      worst = std::max({worst, std::fabs(interval.lower - score_limit(part, confidence, 0)),
                        std::fabs(interval.upper - score_limit(part, confidence, 1))});
    }
  }
  CHECK(worst < 1e-12);
}

TEST_CASE("at the limits of Clopper and Pearson each tail, summed, has what it should") {
  double worst = 0;
  for (const Part& part : all_shares(30)) {
    for (const Confidence confidence : confidences) {
      const Interval interval = clopper_pearson(part.k, part.n, confidence).value();
      if (part.k > 0) worst = std::max(worst, std::fabs(sum(binomial(part.n, interval.lower), part.k, part.n) - tail(confidence)));
      if (part.k < part.n) worst = std::max(worst, std::fabs(sum(binomial(part.n, interval.upper), 0, part.k) - tail(confidence)));
    }
  }
  CHECK(worst < 1e-12);
}

TEST_CASE("the interval of a difference holds it, turns with it and shrinks with more answers") {
  std::vector<std::pair<Part, Part>> pairs;
  for (const Part& first : all_shares(9)) {
    for (const Part& second : all_shares(9)) pairs.emplace_back(first, second);
  }
  Random random(42);
  for (int i = 0; i < 400; ++i) pairs.emplace_back(random_share(random, 3000), random_share(random, 50));
  int wrong = 0;
  for (const auto& [first, second] : pairs) {
    for (const Confidence confidence : confidences) {
      const Interval interval = newcombe(first, second, confidence).value();
      const Interval turned = newcombe(second, first, confidence).value();
      const double difference = share(first) - share(second);
      wrong += !(-1 <= interval.lower && interval.lower <= difference && difference <= interval.upper && interval.upper <= 1);
      wrong += !(turned.lower == -interval.upper && turned.upper == -interval.lower);
      const auto more = newcombe({4 * first.k, 4 * first.n}, {4 * second.k, 4 * second.n}, confidence);
      wrong += !(width(more.value()) < width(interval));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("funnel limits are those of summed probabilities, and keeping them around theta changes no group's place") {
  double worst = 0;
  int wrong = 0;
  for (std::int64_t n = 1; n <= 40; ++n) {
    for (const double theta : thetas) {
      for (const Confidence confidence : confidences) {
        const Interval limits = funnel_limits(theta, n, confidence).value();
        const CountLimits counts = funnel_discrete(theta, n, confidence).value();
        const auto [lower, lower_count] = slow_limit(n, theta, tail(confidence));
        const auto [upper, upper_count] = slow_limit(n, theta, 1 - tail(confidence));
        const double size = static_cast<double>(n);
        wrong += counts.lower != lower_count || counts.upper != upper_count;
        worst = std::max({worst, std::fabs(limits.lower - std::min(lower / size, theta)),
                          std::fabs(limits.upper - std::max(upper / size, theta))});
        for (std::int64_t k = 0; k <= n; ++k) {
          const double count = static_cast<double>(k);
          wrong += (share({k, n}) < limits.lower) != (count < lower) || (share({k, n}) > limits.upper) != (count > upper);
        }
        const std::vector<double> chances = binomial(n, theta);
        wrong += sum(chances, 0, counts.lower - 1) > tail(confidence) || sum(chances, counts.upper + 1, n) > tail(confidence) + 1e-12;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(worst < 1e-10);
}

TEST_CASE("a funnel holds its theta, and is wider for fewer answers once some of both answers are expected") {
  int wrong = 0;
  for (const double theta : thetas) {
    for (std::int64_t n = 1; n <= 1000; n += 1 + n / 10) {
      const Interval narrow = funnel_limits(theta, n).value();
      const Interval wide = funnel_limits(theta, n, Confidence::percent_99_8).value();
      wrong += !(0 <= wide.lower && wide.lower <= narrow.lower && narrow.lower <= theta);
      wrong += !(theta <= narrow.upper && narrow.upper <= wide.upper && wide.upper <= 1);
      if (static_cast<double>(n) * std::min(theta, 1 - theta) < 1) continue;
      for (const Confidence confidence : confidences) {
        wrong += !(width(funnel_limits(theta, 4 * n, confidence).value()) < width(funnel_limits(theta, n, confidence).value()));
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("groups that are alike are not overdispersed, nor nearly ever those that differ by chance") {
  for (std::int64_t times = 1; times <= 30; ++times) {
    const std::vector<Part> alike(static_cast<std::size_t>(times), Part{3 * times, 7 * times});
    CHECK(overdispersion(alike, 3.0 / 7.0) == 1.0);
  }
  Random random(43);
  int proved = 0;
  for (int region = 0; region < 1000; ++region) {
    std::vector<Part> groups;
    for (int group = 0; group < 20; ++group) {
      Part part{0, 10 + static_cast<std::int64_t>(random.below(40))};
      for (std::int64_t answer = 0; answer < part.n; ++answer) part.k += random.below(10) < 4;
      groups.push_back(part);
    }
    proved += overdispersion(groups, 0.4) > 1;
  }
  CHECK(proved <= 20);
}

TEST_CASE("overdispersion is 1 or proved, whatever the order of the groups, and counts groups without answers for nothing") {
  Random random(44);
  int wrong = 0, proved = 0;
  for (int region = 0; region < 500; ++region) {
    std::vector<Part> groups;
    for (std::size_t i = 1 + random.below(30); i > 0; --i) groups.push_back(random_share(random, 60));
    const double phi = overdispersion(groups, 0.45);
    const double threshold = 1 + 2 * std::sqrt(2 / static_cast<double>(groups.size()));
    wrong += !(phi == 1 || phi > threshold);
    proved += phi > threshold;
    groups.push_back({0, 0});
    random.shuffle(groups);
    wrong += overdispersion(groups, 0.45) != phi;
  }
  CHECK(wrong == 0);
  CHECK(proved > 300);  // shares from 0 to 1 alike differ by far more than chance
}

TEST_CASE("one extreme group does not hide itself in the overdispersion of the others") {
  std::vector<Part> groups(19, Part{20, 50});
  groups.push_back({50, 50});
  CHECK(overdispersion(groups, 0.4) == 1.0);
}

TEST_CASE("limits widened by more hold those widened by less, around theta and within 0 to 1") {
  int wrong = 0;
  for (const double theta : thetas) {
    Interval before = funnel_limits(theta, 25).value();
    const Interval same = widen(before, theta, 1);
    wrong += !(std::fabs(same.lower - before.lower) < 1e-15 && std::fabs(same.upper - before.upper) < 1e-15);
    before = same;
    for (double phi = 1.5; phi < 100; phi *= 1.5) {
      const Interval after = widen(funnel_limits(theta, 25).value(), theta, phi);
      wrong += !(0 <= after.lower && after.lower <= before.lower && before.upper <= after.upper && after.upper <= 1);
      before = after;
    }
  }
  CHECK(wrong == 0);
  const Interval doubled = widen({0.4, 0.55}, 0.5, 4);
  CHECK(doubled.lower == Approx(0.3));
  CHECK(doubled.upper == Approx(0.6));
}

TEST_CASE("limits of a mean are as far below as above and halve with four times the answers") {
  const Interval limits = mean_limits(3.5, 0.8, 16).value();
  CHECK(limits.lower == Approx(3.5 - 1.959963984540054 * 0.2));
  CHECK(limits.upper == Approx(3.5 + 1.959963984540054 * 0.2));
  int wrong = 0;
  for (std::int64_t n = 1; n <= 200; ++n) {
    const Interval one = mean_limits(2.25, 0.5, n, Confidence::percent_99_8).value();
    wrong += !(one.lower < 2.25 && std::fabs(2.25 - one.lower - (one.upper - 2.25)) < 1e-12);
    wrong += !(std::fabs(width(one) - 2 * width(mean_limits(2.25, 0.5, 4 * n, Confidence::percent_99_8).value())) < 1e-12);
  }
  CHECK(wrong == 0);
}
