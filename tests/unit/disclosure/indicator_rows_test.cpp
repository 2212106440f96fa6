// The values of the indicators as rows to download.
#include "disclosure/indicator_rows.hpp"

#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::made_definition;

namespace {

model::Facts region() {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.report_questions = test::made_questions();
  facts.forums = {test::made_forum("stor"), test::made_forum("liten"), test::made_forum("tyst")};
  for (std::size_t u = 0; u < 5; ++u) facts.units.push_back(test::made_unit("E" + std::to_string(u), u < 3 ? 0 : 1));
  return facts;
}

// Two units more, in no forum: what is withheld of the second forum could as well be theirs.
model::Facts region_and_others() {
  model::Facts facts = region();
  for (std::size_t u = 5; u < 7; ++u) facts.units.push_back(test::made_unit("E" + std::to_string(u)));
  return facts;
}

std::vector<IndicatorRow> rows(const model::Facts& facts, const Definition& definition, const Policy& policy = test::open_policy()) {
  const Date today = day(test::made_today);
  const auto figures = indicators::compute(facts, today);
  return indicator_rows(judge(facts, figures, policy, today, Audience::intranet, test::measured(facts, {definition})));
}

// The cells of a row after the indicator's id, with | between.
std::string line(const IndicatorRow& row) {
  std::string all = row.group_kind;
  for (const std::string* cell : {&row.group, &row.period, &row.kind, &row.value, &row.numerator, &row.denominator, &row.lower, &row.upper,
                                  &row.judgement, &row.withheld}) {
    all += "|" + *cell;
  }
  return all;
}

std::vector<std::string> lines(const std::vector<IndicatorRow>& all) {
  std::vector<std::string> told;
  for (const IndicatorRow& row : all) told.push_back(line(row));
  return told;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a share is a row a group with decimal commas, and a withheld one tells only that it is") {
  model::Facts facts = region_and_others();
  for (std::size_t u = 0; u < 7; ++u) facts.reports.push_back(test::regular_reports(u, 2025, 2, 1));
  const auto all = rows(facts, made_definition(test::regular_share));
  CHECK(lines(all) == Lines{"region|region|2025|share|66,67|14|21|45,37|82,81||",          // 14 of 21, by Wilson
                            "forum|stor|2025|share|66,67|6|9|35,42|87,94|as_group|",
                            "forum|liten|2025|share|||||||ja"});
  CHECK(all[0].indicator == "made");
}

TEST_CASE("a share of few is too few to judge, and says so") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < 3; ++u) facts.reports.push_back(test::regular_reports(u, 2025, 1, 1));
  const auto all = rows(facts, made_definition(test::regular_share));
  REQUIRE(all.size() == 2);  // nobody in the second forum: no row
  CHECK(all[1].judgement == "too_few");
}

TEST_CASE("a mean has its value and its interval, and no numerator") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < 3; ++u) facts.reports.push_back(test::made_reports(u, 2025, test::hours, {{400, 2}, {500, 1}}));
  const auto all = rows(facts, made_definition(test::hours_mean));
  REQUIRE(all.size() == 2);
  CHECK(all[0].value == "4,33");
  CHECK(all[0].numerator.empty());
  CHECK(all[0].denominator == "9");
  CHECK(all[0].lower == "3,95");  // 4.333 -+ 2.306 * 0.5 / 3
  CHECK(all[0].upper == "4,72");
}

TEST_CASE("units of today have rows about grades, for the time that is told first") {
  model::Facts facts = region();
  facts.rounds = {{"R1", day("2024-01-01"), day("2025-12-31")}};
  for (const std::size_t u : {0U, 1U, 2U}) facts.reviews.push_back(test::made_review(u, "2025-01-01", u == 1 ? "C" : "A"));
  facts.units[2].valid_to = day("2025-06-30");
  Lines units;
  for (const IndicatorRow& row : rows(facts, made_definition(test::grade_b_now, 1))) {
    if (row.group_kind == "unit") units.push_back(line(row));
  }
  CHECK(units == Lines{"unit|E0|now|grade_share|100,00|1|1||||", "unit|E1|now|grade_share|0,00|0|1||||"});
}

TEST_CASE("units have rows about persons for several years together, and none for a single one") {
  model::Facts facts = region_and_others();
  for (const int year : {2023, 2024, 2025}) {
    for (std::size_t u = 0; u < 7; ++u) {
      facts.reports.push_back(test::regular_reports(u, year, 20, 10));
      facts.reports.push_back(test::made_reports(u, year, test::hours, {{400, 10}, {500, 5}}));
    }
  }
  test::put_in_order(facts);
  const auto told = [&](const char* count) {
    Lines first;
    for (const IndicatorRow& row : rows(facts, made_definition(count))) {
      if (row.group_kind == "unit" && row.group == "E0") first.push_back(line(row));
    }
    return first;
  };
  CHECK(told(test::regular_share) == Lines{"unit|E0|2023–2025|share|66,67|60|90||||"});
  CHECK(told(test::hours_mean) == Lines{"unit|E0|2023–2025|mean|4,33||45||||"});
}

TEST_CASE("units have no rows about grades that are protected") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < 5; ++u) facts.reviews.push_back(test::made_review(u, "2025-01-01", "A"));
  for (const IndicatorRow& row : rows(facts, made_definition(test::grade_b_now, 1), test::made_policy(5))) CHECK(row.group_kind != "unit");
}

TEST_CASE("a protected row has no number at all") {
  model::Facts facts = region();
  for (std::size_t u = 0; u < 2; ++u) facts.reports.push_back(test::regular_reports(u, 2025, 2, 1));
  int withheld = 0;
  for (const IndicatorRow& row : rows(facts, made_definition(test::regular_share))) {
    if (row.withheld.empty()) continue;
    ++withheld;
    CHECK((row.value + row.numerator + row.denominator + row.lower + row.upper + row.judgement).empty());
  }
  CHECK(withheld == 2);
}

TEST_CASE("a count is itself, and an indicator that nobody answers to has no rows") {
  model::Facts facts = region();
  facts.units[0].figures.st_doctors = 3;
  const auto all = rows(facts, made_definition("dataset: units\nkind: count\nnumerator: {sum: st_doctors}\n"
                                               "denominator: {field: unit, answered: ja}\n"));
  REQUIRE(all.size() == 3);
  CHECK(line(all[0]) == "region|region|now|count|3|3|1||||");
  CHECK(line(all[2]) == "unit|E0|now|count|3|3|1||||");
  CHECK(rows(region(), made_definition(test::regular_share)).empty());
}
