// A plan as it stands on the site's day: its measures in the latest year that it was followed up, and what has become of those of the year
// before. Of published values only: what an audience may not see is not counted, nor found late.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/release.hpp"

namespace lagesbild::view {

// From the year before to the latest one. Done in both years is no move: nothing is left to do.
enum class Move : unsigned char { none, added, forward, back, still, stopped, gone };

struct PlanMeasure {
  std::size_t index = 0;               // of Release::measures: the latest row, of one that is gone the last
  std::optional<std::size_t> before;   // the row of the year before
  Move move = Move::none;
  bool late = false;                   // neither done nor stopped, and the day when it was to be done has passed
  bool follow_up_late = false;         // neither done nor stopped, and the day for the next follow-up has passed
};

struct Plan {
  std::string id;
  std::vector<int> years;              // that it has been followed up, ascending; empty: all the time
  std::vector<PlanMeasure> measures;   // in number order
  std::vector<PlanMeasure> gone;       // in the year before, unfinished, and without a row in the latest
};

// In the order of their ids. O(measures log measures).
std::vector<Plan> plans_of(const disclosure::Release& release);

bool is_finished(const model::Measure& measure);  // done or stopped
// not_started, started, done, stopped, or unknown.
std::string_view kind_of(const model::Measure& measure);

}  // namespace lagesbild::view
