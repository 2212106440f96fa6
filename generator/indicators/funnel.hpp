// Limits within which a group's value is expected to fall by chance when nothing but theta, the value of all, is behind it. What a reader
// would get wrong: the limits are around theta and depend on the group's size; they are not an interval around the group's own value.
#pragma once
#include <cstdint>
#include <optional>
#include <span>

#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

// Exact binomial limits of a share, interpolated so that they make a smooth funnel (Spiegelhalter 2005, Statistics in Medicine
// 24:1185-1202): for each tail p, with r the smallest count where F(r) = P(R <= r) >= p,
// (r - (F(r) - p) / (F(r) - F(r - 1))) / n. From 0 to 1, the upper never below theta (as the formula alone would have it for a small group
// with theta near 0; which counts are outside is the same). To be drawn: the interpolation is generous below and strict above, so
// that the probability of being above by chance is a little over p. Judge by funnel_discrete. Nothing unless 0 <= theta <= 1, n > 0.
std::optional<Interval> funnel_limits(double theta, std::int64_t n, Confidence confidence = Confidence::percent_95);

// The same limits as counts, not interpolated: r for the lower and the upper tail. Below the lower or above the upper count, a group is
// outside, each by chance with a probability of p at most.
struct CountLimits {
  std::int64_t lower;
  std::int64_t upper;
};
std::optional<CountLimits> funnel_discrete(double theta, std::int64_t n, Confidence confidence = Confidence::percent_95);

// Whether a count is no further from n theta than one SD of chance. Such a count is never outside the limits above, at any confidence that
// we use (held to by exhausting n <= 100), so that most groups need no binomial tail.
bool within_one_sd(const Part& group, double theta);

// How much more the groups differ than chance makes them: the factor phi by which variances are multiplied, exactly 1 unless it is
// proved. With z_i = (k_i / n_i - theta) / sqrt(theta (1 - theta) / n_i), and the z beyond their 10 % and 90 % quantiles (type 7) set to
// those, so that the outliers that are looked for do not hide themselves, phi = sum(z^2) / I, used only when phi > 1 + 2 sqrt(2 / I), twice
// its standard error when there is none (Spiegelhalter 2005, Statistics in Medicine 24:1185-1202; Spiegelhalter et al. 2012, JRSS A
// 175:1-47). The I groups are the shares among `groups`; 1 when there are none, and when theta is not between 0 and 1.
double overdispersion(std::span<const Part> groups, double theta);

// Limits moved away from theta by sqrt(phi), no further than 0 and 1.
Interval widen(const Interval& limits, double theta, double phi);

// Limits of a mean of n values, theta -+ z sd / sqrt(n), with the SD of single values. Nothing unless n > 0, sd >= 0 and all finite.
std::optional<Interval> mean_limits(double theta, double sd, std::int64_t n, Confidence confidence = Confidence::percent_95);

}  // namespace lagesbild::indicators
