// What holds for shrinkage, trends and agreement whatever the counts: all small ones, and some hundreds of large ones, the same every run.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

#include "catch.hpp"
#include "indicators/agreement.hpp"
#include "indicators/shrinkage.hpp"
#include "indicators/trend.hpp"
#include "made_region.hpp"

using namespace lagesbild::indicators;
using lagesbild::test::Random;

namespace {

constexpr Weights all_weights[] = {Weights::none, Weights::linear, Weights::quadratic};

double share(const Part& part) { return static_cast<double>(part.k) / static_cast<double>(part.n); }

std::int64_t whole(Random& random, std::size_t below) { return static_cast<std::int64_t>(random.below(below)); }

std::vector<Part> random_groups(Random& random) {
  std::vector<Part> groups;
  const std::size_t spread = 1 + random.below(5);  // from much alike to not at all
  for (std::size_t i = 2 + random.below(12); i > 0; --i) {
    const std::int64_t n = 1 + whole(random, 30);
    groups.push_back({std::min(n, n / 3 + whole(random, static_cast<std::size_t>(n) * spread / 5 + 1)), n});
  }
  return groups;
}

// All triples of groups of up to three answers, and random ones.
std::vector<std::vector<Part>> groups_to_try() {
  std::vector<Part> small;
  for (std::int64_t n = 1; n <= 3; ++n) {
    for (std::int64_t k = 0; k <= n; ++k) small.push_back({k, n});
  }
  std::vector<std::vector<Part>> sets;
  for (const Part& a : small) {
    for (const Part& b : small) {
      for (const Part& c : small) sets.push_back({a, b, c});
    }
  }
  Random random(51);
  for (int i = 0; i < 150; ++i) sets.push_back(random_groups(random));
  return sets;
}

// The beta-binomial log likelihood by gamma functions, turned around.
double slow_negative_log_likelihood(const std::vector<Part>& groups, double rate, double rho) {
  const auto log_beta = [](double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); };
  const BetaShape prior = shape({rate, rho}).value();
  double sum = 0;
  for (const Part& group : groups) {
    const double yes = static_cast<double>(group.k), no = static_cast<double>(group.n - group.k);
    sum += std::lgamma(yes + no + 1) - std::lgamma(yes + 1) - std::lgamma(no + 1);
    sum += log_beta(prior.alpha + yes, prior.beta + no) - log_beta(prior.alpha, prior.beta);
  }
  return -sum;
}

std::vector<Scored> random_periods(Random& random) {
  std::vector<Scored> periods;
  double year = 2015;
  for (std::size_t i = 2 + random.below(6); i > 0; --i) {
    const std::int64_t n = 1 + whole(random, 50);
    periods.push_back({year, {whole(random, static_cast<std::size_t>(n) + 1), n}});
    year += 1 + static_cast<double>(random.below(3));
  }
  return periods;
}

// The correlation of score and answer, every answer by itself, times the root of how many there are.
double slow_z(const std::vector<Scored>& periods) {
  double n = 0, t = 0, y = 0;
  for (const Scored& period : periods) {
    n += static_cast<double>(period.part.n);
    t += static_cast<double>(period.part.n) * period.score;
    y += static_cast<double>(period.part.k);
  }
  double ty = 0, tt = 0, yy = 0;
  for (const Scored& period : periods) {
    for (std::int64_t answer = 0; answer < period.part.n; ++answer) {
      const double from_t = period.score - t / n;
      const double from_y = (answer < period.part.k ? 1 : 0) - y / n;
      ty += from_t * from_y;
      tt += from_t * from_t;
      yy += from_y * from_y;
    }
  }
  return std::sqrt(n) * ty / std::sqrt(tt * yy);
}

std::vector<std::vector<std::int64_t>> random_table(Random& random, std::size_t size) {
  std::vector<std::vector<std::int64_t>> table(size, std::vector<std::int64_t>(size));
  for (auto& row : table) {
    for (auto& count : row) count = whole(random, 9);
  }
  table[0][1] += 1;  // someone disagrees
  return table;
}

std::vector<double> permutation(Random& random, std::size_t size) {
  std::vector<double> values(size);
  std::iota(values.begin(), values.end(), 1.0);
  random.shuffle(values);
  return values;
}

std::vector<double> turned(std::vector<double> values) {
  for (double& value : values) value = -value;
  return values;
}

}  // namespace

TEST_CASE("a shrunk share lies between the group's own and that of all, and the order of the groups changes no bit") {
  Random random(52);
  int wrong = 0;
  for (std::vector<Part> groups : groups_to_try()) {
    const Prior moments = prior_by_moments(groups).value();
    const LikeliestPrior likeliest = prior_by_likelihood(groups).value();
    for (const Prior& prior : {moments, likeliest.prior}) {
      wrong += !(0 <= prior.rate && prior.rate <= 1 && 0 <= prior.rho && prior.rho <= 1);
      for (const Part& group : groups) {
        const double value = shrunk(prior, group).value();
        wrong += !(std::min(share(group), prior.rate) <= value && value <= std::max(share(group), prior.rate));
        wrong += prior.rho == 0 && value != prior.rate;
        const double more = shrunk(prior, {4 * group.k, 4 * group.n}).value();
        wrong += !(std::fabs(more - share(group)) <= std::fabs(value - share(group)));
      }
    }
    random.shuffle(groups);
    wrong += prior_by_moments(groups)->rate != moments.rate || prior_by_moments(groups)->rho != moments.rho;
    wrong += prior_by_likelihood(groups)->negative_log_likelihood != likeliest.negative_log_likelihood;
    groups.push_back({0, 0});
    wrong += prior_by_moments(groups)->rho != moments.rho;
  }
  CHECK(wrong == 0);
}

TEST_CASE("groups that are alike are shrunk fully") {
  for (std::int64_t n = 2; n <= 40; n += 2) {
    const std::vector<Part> alike(6, Part{n / 2, n});
    CHECK(prior_by_moments(alike)->rho == 0.0);
    CHECK(prior_by_likelihood(alike)->prior.rho == 0.0);
    CHECK(shrunk(*prior_by_moments(alike), {n, n}) == 0.5);
  }
}

TEST_CASE("no prior is likelier than the likeliest") {
  double worst = 0, apart = 0;
  for (const std::vector<Part>& groups : groups_to_try()) {
    const LikeliestPrior found = prior_by_likelihood(groups).value();
    for (double rate = 0.02; rate < 1; rate += 0.06) {
      for (const double rho : {0.001, 0.01, 0.03, 0.07, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97}) {
        worst = std::max(worst, found.negative_log_likelihood - slow_negative_log_likelihood(groups, rate, rho));
      }
    }
    if (found.prior.rho < 0.001 || found.prior.rho > 0.999) continue;
    const double again = slow_negative_log_likelihood(groups, found.prior.rate, found.prior.rho);
    apart = std::max(apart, std::fabs(again - found.negative_log_likelihood));
  }
  CHECK(worst < 1e-9);
  CHECK(apart < 1e-9);
}

TEST_CASE("a posterior quantile is where a beta distribution, as binomial tails, has its probability") {
  double worst = 0;
  for (int alpha = 1; alpha <= 4; ++alpha) {
    for (int beta = 1; beta <= 4; ++beta) {
      const Prior prior{static_cast<double>(alpha) / (alpha + beta), 1.0 / (alpha + beta + 1)};
      for (const Part& group : {Part{0, 3}, Part{2, 5}, Part{9, 9}}) {
        for (const double p : {0.001, 0.025, 0.5, 0.975, 0.999}) {
          const double at = posterior_quantile(prior, group, p).value();
          const std::int64_t trials = alpha + beta + group.n - 1;
          double tail = 0;  // P(at least alpha + k of the trials)
          for (std::int64_t r = alpha + group.k; r <= trials; ++r) {
            double chance = std::pow(at, static_cast<double>(r)) * std::pow(1 - at, static_cast<double>(trials - r));
            for (std::int64_t j = 0; j < r; ++j) chance *= static_cast<double>(trials - j) / static_cast<double>(r - j);
            tail += chance;
          }
          worst = std::max(worst, std::fabs(tail - p));
        }
      }
    }
  }
  CHECK(worst < 1e-12);
}

TEST_CASE("posterior quantiles rise with p within 0 to 1, however strong or weak the prior") {
  int wrong = 0;
  for (const double rho : {0.0, 1e-15, 1e-9, 1e-4, 0.1, 0.5, 0.99, 1 - 1e-9, 1.0}) {
    for (const double rate : {0.0, 0.001, 0.3, 0.9, 1.0}) {
      for (const Part& group : {Part{0, 1}, Part{1, 1}, Part{3, 20}, Part{500, 500}, Part{700, 2000}}) {
        double before = 0;
        for (const double p : {0.0, 0.001, 0.025, 0.5, 0.975, 0.999, 1.0}) {
          const double value = posterior_quantile({rate, rho}, group, p).value();
          const bool right = before <= value && value <= 1;
          if (!right) UNSCOPED_INFO(rho << ", " << rate << ": " << group.k << " of " << group.n << " at " << p << " is " << value);
          wrong += !right;
          before = value;
        }
      }
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("a trend turns with its periods, whatever their order, and is the correlation of every answer") {
  Random random(53);
  double worst = 0;
  int wrong = 0;
  for (int i = 0; i < 500; ++i) {
    std::vector<Scored> periods = random_periods(random);
    const TrendTest test = cochran_armitage(periods).value();
    const Trend trend = trend_of(periods);
    if (std::isfinite(slow_z(periods))) worst = std::max(worst, std::fabs(test.z - slow_z(periods)));
    wrong += !(test.chi_squared >= 0 && test.p >= 0 && test.p <= 1);
    wrong += (trend == Trend::up || trend == Trend::down) != (test.p < 0.05 && periods.size() >= 3);
    random.shuffle(periods);
    wrong += cochran_armitage(periods)->z != test.z;
    for (Scored& period : periods) period.score = -period.score;
    const TrendTest back = cochran_armitage(periods).value();
    wrong += back.z != -test.z || back.p != test.p || back.chi_squared != test.chi_squared;
    wrong += trend == Trend::up && trend_of(periods) != Trend::down;
    for (Scored& period : periods) period = {10 - 3 * period.score, {4 * period.part.k, 4 * period.part.n}};
    worst = std::max(worst, std::fabs(cochran_armitage(periods)->z - 2 * test.z));
  }
  CHECK(wrong == 0);
  CHECK(worst < 1e-10);
}

TEST_CASE("kappa is 1 on the diagonal, at most 1 elsewhere, and sees neither who is who nor which end is up") {
  Random random(54);
  int wrong = 0;
  for (int i = 0; i < 500; ++i) {
    const std::size_t size = 2 + random.below(4);
    const auto table = random_table(random, size);
    auto diagonal = table, transposed = table, reversed = table;
    for (std::size_t row = 0; row < size; ++row) {
      for (std::size_t column = 0; column < size; ++column) {
        diagonal[row][column] = row == column ? 1 + table[row][column] : 0;
        transposed[row][column] = table[column][row];
        reversed[row][column] = table[size - 1 - row][size - 1 - column];
      }
    }
    for (const Weights weights : all_weights) {
      const double value = kappa(table, weights).value();
      wrong += kappa(diagonal, weights) != 1.0 || !(-1 <= value && value <= 1);
      wrong += kappa(transposed, weights) != value || kappa(reversed, weights) != value;
      wrong += size == 2 && std::fabs(value - kappa(table, Weights::none).value()) > 1e-15;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("W, rho and tau-b stay within their bounds, with ties or without, and see only the order") {
  Random random(55);
  int wrong = 0;
  for (int i = 0; i < 500; ++i) {
    std::vector<std::vector<double>> rankings(2 + random.below(5), std::vector<double>(2 + random.below(9)));
    for (auto& ranking : rankings) {
      for (double& value : ranking) value = static_cast<double>(random.below(6));
      ranking[0] = 7;
    }
    const auto found = kendall_w(rankings).value();
    wrong += !(0 <= found.w && found.w <= 1 && 0 <= found.p && found.p <= 1 && found.chi_squared >= 0);
    for (const auto correlation : {spearman_rho, kendall_tau_b}) {
      const double value = correlation(rankings[0], rankings[1]).value();
      wrong += !(-1 <= value && value <= 1) || correlation(rankings[1], rankings[0]) != value;
      wrong += correlation(rankings[0], turned(rankings[1])) != -value || correlation(rankings[0], rankings[0]) != 1.0;
    }
    for (auto& ranking : rankings) {
      for (double& value : ranking) value = std::exp(value / 2) + 100;
    }
    random.shuffle(rankings);
    wrong += kendall_w(rankings)->w != found.w;
    wrong += kendall_w(std::vector(4, rankings[0]))->w != 1.0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("without ties W follows from the mean rho of all pairs, rho from squared differences, tau from pairs out of order") {
  Random random(56);
  double worst = 0;
  for (int i = 0; i < 300; ++i) {
    const std::size_t size = 2 + random.below(9);
    std::vector<std::vector<double>> rankings;
    for (std::size_t judge = 2 + random.below(4); judge > 0; --judge) rankings.push_back(permutation(random, size));
    const double n = static_cast<double>(size), m = static_cast<double>(rankings.size());
    double rhos = 0;
    for (std::size_t a = 0; a < rankings.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        double squares = 0, out_of_order = 0;
        for (std::size_t one = 0; one < size; ++one) {
          squares += std::pow(rankings[a][one] - rankings[b][one], 2);
          for (std::size_t two = 0; two < one; ++two) {
            out_of_order += (rankings[a][one] < rankings[a][two]) != (rankings[b][one] < rankings[b][two]);
          }
        }
        const double rho = 1 - 6 * squares / (n * (n * n - 1));
        rhos += rho;
        worst = std::max(worst, std::fabs(spearman_rho(rankings[a], rankings[b]).value() - rho));
        worst = std::max(worst, std::fabs(kendall_tau_b(rankings[a], rankings[b]).value() - (1 - 4 * out_of_order / (n * (n - 1)))));
      }
    }
    const double mean_rho = rhos / (m * (m - 1) / 2);
    worst = std::max(worst, std::fabs(kendall_w(rankings)->w - (mean_rho * (m - 1) + 1) / m));
  }
  CHECK(worst < 1e-12);
}

TEST_CASE("Cohen's h turns with its shares, is 0 only for equal ones and grows with what lies between") {
  int wrong = 0;
  for (int a = 0; a <= 100; ++a) {
    for (int b = 0; b <= 100; ++b) {
      const double h = cohens_h(a / 100.0, b / 100.0).value();
      wrong += h != -cohens_h(b / 100.0, a / 100.0).value() || (h > 0) != (a > b) || (h == 0) != (a == b);
      wrong += a > b && a < 100 && !(cohens_h((a + 1) / 100.0, b / 100.0).value() > h);
    }
  }
  CHECK(wrong == 0);
}
