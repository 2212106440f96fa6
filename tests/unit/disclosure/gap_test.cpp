// The few that matter, in regions that can be counted by hand.
#include "disclosure/gap.hpp"

#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;

namespace {

// A unit a line of grades in two areas, the first `north` of them in forum 0. A point is missing at C and two at D.
Release region(const std::vector<std::string>& grades, std::size_t north = 99, const Policy& policy = test::open_policy()) {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("f0"), test::made_forum("f1")};
  for (std::size_t u = 0; u < grades.size(); ++u) {
    facts.units.push_back(test::made_unit("E" + std::to_string(u), u < north ? 0 : 1));
    if (!grades[u].empty()) facts.reviews.push_back(test::made_review(u, "2025-01-01", grades[u]));
  }
  const auto figures = indicators::compute(facts, day(test::made_today));
  return judge(std::move(facts), figures, policy, day(test::made_today));
}

Gap gap(const Release& release, int percent, int most, std::optional<std::size_t> forum = std::nullopt) {
  indicators::Settings settings;
  settings.gap_percent = percent;
  settings.gap_most = most;
  return gap_of(release, forum, settings);
}

// "3:2 0:1": units and their points.
std::string few(const Gap& gap) {
  std::string all;
  for (const GapUnit& one : gap.few) all += (all.empty() ? "" : " ") + std::to_string(one.unit) + ":" + std::to_string(one.points);
  return all;
}

}  // namespace

TEST_CASE("points are counted up to the reference line, by unit and area") {
  const Gap all = gap(region({"A B", "C A", "D C", ""}), 100, 10);
  CHECK(all.reviewed == 3);
  CHECK(all.points == 4);
  CHECK(all.units_below == 2);
  CHECK(all.by_area == std::vector<int>{3, 1});
  CHECK(few(all) == "2:3 1:1");
  CHECK(all.few[0].areas == std::vector<std::size_t>{0, 1});
  CHECK(all.few[1].areas == std::vector<std::size_t>{0});
  CHECK(all.points_of_few == 4);
}

TEST_CASE("units with as much stand in order of name") {
  CHECK(few(gap(region({"C A", "A C", "D A", "C A"}), 100, 10)) == "2:2 0:1 1:1 3:1");
}

TEST_CASE("as many are named as make up the share, and not one more") {
  const Release release = region({"D A", "C A", "C A"});
  CHECK(few(gap(release, 50, 10)) == "0:2");  // exactly a half
  CHECK(few(gap(release, 51, 10)) == "0:2 1:1");
  CHECK(few(gap(release, 1, 10)) == "0:2");
  CHECK(few(gap(release, 100, 10)) == "0:2 1:1 2:1");
}

TEST_CASE("never more are named than the region has decided") {
  const Gap all = gap(region({"C A", "C A", "C A", "C A"}), 100, 3);
  CHECK(all.few.size() == 3);
  CHECK(all.points_of_few == 3);
  CHECK(all.units_below == 4);
}

TEST_CASE("where nothing is missing nobody is named") {
  const Gap none = gap(region({"A A", "B B"}), 50, 10);
  CHECK(none.reviewed == 2);
  CHECK(none.points == 0);
  CHECK(none.few.empty());
  CHECK(gap(region({""}), 50, 10).reviewed == 0);
}

TEST_CASE("a forum has a gap of its own") {
  const Release release = region({"D A", "C A", "D D"}, 2);
  CHECK(few(gap(release, 100, 10, 0)) == "0:2 1:1");
  CHECK(few(gap(release, 100, 10, 1)) == "2:4");
  CHECK(gap(release, 100, 10, 0).reviewed == 2);
}

TEST_CASE("the grade that holds now counts, and only of units of today") {
  CHECK(gap(region({"DB A"}), 100, 10).points == 0);
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.units = {test::made_unit("E0")};
  facts.units[0].valid_to = day("2025-12-31");
  facts.reviews = {test::made_review(0, "2025-01-01", "D")};
  const auto figures = indicators::compute(facts, day(test::made_today));
  CHECK(gap(judge(std::move(facts), figures, test::open_policy(), day(test::made_today)), 100, 10).reviewed == 0);
}

TEST_CASE("grades that are withheld have no gap") {
  const Gap none = gap(region({"D A", "C A"}, 99, test::made_policy(5)), 100, 10);
  CHECK(none.reviewed == 0);
  CHECK(none.few.empty());
}
