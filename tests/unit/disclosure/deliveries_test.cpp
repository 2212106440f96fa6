// Who has handed in what, as readers may know it: of a unit, never of the few persons at one.
#include <algorithm>

#include "base/csv.hpp"
#include "catch.hpp"
#include "disclosure/audience.hpp"
#include "disclosure/release.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;

namespace {

model::Dataset delivered(const char* id, bool about_persons, Audience audience = Audience::intranet) {
  model::Dataset dataset;
  dataset.id = dataset.form_of = id;
  dataset.title = {id, id};
  dataset.about_persons = about_persons;
  dataset.unit_field = "unit_id";
  dataset.year_field = "year";
  for (const char* name : {"unit_id", "year"}) {
    model::Field field;
    field.name = name;
    field.audience = audience;
    dataset.fields.push_back(field);
  }
  return dataset;
}

// Units with so many ST doctors; those with an even place have handed in.
model::Facts facts_with(const std::vector<std::optional<int>>& st_doctors, bool about_persons = true) {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.datasets = {delivered("annual_reports", about_persons)};
  for (std::size_t i = 0; i < st_doctors.size(); ++i) {
    facts.units.push_back(test::made_unit("E" + std::to_string(i)));
    facts.units.back().figures.st_doctors = st_doctors[i];
    if (i % 2 == 0) facts.deliveries.push_back({"annual_reports", i, "2025"});
  }
  return facts;
}

Release release_of(model::Facts facts, Policy policy = test::open_policy(), Audience audience = Audience::intranet) {
  const auto figures = indicators::compute(facts, day(test::made_today));
  return judge(std::move(facts), figures, policy, day(test::made_today), audience);
}

std::string told(const Cell<Coverage>& cell) {
  static constexpr const char* words[] = {"delivered", "missing", "not yet", "not expected"};
  return cell.shown() == nullptr ? "untold" : words[static_cast<std::size_t>(*cell.shown())];
}

std::vector<std::string> told(const Release& release) {
  REQUIRE(release.deliveries.size() == 1);
  CHECK(release.deliveries[0].period == "2025");
  CHECK(release.deliveries[0].over);
  std::vector<std::string> all;
  for (const auto& cell : release.deliveries[0].units) all.push_back(told(cell));
  return all;
}

using Words = std::vector<std::string>;

// The file to download, without its mark; nothing when there is none.
std::string file_of(model::Facts facts, Audience audience = Audience::intranet) {
  model::Dataset described;
  described.id = "deliveries";
  for (const char* name : {"unit_id", "dataset", "period", "state", "withheld"}) {
    described.fields.emplace_back().name = name;
    described.fields.back().audience = Audience::open;
  }
  facts.datasets.push_back(described);
  const Release release = release_of(std::move(facts), test::open_policy(), audience);
  const auto found = std::find_if(release.downloads.begin(), release.downloads.end(),
                                  [&](const Download& one) { return release.datasets[one.dataset].id == "deliveries"; });
  return found == release.downloads.end() ? "" : found->csv.substr(csv_mark.size());
}

}  // namespace

TEST_CASE("whether a unit has handed in what persons write is told from three ST doctors on", "[disclosure]") {
  CHECK(told(release_of(facts_with({3, 3, 2, 2, 1, 1}))) == Words{"delivered", "missing", "untold", "untold", "untold", "untold"});
}

TEST_CASE("where the register does not know how many they are, nothing is told", "[disclosure]") {
  CHECK(told(release_of(facts_with({std::nullopt, std::nullopt}))) == Words{"untold", "untold"});
}

TEST_CASE("what is expected of a unit without ST doctors is about the unit", "[disclosure]") {
  CHECK(told(release_of(facts_with({4, 0}))) == Words{"delivered", "not expected"});
}

TEST_CASE("where the register is about persons, the site's own smallest group holds", "[disclosure]") {
  CHECK(told(release_of(facts_with({4, 4, 5, 5}), test::made_policy(5))) == Words{"untold", "untold", "delivered", "missing"});
}

TEST_CASE("a site that tells of no single unit tells of no delivery by persons either", "[disclosure]") {
  Policy policy = test::open_policy();
  policy.roll_up = {RollUp::forum, RollUp::region};
  CHECK(told(release_of(facts_with({9, 9}), policy)) == Words{"untold", "untold"});
}

TEST_CASE("what is not about persons is told of every unit", "[disclosure]") {
  CHECK(told(release_of(facts_with({1, std::nullopt}, false))) == Words{"delivered", "missing"});
}

TEST_CASE("readers who may not see the field of the unit are not told who has handed in", "[disclosure]") {
  CHECK(release_of(facts_with({9, 9}), test::open_policy(), Audience::open).deliveries.empty());
}

TEST_CASE("deliveries are not numbers, and not counted as such", "[disclosure]") {
  model::Facts without = facts_with({3, 2});
  without.deliveries.clear();
  CHECK(release_of(facts_with({3, 2})).tally.judged == release_of(std::move(without)).tally.judged);
}

TEST_CASE("the file says of each unit what has come in, and of one too small only that it is protected", "[disclosure]") {
  CHECK(file_of(facts_with({3, 3, 2, 0})) == "unit_id;dataset;period;state;withheld\r\n"
                                             "E0;annual_reports;2025;delivered;\r\n"
                                             "E1;annual_reports;2025;missing;\r\n"
                                             "E2;annual_reports;2025;;ja\r\n"
                                             "E3;annual_reports;2025;not_expected;\r\n");
}

TEST_CASE("a unit that is no more has no row of what has come in", "[disclosure]") {
  model::Facts facts = facts_with({3, 3});
  facts.units[1].valid_to = day("2024-12-31");
  CHECK(file_of(std::move(facts)).find("E1") == std::string::npos);
}

TEST_CASE("readers who are not told who has handed in get no file about it", "[disclosure]") {
  CHECK(file_of(facts_with({9, 9}), Audience::open).empty());
}
