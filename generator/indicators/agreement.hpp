// How far two or more agree: on categories (kappa), on an order (W, rho, tau-b), and how far apart two shares are (h). What a reader would
// get wrong: agreement is counted beyond chance, so that 0 is what strangers reach, and below 0 is less than that.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

// How much a disagreement counts by the number of categories between: all alike, as the distance, or as its square.
enum class Weights : unsigned char { none, linear, quadratic };

// Kappa of a square table of counts, one rater's categories in rows and the other's in columns, in the same order (Cohen 1960, Educational
// and Psychological Measurement 20:37-46; weighted, Cohen 1968, Psychological Bulletin 70:213-220): 1 - sum(v n) / sum(v r c / N) with
// v = 0 on the diagonal and else 1, |i - j| or (i - j)^2; r and c are the sums of the row and the column. Nothing unless the table is
// square, holds no count below 0, and disagreement was possible (not all in one category).
std::optional<double> kappa(std::span<const std::vector<std::int64_t>> table, Weights weights);

struct Concordance {
  double w;            // 0 none, 1 the same order
  double chi_squared;  // m (n - 1) w, n - 1 degrees of freedom
  double p;            // by chi-squared, which is rough for fewer than 8 things
};

// Kendall's W of m rankings of the same n things (Kendall and Babington Smith 1939, Annals of Mathematical Statistics 10:275-287), equal
// values sharing the mean of their ranks, corrected for ties: 12 S / (m^2 (n^3 - n) - m sum(t^3 - t)), S the sum of squares of the
// sums of ranks around their mean. Any values that can be ordered will do. Nothing when m < 2, n < 2, the rankings are of different
// lengths or hold what is not a number, or every ranking is one tie.
std::optional<Concordance> kendall_w(std::span<const std::vector<double>> rankings);

// Spearman's rho: the product-moment correlation of the ranks, equal values sharing the mean of theirs (Spearman 1904, American Journal of
// Psychology 15:72-101). Nothing when the lengths differ, n < 2, a value is not a number or one side is one tie.
std::optional<double> spearman_rho(std::span<const double> first, std::span<const double> second);

// Kendall's tau-b: (concordant - discordant pairs) / sqrt((pairs untied in first) (pairs untied in second)) (Kendall 1945, Biometrika
// 33:239-251). Nothing in the same cases.
std::optional<double> kendall_tau_b(std::span<const double> first, std::span<const double> second);

// Cohen's h, 2 asin(sqrt(p1)) - 2 asin(sqrt(p2)), from -pi to pi: 0.2 is small, 0.5 medium, 0.8 large (Cohen 1988, Statistical Power
// Analysis, chapter 6). Nothing unless both are 0 to 1.
std::optional<double> cohens_h(double p1, double p2);

}  // namespace lagesbild::indicators
