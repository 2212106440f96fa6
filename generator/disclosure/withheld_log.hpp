// What was withheld and by which rule, for those who run a site. Secret: that a number was withheld because all answered alike tells what
// they answered. It holds no values, and is never part of a site.
#pragma once
#include <string>
#include <string_view>

#include "disclosure/cell.hpp"

namespace lagesbild::disclosure {

struct Release;

// The rule's name: small_group, few_units, linked.
std::string_view id_of(Reason reason);

// CSV, a row a number: what, group_kind, group, period, rule. `what` is an indicator's id; of the survey's page a question's; grades or
// register when those are about persons. Nobody's answers have no row.
std::string withheld_log(const Release& release);

}  // namespace lagesbild::disclosure
