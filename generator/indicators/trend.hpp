// Whether a share rises or falls over ordered periods. What a reader would get wrong: "no trend" is not "no change"; it may be few answers.
#pragma once
#include <optional>
#include <span>

#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

// A share and where it stands in the order: a year, or the number of a round.
struct Scored {
  double score;
  Part part;
};

struct TrendTest {
  double chi_squared;  // z squared, one degree of freedom
  double z;            // above 0 when the share rises with the score
  double p;            // two-sided
};

// Test of a linear trend in shares, without continuity correction (Cochran 1954, Biometrics 10:417-451; Armitage 1955, Biometrics
// 11:375-386; prop.trend.test() of R): with P = K / N of all, z = sum(t (k - n P)) / sqrt(P (1 - P) (sum(n t^2) - sum(n t)^2 / N)).
// Exactly 0, 0, 1 when all or none have k. Periods with n = 0 are left out. Nothing when fewer than two different scores are left, or
// when a part is no share.
std::optional<TrendTest> cochran_armitage(std::span<const Scored> periods);

// The test in a word: up or down when p < 0.05, too_little when fewer than three periods have answers (two make a difference, no trend).
enum class Trend : unsigned char { too_little, none, up, down };
Trend trend_of(std::span<const Scored> periods);

}  // namespace lagesbild::indicators
