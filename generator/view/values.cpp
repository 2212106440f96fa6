#include "view/values.hpp"

#include <array>
#include <cmath>

namespace lagesbild::view {
namespace {

using disclosure::Definition;
using disclosure::Judgement;
using disclosure::Value;
using model::FieldType;
using disclosure::kind::Kind;

std::string percent_sign(const Texts& texts) { return texts.language() == Language::sv ? "\u00a0%" : "%"; }

// Decimals of a number that is no share: one where people measure, none where they count.
int digits(const Definition& definition) { return definition.kind == Kind::mean ? 1 : 0; }

const model::Field* field_of(const Context& context, const Definition& definition) {
  const std::string_view dataset = definition.source == disclosure::kind::Source::units ? "units" : "annual_reports";
  for (const model::Dataset& one : context.release.datasets) {
    if (one.id != dataset) continue;
    const auto field = one.find(definition.value.name);
    return field ? &one.fields[*field] : nullptr;
  }
  return nullptr;
}

std::string with_unit(const Context& context, const Definition& definition, std::string number) {
  const std::string unit = unit_text(context, definition);
  return unit.empty() ? number : number + " " + unit;
}

std::string patients_text(const Texts& texts, const disclosure::kind::Band& band) {
  if (!band.most) return texts.say("indicator.patients_over", {{"least", texts.number(band.least)}});
  if (band.least == 0) return texts.say("indicator.patients_under", {{"most", texts.number(*band.most + 1)}});
  return texts.say("indicator.patients_between", {{"least", texts.number(band.least)}, {"most", texts.number(*band.most)}});
}

std::string st_doctors_text(const Texts& texts, const disclosure::kind::Band& band) {
  if (!band.most) return texts.say("indicator.st_doctors_over", {{"least", texts.number(band.least)}});
  if (band.least == 0) return texts.say("indicator.st_doctors_under", {{"most", texts.number(*band.most + 1)}});
  return texts.say("indicator.st_doctors_between", {{"least", texts.number(band.least)}, {"most", texts.number(*band.most)}});
}

}  // namespace

std::string unit_text(const Context& context, const Definition& definition) {
  if (definition.kind == Kind::months) return context.texts.say("indicator.unit_months");
  if (definition.kind == Kind::days) return context.texts.say("indicator.unit_days");
  if (definition.kind != Kind::mean) return "";
  const model::Field* field = field_of(context, definition);
  return field == nullptr ? "" : field->unit.in(context.language());
}

std::string number_text(const Context& context, const Definition& definition, double number) {
  if (disclosure::kind::is_share(definition.kind)) return context.texts.decimal(number, 0) + percent_sign(context.texts);
  return context.texts.decimal(number, digits(definition));
}

std::string signed_number(const Context& context, const Definition& definition, double difference) {
  const bool share = disclosure::kind::is_share(definition.kind);
  std::string number = context.texts.decimal(difference, share ? 0 : digits(definition));
  if (difference > 0 && number != "0" && number != context.texts.decimal(0, digits(definition))) number.insert(0, "+");
  return number;
}

std::string difference_text(const Context& context, const Definition& definition, double difference) {
  const bool share = disclosure::kind::is_share(definition.kind);
  std::string number = signed_number(context, definition, difference);
  const bool one = share && context.texts.decimal(std::abs(difference), 0) == "1";
  return share ? context.texts.counted("indicator.points", one ? 1 : 2, {{"number", number}}) : number;
}

std::string difference_range(const Context& context, const Definition& definition, const disclosure::Interval& range) {
  return context.texts.say("explain.change_range", {{"low", signed_number(context, definition, range.lower)},
                                                    {"high", difference_text(context, definition, range.upper)}});
}

std::string interval_text(const Context& context, const Definition& definition, const disclosure::Interval& interval) {
  const int decimals = disclosure::kind::is_share(definition.kind) ? 0 : digits(definition);
  const std::string range = context.texts.decimal(interval.lower, decimals) + "–" + context.texts.decimal(interval.upper, decimals);
  return disclosure::kind::is_share(definition.kind) ? range + percent_sign(context.texts) : range;
}

std::string value_text(const Context& context, const Definition& definition, const Value& value) {
  if (disclosure::kind::is_share(definition.kind)) return context.texts.percent(value.k, value.n);
  const auto number = disclosure::kind::number_of(definition, value);
  if (!number) return context.texts.say("indicator.nothing");
  return with_unit(context, definition, number_text(context, definition, *number));
}

std::string unit_value_text(const Context& context, const Definition& definition, const disclosure::UnitValue& value) {
  const Texts& texts = context.texts;
  if (disclosure::kind::is_share(definition.kind)) {
    return value.n == 1 ? texts.say(value.k == 1 ? "explain.yes" : "explain.no") : texts.percent(value.k, value.n);
  }
  if (definition.kind == Kind::count) return texts.number(value.k);
  const bool whole = definition.value.type == FieldType::integer && value.n == 1;
  return with_unit(context, definition,
                   whole ? texts.number(value.k) : number_text(context, definition, disclosure::kind::mean_of(definition, value)));
}

std::string withheld_text(const Context& context, disclosure::Reason reason) {
  if (reason == disclosure::Reason::audience) return context.texts.say("withheld.audience");
  return context.texts.say(reason == disclosure::Reason::not_over ? "withheld.not_over" : "withheld.protected");
}

std::string cell_text(const Context& context, const Definition& definition, const disclosure::Cell<Value>& cell) {
  const Value* value = cell.shown();
  if (value == nullptr) return withheld_text(context, cell.reason());
  return value->n == 0 ? context.texts.say("indicator.nothing") : value_text(context, definition, *value);
}

std::string basis_text(const Context& context, const Definition& definition, const Value& value) {
  static constexpr std::array<std::string_view, 4> keys{"reviews", "units", "annual_reports", "survey"};
  const bool sum = definition.denominator.test == disclosure::kind::Condition::Test::sum;
  const std::string key = sum ? "sum" : std::string{keys[static_cast<std::size_t>(definition.source)]};
  if (disclosure::kind::has_values(definition.kind)) return context.texts.counted("indicator.basis_" + key, value.n);
  return context.texts.counted("indicator.part_" + key, value.n, {{"k", context.texts.number(value.k)}});
}

std::string group_name(const Context& context, const disclosure::Group& group) {
  const Texts& texts = context.texts;
  using disclosure::GroupKind;
  switch (group.kind) {
    case GroupKind::region: return context.site.region.in(context.language());
    case GroupKind::ownership: return context.ownership_word(*group.ownership);
    case GroupKind::size: return patients_text(texts, *group.patients);
    case GroupKind::similar: {
      std::string name = patients_text(texts, *group.patients);
      if (group.st_doctors) name += ", " + st_doctors_text(texts, *group.st_doctors);
      return group.ownership ? texts.say("indicator.similar_of", {{"ownership", context.ownership_word(*group.ownership)}, {"size", name}})
                             : texts.say("indicator.similar", {{"size", name}});
    }
    default: return group.name.in(context.language());
  }
}

std::string group_kind_name(const Context& context, disclosure::GroupKind kind) {
  return context.texts.say("group." + std::string{disclosure::kind::id_of(kind)});
}

std::string period_name(const Context& context, const disclosure::PeriodOfTime& period) {
  if (period.kind == disclosure::PeriodKind::now) return context.texts.say("indicator.now");
  return period.over ? period.id : context.texts.say("indicator.so_far", {{"period", period.id}});
}

std::string judgement_text(const Context& context, const disclosure::Standing& standing) {
  static constexpr std::array<std::string_view, 7> keys{"none", "too_few", "as_group", "better", "worse", "higher", "lower"};
  if (standing.judgement == Judgement::none) return "";
  const std::string key = "judgement." + std::string{keys[static_cast<std::size_t>(standing.judgement)]};
  if (standing.judgement == Judgement::too_few) return context.texts.say(key);
  return context.texts.say(key, {{"group", group_name(context, context.release.indicators.groups[standing.against])}});
}

std::string trend_text(const Context& context, disclosure::Trend trend) {
  static constexpr std::array<std::string_view, 4> keys{"too_little", "none", "up", "down"};
  return context.texts.say("trend." + std::string{keys[static_cast<std::size_t>(trend)]});
}

std::string target_text(const Context& context, const Definition& definition) {
  if (!definition.target) return "";
  const double limit = static_cast<double>(definition.target->limit) / (definition.kind == Kind::mean ? 100 : 1);
  std::string number = number_text(context, definition, limit);
  if (!disclosure::kind::is_share(definition.kind)) number = with_unit(context, definition, std::move(number));
  return context.texts.say(definition.target->at_least ? "indicator.target_least" : "indicator.target_most", {{"value", number}});
}

}  // namespace lagesbild::view
