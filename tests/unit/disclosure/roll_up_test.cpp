#include "disclosure/roll_up.hpp"

#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::made_definition;

namespace {

// Three forums of four units, and four units in none; `answers`: yes and no, of each unit in each of three years.
Release release(int answers, std::vector<RollUp> steps) {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.report_questions = test::made_questions();
  for (const char* id : {"a", "b", "c"}) facts.forums.push_back(test::made_forum(id));
  for (std::size_t u = 0; u < 16; ++u) {
    facts.units.push_back(test::made_unit("E" + std::to_string(10 + u), u < 12 ? std::optional{u / 4} : std::nullopt));
    for (const int year : {2023, 2024, 2025}) facts.reports.push_back(test::regular_reports(u, year, answers, answers));
  }
  Policy policy = test::open_policy();
  policy.roll_up = std::move(steps);
  const auto measured = test::measured(facts, {made_definition(test::regular_share)});
  const auto figures = indicators::compute(facts, day(test::made_today));
  return judge(facts, figures, policy, day(test::made_today), Audience::intranet, measured);
}

// Step, period and group, or a dash.
std::string rolled(const Release& release, std::size_t unit) {
  const auto found = rolled_up(release, unit, 0);
  if (!found) return "-";
  const auto& cells = release.indicators.cells[0];
  const std::string period = release.indicators.periods[cells.periods[found->period]].id;
  const std::string place = found->group ? release.indicators.groups[*found->group].id : "unit";
  return std::to_string(static_cast<int>(found->step)) + " " + period + " " + place;
}

const std::vector<RollUp> every_step{RollUp::unit, RollUp::unit_pool, RollUp::forum, RollUp::forum_pool, RollUp::region};

}  // namespace

TEST_CASE("a unit with answers enough is told of by itself, in the latest year that may be told") {
  const Release all = release(8, every_step);
  for (std::size_t unit = 0; unit < 16; ++unit) CHECK(rolled(all, unit) == "0 2025 unit");
}

TEST_CASE("what the policy does not name is passed over") {
  CHECK(rolled(release(8, {RollUp::unit_pool, RollUp::region}), 0) == "1 2023–2025 unit");
  CHECK(rolled(release(8, {RollUp::forum, RollUp::region}), 5) == "2 2025 b");
  CHECK(rolled(release(8, {RollUp::forum_pool, RollUp::region}), 5) == "3 2023–2025 b");
  CHECK(rolled(release(8, {RollUp::region}), 5) == "4 2025 region");
}

TEST_CASE("a unit with too few answers is told of by its forum, and without one by the region") {
  const Release all = release(1, {RollUp::unit, RollUp::forum, RollUp::region});
  CHECK(rolled(all, 0) == "2 2025 a");
  CHECK(rolled(all, 12) == "4 2025 region");
}

TEST_CASE("where nothing may be told there is nothing to roll up to") { CHECK(rolled(release(0, every_step), 0) == "-"); }

TEST_CASE("what a unit is told instead is always something that is shown") {
  for (const int answers : {1, 2, 3, 5}) {
    const Release all = release(answers, every_step);
    for (std::size_t unit = 0; unit < 16; ++unit) {
      const auto found = rolled_up(all, unit, 0);
      REQUIRE(found);
      const auto& cells = all.indicators.cells[0];
      if (found->group) CHECK(cells.groups[found->period][*found->group].shown() != nullptr);
      else CHECK(cells.of_unit(unit, found->period).shown() != nullptr);
    }
  }
}
