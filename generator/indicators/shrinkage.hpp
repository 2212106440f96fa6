// Shares of small groups drawn towards the share of all, by empirical Bayes with a beta-binomial model. What a reader would get wrong: a
// shrunk value is a better guess about the next answers of a group, not a correction of those it gave; it is shown beside them.
#pragma once
#include <optional>
#include <span>

#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

// How the true shares of groups are spread: around `rate`, with `rho` from 0 (all alike) to 1 (each all or none), the correlation of two
// answers in a group. The beta distribution has alpha + beta = (1 - rho) / rho.
struct Prior {
  double rate;
  double rho;
};

struct BetaShape {
  double alpha;
  double beta;
};
// Nothing at rho = 0, where both are infinite, and at rho = 1, where both are 0.
std::optional<BetaShape> shape(const Prior& prior);

// By moments, groups weighing as many as they are (Kleinman 1973, JASA 68:46-54): rate = K / N = P of all and, with S = sum(n (k/n - P)^2)
// over I groups, rho = (S - P (1 - P) (I - 1)) / (P (1 - P) (N - sum(n^2) / N - (I - 1))), kept within 0 to 1. rho is 0 when the groups
// differ no more than by chance, or when that cannot be seen. Groups of 0 are left out; nothing when none is left or one is no share.
std::optional<Prior> prior_by_moments(std::span<const Part> groups);

// By maximum likelihood (Griffiths 1973, Biometrics 29:637-648). rho is exactly 0 when the likelihood falls from there. The likelihood is
// with the binomial coefficients. Groups of 0 are left out; nothing in the same cases.
struct LikeliestPrior {
  Prior prior;
  double negative_log_likelihood;
};
std::optional<LikeliestPrior> prior_by_likelihood(std::span<const Part> groups);

// The mean of the posterior beta(alpha + k, beta + n - k), between k/n and the rate: the rate itself at rho = 0 (full shrinkage), k/n at
// rho = 1. Nothing unless the group is a share.
std::optional<double> shrunk(const Prior& prior, const Part& group);

// The p quantile of the posterior. Nothing unless the group is a share and 0 <= p <= 1.
std::optional<double> posterior_quantile(const Prior& prior, const Part& group, double p);

}  // namespace lagesbild::indicators
