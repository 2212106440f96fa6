// A site's rules for small groups: content/sites/<site>/disclosure.yaml. Who decided, when and why stands beside every threshold.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "base/localized.hpp"

namespace lagesbild::disclosure {

// What a number is about. Grades and register facts are about units unless the site says otherwise; answers are always about persons.
enum class About : std::uint8_t { grades, register_facts, persons };

inline constexpr int smallest_group_ever = 3;
inline constexpr int smallest_group_default = 5;

// What a unit's readers are shown about persons, the closest first; what may not be shown is passed over for the next.
enum class RollUp : std::uint8_t { unit, unit_pool, forum, forum_pool, region };

struct Policy {
  int smallest_group = smallest_group_default;  // fewer than this many are never shown
  int smallest_group_to_judge = 8;              // fewer are never called better or worse
  bool grades_about_persons = false;
  bool register_about_persons = false;
  std::vector<RollUp> roll_up = {RollUp::unit_pool, RollUp::forum, RollUp::forum_pool, RollUp::region};
  Localized decided_by;                         // a function, not a person
  Date decided_on{};
  Localized reason;
  // Whether single units are told of at all: in a pool of years, or in a single year or round.
  bool tells_units(bool pool) const {
    return std::find(roll_up.begin(), roll_up.end(), pool ? RollUp::unit_pool : RollUp::unit) != roll_up.end();
  }
  bool protects(About about) const {
    return about == About::persons || (about == About::grades ? grades_about_persons : register_about_persons);
  }
};

// Nothing after an error.
std::optional<Policy> read_policy(std::string file, std::string text, Diagnostics& diagnostics);

}  // namespace lagesbild::disclosure
