// Where the table in a workbook is: its sheet, its headings, its rows, and the places of its cells.
#include <string>

#include "read/codes.hpp"
#include "workbook_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace lagesbild::test;

namespace {

std::string shown(const Place& place) { return place.cell + " " + std::to_string(place.line) + ":" + std::to_string(place.column); }

}  // namespace

TEST_CASE("rows and cells are where their names say, or one after the other without names") {
  CHECK(good_workbook(made(R"(<row r="2"><c r="B2" t="str"><v>a</v></c><c r="C2" t="str"><v>b</v></c><c r="D2" t="str"><v>c</v></c></row>
      <row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>3</v></c></row><row r="6"><c r="B6"><v>4</v></c></row>)")) == "1||3/||/||/4||");
  CHECK(good_workbook(made(text_row({"a", "b", "c"}) +
                           "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row/><row><c><v>4</v></c></row>")) == "1||3/||/||/4||");
  CHECK(good_workbook(made(text_row({"a", "b", "c"}) +
                           R"(<row r="2"><c><v>1</v></c><c r="C2"><v>3</v></c></row><row><c r="B3"><v>5</v></c><c><v>6</v></c></row>)")) ==
        "1||3/|5|6");
}

TEST_CASE("empty rows are rows, but not after the last one with a value") {
  CHECK(good_workbook(made(headings_ab + "<row/><row><c><v>1</v></c></row><row r=\"90000\"><c s=\"0\"/></row>" + text_row({" ", "\n"}))) ==
        "|/1|");
  const WorkbookOutcome out = read_workbook(made(headings_ab));
  REQUIRE(out.grid);
  CHECK(out.grid->rows() == 0);
  CHECK(out.grid->columns() == 2);
  CHECK(out.grid->file() == "enheter.xlsx");
  CHECK(out.diagnostics.empty());
}

TEST_CASE("headings are found by their names below titles and notes") {
  const std::string above = text_row({"Enheter i Region Exempel"}) + "<row/>" + text_row({"-", "a", "en anteckning"});
  CHECK(good_workbook(made(above + text_row({"-", "Namn", "ANTAL"}) + text_row({"-", "x", "y"}))) == "x|y");
  const WorkbookOutcome out = read_workbook(made(above + text_row({"-", " Namn\n ", "ANTAL", "mål"}) + text_row({"-", "x", "y"})));
  REQUIRE(out.grid);
  CHECK(out.grid->columns() == 3);
  CHECK(out.grid->heading(0) == " Namn\n ");
  CHECK(out.grid->heading(2) == "mål");
  CHECK(shown(out.grid->heading_place(0)) == "Blad1!B4 4:1");
}

TEST_CASE("the heading row has the most known headings, and is the first of several") {
  CHECK(good_workbook(made(text_row({"a", "b", "x"}) + text_row({"a", "b", "c"}) + text_row({"1", "2", "3"}) +
                           text_row({"a", "b", "c"}))) == "1|2|3/a|b|c");
  CHECK(good_workbook(made(text_row({"a"}) + text_row({"a", "b"}) + text_row({"1", "2"}))) == "1|2");
}

TEST_CASE("one known heading is enough when it stands alone") {
  CHECK(good_workbook(made(text_row({"a"}) + text_row({"1"}))) == "1");
  CHECK(refused_workbook(made(text_row({"a", "okänd"}) + text_row({"1", "2"}))) == Told{"workbook-no-headings Blad1!A1"});
}

TEST_CASE("headings are looked for in the first 50 rows") {
  const std::string rows = "<c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c><v>1</v></c></row>";
  CHECK(good_workbook(made("<row r=\"50\">" + rows)) == "1|");
  CHECK(refused_workbook(made("<row r=\"51\">" + rows)) == Told{"workbook-empty"});
}

TEST_CASE("without headings the row most like one is shown, and the sheets that were looked at") {
  const WorkbookOutcome out =
      read_workbook(made(MadeWorkbook{.sheets = {{"Tom", ""},
                                                 {"Data", text_row({"Rubrik"}) + text_row({"-", "klinik", "månad"}) + text_row({"x"})},
                                                 {"Dold", headings_ab, {}, "hidden"}}}));
  REQUIRE(told_cells(out.diagnostics) == Told{"workbook-no-headings Data!B2"});
  CHECK(out.diagnostics.all()[0].excerpt == "klinik | månad");
  CHECK(argument(out.diagnostics.all()[0], "sheets") == "Tom, Data");
  CHECK_FALSE(out.grid);
}

TEST_CASE("a workbook without any value where headings should be says so") {
  CHECK(refused_workbook(made("")) == Told{"workbook-empty"});
  CHECK(refused_workbook(made(MadeWorkbook{})) == Told{"workbook-empty"});
  CHECK(refused_workbook(made(MadeWorkbook{.sheets = {{"Dold", headings_ab, {}, "veryHidden"}}})) == Told{"workbook-empty"});
}

TEST_CASE("the sheet is the first visible one with headings, or the one that is named") {
  const std::string bytes = made(MadeWorkbook{.sheets = {{"Läs mig", text_row({"Så här gör du"})},
                                                         {"Gömt", text_row({"a"}) + text_row({"1"}), {}, "hidden"},
                                                         {"Mycket gömt", text_row({"a"}) + text_row({"2"}), {}, "veryHidden"},
                                                         {"Enheter 2026", text_row({"a", "b"}) + text_row({"3"})},
                                                         {"Till", text_row({"a"}) + text_row({"4"}), {}, "visible"}}});
  CHECK(good_workbook(bytes) == "3|");
  CHECK(good_workbook(bytes, "Gömt") == "1");
  CHECK(good_workbook(bytes, "mycket gömt") == "2");
  CHECK(good_workbook(bytes, " TILL ") == "4");
}

TEST_CASE("sheets with the same headings as the one that is read are warned about, unless it was named") {
  const std::string bytes = made(MadeWorkbook{.sheets = {{"2025", text_row({"a", "B"}) + text_row({"1", "2"})},
                                                         {"2026", text_row({"b", "a", "c"}) + text_row({"3", "4"})},
                                                         {"2027", text_row({"a", "b"})},
                                                         {"Listor", text_row({"a"}) + text_row({"x"})},
                                                         {"Arkiv", text_row({"a", "b"}), {}, "hidden"}}});
  const WorkbookOutcome out = read_workbook(bytes);
  REQUIRE(told_cells(out.diagnostics) == Told{"warning workbook-more-tables"});
  CHECK(argument(out.diagnostics.all()[0], "sheet") == "2025");
  CHECK(argument(out.diagnostics.all()[0], "others") == "2026, 2027");
  CHECK(cells_of(out.grid) == "1|2");
  CHECK(good_workbook(bytes, "2026") == "3|4|");
}

TEST_CASE("a named sheet that is missing, or has no headings, is told with what there is") {
  const std::string bytes =
      made(MadeWorkbook{.sheets = {{"Enheter", text_row({"a"}) + text_row({"1"})}, {"Text", text_row({"x", "y"})}, {"Tomt", ""}}});
  const WorkbookOutcome missing = read_workbook(bytes, "Enhter");
  REQUIRE(told_cells(missing.diagnostics) == Told{"workbook-sheet-missing"});
  CHECK(argument(missing.diagnostics.all()[0], "sheets") == "Enheter, Text, Tomt");
  CHECK(argument(missing.diagnostics.all()[0], "like") == "Enheter");
  const WorkbookOutcome without = read_workbook(bytes, "Text");
  REQUIRE(told_cells(without.diagnostics) == Told{"workbook-no-headings-in-sheet Text!A1"});
  CHECK(argument(without.diagnostics.all()[0], "other") == "Enheter");
  CHECK(without.diagnostics.all()[0].excerpt == "x | y");
  CHECK(refused_workbook(bytes, "Tomt") == Told{"workbook-no-headings-in-sheet Tomt!A1"});
}

TEST_CASE("sheets are found through relationships, by any name and path") {
  for (const char* target :
       {"worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/./worksheets/sheet1.xml", "WORKSHEETS\\Sheet1.XML"}) {
    Parts parts = parts_of({.sheets = {{.rows = text_row({"a"}) + text_row({"1"})}}});
    for (Part& part : parts) {
      const std::size_t at = part.bytes.find("worksheets/sheet1.xml");
      if (part.name == "xl/_rels/workbook.xml.rels") part.bytes.replace(at, 21, target);
    }
    CAPTURE(target);
    CHECK(good_workbook(zipped(parts)) == "1");
  }
}

TEST_CASE("the part of the workbook may have any name, and elements a prefix") {
  const std::string type = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
  const Parts parts = {
      {"_rels/.rels", "<p:Relationships xmlns:p=\"x\"><p:Relationship Id=\"a\" Type=\"" + type +
                          "officeDocument\" Target=\"/bok/tabell.xml\"/></p:Relationships>"},
      {"bok/tabell.xml",
       "<x:workbook xmlns:x=\"y\" xmlns:s=\"z\"><x:sheets><x:sheet name=\"A\" sheetId=\"7\" s:id=\"q\"/></x:sheets></x:workbook>"},
      {"bok/_rels/tabell.xml.rels",
       "<Relationships><Relationship Id=\"q\" Type=\"" + type + "worksheet\" Target=\"blad/ett.xml\"/></Relationships>"},
      {"bok/blad/ett.xml",
       "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c t=\"str\"><x:v>a</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row>"
       "</x:sheetData></x:worksheet>"}};
  CHECK(good_workbook(zipped(parts)) == "1");
  CHECK(good_workbook(zipped(parts, Packing::stored)) == "1");
}

TEST_CASE("XML in UTF-16 is read") {
  Parts parts = parts_of({.sheets = {{.rows = text_row({"a"}) + text_row({"x"})}}});
  std::string wide = "\xFF\xFE";
  for (const char c : "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + parts[2].bytes.substr(parts[2].bytes.find("<worksheet")))
    wide += std::string{c, '\0'};
  parts[2].bytes = wide;
  CHECK(good_workbook(zipped(parts)) == "x");
}

TEST_CASE("places are those of the sheet, and an excerpt is the row's cells with the cell underlined") {
  const WorkbookOutcome out =
      read_workbook(made("<row/>" + text_row({"-", "a", "b", "c", "d"}) + text_row({"-", "Åsa", "-", "två\nrader", "4"})));
  REQUIRE(out.grid);
  const Grid& grid = *out.grid;
  CHECK(shown(grid.heading_place(1)) == "Blad1!C2 2:5");
  CHECK(shown(grid.cell_place(0, 0)) == "Blad1!B3 3:1");
  CHECK(shown(grid.cell_place(0, 1)) == "Blad1!C3 3:5");  // empty: at the stroke where it would be
  CHECK(shown(grid.cell_place(0, 2)) == "Blad1!D3 3:7");
  CHECK(shown(grid.cell_place(0, 3)) == "Blad1!E3 3:19");
  const Diagnostic one = grid.cell_complaint(Severity::warning, code::csv_empty, 0, 2, {{"seen", "x"}});
  CHECK(one.excerpt == "Åsa | två rader | 4");
  CHECK(one.length == 9);
  CHECK(one.severity == Severity::warning);
  CHECK(argument(one, "seen") == "x");
  CHECK(grid.cell_complaint(Severity::error, code::csv_empty, 0, 1).length == 1);
  CHECK(grid.heading_complaint(Severity::error, code::csv_empty, 3).excerpt == "a | b | c | d");
}

TEST_CASE("an empty cell at the ends of a row, or in an empty row, has a place too") {
  const WorkbookOutcome out = read_workbook(made(text_row({"a", "b", "c"}) + text_row({"-", "x"}) + "<row/>" + text_row({"1"})));
  REQUIRE(out.grid);
  CHECK(shown(out.grid->cell_place(0, 0)) == "Blad1!A2 2:1");
  CHECK(shown(out.grid->cell_place(0, 2)) == "Blad1!C2 2:2");
  CHECK(shown(out.grid->cell_place(1, 1)) == "Blad1!B3 3:1");
  CHECK(out.grid->cell_complaint(Severity::error, code::csv_empty, 1, 1).excerpt.empty());
}

TEST_CASE("a long row is cut, and what is beyond the cut has no excerpt") {
  const WorkbookOutcome out =
      read_workbook(made(text_row({"a", "b", "c"}) + text_row({std::string(250, 'x') + "å", std::string(300, 'y'), "z"})));
  REQUIRE(out.grid);
  const Diagnostic first = out.grid->cell_complaint(Severity::error, code::csv_empty, 0, 1);
  CHECK(first.excerpt.size() == 400);
  CHECK(first.place.column == 255);
  CHECK(first.length == 300);
  const Diagnostic last = out.grid->cell_complaint(Severity::error, code::csv_empty, 0, 2);
  CHECK(last.excerpt.empty());
  CHECK(last.place.column == 0);
  CHECK(last.place.cell == "Blad1!C2");
}

TEST_CASE("columns far to the right have the letters that Excel gives them") {
  const WorkbookOutcome out = read_workbook(
      made(R"(<row r="1"><c r="XFC1" t="str"><v>a</v></c><c r="XFD1" t="str"><v>b</v></c></row><row><c r="XFD2"><v>1</v></c></row>)"));
  REQUIRE(out.grid);
  CHECK(cells_of(out.grid) == "|1");
  CHECK(out.grid->cell_place(0, 1).cell == "Blad1!XFD2");
  const WorkbookOutcome middle = read_workbook(made(R"(<row><c r="Z1" t="str"><v>a</v></c><c t="str"><v>b</v></c></row>)"));
  CHECK(middle.grid->heading_place(1).cell == "Blad1!AA1");
}
