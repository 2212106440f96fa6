// What a definition counts, unit by unit and period by period: the only place that knows both the words of the definitions and the facts.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "indicators/definition.hpp"
#include "indicators/figures.hpp"
#include "indicators/periods.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

struct Tally {
  std::int64_t k = 0;                        // that the numerator holds for, or its sum
  std::int64_t n = 0;                        // that the denominator holds for, or its sum; values, of a mean or a median
  std::vector<model::AnswerCount> values;    // of a mean or a median
};

// Reads the facts in place: they must outlive it. Any number of threads may observe at once.
class Observer {
 public:
  Observer(const model::Facts& facts, const std::vector<UnitState>& states, const std::vector<PeriodOfTime>& periods, Date as_of);

  // Calls `sink` for every unit that there is something to count of, in order; a tally for each of `wanted` (indices of periods). A unit
  // counts only in periods that it existed in; what was told at a unit stays with that unit.
  using Sink = std::function<void(std::size_t unit, std::vector<Tally>& by_period)>;
  void observe(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const;

 private:
  void reviews(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const;
  void register_facts(const Definition& definition, const Sink& sink) const;
  void reports(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const;
  void survey(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const;

  const model::Facts& facts_;
  const std::vector<UnitState>& states_;
  const std::vector<PeriodOfTime>& periods_;
  Date as_of_;
  std::map<std::pair<std::size_t, model::Role>, std::vector<std::size_t>> answers_;  // by statement and role: survey groups by unit, round
};

}  // namespace lagesbild::indicators
