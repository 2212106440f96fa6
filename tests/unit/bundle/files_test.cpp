// Everything that the page Data offers, held against the CSV files.
#include <map>
#include <nlohmann/json.hpp>

#include "bundle/archive.hpp"
#include "bundle/files.hpp"
#include "made_workbook.hpp"
#include "small_site.hpp"

using namespace lagesbild;
using test::Site;

namespace {

struct Made {
  std::string bytes, content;
};
using Files = std::map<std::string, Made>;

Files files_of(const Site& site, const std::string& licence = {}) {
  Files files;
  const auto made = bundle::make_files(site.context, licence, [&](std::string_view path, std::string_view bytes, std::string_view content) {
    CHECK(files.emplace(path, Made{std::string{bytes}, std::string{content}}).second);
  });
  REQUIRE(made.ok());
  CHECK(made.value().size() == files.size());
  return files;
}

nlohmann::json json_of(const Files& files, const std::string& path) { return nlohmann::json::parse(files.at(path).bytes); }

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("every file of the page Data is handed on with what none before it has said") {
  const Files files = files_of(Site{});
  CHECK(files.at("data/utan-bom/units.csv").bytes == files.at("data/units.csv").bytes.substr(3));
  CHECK(has(files.at("data/units.xlsx").content, "Tal om personer visas bara"));  // its rows have been seen in the CSV file
  CHECK(files.at("data/allt.zip").content.empty());
  for (const auto& [path, made] : files) {
    const bool packed = path.ends_with(".xlsx") || path.ends_with(".zip");
    CHECK((made.bytes == made.content) == !packed);
  }
}

TEST_CASE("the file of a unit has its rows with numbers as numbers and nothing for what is empty") {
  const auto unit = json_of(files_of(Site{}), "data/json/unit/e1.json");
  CHECK(unit["kind"] == "unit");
  CHECK(unit["release"]["as_of"] == test::made_today);
  const auto row = unit["tables"]["units"].at(0);
  CHECK(row["unit_id"] == "E1");
  CHECK(row["name"] == "'=1+1");
  CHECK(row["listed_patients"] == 12000);
  CHECK_FALSE(row.contains("specialists"));
  CHECK(unit["tables"]["reviews"].at(0)["B_current"] == "C");
  CHECK_FALSE(json_of(files_of(Site{}), "data/json/unit/e2.json")["tables"].contains("reviews"));
}

TEST_CASE("the file of the region says where those of its units are") {
  const Files files = files_of(Site{});
  const auto region = json_of(files, "data/json/region.json");
  REQUIRE(region["units"].size() == 2);
  for (const auto& unit : region["units"]) CHECK(files.contains("data/json/" + unit["file"].get<std::string>()));
  CHECK_FALSE(region["tables"].contains("units"));
}

TEST_CASE("the schema of the JSON files has the fields of the rows and no others") {
  const auto schema = json_of(files_of(Site{}), "data/json/schema.json");
  CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  const auto units = schema["$defs"]["units"];
  CHECK(units["properties"]["listed_patients"]["type"] == "integer");
  CHECK(units["properties"]["valid_from"]["format"] == "date");
  CHECK(units["additionalProperties"] == nlohmann::json{{"not", nlohmann::json::object()}});
  CHECK(schema["$defs"]["reviews"]["properties"]["A"]["enum"] == nlohmann::json({"A", "B", "C", "D"}));
}

TEST_CASE("everything in one file is what the single files are, and the same every time") {
  const Files files = files_of(Site{});
  const test::Parts parts = test::unzipped(files.at("data/allt.zip").bytes);
  REQUIRE(parts.size() == 5);
  for (const test::Part& part : parts) CHECK(part.bytes == files.at("data/" + part.name).bytes);
  CHECK(files_of(Site{}).at("data/allt.zip").bytes == files.at("data/allt.zip").bytes);
  CHECK(bundle::archive({{"a", "b"}}, test::day("2026-06-30")).substr(10, 4) == std::string("\0\0\xDE\x5C", 4));  // midnight, that day
}

TEST_CASE("the feed has an entry for the release and one for each source, the newest first, and ids that stay") {
  const Site site;
  const std::string feed = files_of(site).at("data/andringar.atom").bytes;
  CHECK(has(feed, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"sv\">"));
  CHECK(has(feed, "<updated>" + std::string{test::made_today} + "T00:00:00Z</updated>"));
  std::size_t entries = 0;
  for (std::size_t at = feed.find("<entry>"); at != std::string::npos; at = feed.find("<entry>", at + 1)) ++entries;
  CHECK(entries == 1 + site.info.sources.size());
  CHECK(feed.find("Läget den") < feed.find("Uppgifterna är från"));
  CHECK(feed == files_of(site).at("data/andringar.atom").bytes);
}

TEST_CASE("only an open site is described to data portals, with its terms if it has any") {
  CHECK_FALSE(files_of(Site{}).contains("data/katalog.jsonld"));
  CHECK_FALSE(files_of(Site{Audience::intranet}).contains("data/katalog.jsonld"));
  const Site open{Audience::open};
  const auto graph = json_of(files_of(open, "https://example.org/terms"), "data/katalog.jsonld")["@graph"];
  CHECK(graph[0]["@type"] == "dcat:Catalog");
  CHECK(graph[0]["dcterms:publisher"]["@id"] == graph[1]["@id"]);
  CHECK(graph[1]["foaf:name"]["@value"] == open.info.region.sv);
  REQUIRE(graph.size() == 2 + open.release.downloads.size());
  for (const auto& one : graph[2]["dcat:distribution"]) CHECK(one["dcterms:license"]["@id"] == "https://example.org/terms");
  CHECK(graph[2]["dcat:distribution"].size() == 2);
  CHECK_FALSE(has(files_of(open).at("data/katalog.jsonld").bytes, "license"));
}
