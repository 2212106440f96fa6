// Who is expected to hand in what, and when it counts as missing.
#include "indicators/coverage.hpp"

#include "catch.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using indicators::Coverage;
using indicators::CoverageColumn;
using test::day;

namespace {

constexpr const char* today = "2026-06-30";

// Letters: d delivered, M missing, y not yet, - not expected.
std::string letters(const CoverageColumn& column) {
  std::string all;
  for (const Coverage state : column.units) all += "dMy-"[static_cast<std::size_t>(state)];
  return all;
}

// "2025:dM-" a column.
std::string told(const model::Facts& facts, const std::string& dataset, const char* as_of = today) {
  std::string all;
  for (const CoverageColumn& column : indicators::coverage(facts, {dataset}, day(as_of))) {
    all += (all.empty() ? "" : " ") + column.period + ":" + letters(column);
  }
  return all;
}

model::Unit unit_between(const char* from, const char* to) {
  model::Unit unit = test::made_unit(std::string{from} + to);
  if (*from != '\0') unit.valid_from = day(from);
  if (*to != '\0') unit.valid_to = day(to);
  return unit;
}

// Unit 0 goes on as unit 1.
void follow(model::Facts& facts, std::size_t before, std::size_t after) {
  facts.units[before].successor = after;
  facts.units[after].predecessors.push_back(before);
}

model::Facts region(std::size_t units) {
  model::Facts facts;
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")},
                  {"R2", day("2024-01-01"), day("2026-12-31")},
                  {"R3", day("2028-01-01"), day("2030-12-31")}};
  for (std::size_t i = 0; i < units; ++i) facts.units.push_back(test::made_unit("E" + std::to_string(i)));
  return facts;
}

}  // namespace

TEST_CASE("a review is missing when its round is over, not yet due before that, and not asked for before the round has begun") {
  model::Facts facts = region(2);
  facts.reviews = {test::made_review(0, "2022-12-31", "A"), test::made_review(1, "2024-01-01", "A")};
  CHECK(told(facts, "reviews") == "R1:dM R2:yd");
  CHECK(told(facts, "reviews", "2026-12-31") == "R1:dM R2:yd");
  CHECK(told(facts, "reviews", "2027-01-01") == "R1:dM R2:Md");
}

TEST_CASE("a review outside every round counts in none") {
  model::Facts facts = region(1);
  facts.reviews = {test::made_review(0, "2023-06-01", "A")};
  CHECK(told(facts, "reviews") == "R1:M R2:y");
}

TEST_CASE("a survey is expected once a round") {
  model::Facts facts = region(2);
  facts.deliveries = {{"survey", 0, "R1"}, {"survey", 1, "R2"}};
  CHECK(told(facts, "survey") == "R1:dM R2:yd");
}

TEST_CASE("annual reports are expected each year from the first with data to the last that is over") {
  model::Facts facts = region(2);
  facts.deliveries = {{"annual_reports", 0, "2023"}, {"annual_reports", 1, "2024"}};
  CHECK(told(facts, "annual_reports") == "2023:dM 2024:Md 2025:MM");
  facts.deliveries.push_back({"annual_reports", 0, "2026"});
  CHECK(told(facts, "annual_reports") == "2023:dM 2024:Md 2025:MM 2026:dy");
  CHECK(told(facts, "annual_reports", "2027-01-01") == "2023:dM 2024:Md 2025:MM 2026:dM");
}

TEST_CASE("without any data there is no year to ask for") { CHECK(told(region(2), "annual_reports").empty()); }

TEST_CASE("a unit without ST doctors owes no annual report, one that the register is silent about does") {
  model::Facts facts = region(4);
  facts.units[0].figures.st_doctors = 0;
  facts.units[1].figures.st_doctors = 3;
  facts.units[3].figures.st_doctors = 0;
  facts.deliveries = {{"annual_reports", 3, "2025"}};  // had some then
  CHECK(told(facts, "annual_reports") == "2025:-MMd");
  CHECK(told(facts, "survey") == "R1:MMMM R2:yyyy");
}

TEST_CASE("nothing is expected of a unit when it did not exist") {
  model::Facts facts = region(0);
  facts.units = {unit_between("2023-01-01", ""), unit_between("", "2018-12-31"),
                 unit_between("", "2019-01-01"), unit_between("2022-12-31", "")};
  CHECK(told(facts, "reviews") == "R1:--MM R2:y--y");
}

TEST_CASE("what a unit handed in before it went on as another counts for both") {
  model::Facts facts = region(0);
  facts.units = {unit_between("", "2021-06-30"), unit_between("2021-07-01", "")};
  follow(facts, 0, 1);
  facts.reviews = {test::made_review(0, "2020-01-01", "A")};
  CHECK(told(facts, "reviews") == "R1:dd R2:-y");
}

TEST_CASE("a unit that went on as another during the period is not asked for what it did not hand in") {
  model::Facts facts = region(0);
  facts.units = {unit_between("", "2021-06-30"), unit_between("2021-07-01", "")};
  follow(facts, 0, 1);
  CHECK(told(facts, "reviews") == "R1:-M R2:-y");
  facts.reviews = {test::made_review(1, "2022-01-01", "A")};
  CHECK(told(facts, "reviews") == "R1:-d R2:-y");
}

TEST_CASE("a unit that went on as another after the period still owes what it did not hand in") {
  model::Facts facts = region(0);
  facts.units = {unit_between("", "2023-06-30"), unit_between("2023-07-01", "")};
  follow(facts, 0, 1);
  CHECK(told(facts, "reviews") == "R1:M- R2:-y");
}

TEST_CASE("one review of merged units is enough for the new one, also over several steps") {
  model::Facts facts = region(0);
  facts.units = {unit_between("", "2020-06-30"), unit_between("", "2020-06-30"),
                 unit_between("2020-07-01", "2021-06-30"), unit_between("2021-07-01", "")};
  follow(facts, 0, 2);
  follow(facts, 1, 2);
  follow(facts, 2, 3);
  facts.reviews = {test::made_review(1, "2019-05-01", "A")};
  CHECK(told(facts, "reviews") == "R1:-ddd R2:---y");
}

TEST_CASE("units that come from each other in a ring do no harm") {
  model::Facts facts = region(2);
  follow(facts, 0, 1);
  follow(facts, 1, 0);
  CHECK(told(facts, "reviews") == "R1:-- R2:--");
}

TEST_CASE("columns come by dataset in the order asked for, then by period, and say whether it is over") {
  model::Facts facts = region(1);
  facts.deliveries = {{"annual_reports", 0, "2026"}};
  const auto columns = indicators::coverage(facts, {"annual_reports", "reviews"}, day(today));
  REQUIRE(columns.size() == 3);
  CHECK(columns[0].dataset == "annual_reports");
  CHECK_FALSE(columns[0].over);
  CHECK(columns[1].period == "R1");
  CHECK(columns[1].over);
  CHECK_FALSE(columns[2].over);
}
