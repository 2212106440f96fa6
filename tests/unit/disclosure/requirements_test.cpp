// How units stand against the requirements that the register can show: exactly at a limit, just under it, near it, unknown and withheld.
#include "disclosure/requirements.hpp"

#include "catch.hpp"
#include "disclosure/audience.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::made_definition;

namespace {

constexpr const char* patients =
    "dataset: units\nkind: share\nnumerator: {field: listed_patients, at_least: 3000}\n"
    "denominator: {field: listed_patients, answered: ja}\nnear: {closer_than: 300, why: {sv: Nära, en: Near}}\n";
constexpr const char* trained =
    "dataset: units\nkind: share\nnumerator: {sum: supervisors_trained_5y}\ndenominator: {sum: supervisors}\n"
    "target: {at_least: 90, source: {sv: Mål, en: Target}}\nnear: {closer_than: 10, why: {sv: Nära, en: Near}}\n";
constexpr const char* few_st_doctors =
    "dataset: units\nkind: share\nnumerator: {field: st_doctors, at_most: 6}\n"
    "denominator: {field: st_doctors, answered: ja}\nnear: {closer_than: 2, why: {sv: Nära, en: Near}}\n";

model::Unit unit_with(std::size_t number, const model::Register& figures) {
  model::Unit unit = test::made_unit("E" + std::to_string(10 + number));
  unit.figures = figures;
  return unit;
}

Release released(const std::vector<model::Register>& registers, std::string_view definition, const Policy& policy = test::open_policy()) {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  for (std::size_t i = 0; i < registers.size(); ++i) facts.units.push_back(unit_with(i, registers[i]));
  auto measured = test::measured(facts, {made_definition(definition)});
  const auto figures = indicators::compute(facts, day(test::made_today));
  return judge(std::move(facts), figures, policy, day(test::made_today), Audience::management, std::move(measured));
}

Checked of_patients(std::optional<int> listed) {
  model::Register other;
  other.listed_patients = 9000;  // so that somebody is known
  model::Register own;
  own.listed_patients = listed;
  return requirements_of(released({own, other}, patients)).at(0).units.at(0);
}

Checked of_supervisors(std::optional<int> recently, std::optional<int> all) {
  model::Register other, own;
  other.supervisors = other.supervisors_trained_5y = 1;
  own.supervisors_trained_5y = recently;
  own.supervisors = all;
  return requirements_of(released({own, other}, trained)).at(0).units.at(0);
}

}  // namespace

TEST_CASE("a unit exactly at the limit meets it, one less does not, and says how much is missing") {
  CHECK(of_patients(3000).met == Met::near);
  CHECK(of_patients(3000).missing == 0);
  CHECK(of_patients(2999).met == Met::under);
  CHECK(of_patients(2999).missing == 1);
  CHECK(of_patients(2850).missing == 150);
  CHECK(of_patients(0).met == Met::under);
}

TEST_CASE("near ends where the margin is as large as the definition says") {
  CHECK(of_patients(3299).met == Met::near);
  CHECK(of_patients(3300).met == Met::met);
  Release without = released({model::Register{3001, {}, {}, {}, {}, {}, {}}}, patients);
  without.indicators.definitions[0].near.reset();
  CHECK(requirements_of(without).at(0).units.at(0).met == Met::met);
}

TEST_CASE("a limit may be a most") {
  const auto checked = [](int st_doctors) {
    model::Register own;
    own.st_doctors = st_doctors;
    return requirements_of(released({own}, few_st_doctors)).at(0).units.at(0);
  };
  CHECK(checked(4).met == Met::met);
  CHECK(checked(5).met == Met::near);
  CHECK(checked(6).met == Met::near);
  CHECK(checked(7).met == Met::under);
  CHECK(checked(9).missing == 3);
}

TEST_CASE("so many of so many is held against the target, and what is missing is counted in whole ones") {
  CHECK(of_supervisors(9, 10).met == Met::near);
  CHECK(of_supervisors(10, 10).met == Met::met);
  CHECK(of_supervisors(8, 10).met == Met::under);
  CHECK(of_supervisors(8, 10).missing == 1);
  CHECK(of_supervisors(2, 3).missing == 1);
  CHECK(of_supervisors(0, 11).missing == 10);
  CHECK(of_supervisors(0, 0).met == Met::not_known);
  CHECK(of_supervisors(0, 0).own->of == 0);
  CHECK(of_supervisors(3, std::nullopt).met == Met::not_known);
  CHECK_FALSE(of_supervisors(std::nullopt, 3).own);
}

TEST_CASE("a register that is silent is not a limit that is not met") {
  CHECK(of_patients(std::nullopt).met == Met::not_known);
  CHECK(of_patients(std::nullopt).missing == 0);
}

TEST_CASE("what is withheld is not called unknown") {
  model::Register own;
  own.listed_patients = 4000;
  Policy kept = test::made_policy(5);
  CHECK(requirements_of(released({own}, patients, kept)).empty());  // nobody is told of, so there is no page
  Release release = released({own, own, own}, patients);
  model::Dataset units;
  units.id = units.form_of = "units";
  for (const char* name : {"unit_id", "name", "forum", "valid_from", "valid_to", "predecessor"}) {
    units.fields.push_back(test::made_field(name, model::FieldType::text));
    units.fields.back().audience = Audience::open;
  }
  units.fields.push_back(test::made_field("listed_patients", model::FieldType::integer));
  units.fields.back().audience = Audience::management;
  release.datasets = {units};
  narrow(release, Audience::intranet);
  CHECK(requirements_of(release).empty());
  model::Register silent;
  CHECK(requirements_of(released({own, silent}, patients)).at(0).units.at(1).met == Met::not_known);
}

TEST_CASE("numbers of units agree with the indicator's own value") {
  std::vector<model::Register> registers(8);
  const std::optional<int> listed[] = {2999, 3000, 3299, 3300, std::nullopt, 0, 12000, 3001};
  for (std::size_t i = 0; i < registers.size(); ++i) registers[i].listed_patients = listed[i];
  const Release release = released(registers, patients);
  std::int64_t met = 0, known = 0;
  const auto all = requirements_of(release);
  for (const Checked& one : all.at(0).units) {
    met += one.met == Met::met || one.met == Met::near ? 1 : 0;
    known += one.met == Met::not_known ? 0 : 1;
  }
  const Value* value = release.indicators.cells[0].headline(0).shown();
  REQUIRE(value != nullptr);
  CHECK(value->k == met);
  CHECK(value->n == known);
}

TEST_CASE("only a share of units with a limit is a requirement") {
  const auto limited = [](std::string_view text) { return indicators::limit_of(made_definition(text)).has_value(); };
  CHECK(limited(patients));
  CHECK(limited(trained));
  CHECK_FALSE(limited("dataset: units\nkind: mean\nvalue: {field: st_doctors}\n"));
  CHECK_FALSE(limited("dataset: units\nkind: share\nnumerator: {field: specialists, at_least: 3}\n"
                      "denominator: {field: unit, answered: ja}\n"));
  CHECK_FALSE(limited("dataset: units\nkind: share\nnumerator: {sum: supervisors_trained_5y}\ndenominator: {sum: supervisors}\n"));
  CHECK_FALSE(limited(test::grade_b_now));
}
