// Grades that demand action, and what has become of them, for the page of them all and for a unit's own. A line is what one review demanded
// of a unit: the areas that stand alike, so that a unit where one D was lifted and another stands has two lines.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "view/page_unit.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct CaseLine {
  std::size_t unit = 0;
  const disclosure::Review* review = nullptr;
  std::vector<const disclosure::Case*> cases;            // at least one, by area
  const disclosure::Case& any() const { return *cases.front(); }
};

// Of those whose reviews are shown, in the order of the units, oldest review first.
std::vector<CaseLine> case_lines(const Context& context, const std::vector<std::size_t>& units);
// The open ones: the latest first, most days at the top; then those on a level; then by the day of the next step; those without one last.
std::vector<CaseLine> open_lines(const Context& context, const std::vector<std::size_t>& units);

std::string case_state(const Texts& texts, disclosure::CaseState state);
// Who is to take the next step; empty of a closed one.
std::string case_owner(const Context& context, const disclosure::Case& one);
// "Planen är minst 60 dagar sen."
std::string level_rule(const Texts& texts, const disclosure::Level& level);
// What has happened and what is to come, by day.
std::vector<Step> case_steps(const Context& context, const disclosure::Case& one, const disclosure::Review& review);

}  // namespace lagesbild::view
