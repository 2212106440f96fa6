#include "disclosure/release.hpp"

#include <type_traits>

#include "catch.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;

// A shown number is made by the gate and nobody else.
static_assert(std::is_default_constructible_v<Cell<int>>);
static_assert(!std::is_constructible_v<Cell<int>, int>);
static_assert(!std::is_convertible_v<int, Cell<int>>);
static_assert(!std::is_assignable_v<Cell<int>&, int>);
static_assert(!std::is_constructible_v<Cell<int>, Reason>);
static_assert(!std::is_constructible_v<Cell<Share>, Share>);
static_assert(!std::is_constructible_v<Cell<int>, std::in_place_t, int>);
static_assert(!std::is_convertible_v<Cell<int>, int>);
static_assert(std::is_same_v<decltype(std::declval<Cell<int>&>().shown()), const int*>);

namespace {

// Five units in forum 0, two in forum 1; E0 to E3 are public.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.forums = {test::made_forum("stor"), test::made_forum("liten")};
  facts.rounds = {{"2024", day("2024-01-01"), day("2024-12-31")}};
  for (std::size_t i = 0; i < 7; ++i) {
    facts.units.push_back(
        test::made_unit("E" + std::to_string(i), i < 5 ? 0 : 1, i < 4 ? model::Ownership::public_ : model::Ownership::private_));
    facts.units.back().figures.st_doctors = static_cast<int>(i);
    facts.reviews.push_back(test::made_review(i, "2024-03-01", i % 2 == 0 ? "A" : "D"));
  }
  return facts;
}

Release release_of(model::Facts facts, const Policy& policy) {
  const auto figures = indicators::compute(facts, day("2025-06-30"));
  return judge(std::move(facts), figures, policy, day("2025-06-30"));
}

// Every cell of a group, as "shown" or not.
std::vector<bool> shown_in(const GroupFigures<Cell>& group) {
  std::vector<bool> all{
      group.reviewed.shown() != nullptr,       group.follows.shown() != nullptr,    group.followed_at_review.shown() != nullptr,
      group.plans_received.shown() != nullptr, group.plans_late.shown() != nullptr, group.plans_awaited.shown() != nullptr,
      group.overdue.shown() != nullptr,        group.ages.shown() != nullptr};
  for (const auto& area : group.areas) {
    all.insert(all.end(), {area.initial.shown() != nullptr, area.current.shown() != nullptr, area.at_reference.shown() != nullptr,
                           area.moments.shown() != nullptr});
  }
  return all;
}

const std::vector<bool> everything(12, true);
const std::vector<bool> nothing(12, false);

}  // namespace

TEST_CASE("a cell that nobody judged is withheld for that reason") {
  const Cell<int> cell;
  CHECK(cell.shown() == nullptr);
  CHECK(cell.reason() == Reason::not_judged);
}

TEST_CASE("the gate withholds what concerns fewer than the smallest group, and counts") {
  const Policy policy = test::made_policy(5);
  Gate gate{policy};
  CHECK(gate.judge(17, About::grades, 4).shown() == nullptr);
  CHECK(gate.judge(17, About::grades, 4).reason() == Reason::small_group);
  CHECK(gate.judge(17, About::grades, 0).shown() == nullptr);
  const auto shown = gate.judge(17, About::grades, 5);
  REQUIRE(shown.shown() != nullptr);
  CHECK(*shown.shown() == 17);
  CHECK(gate.judge(17, About::register_facts, 4).shown() == nullptr);
  CHECK(gate.tally().judged == 5);
  CHECK(gate.tally().shown == 1);
  CHECK(gate.tally().withheld == 4);
}

TEST_CASE("the gate protects only what is about persons") {
  Policy policy = test::made_policy(5);
  policy.grades_about_persons = false;
  Gate gate{policy};
  CHECK(gate.judge(1, About::grades, 1).shown() != nullptr);
  CHECK(gate.judge(1, About::register_facts, 1).shown() == nullptr);
}

TEST_CASE("grades that are not about persons are shown, however few") {
  const Release release = release_of(made_facts(), test::open_policy());
  CHECK(shown_in(release.now.region) == everything);
  CHECK(shown_in(release.now.forums.at(1)) == everything);
  CHECK(shown_in(release.by_round.at(0).forums.at(1)) == everything);
  CHECK(release.tally.withheld == 0);
  CHECK(release.tally.shown == release.tally.judged);
  for (const UnitCard& unit : release.units) {
    REQUIRE(unit.reviewed.shown() != nullptr);
    CHECK(unit.reviewed.shown()->reviews.size() == 1);
    CHECK(unit.figures.shown() != nullptr);
  }
  CHECK(release.units[3].reviewed.shown()->reviews[0].areas[0].current == Grade::d);
  CHECK(*release.now.region.reviewed.shown() == 7);
}

TEST_CASE("when grades are about persons, a small group is withheld whole, and every single unit") {
  Policy policy = test::made_policy(5);
  policy.register_about_persons = false;
  const Release release = release_of(made_facts(), policy);
  CHECK(shown_in(release.now.region) == everything);
  CHECK(shown_in(release.now.forums.at(0)) == everything);
  CHECK(shown_in(release.now.forums.at(1)) == nothing);
  CHECK(shown_in(release.now.ownership[0]) == nothing);
  CHECK(shown_in(release.now.ownership[1]) == nothing);
  CHECK(shown_in(release.by_round.at(0).forums.at(1)) == nothing);
  REQUIRE(release.now.forums[1].units.shown() != nullptr);  // how many there are is no grade
  CHECK(*release.now.forums[1].units.shown() == 2);
  for (const UnitCard& unit : release.units) {
    CHECK(unit.reviewed.shown() == nullptr);
    CHECK(unit.reviewed.reason() == Reason::small_group);
    CHECK(unit.figures.shown() != nullptr);
  }
}

TEST_CASE("register facts about persons are judged by the doctors in training that they concern") {
  Policy policy = test::made_policy(3);
  policy.grades_about_persons = false;
  model::Facts facts = made_facts();
  facts.units[6].figures.st_doctors = std::nullopt;  // not known to be enough
  const Release release = release_of(std::move(facts), policy);
  for (const std::size_t few : {0U, 1U, 2U, 6U}) CHECK(release.units[few].figures.shown() == nullptr);
  for (const std::size_t enough : {3U, 4U, 5U}) CHECK(release.units[enough].figures.shown() != nullptr);
  CHECK(release.now.forums[1].units.shown() == nullptr);
}

TEST_CASE("the tally counts every cell once") {
  const Release release = release_of(made_facts(), test::made_policy(5));
  // Two selections (now and one round) of the region, two forums and two kinds of owner: 13 cells each; and two a unit.
  CHECK(release.tally.judged == 2 * 5 * 13 + 7 * 2);
  CHECK(release.tally.shown + release.tally.withheld == release.tally.judged);
}

TEST_CASE("what is not a number about a group is taken over as it is") {
  model::Facts facts = made_facts();
  facts.published_aggregates = {{0, 2, 350, 71, "r", "5"}};
  facts.published_counts = {{"reviews", std::nullopt, 181, "r", ""}};
  facts.statements = {{"s", std::nullopt, {"S", "S"}}};
  facts.benchmarks = {{0, "agree", "region", "p", 80, 100, "r"}};
  facts.measures.resize(3);
  const Release release = release_of(std::move(facts), test::made_policy(5));
  CHECK(release.has_reviews);
  CHECK(release.framework.id == "made");
  CHECK(to_string(release.as_of) == "2025-06-30");
  CHECK(release.policy.smallest_group == 5);
  REQUIRE(release.units.size() == 7);
  CHECK(release.units[6].id == "E6");
  CHECK(release.units[6].name == "Enhet E6");
  CHECK(release.units[6].forum == 1);
  CHECK(release.published.at(0).aggregate.page == "5");
  CHECK(release.published.at(0).feasibility.verdict == indicators::Verdict::possible);
  CHECK(release.published_counts.at(0).value == 181);
  CHECK(release.statements.size() == 1);
  CHECK(release.benchmarks.at(0).percent == 80);
  CHECK(release.measures.size() == 3);
  model::Facts without = made_facts();
  without.reviews.clear();
  CHECK_FALSE(release_of(std::move(without), test::made_policy(5)).has_reviews);
}
