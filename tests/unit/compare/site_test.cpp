// What counts as a built site, and what is said of one that is broken.
#include "catch.hpp"
#include "compare/codes.hpp"
#include "made_site.hpp"
#include "read/codes.hpp"

using namespace lagesbild;
using test::MadeSite;
using Files = std::map<std::string, std::string>;

namespace {

MadeSite small() {
  MadeSite site;
  site.tables = {{"units", "unit_id name listed_patients:integer", "unit_id", {"E1;Eken;6000", "E2;Linden;7000"}}};
  return site;
}

// "code place {values}" of all that is said; nothing may have been read unless they are warnings.
std::string told(const Files& files) {
  Diagnostics diagnostics;
  const auto site = test::read_made(files, diagnostics);
  CHECK(site.has_value() != diagnostics.has_errors());
  std::string lines;
  for (const Diagnostic& one : diagnostics.all()) {
    const Place& place = one.place;
    lines += std::string{one.code.id} + " " + place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
    for (const Argument& argument : one.arguments) lines += " " + argument.value;
    lines += "\n";
  }
  return lines;
}

std::string told_with(const std::string& file, const std::string& old, const std::string& instead) {
  Files files = small().files();
  std::string& text = files.at(file);
  text.replace(text.find(old), old.size(), instead);
  return told(files);
}

std::string told_of(const std::string& file, const std::string& text) {
  Files files = small().files();
  files[file] = text;
  return told(files);
}

constexpr const char* package = "s/data/datapackage.json";
constexpr const char* table = "s/data/units.csv";

}  // namespace

TEST_CASE("a built site is read with its tables") {
  Diagnostics diagnostics;
  const auto site = test::read_made(small().files(), diagnostics);
  REQUIRE(site);
  CHECK(diagnostics.empty());
  CHECK(site->release.site == "pahittad");
  CHECK(site->package.region == "Påhittad");
  REQUIRE(site->find("units"));
  CHECK(site->find("units")->rows.rows() == 2);
  CHECK(site->package.sources->size() == 2);
  CHECK_FALSE(site->package.definitions);
}

TEST_CASE("a folder without release.json, or with somebody else's, is no site") {
  Files files = small().files();
  files.erase("s/release.json");
  CHECK(told(files) == "diff-not-a-site :0:0 s\n");
  CHECK(told_of("s/release.json", R"({"generator": "other"})") == "diff-not-a-site :0:0 s\n");
  CHECK(told_of("s/release.json", "[]") == "diff-json-form s/release.json:0:0 \ndiff-not-a-site :0:0 s\n");
}

TEST_CASE("a site without a data package has no data to compare") {
  Files files = small().files();
  files.erase(package);
  CHECK(told(files) == "diff-no-data :0:0 s\n");
}

TEST_CASE("broken JSON is told with its place") {
  CHECK(told_of("s/release.json", "{\n  \"generator\": \"lagesbild\",\n  oj}") == "diff-json-broken s/release.json:3:3\n");
  CHECK(told_of(package, "") == "diff-json-broken s/data/datapackage.json:1:1\n");
  CHECK(told_of(package, "{\"a\": 1e999}") == "diff-json-broken s/data/datapackage.json:0:0\n");
  CHECK(told_of(package, "{\"a\": \"\xff\"}").starts_with("diff-json-broken s/data/datapackage.json:1:"));
  CHECK(told_of(package, std::string(100000, '[')).starts_with("diff-json-broken"));
  CHECK(told_of(package, std::string(100, '[') + std::string(100, ']')) == "json-too-deep s/data/datapackage.json:0:0 16\n");
}

TEST_CASE("what a package must hold is asked for by name") {
  CHECK(told_of(package, "{}").starts_with("diff-json-form s/data/datapackage.json:0:0 lagesbild\n"));
  CHECK(told_with(package, "\"path\": \"units.csv\"", "\"path\": 7") ==
        "diff-json-form s/data/datapackage.json:0:0 resources.path\n"
        "diff-json-form s/data/datapackage.json:0:0 resources.path\n");
  CHECK(told_with(package, "\"dataset\": \"units\"", "\"dataset\": \"units\", \"dataset\": \"x\"") ==
        "diff-json-form s/data/datapackage.json:0:0 dataset\n");
  CHECK(told_with(package, "[\n          \"unit_id\"", "[\n          \"other\"") ==
        "diff-json-form s/data/datapackage.json:0:0 resources.schema.primaryKey\n");
  CHECK(told_with(package, "Titel units\"", "Titel \\u001b[31m\"") == "diff-json-form s/data/datapackage.json:0:0 resources.title\n");
}

TEST_CASE("a package leads nowhere out of its folder") {
  for (const char* const path : {"../x.csv", "/etc/passwd", "a/b.csv", "..\\\\x", ".x", ""}) {
    CHECK(told_with(package, "\"path\": \"units.csv\"", "\"path\": \"" + std::string{path} + "\"") ==
          "diff-json-form s/data/datapackage.json:0:0 resources.path\n");
  }
}

TEST_CASE("a file of the package that is missing is told, at the package") {
  Files files = small().files();
  files.erase(table);
  CHECK(told(files) == "file-missing s/data/datapackage.json:0:0 s/data/units.csv\n");
}

TEST_CASE("a table with other columns than the package says is no table of this site") {
  CHECK(told_with(table, "listed_patients", "listed") == "diff-other-heading s/data/units.csv:1:14 listed listed_patients\n");
  CHECK(told_of(table, "unit_id;name\r\nE1;Eken\r\n") == "diff-columns-missing s/data/units.csv:1:0 3\n");
  CHECK(told_of(table, "unit_id;name;listed_patients;more\r\n") == "diff-columns-missing s/data/units.csv:1:0 3\n");
  CHECK(told_with(table, "E2;Linden;7000", "E2;Linden").starts_with("csv-row-too-short s/data/units.csv:3:1"));
}

TEST_CASE("a key that stands twice is told where it stands the second time") {
  CHECK(told_with(table, "E2;", "E1;") == "diff-key-repeated s/data/units.csv:3:1 E1\n");
}

TEST_CASE("a table that somebody has saved again can be compared, with a warning") {
  CHECK(told_with(table, "6000", "6001") == "diff-file-changed s/data/units.csv:0:0\n");
}
