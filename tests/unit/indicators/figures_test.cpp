#include "indicators/figures.hpp"

#include "catch.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using model::Ownership;
using test::day;

namespace {

// Worked out by hand, as of 2025-06-30:
//   unit  forum  owner    reviews
//   E0    0      public   2021-03-01 A D (no plan); 2024-05-01 A B
//   E1    0      private  2021-06-01 B DC, plan 2021-08-01
//   E2    1      public   2025-05-15 C D, plan due 2025-08-15
//   E3    -      -        2019-06-01 D A, before the rounds, plan late, next review was due 2024-06-01
//   E4    1      private  none
//   E5    1      private  2024-02-01 D D and again 2024-11-01 B C
model::Facts made_facts(std::array<int, 4> points = {4, 3, 2, 1}) {
  model::Facts facts;
  facts.framework = test::made_framework(2, points);
  facts.forums = {test::made_forum("norr"), test::made_forum("soder")};
  facts.rounds = {{"2021", day("2021-01-01"), day("2021-12-31")}, {"2024–2025", day("2024-01-01"), day("2025-12-31")}};
  facts.units = {test::made_unit("E0", 0, Ownership::public_), test::made_unit("E1", 0, Ownership::private_),
                 test::made_unit("E2", 1, Ownership::public_), test::made_unit("E3"), test::made_unit("E4", 1, Ownership::private_),
                 test::made_unit("E5", 1, Ownership::private_)};
  facts.reviews = {test::made_review(0, "2021-03-01", "A D"),
                   test::made_review(0, "2024-05-01", "A B"),
                   test::made_review(1, "2021-06-01", "B DC", "2021-08-01"),
                   test::made_review(2, "2025-05-15", "C D"),
                   test::made_review(3, "2019-06-01", "D A"),
                   test::made_review(5, "2024-02-01", "D D"),
                   test::made_review(5, "2024-11-01", "B C")};
  return facts;
}

Figures figures_of(const model::Facts& facts) { return compute(facts, day("2025-06-30")); }

}  // namespace

TEST_CASE("the figures of now rest on the latest review of each unit") {
  const auto region = figures_of(made_facts()).now.region;
  CHECK(region.units == 6);
  CHECK(region.reviewed == 5);
  CHECK(region.follows.k == 3);  // E0, E1, E5
  CHECK(region.follows.n == 5);
  CHECK(region.followed_at_review.k == 2);  // E0, E5
  CHECK(region.followed_at_review.n == 5);
  CHECK(region.plans_received == 1);
  CHECK(region.plans_late == 1);
  CHECK(region.plans_awaited == 1);
  CHECK(region.overdue == 1);
  CHECK(region.ages == AgeCounts{2, 1, 0, 0, 1, 1});  // E2 E5, E0, -, -, E1, E3
  REQUIRE(region.areas.size() == 2);
  CHECK(region.areas[0].initial == GradeCounts{1, 2, 1, 1});
  CHECK(region.areas[0].current == GradeCounts{1, 2, 1, 1});
  CHECK(region.areas[1].initial == GradeCounts{1, 1, 1, 2});
  CHECK(region.areas[1].current == GradeCounts{1, 1, 2, 1});
  CHECK(region.areas[0].at_reference.k == 3);
  CHECK(region.areas[0].at_reference.n == 5);
  CHECK(region.areas[1].at_reference.k == 2);
  CHECK(region.areas[1].moments.n == 5);
  CHECK(region.areas[0].moments.mean.value() == Approx(2.6));
  CHECK(region.areas[0].moments.sd.value() == Approx(1.140175425));  // of 4 3 3 2 1
  CHECK(region.areas[1].moments.mean.value() == Approx(2.4));
}

TEST_CASE("a round holds the reviews made in it, the later one where a unit has two") {
  const Figures figures = figures_of(made_facts());
  REQUIRE(figures.rounds.size() == 2);
  const auto& first = figures.rounds[0].region;
  CHECK(first.units == 6);
  CHECK(first.reviewed == 2);  // E0, E1
  CHECK(first.areas[0].current == GradeCounts{1, 1, 0, 0});
  CHECK(first.areas[1].initial == GradeCounts{0, 0, 0, 2});
  CHECK(first.areas[1].current == GradeCounts{0, 0, 1, 1});
  CHECK(first.follows.k == 1);
  CHECK(first.plans_received == 1);
  CHECK(first.plans_late == 1);  // E0 never sent one, which its later review does not change
  const auto& second = figures.rounds[1].region;
  CHECK(second.reviewed == 3);  // E0, E2, E5
  CHECK(second.areas[0].current == GradeCounts{1, 1, 1, 0});
  CHECK(second.areas[1].current == GradeCounts{0, 1, 1, 1});
}

TEST_CASE("forums and forms of ownership are parts of the region") {
  const auto now = figures_of(made_facts()).now;
  REQUIRE(now.forums.size() == 2);
  CHECK(now.forums[0].units == 2);
  CHECK(now.forums[0].reviewed == 2);
  CHECK(now.forums[0].areas[1].current == GradeCounts{0, 1, 1, 0});
  CHECK(now.forums[1].units == 3);
  CHECK(now.forums[1].reviewed == 2);
  CHECK(now.forums[1].areas[0].current == GradeCounts{0, 1, 1, 0});
  CHECK(now.forums[1].plans_awaited == 1);
  const auto& owned_publicly = now.ownership[static_cast<std::size_t>(Ownership::public_)];
  const auto& owned_privately = now.ownership[static_cast<std::size_t>(Ownership::private_)];
  CHECK(owned_publicly.units == 2);
  CHECK(owned_publicly.reviewed == 2);
  CHECK(owned_privately.units == 3);
  CHECK(owned_privately.reviewed == 2);
  // E3 belongs to none of them.
  CHECK(now.forums[0].areas[0].current[3] + now.forums[1].areas[0].current[3] == now.region.areas[0].current[3] - 1);
  CHECK(owned_publicly.overdue + owned_privately.overdue == now.region.overdue - 1);
}

TEST_CASE("another scale changes the mean and the spread, and no count") {
  const auto usual = figures_of(made_facts()).now.region;
  const auto other = figures_of(made_facts({100, 10, 1, 0})).now.region;
  CHECK(other.areas[0].moments.mean.value() == Approx(24.2));  // 100 10 10 1 0
  CHECK(other.areas[0].moments.sd.value() > usual.areas[0].moments.sd.value());
  CHECK(other.areas[0].current == usual.areas[0].current);
  CHECK(other.areas[0].at_reference.k == usual.areas[0].at_reference.k);
}

TEST_CASE("the reference line decides what counts as reached") {
  model::Facts facts = made_facts();
  for (const auto& [line, reached] : {std::pair{model::Grade::a, 1}, {model::Grade::b, 3}, {model::Grade::c, 4}, {model::Grade::d, 5}}) {
    facts.framework.reference_line = line;
    CHECK(figures_of(facts).now.region.areas[0].at_reference.k == reached);
  }
}

TEST_CASE("no reviews have no mean and a share of nothing") {
  model::Facts facts = made_facts();
  facts.reviews.clear();
  const auto region = figures_of(facts).now.region;
  CHECK(region.units == 6);
  CHECK(region.reviewed == 0);
  CHECK(region.follows.n == 0);
  CHECK_FALSE(region.areas[0].moments.mean);
  CHECK_FALSE(region.areas[0].moments.sd);
}

TEST_CASE("one review has a mean and no spread") {
  model::Facts facts = made_facts();
  facts.reviews = {test::made_review(4, "2025-01-01", "C B")};
  const auto region = figures_of(facts).now.region;
  CHECK(region.areas[0].moments.mean.value() == 2.0);
  CHECK_FALSE(region.areas[0].moments.sd);
  CHECK(figures_of(facts).units[4].latest == 0);
  CHECK(figures_of(facts).units[3].status == Status::not_reviewed);
}

TEST_CASE("ages of five years and more are one class") {
  model::Facts facts = made_facts();
  facts.reviews = {test::made_review(0, "2020-06-30", "A A"), test::made_review(1, "2020-07-01", "A A"),
                   test::made_review(2, "2001-01-01", "A A"), test::made_review(3, "2025-06-30", "A A"),
                   test::made_review(4, "2024-06-30", "A A"), test::made_review(5, "2024-07-01", "A A")};
  CHECK(figures_of(facts).now.region.ages == AgeCounts{2, 1, 0, 0, 1, 2});
}

TEST_CASE("published aggregates are checked one by one") {
  model::Facts facts = made_facts();
  facts.published_aggregates = {{0, 2, 350, 71, "r", ""}, {1, 2, 350, 12, "r", ""}};
  const auto checks = figures_of(facts).published;
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].verdict == Verdict::possible);
  CHECK(checks[1].verdict == Verdict::impossible);
}
