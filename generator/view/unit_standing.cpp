#include "view/unit_standing.hpp"

#include "view/values.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

namespace kind = disclosure::kind;
using disclosure::Definition;

bool is_requirement(const Definition& definition, const disclosure::UnitValue& value) {
  return definition.source == kind::Source::units && definition.kind == kind::Kind::share && value.n == 1;
}

}  // namespace

std::optional<UnitStanding> unit_standing(const Context& context, std::size_t unit) {
  const disclosure::Indicators& all = context.release.indicators;
  const Texts& texts = context.texts;
  if (all.definitions.empty() || !context.release.units[unit].current) return std::nullopt;
  UnitStanding standing;
  const auto similar = all.similar[unit];
  std::int64_t met = 0;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    const Definition& definition = all.definitions[i];
    if (kind::about_persons(definition.source) || definition.kind == kind::Kind::count || !all.cells[i].has_data) continue;
    const std::size_t period = all.cells[i].assessment.headline;
    const disclosure::UnitValue* value = all.cells[i].of_unit(unit, period).shown();
    if (value == nullptr || value->n == 0) continue;
    const std::string& name = definition.name.in(context.language());
    const std::string href = "../" + context.indicator_path(i);
    if (is_requirement(definition, *value)) {
      met += value->k;
      const bool is_met = value->k == 1;
      standing.requirements.push_back({name, href, texts.say(is_met ? "standing.met" : "standing.not_met"), is_met ? "good" : "bad"});
      continue;
    }
    if (definition.numerator.subject.stage == kind::Stage::at_review) continue;  // what was, the table of grades tells
    standing.lines.push_back({name, href, unit_value_text(context, definition, *value),
                              similar ? cell_text(context, definition, all.cells[i].headline(*similar)) : "–",
                              cell_text(context, definition, all.cells[i].headline(0))});
  }
  standing.has_requirements = !standing.requirements.empty();
  standing.has_lines = !standing.lines.empty();
  if (!standing.has_lines) return std::nullopt;
  const auto n = static_cast<std::int64_t>(standing.requirements.size());
  standing.finding = met == n ? texts.counted("standing.all_met", n) : texts.counted("standing.some_met", n, {{"met", texts.number(met)}});
  standing.similar = similar ? texts.counted("standing.similar", all.groups[*similar].units,
                                             {{"group", inside_sentence(group_name(context, all.groups[*similar]))}})
                             : texts.say("standing.no_similar", {{"n", texts.number(all.settings.similar_units)}});
  return standing;
}

}  // namespace lagesbild::view
