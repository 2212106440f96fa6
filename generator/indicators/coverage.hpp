// Who has handed in what: a state for each unit, dataset and period. It says whether, never how much. A unit that came from others answers
// for what they handed in during the period, so a merger leaves nothing missing and nothing is asked for twice.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "model/facts.hpp"

namespace lagesbild::indicators {

enum class Coverage : std::uint8_t {
  delivered,
  missing,
  not_yet,      // the period is not over
  not_expected  // the unit did not exist, went on as another one, or has no ST doctors to write annual reports
};

struct CoverageColumn {
  std::string dataset;          // id
  std::string period;           // 2025, or the id of a round
  bool over = false;            // the period ended before today
  std::vector<Coverage> units;  // by Facts::units
};

// Columns by the order of `datasets` (those with coverage that the site has a source for), then by period. Reviews and surveys are expected
// once in each round that has begun, other datasets each year from the first one with data to the last one with data or over.
std::vector<CoverageColumn> coverage(const model::Facts& facts, const std::vector<std::string>& datasets, Date as_of);

}  // namespace lagesbild::indicators
