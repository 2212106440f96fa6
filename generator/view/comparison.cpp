#include "view/comparison.hpp"

#include <algorithm>
#include <utility>

#include "view/areas_chart.hpp"
#include "view/script_text.hpp"
#include "view/unit_figures.hpp"
#include "view/units_table.hpp"
#include "view/values.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

namespace kind = disclosure::kind;
using disclosure::Definition;
using Kind = ComparisonRow::Kind;

enum class Place : unsigned char { nowhere, requirement, indicator };

// As on the unit's page: facts about the unit only, never what persons have answered, and not what was at the review.
Place place_of(const Context& context, std::size_t index) {
  const Definition& definition = context.release.indicators.definitions[index];
  const bool told = context.release.indicators.cells[index].has_data && !kind::about_persons(definition.source);
  if (!told || definition.kind == kind::Kind::count) return Place::nowhere;
  if (definition.source == kind::Source::units && definition.kind == kind::Kind::share) return Place::requirement;
  return definition.numerator.subject.stage == kind::Stage::at_review ? Place::nowhere : Place::indicator;
}

ComparisonGroup indicator_group(const Context& context, Place place, std::string name) {
  ComparisonGroup group{std::move(name), {}};
  const disclosure::Indicators& all = context.release.indicators;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    if (place_of(context, i) != place) continue;
    group.rows.push_back({place == Place::requirement ? Kind::toned : Kind::text, all.definitions[i].name.in(context.language()),
                          context.indicator_path(i), cell_text(context, all.definitions[i], all.cells[i].headline(0))});
  }
  return group;
}

void add_indicator_cells(const Context& context, std::size_t unit, Place place, std::vector<std::string>& cells) {
  const disclosure::Indicators& all = context.release.indicators;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    if (place_of(context, i) != place) continue;
    std::string& cell = cells.emplace_back();
    const disclosure::UnitValue* value = all.cells[i].of_unit(unit, all.cells[i].assessment.headline).shown();
    if (value == nullptr || value->n == 0) continue;
    if (place == Place::indicator) cell = unit_value_text(context, all.definitions[i], *value);
    else cell = value->k == value->n ? "good:" + context.texts.say("standing.met") : "bad:" + context.texts.say("standing.not_met");
  }
}

}  // namespace

std::vector<ComparisonGroup> comparison_groups(const Context& context) {
  const Texts& texts = context.texts;
  const disclosure::Release& release = context.release;
  std::vector<ComparisonGroup> groups;
  ComparisonGroup& about = groups.emplace_back(ComparisonGroup{texts.say("compare.about"), {}});
  about.rows.push_back({Kind::toned, texts.say("compare.status"), "",
                        texts.say("compare.follows", {{"share", share_in_words(texts, release.now.region.follows)}})});
  for (const char* key : {"unit.review", "unit.next", "unit.forum", "unit.municipality", "unit.ownership", "unit.provider"}) {
    about.rows.push_back({Kind::text, texts.say(key), "", ""});
  }
  ComparisonGroup& areas = groups.emplace_back(ComparisonGroup{texts.say("compare.grades"), {}});
  for (std::size_t i = 0; i < release.framework.areas.size(); ++i) {
    areas.rows.push_back({Kind::grade, release.framework.areas[i].letter + " " + context.area_name(i), context.area_path(i),
                          counts_in_words(texts, release.now.region.areas[i].current)});
  }
  ComparisonGroup& size = groups.emplace_back(ComparisonGroup{texts.say("compare.size"), {}});
  if (!release.units.empty()) {
    for (UnitFigure& figure : unit_figures(context, 0)) size.rows.push_back({Kind::text, std::move(figure.label), "", ""});
  }
  groups.push_back(indicator_group(context, Place::requirement, texts.say("compare.requirements")));
  groups.push_back(indicator_group(context, Place::indicator, texts.say("compare.indicators")));
  std::erase_if(groups, [](const ComparisonGroup& group) { return group.rows.empty(); });
  return groups;
}

std::vector<std::string> comparison_cells(const Context& context, std::size_t unit) {
  const disclosure::UnitCard& card = context.release.units[unit];
  const auto row = unit_row(context, unit, "");
  if (!row) return {};
  std::vector<std::string> cells{row->tone + ":" + row->status,
                                 context.texts.say("unit.review_age", {{"date", row->reviewed}, {"age", row->age}}),
                                 context.texts.say(row->overdue ? "unit.next_passed" : "unit.next_due", {{"date", row->due}}),
                                 row->forum, card.municipality, row->ownership, card.provider};
  for (const GradeCell& grade : row->grades) cells.push_back((grade.before ? grade.before->text : "") + grade.letter);
  for (UnitFigure& figure : unit_figures(context, unit)) cells.push_back(std::move(figure.value));
  add_indicator_cells(context, unit, Place::requirement, cells);
  add_indicator_cells(context, unit, Place::indicator, cells);
  return cells;
}

std::optional<std::size_t> comparison_part(const Context& context, std::size_t unit, std::size_t place_among_units) {
  const auto* reviewed = context.release.units[unit].reviewed.shown();
  if (reviewed == nullptr || reviewed->reviews.empty() || context.unit_path(unit).empty()) return std::nullopt;
  return place_among_units / rows_per_page + 1;
}

std::string unit_address(const Context& context, std::size_t unit) {
  const std::string& path = context.unit_path(unit);
  const std::size_t name = path.rfind('/') + 1;
  return path.substr(name, path.rfind('.') - name);
}

std::string comparison_script_stem(const Context& context) { return "assets/units-" + std::string{to_string(context.language())} + "-"; }

// lagesbild_units[address of the unit's page without folder and ending] = [name, cells].
void comparison_scripts(const Context& context, const std::function<void(std::string_view path, std::string_view bytes)>& sink) {
  const auto& units = context.units();
  for (std::size_t first = 0; context.release.has_reviews && first < units.size(); first += rows_per_page) {
    ScriptText script{"window.lagesbild_units=Object.assign(window.lagesbild_units||{},"};
    script.open('{');
    for (std::size_t i = first; i < std::min(units.size(), first + rows_per_page); ++i) {
      if (!comparison_part(context, units[i], i)) continue;
      script.line().key(unit_address(context, units[i])).open('[').text(context.release.units[units[i]].name).open('[');
      for (const std::string& cell : comparison_cells(context, units[i])) script.text(cell);
      script.close(']').close(']');
    }
    sink(comparison_script_stem(context) + std::to_string(first / rows_per_page + 1) + ".js", script.close('}').take(")"));
  }
}

}  // namespace lagesbild::view
