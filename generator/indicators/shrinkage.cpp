#include "indicators/shrinkage.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>
#include <vector>

#include "indicators/distributions.hpp"

namespace lagesbild::indicators {
namespace {

// The groups that have answers, in an order of their own, so that theirs changes no bit of a sum; nothing when one is impossible.
std::optional<std::vector<Part>> answered(std::span<const Part> groups) {
  std::vector<Part> kept;
  for (const Part& group : groups) {
    if (group.k == 0 && group.n == 0) continue;
    if (!is_share(group)) return std::nullopt;
    kept.push_back(group);
  }
  if (kept.empty()) return std::nullopt;
  std::sort(kept.begin(), kept.end(), [](const Part& a, const Part& b) { return std::tie(a.n, a.k) < std::tie(b.n, b.k); });
  return kept;
}

double share(const Part& part) { return static_cast<double>(part.k) / static_cast<double>(part.n); }

Part sum(const std::vector<Part>& groups) {
  Part all{0, 0};
  for (const Part& group : groups) {
    all.k += group.k;
    all.n += group.n;
  }
  return all;
}

// Where a function that falls from 0 to 1 passes zero; 1 when it never does.
template <class Function>
double root_of_falling(Function function) {
  double low = 0, high = 1;
  for (int halving = 0; halving < 53; ++halving) {
    const double middle = (low + high) / 2;
    (function(middle) > 0 ? low : high) = middle;
  }
  return high;
}

// The log likelihood of a beta-binomial is a sum of logarithms of rate (1 - rho) + j rho for the j-th yes of a group, (1 - rate) (1 - rho)
// + j rho for its j-th no and (1 - rho) + j rho for its j-th answer, j from 0: no gamma function, and sound at both ends of rho.
class Likelihood {
 public:
  explicit Likelihood(const std::vector<Part>& groups) {
    for (const Part& group : groups) {
      count(yes_, group.k);
      count(no_, group.n - group.k);
      count(any_, group.n);
      for (std::int64_t j = 0; j < group.k; ++j) ways_ += std::log(static_cast<double>(group.n - j) / static_cast<double>(group.k - j));
    }
    yes_.resize(any_.size());
    no_.resize(any_.size());
    mixed_ = yes_[0] + no_[0] - any_[0];
  }

  double logarithm(const Prior& at) const {
    double sum = ways_ + yes_[0] * std::log(at.rate) + no_[0] * std::log1p(-at.rate);
    if (mixed_ > 0) sum += mixed_ * std::log1p(-at.rho);
    for (std::size_t j = 1; j < any_.size(); ++j) {
      const Terms term(at, static_cast<double>(j));
      sum += yes_[j] * std::log(term.yes) + no_[j] * std::log(term.no) - any_[j] * std::log(term.any);
    }
    return sum;
  }

  // The likeliest rate at a rho: the likelihood is concave in the rate.
  double rate(double rho) const {
    return root_of_falling([&](double rate) {
      double slope = 0;
      for (std::size_t j = 1; j < any_.size(); ++j) {
        const Terms term({rate, rho}, static_cast<double>(j));
        slope += yes_[j] / term.yes - no_[j] / term.no;
      }
      return yes_[0] / rate - no_[0] / (1 - rate) + (1 - rho) * slope;
    });
  }

  // How the log likelihood changes with rho, at the likeliest rate.
  double slope(double rho) const {
    const double mean = rate(rho);
    double slope = mixed_ > 0 ? -mixed_ / (1 - rho) : 0;
    for (std::size_t j = 1; j < any_.size(); ++j) {
      const double step = static_cast<double>(j);
      const Terms term({mean, rho}, step);
      slope += yes_[j] * (step - mean) / term.yes + no_[j] * (step - 1 + mean) / term.no - any_[j] * (step - 1) / term.any;
    }
    return slope;
  }

 private:
  struct Terms {
    Terms(const Prior& at, double j)
        : yes(at.rate * (1 - at.rho) + j * at.rho), no((1 - at.rate) * (1 - at.rho) + j * at.rho), any(1 - at.rho + j * at.rho) {}
    double yes, no, any;
  };

  static void count(std::vector<double>& groups_above, std::int64_t answers) {
    const std::size_t size = static_cast<std::size_t>(answers);
    if (groups_above.size() < size) groups_above.resize(size);
    for (std::size_t j = 0; j < size; ++j) ++groups_above[j];
  }

  std::vector<double> yes_, no_, any_;  // by j: how many groups have more than j of them
  double mixed_ = 0;                    // how many groups have both yes and no
  double ways_ = 0;                     // the binomial coefficients
};

}  // namespace

std::optional<BetaShape> shape(const Prior& prior) {
  if (!(prior.rho > 0 && prior.rho < 1)) return std::nullopt;
  const double weight = (1 - prior.rho) / prior.rho;
  return BetaShape{prior.rate * weight, (1 - prior.rate) * weight};
}

std::optional<Prior> prior_by_moments(std::span<const Part> groups) {
  const auto kept = answered(groups);
  if (!kept) return std::nullopt;
  const Part all = sum(*kept);
  const double rate = share(all);
  const double one = rate * (1 - rate);  // the variance of an answer
  const double others = static_cast<double>(kept->size() - 1);
  double spread = 0, squares = 0;
  for (const Part& group : *kept) {
    const double size = static_cast<double>(group.n);
    spread += size * (share(group) - rate) * (share(group) - rate);
    squares += size * size;
  }
  const double excess = spread - one * others;
  const double possible = one * (static_cast<double>(all.n) - squares / static_cast<double>(all.n) - others);
  if (!(excess > 0 && possible > 0)) return Prior{rate, 0};
  return Prior{rate, std::min(1.0, excess / possible)};
}

std::optional<LikeliestPrior> prior_by_likelihood(std::span<const Part> groups) {
  const auto kept = answered(groups);
  if (!kept) return std::nullopt;
  const Part all = sum(*kept);
  if (all.k == 0 || all.k == all.n) return LikeliestPrior{{share(all), 0}, 0};
  const Likelihood likelihood(*kept);
  const double rho = likelihood.slope(0) > 0 ? root_of_falling([&](double at) { return likelihood.slope(at); }) : 0;
  const Prior prior{rho == 0 ? share(all) : likelihood.rate(rho), rho};
  return LikeliestPrior{prior, -likelihood.logarithm(prior)};
}

std::optional<double> shrunk(const Prior& prior, const Part& group) {
  if (!is_share(group)) return std::nullopt;
  const double own = prior.rho * static_cast<double>(group.n);
  return std::lerp(prior.rate, share(group), own / (1 - prior.rho + own));
}

std::optional<double> posterior_quantile(const Prior& prior, const Part& group, double p) {
  if (!is_share(group) || !(p >= 0 && p <= 1)) return std::nullopt;
  if (prior.rho <= 0) return prior.rate;
  const auto before = shape(prior).value_or(BetaShape{0, 0});
  const double alpha = before.alpha + static_cast<double>(group.k);
  const double beta = before.beta + static_cast<double>(group.n - group.k);
  if (alpha == 0 || beta == 0) return alpha == 0 ? 0 : 1;
  return beta_quantile(p, alpha, beta);
}

}  // namespace lagesbild::indicators
