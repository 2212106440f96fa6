// Why values have changed: what went into the two sites, and which of it a row can come from.
#include "catch.hpp"
#include "made_site.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::MadeSite;

namespace {

// A unit's number, a grade, and an indicator of each; `n` makes all of them differ.
MadeSite site(const std::string& n) {
  MadeSite made;
  made.tables = {{"units", "unit_id listed_patients:integer", "unit_id", {"E1;" + n}},
                 {"reviews", "review_id note", "review_id", {"R1;" + n}},
                 {"indicator_values", "indicator group_kind group period value:number", "indicator group_kind group period",
                  {"of_units;region;;2024;" + n, "of_reviews;region;;2024;" + n, "of_reports;region;;2024;" + n}}};
  made.sources.push_back({"annual_reports", "2024.xlsx", "2025-02-01", "a4"});
  made.sources.push_back({"annual_reports", "2025.xlsx", "2026-02-01", "a5"});
  made.definitions = {{"units", "of_units", "", "1"}, {"reviews", "of_reviews", "", "2"}, {"annual_reports", "of_reports", "", "3"}};
  made.settings = "s";
  return made;
}

std::string word(const Cause& cause) {
  static constexpr const char* kinds[] = {"source", "definition", "settings", "as_of", "program"};
  static constexpr const char* states[] = {"changed", "added", "removed"};
  std::string text = kinds[static_cast<std::size_t>(cause.kind)];
  if (!cause.id.empty()) text += " " + cause.id;
  if (cause.state != Cause::State::changed) text += std::string{" "} + states[static_cast<std::size_t>(cause.state)];
  return text;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string causes(const MadeSite& before, const MadeSite& after) {
  std::vector<std::string> words;
  for (const Cause& cause : test::changes_between(before, after).causes) words.push_back(word(cause));
  return joined(words);
}

// Of the row in the table whose key begins so.
std::string why(const MadeSite& after, const std::string& table, const std::string& first) {
  const Changes changes = test::changes_between(site("1"), after);
  for (const TableChanges& one : changes.tables) {
    for (const RowChange& row : one.rows) {
      if (one.name != table || row.key.front() != first) continue;
      std::vector<std::string> words;
      for (const std::size_t cause : row.because) words.push_back(word(changes.causes.at(cause)));
      return joined(words);
    }
  }
  return "no such row";
}

}  // namespace

TEST_CASE("sources that changed, came or went are told, and those that only moved are not") {
  MadeSite after = site("1");
  after.sources[1].sha256 = "r2";
  after.sources[2].location = "moved.xlsx";
  after.sources[3] = {"annual_reports", "2026.xlsx", "2026-06-01", "a6"};
  CHECK(causes(site("1"), after) == "source reviews.csv, source 2026.xlsx added, source 2025.xlsx removed");
}

TEST_CASE("definitions, settings, the day and the program are told") {
  MadeSite after = site("1");
  after.definitions[0].sha256 = "1b";
  after.definitions[2].location = "other";
  after.settings = "t";
  after.as_of = "2026-07-31";
  after.version = "1.1";
  CHECK(causes(site("1"), after) ==
        "definition of_units, definition other added, definition of_reports removed, settings, as_of, program");
}

TEST_CASE("a row of a dataset comes from the sources of that dataset, all that changed") {
  MadeSite after = site("2");
  after.sources[0].sha256 = "u2";
  after.as_of = "2026-07-31";
  after.version = "1.1";
  CHECK(why(after, "units", "E1") == "source units.csv");
  after.sources.push_back({"units", "more.csv", "2026-06-01", "m"});
  CHECK(why(after, "units", "E1") == "source units.csv, source more.csv added");
}

TEST_CASE("an indicator comes from the sources of the dataset that it counts, and its definition") {
  MadeSite after = site("2");
  after.sources[0].sha256 = "u2";
  after.sources[3].sha256 = "a5b";
  after.as_of = "2026-07-31";
  CHECK(why(after, "indicator_values", "of_units") == "source units.csv");
  CHECK(why(after, "indicator_values", "of_reports") == "source 2025.xlsx");
  after.definitions[2].sha256 = "3b";
  CHECK(why(after, "indicator_values", "of_reports") == "source 2025.xlsx, definition of_reports");
  CHECK(why(after, "indicator_values", "of_reviews") == "source units.csv, as_of");
  after.settings = "t";
  CHECK(why(after, "indicator_values", "of_reviews") == "source units.csv, settings, as_of");
}

TEST_CASE("what nothing explains comes from the program if that is another one, and is otherwise not known") {
  MadeSite after = site("2");
  CHECK(why(after, "reviews", "R1").empty());
  CHECK(why(after, "indicator_values", "of_reviews").empty());
  after.version = "1.1";
  CHECK(why(after, "reviews", "R1") == "program");
  CHECK(why(after, "indicator_values", "of_reviews") == "program");
  after.settings = "t";
  CHECK(why(after, "reviews", "R1") == "settings");
}

TEST_CASE("an indicator that nobody has defined may come from all that has changed") {
  MadeSite after = site("2");
  after.tables[2].rows = {"unknown;region;;2024;2"};
  after.sources[1].sha256 = "r2";
  after.as_of = "2026-07-31";
  CHECK(why(after, "indicator_values", "unknown") == "source reviews.csv, as_of");
}

TEST_CASE("a site that does not tell its sources makes nobody guess") {
  MadeSite old = site("1");
  old.tells_sources = false;
  const Changes changes = test::changes_between(old, site("2"));
  CHECK_FALSE(changes.sources_known);
  CHECK(changes.causes.empty());
  CHECK(changes.tables.at(0).rows.at(0).because.empty());
}
