#include "view/plan.hpp"

#include <algorithm>
#include <map>

namespace lagesbild::view {
namespace {

using model::Measure;

// How far along; what is stopped or not reported is on no way.
int steps(const Measure& measure) {
  return measure.status == "done" ? 2 : measure.status == "started" ? 1 : measure.status == "not_started" ? 0 : -1;
}

Move move_between(const Measure& before, const Measure& now) {
  if (now.status == "stopped") return before.status == "stopped" ? Move::none : Move::stopped;
  const int from = steps(before), to = steps(now);
  if (from < 0 || to < 0 || (from == to && to == 2)) return Move::none;
  return to > from ? Move::forward : to < from ? Move::back : Move::still;
}

bool passed(const std::optional<Date>& day, Date today) { return day && *day < today; }

}  // namespace

bool is_finished(const Measure& measure) { return measure.status == "done" || measure.status == "stopped"; }

std::string_view kind_of(const Measure& measure) { return measure.status.empty() ? std::string_view{"unknown"} : measure.status; }

std::vector<Plan> plans_of(const disclosure::Release& release) {
  std::vector<Plan> plans;
  const auto& all = release.measures;  // by plan, number, year
  for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
    while (end < all.size() && all[end].plan == all[first].plan) ++end;
    Plan& plan = plans.emplace_back();
    plan.id = all[first].plan;
    for (std::size_t i = first; i < end; ++i) {
      if (all[i].year) plan.years.push_back(*all[i].year);
    }
    std::sort(plan.years.begin(), plan.years.end());
    plan.years.erase(std::unique(plan.years.begin(), plan.years.end()), plan.years.end());
    const int latest = plan.years.empty() ? 0 : plan.years.back();  // 0: none
    const int earlier = plan.years.size() < 2 ? 0 : plan.years[plan.years.size() - 2];
    std::map<std::string_view, std::size_t> before;
    for (std::size_t i = first; i < end; ++i) {
      if (earlier != 0 && all[i].year.value_or(0) == earlier) before.emplace(all[i].number, i);
    }
    for (std::size_t i = first; i < end; ++i) {
      const Measure& one = all[i];
      if (one.year && *one.year != latest) continue;  // a row without a year is of today, whatever the others are
      PlanMeasure measure{i, {}, Move::none, false, false};
      measure.late = !is_finished(one) && passed(one.due, release.as_of);
      measure.follow_up_late = !is_finished(one) && passed(one.next_follow_up, release.as_of);
      if (const auto found = before.find(one.number); found != before.end()) {
        measure.before = found->second;
        measure.move = move_between(all[found->second], one);
        before.erase(found);
      } else if (earlier != 0 && one.year) {
        measure.move = Move::added;
      }
      plan.measures.push_back(measure);
    }
    for (const auto& [number, index] : before) {
      if (!is_finished(all[index])) plan.gone.push_back({index, index, Move::gone, false, false});
    }
    std::sort(plan.gone.begin(), plan.gone.end(), [](const PlanMeasure& a, const PlanMeasure& b) { return a.index < b.index; });
  }
  return plans;
}

}  // namespace lagesbild::view
