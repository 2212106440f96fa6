// Grades before and after action plans, and from one round to the next, as slopes. Of judged counts only: where one end is withheld there
// is no line, and the table says so.
#pragma once
#include <optional>

#include "view/shell.hpp"
#include "view/slope_chart.hpp"

namespace lagesbild::view {

// Units with D in an area, by forum (by ownership on a site without forums). Lifted grades rarely pass the line at once, so a share would
// hide them.
std::optional<SlopeSection> slope_of_groups(const Context& context, std::size_t area);
// Units with D by area.
std::optional<SlopeSection> slope_of_d(const Context& context, const disclosure::GroupFigures<disclosure::Cell>& group);
// Share at the reference line by area, in the last two rounds.
std::optional<SlopeSection> slope_of_rounds(const Context& context);

}  // namespace lagesbild::view
