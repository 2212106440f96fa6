// Every indicator for every group and period, as plain numbers that nobody has judged: what they are, not what they mean. What is said of
// them (better, worse, rising) is worked out from the numbers that may be shown, and from no others: see standing.hpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indicators/definition.hpp"
#include "indicators/figures.hpp"
#include "indicators/groups.hpp"
#include "indicators/periods.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

// By quantiles of type 7.
struct Quartiles {
  double lower = 0, median = 0, upper = 0;
};

// Of values, in their own unit (hours, months, days).
struct Spread {
  double mean = 0;
  std::optional<double> sd;                      // sample SD; none of one value
  std::optional<Quartiles> quartiles;            // always there before judgement
};

// One indicator for one group in one period.
struct Value {
  int units = 0;                                 // that it rests on
  int largest = 0;                               // of n, at a single unit
  std::int64_t k = 0;
  std::int64_t n = 0;                            // 0: there is nothing to say
  std::optional<Spread> spread;                  // of a mean or a median
};

// The same for a single unit; k is the sum of its values (hundredths of a decimal) for a mean or a median.
struct UnitValue {
  std::int64_t k = 0;
  std::int64_t n = 0;
};

// Of a unit's values, in their own unit. Only where n > 0.
inline double mean_of(const Definition& definition, const UnitValue& value) {
  const double scale = definition.value.type == model::FieldType::decimal ? 100.0 : 1.0;
  return static_cast<double>(value.k) / static_cast<double>(value.n) / scale;
}

struct IndicatorFigures {
  std::vector<std::size_t> periods;              // indices into Measured::periods, oldest first
  std::vector<std::vector<Value>> groups;        // by period here, then by Groups::all
  std::vector<UnitValue> units;                  // by unit, then period here: units[unit * periods.size() + period]
  const UnitValue& of_unit(std::size_t unit, std::size_t period) const { return units[unit * periods.size() + period]; }
};

struct Measured {
  std::vector<Definition> definitions;           // that are published, by area (none last), then source
  std::vector<PeriodOfTime> periods;
  Groups groups;
  std::vector<IndicatorFigures> indicators;      // by definition
  Settings settings;
  std::vector<Definition> unpublished;           // drafts and archived ones: told of, never computed
};

// O(facts) for each definition. Groups of similar units have no numbers about persons: they cross the others too closely.
Measured measure(const model::Facts& facts, const std::vector<UnitState>& states, std::vector<Definition> definitions, Groups groups,
                 const Settings& settings, Date as_of, std::size_t threads);

}  // namespace lagesbild::indicators
