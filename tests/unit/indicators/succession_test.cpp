// Units that merge, change their names or owners, or close: each counts once, as what it is, with the reviews of what it was.
#include "catch.hpp"
#include "indicators/figures.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using model::Facts;
using model::Ownership;
using test::day;

namespace {

using Indices = std::vector<std::size_t>;

// One area, the rounds 2019–2022 and 2024–2026, nobody yet.
struct Region {
  Region() {
    facts.framework = test::made_framework(1);
    facts.forums = {test::made_forum("norr"), test::made_forum("soder")};
    facts.rounds = {{"2019–2022", day("2019-01-01"), day("2022-12-31")}, {"2024–2026", day("2024-01-01"), day("2026-12-31")}};
  }
  // From and to as dates, or "" for none.
  Region& unit(const char* from, const char* to, const Indices& predecessors = {}, std::optional<std::size_t> forum = std::nullopt,
               std::optional<Ownership> owner = std::nullopt) {
    model::Unit unit = test::made_unit("E" + std::to_string(facts.units.size()), forum, owner);
    if (*from != 0) unit.valid_from = day(from);
    if (*to != 0) unit.valid_to = day(to);
    unit.predecessors = predecessors;
    for (const std::size_t old : predecessors) facts.units[old].successor = facts.units.size();
    facts.units.push_back(std::move(unit));
    return *this;
  }
  Region& review(std::size_t unit, const char* date, const char* grade) {
    facts.reviews.push_back(test::made_review(unit, date, grade));
    test::put_in_order(facts);
    return *this;
  }
  Figures figures(const char* as_of = "2025-06-30") const { return compute(facts, day(as_of)); }
  Facts facts;
};

// Two units that became one at the turn of the year 2020/2021.
Region merged() { return Region{}.unit("", "2020-12-31").unit("", "2020-12-31").unit("2021-01-01", "", {0, 1}); }

}  // namespace

TEST_CASE("merged units count as the one that they are") {
  const Figures figures = merged().review(0, "2019-05-01", "D").review(1, "2020-05-01", "B").figures();
  CHECK(figures.now.region.units == 1);
  CHECK(figures.now.region.reviewed == 1);
  CHECK(figures.now.region.areas[0].current == GradeCounts{0, 1, 0, 0});  // the later one
  CHECK(figures.units[2].reviews == Indices{0, 1});
  CHECK(figures.units[2].latest == 1);
  CHECK(figures.units[2].current);
  CHECK_FALSE(figures.units[0].current);
  CHECK_FALSE(figures.units[1].current);
}

TEST_CASE("a merger within a round leaves one unit in it, with the latest review") {
  Region region = merged().review(0, "2019-05-01", "D").review(1, "2020-05-01", "B");
  CHECK(region.figures().rounds[0].region.units == 1);
  CHECK(region.figures().rounds[0].region.reviewed == 1);
  CHECK(region.figures().rounds[0].region.areas[0].current == GradeCounts{0, 1, 0, 0});
  region.review(2, "2022-05-01", "C");
  CHECK(region.figures().rounds[0].region.areas[0].current == GradeCounts{0, 0, 1, 0});
  CHECK(region.figures().now.region.areas[0].current == GradeCounts{0, 0, 1, 0});
}

TEST_CASE("a round that was over before a merger has the units that there were") {
  Region region = Region{}.unit("", "2023-06-30").unit("", "2023-06-30").unit("2023-07-01", "", {0, 1});
  region.review(0, "2019-05-01", "D").review(1, "2020-05-01", "B");
  const Figures figures = region.figures();
  CHECK(figures.rounds[0].region.units == 2);
  CHECK(figures.rounds[0].region.reviewed == 2);
  CHECK(figures.rounds[0].region.areas[0].current == GradeCounts{0, 1, 0, 1});
  CHECK(figures.rounds[1].region.units == 1);
  CHECK(figures.rounds[1].region.reviewed == 0);
  CHECK(figures.now.region.units == 1);
}

TEST_CASE("the history of a renamed unit follows it, however many steps") {
  Region region = Region{}.unit("", "2019-12-31").unit("2020-01-01", "2021-12-31", {0}).unit("2022-01-01", "", {1});
  const Figures figures = region.review(0, "2019-05-01", "D").review(1, "2021-05-01", "C").figures();
  CHECK(figures.units[2].reviews == Indices{0, 1});
  CHECK(figures.units[2].status == Status::action_recommended);
  CHECK(figures.units[1].reviews == Indices{0, 1});  // as it was then
  CHECK(figures.units[0].reviews == Indices{0});
  CHECK(figures.units[0].status == Status::action_required);
  CHECK(figures.now.region.units == 1);
  CHECK(figures.rounds[0].region.units == 1);
  CHECK(figures.rounds[0].region.areas[0].current == GradeCounts{0, 0, 1, 0});
  CHECK(figures.rounds[1].region.units == 1);
}

TEST_CASE("a unit with a new owner or forum counts under the new one only") {
  Region region = Region{}.unit("", "2020-12-31", {}, 0, Ownership::public_).unit("2021-01-01", "", {0}, 1, Ownership::private_);
  const Figures figures = region.review(0, "2019-05-01", "D").figures();
  for (const auto* selection : {&figures.now, &figures.rounds[0]}) {
    CHECK(selection->region.units == 1);
    CHECK(selection->forums[0].units == 0);
    CHECK(selection->forums[1].reviewed == 1);
    CHECK(selection->ownership[0].units == 0);
    CHECK(selection->ownership[1].reviewed == 1);
  }
}

TEST_CASE("a closed unit counts in the rounds when it was open, and not now") {
  Region region = Region{}.unit("", "2022-01-01").unit("", "");
  const Figures figures = region.review(0, "2020-05-01", "D").figures();
  CHECK(figures.now.region.units == 1);
  CHECK(figures.now.region.reviewed == 0);
  CHECK(figures.now.region.plans_late == 0);
  CHECK(figures.rounds[0].region.units == 2);
  CHECK(figures.rounds[0].region.reviewed == 1);
  CHECK(figures.rounds[1].region.units == 1);
  CHECK_FALSE(figures.units[0].current);
  CHECK(figures.units[0].reviews == Indices{0});
}

TEST_CASE("a unit counts on its first and last day, and not on the days around") {
  const auto counted = [](const char* as_of) { return Region{}.unit("2020-03-01", "2021-03-01").figures(as_of).now.region.units; };
  CHECK(counted("2020-02-29") == 0);
  CHECK(counted("2020-03-01") == 1);
  CHECK(counted("2021-03-01") == 1);
  CHECK(counted("2021-03-02") == 0);
}

TEST_CASE("a merger that lies ahead has not happened, and on its day it has") {
  const Region region = Region{}.unit("", "2025-12-31").unit("", "2025-12-31").unit("2026-01-01", "", {0, 1});
  CHECK(region.figures("2025-12-31").now.region.units == 2);
  CHECK(region.figures("2025-12-31").rounds[1].region.units == 2);  // a round that goes on is as of today
  CHECK(region.figures("2026-01-01").now.region.units == 1);
  CHECK(region.figures("2026-01-01").rounds[1].region.units == 1);
}

TEST_CASE("a unit that opened after a round is not in it") {
  const Figures figures = Region{}.unit("2023-01-01", "").figures();
  CHECK(figures.rounds[0].region.units == 0);
  CHECK(figures.rounds[1].region.units == 1);
}

TEST_CASE("a plan that is late follows the unit that took over") {
  const Figures figures = merged().review(1, "2020-05-01", "D").figures();
  CHECK(figures.units[2].plan == Plan::late);
  CHECK(figures.now.region.plans_late == 1);
  CHECK(figures.units[2].status == Status::action_required);
}

TEST_CASE("a review of each of two merged units makes a history in order of date") {
  Region region = merged().review(0, "2018-05-01", "A").review(0, "2020-05-01", "A");
  const Figures figures = region.review(1, "2019-05-01", "A").review(2, "2022-05-01", "A").figures();
  CHECK(figures.units[2].reviews == Indices{0, 2, 1, 3});
  CHECK(figures.units[2].latest == 3);
}
