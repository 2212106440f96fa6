#include "read/table.hpp"

#include "catch.hpp"
#include "datasets_support.hpp"
#include "read/csv.hpp"
#include "written_csv.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

Told of_units(const std::string& text) { return DatasetRead{}.units(text).told(); }

// A table over one dataset alone, with what was said of it.
struct TableRead {
  TableRead(const model::Dataset& dataset, const test::Rows& rows) : csv(parse_csv("t.csv", test::written_csv(rows), diagnostics)) {
    table.emplace(csv.value(), dataset, test::day(test::made_today), diagnostics);
  }
  Diagnostics diagnostics{};
  std::optional<CsvTable> csv;
  std::optional<Table> table{};
};

std::vector<std::string> headings_called(const model::Dataset& dataset, const std::string& by) {
  std::vector<std::string> headings;
  for (const model::Field& field : dataset.fields) {
    headings.push_back(by == "name" ? field.name : by == "sv" ? field.title.sv : field.title.en);
  }
  return headings;
}

std::vector<std::string> examples(const model::Dataset& dataset) {
  std::vector<std::string> cells;
  for (const model::Field& field : dataset.fields) cells.push_back(field.example);
  return cells;
}

// Everything that a person may see of the diagnostics.
std::string all_words(const Diagnostics& diagnostics) {
  std::string words;
  for (const Diagnostic& one : diagnostics.all()) {
    words += one.excerpt + "\n" + one.place.file + one.place.cell + "\n" + one.other.file + one.other.cell + "\n";
    for (const Argument& argument : one.arguments) words += argument.value + "\n";
  }
  return words;
}

}  // namespace

TEST_CASE("a field is found by its name, its title in either language and every alias, in any case and with any blanks") {
  for (const model::Dataset& dataset : shipped_descriptions(8)) {
    const auto headings = headings_of(dataset);
    for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
      const model::Field& field = dataset.fields[i];
      CAPTURE(dataset.id, field.name);
      std::vector<std::string> all{field.name, field.title.sv, field.title.en};
      all.insert(all.end(), field.aliases.begin(), field.aliases.end());
      for (const std::string& heading : all) CHECK(headings.at(heading_key("  " + heading + "\xC2\xA0")) == i);
    }
  }
}

TEST_CASE("columns are known, needed and there once") {
  CHECK(of_units("unit_id;name;forun\nE1;A;norr\n") == Told{"unknown-column 1:14"});
  CHECK(of_units("unit_id;kind\nE1;A\n") == Told{"missing-column 1:0"});
  CHECK(of_units("unit_id;name;namn\nE1;A;B\n") == Told{"column-twice 1:14"});
  CHECK(of_units("kind;forun;typ\nE1;A;B\n") ==
        Told{"unknown-column 1:6", "column-twice 1:12", "missing-column 1:0", "missing-column 1:0"});
}

TEST_CASE("what is said of headings helps to mend them") {
  DatasetRead read;
  read.units("unit_id;forun;namn;vårdcentral\nE1;norr;A;B\n");
  CHECK(read.argument(0, "seen") == "forun");
  CHECK(read.argument(0, "like") == "forum");
  CHECK(read.argument(1, "seen") == "vårdcentral");
  CHECK(read.argument(1, "other") == "namn");
  CHECK(read.facts().units.empty());
  DatasetRead missing;
  missing.units("unit_id\nE1\n");
  CHECK(missing.argument(0, "name") == "name");
  CHECK(missing.argument(0, "alias") == "Namn");
  DatasetRead unlike;
  unlike.units("unit_id;name;fikarum\nE1;A;B\n");
  CHECK(unlike.argument(0, "like").empty());
}

TEST_CASE("the example row of every dataset's template is passed over, whatever its headings are called") {
  for (const model::Dataset& dataset : shipped_descriptions(8)) {
    for (const char* by : {"name", "sv", "en"}) {
      CAPTURE(dataset.id, by);
      TableRead read{dataset, {headings_called(dataset, by), examples(dataset)}};
      CHECK(told(read.diagnostics) == Told{});
      CHECK(read.table->rows() == 0);
    }
  }
}

TEST_CASE("the example row is known again in the notations of a workbook") {
  const model::Dataset& dataset = shipped_description("annual_reports");
  std::vector<std::string> row = examples(dataset);
  for (std::string& cell : row) cell = cell == "ja" ? "true" : cell == "nej" ? "FALSE" : cell == "4,5" ? "4.5" : cell;
  CHECK(TableRead(dataset, {headings_called(dataset, "sv"), row}).table->rows() == 0);
}

TEST_CASE("a row that is like the example but for one cell is a row") {
  for (const model::Dataset& dataset : shipped_descriptions(8)) {
    for (std::size_t i = 0; i < dataset.fields.size(); ++i) {
      std::vector<std::string> row = examples(dataset);
      row[i] = row[i].empty() ? "x" : "";
      CAPTURE(dataset.id, dataset.fields[i].name);
      CHECK(TableRead(dataset, {headings_called(dataset, "name"), row}).table->rows() == 1);
    }
  }
}

TEST_CASE("an address that is not the example's makes a row, too") {
  const model::Dataset& dataset = shipped_description("reviews");
  std::vector<std::string> row = examples(dataset);
  row[dataset.find("url").value()] = "https://example.org/2";
  CHECK(TableRead(dataset, {headings_called(dataset, "name"), row}).table->rows() == 1);
}

TEST_CASE("the example row is looked for at the top, where the template has it") {
  const model::Dataset& dataset = shipped_description("events");
  const std::vector<std::string> headings = headings_called(dataset, "name"), row{"2026-01-01", "a", "b", ""}, example = examples(dataset);
  CHECK(TableRead(dataset, {headings, row, row, example}).table->rows() == 2);
  CHECK(TableRead(dataset, {headings, row, row, row, example}).table->rows() == 4);
}

TEST_CASE("rows without any value are passed over, and places still point right") {
  CHECK(of_units("unit_id;name;forum\n;;\nE1;A;norr\n ;\xC2\xA0;\n;;\nE2;B;x\n") == Told{"unknown-forum 6:6"});
}

TEST_CASE("a row that sums up is refused, in whatever column it says so") {
  for (const char* word : {"Summa", "SUMMA:", "Totalt", "total", "Medelvärde", "Genomsnitt"}) {
    DatasetRead read;
    read.units("unit_id;name;listed_patients\nE1;A;10\n" + std::string{word} + ";;10\n;" + word + ";10\n");
    CHECK(read.told() == Told{"sum-row 3:1", "sum-row 4:2"});
    CHECK(read.argument(0, "seen") == word);
    CHECK(read.facts().units.size() == 1);
  }
  CHECK(of_units("unit_id;name\nE1;Totalt\nE2;Summa vårdcentral\n") == Told{});
}

TEST_CASE("a second table below the first is refused, and nothing is said of what it holds") {
  CHECK(of_units("unit_id;name;forum\nE1;A;norr\n;;\nEnhet;Enhetskod;Forum\nx y;;q\n") == Told{"second-table 4:1"});
  CHECK(of_units("unit_id;name;listed_patients\nE1;A;10\nunit_id;name;listed_patients\nE2;B;många\n") == Told{"second-table 3:1"});
}

TEST_CASE("no value of a right row is taken for a heading") {
  const model::Dataset& dataset = shipped_description("reviews", 8);
  std::vector<std::string> headings, row;
  for (const model::Field& field : dataset.fields) {
    if (field.type != model::FieldType::grade) continue;
    headings.push_back(field.name);
    row.push_back(std::string(1, "ABCD"[row.size() / 2 % 4]));
  }
  for (const char* name : {"review_id", "unit_id", "framework", "review_date"}) headings.push_back(name);
  for (const char* cell : {"R1", "E1", "made", "2021-01-01"}) row.push_back(cell);
  TableRead read{dataset, {headings, row}};
  CHECK(told(read.diagnostics) == Told{});
  CHECK(read.table->rows() == 1);
}

TEST_CASE("a required cell is called by the heading that the person wrote") {
  DatasetRead read;
  read.units("Enhetskod;Enhetens namn\nE1;\n");
  CHECK(read.told() == Told{"empty-cell 2:4"});
  CHECK(read.argument(0, "name") == "Enhetens namn");
}

TEST_CASE("values that point out a person stop the file and are shown nowhere") {
  for (const std::string secret : {"19811228-9874", "8112289874", "811228+9874", "nagon.namnlos@example.org", "070-123 45 67"}) {
    CAPTURE(secret);
    const std::vector<std::string> files{
        "unit_id;name;kind\nE1;A;" + secret + "\n",                     // in a text
        "unit_id;name;forum\nE1;A;" + secret + "\n",                    // where something known is looked for
        "unit_id;name;listed_patients\nE1;A;" + secret + "\n",          // where a number is
        "unit_id;name;ownership;kind\nE1;A;stat;" + secret + "\n",      // beside another fault, whose line is shown
        "unit_id;name;kind;forum\nE1;A;Ring " + secret + " i dag;qq\n"};
    for (const std::string& file : files) {
      DatasetRead read;
      read.units(file);
      CHECK(read.diagnostics().has_errors());
      CHECK(all_words(read.diagnostics()).find(secret) == std::string::npos);
      CHECK(all_words(read.diagnostics()).find("9874") == std::string::npos);
    }
  }
}

TEST_CASE("a heading or a broken row with what points out a person is not shown either") {
  for (const std::string file : {"unit_id;name;8112289874\nE1;A;B\n", "unit_id;name\nE1;A;8112289874\n", "unit_id;name\nE1\"8112289874;A\n",
                                 "unit_id;name;8112289874;811228-9874\nE1;A;B;C\n", "unit_id;name\nE1;A\xE5 8112289874\n"}) {
    DatasetRead read;
    read.units(file);
    CHECK_FALSE(read.diagnostics().empty());
    CHECK(all_words(read.diagnostics()).find("9874") == std::string::npos);
  }
}

TEST_CASE("a file with faults in every row says a thousand of them and then stops") {
  std::string text = "unit_id;name;listed_patients\n";
  for (int i = 0; i < 3000; ++i) text += "E" + std::to_string(i) + ";A;många\n";
  DatasetRead read;
  read.units(text);
  CHECK(read.diagnostics().all().size() <= 1002);
  CHECK(read.diagnostics().all().at(1000).code.id == "too-many-complaints");
  CHECK(read.diagnostics().all().at(1000).place.line == 1002);
}

TEST_CASE("a field that the program needs and the description lacks is said, and the table is not used") {
  model::Dataset dataset = shipped_description("events");
  std::erase_if(dataset.fields, [](const model::Field& field) { return field.name == "areas"; });
  TableRead read{dataset, {{"date", "text_sv", "text_en"}, {"2026-01-01", "a", "b"}}};
  CHECK(read.table->usable());
  CHECK(read.table->field("areas") == Table::no_field);
  CHECK_FALSE(read.table->usable());
  CHECK(told(read.diagnostics) == Told{"description-lacks-field 1:1"});
}

TEST_CASE("no reader asks for a field that no description has") {
  DatasetRead read;
  for (const model::Dataset& dataset : shipped_descriptions(2)) {
    test::Rows rows{headings_called(dataset, "name"), examples(dataset)};
    read.file(dataset.form_of, test::written_csv(rows));
  }
  for (const Diagnostic& one : read.diagnostics().all()) CHECK(one.code.id == "no-units");
}
