// Workbooks of downloads, read back by the program's own reader.
#include "bundle/workbook.hpp"
#include "made_workbook.hpp"
#include "read/table.hpp"
#include "read/workbook.hpp"
#include "small_site.hpp"

using namespace lagesbild;
using test::Site;

namespace {

bundle::Packed units_of(const Site& site) {
  const disclosure::Download& download = site.release.downloads.at(0);
  return bundle::workbook(site.context, download, bundle::Rows{site.release, download}).value();
}

std::unique_ptr<read::Grid> opened(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto headings = read::headings_of(read::shipped_description("units"));
  const auto known = [&](std::string_view key) { return headings.contains(std::string{key}); };
  auto grid = read::parse_workbook("units.xlsx", bytes, known, "", diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  return grid;
}

std::string sheet(const std::string& bytes, const std::string& name) {
  for (const test::Part& part : test::unzipped(bytes)) {
    if (part.name == "xl/worksheets/" + name) return part.bytes;
  }
  throw std::out_of_range(name);
}

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

}  // namespace

TEST_CASE("a workbook holds numbers and dates as what they are, and text as text") {
  const Site site;
  const std::string bytes = units_of(site).bytes;
  const auto grid = opened(bytes);
  REQUIRE(grid->rows() == 2);
  std::string row;
  for (std::size_t i = 0; i < grid->columns(); ++i) row.append(grid->cell(0, i)).append("|");
  CHECK(has(row, "E1|'=1+1|"));
  CHECK(has(row, "|12000|"));
  CHECK(has(row, "|2020-01-31|"));
  const std::string written = sheet(bytes, "sheet1.xml");
  CHECK(has(written, "<v>12000</v>"));
  CHECK(has(written, "<v>43861</v>"));
  CHECK(has(written, "<is><t>007</t></is>"));
}

TEST_CASE("what a spreadsheet would take for a formula is none in a workbook, and says what the CSV file says") {
  const Site site;
  CHECK_FALSE(has(sheet(units_of(site).bytes, "sheet1.xml"), "<f>"));
  CHECK(has(site.release.downloads.at(0).csv, "\"'=1+1\""));
}

TEST_CASE("the heading row of a workbook stays in sight and can be filtered") {
  const std::string written = sheet(units_of(Site{}).bytes, "sheet1.xml");
  CHECK(has(written, "state=\"frozen\""));
  CHECK(has(written, "<autoFilter ref=\"A1:"));
}

TEST_CASE("a workbook says what its columns are, of what date it is and how small groups are protected") {
  const Site site;
  const bundle::Packed made = units_of(site);
  const std::string dictionary = sheet(made.bytes, "sheet2.xml"), about = sheet(made.bytes, "sheet3.xml");
  for (const std::size_t field : site.release.downloads.at(0).fields) {
    const model::Field& one = site.release.datasets[site.release.downloads.at(0).dataset].fields[field];
    CHECK(has(dictionary, ">" + one.title.sv + "<"));
    CHECK(has(dictionary, ">" + one.name + "<"));
    CHECK(has(made.words, one.about.sv));
  }
  CHECK(has(about, test::made_today));
  CHECK(has(about, "Tal om personer visas bara för grupper om minst 5."));
  CHECK(has(made.words, "Tal om personer visas bara för grupper om minst 5."));
}

TEST_CASE("the same release gives the same workbook, whatever the clock says") {
  CHECK(units_of(Site{}).bytes == units_of(Site{}).bytes);
  const std::string core = [] {
    for (const test::Part& part : test::unzipped(units_of(Site{}).bytes)) {
      if (part.name == "docProps/core.xml") return part.bytes;
    }
    return std::string{};
  }();
  CHECK(has(core, std::string{test::made_today} + "T00:00:00Z"));
}

TEST_CASE("a file with more cells than anybody waits for is told as CSV only") {
  disclosure::Download large;
  large.fields = {0, 1};
  large.rows = bundle::most_cells / 2;
  CHECK(bundle::fits_workbook(large));
  ++large.rows;
  CHECK_FALSE(bundle::fits_workbook(large));
}
