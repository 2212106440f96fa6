#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using model::AnswerCount;

namespace {

const std::string heading = "unit_id;year;individual_plan;supervision_hours;structured_assessments;science_work\n";

DatasetRead reports(const std::string& rows) { return two_units().file("annual_reports", heading + rows); }

const std::vector<AnswerCount>& answers(const model::Facts& facts, std::size_t group, const std::string& question) {
  for (std::size_t i = 0; i < facts.report_questions.size(); ++i) {
    if (facts.report_questions[i].name == question) return facts.reports.at(group).questions.at(i);
  }
  throw std::out_of_range(question);
}

using Answers = std::vector<AnswerCount>;

}  // namespace

TEST_CASE("annual reports become counts of answers, by unit and year") {
  DatasetRead read = reports(
      "E2;2025;ja;4,5;6;Klart\n"
      "E1;2025;nej;4.50;6;none\n"
      "E1;2025;JA;2;;Påbörjat\n"
      "E1;2024;;;;\n"
      "E1;2025;x;4,5;0;none\n");
  CHECK(read.told() == Told{});
  const model::Facts& facts = read.facts();
  REQUIRE(facts.reports.size() == 3);
  CHECK(facts.reports[0].unit == 0);
  CHECK(facts.reports[0].year == 2024);
  CHECK(facts.reports[0].reports == 1);
  CHECK(answers(facts, 0, "individual_plan").empty());
  CHECK(facts.reports[1].year == 2025);
  CHECK(facts.reports[1].reports == 3);
  CHECK(answers(facts, 1, "individual_plan") == Answers{{0, 1}, {1, 2}});
  CHECK(answers(facts, 1, "supervision_hours") == Answers{{200, 1}, {450, 2}});
  CHECK(answers(facts, 1, "structured_assessments") == Answers{{0, 1}, {6, 1}});
  CHECK(answers(facts, 1, "science_work") == Answers{{0, 2}, {2, 1}});
  CHECK(answers(facts, 1, "library_access").empty());  // no such column here
  CHECK(facts.reports[2].unit == 1);
  CHECK(answers(facts, 2, "science_work") == Answers{{3, 1}});
  CHECK(facts.deliveries ==
        std::vector<model::Delivery>{{"annual_reports", 0, "2024"}, {"annual_reports", 0, "2025"}, {"annual_reports", 1, "2025"}});
}

TEST_CASE("every field of an annual report but unit and year is a question") {
  DatasetRead read = reports("E1;2025;ja;;;\n");
  const model::Dataset& described = shipped_description("annual_reports");
  REQUIRE(read.facts().report_questions.size() == described.fields.size() - 2);
  for (const model::Field& question : read.facts().report_questions) CHECK(described.find(question.name));
  CHECK(read.facts().reports.at(0).questions.size() == read.facts().report_questions.size());
}

TEST_CASE("two reports alike are two persons") {
  DatasetRead read = reports("E1;2025;ja;4;1;Klart\nE1;2025;ja;4;1;Klart\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts().reports.at(0).reports == 2);
}

TEST_CASE("reports may come in a file a year, with other columns and in another order") {
  DatasetRead read = reports("E1;2024;ja;4;1;Klart\nE1;2025;ja;4;1;Klart\n");
  read.file("annual_reports", "Rekommenderar enheten;År;Enhet;Utbildningsprogram\nja;2025;Alfa;nej\n");
  CHECK(read.told_fully() == test::Told{"warning annual_reports-2.csv:2:9 unit-by-name"});
  REQUIRE(read.facts().reports.size() == 2);
  CHECK(read.facts().reports[1].reports == 2);
  CHECK(answers(read.facts(), 1, "individual_plan") == Answers{{0, 1}, {1, 1}});
  CHECK(answers(read.facts(), 1, "would_recommend") == Answers{{1, 1}});
  CHECK(answers(read.facts(), 1, "supervision_hours") == Answers{{400, 1}});
}

TEST_CASE("answers have the form of their question") {
  CHECK(reports("E1;2025;kanske;61;-1;snart\n").told() ==
        Told{"not-yes-no 2:9", "not-decimal 2:16", "not-integer 2:19", "not-one-of 2:22"});
  CHECK(reports("E1;25;;;;\n;2025;;;;\nE1;;;;;\n").told() == Told{"not-integer 2:4", "empty-cell 3:1", "empty-cell 4:4"});
}

TEST_CASE("a report is not of a year to come") {
  CHECK(reports("E1;2026;;;;\n").told() == Told{});
  DatasetRead read = reports("E1;2027;;;;\n");
  CHECK(read.told() == Told{"year-in-future 2:4"});
  CHECK(read.facts().reports.empty());
}

TEST_CASE("a report is of a unit that existed some day of the year, and the span is told") {
  DatasetRead read;
  read.units("unit_id;name;valid_from;valid_to\nE1;Alfa;2022-12-31;2024-01-01\n");
  read.file("annual_reports", heading + "E1;2021;;;;\nE1;2022;;;;\nE1;2023;;;;\nE1;2024;;;;\nE1;2025;;;;\n");
  CHECK(read.told() == Told{"before-the-unit 2:1", "after-the-unit 6:1"});
  CHECK(read.argument(0, "date") == "2021-01-01–2021-12-31");
  CHECK(read.argument(0, "from") == "2022-12-31");
  CHECK(read.argument(1, "to") == "2024-01-01");
  CHECK(read.other(1) == "units.csv 2:1");
  CHECK(read.facts().reports.size() == 3);
}

TEST_CASE("a unit with reports this year has ST doctors in the register") {
  const auto of = [](const char* st_doctors) {
    DatasetRead read;
    read.units(std::string{"unit_id;name;st_doctors\nE1;Alfa;"} + st_doctors + "\n");
    return read.file("annual_reports", heading + "E1;2025;;;;\nE1;2026;;;;\nE1;2026;;;;\n");
  };
  CHECK(of("").told() == Told{});
  CHECK(of("1").told() == Told{});
  DatasetRead none = of("0");
  CHECK(none.told() == Told{"reports-without-st-doctors 3:1"});  // of 2025 the register says nothing
  CHECK(none.other(0) == "units.csv 2:1");
}

TEST_CASE("what a person writes into an annual report never gets out with a number that points out who it is") {
  DatasetRead read = reports("E1;2025;8112289874;;;\nE1;2025;ja;;;\n");
  CHECK(read.told() == Told{"personal-number 2:9"});
  for (const Diagnostic& one : read.diagnostics().all()) {
    CHECK(one.excerpt.find("8112289874") == std::string::npos);
    for (const Argument& argument : one.arguments) CHECK(argument.value.find("8112289874") == std::string::npos);
  }
}
