// The times that numbers are computed for: today, rounds of reviews, years, and fixed pools of years. Pools do not slide: a year is in one
// pool only, so that two pools never give the difference between two years.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "indicators/definition.hpp"
#include "indicators/settings.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

enum class PeriodKind : std::uint8_t { now, round, year, pool };

struct PeriodOfTime {
  PeriodKind kind = PeriodKind::now;
  std::string id;          // now, 2019–2022, 2025
  Date from{}, to{};
  bool over = true;        // ended before today; numbers of one that goes on are "so far"
  std::size_t index = 0;   // of a round in Facts::rounds; of a year the year; of a pool its first year
};

// Now, the rounds that have begun, the years with annual reports, and the pools that are over and hold at least two such years.
std::vector<PeriodOfTime> make_periods(const model::Facts& facts, const Settings& settings, Date as_of);

// Those that a definition has numbers for, as indices, oldest first: of its source, no part of them before the year `since`, and not
// across a break.
std::vector<std::size_t> periods_of(const Definition& definition, const std::vector<PeriodOfTime>& periods);

}  // namespace lagesbild::indicators
