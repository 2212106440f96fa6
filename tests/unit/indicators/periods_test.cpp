// Which times there are numbers for, and which of them an indicator has.
#include "indicators/periods.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using test::day;
using test::made_definition;

namespace {

using Ids = std::vector<std::string>;

model::Facts with_years(std::initializer_list<int> years) {
  model::Facts facts;
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")},
                  {"R2", day("2024-01-01"), day("2026-12-31")},
                  {"R3", day("2027-01-01"), day("2030-12-31")}};
  for (const int year : years) facts.reports.push_back(test::regular_reports(0, year, 1, 1));
  return facts;
}

Settings pools(int years, int from) {
  Settings settings;
  settings.pool_years = years;
  settings.pool_from = from;
  return settings;
}

// "2025" over, "2026*" going on.
Ids ids(const std::vector<PeriodOfTime>& periods, PeriodKind kind) {
  Ids all;
  for (const PeriodOfTime& one : periods) {
    if (one.kind == kind) all.push_back(one.id + (one.over ? "" : "*"));
  }
  return all;
}

Ids ids_of(const Definition& definition, const model::Facts& facts, const Settings& settings) {
  const auto periods = make_periods(facts, settings, day(test::made_today));
  Ids all;
  for (const std::size_t one : periods_of(definition, periods)) all.push_back(periods[one].id);
  return all;
}

void add_break(Definition& definition, const char* from) { definition.breaks.push_back({day(from), {"Ny fråga", "New question"}}); }

}  // namespace

TEST_CASE("a round has begun on its first day and is over the day after its last") {
  const model::Facts facts = with_years({});
  CHECK(ids(make_periods(facts, {}, day("2018-12-31")), PeriodKind::round).empty());
  CHECK(ids(make_periods(facts, {}, day("2019-01-01")), PeriodKind::round) == Ids{"R1*"});
  CHECK(ids(make_periods(facts, {}, day("2022-12-31")), PeriodKind::round) == Ids{"R1*"});
  CHECK(ids(make_periods(facts, {}, day("2023-01-01")), PeriodKind::round) == Ids{"R1"});
  CHECK(ids(make_periods(facts, {}, day("2026-06-30")), PeriodKind::round) == Ids{"R1", "R2*"});
}

TEST_CASE("the years are those with annual reports, and the last one goes on") {
  const auto periods = make_periods(with_years({2026, 2023, 2024}), {}, day("2026-12-31"));
  CHECK(ids(periods, PeriodKind::year) == Ids{"2023", "2024", "2026*"});
  CHECK(ids(make_periods(with_years({2026}), {}, day("2027-01-01")), PeriodKind::year) == Ids{"2026"});
}

TEST_CASE("pools are fixed from their first year, and no year is in two") {
  CHECK(ids(make_periods(with_years({2020, 2021, 2022, 2023, 2024, 2025}), pools(3, 2020), day("2026-06-30")), PeriodKind::pool) ==
        Ids{"2020–2022", "2023–2025"});
  CHECK(ids(make_periods(with_years({2020, 2021, 2022, 2023, 2024}), pools(2, 2021), day("2026-06-30")), PeriodKind::pool) ==
        Ids{"2021–2022", "2023–2024"});
}

TEST_CASE("a pool that goes on or holds a single year is left out") {
  CHECK(ids(make_periods(with_years({2023, 2024, 2025}), pools(3, 2023), day("2025-12-31")), PeriodKind::pool).empty());
  CHECK(ids(make_periods(with_years({2023, 2024, 2025}), pools(3, 2023), day("2026-01-01")), PeriodKind::pool) == Ids{"2023–2025"});
  CHECK(ids(make_periods(with_years({2020, 2022, 2023}), pools(2, 2020), day("2026-06-30")), PeriodKind::pool) == Ids{"2022–2023"});
  CHECK(ids(make_periods(with_years({2020, 2022}), pools(3, 2020), day("2026-06-30")), PeriodKind::pool) == Ids{"2020–2022"});
}

TEST_CASE("a region may do without pools") {
  CHECK(ids(make_periods(with_years({2020, 2021}), pools(0, 2020), day("2026-06-30")), PeriodKind::pool).empty());
  CHECK(ids(make_periods(with_years({2020, 2021}), pools(1, 2020), day("2026-06-30")), PeriodKind::pool).empty());
}

TEST_CASE("an indicator has the periods of its source, oldest first") {
  const model::Facts facts = with_years({2024, 2025});
  const Settings settings = pools(2, 2024);
  CHECK(ids_of(made_definition(test::regular_share), facts, settings) == Ids{"2024", "2025", "2024–2025"});
  CHECK(ids_of(made_definition(test::breadth_agree), facts, settings) == Ids{"R1", "R2"});
  CHECK(ids_of(made_definition(test::grade_b_now), facts, settings) == Ids{"R1", "now", "R2"});
  CHECK(ids_of(made_definition("dataset: reviews\nkind: months\nvalue: {field: age_months}\n"), facts, settings) == Ids{"now"});
  CHECK(ids_of(made_definition("dataset: units\nkind: mean\nvalue: {field: st_doctors}\n"), facts, settings) == Ids{"now"});
}

TEST_CASE("nothing of before the first year is in it") {
  Definition definition = made_definition(test::regular_share);
  definition.since = 2022;
  const model::Facts facts = with_years({2021, 2022, 2023});
  CHECK(ids_of(definition, facts, pools(2, 2021)) == Ids{"2022", "2023"});
  Definition grades = made_definition(test::grade_b_now);
  grades.since = 2020;  // in the middle of a round
  CHECK(ids_of(grades, facts, {}) == Ids{"now", "R2"});
}

TEST_CASE("a period across a break is left out, and those beside it stay") {
  Definition definition = made_definition(test::regular_share);
  add_break(definition, "2023-01-01");
  const model::Facts facts = with_years({2021, 2022, 2023, 2024});
  CHECK(ids_of(definition, facts, pools(2, 2021)) == Ids{"2021", "2022", "2021–2022", "2023", "2024", "2023–2024"});
  CHECK(ids_of(definition, facts, pools(3, 2021)) == Ids{"2021", "2022", "2023", "2024"});
  add_break(definition, "2024-07-01");
  CHECK(ids_of(definition, facts, pools(0, 2021)) == Ids{"2021", "2022", "2023"});
}
