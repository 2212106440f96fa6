// What has become of a plan's measures from year to year, and what is late.
#include "view/plan.hpp"

#include <map>

#include "catch.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;

namespace {

model::Measure row(const char* number, int year, const char* status, const char* due = "", const char* next = "") {
  model::Measure one;
  one.plan = "plan";
  one.number = number;
  one.status = status;
  if (year != 0) one.year = year;
  if (*due != '\0') one.due = day(due);
  if (*next != '\0') one.next_follow_up = day(next);
  return one;
}

std::vector<Plan> plans(std::vector<model::Measure> measures, const char* as_of = "2026-06-30") {
  disclosure::Release release;
  release.as_of = day(as_of);
  release.measures = std::move(measures);
  return plans_of(release);
}

struct Turn {
  const char* before;
  const char* now;
  Move move;
};

}  // namespace

TEST_CASE("a measure moves on, back or not at all between two years") {
  const auto [before, now, move] = GENERATE(
      Turn{"not_started", "not_started", Move::still}, Turn{"not_started", "started", Move::forward},
      Turn{"not_started", "done", Move::forward},
      Turn{"not_started", "stopped", Move::stopped}, Turn{"not_started", "", Move::none}, Turn{"started", "not_started", Move::back},
      Turn{"started", "started", Move::still}, Turn{"started", "done", Move::forward}, Turn{"started", "stopped", Move::stopped},
      Turn{"done", "started", Move::back}, Turn{"done", "done", Move::none}, Turn{"done", "stopped", Move::stopped},
      Turn{"stopped", "stopped", Move::none}, Turn{"stopped", "started", Move::none},
      Turn{"", "started", Move::none}, Turn{"", "", Move::none});
  INFO(before << " -> " << now);
  const auto all = plans({row("1", 2025, before), row("1", 2026, now)});
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].measures.size() == 1);
  CHECK(all[0].measures[0].move == move);
  CHECK(all[0].measures[0].before == 0);
  CHECK(all[0].gone.empty());
}

TEST_CASE("only the last two years are compared, and a row without a year is of today") {
  const auto all = plans({row("1", 2023, "done"), row("1", 2025, "not_started"), row("1", 2026, "started"), row("2", 0, "started")});
  CHECK(all[0].years == std::vector<int>{2023, 2025, 2026});
  REQUIRE(all[0].measures.size() == 2);
  CHECK(all[0].measures[0].move == Move::forward);
  CHECK(all[0].measures[1].move == Move::none);
}

TEST_CASE("a measure that is new has been added, and one that disappears unfinished is gone without a word") {
  const auto all = plans({row("1", 2025, "started"), row("2", 2025, "done"), row("3", 2025, ""), row("4", 2025, "stopped"),
                          row("5", 2026, "")});
  REQUIRE(all[0].measures.size() == 1);
  CHECK(all[0].measures[0].move == Move::added);
  REQUIRE(all[0].gone.size() == 2);
  CHECK(all[0].gone[0].index == 0);
  CHECK(all[0].gone[1].index == 2);
  CHECK(all[0].gone[1].move == Move::gone);
}

TEST_CASE("a measure is late from the day after its day, unless it is done or stopped") {
  const auto late = [](const char* status, const char* due, const char* as_of) {
    return plans({row("1", 0, status, due)}, as_of)[0].measures[0].late;
  };
  CHECK_FALSE(late("started", "2024-02-29", "2024-02-29"));
  CHECK(late("started", "2024-02-29", "2024-03-01"));
  CHECK(late("", "2025-12-31", "2026-01-01"));
  CHECK_FALSE(late("done", "2025-12-31", "2026-01-01"));
  CHECK_FALSE(late("stopped", "2025-12-31", "2026-01-01"));
  CHECK_FALSE(late("started", "", "2026-01-01"));
  const auto unseen = plans({row("1", 0, "started", "", "2026-06-29"),
                             row("2", 0, "started", "", "2026-06-30"), row("3", 0, "done", "", "2026-01-01")});
  CHECK(unseen[0].measures[0].follow_up_late);
  CHECK_FALSE(unseen[0].measures[1].follow_up_late);
  CHECK_FALSE(unseen[0].measures[2].follow_up_late);
}
