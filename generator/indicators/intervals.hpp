// The exact interval of a share, and the interval of a difference between two shares. What a reader would get wrong: whether two shares
// differ is asked of the interval of their difference; that their own intervals overlap does not mean that they are alike.
#pragma once
#include <cstdint>
#include <optional>

#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

// The exact interval of the share k/n, from the binomial tails: P(R >= k) = tail at the lower limit and P(R <= k) = tail at the upper
// (Clopper and Pearson 1934, Biometrika 26:404-413). Wider than Wilson's, which is the one to show. Exactly 0 at k = 0 and 1 at k = n.
// Nothing unless 0 <= k <= n, n > 0.
std::optional<Interval> clopper_pearson(std::int64_t k, std::int64_t n, Confidence confidence = Confidence::percent_95);

// Interval of the difference first - second of two independent shares, from the Wilson interval (l, u) of each: with d = p1 - p2,
// d - sqrt((p1 - l1)^2 + (u2 - p2)^2) to d + sqrt((u1 - p1)^2 + (p2 - l2)^2) (method 10 of Newcombe 1998, Statistics in Medicine
// 17:873-890: score, no continuity correction). As shares, -1 to 1. Nothing unless both are shares.
std::optional<Interval> newcombe(const Part& first, const Part& second, Confidence confidence = Confidence::percent_95);

// Interval of a mean of n values with sample SD `sd`: mean -+ t sd / sqrt(n), t of Student's distribution with n - 1 degrees of freedom
// (Student 1908, Biometrika 6:1-25). In the unit of the values. Nothing unless n > 1 and sd >= 0, all finite.
std::optional<Interval> mean_interval(double mean, double sd, std::int64_t n, Confidence confidence = Confidence::percent_95);

}  // namespace lagesbild::indicators
