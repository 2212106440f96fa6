// Who has handed in what. To those who hand in, everything is told: whether something came, never how much. To the readers of a site it is
// told of a unit only where it is about the unit. What ST doctors or others write one by one is: the unit sees to it and sends it in. But
// where a unit has so few ST doctors that yes or no would be about one of them, neither is told, nor is the unit counted anywhere, so that
// no total tells it either.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "disclosure/cell.hpp"
#include "disclosure/policy.hpp"
#include "indicators/coverage.hpp"
#include "indicators/figures.hpp"

namespace lagesbild::disclosure {

using indicators::Coverage;
using indicators::CoverageColumn;

// What units deliver in a period, or the findings of their latest reviews, which have no period.
struct Deliveries {
  std::size_t dataset = 0;             // index into Release::datasets
  std::string period;                  // 2025, the id of a round, or empty
  bool over = false;                   // the period has ended
  std::vector<Cell<Coverage>> units;   // by Release::units
};

// With fewer ST doctors in the register, or when it is silent, a delivery about persons is not told of a unit.
int fewest_to_tell_of_delivery(const Policy& policy);

// Of every dataset that units deliver and that anything has come of, by dataset and period; then findings.
std::vector<Deliveries> judge_deliveries(const model::Facts& facts, const std::vector<indicators::UnitState>& units,
                                         const Policy& policy, Date as_of);

}  // namespace lagesbild::disclosure
