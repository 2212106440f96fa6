#include "view/indicator_words.hpp"

#include <cmath>

namespace lagesbild::view {
namespace {

using disclosure::Judgement;
using disclosure::PeriodKind;
using disclosure::kind::Better;
using disclosure::kind::Change;

// Too small to be seen in the number that is written.
bool is_nothing(const Indicator& indicator, const Change& change) {
  return difference_text(indicator.context, indicator.definition, std::abs(change.difference)) ==
         difference_text(indicator.context, indicator.definition, 0);
}

std::string value_sentence(const Indicator& indicator, const disclosure::Value& value) {
  const auto& time = indicator.time(indicator.headline());
  const std::string text = value_text(indicator.context, indicator.definition, value);
  const std::string basis = basis_text(indicator.context, indicator.definition, value);
  if (time.kind == PeriodKind::now) return indicator.texts.say("indicators.lead_now", {{"value", text}, {"basis", basis}});
  return indicator.texts.say("indicators.lead_in", {{"period", indicator.period(indicator.headline())}, {"value", text}, {"basis", basis}});
}

std::string change_sentence(const Indicator& indicator) {
  const auto found = latest_change(indicator, whole_region);
  if (!found) return "";
  const std::string before = indicator.period(found->change.period);
  if (found->period != indicator.headline()) {
    return " " + indicator.texts.say("indicators.lead_change_in", {{"period", indicator.period(found->period)},
                                                                   {"change", change_text(indicator, found->change)}});
  }
  const std::string points = difference_text(indicator.context, indicator.definition, std::abs(found->change.difference));
  const std::string amount = points.starts_with('+') ? points.substr(1) : points;
  const bool up = found->change.difference > 0;
  if (is_nothing(indicator, found->change)) return " " + indicator.texts.say("indicators.lead_same", {{"before", before}});
  const std::string key = !found->change.interval                                             ? "plain"
                          : found->change.direction == disclosure::Difference::chance ? "chance"
                                                                                              : "sure";
  return " " + indicator.texts.say("indicators.lead_" + std::string{up ? "up_" : "down_"} + key, {{"amount", amount}, {"before", before}});
}

// The share with so many decimals that it does not look like the target that it misses; nothing when whole per cent will do.
std::optional<std::string> nearly(const Indicator& indicator, std::size_t period, std::size_t group) {
  if (!indicator.is_share() || indicator.standing(period, group).meets_target.value_or(true)) return std::nullopt;
  const auto limit = static_cast<double>(indicator.definition.target->limit);
  const double number = *indicator.number(period, group);
  int digits = 0;
  while (digits < 3 && indicator.texts.decimal(number, digits) == indicator.texts.decimal(limit, digits)) ++digits;
  if (digits == 0) return std::nullopt;
  return indicator.texts.say("indicators.percent", {{"number", indicator.texts.decimal(number, digits)}});
}

}  // namespace

std::optional<disclosure::Interval> Indicator::range(std::size_t period, std::size_t group) const {
  const disclosure::Value* found = value(period, group);
  if (found == nullptr) return std::nullopt;
  if (!disclosure::kind::is_median(definition.kind)) return standing(period, group).interval;
  if (!found->spread || !found->spread->quartiles) return std::nullopt;
  return disclosure::Interval{found->spread->quartiles->lower, found->spread->quartiles->upper};
}

std::optional<LatestChange> latest_change(const Indicator& indicator, std::size_t group) {
  const auto of = [&](std::size_t period) { return indicator.standing(period, group).change; };
  if (const auto change = of(indicator.headline())) return LatestChange{indicator.headline(), *change};
  for (std::size_t period = indicator.cells.periods.size(); period-- > 0;) {
    const PeriodKind kind = indicator.time(period).kind;
    if (kind != PeriodKind::pool && of(period)) return LatestChange{period, *of(period)};
  }
  return std::nullopt;
}

std::string indicator_lead(const Indicator& indicator) {
  const auto& cell = indicator.cells.headline(whole_region);
  const disclosure::Value* value = indicator.value(indicator.headline(), whole_region);
  if (value == nullptr) {
    const std::string& period = indicator.time(indicator.headline()).id;
    if (cell.shown() == nullptr && cell.reason() == disclosure::Reason::not_over) {
      return indicator.texts.say("indicators.lead_not_over", {{"period", period}});
    }
    const std::string why =
        cell.shown() != nullptr ? indicator.texts.say("indicator.nothing") : withheld_text(indicator.context, cell.reason());
    return indicator.texts.say("indicators.lead_withheld", {{"period", indicator.period(indicator.headline())}, {"why", why}});
  }
  std::string lead = value_sentence(indicator, *value);
  const std::string target = target_text(indicator.context, indicator.definition);
  if (const auto exact = nearly(indicator, indicator.headline(), whole_region)) {
    lead += " " + indicator.texts.say("indicators.lead_nearly", {{"target", target}, {"exact", *exact}});
  } else if (const auto meets = indicator.standing(indicator.headline(), whole_region).meets_target) {
    lead += " " + indicator.texts.say(*meets ? "indicators.lead_met" : "indicators.lead_missed", {{"target", target}});
  }
  return lead + change_sentence(indicator);
}

std::string better_text(const Indicator& indicator) {
  switch (indicator.definition.better) {
    case Better::higher: return indicator.texts.say("indicators.better_higher");
    case Better::lower: return indicator.texts.say("indicators.better_lower");
    default: return indicator.texts.say("indicators.better_none");
  }
}

std::string target_verdict(const Indicator& indicator, std::size_t period, std::size_t group) {
  const std::string target = target_text(indicator.context, indicator.definition);
  if (target.empty()) return indicator.texts.say("indicators.no_target");
  const auto meets = indicator.standing(period, group).meets_target;
  if (!meets) return target;
  if (nearly(indicator, period, group)) return indicator.texts.say("indicators.target_nearly", {{"target", target}});
  return indicator.texts.say(*meets ? "indicators.target_met" : "indicators.target_missed", {{"target", target}});
}

std::string change_text(const Indicator& indicator, const Change& change) {
  const std::string before = indicator.period(change.period);
  if (is_nothing(indicator, change)) return indicator.texts.say("indicators.unchanged", {{"before", before}});
  const bool chance = change.interval && change.direction == disclosure::Difference::chance;
  return indicator.texts.say(chance ? "indicators.change_chance" : "indicators.change",
                             {{"amount", difference_text(indicator.context, indicator.definition, change.difference)}, {"before", before}});
}

std::string development_text(const Indicator& indicator, std::size_t group) {
  if (const disclosure::Trend trend = indicator.cells.assessment.trends[group]; trend != disclosure::Trend::too_little) {
    return trend_text(indicator.context, trend);
  }
  if (const auto found = latest_change(indicator, group)) return change_text(indicator, found->change);
  return indicator.texts.say("indicators.nothing_before");
}

std::string tone_of(const disclosure::Standing& standing) {
  if (standing.judgement == Judgement::better) return "good";
  return standing.judgement == Judgement::worse ? "bad" : "plain";
}

}  // namespace lagesbild::view
