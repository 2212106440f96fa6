#include "disclosure/gate.hpp"

namespace lagesbild::disclosure {
namespace {

constexpr int fewest_units = 3;
constexpr int most_of_one_unit = 85;         // per cent of the answers
constexpr int all_but_one_matters_to = 50;   // persons: in a larger group, one who differs stays unknown

}  // namespace

std::optional<Reason> withheld_because(const Basis& basis, const Policy& policy) {
  if (basis.n < policy.smallest_group) return Reason::small_group;
  if (basis.units < fewest_units) return Reason::few_units;
  if (std::int64_t{100} * basis.largest > most_of_one_unit * basis.n) return Reason::one_unit;
  if (!basis.k) return std::nullopt;
  const std::int64_t rarer = *basis.k * 2 > basis.n ? basis.n - *basis.k : *basis.k;
  if (rarer == 0 || (rarer == 1 && basis.n <= all_but_one_matters_to)) return Reason::all_alike;
  return std::nullopt;
}

}  // namespace lagesbild::disclosure
