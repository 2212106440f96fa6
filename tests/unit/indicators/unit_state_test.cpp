#include "indicators/unit_state.hpp"

#include <numeric>

#include "catch.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using test::day;

namespace {

// One unit with these reviews, oldest first, as things stand on a day.
UnitState state_on(const char* as_of, std::vector<model::Review> reviews) {
  model::Facts facts;
  facts.framework = test::made_framework(reviews.empty() ? 1 : reviews[0].areas.size());
  facts.units.push_back(test::made_unit("E1"));
  facts.reviews = std::move(reviews);
  std::vector<std::size_t> all(facts.reviews.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return state_of(facts, all, day(as_of));
}

struct Rule {
  const char* what;
  const char* as_of;
  const char* grades;
  const char* plan;
  Status status;
  Plan plan_state;
};

}  // namespace

TEST_CASE("the status of a unit is the first rule that holds") {
  // All reviewed 2024-01-15, so that a plan is due 2024-04-15 and the next review 2029-01-15.
  const auto [what, as_of, grades, plan, status, plan_state] = GENERATE(
      Rule{"a D, the plan not yet due", "2024-02-01", "A D", "", Status::action_required, Plan::awaited},
      Rule{"a D, the plan due today", "2024-04-15", "A D", "", Status::action_required, Plan::awaited},
      Rule{"a D, the plan due yesterday", "2024-04-16", "A D", "", Status::action_required, Plan::late},
      Rule{"a D, the plan here but not decided on", "2024-05-01", "A D", "2024-03-01", Status::action_required, Plan::received},
      Rule{"a D, the plan came late but came", "2024-09-01", "A D", "2024-08-01", Status::action_required, Plan::received},
      Rule{"one D of two lifted", "2024-09-01", "DC D", "2024-03-01", Status::action_required, Plan::received},
      Rule{"every D lifted", "2024-09-01", "DC DC", "2024-03-01", Status::action_planned, Plan::received},
      Rule{"a lifted D beside a C", "2024-09-01", "DC C", "2024-03-01", Status::action_planned, Plan::received},
      Rule{"a C", "2024-09-01", "A C", "", Status::action_recommended, Plan::none_needed},
      Rule{"A and B", "2024-09-01", "A B", "", Status::all_met, Plan::none_needed},
      Rule{"A and B, next review due today", "2029-01-15", "A B", "", Status::all_met, Plan::none_needed},
      Rule{"A and B, next review due yesterday", "2029-01-16", "A B", "", Status::review_overdue, Plan::none_needed},
      Rule{"a C, next review overdue", "2029-01-16", "A C", "", Status::action_recommended, Plan::none_needed},
      Rule{"a lifted D, next review overdue", "2029-01-16", "A DC", "2024-03-01", Status::action_planned, Plan::received},
      Rule{"a D, next review overdue", "2029-01-16", "A D", "", Status::action_required, Plan::late});
  INFO(what);
  const UnitState state = state_on(as_of, {test::made_review(0, "2024-01-15", grades, plan)});
  CHECK(state.status == status);
  CHECK(state.plan == plan_state);
  CHECK(to_string(state.next_due) == "2029-01-15");
  CHECK(state.overdue == (day(as_of) > day("2029-01-15")));
  CHECK((state.days_late > 0) == (plan_state == Plan::late));
  CHECK(state.latest == 0);
}

TEST_CASE("a unit without a review has no state") {
  const UnitState state = state_on("2026-01-01", {});
  CHECK(state.status == Status::not_reviewed);
  CHECK(state.plan == Plan::none_needed);
  CHECK_FALSE(state.latest);
  CHECK_FALSE(state.overdue);
  CHECK(state.reviews.empty());
}

TEST_CASE("a plan is due on the same day of the month, or on the last day where there is none") {
  const auto due = [](const char* reviewed) {
    return to_string(state_on("2026-01-01", {test::made_review(0, reviewed, "D")}).plan_due.value());
  };
  CHECK(due("2024-11-30") == "2025-02-28");
  CHECK(due("2023-11-30") == "2024-02-29");
  CHECK(due("2024-08-31") == "2024-11-30");
  CHECK(due("2025-10-31") == "2026-01-31");
  CHECK(due("2024-02-29") == "2024-05-29");
}

TEST_CASE("a plan is late from the day after the day it was due") {
  const auto review = test::made_review(0, "2024-11-30", "D");
  CHECK(state_on("2025-02-28", {review}).plan == Plan::awaited);
  CHECK(state_on("2025-02-28", {review}).days_late == 0);
  CHECK(state_on("2025-03-01", {review}).plan == Plan::late);
  CHECK(state_on("2025-03-01", {review}).days_late == 1);
  CHECK(state_on("2026-02-28", {review}).days_late == 365);
}

TEST_CASE("the next review is due years later on the same day, and on 28 February for one of a leap day") {
  const auto review = test::made_review(0, "2020-02-29", "A");
  CHECK(to_string(state_on("2024-01-01", {review}).next_due) == "2025-02-28");
  CHECK_FALSE(state_on("2025-02-28", {review}).overdue);
  CHECK(state_on("2025-02-28", {review}).status == Status::all_met);
  CHECK(state_on("2025-03-01", {review}).overdue);
  CHECK(state_on("2025-03-01", {review}).status == Status::review_overdue);
}

TEST_CASE("the age of a review is counted in whole months") {
  const auto age = [](const char* as_of) { return state_on(as_of, {test::made_review(0, "2024-01-31", "A")}).age_months; };
  CHECK(age("2024-01-31") == 0);
  CHECK(age("2024-02-28") == 0);
  CHECK(age("2024-02-29") == 1);
  CHECK(age("2025-01-30") == 11);
  CHECK(age("2025-01-31") == 12);
}

TEST_CASE("only the latest review counts") {
  const auto old_d = test::made_review(0, "2018-01-01", "D");
  const auto new_a = test::made_review(0, "2024-01-01", "A");
  const UnitState mended = state_on("2025-01-01", {old_d, new_a});
  CHECK(mended.status == Status::all_met);
  CHECK(mended.latest == 1);
  CHECK(mended.reviews == std::vector<std::size_t>{0, 1});
  CHECK(state_on("2025-01-01", {test::made_review(0, "2018-01-01", "A"), test::made_review(0, "2024-01-01", "D")}).status ==
        Status::action_required);
}

TEST_CASE("what demands action is for the framework to say") {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.framework.grades[2].action = model::Action::required;
  facts.framework.grades[3].action = model::Action::required;
  facts.framework.months_to_plan = 1;
  facts.framework.years_between_reviews = 1;
  facts.units.push_back(test::made_unit("E1"));
  facts.reviews = {test::made_review(0, "2024-01-31", "C")};
  const UnitState state = state_of(facts, {0}, day("2024-02-01"));
  CHECK(state.status == Status::action_required);
  CHECK(to_string(state.plan_due.value()) == "2024-02-29");
  CHECK(to_string(state.next_due) == "2025-01-31");
}
