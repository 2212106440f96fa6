#include "indicators/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace lagesbild::indicators {
namespace {

std::vector<double> sorted(std::span<const double> values) {
  std::vector<double> copy(values.begin(), values.end());
  std::sort(copy.begin(), copy.end());
  return copy;
}

// Distances from the middle value are summed instead of the values: exact for equal values, and large values with a small spread keep it.
double mean_of_sorted(const std::vector<double>& values) {
  const double middle = values[values.size() / 2];
  double sum = 0;
  for (const double value : values) sum += value - middle;
  return middle + sum / static_cast<double>(values.size());
}

double sum_of_squares(std::span<const double> values) {
  const std::vector<double> ascending = sorted(values);
  const double centre = mean_of_sorted(ascending);
  double squares = 0;
  double rest = 0;  // the sum of the deviations, 0 but for rounding
  for (const double value : ascending) {
    squares += (value - centre) * (value - centre);
    rest += value - centre;
  }
  return std::max(0.0, squares - rest * rest / static_cast<double>(ascending.size()));
}

}  // namespace

std::int64_t total(const GradeCounts& counts) {
  std::int64_t n = 0;
  for (const int count : counts) n += count;
  return n;
}

std::int64_t sum_of_points(const GradeCounts& counts, const GradePoints& points) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += std::int64_t{points[i]} * counts[i];
  return sum;
}

std::int64_t scaled_squares(const GradeCounts& counts, const GradePoints& points) {
  std::int64_t squares = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) squares += std::int64_t{points[i]} * points[i] * counts[i];
  const std::int64_t sum = sum_of_points(counts, points);
  return total(counts) * squares - sum * sum;
}

std::optional<double> mean(const GradeCounts& counts, const GradePoints& points) {
  const std::int64_t n = total(counts);
  if (n == 0) return std::nullopt;
  return static_cast<double>(sum_of_points(counts, points)) / static_cast<double>(n);
}

std::optional<double> mean(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  return mean_of_sorted(sorted(values));
}

std::optional<double> sample_sd(const GradeCounts& counts, const GradePoints& points) {
  const std::int64_t n = total(counts);
  if (n < 2) return std::nullopt;
  return std::sqrt(static_cast<double>(scaled_squares(counts, points)) / static_cast<double>(n * (n - 1)));
}

std::optional<double> sample_sd(std::span<const double> values) {
  if (values.size() < 2) return std::nullopt;
  return std::sqrt(sum_of_squares(values) / static_cast<double>(values.size() - 1));
}

std::optional<double> population_sd(const GradeCounts& counts, const GradePoints& points) {
  const std::int64_t n = total(counts);
  if (n == 0) return std::nullopt;
  return std::sqrt(static_cast<double>(scaled_squares(counts, points)) / static_cast<double>(n * n));
}

std::optional<double> population_sd(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  return std::sqrt(sum_of_squares(values) / static_cast<double>(values.size()));
}

std::optional<double> quantile(std::span<const double> values, double p) {
  if (values.empty() || !(p >= 0 && p <= 1)) return std::nullopt;
  const std::vector<double> ascending = sorted(values);
  const double h = static_cast<double>(ascending.size() - 1) * p;
  const double floor = std::floor(h);
  const std::size_t below = static_cast<std::size_t>(floor);
  const std::size_t above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (h - floor) * (ascending[above] - ascending[below]);
}

bool is_share(const Part& part) { return part.n > 0 && part.k >= 0 && part.k <= part.n; }

double tail(Confidence confidence) { return confidence == Confidence::percent_95 ? 0.025 : 0.001; }

double normal_quantile(Confidence confidence) {
  return confidence == Confidence::percent_95 ? 1.9599639845400542 : 3.0902323061678135;
}

std::optional<Interval> wilson(std::int64_t k, std::int64_t n, Confidence confidence) {
  if (!is_share({k, n})) return std::nullopt;
  const double z = normal_quantile(confidence);
  const double size = static_cast<double>(n);
  const double hits = static_cast<double>(k);
  const double centre = hits + z * z / 2;
  const double half = z * std::sqrt(hits * (size - hits) / size + z * z / 4);
  const double lower = k == 0 ? 0.0 : std::max(0.0, (centre - half) / (size + z * z));
  const double upper = k == n ? 1.0 : std::min(1.0, (centre + half) / (size + z * z));
  return Interval{lower, upper};
}

}  // namespace lagesbild::indicators
