#include "indicators/intervals.hpp"

#include <algorithm>
#include <cmath>

#include "indicators/distributions.hpp"

namespace lagesbild::indicators {

std::optional<Interval> clopper_pearson(std::int64_t k, std::int64_t n, Confidence confidence) {
  if (!is_share({k, n})) return std::nullopt;
  const double hits = static_cast<double>(k);
  const double misses = static_cast<double>(n - k);
  return Interval{k == 0 ? 0.0 : beta_quantile(tail(confidence), hits, misses + 1),
                  k == n ? 1.0 : beta_quantile(1 - tail(confidence), hits + 1, misses)};
}

std::optional<Interval> newcombe(const Part& first, const Part& second, Confidence confidence) {
  const auto own1 = wilson(first.k, first.n, confidence);
  const auto own2 = wilson(second.k, second.n, confidence);
  if (!own1 || !own2) return std::nullopt;
  const double share1 = static_cast<double>(first.k) / static_cast<double>(first.n);
  const double share2 = static_cast<double>(second.k) / static_cast<double>(second.n);
  const double difference = share1 - share2;
  return Interval{std::max(-1.0, difference - std::hypot(share1 - own1->lower, own2->upper - share2)),
                  std::min(1.0, difference + std::hypot(own1->upper - share1, share2 - own2->lower))};
}

std::optional<Interval> mean_interval(double mean, double sd, std::int64_t n, Confidence confidence) {
  if (n < 2 || !(sd >= 0) || !std::isfinite(mean) || !std::isfinite(sd)) return std::nullopt;
  const double away = student_quantile(1 - tail(confidence), static_cast<double>(n - 1)) * sd / std::sqrt(static_cast<double>(n));
  return Interval{mean - away, mean + away};
}

}  // namespace lagesbild::indicators
