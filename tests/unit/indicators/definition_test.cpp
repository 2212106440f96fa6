// What a definition may say, and what is said of one that is wrong.
#include "indicators/definition.hpp"

#include "../read/told.hpp"
#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using read::Told;
using test::day;
using test::definition_text;
using test::made_definition;

namespace {

struct ReadOne {
  std::optional<Definition> definition;
  Diagnostics diagnostics;
};

ReadOne read_one(const std::string& text, const char* as_of = test::made_today) {
  ReadOne one;
  one.definition =
      read_definition("made.yaml", text, "made", test::made_datasets(), test::made_framework(2), day(as_of), one.diagnostics);
  CHECK(one.definition.has_value() == !one.diagnostics.has_errors());
  return one;
}

Told told(const std::string& text) { return read::told(read_one(text).diagnostics); }

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

const std::string sound = definition_text(test::regular_share);

std::string changed(const std::string& from, const std::string& to) { return with(sound, from, to); }

// What is said of a numerator about the annual reports; the denominator asks about the same field.
Told told_of(const std::string& field, const std::string& test) {
  return told(definition_text("dataset: annual_reports\nkind: share\nnumerator: {field: " + field + ", " + test +
                              "}\ndenominator: {field: " + field + ", answered: ja}\n"));
}

Condition condition(const std::string& dataset, const std::string& text, const std::string& answered) {
  return made_definition("dataset: " + dataset + "\nkind: share\narea: A\nnumerator: " + text + "\ndenominator: " + answered + "\n")
      .numerator;
}

Condition of_reports(const std::string& field, const std::string& test) {
  return condition("annual_reports", "{field: " + field + ", " + test + "}", "{field: " + field + ", answered: ja}");
}

std::vector<int> held(const Condition& condition, int most) {
  std::vector<int> values;
  for (int value = 0; value <= most; ++value) {
    if (condition.holds(value)) values.push_back(value);
  }
  return values;
}

using Values = std::vector<int>;

}  // namespace

TEST_CASE("a sound definition is read without a word") {
  const ReadOne one = read_one(sound);
  CHECK(one.diagnostics.empty());
  REQUIRE(one.definition);
  CHECK(one.definition->name.in(Language::en) == "Name");
  CHECK(one.definition->source == Source::annual_reports);
  CHECK(one.definition->better == Better::higher);
  CHECK(one.definition->audience == Audience::open);
  CHECK(one.definition->publication == Publication::published);
  CHECK(one.definition->review_by == day("2027-06-30"));
  CHECK_FALSE(one.definition->target);
  CHECK_FALSE(one.definition->area);
  CHECK_FALSE(one.definition->now_only);
  CHECK(one.definition->sha256.size() == 64);
  CHECK(one.definition->sha256 != made_definition(test::hours_mean).sha256);
}

TEST_CASE("every kind of number can be asked for") {
  CHECK(made_definition(test::regular_share).kind == Kind::share);
  const Definition grades = made_definition(test::grade_b_now);
  CHECK(grades.kind == Kind::grade_share);
  CHECK(grades.area == 0);
  CHECK(grades.numerator.subject.area == 0);
  CHECK(grades.numerator.subject.stage == Stage::now);
  const Definition count = made_definition(
      "dataset: reviews\nkind: count\nnumerator: {field: areas_demanding_action, stage: at_review, at_least: 1}\n"
      "denominator: {field: unit, answered: ja}\n");
  CHECK(count.kind == Kind::count);
  CHECK(count.numerator.subject.stage == Stage::at_review);
  const Definition mean = made_definition(test::hours_mean);
  CHECK(mean.kind == Kind::mean);
  CHECK(mean.value.name == "hours");
  CHECK(made_definition("dataset: reviews\nkind: months\nvalue: {field: age_months}\n").kind == Kind::months);
  CHECK(made_definition("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n").kind == Kind::days);
  const Definition survey = made_definition(test::breadth_agree);
  CHECK(survey.numerator.subject.statement == "breadth");
  CHECK(survey.numerator.subject.role == model::Role::st_doctor);
  CHECK(held(survey.denominator, 6) == Values{0, 1, 2});
}

TEST_CASE("every test holds for what it says") {
  CHECK(held(of_reports("regular", "answered: ja"), 2) == Values{0, 1, 2});
  CHECK(held(of_reports("regular", "equals: ja"), 1) == Values{1});
  CHECK(held(of_reports("regular", "equals: \"no\""), 1) == Values{0});
  CHECK(held(of_reports("regular", "on_track: ja"), 1) == Values{1});
  CHECK(held(of_reports("science", "equals: done"), 2) == Values{2});
  CHECK(held(of_reports("science", "one_of: [started, done]"), 2) == Values{1, 2});
  CHECK(held(of_reports("times", "at_least: 3"), 5) == Values{3, 4, 5});
  CHECK(held(of_reports("times", "at_most: 3"), 5) == Values{0, 1, 2, 3});
  CHECK(held(of_reports("times", "one_of: [1, 4]"), 5) == Values{1, 4});
  CHECK(of_reports("science", "one_of: [started, done]").words == "one_of started, done");
}

TEST_CASE("decimals are compared in hundredths") {
  CHECK(of_reports("hours", "at_least: 4.5").limit == 450);
  CHECK(of_reports("hours", "at_most: 0.29").limit == 29);
  CHECK(of_reports("hours", "equals: 4").values == std::vector<std::int64_t>{400});
}

TEST_CASE("at least B is A and B, and at most C is C and D") {
  const auto grade = [](const std::string& test) {
    return condition("reviews", "{field: grade, stage: now, " + test + "}", "{field: grade, stage: now, answered: ja}");
  };
  CHECK(held(grade("at_least: B"), 3) == Values{0, 1});
  CHECK(held(grade("at_most: C"), 3) == Values{2, 3});
  CHECK(held(grade("equals: D"), 3) == Values{3});
  CHECK(grade("at_least: B").words == "at_least B");
}

TEST_CASE("numbers of the register can be summed, numbers of persons and words never") {
  const Definition sums =
      made_definition("dataset: units\nkind: share\nnumerator: {sum: supervisors_trained_5y}\ndenominator: {sum: supervisors}\n");
  CHECK(sums.numerator.test == Condition::Test::sum);
  CHECK(told(definition_text("dataset: units\nkind: count\nnumerator: {sum: unit}\ndenominator: {field: unit, answered: ja}\n")) ==
        Told{"indicator-test-type 16:18"});
  CHECK(told(definition_text("dataset: annual_reports\nkind: count\nnumerator: {sum: times}\n"
                             "denominator: {field: times, answered: ja}\n")) == Told{"indicator-test-type 16:18"});
}

TEST_CASE("a share takes a sum of a sum, or no sum at all") {
  const std::string trained = "dataset: units\nkind: share\nnumerator: {sum: supervisors_trained_5y}\n";
  CHECK(told(definition_text(trained + "denominator: {field: unit, answered: ja}\n")) == Told{"indicator-half-sum 17:14"});
  CHECK(told(definition_text("dataset: units\nkind: share\nnumerator: {field: unit, answered: ja}\ndenominator: {sum: supervisors}\n")) ==
        Told{"indicator-half-sum 17:14"});
  CHECK(told(definition_text("dataset: units\nkind: count\nnumerator: {sum: supervisors}\ndenominator: {field: unit, answered: ja}\n"))
            .empty());
}

TEST_CASE("what is only known of today is known to be") {
  CHECK(made_definition("dataset: reviews\nkind: months\nvalue: {field: age_months}\n").now_only);
  CHECK(made_definition("dataset: units\nkind: mean\nvalue: {field: st_doctors}\n").now_only);
  CHECK_FALSE(made_definition(test::grade_b_now).now_only);
  CHECK_FALSE(made_definition("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n").now_only);
}

TEST_CASE("every text is asked for in both languages") {
  for (const std::string text : {"name: {sv: Namn, en: Name}", "question: {sv: Fråga, en: Question}", "why: {sv: Varför, en: Why}",
                                 "rule: {sv: Regel, en: Rule}", "counted: {sv: Räknat, en: Counted}", "author: {sv: Den ena, en: One}",
                                 "checked_by: {sv: Den andra, en: Another}"}) {
    INFO(text);
    const std::string key = text.substr(0, text.find(':'));
    const std::string swedish = text.substr(0, text.find(", en:")) + "}";
    const std::string english = key + ": {" + text.substr(text.find("en:"));
    for (const std::string& half : {swedish, english}) {
      const auto said = told(changed(text, half));
      REQUIRE(said.size() == 1);
      CHECK(said.front().starts_with("yaml-missing-key "));
    }
    const auto said = told(changed(text + "\n", ""));
    REQUIRE(said.size() == 1);
    CHECK(said.front().starts_with("yaml-missing-key "));
  }
}

TEST_CASE("a misspelt key is told with what was likely meant") {
  const ReadOne one = read_one(changed("better:", "beter:"));
  REQUIRE(read::told(one.diagnostics) == Told{"yaml-missing-key 1:1", "yaml-unknown-key 13:1"});
  CHECK(read::argument(one.diagnostics.all()[1], "like") == "better");
  CHECK(told(changed("equals: ja", "equal: ja")) == Told{"indicator-one-test 16:20", "yaml-unknown-key 16:29"});
}

TEST_CASE("an unknown field is told with what was likely meant") {
  const ReadOne one = read_one(changed("field: regular, equals", "field: regulr, equals"));
  REQUIRE(read::told(one.diagnostics) == Told{"indicator-field 16:20"});
  CHECK(read::argument(one.diagnostics.all()[0], "like") == "regular");
  CHECK(read::argument(one.diagnostics.all()[0], "dataset") == "annual_reports");
  CHECK(read::argument(one.diagnostics.all()[0], "known") == "regular, hours, times, science, rotated");
  CHECK(told(definition_text("dataset: reviews\nkind: mean\nvalue: {field: age}\n")) == Told{"indicator-field 16:16"});
  CHECK(told(changed("field: regular, equals", "field: regulr, on_track")) == Told{"indicator-field 16:20"});  // and nothing of its test
  CHECK(told(definition_text("dataset: units\nkind: share\nnumerator: {sum: doctors}\ndenominator: {sum: supervisors}\n")) ==
        Told{"indicator-field 16:18"});
}

TEST_CASE("units, years and free text of the annual reports are not asked about") {
  for (const char* field : {"unit_id", "year", "note"}) {
    INFO(field);
    CHECK(told_of(field, "equals: x") == Told{"indicator-field 16:20", "indicator-field 17:22"});
  }
}

TEST_CASE("an answer that nobody can give is told with those that can be given") {
  const auto allowed = [](const std::string& field, const std::string& test) {
    const ReadOne one = read_one(definition_text("dataset: annual_reports\nkind: share\nnumerator: {field: " + field + ", " + test +
                                                 "}\ndenominator: {field: " + field + ", answered: ja}\n"));
    REQUIRE(one.diagnostics.errors() == 1);
    CHECK(one.diagnostics.all()[0].code == Code{"indicator-answer"});
    return read::argument(one.diagnostics.all()[0], "allowed");
  };
  CHECK(allowed("regular", "equals: kanske") == "nej, ja");
  CHECK(allowed("science", "one_of: [started, finished]") == "not_started, started, done");
  CHECK(allowed("times", "equals: ja") == "1, 2, 3 ...");
  CHECK(told(with(definition_text(test::grade_b_now), "at_least: B", "at_least: E")) == Told{"indicator-answer 17:49"});
  CHECK(told(with(definition_text(test::breadth_agree), "equals: agree", "equals: yes")) == Told{"indicator-answer 16:58"});
  CHECK(told(with(definition_text(test::breadth_agree), "role: st_doctor", "role: st_docter")) == Told{"yaml-not-allowed 16:39"});
}

TEST_CASE("a test has to fit what is asked about") {
  CHECK(told_of("regular", "at_least: 1") == Told{"indicator-test-type 16:39"});
  CHECK(told_of("science", "at_most: 1") == Told{"indicator-test-type 16:38"});
  CHECK(told_of("times", "on_track: ja") == Told{"indicator-test-type 16:37"});
  CHECK(told_of("times", "at_least: three") == Told{"yaml-not-number 16:37"});
  CHECK(told_of("regular", "answered: nej") == Told{"yaml-not-allowed 16:39"});
  CHECK(told(definition_text("dataset: annual_reports\nkind: mean\nvalue: {field: regular}\n")) == Told{"indicator-test-type 16:16"});
  CHECK(told(definition_text("dataset: reviews\nkind: mean\narea: A\nvalue: {field: grade, stage: now}\n")) ==
        Told{"indicator-test-type 17:16"});
}

TEST_CASE("a condition has one test, not none and not two") {
  CHECK(told_of("times", "at_least: 1, at_most: 3") == Told{"indicator-one-test 16:20"});
  CHECK(told_of("science", "one_of: [done], equals: started, answered: ja") == Told{"indicator-one-test 16:20"});
  CHECK(told(changed(", equals: ja", "")) == Told{"indicator-one-test 16:20"});
  CHECK(told_of("science", "one_of: []") == Told{"indicator-one-test 16:37"});
}

TEST_CASE("a grade is of an area, and an area is one of the checklist") {
  const std::string grades = definition_text(test::grade_b_now);
  CHECK(told(with(grades, "area: A\n", "")) == Told{"indicator-grade-area 15:7"});
  const ReadOne one = read_one(with(grades, "area: A\n", "area: Q\n"));
  REQUIRE(read::told(one.diagnostics) == Told{"indicator-area 16:7"});
  CHECK(read::argument(one.diagnostics.all()[0], "areas") == "A, B");
}

TEST_CASE("a kind of number has to fit what is counted") {
  CHECK(told(changed("kind: share", "kind: grade_share")) == Told{"indicator-kind-field 15:7"});
  CHECK(told(definition_text("dataset: annual_reports\nkind: months\nvalue: {field: hours}\n")) == Told{"indicator-kind-field 15:7"});
  CHECK(told(definition_text("dataset: reviews\nkind: days\nvalue: {field: age_months}\n")) == Told{"indicator-kind-field 15:7"});
}

TEST_CASE("two questions cannot be put together about persons, but can about units") {
  CHECK(told(changed("denominator: {field: regular", "denominator: {field: rotated")) == Told{"indicator-joint 17:14"});
  CHECK(told(with(definition_text(test::breadth_agree), "role: st_doctor, equals", "role: manager, equals")) ==
        Told{"indicator-joint 17:14"});
  CHECK(told(definition_text("dataset: units\nkind: share\nnumerator: {field: supervisors, at_least: 1}\n"
                             "denominator: {field: st_doctors, at_least: 1}\n"))
            .empty());
}

TEST_CASE("the one who has written an indicator does not check it") {
  const std::string other = "{sv: Den andra, en: Another}";
  for (const char* same : {"{sv: Den ena, en: Another}", "{sv: Den andra, en: One}", "{sv: DEN ENA, en: Another}",
                           "{sv: \"Den  ena \", en: Another}", "{sv: Den-ena, en: Another}"}) {
    INFO(same);
    CHECK(told(changed(other, same)) == Told{"indicator-same-checker 8:13"});
  }
  CHECK(told(with(changed(other, "{sv: Den ena, en: One}"), "published", "draft")) == Told{"indicator-same-checker 8:13"});
}

TEST_CASE("a published indicator has been checked, a draft need not be") {
  const std::string checks = "checked_by: {sv: Den andra, en: Another}\nchecked_on: 2026-01-01\n";
  CHECK(told(changed(checks, "")) == Told{"yaml-missing-key 1:1", "yaml-missing-key 1:1"});
  CHECK(told(with(changed(checks, ""), "published", "draft")).empty());
  CHECK(read_one(changed("published", "draft")).definition->checked_on == day("2026-01-01"));
}

TEST_CASE("an archived indicator says why") {
  CHECK(told(changed("published", "archived")) == Told{"yaml-missing-key 1:1"});
  const ReadOne one = read_one(changed("published", "archived\narchived_because: {sv: Ersatt, en: Replaced}"));
  REQUIRE(one.definition);
  CHECK(one.definition->publication == Publication::archived);
  CHECK(one.definition->archived_because.sv == "Ersatt");
}

TEST_CASE("a day of review that has passed is a warning, and no more") {
  const ReadOne passed = read_one(sound, "2027-07-01");
  CHECK(passed.definition);
  CHECK(read::told(passed.diagnostics) == Told{"warning indicator-look-again 10:12"});
  CHECK(read_one(sound, "2027-06-30").diagnostics.empty());
  CHECK(read::told(read_one(changed("published", "draft"), "2027-07-01").diagnostics).size() == 1);
  const std::string archived = changed("published", "archived\narchived_because: {sv: Ersatt, en: Replaced}");
  CHECK(read_one(archived, "2030-01-01").diagnostics.empty());
}

TEST_CASE("nobody sees an indicator that nobody has classified") {
  CHECK(told(changed("class: open\n", "")) == Told{"yaml-missing-key 1:1"});
  CHECK(told(changed("class: open", "class: secret")) == Told{"yaml-not-allowed 11:8"});
}

TEST_CASE("a target is within what the kind of number can reach") {
  const auto target = [](const char* count, const std::string& limit) {
    return read_one(definition_text(count) + "target: {" + limit + ", source: {sv: Mål, en: Target}}\n");
  };
  CHECK(target(test::regular_share, "at_least: 90").definition->target->limit == 90);
  CHECK(target(test::regular_share, "at_least: 90").definition->target->at_least);
  CHECK_FALSE(target(test::regular_share, "at_most: 0").definition->target->at_least);
  CHECK(read::told(target(test::regular_share, "at_least: 101").diagnostics) == Told{"yaml-out-of-range 18:20"});
  CHECK(read::told(target(test::regular_share, "at_least: 89.5").diagnostics) == Told{"yaml-not-integer 18:20"});
  CHECK(target(test::hours_mean, "at_least: 4.5").definition->target->limit == 450);
  CHECK(target("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n", "at_most: 120").definition->target->limit == 120);
  CHECK(target(test::regular_share, "at_least: 9, at_most: 10").diagnostics.errors() == 1);
  CHECK(read::told(read_one(sound + "target: {at_least: 90}\n").diagnostics) == Told{"yaml-missing-key 18:9"});
}

TEST_CASE("breaks in a series come in order, each on a day of its own") {
  const auto breaks = [](const std::string& first, const std::string& second) {
    const auto one = [](const std::string& from) { return "  - {from: " + from + ", why: {sv: Ny fråga, en: New question}}\n"; };
    return sound + "breaks:\n" + one(first) + one(second);
  };
  const ReadOne sound_one = read_one(breaks("2023-01-01", "2024-07-01"));
  REQUIRE(sound_one.definition);
  CHECK(segment(*sound_one.definition, day("2022-12-31")) == 0);
  CHECK(segment(*sound_one.definition, day("2023-01-01")) == 1);
  CHECK(segment(*sound_one.definition, day("2024-06-30")) == 1);
  CHECK(segment(*sound_one.definition, day("2026-01-01")) == 2);
  CHECK(told(breaks("2024-07-01", "2023-01-01")) == Told{"indicator-breaks 19:3"});
  CHECK(told(breaks("2024-07-01", "2024-07-01")) == Told{"indicator-breaks 19:3"});
  CHECK(told(sound + "breaks:\n  - {from: 2023-01-01}\n") == Told{"yaml-missing-key 19:5"});
  CHECK(told(sound + "breaks:\n  - {from: 2023, why: {sv: a, en: a}}\n") == Told{"yaml-not-date 19:12"});
}

TEST_CASE("the id is the name of the file, and the first year a year") {
  CHECK(told(changed("id: made", "id: mode")) == Told{"indicator-id 1:5"});
  CHECK(told(sound + "since: 22\n") == Told{"yaml-out-of-range 18:8"});
  CHECK(read_one(sound + "since: 2022\n").definition->since == 2022);
}

TEST_CASE("all mistakes are told at once") {
  std::string text = changed("class: open\n", "");
  text = with(text, "equals: ja", "equals: kanske");
  CHECK(told(with(text, "better: higher", "better: uppåt")).size() == 3);
}

TEST_CASE("what is near the limit is said of a requirement on units, and of nothing else") {
  const std::string patients =
      "dataset: units\nkind: share\nnumerator: {field: listed_patients, at_least: 3000}\n"
      "denominator: {field: listed_patients, answered: ja}\n";
  const std::string near = "near: {closer_than: 300, why: {sv: Nära, en: Near}}\n";
  const Definition found = made_definition(patients + near);
  REQUIRE(found.near);
  CHECK(found.near->closer_than == 300);
  CHECK(found.near->why.in(Language::en) == "Near");
  CHECK_FALSE(made_definition(patients).near);
  CHECK(told(definition_text(test::regular_share) + near) == Told{"indicator-near 18:7"});
  CHECK(told(definition_text(patients + "near: {closer_than: 0, why: {sv: Nära, en: Near}}\n")) == Told{"yaml-out-of-range 18:21"});
  CHECK(told(definition_text(patients + "near: {closer_than: 3}\n")) == Told{"yaml-missing-key 18:7"});
  CHECK(told(definition_text(patients + "near: {closer: 3, closer_than: 3, why: {sv: Nära, en: Near}}\n")) ==
        Told{"yaml-unknown-key 18:8"});
}
