#include "disclosure/gap.hpp"

#include <algorithm>

#include "disclosure/release.hpp"

namespace lagesbild::disclosure {

Gap gap_of(const Release& release, std::optional<std::size_t> forum, const indicators::Settings& settings) {
  const Framework& framework = release.framework;
  const int line = framework.of(framework.reference_line).points;
  Gap gap;
  gap.by_area.resize(framework.areas.size());
  std::vector<GapUnit> below;
  for (std::size_t u = 0; u < release.units.size(); ++u) {
    const UnitCard& unit = release.units[u];
    const UnitReviews* reviewed = unit.reviewed.shown();
    if (!unit.current || (forum && unit.forum != forum) || reviewed == nullptr || reviewed->reviews.empty()) continue;
    ++gap.reviewed;
    GapUnit own{u, 0, {}};
    const Review& latest = reviewed->reviews.back();
    for (std::size_t area = 0; area < latest.areas.size(); ++area) {
      const int missing = std::max(0, line - framework.of(latest.areas[area].current).points);
      if (missing == 0) continue;
      own.points += missing;
      own.areas.push_back(area);
      gap.by_area[area] += missing;
    }
    if (own.points == 0) continue;
    gap.points += own.points;
    below.push_back(std::move(own));
  }
  gap.units_below = static_cast<int>(below.size());
  std::stable_sort(below.begin(), below.end(), [](const GapUnit& a, const GapUnit& b) { return a.points > b.points; });
  for (GapUnit& unit : below) {
    if (100 * gap.points_of_few >= settings.gap_percent * gap.points || static_cast<int>(gap.few.size()) >= settings.gap_most) break;
    gap.points_of_few += unit.points;
    gap.few.push_back(std::move(unit));
  }
  return gap;
}

}  // namespace lagesbild::disclosure
