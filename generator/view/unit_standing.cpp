#include "view/unit_standing.hpp"

#include "view/values.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

namespace kind = disclosure::kind;
using disclosure::Definition;
using disclosure::Met;

// Beside others stands what a unit has a value of; whether it meets a requirement is for the checklist.
bool stands_beside(const Definition& definition, const disclosure::UnitValue& value) {
  if (definition.source == kind::Source::units && definition.kind == kind::Kind::share && value.n == 1) return false;
  return definition.numerator.subject.stage != kind::Stage::at_review;  // what was, the table of grades tells
}

void add_requirements(const Context& context, std::size_t unit, UnitStanding& standing) {
  const Texts& texts = context.texts;
  for (const auto& one : context.requirements()) standing.requirements.push_back(requirement_row(context, one, unit, "../"));
  standing.has_requirements = !standing.requirements.empty();
  if (!standing.has_requirements) return;
  standing.all = Link{"../" + context.requirements_path(), texts.say("requirements.heading"), false};
  const MetCounts counts = met_counts(context, unit);
  const std::int64_t near = count_of(counts, Met::near), met = near + count_of(counts, Met::met);
  const std::int64_t known = met + count_of(counts, Met::under);
  const auto add = [&](const std::string& sentence) { standing.finding.append(standing.finding.empty() ? "" : " ").append(sentence); };
  if (known > 0) add(met == known ? texts.counted("standing.all_met", known)
                                  : texts.counted("standing.some_met", known, {{"met", texts.number(met)}}));
  if (near > 0) add(texts.counted("standing.near_some", near));
  if (const auto n = count_of(counts, Met::not_known); n > 0) add(texts.counted("standing.not_known_some", n));
  if (const auto n = count_of(counts, Met::withheld); n > 0) add(texts.counted("standing.withheld_some", n));
}

}  // namespace

std::optional<UnitStanding> unit_standing(const Context& context, std::size_t unit) {
  const disclosure::Indicators& all = context.release.indicators;
  const Texts& texts = context.texts;
  if (all.definitions.empty() || !context.release.units[unit].current) return std::nullopt;
  UnitStanding standing;
  add_requirements(context, unit, standing);
  const auto similar = all.similar[unit];
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    const Definition& definition = all.definitions[i];
    if (kind::about_persons(definition.source) || definition.kind == kind::Kind::count || !all.cells[i].has_data) continue;
    const disclosure::UnitValue* value = all.cells[i].of_unit(unit, all.cells[i].assessment.headline).shown();
    if (value == nullptr || value->n == 0 || !stands_beside(definition, *value)) continue;
    standing.lines.push_back({definition.name.in(context.language()), "../" + context.indicator_path(i),
                              unit_value_text(context, definition, *value),
                              similar ? cell_text(context, definition, all.cells[i].headline(*similar)) : "–",
                              cell_text(context, definition, all.cells[i].headline(0))});
  }
  standing.has_lines = !standing.lines.empty();
  if (!standing.has_lines && !standing.has_requirements) return std::nullopt;
  standing.similar = similar ? texts.counted("standing.similar", all.groups[*similar].units,
                                             {{"group", inside_sentence(group_name(context, all.groups[*similar]))}})
                             : texts.say("standing.no_similar", {{"n", texts.number(all.settings.similar_units)}});
  return standing;
}

}  // namespace lagesbild::view
