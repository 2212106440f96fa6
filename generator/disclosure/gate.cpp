#include "disclosure/gate.hpp"

namespace lagesbild::disclosure {
namespace {

constexpr int fewest_units = 3;
constexpr int most_of_one_unit = 85;         // per cent of the answers
constexpr int fewest_who_differ = 3;         // else each smaller group in it is known to a width of less than that

}  // namespace

std::optional<Reason> withheld_because(const Basis& basis, int smallest_group) {
  if (basis.n < smallest_group) return Reason::small_group;
  if (basis.units && *basis.units < fewest_units) return Reason::few_units;
  if (basis.units && 100 * basis.largest > most_of_one_unit * basis.n) return Reason::one_unit;
  if (!basis.k) return std::nullopt;
  const std::int64_t rarer = *basis.k * 2 > basis.n ? basis.n - *basis.k : *basis.k;
  if (rarer == 0 || (rarer == 1 && basis.n <= all_but_one_matters_to)) return Reason::all_alike;
  if (rarer < fewest_who_differ) return Reason::few_differ;
  return std::nullopt;
}

}  // namespace lagesbild::disclosure
