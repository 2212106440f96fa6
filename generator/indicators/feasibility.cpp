#include "indicators/feasibility.hpp"

#include <algorithm>
#include <cmath>

namespace lagesbild::indicators {
namespace {

// Whether a value rounds to `units`, given in whole numbers as its order against the two halves: `lowest` is units - 1/2 and `highest`
// units + 1/2, on the same scale as `value`.
bool rounds_to(std::int64_t value, std::int64_t lowest, std::int64_t highest, std::int64_t units, Tie tie) {
  if (value == lowest) return tie == Tie::half_up || units % 2 == 0;
  if (value == highest) return tie == Tie::half_even && units % 2 == 0;
  return lowest < value && value < highest;
}

bool mean_fits(std::int64_t sum, const PublishedSpread& published, Tie tie) {
  const std::int64_t n = published.n;
  const std::int64_t units = published.mean_hundredths;
  return rounds_to(200 * sum, (2 * units - 1) * n, (2 * units + 1) * n, units, tie);
}

// Both sides squared: (200 sd)^2 = 40 000 * scaled / denominator, where sd >= 0.
bool sd_fits(std::int64_t scaled, const PublishedSpread& published, const Reading& reading) {
  const std::int64_t n = published.n;
  const std::int64_t denominator = reading.sd == SdKind::sample ? n * (n - 1) : n * n;
  if (denominator == 0) return false;
  const std::int64_t units = published.sd_hundredths;
  const std::int64_t low = 2 * units - 1;
  const std::int64_t lowest = units == 0 ? -1 : low * low * denominator;  // nothing is below 0
  const std::int64_t highest = (2 * units + 1) * (2 * units + 1) * denominator;
  return rounds_to(40'000 * scaled, lowest, highest, units, reading.tie);
}

// What has been found for one reading.
struct Found {
  std::uint64_t tables = 0;
  GradeCounts last{};
  int least_d = 0;
  int most_d = 0;
  void add(const GradeCounts& table) {
    const int d = table[3];
    least_d = tables == 0 ? d : std::min(least_d, d);
    most_d = tables == 0 ? d : std::max(most_d, d);
    last = table;
    ++tables;
  }
};

struct Search {
  const PublishedSpread& published;
  std::array<Found, readings.size()> found{};
  std::int64_t least_scaled = -1;  // of all tables with the mean; -1 before the first
  std::int64_t most_scaled = -1;

  void try_table(const GradeCounts& table, const std::array<bool, readings.size()>& mean_possible) {
    const std::int64_t scaled = scaled_squares(table);
    least_scaled = least_scaled < 0 ? scaled : std::min(least_scaled, scaled);
    most_scaled = std::max(most_scaled, scaled);
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (mean_possible[i] && sd_fits(scaled, published, readings[i])) found[i].add(table);
    }
  }

  // All tables whose points are `sum`. A table loses b + 2c + 3d of the 4n points, so c and d leave one b.
  void try_sum(std::int64_t sum) {
    std::array<bool, readings.size()> mean_possible{};
    for (std::size_t i = 0; i < readings.size(); ++i) mean_possible[i] = mean_fits(sum, published, readings[i].tie);
    if (std::none_of(mean_possible.begin(), mean_possible.end(), [](bool yes) { return yes; })) return;
    const int n = published.n;
    const int lost = static_cast<int>(4 * std::int64_t{n} - sum);
    for (int d = 0; d <= n && 3 * d <= lost; ++d) {
      for (int c = 0; c + d <= n && 2 * c + 3 * d <= lost; ++c) {
        const int b = lost - 2 * c - 3 * d;
        const int a = n - b - c - d;
        if (a >= 0) try_table({a, b, c, d}, mean_possible);
      }
    }
  }
};

}  // namespace

Feasibility check_feasibility(const PublishedSpread& published) {
  Feasibility result;
  if (published.n < 1 || published.n > 2'000) {
    result.verdict = Verdict::not_checked;
    return result;
  }
  if (published.mean_hundredths < 100 || published.mean_hundredths > 400) return result;
  if (published.sd_hundredths < 0 || published.sd_hundredths > 1'000'000) return result;  // far above any SD; squares below stay small
  Search search{published};
  for (std::int64_t sum = published.n; sum <= 4 * std::int64_t{published.n}; ++sum) search.try_sum(sum);

  for (std::size_t i = readings.size(); i-- > 0;) {
    const Found& found = search.found[i];
    result.by_reading[i] = found.tables;
    if (found.tables == 0) continue;
    result.verdict = Verdict::possible;
    result.combinations = found.tables;
    result.reading = readings[i];
    result.only = found.tables == 1 ? std::optional{found.last} : std::nullopt;
    result.least_d = found.least_d;
    result.most_d = found.most_d;
  }
  if (search.most_scaled >= 0 && published.n > 1) {
    const double denominator = static_cast<double>(std::int64_t{published.n} * (published.n - 1));
    result.least_sd = std::sqrt(static_cast<double>(search.least_scaled) / denominator);
    result.largest_sd = std::sqrt(static_cast<double>(search.most_scaled) / denominator);
  }
  return result;
}

}  // namespace lagesbild::indicators
