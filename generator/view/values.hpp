// Indicators in words: a value with its unit, a group's name, a period, a verdict, why something is withheld. The same on pages, in charts
// and in `lagesbild explain`.
#pragma once
#include <optional>
#include <string>

#include "disclosure/indicators.hpp"
#include "view/shell.hpp"
#include "view/texts.hpp"

namespace lagesbild::view {

// "87 %", "4,2 timmar i månaden", "31 månader", "14". `unit` of a mean is that of its field, in the description of the dataset.
std::string value_text(const Context& context, const disclosure::Definition& definition, const disclosure::Value& value);
// A unit's: "ja" or "nej" where it answers for itself.
std::string unit_value_text(const Context& context, const disclosure::Definition& definition, const disclosure::UnitValue& value);
// The value, or that it is not shown. Never by which rule: that all answered alike would tell what they answered.
// In place of a value: for fewer readers, of a time that goes on, or too close to a person.
std::string withheld_text(const Context& context, disclosure::Reason reason);
std::string cell_text(const Context& context, const disclosure::Definition& definition, const disclosure::Cell<disclosure::Value>& cell);
// A number in the unit of the value, for intervals and differences; percentage points for a difference of shares.
std::string number_text(const Context& context, const disclosure::Definition& definition, double number);
std::string difference_text(const Context& context, const disclosure::Definition& definition, double difference);
// "81–92 %".
// "−2 till +4 procentenheter".
std::string difference_range(const Context& context, const disclosure::Definition& definition, const disclosure::Interval& range);

std::string interval_text(const Context& context, const disclosure::Definition& definition, const disclosure::Interval& interval);
// "hours a month", "months"; empty of shares and counts.
std::string unit_text(const Context& context, const disclosure::Definition& definition);
// "433 av 476 årsrapporter", "181 enheter": what the value rests on.
std::string basis_text(const Context& context, const disclosure::Definition& definition, const disclosure::Value& value);

std::string group_name(const Context& context, const disclosure::Group& group);
std::string group_kind_name(const Context& context, disclosure::GroupKind kind);
std::string period_name(const Context& context, const disclosure::PeriodOfTime& period);  // "nu", "2025", "2024–2026, hittills"
// "bättre än regionen", "som regionen", "för få svar att bedöma"; empty when nothing is to be said.
std::string judgement_text(const Context& context, const disclosure::Standing& standing);
std::string trend_text(const Context& context, disclosure::Trend trend);
// "minst 90 %"; empty without a target.
std::string target_text(const Context& context, const disclosure::Definition& definition);

}  // namespace lagesbild::view
