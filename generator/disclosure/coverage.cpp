#include "disclosure/coverage.hpp"

#include <algorithm>
#include <set>

#include "disclosure/gate.hpp"

namespace lagesbild::disclosure {
namespace {

// Also a unit without ST doctors tells so by what is expected of it: that is about the unit.
std::optional<Reason> untold_because(const model::Unit& unit, Coverage state, const Policy& policy) {
  if (state == Coverage::not_expected) return std::nullopt;
  if (!policy.tells_units(true) && !policy.tells_units(false)) return Reason::not_told;
  if (unit.figures.st_doctors.value_or(0) < fewest_to_tell_of_delivery(policy)) return Reason::small_group;
  return std::nullopt;
}

std::vector<std::string> delivered_datasets(const model::Facts& facts) {
  std::vector<std::string> ids;
  for (const model::Dataset& dataset : facts.datasets) {
    const auto of_it = [&](const model::Delivery& one) { return one.dataset == dataset.id; };
    if (!dataset.unit_field.empty() && std::any_of(facts.deliveries.begin(), facts.deliveries.end(), of_it)) ids.push_back(dataset.id);
  }
  return ids;
}

std::size_t place_of(const model::Facts& facts, std::string_view dataset) {
  const auto& all = facts.datasets;
  const auto found = std::find_if(all.begin(), all.end(), [&](const model::Dataset& one) { return one.id == dataset; });
  return static_cast<std::size_t>(found - all.begin());
}

// Whether the report of the latest review has come in with what the inspectors noted.
Deliveries findings_of_reviews(const model::Facts& facts, const std::vector<indicators::UnitState>& units) {
  Deliveries made{place_of(facts, "findings"), {}, true, {}};
  std::set<std::size_t> noted;
  for (const model::Finding& finding : facts.findings) noted.insert(finding.review);
  for (const indicators::UnitState& unit : units) {
    const Coverage state = !unit.latest                    ? Coverage::not_expected
                           : noted.contains(*unit.latest) ? Coverage::delivered
                                                          : Coverage::missing;
    made.units.push_back(Gate::tell(state));
  }
  return made;
}

}  // namespace

int fewest_to_tell_of_delivery(const Policy& policy) {
  return policy.protects(About::register_facts) ? policy.smallest_group : smallest_group_ever;
}

std::vector<Deliveries> judge_deliveries(const model::Facts& facts, const std::vector<indicators::UnitState>& units,
                                         const Policy& policy, Date as_of) {
  std::vector<Deliveries> all;
  for (const CoverageColumn& column : indicators::coverage(facts, delivered_datasets(facts), as_of)) {
    Deliveries& made = all.emplace_back(Deliveries{place_of(facts, column.dataset), column.period, column.over, {}});
    const bool about_persons = facts.datasets[made.dataset].about_persons;
    for (std::size_t unit = 0; unit < column.units.size(); ++unit) {
      const Coverage state = column.units[unit];
      made.units.push_back(Gate::tell(state, about_persons ? untold_because(facts.units[unit], state, policy) : std::nullopt));
    }
  }
  if (!facts.findings.empty() && place_of(facts, "findings") < facts.datasets.size()) {
    all.push_back(findings_of_reviews(facts, units));
  }
  return all;
}

}  // namespace lagesbild::disclosure
