#include "disclosure/questions.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::made_definition;

namespace {

model::Facts region(std::size_t units) {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.report_questions = test::made_questions();
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")}, {"R2", day("2024-01-01"), day("2026-12-31")}};
  facts.statements.resize(1);
  facts.statements[0].id = "breadth";
  for (std::size_t u = 0; u < units; ++u) facts.units.push_back(test::made_unit("E" + std::to_string(10 + u)));
  return facts;
}

Questions asked(const model::Facts& facts, std::vector<indicators::Definition> definitions, const Policy& policy = test::open_policy()) {
  return questions_of(facts, test::measured(facts, std::move(definitions)), policy, day(test::made_today));
}

indicators::Definition science(const char* numerator) {
  return made_definition("dataset: annual_reports\nkind: share\nnumerator: {field: science, " + std::string{numerator} +
                         "}\ndenominator: {field: science, answered: ja}\n");
}

model::ReportGroup science_reports(std::size_t unit, int year) {
  return test::made_reports(unit, year, test::science, {{0, 3}, {1, 4}, {2, 5}});
}

}  // namespace

TEST_CASE("answers that nothing told keeps apart are one category") {
  model::Facts facts = region(1);
  facts.reports = {science_reports(0, 2025)};
  const auto one = asked(facts, {science("equals: done")});
  REQUIRE(one.all.size() == 1);
  CHECK(one.all[0].id == "annual_reports/science");
  REQUIRE(one.all[0].categories.size() == 2);
  CHECK(one.all[0].categories[0] == Counts{7});
  CHECK(one.all[0].categories[1] == Counts{5});
  const auto two = asked(facts, {science("equals: done"), science("one_of: [started, done]")});
  REQUIRE(two.all.size() == 1);
  CHECK(two.all[0].categories.size() == 3);
  CHECK(two.all[0].told.size() == 2);
}

TEST_CASE("what was counted and the rest need to be safe, each but once, and of a mean what adds to it") {
  Question question;
  question.answers = {0, 1, 2};
  question.told = {{0, false, {1}, {0, 2}}, {1, false, {0, 2}, {1}}, {2, true, {}, {0, 1, 2}}};
  CHECK((question.needs() == std::vector<Need>{{1}, {0, 2}, {1, 2}}));
}

TEST_CASE("an answer that nobody gave could have been given all the same") {
  model::Facts facts = region(1);
  facts.reports = {test::regular_reports(0, 2025, 4, 0)};
  const auto all = asked(facts, {made_definition(test::regular_share)}).all;
  REQUIRE(all.at(0).categories.size() == 2);
  CHECK(all[0].categories[1] == Counts{0});
  CHECK(all[0].needs().size() == 2);
}

TEST_CASE("a unit that has become another is told of under that name, and what it was stays a secret of its own") {
  model::Facts facts = region(3);
  facts.units[0].valid_to = day("2024-12-31");
  facts.units[0].successor = 2;
  facts.units[2].valid_from = day("2025-01-01");
  facts.units[2].predecessors = {0};
  for (const std::size_t u : {0U, 1U}) facts.reports.push_back(test::regular_reports(u, 2024, 4, 4));
  for (const std::size_t u : {1U, 2U}) facts.reports.push_back(test::regular_reports(u, 2025, 4, 4));
  test::put_in_order(facts);
  const auto found = asked(facts, {made_definition(test::regular_share)});
  const Layout& layout = found.layouts.at(0);
  CHECK(layout.holder == std::vector<std::uint32_t>{2, 1, 2});
  CHECK(layout.held[2] == std::vector<std::uint32_t>{0, 2});
  const auto& states = found.all.at(0).states;
  for (std::size_t span = 0; span < layout.spans.size(); ++span) {
    CHECK(states[layout.unit_row(span, 0)] == ((layout.spans[span].slots & 1U) != 0 ? State::withheld : State::absent));
    const bool pool = layout.spans[span].slots == 3;
    CHECK(states[layout.unit_row(span, 2)] == (pool ? State::told : State::withheld));
  }
}

TEST_CASE("times that are not over are not in the table") {
  model::Facts facts = region(2);
  for (const int year : {2025, 2026}) facts.reports.push_back(test::regular_reports(0, year, 4, 4));
  for (const std::size_t round : {0U, 1U}) facts.survey.push_back({round, 0, 0, model::Role::st_doctor, {3, 1, 2, 0, 0, 0, 0}, {}});
  const auto found = asked(facts, {made_definition(test::regular_share)});
  CHECK(found.layouts[0].slots == 1);
  CHECK(found.layouts[1].slots == 1);
  REQUIRE(found.all.size() == 2);
  CHECK(found.all[0].categories[0] == Counts{4, 0});
  CHECK(found.all[1].id == question_id("breadth", model::Role::st_doctor));
  CHECK(found.all[1].categories.size() == 3);  // each answer is told on the survey's page
}

TEST_CASE("before a question is told, and across a break, there are no rows of groups to tell") {
  model::Facts facts = region(3);
  for (const int year : {2023, 2024, 2025}) {
    for (std::size_t u = 0; u < 3; ++u) facts.reports.push_back(test::regular_reports(u, year, 4, 4));
  }
  test::put_in_order(facts);
  const auto found = asked(facts, {made_definition(std::string{test::regular_share} + "since: 2024\n")});
  const Layout& layout = found.layouts.at(0);
  for (std::size_t span = 0; span < layout.spans.size(); ++span) {
    const bool late = layout.spans[span].slots == 2 || layout.spans[span].slots == 4;
    CHECK(found.all.at(0).states[layout.group_row(span, 0)] == (late ? State::told : State::absent));
    CHECK(found.all[0].states[layout.unit_row(span, 0)] == State::withheld);
  }
}

TEST_CASE("where nobody has answered, a group is known to be empty") {
  model::Facts facts = region(3);
  facts.forums = {test::made_forum("a"), test::made_forum("b")};
  for (std::size_t u = 0; u < 3; ++u) facts.units[u].forum = 0;
  facts.reports = {test::regular_reports(0, 2025, 4, 4)};
  const auto found = asked(facts, {made_definition(test::regular_share)});
  const Layout& layout = found.layouts.at(0);
  CHECK(found.all.at(0).states[layout.group_row(0, 1)] == State::told);
  CHECK(found.all[0].states[layout.group_row(0, 2)] == State::known);
  CHECK(found.all[0].states[layout.unit_row(0, 1)] == State::absent);
}

TEST_CASE("what nobody asked is no question") {
  CHECK(asked(region(2), {made_definition(test::regular_share)}).all.empty());
  CHECK(questions_of(region(1), {}, test::open_policy(), day(test::made_today)).layouts.empty());
}
