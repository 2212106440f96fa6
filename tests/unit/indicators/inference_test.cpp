// Where the statistics of intervals, funnels, shrinkage, trend and agreement have no answer, or one that must be exact.
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "catch.hpp"
#include "indicators/agreement.hpp"
#include "indicators/distributions.hpp"
#include "indicators/funnel.hpp"
#include "indicators/intervals.hpp"
#include "indicators/shrinkage.hpp"
#include "indicators/trend.hpp"

using namespace lagesbild::indicators;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

using Table = std::vector<std::vector<std::int64_t>>;
using Rankings = std::vector<std::vector<double>>;

}  // namespace

TEST_CASE("there is no exact interval and no difference of what is no share", "[indicators]") {
  CHECK_FALSE(clopper_pearson(0, 0));
  CHECK_FALSE(clopper_pearson(-1, 5));
  CHECK_FALSE(clopper_pearson(6, 5));
  CHECK_FALSE(newcombe({0, 0}, {1, 2}));
  CHECK_FALSE(newcombe({1, 2}, {3, 2}));
}

TEST_CASE("the exact interval of none begins at 0 and of all ends at 1", "[indicators]") {
  CHECK(clopper_pearson(0, 7)->lower == 0.0);
  CHECK(clopper_pearson(7, 7)->upper == 1.0);
}

TEST_CASE("the interval of a mean is by Student's distribution, and there is none of one value", "[indicators]") {
  const auto interval = mean_interval(3.5, 0.8, 16);  // t with 15 degrees of freedom is 2.131449545559323
  REQUIRE(interval);
  CHECK(interval->lower == Approx(3.5 - 2.131449545559323 * 0.2).epsilon(1e-12));
  CHECK(interval->upper == Approx(3.5 + 2.131449545559323 * 0.2).epsilon(1e-12));
  CHECK(mean_interval(3.5, 0, 16)->lower == 3.5);
  CHECK_FALSE(mean_interval(3.5, 0.8, 1));
  CHECK_FALSE(mean_interval(3.5, -0.8, 16));
  CHECK_FALSE(mean_interval(no_number, 0.8, 16));
}

TEST_CASE("there is no funnel without a group or around what is no share", "[indicators]") {
  CHECK_FALSE(funnel_limits(0.5, 0));
  CHECK_FALSE(funnel_limits(-0.1, 5));
  CHECK_FALSE(funnel_limits(no_number, 5));
  CHECK_FALSE(funnel_discrete(1.1, 5));
  CHECK_FALSE(mean_limits(3, 0.5, 0));
  CHECK_FALSE(mean_limits(3, -0.5, 4));
  CHECK_FALSE(mean_limits(no_number, 0.5, 4));
  CHECK_FALSE(mean_limits(3, infinite, 4));
}

TEST_CASE("a count within one SD of chance is inside every limit, whatever theta and n", "[indicators]") {
  std::int64_t outside = 0, within = 0;
  for (int thousandths = 1; thousandths < 1000; thousandths += thousandths < 20 || thousandths > 979 ? 1 : 7) {
    const double theta = thousandths / 1000.0;
    for (std::int64_t n = 1; n <= 100; ++n) {
      const CountLimits narrow = funnel_discrete(theta, n, Confidence::percent_95).value();
      for (std::int64_t k = 0; k <= n; ++k) {
        if (!within_one_sd({k, n}, theta)) continue;
        ++within;
        if (k < narrow.lower || k > narrow.upper) ++outside;
      }
    }
  }
  CHECK(outside == 0);
  CHECK(within > 50'000);
}

TEST_CASE("around 0 and 1 nobody who is like all is outside the funnel", "[indicators]") {
  CHECK(funnel_limits(0, 10)->lower == 0.0);
  CHECK(funnel_limits(0, 10)->upper == 0.0);
  CHECK(funnel_limits(1, 10)->upper == 1.0);
  CHECK(funnel_discrete(0, 10)->upper == 0);
  CHECK(funnel_discrete(1, 10)->lower == 10);
}

TEST_CASE("overdispersion is the mean square of the residuals, the outermost drawn in", "[indicators]") {
  // Residuals -3.230, -2.608, -0.090, 0.201 and 1.539; the 10 % quantile is -2.981 and the 90 % quantile 1.003.
  const std::vector<Part> groups{{2, 20}, {5, 25}, {9, 20}, {12, 25}, {18, 30}};
  CHECK(overdispersion(groups, 0.46) == Approx(3.349619627049477).epsilon(1e-12));
}

TEST_CASE("overdispersion is 1 when there is nothing to judge it by", "[indicators]") {
  CHECK(overdispersion({}, 0.5) == 1.0);
  CHECK(overdispersion(std::vector<Part>{{0, 0}}, 0.5) == 1.0);
  CHECK(overdispersion(std::vector<Part>{{9, 10}, {1, 10}}, 0) == 1.0);
  CHECK(overdispersion(std::vector<Part>{{9, 10}, {1, 10}}, no_number) == 1.0);
}

TEST_CASE("no prior comes of no answers or of an impossible group", "[indicators]") {
  CHECK_FALSE(prior_by_moments({}));
  CHECK_FALSE(prior_by_moments(std::vector<Part>{{0, 0}}));
  CHECK_FALSE(prior_by_moments(std::vector<Part>{{1, 3}, {4, 3}}));
  CHECK_FALSE(prior_by_likelihood(std::vector<Part>{{0, 0}}));
  CHECK_FALSE(prior_by_likelihood(std::vector<Part>{{1, 3}, {-1, 3}}));
  CHECK_FALSE(shrunk({0.5, 0.1}, {0, 0}));
  CHECK_FALSE(posterior_quantile({0.5, 0.1}, {0, 0}, 0.5));
  CHECK_FALSE(posterior_quantile({0.5, 0.1}, {1, 3}, 1.5));
  CHECK_FALSE(shape({0.5, 0}));
  CHECK_FALSE(shape({0.5, 1}));
}

TEST_CASE("groups of one answer each, one group alone, and none or all say nothing of a spread", "[indicators]") {
  const std::vector<std::vector<Part>> sets{{{1, 1}, {0, 1}, {1, 1}, {0, 1}}, {{3, 8}}, {{0, 4}, {0, 9}}, {{4, 4}, {9, 9}}};
  for (const std::vector<Part>& groups : sets) {
    CHECK(prior_by_moments(groups)->rho == 0.0);
    CHECK(prior_by_likelihood(groups)->prior.rho == 0.0);
    CHECK(std::isfinite(prior_by_likelihood(groups)->negative_log_likelihood));
    CHECK(shrunk(*prior_by_moments(groups), groups[0]) == prior_by_moments(groups)->rate);
  }
}

TEST_CASE("where every group has all or none nothing is shrunk", "[indicators]") {
  const std::vector<Part> groups{{0, 10}, {8, 8}, {0, 3}};
  CHECK(prior_by_moments(groups)->rho == 1.0);
  CHECK(prior_by_likelihood(groups)->prior.rho == 1.0);
  CHECK(std::isfinite(prior_by_likelihood(groups)->negative_log_likelihood));
  CHECK(shrunk(*prior_by_moments(groups), groups[1]) == 1.0);
  CHECK(posterior_quantile(*prior_by_moments(groups), groups[0], 0.975) == 0.0);
  CHECK(posterior_quantile(*prior_by_moments(groups), groups[1], 0.025) == 1.0);
}

TEST_CASE("a trend needs three periods with answers, a test two scores", "[indicators]") {
  const Scored first{2022, {1, 40}}, second{2023, {30, 40}}, third{2024, {39, 40}}, silent{2025, {0, 0}};
  CHECK(trend_of(std::vector<Scored>{}) == Trend::too_little);
  CHECK(trend_of(std::vector<Scored>{first, second, silent}) == Trend::too_little);
  CHECK(trend_of(std::vector<Scored>{first, second, third}) == Trend::up);
  CHECK(trend_of(std::vector<Scored>{{1, {39, 40}}, {2, {30, 40}}, {3, {1, 40}}}) == Trend::down);
  CHECK(trend_of(std::vector<Scored>{{1, {20, 40}}, {2, {21, 40}}, {3, {20, 40}}}) == Trend::none);
  CHECK(trend_of(std::vector<Scored>{{1, {0, 40}}, {2, {0, 40}}, {3, {0, 40}}}) == Trend::none);
  CHECK_FALSE(cochran_armitage(std::vector<Scored>{first, silent}));
  CHECK_FALSE(cochran_armitage(std::vector<Scored>{first, {2022, {5, 6}}}));
  CHECK_FALSE(cochran_armitage(std::vector<Scored>{first, second, {2024, {7, 6}}}));
  CHECK_FALSE(cochran_armitage(std::vector<Scored>{first, {no_number, {1, 2}}, third}));
}

TEST_CASE("with all or none in every period the trend is exactly flat", "[indicators]") {
  for (const std::int64_t k : {0, 12}) {
    const auto flat = cochran_armitage(std::vector<Scored>{{1, {k, 12}}, {2, {k, 12}}, {5, {k, 12}}});
    CHECK(flat->chi_squared == 0.0);
    CHECK(flat->z == 0.0);
    CHECK(flat->p == 1.0);
  }
}

TEST_CASE("there is no kappa of a table that is not square, or where nobody could disagree", "[indicators]") {
  CHECK_FALSE(kappa(Table{}, Weights::none));
  CHECK_FALSE(kappa(Table{{1, 2}, {3}}, Weights::none));
  CHECK_FALSE(kappa(Table{{1, 2}, {-1, 4}}, Weights::linear));
  CHECK_FALSE(kappa(Table{{0, 0}, {0, 0}}, Weights::quadratic));
  CHECK_FALSE(kappa(Table{{9, 0}, {0, 0}}, Weights::none));
  CHECK(kappa(Table{{0, 9}, {0, 0}}, Weights::none) == 0.0);
}

TEST_CASE("there is no agreement on an order of one thing, of unlike lists or where all are tied", "[indicators]") {
  CHECK_FALSE(kendall_w(Rankings{}));
  CHECK_FALSE(kendall_w(Rankings{{1, 2, 3}}));
  CHECK_FALSE(kendall_w(Rankings{{1}, {1}}));
  CHECK_FALSE(kendall_w(Rankings{{1, 2, 3}, {1, 2}}));
  CHECK_FALSE(kendall_w(Rankings{{1, 2}, {1, no_number}}));
  CHECK_FALSE(kendall_w(Rankings{{5, 5}, {4, 4}}));
  for (const auto correlation : {spearman_rho, kendall_tau_b}) {
    CHECK_FALSE(correlation(std::vector<double>{1}, std::vector<double>{1}));
    CHECK_FALSE(correlation(std::vector<double>{1, 2}, std::vector<double>{1, 2, 3}));
    CHECK_FALSE(correlation(std::vector<double>{1, 2}, std::vector<double>{no_number, 2}));
    CHECK_FALSE(correlation(std::vector<double>{1, 2}, std::vector<double>{3, 3}));
  }
  CHECK_FALSE(cohens_h(-0.1, 0.5));
  CHECK_FALSE(cohens_h(0.5, no_number));
}

TEST_CASE("the tails of distributions are those of the tables", "[indicators]") {
  CHECK(binomial_at_most(-1, 4, 0.5) == 0.0);
  CHECK(binomial_at_most(1, 4, 0.5) == Approx(5.0 / 16));
  CHECK(binomial_at_most(4, 4, 0.5) == 1.0);
  CHECK(binomial_at_most(0, 4, 0) == 1.0);
  CHECK(binomial_at_most(3, 4, 1) == 0.0);
  CHECK(beta_quantile(0.3, 1, 1) == Approx(0.3));
  CHECK(beta_quantile(0.25, 2, 1) == Approx(0.5));
  CHECK(chi_squared_tail(0, 3) == 1.0);
  CHECK(chi_squared_tail(3.841458820694124, 1) == Approx(0.05));
  CHECK(student_quantile(0.5, 7) == 0.0);
  CHECK(student_quantile(0.975, 1) == Approx(12.706204736174694).epsilon(1e-12));
  CHECK(student_quantile(0.025, 2) == Approx(-4.302652729749464).epsilon(1e-12));
  CHECK(student_quantile(0.975, 1e7) == Approx(normal_quantile(Confidence::percent_95)).epsilon(1e-6));
  CHECK(normal_tails(0) == 1.0);
  CHECK(normal_tails(-normal_quantile(Confidence::percent_95)) == Approx(0.05));
  CHECK(normal_tails(normal_quantile(Confidence::percent_99_8)) == Approx(2 * tail(Confidence::percent_99_8)));
}
