// How every unit stands against every requirement that the register can show, worked out once from what has been judged and narrowed. What
// a reader would get wrong: a withheld value is not an unknown one, and a unit is in the indicator's value exactly when it is neither.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/release.hpp"
#include "indicators/requirement.hpp"

namespace lagesbild::disclosure {

using indicators::Limit;
using indicators::OwnValue;

enum class Met : std::uint8_t { under, near, met, not_known, withheld };  // under: the limit is not met, whichever way it goes
inline constexpr std::size_t met_kinds = 5;

struct Checked {
  Met met = Met::not_known;
  std::optional<OwnValue> own;                   // what the register says; of sums nothing when a number of the two is missing
  std::int64_t missing = 0;                      // to the limit, see indicators::missing
  Reason because = Reason::not_judged;           // of what is withheld
};

struct Requirement {
  std::size_t indicator = 0;                     // index into Indicators::definitions
  Limit limit;
  std::vector<Checked> units;                    // by Release::units; former ones are not known
};

// In the order of the indicators. None when no unit that exists today is told of against any of them.
std::vector<Requirement> requirements_of(const Release& release);

}  // namespace lagesbild::disclosure
