#include "indicators/unit_state.hpp"

#include <algorithm>
#include <utility>

#include "indicators/cases.hpp"

namespace lagesbild::indicators {
namespace {

template <class Predicate>
bool any_area(const model::Review& review, Predicate predicate) {
  return std::any_of(review.areas.begin(), review.areas.end(), predicate);
}

Plan plan_of(const model::Review& review, const std::optional<Date>& due, Date as_of) {
  if (review.plan_received) return Plan::received;
  return due && as_of > *due ? Plan::late : Plan::awaited;
}

}  // namespace

bool demands_action_now(const model::Framework& framework, const model::Review& review) {
  return any_area(review, [&](const model::AreaGrade& g) { return framework.demands_action(g.current); });
}

bool demanded_action(const model::Framework& framework, const model::Review& review) {
  return any_area(review, [&](const model::AreaGrade& g) { return framework.demands_action(g.initial); });
}

UnitState state_of(const model::Facts& facts, std::vector<std::size_t> reviews, Date as_of) {
  UnitState state;
  state.reviews = std::move(reviews);
  if (state.reviews.empty()) return state;
  const model::Framework& framework = facts.framework;
  state.latest = state.reviews.back();
  const model::Review& review = facts.reviews[*state.latest];
  state.age_months = whole_months_between(review.date, as_of);
  state.next_due = add_months(review.date, 12 * framework.years_between_reviews);
  state.overdue = state.next_due < as_of;
  if (demands_action_now(framework, review)) {
    state.status = Status::action_required;
    state.plan_due = plan_due(framework, review);
    state.plan = plan_of(review, state.plan_due, as_of);
    if (state.plan == Plan::late) state.days_late = days_between(*state.plan_due, as_of);
  } else if (demanded_action(framework, review)) {
    state.status = Status::action_planned;
    state.plan = Plan::received;
  } else if (any_area(review, [&](const model::AreaGrade& g) { return framework.of(g.current).action == model::Action::recommended; })) {
    state.status = Status::action_recommended;
  } else {
    state.status = state.overdue ? Status::review_overdue : Status::all_met;
  }
  return state;
}

}  // namespace lagesbild::indicators
