#include "disclosure/requirements.hpp"

#include <algorithm>

namespace lagesbild::disclosure {
namespace {

std::optional<OwnValue> own_value(const Release& release, const Definition& definition, const Limit& limit, const Register& figures) {
  const auto value = indicators::asked_of_register(figures, definition.numerator.subject, release.as_of);
  if (!value || !limit.of_sums) return value ? std::optional{OwnValue{*value, 0}} : std::nullopt;
  const auto of = indicators::asked_of_register(figures, definition.denominator.subject, release.as_of);
  return of ? std::optional{OwnValue{*value, *of}} : std::nullopt;
}

Checked check(const Release& release, const Requirement& requirement, std::size_t unit) {
  const Definition& definition = release.indicators.definitions[requirement.indicator];
  const IndicatorCells& cells = release.indicators.cells[requirement.indicator];
  const auto& judged = cells.of_unit(unit, cells.assessment.headline);
  const UnitValue* counted = judged.shown();
  const Register* figures = release.units[unit].figures.shown();
  Checked found;
  if (counted == nullptr || figures == nullptr) {
    found.met = Met::withheld;
    found.because = counted == nullptr ? judged.reason() : release.units[unit].figures.reason();
    return found;
  }
  found.own = own_value(release, definition, requirement.limit, *figures);
  if (counted->n == 0 || !found.own) return found;
  found.missing = indicators::missing(requirement.limit, *found.own);
  found.met = !indicators::meets(requirement.limit, *found.own)                          ? Met::under
              : indicators::is_near(requirement.limit, definition.near, *found.own) ? Met::near
                                                                                     : Met::met;
  return found;
}

bool tells(const Checked& one) { return one.met != Met::not_known && one.met != Met::withheld; }

}  // namespace

std::vector<Requirement> requirements_of(const Release& release) {
  std::vector<Requirement> all;
  bool told = false;
  for (std::size_t i = 0; i < release.indicators.definitions.size() && !release.units.empty(); ++i) {
    const auto limit = indicators::limit_of(release.indicators.definitions[i]);
    if (!limit || !release.indicators.cells[i].has_data) continue;
    Requirement& one = all.emplace_back(Requirement{i, *limit, std::vector<Checked>(release.units.size())});
    for (std::size_t unit = 0; unit < release.units.size(); ++unit) {
      if (release.units[unit].current) one.units[unit] = check(release, one, unit);
    }
    told = told || std::any_of(one.units.begin(), one.units.end(), tells);
  }
  if (!told) all.clear();
  return all;
}

}  // namespace lagesbild::disclosure
