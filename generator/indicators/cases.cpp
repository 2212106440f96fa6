#include "indicators/cases.hpp"

#include <algorithm>
#include <chrono>

#include "indicators/unit_state.hpp"

namespace lagesbild::indicators {
namespace {

using Kind = CaseEvent::Kind;

Date days_after(Date date, int days) { return Date{std::chrono::sys_days{date} + std::chrono::days{days}}; }

// The days of one review, which all its cases share.
class ReviewFollowed {
 public:
  ReviewFollowed(const model::Framework& framework, const model::Review& review, const FollowUp& follow_up, Date as_of)
      : framework_(framework), review_(review), follow_up_(follow_up), as_of_(as_of), plan_due_(plan_due(framework, review)) {
    if (review.plan_received && follow_up.decision_days) decision_due_ = days_after(*review.plan_received, *follow_up.decision_days);
    const auto lifted = [&](const model::AreaGrade& grade) { return is_lifted(grade); };
    decided_ = review.decided_on || std::any_of(review.areas.begin(), review.areas.end(), lifted);
  }

  Case open_or_lifted(std::size_t area) const {
    Case one;
    one.area = area;
    one.plan_due = plan_due_;
    one.state = state_of(review_.areas[area]);
    if (one.state == CaseState::lifted) one.closed_on = review_.decided_on;
    if (one.state == CaseState::plan_awaited || one.state == CaseState::plan_late) one.due = plan_due_;
    if (one.state == CaseState::decision_awaited || one.state == CaseState::decision_late) one.due = decision_due_;
    if (one.due && as_of_ > *one.due) one.days_late = days_between(*one.due, as_of_);
    if (plan_due_) one.plan_days_late = std::max(0, days_between(*plan_due_, review_.plan_received.value_or(as_of_)));
    return one;
  }

  // `until`: the last day that the case stood open.
  void tell_events(Case& one, Date until) const {
    const auto add = [&](const std::optional<Date>& date, Kind kind) {
      if (date) one.events.push_back({*date, kind, 0});
    };
    add(review_.date, Kind::reviewed);
    add(review_.report_date, Kind::reported);
    if (is_open(one.state) || review_.plan_received) add(plan_due_, Kind::plan_due);
    add(review_.plan_received, Kind::plan_received);
    if (is_open(one.state) && !decided_) add(decision_due_, Kind::decision_due);
    add(review_.decided_on, Kind::decided);
    tell_levels(one, CaseState::plan_late, plan_due_, before(review_.plan_received, until));
    if (!decided_ || review_.decided_on) tell_levels(one, CaseState::decision_late, decision_due_, before(review_.decided_on, until));
    if (one.state != CaseState::lifted) tell_levels(one, CaseState::stands, review_.decided_on, until);
    if (one.state == CaseState::reviewed_again) add(one.closed_on, Kind::reviewed_again);
    if (one.state == CaseState::unit_closed) add(one.closed_on, Kind::unit_closed);
    std::stable_sort(one.events.begin(), one.events.end(), [](const CaseEvent& a, const CaseEvent& b) { return a.date < b.date; });
  }

 private:
  // What came on a day ended that day's waiting.
  static Date before(const std::optional<Date>& day, Date until) { return day ? std::min(until, days_after(*day, -1)) : until; }

  bool is_lifted(const model::AreaGrade& grade) const {
    return framework_.demands_action(grade.initial) && !framework_.demands_action(grade.current);
  }

  CaseState state_of(const model::AreaGrade& grade) const {
    if (is_lifted(grade)) return CaseState::lifted;
    if (decided_) return CaseState::stands;
    if (review_.plan_received) return decision_due_ && as_of_ > *decision_due_ ? CaseState::decision_late : CaseState::decision_awaited;
    if (!plan_due_) return CaseState::report_awaited;
    return as_of_ > *plan_due_ ? CaseState::plan_late : CaseState::plan_awaited;
  }

  // Each level that was reached while the case stood so; the last one is the case's if it stands so still.
  void tell_levels(Case& one, CaseState state, const std::optional<Date>& from, Date until) const {
    if (!from) return;
    for (std::size_t i = 0; i < follow_up_.levels.size(); ++i) {
      const Level& level = follow_up_.levels[i];
      const Date reached = days_after(*from, level.after_days);
      if (level.when != state || reached > until) continue;
      one.events.push_back({reached, Kind::level, i});
      if (one.state == state) one.level = i;
    }
  }

  const model::Framework& framework_;
  const model::Review& review_;
  const FollowUp& follow_up_;
  Date as_of_;
  std::optional<Date> plan_due_, decision_due_;
  bool decided_ = false;
};

}  // namespace

std::optional<Date> plan_due(const model::Framework& framework, const model::Review& review) {
  if (framework.plan_counts_from == model::PlanFrom::visit) return add_months(review.date, framework.months_to_plan);
  if (!review.report_date) return std::nullopt;
  return add_months(*review.report_date, framework.months_to_plan);
}

std::vector<Case> cases_of(const model::Facts& facts, const model::Unit& unit, const UnitState& state, const FollowUp& follow_up,
                           Date as_of) {
  std::vector<Case> cases;
  if (!state.current && unit.successor) return cases;
  for (std::size_t r = 0; r < state.reviews.size(); ++r) {
    const model::Review& review = facts.reviews[state.reviews[r]];
    const ReviewFollowed followed{facts.framework, review, follow_up, as_of};
    for (std::size_t area = 0; area < review.areas.size(); ++area) {
      if (!facts.framework.demands_action(review.areas[area].initial)) continue;
      Case one = followed.open_or_lifted(area);
      one.review = r;
      Date until = one.closed_on ? days_after(*one.closed_on, -1) : as_of;
      if (is_open(one.state) && r + 1 < state.reviews.size()) {
        one.state = CaseState::reviewed_again;
        one.closed_on = facts.reviews[state.reviews[r + 1]].date;
        until = days_after(*one.closed_on, -1);
      } else if (is_open(one.state) && !state.current) {
        one.state = CaseState::unit_closed;
        one.closed_on = unit.valid_to;
        until = unit.valid_to.value_or(as_of);
      }
      if (!is_open(one.state)) {
        one.due.reset();
        one.days_late = 0;
        if (!review.plan_received) one.plan_days_late = one.plan_due ? std::max(0, days_between(*one.plan_due, until)) : 0;
      }
      followed.tell_events(one, until);
      cases.push_back(std::move(one));
    }
  }
  return cases;
}

}  // namespace lagesbild::indicators
