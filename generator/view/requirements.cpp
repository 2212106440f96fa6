#include "view/requirements.hpp"

#include <algorithm>
#include <utility>

#include "view/values.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Checked;
using disclosure::Met;
using disclosure::Requirement;

constexpr const char* tones[] = {"bad", "warn", "good", "plain", "stopped"};
constexpr const char* states[] = {"standing.not_met", "standing.near", "standing.met", "standing.not_known"};
constexpr const char* dash = "–";

const disclosure::Definition& definition_of(const Context& context, const Requirement& requirement) {
  return context.release.indicators.definitions[requirement.indicator];
}

// "2 850 listade patienter", by the word of the register that the indicator asks about.
std::string amount(const Context& context, const disclosure::kind::Subject& subject, std::int64_t n) {
  return context.texts.counted("standing.of_" + subject.name, n);
}

std::string own_text(const Context& context, const Requirement& requirement, const Checked& checked) {
  if (!checked.own) return dash;
  const disclosure::Definition& definition = definition_of(context, requirement);
  if (!requirement.limit.of_sums) return amount(context, definition.numerator.subject, checked.own->value);
  std::string of = amount(context, definition.denominator.subject, checked.own->of);
  if (checked.own->of == 0) return of;
  return context.texts.say("standing.own_of", {{"n", context.texts.number(checked.own->value)}, {"of", std::move(of)}});
}

}  // namespace

std::string limit_text(const Context& context, const Requirement& requirement) {
  const disclosure::Limit& limit = requirement.limit;
  const std::string number = limit.of_sums ? context.texts.percent(limit.number, 100) : context.texts.number(limit.number);
  return context.texts.say(limit.at_least ? "indicator.target_least" : "indicator.target_most", {{"value", number}});
}

RequirementRow requirement_row(const Context& context, const Requirement& requirement, std::size_t unit, const std::string& up) {
  const disclosure::Definition& definition = definition_of(context, requirement);
  const Checked& checked = requirement.units[unit];
  RequirementRow row;
  row.name = definition.name.in(context.language());
  row.href = up + context.indicator_path(requirement.indicator);
  row.own = own_text(context, requirement, checked);
  row.limit = limit_text(context, requirement);
  row.tone = tones[static_cast<std::size_t>(checked.met)];
  if (checked.met == Met::withheld) row.state = withheld_text(context, checked.because);
  else if (checked.met == Met::not_known && checked.own) row.state = context.texts.say("standing.nothing_to_hold");
  else row.state = context.texts.say(states[static_cast<std::size_t>(checked.met)]);
  if (checked.missing > 0) {
    row.missing = Note{context.texts.say(requirement.limit.at_least ? "standing.missing" : "standing.too_many",
                                         {{"amount", amount(context, definition.numerator.subject, checked.missing)}})};
  }
  return row;
}

MetCounts met_counts(const Context& context, std::size_t unit) {
  MetCounts counts{};
  for (const Requirement& one : context.requirements()) ++counts[static_cast<std::size_t>(one.units[unit].met)];
  return counts;
}

std::vector<std::size_t> pressed_units(const Context& context) {
  std::vector<std::pair<std::pair<std::int64_t, std::int64_t>, std::size_t>> found;
  for (const std::size_t unit : context.units()) {
    const MetCounts counts = met_counts(context, unit);
    const std::pair pressed{count_of(counts, Met::under), count_of(counts, Met::near)};
    if (pressed != std::pair<std::int64_t, std::int64_t>{}) found.emplace_back(pressed, unit);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> units;
  for (const auto& [pressed, unit] : found) units.push_back(unit);
  return units;
}

UnitsTally tally_of(const Context& context, const std::vector<std::size_t>& units) {
  UnitsTally tally;
  tally.units = static_cast<std::int64_t>(units.size());
  for (const std::size_t unit : units) {
    const MetCounts counts = met_counts(context, unit);
    if (count_of(counts, Met::under) > 0) ++tally.under;
    else if (count_of(counts, Met::near) > 0) ++tally.near;
    else if (count_of(counts, Met::met) > 0) ++tally.clear;
    else ++tally.untold;
    if (count_of(counts, Met::not_known) > 0) ++tally.gaps;
    if (count_of(counts, Met::withheld) > 0) ++tally.withheld;
  }
  return tally;
}

std::string requirements_finding(const Context& context, const std::vector<std::size_t>& units) {
  if (context.requirements().empty()) return {};
  const Texts& texts = context.texts;
  const UnitsTally tally = tally_of(context, units);
  const std::string all = texts.counted("number.units", tally.units);
  std::string finding = tally.under == 0 ? texts.say("requirements.lead_none_under", {{"all", all}})
                                         : texts.counted("requirements.lead_under", tally.under, {{"all", all}});
  const auto also = [&](std::int64_t n, const char* key) {
    if (n > 0) finding += " " + texts.counted(key, n);
  };
  also(tally.near, "requirements.lead_near");
  also(tally.clear, "requirements.lead_clear");
  also(tally.untold, "requirements.lead_untold");
  also(tally.gaps, "requirements.lead_gaps");
  return finding;
}

}  // namespace lagesbild::view
