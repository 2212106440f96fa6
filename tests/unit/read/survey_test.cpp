#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

const std::string count_heading = "round;unit_id;role;statement;agree;neutral;disagree;none;under_1;from_1_to_2;over_2;invited\n";
const std::string answer_heading = "round;unit_id;role;statement;answer;invited\n";

DatasetRead asked() {
  DatasetRead read;
  read.units("unit_id;name;valid_from;valid_to\nE1;Alfa;;\nE2;Beta;2023-01-01;\nE3;Gamma;;2022-12-30\n");
  return read.file("statements", "statement;area;sv;en\nhopp;;Hopp;Hope\ntid;B;Tid;Time\n");
}
DatasetRead counted(const std::string& rows) { return asked().file("survey", count_heading + rows); }
DatasetRead answered(const std::string& rows) { return asked().file("survey", answer_heading + rows); }

std::string dump(const model::Facts& facts) {
  std::string out;
  for (const model::SurveyGroup& group : facts.survey) {
    out += facts.rounds[group.round].id + " " + facts.statements[group.statement].id + " " + facts.units[group.unit].id.value() + " " +
           std::to_string(static_cast<int>(group.role)) + ":";
    for (const int count : group.answers) out += " " + std::to_string(count);
    out += group.invited ? " of " + std::to_string(*group.invited) + "\n" : "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("answers are read as counts, by round, statement, unit and role") {
  DatasetRead read = counted(
      "2024–2026;E2;Handledare;tid;;;;1;2;3;4;12\n2024–2026;E1;ST-läkare;hopp;4;1;1;;;;;7\n2019–2022;E1;st;hopp;2;0;0;;;;;\n");
  CHECK(read.told() == Told{});
  CHECK(dump(read.facts()) ==
        "2019–2022 hopp E1 0: 2 0 0 0 0 0 0\n"
        "2024–2026 hopp E1 0: 4 1 1 0 0 0 0 of 7\n"
        "2024–2026 tid E2 1: 0 0 0 1 2 3 4 of 12\n");
  CHECK(read.facts().deliveries ==
        std::vector<model::Delivery>{{"survey", 0, "2019–2022"}, {"survey", 0, "2024–2026"}, {"survey", 1, "2024–2026"}});
}

TEST_CASE("one answer a row gives the same as counts") {
  DatasetRead counts = counted("2024–2026;E1;st_doctor;hopp;2;1;0;;;;;7\n2024–2026;E1;manager;tid;;;;0;0;0;1;\n");
  DatasetRead answers = answered(
      "2024–2026;E1;st_doctor;hopp;Instämmer;7\n2024–2026;E1;Verksamhetschef;tid;> 2;\n2024–2026;E1;st_doctor;hopp;varken eller;\n"
      "2024–2026;E1;st_doctor;hopp;ja;7\n");
  CHECK(answers.told() == Told{});
  CHECK(dump(answers.facts()) == dump(counts.facts()));
  CHECK(counts.facts().survey.size() == 2);
}

TEST_CASE("every role and every answer is counted as what it is called") {
  const auto ids = [](const model::Field& field) {
    std::vector<std::string> out;
    for (const model::Choice& choice : field.choices) out.push_back(choice.id);
    return out;
  };
  for (const char* form : {"survey", "survey_answers"}) {
    const model::Dataset& dataset = shipped_description(form);
    CHECK(ids(dataset.fields[dataset.find("role").value()]) ==
          std::vector<std::string>{"st_doctor", "supervisor", "manager", "study_director"});
  }
  const std::vector<std::string> answers = ids(shipped_description("survey_answers").fields[4]);
  CHECK(answers.size() == model::survey_answers);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    DatasetRead read = answered("2024–2026;E1;st;hopp;" + answers[i] + ";\n");
    REQUIRE(read.facts().survey.size() == 1);
    CHECK(read.facts().survey[0].answers[i] == 1);
    CHECK(read.facts().benchmarks.empty());
  }
}

TEST_CASE("a round may be written with a hyphen, and is a known one") {
  CHECK(counted("2024-2026;E1;st;hopp;1;;;;;;;\n").told() == Told{});
  CHECK(counted("2024 \xE2\x80\x94 2026;E1;st;hopp;1;;;;;;;\n").told() == Told{});
  DatasetRead read = counted("2023;E1;st;hopp;1;;;;;;;\n");
  CHECK(read.told() == Told{"unknown-round 2:1"});
  CHECK(read.argument(0, "known") == "2019–2022, 2024–2026");
}

TEST_CASE("answers are to a known statement, from a known role at a known unit") {
  DatasetRead read = counted("2024–2026;E4;st;hopp;1;;;;;;;\n2024–2026;E1;st;hop;1;;;;;;;\n2024–2026;E1;läkare;hopp;1;;;;;;;\n");
  CHECK(read.told() == Told{"not-one-of 4:14", "unknown-unit 2:11", "unknown-statement 3:17"});
  CHECK(read.argument(2, "like") == "hopp");
  CHECK(answered("2024–2026;E1;st;hopp;kanske;\n").told() == Told{"not-one-of 2:22"});
}

TEST_CASE("a unit answers only in rounds when it existed, and the span is told") {
  DatasetRead read = counted("2019–2022;E2;st;hopp;1;;;;;;;\n2024–2026;E3;st;hopp;1;;;;;;;\n2019–2022;E3;st;hopp;1;;;;;;;\n");
  CHECK(read.told() == Told{"before-the-unit 2:11", "after-the-unit 3:11"});
  CHECK(read.argument(0, "date") == "2019-01-01–2022-12-31");
  CHECK(read.argument(1, "date") == "2024-01-01–2026-12-31");
  CHECK(read.other(0) == "units.csv 3:1");
  CHECK(dump(read.facts()) == "2019–2022 hopp E3 0: 1 0 0 0 0 0 0\n");
}

TEST_CASE("nobody has answered in a round that has not begun") {
  DatasetRead read = counted("2024–2026;E1;st;hopp;1;;;;;;;\n");
  read.site.as_of = test::day("2023-12-31");
  CHECK(read.told() == Told{"date-in-future 2:1"});
}

TEST_CASE("a row of counts is there once, however its unit and its round are written") {
  DatasetRead same = counted("2024–2026;E1;st;hopp;1;;;;;;;\n2024–2026;E1;st;hopp;1;;;;;;;\n");
  CHECK(same.told() == Told{"warning row-twice 3:1"});
  DatasetRead read = counted("2024–2026;E1;st;hopp;1;;;;;;;\n2024-2026;alfa;st;hopp;1;;;;;;;\n");
  CHECK(read.told() == Told{"warning unit-by-name 3:11", "repeated-row 3:11"});
  CHECK(read.other(1) == "survey.csv 2:11");
  CHECK(dump(read.facts()) == "2024–2026 hopp E1 0: 1 0 0 0 0 0 0\n");
}

TEST_CASE("rows of the same group say the same of how many were invited") {
  DatasetRead read = answered(
      "2024–2026;E1;st;hopp;ja;7\n2024–2026;E1;st;hopp;ja;\n2024–2026;E1;st;hopp;nej;8\n2024–2026;E1;st;tid;ja;8\n");
  CHECK(read.told() == Told{"invited-differs 4:26"});
  CHECK(read.argument(0, "other") == "7");
  CHECK(read.other(0) == "survey.csv 2:25");
}

TEST_CASE("no more have answered than were invited") {
  DatasetRead read = answered("2024–2026;E1;st;hopp;ja;\n2024–2026;E1;st;hopp;nej;2\n2024–2026;E1;st;hopp;nej;\n");
  CHECK(read.told() == Told{"more-answers-than-invited 3:26"});
  CHECK(read.argument(0, "answers") == "3");
  CHECK(read.argument(0, "invited") == "2");
  CHECK(read.other(0) == "survey.csv 2:1");
  CHECK(counted("2024–2026;E1;st;hopp;2;1;0;;;;;3\n").told() == Told{});
  DatasetRead one_row = counted("2024–2026;E1;st;hopp;2;1;1;;;;;3\n");
  CHECK(one_row.told() == Told{"more-answers-than-invited 2:32"});
  CHECK(one_row.other(0) == "nowhere");
}

TEST_CASE("answers may come in both forms and several files") {
  DatasetRead read = counted("2019–2022;E1;st;hopp;1;;;;;;;\n").file("survey", answer_heading + "2024–2026;E1;st;hopp;ja;\n");
  read.file("survey", answer_heading + "2024–2026;E1;st;hopp;ja;\n");
  CHECK(read.told() == Told{});
  CHECK(dump(read.facts()) == "2019–2022 hopp E1 0: 1 0 0 0 0 0 0\n2024–2026 hopp E1 0: 2 0 0 0 0 0 0\n");
}
