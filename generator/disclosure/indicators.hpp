// The indicators as they may leave: every value a cell, and what is said of them worked out from the shown ones alone. A withheld value is
// thus withheld in trends, comparisons, limits and sentences too.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/cell.hpp"
#include "disclosure/gate.hpp"
#include "disclosure/protection.hpp"
#include "indicators/measure.hpp"
#include "indicators/roles.hpp"
#include "indicators/standing.hpp"

namespace lagesbild::disclosure {

using indicators::Assessment;
using indicators::Definition;
using indicators::Difference;
using indicators::Group;
using indicators::GroupKind;
using indicators::Interval;
using indicators::Judgement;
using indicators::PeriodKind;
using indicators::PeriodOfTime;
using indicators::RoleComparison;
using indicators::Settings;
using indicators::Standing;
using indicators::Trend;
using indicators::UnitValue;
using indicators::Value;
namespace kind = indicators;  // Kind, Better, Source and what can be asked of them

struct IndicatorCells {
  std::vector<std::size_t> periods;              // indices into Indicators::periods, oldest first
  std::vector<std::vector<Cell<Value>>> groups;  // by period here, then by Indicators::groups
  Assessment assessment;                         // of the shown values, in the same order
  std::vector<Cell<UnitValue>> units;            // by Release::units, then period here
  bool has_data = false;                         // somebody answers to it at all
  const Cell<Value>& headline(std::size_t group) const { return groups[assessment.headline][group]; }
  const Cell<UnitValue>& of_unit(std::size_t unit, std::size_t period) const { return units[unit * periods.size() + period]; }
};

// One of the sources about an area, for a group, in the period that each tells first.
struct SourceView {
  double percent = 0;        // grades: at the reference line or better, now; persons: the mean of the shares of its indicators
  std::size_t indicators = 0;
  std::int64_t n = 0;        // the most that answered one of them; reviewed units, of grades
  std::size_t period = 0;    // index into Indicators::periods
};

// Inspectors, ST doctors and annual reports about the same area.
struct AreaSources {
  std::optional<SourceView> grades, doctors, reports;
  std::optional<double> apart;                   // percentage points between the highest and the lowest of at least two
  bool disagree = false;                         // by at least Settings::disagreement_points
};

struct Indicators {
  std::vector<Definition> definitions;           // by area (none last), then source
  std::vector<PeriodOfTime> periods;
  std::vector<Group> groups;                     // the region first
  std::vector<std::optional<std::uint32_t>> similar;  // by Release::units
  std::vector<IndicatorCells> cells;             // by definition
  std::vector<Cell<RoleComparison>> roles;       // by round, statement, role; a withheld one keeps no place
  Settings settings;
  std::optional<std::size_t> find(std::string_view id) const;
};

// As readers get it, if they do: how much came from one unit stays inside, and so do quartiles of few persons.
Value to_show(Value value, const Definition& definition);

// Judges the measured numbers; takes them over.
Indicators judge_indicators(Gate& gate, const Protection& protection, indicators::Measured measured,
                            const std::vector<RoleComparison>& roles, const model::Facts& facts, const Policy& policy);

// The sources side by side for the region or a forum (index into Indicators::groups), by area. From shown values only.
std::vector<AreaSources> meeting_sources(const Indicators& all, std::size_t group, std::size_t areas);

// How much of the variation in the order of the areas (by share at the reference line) the forums have in common: Kendall's W over the
// forums with every area shown. Nothing with fewer than three such forums.
std::optional<double> concordance_of_forums(const Indicators& all, std::size_t areas);

}  // namespace lagesbild::disclosure
