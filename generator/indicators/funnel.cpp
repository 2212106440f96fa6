#include "indicators/funnel.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "indicators/distributions.hpp"

namespace lagesbild::indicators {
namespace {

// Where the distribution function passes p: the smallest r with P(R <= r) >= p.
struct Passage {
  std::int64_t r;
  double before;  // P(R <= r - 1), less than p
  double at;      // P(R <= r)

  double interpolated(double p) const { return static_cast<double>(r) - (at - p) / (at - before); }
};

Passage passage(double theta, std::int64_t n, double p) {
  std::int64_t below = -1;
  Passage found{n, 0, 1};
  while (found.r - below > 1) {
    const std::int64_t middle = below + (found.r - below) / 2;
    const double probability = binomial_at_most(middle, n, theta);
    if (probability >= p) {
      found.r = middle;
      found.at = probability;
    } else {
      below = middle;
      found.before = probability;
    }
  }
  return found;
}

bool is_funnel(double theta, std::int64_t n) { return theta >= 0 && theta <= 1 && n > 0; }

}  // namespace

std::optional<Interval> funnel_limits(double theta, std::int64_t n, Confidence confidence) {
  if (!is_funnel(theta, n)) return std::nullopt;
  const double p = tail(confidence);
  const double size = static_cast<double>(n);
  return Interval{std::max(0.0, passage(theta, n, p).interpolated(p) / size),
                  std::max(theta, passage(theta, n, 1 - p).interpolated(1 - p) / size)};
}

std::optional<CountLimits> funnel_discrete(double theta, std::int64_t n, Confidence confidence) {
  if (!is_funnel(theta, n)) return std::nullopt;
  const double p = tail(confidence);
  return CountLimits{passage(theta, n, p).r, passage(theta, n, 1 - p).r};
}

bool within_one_sd(const Part& group, double theta) {
  const double n = static_cast<double>(group.n);
  const double away = static_cast<double>(group.k) - n * theta;
  return away * away <= n * theta * (1 - theta);
}

double overdispersion(std::span<const Part> groups, double theta) {
  if (!(theta > 0 && theta < 1)) return 1;
  std::vector<double> residuals;
  for (const Part& group : groups) {
    if (!is_share(group)) continue;
    const double size = static_cast<double>(group.n);
    residuals.push_back((static_cast<double>(group.k) / size - theta) / std::sqrt(theta * (1 - theta) / size));
  }
  if (residuals.empty()) return 1;
  std::sort(residuals.begin(), residuals.end());  // so that the order of the groups changes no bit of the sum
  const double least = quantile(residuals, 0.1).value_or(0);
  const double most = quantile(residuals, 0.9).value_or(0);
  double squares = 0;
  for (const double residual : residuals) squares += std::pow(std::clamp(residual, least, most), 2);
  const double count = static_cast<double>(residuals.size());
  const double phi = squares / count;
  return phi > 1 + 2 * std::sqrt(2 / count) ? phi : 1;
}

Interval widen(const Interval& limits, double theta, double phi) {
  const double factor = std::sqrt(phi);
  return {std::max(0.0, theta - (theta - limits.lower) * factor), std::min(1.0, theta + (limits.upper - theta) * factor)};
}

std::optional<Interval> mean_limits(double theta, double sd, std::int64_t n, Confidence confidence) {
  if (n <= 0 || !(sd >= 0) || !std::isfinite(sd) || !std::isfinite(theta)) return std::nullopt;
  const double half = normal_quantile(confidence) * sd / std::sqrt(static_cast<double>(n));
  return Interval{theta - half, theta + half};
}

}  // namespace lagesbild::indicators
