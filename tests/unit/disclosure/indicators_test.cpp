// Which values of the indicators may be shown, and that nothing is said from those that may not.
#include "disclosure/indicators.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"
#include "told_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using indicators::Measured;
using test::day;
using test::made_definition;
using test::Random;

namespace {

// Four forums: three units each in the first three, two in the last; so the answers in the last are always withheld.
model::Facts region() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")}, {"R2", day("2024-01-01"), day("2026-12-31")}};
  facts.report_questions = test::made_questions();
  for (std::size_t f = 0; f < 4; ++f) facts.forums.push_back(test::made_forum("f" + std::to_string(f)));
  for (std::size_t u = 0; u < 11; ++u) facts.units.push_back(test::made_unit("E" + std::to_string(10 + u), u / 3));
  return facts;
}

// Two units more, in no forum: what is withheld of the last forum could as well be theirs, so the other forums may be told.
model::Facts region_and_others() {
  model::Facts facts = region();
  for (std::size_t u = 11; u < 13; ++u) facts.units.push_back(test::made_unit("E" + std::to_string(10 + u)));
  return facts;
}

Indicators judged(const model::Facts& facts, Measured measured, const std::vector<RoleComparison>& roles = {},
                  const Policy& policy = test::open_policy()) {
  Gate gate{policy};
  const Protection protection{measured, questions_of(facts, measured, policy, day(test::made_today)), policy.smallest_group, 1};
  return judge_indicators(gate, protection, std::move(measured), roles, facts, policy);
}

Indicators judged(const model::Facts& facts, std::vector<Definition> definitions, const Policy& policy = test::open_policy()) {
  return judged(facts, test::measured(facts, std::move(definitions)), {}, policy);
}

const Cell<Value>& cell_of(const Indicators& all, std::size_t group) { return all.cells[0].headline(group); }

// Hours of the reports of a year: each unit has `each` of them, 4 and 5 hours by turns.
model::Facts with_hours(int each) {
  model::Facts facts = region_and_others();
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    const int fewer = each / 2;
    facts.reports.push_back(test::made_reports(u, 2025, test::hours, {{400, fewer}, {500, each - fewer}}));
  }
  return facts;
}

}  // namespace

TEST_CASE("answers from two units are withheld, those of three shown") {
  model::Facts facts = region_and_others();
  for (std::size_t u = 0; u < facts.units.size(); ++u) facts.reports.push_back(test::regular_reports(u, 2025, 3, 2));
  const Indicators all = judged(facts, {made_definition(test::regular_share)});
  REQUIRE(cell_of(all, 1).shown() != nullptr);
  CHECK(cell_of(all, 1).shown()->k == 9);
  CHECK(cell_of(all, 4).shown() == nullptr);
  CHECK(cell_of(all, 4).reason() == Reason::few_units);
}

TEST_CASE("grades are not about persons unless the site says so") {
  model::Facts facts = region();
  facts.reviews = {test::made_review(0, "2025-01-01", "A A")};
  const Indicators open = judged(facts, {made_definition(test::grade_b_now)});
  CHECK(cell_of(open, 1).shown()->n == 1);
  CHECK(open.cells[0].of_unit(0, open.cells[0].assessment.headline).shown()->k == 1);
  const Indicators kept = judged(facts, {made_definition(test::grade_b_now)}, test::made_policy(5));
  CHECK(cell_of(kept, 1).shown() == nullptr);
}

TEST_CASE("how much came from the largest unit stays inside") {
  model::Facts facts = with_hours(8);
  facts.reviews = {test::made_review(0, "2025-01-01", "A A")};
  const Indicators all = judged(facts, {made_definition(test::hours_mean), made_definition(test::grade_b_now)});
  int shown = 0;
  for (const IndicatorCells& cells : all.cells) {
    for (const auto& period : cells.groups) {
      for (const auto& cell : period) {
        if (cell.shown() == nullptr) continue;
        CHECK(cell.shown()->largest == 0);
        shown += cell.shown()->n > 0;
      }
    }
  }
  CHECK(shown > 5);
}

TEST_CASE("quartiles of fewer than 20 persons are not shown, the mean is") {
  const Indicators few = judged(with_hours(6), {made_definition(test::hours_mean)});  // 18 in a forum of three
  REQUIRE(cell_of(few, 1).shown() != nullptr);
  CHECK(cell_of(few, 1).shown()->spread->mean == 4.5);
  CHECK_FALSE(cell_of(few, 1).shown()->spread->quartiles);
  CHECK(cell_of(few, 0).shown()->spread->quartiles);  // 78 in the region
  model::Facts twenty = with_hours(6);
  twenty.reports[0] = test::made_reports(0, 2025, test::hours, {{400, 4}, {500, 4}});
  CHECK(cell_of(judged(twenty, {made_definition(test::hours_mean)}), 1).shown()->spread->quartiles);
}

TEST_CASE("quartiles of days are about reviews, and shown of few") {
  model::Facts facts = region();
  facts.reviews = {test::made_review(0, "2025-01-01", "D A", "2025-02-01")};
  const Indicators all = judged(facts, {made_definition("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n")});
  CHECK(cell_of(all, 0).shown()->spread->quartiles->median == 31);
}

TEST_CASE("a mean that all have given is known of each") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < 6; ++u) facts.reports.push_back(test::made_reports(u, 2025, test::hours, {{u < 3 ? 400 : 450, 5}}));
  const Indicators all = judged(facts, {made_definition(test::hours_mean)});
  CHECK(cell_of(all, 0).shown() != nullptr);
  CHECK(cell_of(all, 1).shown() == nullptr);
  CHECK(cell_of(all, 1).reason() == Reason::all_alike);
}

TEST_CASE("a unit is told of over several years, and of a single year only where the policy says so") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    for (const int year : {2023, 2024, 2025}) facts.reports.push_back(test::regular_reports(u, year, 300, 300));
  }
  const auto shown = [&](std::vector<RollUp> roll_up) {
    Policy policy = test::open_policy();
    policy.roll_up = std::move(roll_up);
    const Indicators all = judged(facts, {made_definition(test::regular_share)}, policy);
    std::string periods;  // of the first unit
    for (std::size_t period = 0; period < all.cells[0].periods.size(); ++period) {
      if (all.cells[0].of_unit(0, period).shown() != nullptr) periods += all.periods[all.cells[0].periods[period]].id + " ";
    }
    return periods;
  };
  CHECK(shown({RollUp::unit_pool, RollUp::region}) == "2023–2025 ");
  CHECK(shown({RollUp::unit, RollUp::unit_pool, RollUp::region}) == "2023 2024 2025 2023–2025 ");
  CHECK(shown({RollUp::forum, RollUp::region}).empty());
}

TEST_CASE("a time that is not over is not told of persons, for then a later release would tell what came in between") {
  model::Facts facts = region_and_others();
  for (std::size_t u = 0; u < facts.units.size(); ++u) facts.reports.push_back(test::regular_reports(u, 2026, 30, 30));
  const Indicators all = judged(facts, {made_definition(test::regular_share)});
  for (std::size_t group = 0; group < all.groups.size(); ++group) {
    const Cell<Value>& cell = all.cells[0].groups.back()[group];
    CHECK(cell.shown() == nullptr);
    CHECK(cell.reason() == Reason::not_over);
  }
}

TEST_CASE("that nobody was asked is no secret") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < 3; ++u) facts.reports.push_back(test::regular_reports(u, 2025, 3, 2));
  const Indicators all = judged(facts, {made_definition(test::regular_share)});
  REQUIRE(cell_of(all, 2).shown() != nullptr);
  CHECK(cell_of(all, 2).shown()->n == 0);
  CHECK(all.cells[0].has_data);
  CHECK_FALSE(judged(region(), {made_definition(test::regular_share)}).cells[0].has_data);
}

TEST_CASE("nothing that is said depends on what is withheld") {
  int withheld = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    model::Facts facts = region();
    for (std::size_t u = 0; u < facts.units.size(); ++u) {
      for (const int year : {2021, 2022, 2023, 2024, 2025}) {
        const int yes = static_cast<int>(random.below(8)), no = static_cast<int>(random.below(4));
        if (yes + no > 0) facts.reports.push_back(test::regular_reports(u, year, yes, no));
      }
    }
    Definition definition = made_definition(test::regular_share);
    definition.target = indicators::Target{true, 70, {}};
    const Measured before = test::measured(facts, {definition});
    const Indicators all = judged(facts, before);
    Measured after = before;
    for (std::size_t period = 0; period < all.cells[0].groups.size(); ++period) {
      for (std::size_t group = 0; group < all.groups.size(); ++group) {
        const auto& cell = all.cells[0].groups[period][group];
        Value& value = after.indicators[0].groups[period][group];
        if (cell.shown() != nullptr || cell.reason() == Reason::all_alike) continue;
        value.k = static_cast<std::int64_t>(random.below(static_cast<std::size_t>(value.n) + 1));
        ++withheld;
      }
    }
    for (std::size_t i = 0; i < all.cells[0].units.size(); ++i) {
      if (all.cells[0].units[i].shown() == nullptr) after.indicators[0].units[i].k = 0;
    }
    CHECK(test::told(all) == test::told(judged(facts, after)));
  }
  CHECK(withheld > 300);
}

namespace {

// What persons in a role at eight units said of a statement, in a round that is over: agree, then disagree.
using Said = std::vector<std::pair<int, int>>;

std::vector<Cell<RoleComparison>> roles(const Said& doctors, const Said& supervisors) {
  model::Facts facts = region();
  facts.statements.resize(1);
  facts.statements[0].id = "breadth";
  for (const auto& [role, said] : {std::pair{model::Role::st_doctor, &doctors}, std::pair{model::Role::supervisor, &supervisors}}) {
    for (std::size_t u = 0; u < said->size(); ++u) {
      facts.survey.push_back({0, 0, u, role, {(*said)[u].first, 0, (*said)[u].second, 0, 0, 0, 0}, {}});
    }
  }
  test::put_in_order(facts);
  return judged(facts, test::measured(facts, {}), indicators::compute(facts, day(test::made_today)).roles).roles;
}

}  // namespace

TEST_CASE("roles are compared where both sides may be shown, and agreement only over many units") {
  const Said eight = {{3, 1}, {2, 2}, {3, 1}, {2, 2}, {1, 3}, {2, 2}, {2, 1}, {1, 2}};
  const Said seven(eight.begin(), eight.end() - 1), two = {{5, 5}, {5, 5}};
  REQUIRE(roles(eight, eight).size() == 1);
  CHECK(roles(eight, eight)[0].shown()->agree.k == 16);
  CHECK(roles(eight, eight)[0].shown()->kappa);
  CHECK(roles(eight, eight)[0].shown()->largest == 0);
  CHECK(roles(eight, eight)[0].shown()->doctors_largest == 0);
  CHECK_FALSE(roles(eight, seven)[0].shown()->kappa);
  CHECK(roles(eight, two).empty());                              // few units
  CHECK(roles(two, eight).empty());
  CHECK(roles(eight, {{4, 0}, {4, 0}, {4, 0}}).empty());         // all agree
  CHECK(roles({{1, 0}, {1, 1}, {0, 1}}, eight).empty());         // four answers
  CHECK(roles({{15, 20}, {1, 0}, {0, 1}, {1, 0}}, eight).empty());  // 35 of 38 from one unit
}

TEST_CASE("the sources about an area meet on a line, each with the mean of its shares") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    facts.reports.push_back(test::regular_reports(u, 2025, 3, 2));
    facts.reviews.push_back(test::made_review(u, "2025-01-01", u < 10 ? "A D" : "D D"));
  }
  Definition turned = made_definition(std::string{test::regular_share} + "area: A\n");
  turned.better = indicators::Better::lower;
  const auto lines = meeting_sources(judged(facts, {made_definition(test::grade_b_now), turned}), 0, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].grades->percent == Approx(1000.0 / 11));
  CHECK(lines[0].reports->percent == Approx(40));  // 60 per cent, where less is better
  CHECK_FALSE(lines[0].doctors);
  CHECK(lines[0].apart.value() == Approx(1000.0 / 11 - 40));
  CHECK(lines[0].disagree);
  CHECK_FALSE(lines[1].grades);
  CHECK_FALSE(lines[1].apart);
  const auto last = meeting_sources(judged(facts, {made_definition(test::grade_b_now), turned}), 4, 2);
  CHECK_FALSE(last[0].reports);  // withheld
  CHECK_FALSE(last[0].disagree);
}

TEST_CASE("that the forums agree on the order of the areas takes three of them") {
  model::Facts facts = region();
  const auto graded = [&](std::size_t units) {
    facts.reviews.clear();
    for (std::size_t u = 0; u < units; ++u) facts.reviews.push_back(test::made_review(u, "2025-01-01", "A D"));
    std::string second = test::grade_b_now;
    second.replace(second.find("area: A"), 7, "area: B");
    return concordance_of_forums(judged(facts, {made_definition(test::grade_b_now), made_definition(second)}), 2);
  };
  CHECK(graded(9).value() == Approx(1));
  CHECK_FALSE(graded(6));
}
