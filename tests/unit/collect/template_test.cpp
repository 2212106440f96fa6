#include <unistd.h>

#include <ctime>

#include "collect/codes.hpp"
#include "collect/sheet_codes.hpp"
#include "made_workbook.hpp"
#include "support.hpp"

// libxlsxwriter copies the formula of a list twice and frees one copy (1.1.4 to 1.2): a few bytes, and not ours to mend.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:lxw_strdup\n"; }

using namespace lagesbild;
using namespace lagesbild::test;
using collect::Offer;

namespace {

// The parts of the written workbook.
class Written {
 public:
  explicit Written(const collect::Template& form) {
    const TemporaryFolder folder;
    REQUIRE(collect::write_workbook(form, folder / "a.xlsx").ok());
    parts_ = unzipped(bytes_of(folder / "a.xlsx"));
  }
  const std::string& part(const std::string& name) const {
    for (const Part& part : parts_) {
      if (part.name == "xl/" + name) return part.bytes;
    }
    throw std::out_of_range(name);
  }
  const std::string& sheet() const { return part("worksheets/sheet1.xml"); }
  bool says(const std::string& text) const { return part("sharedStrings.xml").find(xml_escaped(text)) != std::string::npos; }

  // <dataValidation> of the column whose letters these are, as far as its end.
  std::string rule(const std::string& letters) const {
    const std::size_t range = sheet().find("sqref=\"" + letters + "3:" + letters + "2002\"");
    REQUIRE(range != std::string::npos);
    const std::size_t begin = sheet().rfind("<dataValidation ", range);
    return sheet().substr(begin, sheet().find("</dataValidation>", range) - begin);
  }

 private:
  Parts parts_;
};

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

const Failure& failure_of(const Result<Done>& result) {
  REQUIRE(!result.ok());
  return result.failure();
}

}  // namespace

TEST_CASE("every column has a rule for 2 000 rows, and the example row says that it is one", "[collect]") {
  for (const model::Dataset& dataset : shipped()) {
    for (const Language language : {Language::sv, Language::en}) {
      INFO(dataset.id);
      const Written written{{dataset, language}};
      CHECK(count(written.sheet(), "<dataValidation ") == dataset.fields.size() + 1);
      CHECK(count(written.sheet(), "2002\"") == dataset.fields.size() + 1);  // and the range where numbers may be text
      CHECK(has(written.sheet(), words(code::sheet_example_row, language)));
    }
  }
}

TEST_CASE("cells are held to what the reader takes", "[collect]") {
  const Written units{{shipped("units")}};
  CHECK(has(units.rule("A"), "<formula1>AND(LEN(A3)&lt;=200,ISERROR(FIND(\" \",TRIM(A3))))</formula1>"));
  CHECK(has(units.rule("F"), "<formula1>\"Offentlig,Privat\"</formula1>"));
  CHECK(has(units.rule("H"), "type=\"whole\""));
  CHECK(has(units.rule("H"), "<formula1>0</formula1><formula2>1000000</formula2>"));
  CHECK(has(units.rule("H"), "Skriv ett heltal från 0 till 1\u00A0000\u00A0000"));
  CHECK(has(units.rule("O"), "type=\"date\""));
  CHECK(has(units.rule("O"), "<formula1>32874</formula1>"));
  const Written reports{{shipped("annual_reports"), Language::en}};
  CHECK(has(reports.rule("C"), "<formula1>\"yes,no\"</formula1>"));
  CHECK(has(reports.rule("G"), "type=\"decimal\""));
  CHECK(has(Written{{shipped("reviews")}}.rule("G"), "<formula1>\"A,B,C,D\"</formula1>"));
}

TEST_CASE("what a region knows is offered: a short list in the rule, a long or explained one on a sheet of its own", "[collect]") {
  collect::Offers offers;
  offers["round"].values = {"2019–2022", "2024–2026"};
  Offer& units = offers["unit_id"];
  units.others = Offer::Others::doubted;
  for (int i = 0; i < 184; ++i) {
    units.values.push_back("ENHET-" + std::to_string(i));
    units.stand_for.push_back("Vårdcentralen nummer " + std::to_string(i));
  }
  const Written written{{shipped("survey"), Language::sv, offers}};
  CHECK(has(written.rule("A"), "<formula1>\"2019–2022,2024–2026\"</formula1>"));
  CHECK(has(written.rule("A"), "Välj ett av värdena i listan: 2019–2022, 2024–2026."));
  CHECK(has(written.rule("B"), "<formula1>Listor!$A$2:$A$185</formula1>"));
  CHECK(has(written.rule("B"), "errorStyle=\"warning\""));
  CHECK(has(written.part("workbook.xml"), "name=\"Listor\""));
  CHECK(written.says("Vårdcentralen nummer 183"));
  CHECK_FALSE(has(Written{{shipped("survey")}}.part("workbook.xml"), "name=\"Listor\""));
}

TEST_CASE("a list with a comma in it or of more than 255 characters does not stand in the rule", "[collect]") {
  const std::vector<std::string> commas{"Norr, yttre", "Norr, inre"};
  const std::vector<std::string> many(20, "Ett långt namn på forum");
  for (const auto& values : {commas, many}) {
    collect::Offers offers;
    offers["forum"].values = values;
    const Written written{{shipped("units"), Language::en, offers}};
    CHECK(has(written.rule("D"), "<formula1>Lists!$A$2:$A$" + std::to_string(values.size() + 1) + "</formula1>"));
    CHECK(written.says(values[0]));
  }
}

TEST_CASE("the sheet that explains says what a row is, every column, and what never to write", "[collect]") {
  for (const model::Dataset& dataset : shipped()) {
    for (const Language language : {Language::sv, Language::en}) {
      INFO(dataset.id);
      const Written written{{dataset, language}};
      CHECK(has(written.part("workbook.xml"), "name=\"" + words(code::sheet_guide, language) + "\""));
      CHECK(written.says(words(code::sheet_row, language, {{"row", dataset.row.in(language)}})));
      CHECK(written.says(words(code::sheet_persons_none, language)));
      CHECK(written.says(words(code::sheet_persons_rows, language)) == dataset.about_persons);
      CHECK(written.says(words(code::sheet_return_how, language)));
      for (const model::Field& field : dataset.fields) CHECK(written.says(field.about.in(language)));
    }
  }
}

TEST_CASE("numbers as text are not marked as mistakes", "[collect]") {
  CHECK(has(Written{{shipped("units")}}.sheet(), "<ignoredError sqref=\"A1:R2002\" numberStoredAsText=\"1\"/>"));
}

TEST_CASE("the heading row stays in sight and is printed on every page, across", "[collect]") {
  const Written written{{shipped("reviews")}};
  CHECK(has(written.sheet(), "ySplit=\"1\" topLeftCell=\"B2\""));
  CHECK(has(written.sheet(), "orientation=\"landscape\""));
  CHECK(has(written.part("workbook.xml"), "'SPUR-granskningar'!$A:$A,'SPUR-granskningar'!$1:$1</definedName>"));
}

TEST_CASE("the same template has the same bytes, at any time, in any time zone and folder", "[collect]") {
  const TemporaryFolder here;
  const TemporaryFolder there;
  const model::Dataset& dataset = shipped("survey");
  REQUIRE(collect::write_workbook({dataset}, here / "a.xlsx").ok());
  ::setenv("TZ", "Pacific/Auckland", 1);
  ::tzset();
  REQUIRE(collect::write_workbook({dataset}, there / "b.xlsx").ok());
  ::unsetenv("TZ");
  ::tzset();
  CHECK(bytes_of(here / "a.xlsx") == bytes_of(there / "b.xlsx"));
}

TEST_CASE("a file that is there is replaced as a whole, and nothing else is left behind", "[collect]") {
  const TemporaryFolder folder;
  REQUIRE(collect::write_workbook({shipped("survey")}, folder / "a.xlsx").ok());
  const std::string first = bytes_of(folder / "a.xlsx");
  REQUIRE(collect::write_workbook({shipped("units")}, folder / "a.xlsx").ok());
  CHECK(bytes_of(folder / "a.xlsx") != first);
  CHECK(folder.names() == std::vector<std::string>{"a.xlsx"});
}

TEST_CASE("a place that cannot be written is a failure with path and reason, and nothing is left behind", "[collect]") {
  const TemporaryFolder folder;
  const fs::path missing = folder / "missing/a.xlsx";
  const Result<Done> nowhere = collect::write_workbook({shipped("units")}, missing);
  const Failure& failure = failure_of(nowhere);
  CHECK(failure.code == code::template_not_written);
  CHECK(failure.arguments[0].value == missing.string());
  CHECK(failure.arguments[1].value == "No such file or directory");
  fs::create_directories(folder / "a.xlsx/inside");
  CHECK_FALSE(collect::write_workbook({shipped("units")}, folder / "a.xlsx").ok());
  CHECK(folder.names() == std::vector<std::string>{"a.xlsx"});
}
