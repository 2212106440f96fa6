#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

// Reports of E1, so many a year.
DatasetRead numbers(const std::vector<std::pair<int, int>>& years) {
  std::string rows = "unit_id;year\n";
  for (const auto& [year, count] : years) {
    for (int i = 0; i < count; ++i) rows += "E1;" + std::to_string(year) + "\n";
  }
  return two_units().file("annual_reports", rows);
}

// 100 answers to a question in each of these years, given by how many said the first thing; the others said the second.
DatasetRead answers(const std::string& question, const std::string& first, const std::string& second, const std::vector<int>& firsts,
                    int each = 100) {
  std::string rows = "unit_id;year;" + question + "\n";
  for (std::size_t y = 0; y < firsts.size(); ++y) {
    for (int i = 0; i < each; ++i) rows += "E1;" + std::to_string(2020 + y) + ";" + (i < firsts[y] ? first : second) + "\n";
  }
  return two_units().file("annual_reports", rows);
}

std::string summary(DatasetRead read) {
  std::string out;
  for (std::size_t i = 0; i < read.diagnostics().all().size(); ++i) {
    const std::string usual = read.argument(i, "low") + "-" + read.argument(i, "high");
    out += read.argument(i, "year") + ": " + read.argument(i, "seen") + " not " + usual + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("many more reports than in other years are worth a word") {
  CHECK(numbers({{2022, 2}, {2023, 2}, {2024, 9}}).told() == Told{});
  DatasetRead read = numbers({{2022, 2}, {2023, 2}, {2024, 10}});
  CHECK(read.told() == Told{"warning far-outside-usual-number 6:4"});
  CHECK(read.argument(0, "id") == "E1");
  CHECK(read.argument(0, "year") == "2024");
  CHECK(read.facts().reports.size() == 3);  // read all the same
}

TEST_CASE("far fewer reports than usual are worth a word, but not in a year that goes on") {
  CHECK(numbers({{2022, 6}, {2023, 6}, {2024, 2}}).told() == Told{});
  CHECK(numbers({{2022, 6}, {2023, 6}, {2024, 1}}).told() == Told{"warning far-outside-usual-number 14:4"});
  CHECK(numbers({{2024, 6}, {2025, 6}, {2026, 1}}).told() == Told{});
  CHECK(numbers({{2022, 5}, {2023, 5}, {2024, 1}}).told() == Told{});  // too few to know what is usual
}

TEST_CASE("the middle of the other years is what is usual") {
  CHECK(numbers({{2021, 4}, {2022, 4}, {2023, 50}, {2024, 9}}).told() == Told{"warning far-outside-usual-number 10:4"});
  CHECK(numbers({{2020, 1}, {2021, 2}, {2022, 3}, {2023, 3}, {2024, 10}}).told() == Told{});  // 2,5 is usual
  CHECK(numbers({{2020, 1}, {2021, 2}, {2022, 3}, {2023, 3}, {2024, 11}}).told() == Told{"warning far-outside-usual-number 11:4"});
}

TEST_CASE("two years say nothing about what is usual") { CHECK(numbers({{2023, 1}, {2024, 100}}).told() == Told{}); }

TEST_CASE("an answer that is 30 points from other years is passed, one that is 31 is worth a word") {
  CHECK(answers("individual_plan", "ja", "nej", {60, 70, 100}).told() == Told{});
  DatasetRead read = answers("individual_plan", "ja", "nej", {60, 69, 100});
  CHECK(read.told() == Told{"warning far-outside-history 202:4"});
  CHECK(summary(read) == "2022: 100 not 60-69 ");
  CHECK(read.argument(0, "question") == "Utbildningsprogram finns");
  CHECK(read.argument(0, "question_en") == "Individual plan exists");
  CHECK(summary(answers("individual_plan", "ja", "nej", {29, 70, 60})) == "2020: 29 not 60-70 ");
  CHECK(summary(answers("individual_plan", "ja", "nej", {30, 70, 60})) == "");
}

TEST_CASE("an answer among several is compared too, once a year") {
  CHECK(summary(answers("self_study", "over_2", "none", {10, 20, 51})) == "2022: 51 not 10-20 ");
  CHECK(summary(answers("self_study", "over_2", "none", {10, 20, 50})) == "");
}

TEST_CASE("a mean that is more than twice or less than half of other years is worth a word") {
  CHECK(summary(answers("supervision_hours", "8", "4", {0, 0, 100})) == "");
  CHECK(summary(answers("supervision_hours", "8,04", "4", {0, 0, 100})) == "2022: 8 not 4-4 ");
  CHECK(summary(answers("structured_assessments", "3", "6", {0, 0, 100})) == "");
  CHECK(summary(answers("structured_assessments", "2", "6", {100, 0, 0})) == "2020: 2 not 6-6 ");
}

TEST_CASE("years with fewer than 30 answers are not compared, nor two years alone") {
  CHECK(summary(answers("individual_plan", "ja", "nej", {0, 0, 29}, 29)) == "");
  CHECK(summary(answers("individual_plan", "ja", "nej", {0, 0, 30}, 30)) == "2022: 100 not 0-0 ");
  CHECK(summary(answers("individual_plan", "ja", "nej", {0, 100})) == "");
}

TEST_CASE("units are compared with themselves only, and answers over the region as a whole") {
  std::string rows = "unit_id;year;individual_plan\n";
  for (const int year : {2022, 2023, 2024}) {
    for (int i = 0; i < 20; ++i) rows += "E1;" + std::to_string(year) + ";" + (year == 2024 ? "ja" : "nej") + "\n";
    for (int i = 0; i < 40; ++i) rows += "E2;" + std::to_string(year) + ";" + (i < 20 ? "ja" : "nej") + "\n";
  }
  CHECK(summary(two_units().file("annual_reports", rows)) == "2024: 67 not 33-33 ");
}
