#include "indicators/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "indicators/distributions.hpp"

namespace lagesbild::indicators {
namespace {

bool is_square_of_counts(std::span<const std::vector<std::int64_t>> table) {
  return std::all_of(table.begin(), table.end(), [&](const std::vector<std::int64_t>& row) {
    return row.size() == table.size() && std::all_of(row.begin(), row.end(), [](std::int64_t count) { return count >= 0; });
  });
}

double disagreement(std::size_t i, std::size_t j, Weights weights) {
  const double distance = static_cast<double>(i > j ? i - j : j - i);
  if (weights == Weights::none) return i == j ? 0 : 1;
  return weights == Weights::linear ? distance : distance * distance;
}

// Twice each value's rank minus n + 1: whole numbers with the sum 0, also for ranks that are shared.
std::vector<double> centred_ranks(std::span<const double> values) {
  std::vector<double> ranks;
  for (const double value : values) {
    const auto below = std::count_if(values.begin(), values.end(), [&](double other) { return other < value; });
    const auto above = std::count_if(values.begin(), values.end(), [&](double other) { return other > value; });
    ranks.push_back(static_cast<double>(below - above));
  }
  return ranks;
}

double product_sum(std::span<const double> first, std::span<const double> second) {
  double sum = 0;
  for (std::size_t i = 0; i < first.size(); ++i) sum += first[i] * second[i];
  return sum;
}

bool can_be_ranked(std::span<const double> values) {
  return values.size() >= 2 && std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

// a / sqrt(b c), which rounding must not carry outside -1 to 1; nothing when there is nothing to divide by.
std::optional<double> correlation(double product, double squares1, double squares2) {
  if (squares1 == 0 || squares2 == 0) return std::nullopt;
  return std::clamp(product / std::sqrt(squares1 * squares2), -1.0, 1.0);
}

}  // namespace

std::optional<double> kappa(std::span<const std::vector<std::int64_t>> table, Weights weights) {
  if (!is_square_of_counts(table)) return std::nullopt;
  std::vector<double> rows(table.size()), columns(table.size());
  double all = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = 0; j < table.size(); ++j) {
      const double count = static_cast<double>(table[i][j]);
      rows[i] += count;
      columns[j] += count;
      all += count;
    }
  }
  double observed = 0, by_chance = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = 0; j < table.size(); ++j) {
      observed += disagreement(i, j, weights) * static_cast<double>(table[i][j]);
      by_chance += disagreement(i, j, weights) * rows[i] * columns[j];
    }
  }
  if (by_chance == 0) return std::nullopt;
  return 1 - all * observed / by_chance;
}

std::optional<Concordance> kendall_w(std::span<const std::vector<double>> rankings) {
  if (rankings.size() < 2 || !can_be_ranked(rankings.front())) return std::nullopt;
  const std::size_t things = rankings.front().size();
  std::vector<double> sums(things);
  double most = 0;  // what the squares of the sums come to when all rank alike
  for (const std::vector<double>& ranking : rankings) {
    if (ranking.size() != things || !can_be_ranked(ranking)) return std::nullopt;
    const std::vector<double> ranks = centred_ranks(ranking);
    for (std::size_t i = 0; i < things; ++i) sums[i] += ranks[i];
    most += product_sum(ranks, ranks);
  }
  const double judges = static_cast<double>(rankings.size());
  // n^3 - n - sum(t^3 - t) of a ranking is three times the sum of squares of its centred ranks, so ties need no counting.
  most *= judges;
  if (most == 0) return std::nullopt;
  const double w = product_sum(sums, sums) / most;
  const double df = static_cast<double>(things - 1);
  return Concordance{w, judges * df * w, chi_squared_tail(judges * df * w, df)};
}

std::optional<double> spearman_rho(std::span<const double> first, std::span<const double> second) {
  if (first.size() != second.size() || !can_be_ranked(first) || !can_be_ranked(second)) return std::nullopt;
  const std::vector<double> ranks1 = centred_ranks(first);
  const std::vector<double> ranks2 = centred_ranks(second);
  return correlation(product_sum(ranks1, ranks2), product_sum(ranks1, ranks1), product_sum(ranks2, ranks2));
}

std::optional<double> kendall_tau_b(std::span<const double> first, std::span<const double> second) {
  if (first.size() != second.size() || !can_be_ranked(first) || !can_be_ranked(second)) return std::nullopt;
  const auto order = [](double a, double b) { return static_cast<double>((a > b) - (a < b)); };
  double concordance = 0, untied1 = 0, untied2 = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double order1 = order(first[i], first[j]);
      const double order2 = order(second[i], second[j]);
      concordance += order1 * order2;
      untied1 += order1 * order1;
      untied2 += order2 * order2;
    }
  }
  return correlation(concordance, untied1, untied2);
}

std::optional<double> cohens_h(double p1, double p2) {
  if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1)) return std::nullopt;
  return 2 * std::asin(std::sqrt(p1)) - 2 * std::asin(std::sqrt(p2));
}

}  // namespace lagesbild::indicators
