// What is said of an indicator in a sentence, and the shortest way to its numbers. Everything here starts from shown cells: value() has
// nothing where a cell is withheld, and then there is no number to put in a sentence, a chart or a comparison.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "view/values.hpp"

namespace lagesbild::view {

inline constexpr std::size_t whole_region = 0;  // index of the region among the groups

class Indicator {
 public:
  Indicator(const Context& the_context, std::size_t index)
      : context(the_context), texts(the_context.texts), definition(the_context.release.indicators.definitions[index]),
        cells(the_context.release.indicators.cells[index]) {}
  const Context& context;
  const Texts& texts;
  const disclosure::Definition& definition;
  const disclosure::IndicatorCells& cells;

  bool is_share() const { return disclosure::kind::is_share(definition.kind); }
  bool is_count() const { return definition.kind == disclosure::kind::Kind::count; }
  std::size_t headline() const { return cells.assessment.headline; }
  const disclosure::PeriodOfTime& time(std::size_t period) const { return context.release.indicators.periods[cells.periods[period]]; }
  std::string period(std::size_t position) const { return period_name(context, time(position)); }
  // Null when it is withheld or nobody answers to it.
  const disclosure::Value* value(std::size_t period, std::size_t group) const {
    const disclosure::Value* found = cells.groups[period][group].shown();
    return found != nullptr && found->n > 0 ? found : nullptr;
  }
  const disclosure::Standing& standing(std::size_t period, std::size_t group) const { return cells.assessment.standings[period][group]; }
  // Per cent of a share, otherwise in the value's unit.
  std::optional<double> number(std::size_t period, std::size_t group) const {
    const disclosure::Value* found = value(period, group);
    return found == nullptr ? std::nullopt : disclosure::kind::number_of(definition, *found);
  }
  // 95 % of a share or a mean, the middle half of a median.
  std::optional<disclosure::Interval> range(std::size_t period, std::size_t group) const;
};

// A group's latest change between two periods of one kind, and which period it came in.
struct LatestChange {
  std::size_t period = 0;
  disclosure::kind::Change change;
};
std::optional<LatestChange> latest_change(const Indicator& indicator, std::size_t group);

// "2025 var det 87 % (433 av 497 årsrapporter). Målet, minst 90 %, nås inte. ..."
std::string indicator_lead(const Indicator& indicator);
std::string better_text(const Indicator& indicator);
// "minst 90 %, nås inte"; "inget mål".
std::string target_verdict(const Indicator& indicator, std::size_t period, std::size_t group);
// "+3 procentenheter sedan 2024, kan vara slump"; empty without an earlier value.
std::string change_text(const Indicator& indicator, const disclosure::kind::Change& change);
// Trend over the years, or the latest change between rounds; "första perioden" when there is nothing to compare with.
std::string development_text(const Indicator& indicator, std::size_t group);
// good, bad or plain: how a judgement is marked beside its words.
std::string tone_of(const disclosure::Standing& standing);

}  // namespace lagesbild::view
