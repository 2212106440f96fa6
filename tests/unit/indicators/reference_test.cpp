// Every row of the reference table, which R and SciPy have computed, against what is computed here. A statistic that nobody handles fails.
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "catch.hpp"
#include "indicators/agreement.hpp"
#include "indicators/funnel.hpp"
#include "indicators/intervals.hpp"
#include "indicators/shrinkage.hpp"
#include "indicators/statistics.hpp"
#include "indicators/trend.hpp"
#include "reference.hpp"

using namespace lagesbild::indicators;
using namespace lagesbild::test;

namespace {

using Result = std::optional<double>;

double number(const ReferenceRow& row, std::string_view name) { return to_number(named(row.inputs, name).value()); }

std::int64_t whole(const ReferenceRow& row, std::string_view name) { return static_cast<std::int64_t>(number(row, name)); }

double param(const ReferenceRow& row, std::string_view name) { return to_number(named(row.param, name).value()); }

Confidence confidence(double percent) {
  REQUIRE((percent == 95 || percent == 99.8));
  return percent == 95 ? Confidence::percent_95 : Confidence::percent_99_8;
}

// The end of an interval that the name of the statistic asks for.
template <class Limits>
Result end_of(const ReferenceRow& row, const std::optional<Limits>& limits) {
  if (!limits) return std::nullopt;
  return static_cast<double>(row.stat.ends_with("_lower") ? limits->lower : limits->upper);
}

std::vector<double> values_of(const ReferenceRow& row) {
  const auto grades = named(row.inputs, "grades4321");
  if (!grades) return to_numbers(named(row.inputs, "x").value());
  std::vector<double> values;
  double points = 4;
  for (const double count : to_numbers(*grades)) values.insert(values.end(), static_cast<std::size_t>(count), points--);
  return values;
}

std::optional<GradeCounts> grades_of(const ReferenceRow& row) {
  const auto list = named(row.inputs, "grades4321");
  if (!list) return std::nullopt;
  const std::vector<double> numbers = to_numbers(*list);
  GradeCounts counts{};
  REQUIRE(numbers.size() == counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = static_cast<int>(numbers[i]);
  return counts;
}

std::vector<Part> parts_of(const ReferenceRow& row) {
  const std::vector<double> k = to_numbers(named(row.inputs, "x").value());
  const std::vector<double> n = to_numbers(named(row.inputs, "n").value());
  REQUIRE(k.size() == n.size());
  std::vector<Part> parts;
  for (std::size_t i = 0; i < k.size(); ++i) parts.push_back({static_cast<std::int64_t>(k[i]), static_cast<std::int64_t>(n[i])});
  return parts;
}

std::vector<std::vector<double>> rows_of(const ReferenceRow& row) {
  std::string_view text = named(row.inputs, "rows").value();
  std::vector<std::vector<double>> rows;
  for (;;) {
    const std::size_t end = text.find('/');
    rows.push_back(to_numbers(text.substr(0, end)));
    if (end == std::string_view::npos) return rows;
    text.remove_prefix(end + 1);
  }
}

Result distribution(const ReferenceRow& row) {
  const auto grades = grades_of(row);
  const std::vector<double> values = values_of(row);
  if (row.stat == "quantile7") return quantile(values, param(row, "p"));
  const auto twice = [&](const Result& spelled_out, const Result& counted) {
    if (grades) CHECK(spelled_out.value() == Approx(counted.value()).margin(1e-14));
    return spelled_out;
  };
  const GradeCounts counts = grades.value_or(GradeCounts{});
  if (row.stat == "mean") return twice(mean(values), mean(counts));
  if (row.stat == "sd_sample") return twice(sample_sd(values), sample_sd(counts));
  return twice(population_sd(values), population_sd(counts));
}

Result interval(const ReferenceRow& row) {
  const Confidence wanted = confidence(param(row, "conf") * 100);
  const std::int64_t k = whole(row, "x");
  const std::int64_t n = whole(row, "n");
  return end_of(row, row.stat.starts_with("wilson") ? wilson(k, n, wanted) : clopper_pearson(k, n, wanted));
}

Result difference(const ReferenceRow& row) {
  return end_of(row, newcombe({whole(row, "x1"), whole(row, "n1")}, {whole(row, "x2"), whole(row, "n2")}));
}

Result funnel(const ReferenceRow& row) {
  const double p = param(row, "p");
  const double outside = p < 0.5 ? p : 1 - p;
  const Confidence wanted = outside > 0.01 ? Confidence::percent_95 : Confidence::percent_99_8;
  REQUIRE(std::fabs(tail(wanted) - outside) < 1e-12);
  REQUIRE((p < 0.5) == row.stat.ends_with("_lower"));
  if (row.stat.starts_with("funnel_discrete")) return end_of(row, funnel_discrete(number(row, "theta"), whole(row, "n"), wanted));
  return end_of(row, funnel_limits(number(row, "theta"), whole(row, "n"), wanted));
}

Result shrinkage(const ReferenceRow& row) {
  const std::vector<Part> groups = parts_of(row);
  const bool moments = row.stat.starts_with("eb_mom");
  const LikeliestPrior likeliest = prior_by_likelihood(groups).value();
  const Prior prior = moments ? prior_by_moments(groups).value() : likeliest.prior;
  if (row.stat.ends_with("_shrunk")) return shrunk(prior, groups.at(static_cast<std::size_t>(param(row, "i")) - 1));
  if (row.stat.ends_with("_rho")) return prior.rho;
  if (row.stat.ends_with("_alpha")) return shape(prior).value().alpha;
  if (row.stat.ends_with("_beta")) return shape(prior).value().beta;
  return likeliest.negative_log_likelihood;
}

Result posterior(const ReferenceRow& row) {
  const double alpha = number(row, "alpha");
  const double beta = number(row, "beta");
  const Prior prior{alpha / (alpha + beta), 1 / (alpha + beta + 1)};
  const Part group{whole(row, "x"), whole(row, "n")};
  return row.stat == "beta_posterior_mean" ? shrunk(prior, group) : posterior_quantile(prior, group, param(row, "p"));
}

Result trend(const ReferenceRow& row) {
  const std::vector<Part> parts = parts_of(row);
  const std::vector<double> scores = to_numbers(named(row.inputs, "scores").value());
  REQUIRE(scores.size() == parts.size());
  std::vector<Scored> periods;
  for (std::size_t i = 0; i < parts.size(); ++i) periods.push_back({scores[i], parts[i]});
  const auto test = cochran_armitage(periods);
  REQUIRE(test);
  if (row.stat.ends_with("_chi2")) return test->chi_squared;
  return row.stat.ends_with("_z") ? test->z : test->p;
}

Result order(const ReferenceRow& row) {
  const auto rows = rows_of(row);
  if (row.stat == "spearman_rho") return spearman_rho(rows.at(0), rows.at(1));
  if (row.stat == "kendall_tau_b") return kendall_tau_b(rows.at(0), rows.at(1));
  const auto concordance = kendall_w(rows);
  if (!concordance) return std::nullopt;
  if (row.stat == "kendall_w_chi2") return concordance->chi_squared;
  return row.stat == "kendall_w_p" ? concordance->p : concordance->w;
}

Result categories(const ReferenceRow& row) {
  std::vector<std::vector<std::int64_t>> table;
  for (const auto& line : rows_of(row)) table.emplace_back(line.begin(), line.end());
  if (row.stat == "kappa") return kappa(table, Weights::none);
  return kappa(table, row.stat == "kappa_linear" ? Weights::linear : Weights::quadratic);
}

Result size_of_effect(const ReferenceRow& row) { return cohens_h(number(row, "p1"), number(row, "p2")); }

struct Handled {
  Result (*ours)(const ReferenceRow& row);
  int rows;  // in the table; fewer means that it has lost some
};

const std::map<std::string, Handled>& handled() {
  static const std::map<std::string, Handled> by_stat{
      {"mean", {distribution, 12}},          {"sd_sample", {distribution, 12}},      {"sd_population", {distribution, 11}},
      {"quantile7", {distribution, 18}},     {"wilson_lower", {interval, 14}},       {"wilson_upper", {interval, 14}},
      {"newcombe_lower", {difference, 3}},   {"newcombe_upper", {difference, 3}},    {"clopper_pearson_lower", {interval, 16}},
      {"funnel_lower", {funnel, 48}},        {"funnel_upper", {funnel, 48}},         {"clopper_pearson_upper", {interval, 16}},
      {"eb_mom_rho", {shrinkage, 2}},        {"eb_mom_alpha", {shrinkage, 1}},       {"funnel_discrete_lower", {funnel, 2}},
      {"eb_mom_beta", {shrinkage, 1}},       {"eb_mom_shrunk", {shrinkage, 10}},     {"funnel_discrete_upper", {funnel, 2}},
      {"eb_mle_alpha", {shrinkage, 1}},      {"eb_mle_beta", {shrinkage, 1}},        {"eb_mle_negloglik", {shrinkage, 1}},
      {"eb_mle_shrunk", {shrinkage, 6}},     {"beta_posterior_mean", {posterior, 1}}, {"beta_posterior_q", {posterior, 2}},
      {"cochran_armitage_z", {trend, 3}},    {"cochran_armitage_p", {trend, 3}},     {"cochran_armitage_chi2", {trend, 3}},
      {"kendall_w", {order, 4}},             {"kendall_w_chi2", {order, 4}},         {"kendall_w_p", {order, 4}},
      {"spearman_rho", {order, 2}},          {"kendall_tau_b", {order, 2}},          {"cohens_h", {size_of_effect, 7}},
      {"kappa", {categories, 4}},            {"kappa_linear", {categories, 4}},      {"kappa_quadratic", {categories, 4}}};
  return by_stat;
}

// Numbers as they are printed: base/ has the same rows, and decides nothing else about them.
void check_printed(const ReferenceRow& row) {
  std::string expected = row.expected;
  for (std::size_t at = 0; (at = expected.find(' ', at)) != std::string::npos;) expected.replace(at, 1, "\u00A0");  // written as a blank
  const auto rounded = lagesbild::Decimal::rounded(number(row, "text"), static_cast<int>(param(row, "decimals")));
  REQUIRE(rounded);
  CHECK(rounded->text(lagesbild::Language::sv) == expected);
}

}  // namespace

TEST_CASE("every row of the reference table comes out as in R and SciPy", "[indicators]") {
  std::map<std::string, int> seen;
  for (const ReferenceRow& row : reference_rows()) {
    INFO(row.id << " " << row.stat << " " << row.inputs << " " << row.param);
    ++seen[row.stat];
    if (row.stat == "format_sv") {
      check_printed(row);
      continue;
    }
    const auto found = handled().find(row.stat);
    if (found == handled().end()) {
      FAIL_CHECK("nobody handles this statistic");
      continue;
    }
    const Result result = found->second.ours(row);
    REQUIRE(result.has_value() == (row.expected != "NA"));
    if (!result) continue;
    INFO("ours " << *result << ", expected " << row.expected);
    CHECK(std::fabs(*result - to_number(row.expected)) <= to_number(row.tolerance));
  }
  std::map<std::string, int> expected{{"format_sv", 6}};
  for (const auto& [stat, entry] : handled()) expected[stat] = entry.rows;
  CHECK(seen == expected);
}
