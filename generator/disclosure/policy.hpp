// A site's rules for small groups: content/sites/<site>/disclosure.yaml. Who decided, when and why stands beside every threshold.
#pragma once
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

struct Policy {
  int smallest_group = smallest_group_default;  // fewer than this many are never shown
  int smallest_group_to_judge = 8;              // fewer are never called better or worse
  bool grades_about_persons = false;
  bool register_about_persons = false;
  Localized decided_by;                         // a function, not a person
  Date decided_on{};
  Localized reason;
  bool protects(About about) const {
    return about == About::persons || (about == About::grades ? grades_about_persons : register_about_persons);
  }
};

// Nothing after an error.
std::optional<Policy> read_policy(std::string file, std::string text, Diagnostics& diagnostics);

}  // namespace lagesbild::disclosure
