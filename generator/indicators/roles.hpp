// Whether those in different roles see the training alike: how far apart their shares are, and how often they say the same at the same
// unit. About persons: nothing here may be shown before the gate has judged it.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "indicators/statistics.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

// Answers to a statement in a round by those in a role, against what ST doctors said. Agree, neutral and disagree; hours are not compared.
struct RoleComparison {
  std::size_t round = 0;             // indices into Facts
  std::size_t statement = 0;
  model::Role role = model::Role::supervisor;
  Part agree{};                      // of those in the role
  Part doctors_agree{};
  int units = 0;                     // where somebody in the role answered
  int largest = 0;                   // answers in the role at one unit
  int doctors_units = 0;             // the same of the ST doctors
  int doctors_largest = 0;
  int pairs = 0;                     // units where both answered
  std::optional<Interval> difference;  // role minus ST doctors, percentage points (Newcombe)
  std::optional<double> kappa;       // linear weights, over `pairs`: the middle answer of each side (disagree, neutral, agree)
};

// By round, statement, role; only where both sides have answers. O(groups).
std::vector<RoleComparison> compare_roles(const model::Facts& facts);

}  // namespace lagesbild::indicators
