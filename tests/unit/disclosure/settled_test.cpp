// A time that an earlier release has told of is settled: what later releases tell of it, whatever has come since.
#include <algorithm>
#include <map>
#include <set>

#include "catch.hpp"
#include "made_release.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::ledger_of;
using test::MadeRelease;
using test::named;
using test::Random;
using test::region_of_reports;
using test::released;

namespace {

const Date last_year = day("2025-06-30"), next_year = day("2027-06-30");

std::vector<Definition> regular_only() { return {named("regular", test::regular_share)}; }
std::vector<Definition> both() { return {named("regular", test::regular_share), named("hours", test::hours_mean)}; }

// The lines of a file of values that begin like this: "regular;forum;f0;2025".
std::vector<std::string> lines(const MadeRelease& made, const std::string& begin) {
  std::vector<std::string> all;
  std::size_t at = 0;
  while (at < made.csv.size()) {
    const std::size_t end = std::min(made.csv.find('\n', at), made.csv.size());
    std::string line = made.csv.substr(at, end - at);
    std::erase_if(line, [](char one) { return one == '"' || one == '\r'; });
    if (line.starts_with(begin)) all.push_back(std::move(line));
    at = end + 1;
  }
  return all;
}

std::string line(const MadeRelease& made, const std::string& begin) {
  const auto found = lines(made, begin + ";");
  REQUIRE(found.size() == 1);
  return found.front();
}

std::string faults(const MadeRelease& made) {
  std::string all;
  for (const std::string& one : faults_of(made.evidence.witnesses, made.csv)) all += one + "\n";
  return all;
}

std::set<std::string> periods(const std::vector<LedgerRow>& told) {
  std::set<std::string> all;
  for (const LedgerRow& row : told) all.insert(row.period);
  return all;
}

void report_late(model::Facts& facts, std::size_t unit, int year) {
  for (model::ReportGroup& reports : facts.reports) {
    if (reports.unit != unit || reports.year != year) continue;
    ++reports.questions[test::regular].back().count;
    ++reports.reports;
  }
}

}  // namespace

TEST_CASE("of the same data the same is told again, and nothing is new") {
  const model::Facts facts = region_of_reports({2024, 2025});
  const MadeRelease first = released(facts, both());
  REQUIRE_FALSE(first.evidence.newly_told.empty());
  REQUIRE(line(first, "regular;forum;f0;2025") == "regular;forum;f0;2025;share;60,00;9;15;");
  REQUIRE(line(first, "regular;forum;f3;2025") == "regular;forum;f3;2025;share;;;;ja");
  const MadeRelease second = released(facts, both(), ledger_of(first));
  CHECK(second.csv == first.csv);
  CHECK(second.evidence.newly_told.empty());
  CHECK(faults(second) == "");
}

TEST_CASE("of the same data the same is told again, whatever the region") {
  std::size_t told = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    model::Facts facts = test::random_region(random, test::Forums::some_without, 15);
    test::random_succession(random, facts);
    facts.report_questions = test::made_questions();
    facts.statements.resize(1);
    facts.statements[0].id = "breadth";
    for (std::size_t u = 0; u < facts.units.size(); ++u) {
      const auto few = [&](std::size_t most) { return static_cast<int>(random.below(most)); };
      for (int year = 2022; year < 2026; ++year) {
        if (random.one_in(4)) continue;
        auto reports = test::regular_reports(u, year, few(9), few(7));
        for (int hours = 1; hours < 5; ++hours) reports.questions[test::hours].push_back({25 * hours, 1 + few(4)});
        facts.reports.push_back(std::move(reports));
      }
      facts.survey.push_back({0, 0, u, model::Role::st_doctor, {few(5), few(4), few(3), 0, 0, 0, 0}, {}});
    }
    test::put_in_order(facts);
    auto definitions = both();
    definitions.push_back(named("breadth", test::breadth_agree));
    const MadeRelease first = released(facts, definitions), second = released(facts, definitions, ledger_of(first));
    CHECK(faults(first) == "");
    CHECK(second.csv == first.csv);
    CHECK(second.evidence.newly_told.empty());
    CHECK(faults(second) == "");
    told += first.evidence.newly_told.size();
  }
  CHECK(told > 500);
}

TEST_CASE("after a late report the old numbers are repeated, and none that the report is in") {
  model::Facts facts = region_of_reports({2025});
  const MadeRelease first = released(facts, both());
  report_late(facts, 0, 2025);
  REQUIRE(line(released(facts, both()), "regular;forum;f0;2025") == "regular;forum;f0;2025;share;62,50;10;16;");
  const MadeRelease second = released(facts, both(), ledger_of(first));
  CHECK(second.csv == first.csv);
  CHECK(second.evidence.newly_told.empty());
  CHECK(faults(second) == "");
}

TEST_CASE("a new year is told, the year before as it was then") {
  const MadeRelease first = released(region_of_reports({2025}), regular_only());
  model::Facts facts = region_of_reports({2025, 2026});
  const MadeRelease second = released(facts, regular_only(), ledger_of(first), test::open_policy(), next_year);
  CHECK(lines(second, "regular;forum;f0;2025;") == lines(first, "regular;forum;f0;2025;"));
  CHECK(line(second, "regular;forum;f0;2026") == "regular;forum;f0;2026;share;60,00;9;15;");
  CHECK(periods(second.evidence.newly_told).count("2026") == 1);
  CHECK(periods(second.evidence.newly_told).count("2025") == 0);
  CHECK(faults(second) == "");
  const Ledger both_told = ledger_of({first.evidence.newly_told, second.evidence.newly_told});
  const MadeRelease third = released(facts, regular_only(), both_told, test::open_policy(), next_year);
  CHECK(third.csv == second.csv);
  CHECK(third.evidence.newly_told.empty());
}

TEST_CASE("years of which one has changed since it was told are not told together, another year by itself is") {
  const MadeRelease first = released(region_of_reports({2023, 2024}), regular_only(), {}, test::open_policy(), last_year);
  REQUIRE(periods(first.evidence.newly_told) == std::set<std::string>{"2023", "2024"});
  model::Facts facts = region_of_reports({2023, 2024, 2025});
  const std::string pool = "regular;forum;f0;2023–2025";
  CHECK(line(released(facts, regular_only(), ledger_of(first)), pool) == pool + ";share;60,00;27;45;");
  report_late(facts, 0, 2024);
  const MadeRelease second = released(facts, regular_only(), ledger_of(first));
  CHECK(lines(second, "regular;forum;f0;2024;") == lines(first, "regular;forum;f0;2024;"));
  CHECK(line(second, "regular;forum;f0;2025") == "regular;forum;f0;2025;share;60,00;9;15;");
  CHECK(line(second, pool) == pool + ";share;;;;ja");
  CHECK(periods(second.evidence.newly_told) == std::set<std::string>{"2025"});
  CHECK(faults(second) == "");
}

TEST_CASE("years that were told together of anybody have all changed when one of them has") {
  model::Facts facts = region_of_reports({2023, 2024, 2025});
  std::vector<LedgerRow> told = released(facts, regular_only()).evidence.newly_told;
  report_late(facts, 0, 2024);
  const auto changed = [&] {
    const auto measured = test::measured(facts, regular_only());
    Questions questions = questions_of(facts, measured, test::open_policy(), day(test::made_today));
    settle(questions, ledger_of({told}), measured, facts, 5);
    return questions.all.at(0).frozen;
  };
  std::erase_if(told, [](const LedgerRow& row) { return row.period == "2023–2025" && row.group != "f1"; });  // where it did not come
  CHECK(changed() == 7);
  std::erase_if(told, [](const LedgerRow& row) { return row.period == "2023–2025"; });
  CHECK(changed() == 2);
}

TEST_CASE("years that have been told are not told together before something new has come to them") {
  const MadeRelease first = released(region_of_reports({2023, 2024}), regular_only(), {}, test::open_policy(), last_year);
  const MadeRelease second = released(region_of_reports({2023, 2024}), regular_only(), ledger_of(first));
  CHECK(line(second, "regular;forum;f0;2023–2025") == "regular;forum;f0;2023–2025;share;;;;ja");
  CHECK(second.evidence.newly_told.empty());
  CHECK(faults(second) == "");
}

TEST_CASE("a group that a unit has joined is not the same, though its answers are") {
  model::Facts facts = region_of_reports({2025});
  std::erase_if(facts.reports, [](const model::ReportGroup& one) { return one.unit == 12; });
  const MadeRelease first = released(facts, regular_only());
  const auto members = [&](const MadeRelease& made) {
    for (const LedgerRow& row : made.evidence.newly_told) {
      if (row.group_kind == "forum" && row.group == "f0" && row.period == "2025") return row.members;
    }
    return std::string{};
  };
  const auto changed = [&](const Ledger& ledger) {
    const auto measured = test::measured(facts, regular_only());
    Questions questions = questions_of(facts, measured, test::open_policy(), day(test::made_today));
    settle(questions, ledger, measured, facts, 5);
    return questions.all.at(0).frozen;
  };
  REQUIRE_FALSE(members(first).empty());
  CHECK(changed(ledger_of(first)) == 0);
  facts.units[12].forum = 0;
  CHECK(members(released(facts, regular_only())) != members(first));
  CHECK(changed(ledger_of(first)) != 0);
  const MadeRelease second = released(facts, regular_only(), ledger_of(first));
  CHECK(line(second, "regular;forum;f0;2025") == line(first, "regular;forum;f0;2025"));
  CHECK(second.evidence.newly_told.empty());
}

TEST_CASE("an indicator that counts otherwise than it did has another hash, and is not told of times when it was told") {
  const model::Facts facts = region_of_reports({2025});
  const MadeRelease first = released(facts, regular_only());
  Definition worded = regular_only()[0];
  worded.name = worded.rule = worded.counted = {"annat", "other"};
  worded.target = indicators::Target{true, 80, {}};
  CHECK(released(facts, {worded}, ledger_of(first)).csv == first.csv);
  const Definition turned = named("regular", "dataset: annual_reports\nkind: share\nnumerator: {field: regular, equals: nej}\n"
                                             "denominator: {field: regular, answered: ja}\n");
  const MadeRelease fresh = released(facts, {turned});
  REQUIRE(fresh.evidence.newly_told.size() == first.evidence.newly_told.size());
  CHECK(fresh.evidence.newly_told[0].definition != first.evidence.newly_told[0].definition);
  CHECK(fresh.evidence.newly_told[0].members == first.evidence.newly_told[0].members);
  const MadeRelease second = released(facts, {turned}, ledger_of(first));
  for (const std::string& told : lines(second, "regular;")) CHECK(told.ends_with(";;;;ja"));
  CHECK(second.evidence.newly_told.empty());
}

TEST_CASE("a second indicator of a question adds nothing to a time that was told") {
  const model::Facts facts = region_of_reports({2025});
  const MadeRelease first = released(facts, regular_only());
  auto two = regular_only();
  two.push_back(named("irregular", "dataset: annual_reports\nkind: share\nnumerator: {field: regular, equals: nej}\n"
                                   "denominator: {field: regular, answered: ja}\n"));
  const MadeRelease second = released(facts, two, ledger_of(first));
  CHECK(lines(second, "regular;") == lines(first, "regular;"));
  for (const std::string& told : lines(second, "irregular;")) CHECK(told.ends_with(";;;;ja"));
  CHECK(second.evidence.newly_told.empty());
}

TEST_CASE("with a higher threshold what was told of fewer is withheld, and known all the same") {
  const model::Facts facts = region_of_reports({2025});
  const MadeRelease first = released(facts, regular_only());
  Policy strict = test::open_policy();
  strict.smallest_group = 16;
  const MadeRelease second = released(facts, regular_only(), ledger_of(first), strict);
  CHECK(line(second, "regular;forum;f0;2025") == "regular;forum;f0;2025;share;;;;ja");
  CHECK(lines(second, "regular;region;") == lines(first, "regular;region;"));
  CHECK(faults(second) == "");
  const Witness& witness = second.evidence.witnesses.questions.at(0);
  const auto rows_known = std::count(witness.known.begin(), witness.known.end(), true);
  const auto& before = first.evidence.witnesses.questions.at(0).known;
  CHECK(rows_known == std::count(before.begin(), before.end(), true));
  CHECK(second.evidence.newly_told.empty());
  CHECK(released(facts, regular_only(), ledger_of(first)).csv == first.csv);
}

TEST_CASE("with a lower threshold nothing more is told of a time that was told") {
  model::Facts facts = region_of_reports({2025});
  Policy strict = test::open_policy();
  strict.smallest_group = 16;
  const MadeRelease first = released(facts, regular_only(), {}, strict);
  REQUIRE(line(first, "regular;forum;f0;2025").ends_with("ja"));
  REQUIRE_FALSE(line(released(facts, regular_only()), "regular;forum;f0;2025").ends_with("ja"));
  const MadeRelease second = released(facts, regular_only(), ledger_of(first));
  CHECK(second.csv == first.csv);
  CHECK(second.evidence.newly_told.empty());
}

TEST_CASE("what was told of single units is known, also when they are told of no more") {
  model::Facts facts = region_of_reports({2025});
  for (model::ReportGroup& reports : facts.reports) reports.questions[test::regular] = {{0, 20}, {1, 20}};
  Policy units = test::open_policy();
  units.roll_up = {RollUp::unit, RollUp::unit_pool, RollUp::region};
  const MadeRelease first = released(facts, regular_only(), {}, units);
  REQUIRE(line(first, "regular;unit;E10;2025") == "regular;unit;E10;2025;share;50,00;20;40;");
  Policy groups = test::open_policy();
  groups.roll_up = {RollUp::forum, RollUp::region};
  const MadeRelease second = released(facts, regular_only(), ledger_of(first), groups);
  CHECK(lines(second, "regular;unit;").empty());
  const Witness& then = first.evidence.witnesses.questions.at(0);
  const Witness& now = second.evidence.witnesses.questions.at(0);
  for (std::size_t row = 0; row < then.known.size(); ++row) {
    INFO(row);
    if (then.known[row]) CHECK(now.known[row]);
  }
}

TEST_CASE("what an indicator told that is no longer there is known still") {
  const model::Facts facts = region_of_reports({2025});
  auto two = regular_only();
  two.push_back(named("irregular", "dataset: annual_reports\nkind: share\nnumerator: {field: regular, equals: nej}\n"
                                   "denominator: {field: regular, answered: ja}\n"));
  const MadeRelease first = released(facts, regular_only());
  const MadeRelease second = released(facts, {two[1]}, ledger_of(first));
  for (const std::string& told : lines(second, "irregular;")) CHECK(told.ends_with(";;;;ja"));
  const Witness& then = first.evidence.witnesses.questions.at(0);
  const Witness& now = second.evidence.witnesses.questions.at(0);
  for (std::size_t row = 0; row < then.known.size(); ++row) {
    INFO(row);
    if (then.known[row]) CHECK(now.known[row]);
  }
}

namespace {

// Each unit answers like this; the third answer none of them gave at first.
model::Facts survey(int agree, int neutral, int disagree, int of_first = 0) {
  model::Facts facts = region_of_reports({});
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    facts.survey.push_back({0, 0, u, model::Role::st_doctor, {agree, neutral, disagree + (u == 0 ? of_first : 0), 0, 0, 0, 0}, {}});
  }
  return facts;
}

// What the survey's page tells of the region.
indicators::AnswerCounts answers(const MadeRelease& made) {
  REQUIRE(made.release.survey.size() == 1);
  const auto* shown = made.release.survey[0].answers.shown();
  return shown ? *shown : indicators::AnswerCounts{-1};
}

using All = indicators::AnswerCounts;

}  // namespace

TEST_CASE("a page of the survey repeats all the answers that it told") {
  const MadeRelease first = released(survey(3, 2, 1), {});
  REQUIRE(answers(first) == All{39, 26, 13, 0, 0, 0, 0});
  const Ledger ledger = ledger_of(first);
  CHECK(answers(released(survey(3, 2, 1), {}, ledger)) == All{39, 26, 13, 0, 0, 0, 0});
  CHECK(answers(released(survey(3, 2, 1, 1), {}, ledger)) == All{39, 26, 13, 0, 0, 0, 0});
  CHECK(released(survey(3, 2, 1, 1), {}, ledger).evidence.newly_told.empty());
}

TEST_CASE("an answer that nobody had given when a page of the survey was told is not told later, nor that one is taken back") {
  const MadeRelease without = released(survey(3, 2, 0), {}), with = released(survey(3, 2, 0, 4), {});
  REQUIRE(answers(without) == All{39, 26, 0, 0, 0, 0, 0});
  REQUIRE(answers(with) == All{39, 26, 4, 0, 0, 0, 0});
  CHECK(answers(released(survey(3, 2, 0, 4), {}, ledger_of(without))) == answers(without));
  CHECK(answers(released(survey(3, 2, 0), {}, ledger_of(with))) == answers(with));
}
