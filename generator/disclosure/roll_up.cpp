#include "disclosure/roll_up.hpp"

#include <algorithm>

#include "disclosure/release.hpp"

namespace lagesbild::disclosure {
namespace {

std::optional<std::size_t> forum_of(const Release& release, std::size_t unit) {
  const auto& groups = release.indicators.groups;
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group& one) {
    return one.kind == GroupKind::forum && one.forum == release.units[unit].forum;
  });
  if (!release.units[unit].forum || found == groups.end()) return std::nullopt;
  return static_cast<std::size_t>(found - groups.begin());
}

bool is_told(const IndicatorCells& cells, std::size_t period, std::optional<std::size_t> group, std::size_t unit) {
  if (!group) return cells.of_unit(unit, period).shown() != nullptr;
  const Value* value = cells.groups[period][*group].shown();
  return value != nullptr && value->n > 0;
}

}  // namespace

std::optional<RolledUp> rolled_up(const Release& release, std::size_t unit, std::size_t indicator) {
  const IndicatorCells& cells = release.indicators.cells[indicator];
  const auto forum = forum_of(release, unit);
  for (const RollUp step : release.policy.roll_up) {
    const bool of_unit = step == RollUp::unit || step == RollUp::unit_pool;
    const bool pooled = step == RollUp::unit_pool || step == RollUp::forum_pool;
    const bool of_forum = step == RollUp::forum || step == RollUp::forum_pool;
    if (of_forum && !forum) continue;
    const std::optional<std::size_t> group = of_unit ? std::nullopt : of_forum ? forum : std::optional<std::size_t>{0};
    for (std::size_t at = cells.periods.size(); at-- > 0;) {
      const bool pool = release.indicators.periods[cells.periods[at]].kind == PeriodKind::pool;
      if (pool == pooled && is_told(cells, at, group, unit)) return RolledUp{step, at, group};
    }
  }
  return std::nullopt;
}

std::uint64_t count_rolled_up(const Release& release) {
  const Indicators& all = release.indicators;
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    if (!indicators::about_persons(all.definitions[i].source)) continue;
    for (std::size_t unit = 0; unit < release.units.size(); ++unit) {
      if (!release.units[unit].current) continue;
      std::uint64_t withheld = 0;
      for (std::size_t period = 0; period < all.cells[i].periods.size(); ++period) {
        const auto& cell = all.cells[i].of_unit(unit, period);
        withheld += cell.shown() == nullptr && cell.reason() != Reason::not_judged ? 1U : 0U;
      }
      if (withheld == 0) continue;
      const auto instead = rolled_up(release, unit, i);
      if (instead && instead->group) count += withheld;
    }
  }
  return count;
}

}  // namespace lagesbild::disclosure
