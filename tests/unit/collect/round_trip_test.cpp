#include <cstdlib>

#include "made_rows.hpp"
#include "support.hpp"

using namespace lagesbild;
using namespace lagesbild::test;

namespace {

constexpr std::size_t rows_each = 40;

// Every cell as it was written, without a word about it.
void expect_same(const read::Grid& grid, const model::Dataset& dataset, const collect::Rows& rows, Diagnostics& diagnostics) {
  read::Table table{grid, dataset, end_of_time, diagnostics};
  INFO(grid.file() << "\n" << said(diagnostics));
  REQUIRE(diagnostics.empty());
  REQUIRE(table.rows() == rows.size());
  std::string different;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
      const model::Field& field = dataset.fields[i];
      const read::Value expected = read::value_of(field, rows[row][i], grid.day_zero());
      const read::Value seen = table.value(row, i);
      const bool text = field.type == model::FieldType::text || field.type == model::FieldType::id || field.type == model::FieldType::ids ||
                        field.type == model::FieldType::url;
      const bool same = text ? table.text(row, i) == rows[row][i]
                             : seen.state == expected.state && seen.number == expected.number && seen.date == expected.date;
      if (!same) different += field.name + ": " + rows[row][i] + " became " + std::string{table.id(row, i)} + "\n";
    }
  }
  CHECK(different == "");
}

struct Filled {
  const model::Dataset* dataset;
  std::string name;
  collect::Rows rows;
};

// Every dataset in both languages.
std::vector<Filled> fill_all(const TemporaryFolder& folder) {
  std::vector<Filled> all;
  unsigned seed = 1;
  for (const model::Dataset& dataset : shipped()) {
    for (const Language language : {Language::sv, Language::en}) {
      Filled one{&dataset, dataset.id + "-" + std::string{to_string(language)}, MadeRows{seed++}.of(dataset, rows_each)};
      REQUIRE(collect::write_workbook({dataset, language}, folder / (one.name + ".xlsx"), one.rows).ok());
      all.push_back(std::move(one));
    }
  }
  return all;
}

// One start for all files: a start takes seconds.
void convert_all(const TemporaryFolder& folder, const std::string& format, const std::string& to) {
  const std::string command = "timeout 240 soffice '-env:UserInstallation=file://" + (folder / "profile").string() +
                              "' --headless --convert-to '" + format + "' --outdir '" + (folder / to).string() + "' '" +
                              (folder / "").string() + "'*.xlsx > '" + (folder / "log").string() + "' 2>&1";
  const int status = std::system(command.c_str());
  INFO(bytes_of(folder / "log"));
  REQUIRE(status == 0);
}

}  // namespace

TEST_CASE("a template that is filled in gives the same data when it is read", "[collect]") {
  const TemporaryFolder folder;
  for (const Filled& one : fill_all(folder)) {
    Diagnostics diagnostics;
    const auto grid = open_workbook(*one.dataset, folder / (one.name + ".xlsx"), diagnostics);
    REQUIRE(grid != nullptr);
    expect_same(*grid, *one.dataset, one.rows, diagnostics);
  }
}

TEST_CASE("a template that is filled in gives the same data when LibreOffice has saved it, as a workbook or as CSV", "[collect]") {
  const TemporaryFolder folder;
  const std::vector<Filled> all = fill_all(folder);
  convert_all(folder, "xlsx", "saved");
  convert_all(folder, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false", "csv");
  for (const Filled& one : all) {
    Diagnostics diagnostics;
    const auto grid = open_workbook(*one.dataset, folder / ("saved/" + one.name + ".xlsx"), diagnostics);
    REQUIRE(grid != nullptr);
    expect_same(*grid, *one.dataset, one.rows, diagnostics);
    const auto csv = read::parse_csv(one.name + ".csv", bytes_of(folder / ("csv/" + one.name + ".csv")), diagnostics);
    REQUIRE(csv);
    expect_same(*csv, *one.dataset, one.rows, diagnostics);
  }
}

TEST_CASE("the bare template has no rows and nothing to complain about", "[collect]") {
  const TemporaryFolder folder;
  for (const model::Dataset& dataset : shipped()) {
    for (const Language language : {Language::sv, Language::en}) {
      REQUIRE(collect::write_workbook({dataset, language}, folder / "bare.xlsx").ok());
      Diagnostics diagnostics;
      const auto grid = open_workbook(dataset, folder / "bare.xlsx", diagnostics);
      REQUIRE(grid != nullptr);
      const read::Table table{*grid, dataset, end_of_time, diagnostics};
      INFO(dataset.id << "\n" << said(diagnostics));
      CHECK(diagnostics.empty());
      CHECK(table.rows() == 0);
      REQUIRE(grid->columns() == dataset.fields.size());
      for (std::size_t i = 0; i < dataset.fields.size(); ++i) CHECK(grid->heading(i) == dataset.fields[i].title.in(language));
    }
  }
}

TEST_CASE("a row that only resembles the example is data", "[collect]") {
  const TemporaryFolder folder;
  const model::Dataset& dataset = shipped("findings");
  std::vector<std::string> row;
  for (const model::Field& field : dataset.fields) row.push_back(field.example);
  row[*dataset.find("area")] = "D";
  REQUIRE(collect::write_workbook({dataset}, folder / "one.xlsx", {row}).ok());
  Diagnostics diagnostics;
  const auto grid = open_workbook(dataset, folder / "one.xlsx", diagnostics);
  REQUIRE(grid != nullptr);
  CHECK(read::Table{*grid, dataset, end_of_time, diagnostics}.rows() == 1);
}
