// Whether those in different roles say the same.
#include "indicators/roles.hpp"

#include "catch.hpp"
#include "indicators/agreement.hpp"
#include "indicators/intervals.hpp"

using namespace lagesbild::indicators;
using lagesbild::model::Facts;
using lagesbild::model::Role;
using lagesbild::model::SurveyGroup;

namespace {

// Answers in the order of read/: by round, statement, unit, role.
struct Survey {
  Facts facts;
  Survey& add(std::size_t unit, Role role, int agree, int neutral, int disagree, std::size_t statement = 0) {
    SurveyGroup group;
    group.statement = statement;
    group.unit = unit;
    group.role = role;
    group.answers = {agree, neutral, disagree, 0, 0, 0, 0};
    facts.survey.push_back(group);
    return *this;
  }
  std::vector<RoleComparison> compared() const { return compare_roles(facts); }
};

}  // namespace

TEST_CASE("shares of two roles are compared over all units, with the interval of their difference") {
  const auto all = Survey{}.add(0, Role::st_doctor, 2, 1, 1).add(0, Role::supervisor, 3, 0, 0).add(1, Role::supervisor, 4, 1, 0).compared();
  REQUIRE(all.size() == 1);
  const RoleComparison& one = all[0];
  CHECK(one.role == Role::supervisor);
  CHECK(one.agree.k == 7);
  CHECK(one.agree.n == 8);
  CHECK(one.doctors_agree.k == 2);
  CHECK(one.doctors_agree.n == 4);
  CHECK(one.units == 2);
  CHECK(one.largest == 5);
  CHECK(one.pairs == 1);  // only unit 0 has both
  CHECK(one.difference->lower == 100 * newcombe({7, 8}, {2, 4})->lower);  // percentage points
}

TEST_CASE("a role is compared only where both sides have answered the same statement") {
  CHECK(Survey{}.add(0, Role::supervisor, 3, 0, 0).compared().empty());
  CHECK(Survey{}.add(0, Role::st_doctor, 3, 0, 0).compared().empty());
  CHECK(Survey{}.add(0, Role::st_doctor, 3, 0, 0).add(0, Role::manager, 0, 0, 0).compared().empty());
  CHECK(Survey{}.add(0, Role::st_doctor, 3, 0, 0, 0).add(0, Role::manager, 1, 0, 0, 1).compared().empty());
}

TEST_CASE("answers in hours are not opinions") {
  Survey survey;
  survey.add(0, Role::st_doctor, 1, 0, 0).add(0, Role::manager, 1, 0, 0);
  for (SurveyGroup& group : survey.facts.survey) group.answers[4] = 7;
  CHECK(survey.compared().at(0).agree.n == 1);
}

TEST_CASE("agreement at the unit is of the middle answer of each side, the lower one when two stand in the middle") {
  Survey survey;
  survey.add(0, Role::st_doctor, 1, 0, 1).add(0, Role::supervisor, 0, 0, 1);  // disagree and disagree
  survey.add(1, Role::st_doctor, 2, 0, 1).add(1, Role::supervisor, 1, 0, 0);  // agree and agree
  survey.add(2, Role::st_doctor, 1, 1, 1).add(2, Role::supervisor, 0, 0, 2);  // neutral and disagree
  const auto all = survey.compared();
  CHECK(all[0].pairs == 3);
  const std::vector<std::vector<std::int64_t>> table{{1, 0, 0}, {1, 0, 0}, {0, 0, 1}};
  CHECK(*all[0].kappa == *kappa(table, Weights::linear));
}

TEST_CASE("a unit without ST doctors' answers makes no pair with those of another unit") {
  const auto all = Survey{}.add(0, Role::st_doctor, 1, 0, 0).add(1, Role::supervisor, 1, 0, 0).compared();
  CHECK(all.at(0).pairs == 0);
  CHECK_FALSE(all.at(0).kappa);
}

TEST_CASE("every role has a comparison of its own, by statement and role") {
  Survey survey;
  for (const std::size_t statement : {0U, 1U}) {
    survey.add(0, Role::st_doctor, 1, 0, 0, statement).add(0, Role::supervisor, 1, 0, 0, statement);
    survey.add(0, Role::manager, 0, 0, 1, statement);
  }
  const auto all = survey.compared();
  REQUIRE(all.size() == 4);
  CHECK(all[1].role == Role::manager);
  CHECK(all[2].statement == 1);
}
