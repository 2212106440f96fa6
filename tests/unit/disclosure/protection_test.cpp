// What may be told about persons, over whole regions.
#include "disclosure/protection.hpp"

#include <map>

#include "catch.hpp"
#include "made_indicators.hpp"
#include "made_layout.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::made_definition;
using test::Random;

namespace {

const Date today = day(test::made_today);

std::vector<indicators::Definition> definitions() {
  return {made_definition(test::regular_share), made_definition(test::hours_mean), made_definition(test::breadth_agree)};
}

int few(Random& random, std::size_t below) { return static_cast<int>(random.below(below)); }

model::Facts random_facts(Random& random) {
  model::Facts facts = test::random_region(random, test::Forums::some_without, 15);
  test::random_succession(random, facts);
  facts.report_questions = test::made_questions();
  facts.statements.resize(1);
  facts.statements[0].id = "breadth";
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    facts.units[u].figures.listed_patients = 1000 * few(random, 15);
    for (int year = 2022; year < 2026; ++year) {
      if (random.one_in(4)) continue;
      auto reports = test::regular_reports(u, year, few(random, 6), few(random, 5));
      for (int hours = 1; hours < 5; ++hours) {
        if (random.one_in(2)) reports.questions[test::hours].push_back({25 * hours, 1 + few(random, 4)});
      }
      facts.reports.push_back(std::move(reports));
    }
    for (const model::Role role : {model::Role::st_doctor, model::Role::supervisor}) {
      facts.survey.push_back({0, 0, u, role, {few(random, 5), few(random, 3), few(random, 3), 0, 0, 0, 0}, {}});
    }
  }
  test::put_in_order(facts);
  return facts;
}

// By question, period, kind and id: why it is withheld, of all that there is anything of.
using ByRow = std::map<std::string, std::optional<Reason>>;

struct Judged {
  ByRow told;
  std::string fault;  // of the proofs
};

Judged judged(const model::Facts& facts, int smallest_group, std::size_t threads = 1, const std::vector<RollUp>& steps = Policy{}.roll_up) {
  const auto measured = test::measured(facts, definitions());
  Policy policy = test::open_policy();
  policy.smallest_group = smallest_group;
  policy.roll_up = steps;
  const Protection protection{measured, questions_of(facts, measured, policy, today), smallest_group, threads};
  Judged done;
  for (const ProtectedQuestion& one : protection.questions()) {
    const Layout& layout = protection.layout(one.question);
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (one.question.states[row] == State::absent) continue;
      std::string name;
      if (layout.is_unit(row)) {
        name = facts.units[layout.unit_of(row)].id.value();
      } else {
        const auto& group = measured.groups.all[layout.group_of(row)];
        name = std::to_string(static_cast<int>(group.kind)) + " " + group.id;
      }
      done.told[one.question.id + " " + measured.periods[layout.spans[layout.span_of(row)].period].id + " " + name] =
          is_known(one.states[row]) ? std::nullopt : std::optional{one.reasons[row]};
    }
    for (const Proof& proof : one.proofs.proofs) {
      const Walk& walk = one.proofs.walks.at(proof.walk);
      for (const Move* move : {&walk.up, &walk.down}) {
        const auto& real = one.question.categories;
        done.fault += test::fault_of(layout, one.states, real, test::after(real, layout, *move));
      }
    }
  }
  return done;
}

}  // namespace

TEST_CASE("the order of reports and answers does not change what is told, nor does the number of threads") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const model::Facts facts = random_facts(random);
    const Judged once = judged(facts, 5);
    CHECK(once.fault.empty());
    CHECK((once.told == judged(facts, 5, 4).told));
    model::Facts other = facts;  // units come sorted by name
    random.shuffle(other.reports);
    random.shuffle(other.survey);
    CHECK((once.told == judged(other, 5).told));
  }
}

TEST_CASE("a higher threshold never shows more") {
  std::size_t shown = 0, withheld = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const model::Facts facts = random_facts(random);
    const bool units = random.one_in(2);
    const auto steps = units ? std::vector{RollUp::unit, RollUp::unit_pool, RollUp::region} : Policy{}.roll_up;
    const ByRow low = judged(facts, 3, 1, steps).told, high = judged(facts, 3 + few(random, 10), 1, steps).told;
    REQUIRE(low.size() == high.size());
    for (const auto& [row, reason] : low) {
      const bool less = reason && !high.at(row);
      INFO(row);
      if (less) CHECK_FALSE(less);
      ++(high.at(row) ? withheld : shown);
    }
  }
  CHECK(shown > 500);
  CHECK(withheld > 5000);
}

TEST_CASE("a group in which few have answered anything is withheld in every question") {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.report_questions = test::made_questions();
  facts.forums = {test::made_forum("a"), test::made_forum("b"), test::made_forum("c")};
  for (std::size_t u = 0; u < 12; ++u) {
    facts.units.push_back(test::made_unit("E" + std::to_string(10 + u), u / 4));
    const int many = u / 4 == 0 ? 1 : 6;  // four in the first forum
    auto reports = test::regular_reports(u, 2025, many, many == 1 ? 0 : 6);
    reports.questions[test::hours] = {{100, many}, {200, many == 1 ? 0 : 6}};
    if (many == 1) reports.questions[test::hours].pop_back();
    facts.reports.push_back(std::move(reports));
  }
  const auto measured = test::measured(facts, definitions());
  const Protection protection{measured, questions_of(facts, measured, test::open_policy(), today), 5, 1};
  const std::size_t small = test::group_index(measured.groups.all, indicators::GroupKind::forum, "a");
  const std::size_t period = protection.layouts()[0].spans.at(0).period;
  std::vector<std::size_t> beside[2];
  for (const std::size_t definition : {0U, 1U}) {
    CHECK(protection.of_group(definition, period, small));
    CHECK(protection.of_unit(definition, period, 0) == Reason::not_told);
    for (std::size_t group = 0; group < measured.groups.all.size(); ++group) {
      if (protection.of_group(definition, period, group) == Reason::linked) beside[definition].push_back(group);
    }
  }
  CHECK(beside[0].size() == 1);  // a partner
  CHECK(beside[0] == beside[1]);
}

TEST_CASE("of a question that nobody answered in a time that is over, nothing is told") {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.report_questions = test::made_questions();
  for (std::size_t u = 0; u < 4; ++u) {
    facts.units.push_back(test::made_unit("E" + std::to_string(u)));
    facts.reports.push_back(test::regular_reports(u, 2026, 9, 9));
  }
  const auto measured = test::measured(facts, definitions());
  const Protection protection{measured, questions_of(facts, measured, test::open_policy(), today), 5, 1};
  for (std::size_t period = 0; period < measured.periods.size(); ++period) {
    CHECK(protection.of_group(0, period, 0) == Reason::not_over);
    CHECK(protection.of_unit(0, period, 0) == Reason::not_over);
    CHECK(protection.of_region("survey/breadth/st_doctor", period) == Reason::not_over);
  }
}

TEST_CASE("a survey's statement is told for the region, whether an indicator asks for it or not") {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")}};
  facts.statements.resize(1);
  facts.statements[0].id = "breadth";
  for (std::size_t u = 0; u < 4; ++u) {
    facts.units.push_back(test::made_unit("E" + std::to_string(u)));
    facts.survey.push_back({0, 0, u, model::Role::st_doctor, {3, 1, 2, 0, 0, 0, 0}, {}});
    facts.survey.push_back({0, 0, u, model::Role::supervisor, {0, 0, 0, 1, 2, 3, 2}, {}});  // classes
  }
  const auto measured = test::measured(facts, {});
  const Protection protection{measured, questions_of(facts, measured, test::open_policy(), today), 5, 1};
  const std::size_t round = period_of_round(measured.periods, 0);
  CHECK_FALSE(protection.of_region("survey/breadth/st_doctor", round));
  CHECK_FALSE(protection.of_region("survey/breadth/supervisor", round));
}
