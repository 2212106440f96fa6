// Warnings about annual reports that look unlike those of other years: a column in the wrong place, half a file, a unit's reports twice.
// A warning only: the world may have changed.
#pragma once
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "model/facts.hpp"

namespace lagesbild::read {

// `places`: of the first row of each of facts.reports. A group's number of reports is far outside when it is more than three times the
// median of the unit's other years, plus three; or under a third of it, where that is at least six and the year is over. An answer is
// when the region's share of it lies more than 30 percentage points from all other years, or its mean is more than twice or
// under half of all others; years with at least 30 answers are compared, and two other years are needed.
void warn_of_far_values(const model::Facts& facts, const std::vector<Place>& places, Date as_of, Diagnostics& diagnostics);

}  // namespace lagesbild::read
