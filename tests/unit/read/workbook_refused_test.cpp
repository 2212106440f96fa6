// What is wrong in the table of a workbook, each complaint at its cell.
#include <sstream>
#include <string>

#include "base/messages.hpp"
#include "read/encoding.hpp"
#include "workbook_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace lagesbild::test;

namespace {

const std::string table = text_row({"a", "b"});

std::string error_cell(const std::string& word) { return "<c t=\"e\"><f>1/0</f><v>" + word + "</v></c>"; }

std::string printed(const Diagnostics& diagnostics, Language language) {
  std::ostringstream out;
  print(out, diagnostics, language);
  return out.str();
}

}  // namespace

TEST_CASE("every error cell is named, in the words of the reader's Excel") {
  const WorkbookOutcome out =
      read_workbook(made(table + "<row>" + error_cell("#N/A") + "<c><v>1</v></c></row><row><c/>" + error_cell("#REF!") + "</row>" +
                         text_row({"#SAKNAS!", "#DIV/0!"}) + text_row({"#annat", "x"})));
  CHECK(told_cells(out.diagnostics) == Told{"workbook-error-cell Blad1!A2", "workbook-error-cell Blad1!B3", "workbook-error-cell Blad1!A4",
                                            "workbook-error-cell Blad1!B4"});
  CHECK(argument(out.diagnostics.all()[0], "swedish") == "#SAKNAS!");
  CHECK(argument(out.diagnostics.all()[0], "value") == "#N/A");
  CHECK(argument(out.diagnostics.all()[1], "swedish") == "#REFERENS!");
  CHECK(argument(out.diagnostics.all()[2], "value") == "#N/A");
  CHECK(out.diagnostics.all()[0].excerpt == "#N/A | 1");
  REQUIRE(out.grid);  // the other cells are still there to be looked at
  CHECK(out.grid->cell(3, 1) == "x");
}

TEST_CASE("a formula that nothing has computed is an error, wherever it is in the table") {
  CHECK(refused_workbook(made(table + "<row><c><f>SUM(C1:C9)</f></c><c t=\"str\"><f>x</f></c></row><row><c><f>1</f><v></v></c></row>")) ==
        Told{"workbook-formula-without-value Blad1!A2", "workbook-formula-without-value Blad1!B2",
             "workbook-formula-without-value Blad1!A3"});
}

TEST_CASE("formulas in a workbook that left the computing to Excel give one warning") {
  const std::string rows = table + "<row><c><v>1</v></c><c><f>A2*2</f><v>0</v></c></row><row><c><f>A2*3</f><v>0</v></c></row>";
  const WorkbookOutcome out =
      read_workbook(made(MadeWorkbook{.sheets = {{.rows = rows}}, .more = "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"}));
  CHECK(told_cells(out.diagnostics) == Told{"warning workbook-formulas-not-computed Blad1!B2"});
  CHECK(cells_of(out.grid) == "1|0/0|");
  CHECK(good_workbook(made(MadeWorkbook{.sheets = {{.rows = table + text_row({"1", "2"})}}, .more = "<calcPr fullCalcOnLoad=\"1\"/>"})) ==
        "1|2");
  CHECK(good_workbook(made(MadeWorkbook{.sheets = {{.rows = rows}}, .more = "<calcPr calcId=\"1\"/>"})) == "1|0/0|");
}

TEST_CASE("merged cells are refused where they touch the headings or the rows, and nowhere else") {
  const auto told_of = [](const std::string& ranges) {
    const std::string rows = text_row({"Titel"}) + text_row({"-", "a", "b"}) + text_row({"-", "1", "2"}) + text_row({"-", "3", "4"});
    std::string merged = "<mergeCells>";
    std::istringstream in(ranges);
    for (std::string range; in >> range;) merged += "<mergeCell ref=\"" + range + "\"/>";
    const WorkbookOutcome out = read_workbook(made(MadeWorkbook{.sheets = {{.rows = rows, .after = merged + "</mergeCells>"}}}));
    std::string all;
    for (const Diagnostic& one : out.diagnostics.all()) all += one.place.cell + "=" + argument(one, "range") + " ";
    return all;
  };
  CHECK(told_of("A1:F1 A2:A4 D2:F4 B5:C9").empty());
  CHECK(told_of("B2:C2") == "Blad1!B2=B2:C2 ");
  CHECK(told_of("B1:B2 A4:B5") == "Blad1!B1=B1:B2 Blad1!A4=A4:B5 ");
  CHECK(told_of("C3:C4 A1:B1") == "Blad1!C3=C3:C4 ");
}

TEST_CASE("a value in a column without a heading is an error, one for each column") {
  CHECK(refused_workbook(made(text_row({"-", "a", "-", "b"}) + text_row({"-", "1", "-", "2"}) + text_row({"x", "1", "y", "2", "z"}) +
                              text_row({"x", "1", "y", "2", "z"}))) ==
        Told{"workbook-heading-missing Blad1!A3", "workbook-heading-missing Blad1!C3", "workbook-heading-missing Blad1!E3"});
  const WorkbookOutcome out = read_workbook(made(text_row({"a", " ", "b"}) + text_row({"1", "\n", "2"})));
  CHECK(out.diagnostics.empty());
  CHECK(cells_of(out.grid) == "1||2");
  CHECK(out.grid->heading(1).empty());
}

TEST_CASE("a heading that is there twice is an error that names the first") {
  const WorkbookOutcome out = read_workbook(made(text_row({"Enhet", "antal", " ENHET\n"}) + text_row({"1", "2", "3"})));
  REQUIRE(told_cells(out.diagnostics) == Told{"workbook-heading-repeated Blad1!C1"});
  CHECK(argument(out.diagnostics.all()[0], "first") == "A1");
}

TEST_CASE("errors above the headings are nobody's concern") {
  CHECK(good_workbook(
            made("<row>" + error_cell("#REF!") + "<c><f>x</f></c><c t=\"s\"><v>9</v></c></row>" + table + text_row({"1", "2"}))) == "1|2");
}

TEST_CASE("characters that are no text are refused as in a text file") {
  const WorkbookOutcome out = read_workbook(
      made(MadeWorkbook{.sheets = {{.rows = text_row({"a", "b"}) + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>" +
                                            text_row({"x\x7Fy", "\xC2\x80"}) + "<row><c t=\"s\"><v>0</v></c></row>"}},
                        .strings = {"<t>V\xEF\xBF\xBDrd\xEF\xBF\xBD</t>", "<t>_x0000_</t>"}}));
  CHECK(told_cells(out.diagnostics) ==
        Told{"text-replacement-character Blad1!A2", "text-control-character Blad1!B2", "text-control-character Blad1!A3",
             "text-control-character Blad1!B3", "text-replacement-character Blad1!A4"});
  CHECK(argument(out.diagnostics.all()[1], "character") == "U+0000");
  CHECK(cells_of(out.grid) == "V?rd?|?/x?y|?/V?rd?|");
  CHECK(out.diagnostics.all()[0].excerpt.find('\0') != std::string::npos);  // of the neighbour that has not been looked at yet
}

TEST_CASE("a cell that is not of the kind it says is told with what stands in it") {
  const auto told_of = [](const std::string& cell) {
    const WorkbookOutcome out = read_workbook(made(text_row({"a"}) + "<row>" + cell + "</row>"));
    return out.diagnostics.empty() ? "" : told_cells(out.diagnostics)[0] + " " + argument(out.diagnostics.all()[0], "value");
  };
  const std::string damaged = "workbook-damaged-cell Blad1!A2 ";
  CHECK(told_of("<c><v>hej</v></c>") == damaged + "hej");
  CHECK(told_of("<c><v>1,5</v></c>") == damaged + "1,5");
  CHECK(told_of("<c><v>1e999</v></c>") == damaged + "1e999");
  CHECK(told_of("<c><v>nan</v></c>") == damaged + "nan");
  CHECK(told_of("<c><v>inf</v></c>") == damaged + "inf");
  CHECK(told_of("<c t=\"s\"><v>0</v></c>") == damaged + "0");
  CHECK(told_of("<c t=\"s\"><v>-1</v></c>") == damaged + "-1");
  CHECK(told_of("<c t=\"s\"><v>1x</v></c>") == damaged + "1x");
  CHECK(told_of("<c t=\"b\"><v>2</v></c>") == damaged + "2");
  CHECK(told_of("<c t=\"d\"><v>2026-02-30</v></c>") == damaged + "2026-02-30");
  CHECK(told_of("<c t=\"d\"><v>2026-02-03x</v></c>") == damaged + "2026-02-03x");
  CHECK(told_of("<c t=\"zz\"><v>1</v></c>") == damaged + "1");
  CHECK(told_of("<c t=\"s\"><v>99999999999999999999999</v></c>") == damaged + "99999999999999999999999");
  CHECK(told_of("<c s=\"7\"><v>1</v></c>") == damaged + "1");
  CHECK(told_of("<c s=\"x\"><v>1</v></c>") == damaged + "1");
}

TEST_CASE("too many rows or columns stop the reading at the first one too many") {
  std::string rows = text_row({"a", "b", "c"});
  for (int i = 0; i < 4; ++i) rows += text_row({"1", "2", "3"});
  CHECK(refused_workbook(made(rows), {}, {.rows = 3}) == Told{"workbook-too-many-rows Blad1!A5"});
  CHECK(refused_workbook(made(rows), {}, {.columns = 2}) == Told{"workbook-too-many-columns Blad1!C1"});
  CHECK(read_workbook(made(rows), {}, {.rows = 4, .columns = 3}).diagnostics.empty());
  CHECK(refused_workbook(made(text_row({"a", "b"}) + R"(<row r="1048576"><c r="B1048576"><v>1</v></c></row>)")) ==
        Told{"workbook-too-many-rows Blad1!A200002"});
  CHECK(refused_workbook(made(R"(<row><c t="str"><v>a</v></c><c r="XFD1" t="str"><v>b</v></c></row>)")) ==
        Told{"workbook-too-many-columns Blad1!SG1"});
}

TEST_CASE("a thousand faulty cells are listed, then the reading stops without a table") {
  std::string rows = table;
  for (int i = 0; i < 600; ++i) rows += "<row>" + error_cell("#REF!") + error_cell("#NUM!") + "</row>";
  const WorkbookOutcome out = read_workbook(made(rows));
  CHECK(out.diagnostics.errors() == most_complaints + 1);
  CHECK(told_cells(out.diagnostics).back() == "too-many-complaints Blad1!A502");
  CHECK_FALSE(out.grid);
}

TEST_CASE("a complaint reads as a person can use it, in both languages") {
  const WorkbookOutcome out =
      read_workbook(made(MadeWorkbook{.sheets = {{"Blad 1", table + "<row><c><v>1</v></c>" + error_cell("#N/A") + "</row>"}}}));
  CHECK(printed(out.diagnostics, Language::sv) ==
        "enheter.xlsx:Blad 1!B2: fel: cellen har felvärdet #SAKNAS! [workbook-error-cell]\n  1 | #N/A\n      ^~~~\n"
        "  tips: rätta formeln, eller töm cellen om värdet saknas\n");
  CHECK(printed(out.diagnostics, Language::en) ==
        "enheter.xlsx:Blad 1!B2: error: the cell has the error value #N/A [workbook-error-cell]\n  1 | #N/A\n      ^~~~\n"
        "  hint: mend the formula, or empty the cell if there is no value\n");
}
