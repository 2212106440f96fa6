// Numbers of small regions that can be counted by hand.
#include "indicators/measure.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using model::Ownership;
using test::day;
using test::made_definition;
using test::made_review;
using test::regular_reports;

namespace {

constexpr const char* in_time =
    "dataset: reviews\nkind: share\nnumerator: {field: plan_in_time, equals: ja}\ndenominator: {field: plan_in_time, answered: ja}\n";
constexpr const char* trained =
    "dataset: units\nkind: share\nnumerator: {sum: supervisors_trained_5y}\ndenominator: {sum: supervisors}\n";
constexpr const char* doctors =
    "dataset: units\nkind: count\nnumerator: {sum: st_doctors}\ndenominator: {field: unit, answered: ja}\n";
constexpr const char* days = "dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n";

// So many units in two forums, every other one in the second; a review of area A and B costs a line.
model::Facts region(std::size_t units) {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("f0"), test::made_forum("f1")};
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")}, {"R2", day("2024-01-01"), day("2026-12-31")}};
  facts.report_questions = test::made_questions();
  model::Statement statement;
  statement.id = "breadth";
  facts.statements = {statement};
  for (std::size_t u = 0; u < units; ++u) facts.units.push_back(test::made_unit("E" + std::to_string(u), u % 2));
  return facts;
}

void merge(model::Facts& facts, std::vector<std::size_t> olds, std::size_t later, const char* first_day) {
  facts.units[later].valid_from = day(first_day);
  facts.units[later].predecessors = olds;
  for (const std::size_t old : olds) {
    facts.units[old].valid_to = Date{std::chrono::sys_days{day(first_day)} - std::chrono::days{1}};
    facts.units[old].successor = later;
  }
}

// One indicator of a region, asked by group and period.
class Counted {
 public:
  Counted(const model::Facts& facts, Definition definition, const std::vector<GroupRule>& rules = {}, const char* as_of = test::made_today)
      : all_(test::measured(facts, {std::move(definition)}, {}, rules, day(as_of))) {}

  const Value& of(const std::string& period, GroupKind kind = GroupKind::region, const std::string& id = "region") const {
    return all_.indicators[0].groups[position(period)][test::group_index(all_.groups.all, kind, id)];
  }
  // "3/4 of 2": k, n and units.
  std::string told(const std::string& period, GroupKind kind = GroupKind::region, const std::string& id = "region") const {
    const Value& value = of(period, kind, id);
    return std::to_string(value.k) + "/" + std::to_string(value.n) + " of " + std::to_string(value.units);
  }
  std::string of_unit(std::size_t unit, const std::string& period) const {
    const UnitValue& value = all_.indicators[0].of_unit(unit, position(period));
    return std::to_string(value.k) + "/" + std::to_string(value.n);
  }
  const Measured& all() const { return all_; }

 private:
  std::size_t position(const std::string& period) const {
    const auto& periods = all_.indicators[0].periods;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      if (all_.periods[periods[i]].id == period) return i;
    }
    throw std::runtime_error("no period " + period);
  }
  Measured all_;
};

}  // namespace

TEST_CASE("grades are counted by the latest review of each unit, and in a round by those made in it") {
  model::Facts facts = region(3);
  facts.reviews = {made_review(0, "2020-05-01", "D A"), made_review(0, "2024-05-01", "B A"), made_review(1, "2021-01-01", "C A")};
  const Counted counted{facts, made_definition(test::grade_b_now)};
  CHECK(counted.told("now") == "1/2 of 2");
  CHECK(counted.told("R1") == "0/2 of 2");
  CHECK(counted.told("R2") == "1/1 of 1");
  CHECK(counted.told("now", GroupKind::forum, "f0") == "1/1 of 1");
  CHECK(counted.told("now", GroupKind::forum, "f1") == "0/1 of 1");
  CHECK(counted.of_unit(0, "now") == "1/1");
  CHECK(counted.of_unit(2, "now") == "0/0");
}

TEST_CASE("a grade at the review and the grade that holds now are two things") {
  model::Facts facts = region(1);
  facts.reviews = {made_review(0, "2024-05-01", "DC A", "2024-06-01")};
  const std::string d = "{field: grade, stage: at_review, equals: D}";
  const std::string any =
      "dataset: reviews\nkind: grade_share\narea: A\ndenominator: {field: grade, stage: now, answered: ja}\nnumerator: ";
  CHECK(Counted{facts, made_definition(any + d + "\n")}.told("now") == "1/1 of 1");
  CHECK(Counted{facts, made_definition(any + "{field: grade, stage: now, equals: D}\n")}.told("now") == "0/1 of 1");
}

TEST_CASE("a unit that has merged counts once, with the history of what it was") {
  model::Facts facts = region(3);
  merge(facts, {0, 1}, 2, "2023-01-01");
  facts.reviews = {made_review(0, "2020-05-01", "A A"), made_review(1, "2021-05-01", "C A")};
  const Counted counted{facts, made_definition(test::grade_b_now)};
  CHECK(counted.told("now") == "0/1 of 1");  // by the later of the two reviews
  CHECK(counted.of_unit(2, "now") == "0/1");
  CHECK(counted.told("R1") == "1/2 of 2");  // they were two then
}

TEST_CASE("reports of a unit that has merged count once in the region, and also for what it became") {
  model::Facts facts = region(3);
  merge(facts, {0, 1}, 2, "2025-01-01");
  facts.reports = {regular_reports(0, 2024, 2, 1), regular_reports(1, 2024, 3, 0), regular_reports(2, 2025, 4, 1)};
  const Counted counted{facts, made_definition(test::regular_share)};
  CHECK(counted.told("2024") == "5/6 of 2");
  CHECK(counted.told("2025") == "4/5 of 1");
  CHECK(counted.told("2024", GroupKind::forum, "f0") == "2/3 of 1");  // unit 2 is in f0 too, but was not there
  CHECK(counted.of_unit(2, "2024") == "5/6");
  CHECK(counted.of_unit(0, "2024") == "2/3");
  CHECK(counted.of_unit(2, "2025") == "4/5");
}

TEST_CASE("a unit that ceased counts while it was there") {
  model::Facts facts = region(2);
  facts.units[1].valid_to = day("2023-06-30");
  facts.reviews = {made_review(0, "2020-05-01", "A A"), made_review(1, "2020-05-01", "A A")};
  facts.reports = {regular_reports(0, 2022, 1, 0), regular_reports(1, 2022, 1, 0)};
  const Counted grades{facts, made_definition(test::grade_b_now)};
  CHECK(grades.told("now") == "1/1 of 1");
  CHECK(grades.told("R1") == "2/2 of 2");
  CHECK(Counted{facts, made_definition(test::regular_share)}.told("2022") == "2/2 of 2");
}

TEST_CASE("a plan is in time on the very day that it is due, and late the day after") {
  model::Facts facts = region(1);
  const auto told = [&](const char* plan, const char* as_of) {
    facts.reviews = {made_review(0, "2025-11-30", "D A", plan)};
    return Counted{facts, made_definition(in_time), {}, as_of}.told("now");
  };
  CHECK(told("2026-02-28", "2026-06-30") == "1/1 of 1");  // three months after the last of November
  CHECK(told("2026-03-01", "2026-06-30") == "0/1 of 1");
  CHECK(told("", "2026-02-28") == "0/0 of 0");  // it may still come
  CHECK(told("", "2026-03-01") == "0/1 of 1");
}

TEST_CASE("no plan is asked for where no grade demanded one") {
  model::Facts facts = region(2);
  facts.reviews = {made_review(0, "2025-01-01", "C C"), made_review(1, "2025-01-01", "DC A", "2025-02-01")};
  CHECK(Counted{facts, made_definition(in_time)}.told("now") == "1/1 of 1");
}

TEST_CASE("days to the plan have a median, and a plan that has not come has no days") {
  model::Facts facts = region(4);
  facts.reviews = {made_review(0, "2025-01-01", "D A", "2025-01-11"), made_review(1, "2025-01-01", "D A", "2025-01-31"),
                   made_review(2, "2025-01-01", "D A", "2025-04-01"), made_review(3, "2025-01-01", "D A")};
  const Counted counted{facts, made_definition(days)};
  const Value& value = counted.of("now");
  CHECK(value.n == 3);
  REQUIRE(value.spread);
  CHECK(value.spread->quartiles->median == 30);
  CHECK(value.spread->quartiles->lower == 20);
  CHECK(value.spread->quartiles->upper == 60);
  CHECK(counted.of_unit(2, "now") == "90/1");
  CHECK(counted.of("R1").n == 0);
  CHECK_FALSE(counted.of("R1").spread);
}

TEST_CASE("decimals are in their own unit: hours, not hundredths") {
  model::Facts facts = region(2);
  facts.reports = {test::made_reports(0, 2025, test::hours, {{150, 1}, {400, 2}}), test::made_reports(1, 2025, test::hours, {{450, 1}})};
  const Counted counted{facts, made_definition(test::hours_mean)};
  const Spread spread = counted.of("2025").spread.value();
  CHECK(spread.mean == 3.5);
  CHECK(spread.sd.value() == Approx(std::sqrt((4 + 0.25 + 0.25 + 1) / 3)).epsilon(1e-14));
  CHECK(spread.quartiles->lower == 3.375);
  CHECK(spread.quartiles->median == 4);
  CHECK(spread.quartiles->upper == 4.125);
  CHECK(counted.of_unit(0, "2025") == "950/3");
}

TEST_CASE("one value has no spread") {
  model::Facts facts = region(1);
  facts.reports = {test::made_reports(0, 2025, test::hours, {{150, 1}})};
  const Spread spread = Counted{facts, made_definition(test::hours_mean)}.of("2025").spread.value();
  CHECK_FALSE(spread.sd);
  CHECK(spread.quartiles->lower == 1.5);
  CHECK(spread.quartiles->upper == 1.5);
}

TEST_CASE("a share of sums is of people, and a unit that does not tell one of them is left out") {
  model::Facts facts = region(4);
  facts.units[0].figures.supervisors = 3;
  facts.units[0].figures.supervisors_trained_5y = 2;
  facts.units[1].figures.supervisors = 5;
  facts.units[1].figures.supervisors_trained_5y = 0;
  facts.units[2].figures.supervisors = 7;
  facts.units[3].figures.supervisors_trained_5y = 1;
  const Counted counted{facts, made_definition(trained)};
  CHECK(counted.told("now") == "2/8 of 2");
  CHECK(counted.of("now").largest == 5);
}

TEST_CASE("a count stands beside how many were asked") {
  model::Facts facts = region(3);
  facts.units[0].figures.st_doctors = 3;
  facts.units[2].figures.st_doctors = 0;
  CHECK(Counted{facts, made_definition(doctors)}.told("now") == "3/2 of 2");
}

TEST_CASE("the first years of a manager are counted in calendar years") {
  model::Facts facts = region(2);
  facts.units[0].figures.manager_since = 2024;
  facts.units[1].figures.manager_since = 2025;
  CHECK(Counted{facts, made_definition("dataset: units\nkind: share\nnumerator: {field: manager_years, at_least: 2}\n"
                                       "denominator: {field: manager_years, answered: ja}\n")}
            .told("now") == "1/2 of 2");
}

TEST_CASE("a unit in two groups counts in both, and once in the region") {
  model::Facts facts = region(3);
  facts.reports = {regular_reports(0, 2025, 1, 0), regular_reports(1, 2025, 2, 1), regular_reports(2, 2025, 0, 4)};
  GroupRule one, other;
  one.id = "one", one.units = {"E0", "E1"};
  other.id = "other", other.units = {"E1", "E2"};
  const Counted counted{facts, made_definition(test::regular_share), {one, other}};
  CHECK(counted.told("2025", GroupKind::own, "one") == "3/4 of 2");
  CHECK(counted.told("2025", GroupKind::own, "other") == "2/7 of 2");
  CHECK(counted.told("2025") == "3/8 of 3");
  CHECK(counted.of("2025").largest == 4);
}

TEST_CASE("years put together are all answers of them") {
  model::Facts facts = region(2);
  facts.reports = {regular_reports(0, 2023, 1, 1), regular_reports(0, 2024, 1, 0), regular_reports(1, 2023, 0, 3)};
  const Counted counted{facts, made_definition(test::regular_share)};
  CHECK(counted.told("2023–2025") == "2/6 of 2");
  CHECK(counted.of("2023–2025").largest == 3);
}

TEST_CASE("answers to a statement are those of its role in its round") {
  model::Facts facts = region(1);
  const auto answers = [&](std::size_t round, model::Role role, int agree, int neutral, int disagree) {
    model::SurveyGroup group;
    group.round = round;
    group.role = role;
    group.answers = {agree, neutral, disagree, 9, 0, 0, 0};
    facts.survey.push_back(group);
  };
  answers(0, model::Role::st_doctor, 1, 2, 3);
  answers(0, model::Role::manager, 5, 0, 0);
  answers(1, model::Role::st_doctor, 4, 0, 0);
  const Counted counted{facts, made_definition(test::breadth_agree)};
  CHECK(counted.told("R1") == "1/6 of 1");
  CHECK(counted.told("R2") == "4/4 of 1");
}

TEST_CASE("a review from before a break is not of today, but stays in its round") {
  model::Facts facts = region(2);
  facts.reviews = {made_review(0, "2020-05-01", "A A"), made_review(1, "2025-05-01", "A A")};
  Definition definition = made_definition(test::grade_b_now);
  definition.breaks.push_back({day("2024-01-01"), {"Ny", "New"}});
  const Counted counted{facts, definition};
  CHECK(counted.told("now") == "1/1 of 1");
  CHECK(counted.told("R1") == "1/1 of 1");
  Definition since = made_definition(test::grade_b_now);
  since.since = 2025;
  CHECK(Counted{facts, since}.told("now") == "1/1 of 1");
}

TEST_CASE("persons are not counted among similar units, units are") {
  model::Facts facts = region(3);
  for (std::size_t u = 0; u < 3; ++u) {
    facts.units[u].ownership = Ownership::public_;
    facts.units[u].figures.listed_patients = 5000;
    facts.units[u].figures.st_doctors = 3;
    facts.reviews.push_back(made_review(u, "2025-05-01", "A A"));
    facts.reports.push_back(regular_reports(u, 2025, 3, 3));
  }
  Settings settings;
  settings.similar_units = 3;
  const Measured all = test::measured(facts, {made_definition(test::regular_share), made_definition(test::grade_b_now)}, settings);
  const std::size_t group = *all.groups.similar[0];
  REQUIRE(all.definitions[0].area);  // those of an area first
  CHECK(all.indicators[0].groups.back()[group].n + all.indicators[0].groups.front()[group].n > 0);
  for (const auto& period : all.indicators[1].groups) CHECK(period[group].n == 0);
}

TEST_CASE("an indicator that begins next year has no value yet") {
  model::Facts facts = region(2);
  facts.units[0].figures.st_doctors = 3;
  facts.reviews = {made_review(0, "2025-05-01", "A A")};
  facts.reports = {regular_reports(0, 2025, 3, 3)};
  for (const char* count : {doctors, test::grade_b_now, test::regular_share, test::breadth_agree}) {
    Definition definition = made_definition(count);
    definition.since = 2027;
    const Measured all = test::measured(facts, {definition});
    CHECK(all.indicators[0].periods.empty());
    CHECK(all.indicators[0].units.empty());
  }
}

TEST_CASE("what is not published is told of, and never computed") {
  Definition draft = made_definition(test::regular_share);
  draft.publication = Publication::draft;
  const Measured all = test::measured(region(1), {draft, made_definition(test::hours_mean)});
  REQUIRE(all.definitions.size() == 1);
  CHECK(all.definitions[0].kind == Kind::mean);
  REQUIRE(all.unpublished.size() == 1);
  CHECK(all.indicators.size() == 1);
}
