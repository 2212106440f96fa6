// What a unit's readers are told instead of a dash: the closest number about persons that may be told. Its own, if it may be; otherwise
// its own over several years, its forum's, or the region's, in the order that the site's policy gives.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

#include "disclosure/policy.hpp"

namespace lagesbild::disclosure {

struct Release;

struct RolledUp {
  RollUp step = RollUp::region;
  std::size_t period = 0;                // position among the indicator's periods
  std::optional<std::size_t> group;      // index into Indicators::groups; none: the unit itself
};

// Of an indicator about persons; nothing when not even the region's number may be told. The latest period of each step. O(periods).
std::optional<RolledUp> rolled_up(const Release& release, std::size_t unit, std::size_t indicator);

// How many numbers of units are withheld while a larger group's stand in their place.
std::uint64_t count_rolled_up(const Release& release);

}  // namespace lagesbild::disclosure
