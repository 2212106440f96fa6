#include "indicators/cases.hpp"

#include <numeric>
#include <utility>

#include "catch.hpp"
#include "indicators/figures.hpp"
#include "indicators/unit_state.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using test::day;
using Kind = CaseEvent::Kind;

namespace {

// Plans due after three months; decisions within 60 days; levels a day, 30 and 180 days late, one of late decisions, one of what stands.
FollowUp rules() {
  FollowUp rules;
  rules.decision_days = 60;
  rules.levels = {{"reminder", CaseState::plan_late, 1, {}, {}},
                  {"director", CaseState::plan_late, 30, {}, {}},
                  {"meeting", CaseState::plan_late, 180, {}, {}},
                  {"ask", CaseState::decision_late, 1, {}, {}},
                  {"again", CaseState::stands, 90, {}, {}}};
  return rules;
}

struct Region {
  model::Facts facts;
  FollowUp follow_up = rules();

  explicit Region(std::vector<model::Review> reviews) {
    facts.framework = test::made_framework(reviews.front().areas.size());
    facts.units.push_back(test::made_unit("E1"));
    facts.reviews = std::move(reviews);
  }
  std::vector<Case> on(const char* as_of) const { return compute(facts, day(as_of), follow_up).cases[0]; }
};

model::Review reviewed(const char* date, const char* grades, const char* plan = "", const char* decided = "") {
  model::Review review = test::made_review(0, date, grades, plan);
  if (*decided != '\0') review.decided_on = day(decided);
  return review;
}

std::vector<std::pair<std::string, Kind>> days(const Case& one) {
  std::vector<std::pair<std::string, Kind>> all;
  for (const CaseEvent& event : one.events) all.emplace_back(to_string(event.date), event.kind);
  return all;
}

struct Stage {
  const char* what;
  const char* as_of;
  const char* grades;
  const char* plan;
  const char* decided;
  CaseState state;
  const char* due;     // of the next step
  int late;
  int plan_late;
  const char* level;
};

}  // namespace

TEST_CASE("a D goes through its states day by day") {
  // Reviewed 2024-01-15: the plan is due 2024-04-15.
  const auto [what, as_of, grades, plan, decided, state, due, late, plan_late, level] = GENERATE(
      Stage{"the day of the review", "2024-01-15", "D", "", "", CaseState::plan_awaited, "2024-04-15", 0, 0, ""},
      Stage{"the last day", "2024-04-15", "D", "", "", CaseState::plan_awaited, "2024-04-15", 0, 0, ""},
      Stage{"the day after", "2024-04-16", "D", "", "", CaseState::plan_late, "2024-04-15", 1, 1, "reminder"},
      Stage{"29 days late", "2024-05-14", "D", "", "", CaseState::plan_late, "2024-04-15", 29, 29, "reminder"},
      Stage{"30 days late", "2024-05-15", "D", "", "", CaseState::plan_late, "2024-04-15", 30, 30, "director"},
      Stage{"180 days late", "2024-10-12", "D", "", "", CaseState::plan_late, "2024-04-15", 180, 180, "meeting"},
      Stage{"a plan in time, not decided on", "2024-04-01", "D", "2024-03-01", "", CaseState::decision_awaited, "2024-04-30", 0, 0, ""},
      Stage{"the last day of the decision", "2024-04-30", "D", "2024-03-01", "", CaseState::decision_awaited, "2024-04-30", 0, 0, ""},
      Stage{"the decision a day late", "2024-05-01", "D", "2024-03-01", "", CaseState::decision_late, "2024-04-30", 1, 0, "ask"},
      Stage{"a plan 16 days late, undecided", "2024-05-20", "D", "2024-05-01", "", CaseState::decision_awaited, "2024-06-30", 0, 16, ""},
      Stage{"decided, and the D stands", "2024-05-01", "D", "2024-03-01", "2024-04-01", CaseState::stands, "", 0, 0, ""},
      Stage{"89 days after such a decision", "2024-06-29", "D", "2024-03-01", "2024-04-01", CaseState::stands, "", 0, 0, ""},
      Stage{"90 days after it", "2024-06-30", "D", "2024-03-01", "2024-04-01", CaseState::stands, "", 0, 0, "again"},
      Stage{"raised", "2024-06-30", "DC", "2024-03-01", "2024-04-01", CaseState::lifted, "", 0, 0, ""},
      Stage{"raised, the day not known", "2024-06-30", "DC", "2024-03-01", "", CaseState::lifted, "", 0, 0, ""},
      Stage{"raised after a plan that came late", "2024-09-30", "DC", "2024-06-15", "2024-07-01", CaseState::lifted, "", 0, 61, ""});
  INFO(what);
  const auto cases = Region{{reviewed("2024-01-15", grades, plan, decided)}}.on(as_of);
  REQUIRE(cases.size() == 1);
  const Case& one = cases[0];
  CHECK(one.state == state);
  CHECK((one.due ? to_string(*one.due) : "") == due);
  CHECK(one.days_late == late);
  CHECK(one.plan_days_late == plan_late);
  CHECK((one.level ? rules().levels[*one.level].id : "") == level);
  CHECK(to_string(*one.plan_due) == "2024-04-15");
  CHECK((one.closed_on ? to_string(*one.closed_on) : "") == (state == CaseState::lifted ? decided : ""));
}

TEST_CASE("the deadline of a plan is the same day of the month, or the month's last") {
  const auto due = [](const char* visit) { return to_string(*Region{{reviewed(visit, "D")}}.on("2026-01-01").front().plan_due); };
  CHECK(due("2024-11-30") == "2025-02-28");
  CHECK(due("2023-11-29") == "2024-02-29");
  CHECK(due("2023-11-30") == "2024-02-29");
  CHECK(due("2024-02-29") == "2024-05-29");
  CHECK(due("2024-08-31") == "2024-11-30");
  CHECK(due("2024-12-31") == "2025-03-31");
}

TEST_CASE("a plan counts from the report where the region says so") {
  Region region{{reviewed("2023-11-02", "D")}};
  region.facts.framework.plan_counts_from = model::PlanFrom::report;
  CHECK(region.on("2026-01-01").front().state == CaseState::report_awaited);
  CHECK_FALSE(region.on("2026-01-01").front().plan_due);
  region.facts.reviews[0].report_date = day("2023-11-30");
  CHECK(to_string(*region.on("2024-02-29").front().plan_due) == "2024-02-29");
  CHECK(region.on("2024-02-29").front().state == CaseState::plan_awaited);
  CHECK(region.on("2024-03-01").front().state == CaseState::plan_late);
  CHECK(compute(region.facts, day("2024-03-01"), region.follow_up).now.region.plans_late == 1);
}

TEST_CASE("of a review, one D may be raised and another stand, decided by the same decision") {
  const auto cases = Region{{reviewed("2024-01-15", "DC D A", "2024-03-01")}}.on("2024-06-01");
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].state == CaseState::lifted);
  CHECK(cases[1].state == CaseState::stands);
  CHECK(cases[1].area == 1);
}

TEST_CASE("the next review closes what is left of the one before, and begins a case of its own") {
  const auto cases = Region{{reviewed("2019-01-15", "D DC", "2019-03-01", "2019-04-01"), reviewed("2024-01-15", "D A")}}.on("2024-02-01");
  REQUIRE(cases.size() == 3);
  CHECK(cases[0].state == CaseState::reviewed_again);
  CHECK(to_string(*cases[0].closed_on) == "2024-01-15");
  CHECK(cases[1].state == CaseState::lifted);
  CHECK(cases[2].state == CaseState::plan_awaited);
  CHECK(cases[2].review == 1);
}

TEST_CASE("a unit that closes ends its cases; one that goes on as another hands them over") {
  Region region{{reviewed("2024-01-15", "D")}};
  region.facts.units[0].valid_to = day("2024-05-15");
  const auto closed = region.on("2024-09-01");
  REQUIRE(closed.size() == 1);
  CHECK(closed[0].state == CaseState::unit_closed);
  CHECK(closed[0].plan_days_late == 30);
  CHECK(to_string(*closed[0].closed_on) == "2024-05-15");
  region.facts.units.push_back(test::made_unit("E2"));
  region.facts.units[0].successor = 1;
  region.facts.units[1].predecessors = {0};
  region.facts.units[1].valid_from = day("2024-05-16");
  const auto figures = compute(region.facts, day("2024-09-01"), region.follow_up);
  CHECK(figures.cases[0].empty());
  REQUIRE(figures.cases[1].size() == 1);
  CHECK(figures.cases[1][0].state == CaseState::plan_late);
}

TEST_CASE("events stand in their order, with the levels that were reached and what is still to come") {
  Region region{{reviewed("2024-01-15", "D")}};
  region.facts.reviews[0].report_date = day("2024-02-01");
  using Days = std::vector<std::pair<std::string, Kind>>;
  CHECK(days(region.on("2024-03-01")[0]) ==
        Days{{"2024-01-15", Kind::reviewed}, {"2024-02-01", Kind::reported}, {"2024-04-15", Kind::plan_due}});
  region.facts.reviews[0].plan_received = day("2024-05-15");  // on the day of the second level, which is thus not reached
  CHECK(days(region.on("2024-06-01")[0]) == Days{{"2024-01-15", Kind::reviewed},
                                                 {"2024-02-01", Kind::reported},
                                                 {"2024-04-15", Kind::plan_due},
                                                 {"2024-04-16", Kind::level},
                                                 {"2024-05-15", Kind::plan_received},
                                                 {"2024-07-14", Kind::decision_due}});
  region.facts.reviews[0].decided_on = day("2024-06-20");
  region.facts.reviews[0].areas = test::made_grades("DC");
  CHECK(days(region.on("2024-09-01")[0]) == Days{{"2024-01-15", Kind::reviewed},
                                                 {"2024-02-01", Kind::reported},
                                                 {"2024-04-15", Kind::plan_due},
                                                 {"2024-04-16", Kind::level},
                                                 {"2024-05-15", Kind::plan_received},
                                                 {"2024-06-20", Kind::decided}});
}

TEST_CASE("open and raised cases of the latest reviews are the D of the grades, in every region") {
  test::Random random{20261124};
  for (int round = 0; round < 60; ++round) {
    const model::Facts facts = test::random_region(random, test::Forums::some_without);
    const Figures figures = compute(facts, day("2026-06-30"), rules());
    std::vector<int> open(facts.framework.areas.size()), raised(open.size());
    int late_units = 0;
    for (std::size_t unit = 0; unit < figures.units.size(); ++unit) {
      if (!figures.units[unit].current) continue;
      bool late = false;
      for (const Case& one : figures.cases[unit]) {
        if (one.review + 1 != figures.units[unit].reviews.size()) continue;
        if (is_open(one.state)) ++open[one.area];
        if (one.state == CaseState::lifted) ++raised[one.area];
        late = late || one.state == CaseState::plan_late;
      }
      late_units += late ? 1 : 0;
    }
    const auto worst = static_cast<std::size_t>(model::Grade::d);
    for (std::size_t area = 0; area < open.size(); ++area) {
      CHECK(open[area] == figures.now.region.areas[area].current[worst]);
      CHECK(open[area] + raised[area] == figures.now.region.areas[area].initial[worst]);
    }
    CHECK(late_units == figures.now.region.plans_late);
  }
}
