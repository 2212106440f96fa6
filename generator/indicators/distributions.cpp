#include "indicators/distributions.hpp"

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace lagesbild::indicators {
namespace {

namespace policies = boost::math::policies;
using policies::ignore_error;

// No long double either: it is not the same on every processor, and a number must be.
using Quiet = policies::policy<policies::domain_error<ignore_error>, policies::pole_error<ignore_error>,
                               policies::overflow_error<ignore_error>, policies::underflow_error<ignore_error>,
                               policies::denorm_error<ignore_error>, policies::evaluation_error<ignore_error>,
                               policies::rounding_error<ignore_error>, policies::indeterminate_result_error<ignore_error>,
                               policies::promote_double<false>>;

}  // namespace

double binomial_at_most(std::int64_t r, std::int64_t n, double p) {
  if (r < 0) return 0;
  if (r >= n) return 1;
  return boost::math::ibetac(static_cast<double>(r + 1), static_cast<double>(n - r), p, Quiet{});
}

double beta_quantile(double p, double a, double b) { return boost::math::ibeta_inv(a, b, p, Quiet{}); }

double chi_squared_tail(double value, double df) { return boost::math::gamma_q(df / 2, value / 2, Quiet{}); }

// P(|T| > t) is the incomplete beta function of df / 2 and 1 / 2 at df / (df + t^2).
double student_quantile(double p, double df) {
  if (p < 0.5) return -student_quantile(1 - p, df);
  const double x = boost::math::ibeta_inv(df / 2, 0.5, 2 * (1 - p), Quiet{});
  return std::sqrt(df * (1 - x) / x);
}

double normal_tails(double z) { return boost::math::erfc(std::fabs(z) / std::sqrt(2.0), Quiet{}); }

}  // namespace lagesbild::indicators
