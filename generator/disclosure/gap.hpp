// The few that matter: which areas and units make up most of the distance to the reference line. It says where effort goes furthest, not
// who is worst: units with equal shares stand in order of name, and there is no rank.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "indicators/settings.hpp"

namespace lagesbild::disclosure {

struct Release;

struct GapUnit {
  std::size_t unit = 0;                // index into Release::units
  int points = 0;
  std::vector<std::size_t> areas;      // below the line
};

struct Gap {
  int reviewed = 0;                    // units whose latest review is shown
  int points = 0;                      // grade points missing up to the reference line, over all units and areas
  int units_below = 0;                 // units with any area below it
  std::vector<int> by_area;            // points
  std::vector<GapUnit> few;            // as many as make up Settings::gap_percent of the points, at most gap_most; largest first
  int points_of_few = 0;
};

// Of the latest grades of the units of the region, or of one forum. From shown grades only. O(units x areas), and a sort.
Gap gap_of(const Release& release, std::optional<std::size_t> forum, const indicators::Settings& settings);

}  // namespace lagesbild::disclosure
