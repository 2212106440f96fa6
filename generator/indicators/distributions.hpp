// Tails and quantiles of the distributions that the other statistics rest on. Boost.Math is included by distributions.cpp alone, and is
// told to throw nothing; whoever calls keeps the arguments within what is said here.
#pragma once
#include <cstdint>

namespace lagesbild::indicators {

// P(R <= r) of a binomial R out of n with probability p, 0 <= p <= 1, n > 0. 0 below r = 0 and 1 from r = n on.
double binomial_at_most(std::int64_t r, std::int64_t n, double p);

// The x with P(X <= x) = p of a beta distribution; a, b > 0 and 0 <= p <= 1.
double beta_quantile(double p, double a, double b);

// P(X >= value) of chi-squared with df > 0 degrees of freedom, value >= 0.
double chi_squared_tail(double value, double df);

// The t with P(T <= t) = p of Student's distribution with df > 0 degrees of freedom, 0 < p < 1.
double student_quantile(double p, double df);

// P(|Z| >= |z|) of a standard normal Z: both tails.
double normal_tails(double z);

}  // namespace lagesbild::indicators
