// The status of a unit: the first rule that holds, from its latest review.
//   1. a current grade demands action                    -> action required (with a plan awaited, late or received)
//   2. a grade that demanded action was lifted by a plan -> action planned
//   3. a current grade recommends action                 -> action recommended
//   4. the next review should have been made             -> review overdue
//   5. otherwise                                         -> all met
#pragma once
#include "indicators/figures.hpp"

namespace lagesbild::indicators {

// A unit with these reviews (indices into facts.reviews), oldest first.
UnitState state_of(const model::Facts& facts, std::vector<std::size_t> reviews, Date as_of);

bool demands_action_now(const model::Framework& framework, const model::Review& review);
bool demanded_action(const model::Framework& framework, const model::Review& review);

}  // namespace lagesbild::indicators
