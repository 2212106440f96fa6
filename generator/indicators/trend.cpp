#include "indicators/trend.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "indicators/distributions.hpp"

namespace lagesbild::indicators {
namespace {

// The periods that have answers; nothing when one is impossible.
std::optional<std::vector<Scored>> answered(std::span<const Scored> periods) {
  std::vector<Scored> kept;
  for (const Scored& period : periods) {
    if (!std::isfinite(period.score)) return std::nullopt;
    if (period.part.k == 0 && period.part.n == 0) continue;
    if (!is_share(period.part)) return std::nullopt;
    kept.push_back(period);
  }
  std::sort(kept.begin(), kept.end(), [](const Scored& a, const Scored& b) { return a.score < b.score; });
  return kept;
}

}  // namespace

std::optional<TrendTest> cochran_armitage(std::span<const Scored> periods) {
  const auto kept = answered(periods);
  if (!kept || kept->empty() || kept->front().score == kept->back().score) return std::nullopt;
  // Multiplied by N throughout and counted from the first score: with whole scores every sum is a whole number, and exact.
  double k = 0, n = 0, kt = 0, nt = 0, ntt = 0;
  for (const Scored& period : *kept) {
    const double t = period.score - kept->front().score;
    const double hits = static_cast<double>(period.part.k);
    const double size = static_cast<double>(period.part.n);
    k += hits;
    n += size;
    kt += hits * t;
    nt += size * t;
    ntt += size * t * t;
  }
  if (k == 0 || k == n) return TrendTest{0, 0, 1};
  const double z = (n * kt - k * nt) / std::sqrt(k * (n - k) * (n * ntt - nt * nt) / n);
  return TrendTest{z * z, z, normal_tails(z)};
}

Trend trend_of(std::span<const Scored> periods) {
  const auto with_answers = std::count_if(periods.begin(), periods.end(), [](const Scored& period) { return is_share(period.part); });
  const auto test = cochran_armitage(periods);
  if (with_answers < 3 || !test) return Trend::too_little;
  if (test->p >= 0.05) return Trend::none;
  return test->z > 0 ? Trend::up : Trend::down;
}

}  // namespace lagesbild::indicators
