// Which rows and values have changed between two sites, by how much.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "compare/number.hpp"
#include "made_site.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::changes_between;
using test::MadeSite;
using What = RowChange::What;

namespace {

MadeSite site_with(std::vector<test::MadeTable> tables) {
  MadeSite site;
  site.tables = std::move(tables);
  return site;
}

test::MadeTable units(std::vector<std::string> rows) {
  return {"units", "unit_id name listed_patients:integer", "unit_id", std::move(rows)};
}

test::MadeTable reviews(std::vector<std::string> rows) {
  return {"reviews", "review_id unit_id A:grade A_current:grade", "review_id", std::move(rows), {}, "unit_id"};
}

test::MadeTable values(std::vector<std::string> rows) {
  return {"indicator_values", "indicator group_kind group period value:number withheld", "indicator group_kind group period",
          std::move(rows)};
}

std::string in_short(const RowChange& row) {
  static constexpr const char* words[] = {"changed", "withheld", "shown", "added", "removed"};
  std::string text = words[static_cast<std::size_t>(row.what)];
  for (const std::string& part : row.key) text += " " + part;
  if (!row.name.empty()) text += " (" + row.name + ")";
  for (const ColumnChange& column : row.columns) {
    text += ", " + column.name + " " + column.from + ">" + column.to;
    if (column.difference) text += " " + column.difference->plain(Language::sv);
  }
  return text;
}

std::string in_short(const MadeSite& before, const MadeSite& after) {
  std::string text;
  for (const TableChanges& table : changes_between(before, after).tables) {
    for (const RowChange& row : table.rows) text += table.name + ": " + in_short(row) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a site and itself have no differences, whatever the order of rows") {
  const MadeSite one = site_with({units({"E1;Eken;6000", "E2;Linden;7000"})});
  const MadeSite two = site_with({units({"E2;Linden;7000", "E1;Eken;6000"})});
  CHECK(in_short(one, one).empty());
  CHECK(in_short(one, two).empty());
  CHECK(changes_between(one, two).causes.empty());
}

TEST_CASE("rows are met by their key: in the order of the new file, and those that are gone last") {
  const MadeSite before = site_with({units({"E3;Granen;5000", "E1;Eken;6000", "E2;Linden;7000"})});
  const MadeSite after = site_with({units({"E4;Alen;", "E2;Linden;7100", "E1;Ekens vårdcentral;"})});
  CHECK(in_short(before, after) ==
        "units: added E4 (Alen)\n"
        "units: changed E2 (Linden), listed_patients 7000>7100 100\n"
        "units: changed E1 (Ekens vårdcentral), name Eken>Ekens vårdcentral, listed_patients 6000>\n"
        "units: removed E3 (Granen)\n");
}

TEST_CASE("a row about a unit is told with the unit's new name") {
  const MadeSite before = site_with({units({"E1;Eken;"}), reviews({"R1;E1;D;D", "R2;E1;B;B"})});
  const MadeSite after = site_with({units({"E1;Ekens vårdcentral;"}), reviews({"R1;E1;D;C", "R2;E1;B;B"})});
  CHECK(in_short(before, after) ==
        "units: changed E1 (Ekens vårdcentral), name Eken>Ekens vårdcentral\n"
        "reviews: changed R1 (Ekens vårdcentral), A_current D>C\n");
}

TEST_CASE("what is withheld in one of the two is told without any value of the other") {
  const MadeSite before =
      site_with({values({"i;unit;E1;2024;87,2;", "i;unit;E2;2024;;few", "i;unit;E3;2024;;few", "i;unit;E4;2024;50,0;"})});
  const MadeSite after = site_with({values({"i;unit;E1;2024;;few", "i;unit;E2;2024;90,1;", "i;unit;E3;2024;;one_unit"})});
  CHECK(in_short(before, after) ==
        "indicator_values: withheld i unit E1 2024\n"
        "indicator_values: shown i unit E2 2024\n"
        "indicator_values: changed i unit E3 2024, withheld few>one_unit\n"
        "indicator_values: removed i unit E4 2024\n");
  const std::string json = compare::changes_json(changes_between(before, after));
  CHECK(json.find("87,2") == std::string::npos);
  CHECK(json.find("50,0") == std::string::npos);
}

TEST_CASE("a table whose key has changed still tells no value that is withheld") {
  MadeSite before = site_with({values({"i;unit;E1;2024;87,2;"})});
  before.tables[0].key = "indicator group";
  const MadeSite after = site_with({values({"i;unit;E1;2024;;few"})});
  CHECK(compare::changes_json(changes_between(before, after)).find("87,2") == std::string::npos);
}

TEST_CASE("rows without a key are met as wholes, as many times as they stand there") {
  const auto counts = [](std::vector<std::string> rows) {
    return site_with({{"published_counts", "measure value:integer", "", std::move(rows)}});
  };
  CHECK(in_short(counts({"m;1", "m;1", "n;2"}), counts({"m;1", "n;3"})) ==
        "published_counts: added n 3\n"
        "published_counts: removed m 1\n"
        "published_counts: removed n 2\n");
}

TEST_CASE("a key of which parts may be empty is a key all the same") {
  const auto measures = [](std::vector<std::string> rows) {
    return site_with({{"measures", "plan number status", "", std::move(rows), "number plan"}});
  };
  CHECK(in_short(measures({"p;1;started", "p;;started", "p;;done"}), measures({"p;1;done", "p;;started", "p;;stopped"})) ==
        "measures: changed 1 p, status started>done\n"
        "measures: changed  p, status done>stopped\n");
}

TEST_CASE("columns that came or went are told once, and the others are compared") {
  const MadeSite before = site_with({{"units", "unit_id old listed_patients:integer", "unit_id", {"E1;x;1"}}});
  const MadeSite after = site_with({{"units", "unit_id listed_patients:integer new", "unit_id", {"E1;2;y"}}});
  const Changes changes = changes_between(before, after);
  CHECK(changes.tables[0].new_columns == std::vector<std::string>{"new"});
  CHECK(changes.tables[0].lost_columns == std::vector<std::string>{"old"});
  CHECK(in_short(changes.tables[0].rows.at(0)) == "changed E1, listed_patients 1>2 1");
}

TEST_CASE("a table that only one of the two has is new rows, or rows that are gone, and comes last when it is gone") {
  const MadeSite before = site_with({reviews({"R1;E1;A;A"})});
  const MadeSite after = site_with({units({"E1;Eken;1"})});
  CHECK(in_short(before, after) == "units: added E1 (Eken)\nreviews: removed R1 (Eken)\n");
  CHECK(changes_between(before, after).counts == Counts{0, 0, 0, 1, 1});
}

TEST_CASE("a change is as large as its share of the largest value in the column, of its indicator") {
  const MadeSite before = site_with({values({"i;unit;E1;2024;10,0;", "j;unit;E1;2024;100;", "j;unit;E2;2024;400;"})});
  const MadeSite after = site_with({values({"i;unit;E1;2024;5,0;", "j;unit;E1;2024;200;", "j;unit;E2;2024;400;"})});
  const auto rows = changes_between(before, after).tables[0].rows;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].size == Approx(0.5));
  CHECK(rows[1].size == Approx(0.25));
  const auto grades = changes_between(site_with({reviews({"R1;E1;D;D"})}), site_with({reviews({"R1;E1;D;B"})})).tables[0].rows;
  CHECK(grades.at(0).size == Approx(2.0 / 3));
}

TEST_CASE("a difference is exact to the digit") {
  const auto less = [](const char* from, const char* to) {
    return compare::difference(*compare::parse_number(from), *compare::parse_number(to)).text().plain(Language::sv);
  };
  CHECK(less("87,2", "89,0") == "1,8");
  CHECK(less("0,3", "0,1") == "-0,2");
  CHECK(less("3,975", "4") == "0,025");
  CHECK(less("-1,5", "1.25") == "2,75");
  CHECK(less("9999999999,9999999", "-9999999999,9999999") == "-19999999999,9999998");
  CHECK(less("5,0", "5") == "0,0");
  for (const char* const none : {"", "-", ",5", "5,", "1e3", "1,2,3", "A", "12345678901", "0,12345678", "1 000", "+5", "--5"}) {
    CHECK_FALSE(compare::parse_number(none));
  }
}

TEST_CASE("the JSON holds everything, with differences as numbers and causes by index") {
  MadeSite after = site_with({units({"E1;Eken;5800", "E2;Linden;"})});
  after.sources[0].sha256 = "u2";
  after.sources[0].updated = "2026-07-01";
  const auto json = nlohmann::json::parse(compare::changes_json(changes_between(site_with({units({"E1;Eken;6000"})}), after)));
  CHECK(json["before"]["as_of"] == "2026-06-30");
  CHECK(json["causes"][0] == nlohmann::json{{"kind", "source"}, {"state", "changed"}, {"dataset", "units"}, {"location", "units.csv"},
                                            {"title", "Titel units.csv"}, {"from", "2026-06-01"}, {"to", "2026-07-01"}});
  const auto& table = json["tables"][0];
  CHECK(table["rows"] == nlohmann::json{{"changed", 1}, {"withheld", 0}, {"shown", 0}, {"added", 1}, {"removed", 0}});
  CHECK(table["rows"] == json["rows"]);
  CHECK(table["changes"][0] ==
        nlohmann::json{{"what", "changed"}, {"key", {"E1"}}, {"name", "Eken"}, {"because", {0}},
                       {"columns", {{{"column", "listed_patients"}, {"from", "6000"}, {"to", "5800"}, {"difference", -200}}}}});
  CHECK(table["changes"][1] == nlohmann::json{{"what", "added"}, {"key", {"E2"}}, {"name", "Linden"}, {"because", {0}}});
}
