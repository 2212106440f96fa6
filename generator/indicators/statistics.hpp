// Mean, spread, quantiles and intervals. "Nothing" is an answer: no mean of no values, no sample SD of one. Nothing here rounds
// (base/decimal does), and the order of the values never changes a result: they are summed in ascending order.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace lagesbild::indicators {

// How many grades A, B, C and D there are, in that order, and how many points each is worth: a framework says, the usual scale is 4 to 1.
using GradeCounts = std::array<int, 4>;
using GradePoints = std::array<int, 4>;
inline constexpr GradePoints four_to_one{4, 3, 2, 1};

std::int64_t total(const GradeCounts& counts);
std::int64_t sum_of_points(const GradeCounts& counts, const GradePoints& points = four_to_one);

// The n values squared and summed minus the sum squared: n * sum(x^2) - sum(x)^2, a whole number, so that an SD from it is exact up to its
// one division and square root. Sample variance = this / (n (n - 1)); population variance = this / n^2.
std::int64_t scaled_squares(const GradeCounts& counts, const GradePoints& points = four_to_one);

// Arithmetic mean, sum(x) / n. Nothing when n = 0.
std::optional<double> mean(const GradeCounts& counts, const GradePoints& points = four_to_one);
std::optional<double> mean(std::span<const double> values);

// Sample SD, sqrt(sum((x - mean)^2) / (n - 1)), as sd() of R and STDEV.S of Excel. Nothing when n < 2.
std::optional<double> sample_sd(const GradeCounts& counts, const GradePoints& points = four_to_one);
std::optional<double> sample_sd(std::span<const double> values);

// Population SD, the same with n instead of n - 1, as STDEV.P of Excel. Nothing when n = 0.
std::optional<double> population_sd(const GradeCounts& counts, const GradePoints& points = four_to_one);
std::optional<double> population_sd(std::span<const double> values);

// Quantile of type 7 (Hyndman and Fan 1996, The American Statistician 50:361-365; the default of R and NumPy, PERCENTILE.INC of Excel):
// with the values sorted and h = (n - 1) p, linear between the values at floor(h) and floor(h) + 1. p from 0 to 1, else nothing; nothing
// when n = 0.
std::optional<double> quantile(std::span<const double> values, double p);

// k of n. A share only when 0 <= k <= n and n > 0.
struct Part {
  std::int64_t k;
  std::int64_t n;
};
bool is_share(const Part& part);

struct Interval {
  double lower;
  double upper;
};

enum class Confidence : unsigned char { percent_95, percent_99_8 };

// What is left outside on each side, (1 - confidence) / 2, and the normal quantile there: 0.025 and 1.96, 0.001 and 3.09.
double tail(Confidence confidence);
double normal_quantile(Confidence confidence);

// Wilson's score interval of the share k/n, two-sided, without continuity correction (Wilson 1927, JASA 22:209-212; method 3 of Newcombe
// 1998, Statistics in Medicine 17:857-872). As shares, 0 to 1; exactly 0 at k = 0 and 1 at k = n. Nothing unless 0 <= k <= n, n > 0.
std::optional<Interval> wilson(std::int64_t k, std::int64_t n, Confidence confidence = Confidence::percent_95);

}  // namespace lagesbild::indicators
