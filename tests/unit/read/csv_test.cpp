#include "read/csv.hpp"

#include <string>

#include "catch.hpp"
#include "read/codes.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace std::string_literals;

namespace {

struct Outcome {
  std::optional<CsvTable> table;
  Diagnostics diagnostics;
};

Outcome parse(std::string bytes, CsvLimits limits = {}) {
  Outcome out;
  out.table = parse_csv("enheter.csv", std::move(bytes), out.diagnostics, limits);
  return out;
}

// The data cells, "a|b/c|d".
std::string cells(const std::optional<CsvTable>& table) {
  if (!table) return "(nothing)";
  std::string all;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    for (std::size_t column = 0; column < table->columns(); ++column) {
      all += (column > 0 ? "|" : row > 0 ? "/" : "") + std::string(table->cell(row, column));
    }
  }
  return all;
}

std::string good(std::string bytes) {
  const Outcome out = parse(std::move(bytes));
  CHECK(told(out.diagnostics) == Told{});
  return cells(out.table);
}

Told complaints(std::string bytes, CsvLimits limits = {}) {
  const Outcome out = parse(std::move(bytes), limits);
  for (const Diagnostic& one : out.diagnostics.all()) CHECK(one.place.file == "enheter.csv");
  return told(out.diagnostics);
}

std::string shown(Place place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

}  // namespace

TEST_CASE("the separator is the first of semicolon, tab and comma in the heading row") {
  CHECK(good("a;b\n1,5;2\n") == "1,5|2");
  CHECK(good("a\tb\n1,5\t2;3\n") == "1,5|2;3");
  CHECK(good("a,b\n1;5,2\n") == "1;5|2");
  CHECK(good("antal, alla\tantal, nya\tc\n1\t2\t3\n") == "1|2|3");
  CHECK(good("antal, alla;antal, nya;antal, gamla\n1;2;3\n") == "1|2|3");
  CHECK(good("antal\n1,5\n") == "1,5");
}

TEST_CASE("a separator inside quotes of the heading row does not count") {
  CHECK(good("\"a;b\",c\n1,2\n") == "1|2");
  CHECK(good("\"a \"\"x;y\"\" b\",\"c\n;d\"\n1,2\n") == "1|2");
}

TEST_CASE("a first line sep= decides, and lines are counted with it") {
  const Outcome out = parse("sep=,\r\na;b,c\r\n1,2\r\n");
  CHECK(cells(out.table) == "1|2");
  CHECK(shown(out.table.value().cell_place(0, 1)) == "3:3");
  CHECK(good("SEP=;;;\na;b\n1;2\n") == "1|2");
  CHECK(good("sep=\t\na;b\tc\n1\t2\n") == "1|2");
  CHECK(complaints("sep=|\na|b\n") == Told{"csv-unknown-separator 1:5"});
  CHECK(complaints("sep=,\n\n") == Told{"csv-empty 0:0"});
}

TEST_CASE("lines may end in CRLF, LF or CR, also mixed, and the last one need not end") {
  CHECK(good("a;b\r\n1;2\r3;4\n5;6\n\r7;8") == "1|2/3|4/5|6/7|8");
  CHECK(good("a;b\r\n1;") == "1|");
  CHECK(good("a;b\n;") == "|");
}

TEST_CASE("blank lines are no rows, lines with only separators are") {
  CHECK(good("\n\na;b\n\r\n  \n1;2\n \t \n3;4\n\n\n") == "1|2/3|4");
  CHECK(good("a;b\n;\n") == "|");
  CHECK(good("a\tb\n\t\n") == "|");
  CHECK(good("a\n\"\"\n\nx\n") == "/x");
}

TEST_CASE("a quoted cell may hold separators, line breaks and doubled quotes") {
  CHECK(good("a;b\n\"1;2\";\"x\r\ny\"\n") == "1;2|x\r\ny");
  CHECK(good("a;b\n\"säger \"\"hej\"\"\";\"\"\"\"\n\"\";\"\"\"\"\"\"\n") == "säger \"hej\"|\"/|\"\"");
  CHECK(good("\"a\";\"b\"\n\"1\";\"2\"") == "1|2");
}

TEST_CASE("blanks around a cell are kept") { CHECK(good("a;b\n 1 ;\t2\n") == " 1 |\t2"); }

TEST_CASE("a file with headings only has no rows and is not wrong") {
  const Outcome out = parse("a;b\n");
  REQUIRE(out.table.has_value());
  CHECK(out.table->rows() == 0);
  CHECK(out.table->columns() == 2);
  CHECK(out.table->separator() == ';');
  CHECK(out.table->file() == "enheter.csv");
  CHECK(out.diagnostics.empty());
}

TEST_CASE("an empty file says so") {
  CHECK(complaints("") == Told{"csv-empty 0:0"});
  CHECK(complaints("\xEF\xBB\xBF\r\n \n") == Told{"csv-empty 0:0"});
}

TEST_CASE("an unclosed quote is placed where it opens, and hides nothing before it") {
  const Outcome out = parse("a;b\n1\nå;\"öppen\n3;4\n5;6\n");
  CHECK(told(out.diagnostics) == Told{"csv-row-too-short 2:1", "csv-unclosed-quote 3:3"});
  CHECK(out.diagnostics.all()[1].excerpt == "å;\"öppen");
  CHECK(out.diagnostics.all()[1].length == 6);
  CHECK(complaints("a;b\n1;\"") == Told{"csv-unclosed-quote 2:3"});
  CHECK(complaints("a;\"b\n1;2") == Told{"csv-unclosed-quote 1:3"});
  CHECK(complaints("a;b\n1;\"x\"\"") == Told{"csv-unclosed-quote 2:3"});
}

TEST_CASE("text after a closing quote names the quote that opened, and the row's other quotes are left alone") {
  const Outcome out = parse("a;b\n1;\"hej\"då; \"x\"\n2;\"y\"\n");
  REQUIRE(told(out.diagnostics) == Told{"csv-text-after-quote 2:8"});
  CHECK(argument(out.diagnostics.all()[0], "line") == "2");
  CHECK(argument(out.diagnostics.all()[0], "column") == "3");
  CHECK(cells(out.table) == "2|y");
  const Outcome far = parse("a;b\n1;\"hej\n2;\"Svea\"\n3;4\n");
  REQUIRE(told(far.diagnostics) == Told{"csv-text-after-quote 3:4"});
  CHECK(argument(far.diagnostics.all()[0], "line") == "2");
}

TEST_CASE("a quote inside an unquoted cell is an error, one for each cell") {
  CHECK(complaints("a;b\n5\" rör;x\"y\"z\n; \"b\"\n") == Told{"csv-quote-in-cell 2:2", "csv-quote-in-cell 2:9", "csv-quote-in-cell 3:3"});
  CHECK(complaints("a \"x\";b\n1;2;3\n\"4\n") == Told{"csv-quote-in-cell 1:3", "csv-unclosed-quote 3:1"});
}

TEST_CASE("a row with too few cells is placed at its start, one with too many at the first surplus cell") {
  const Outcome out = parse("a;b;c\n1;2\n1;2;3\nå;ä;ö;fyra;5\n\"x\ny\";2;3;\"4\"\n");
  REQUIRE(told(out.diagnostics) == Told{"csv-row-too-short 2:1", "csv-row-too-long 4:7", "csv-row-too-long 6:8"});
  CHECK(argument(out.diagnostics.all()[0], "seen") == "2");
  CHECK(argument(out.diagnostics.all()[0], "expected") == "3");
  CHECK(argument(out.diagnostics.all()[1], "seen") == "5");
  CHECK(out.diagnostics.all()[0].length == 3);
  CHECK(out.diagnostics.all()[1].length == 6);
  CHECK(out.diagnostics.all()[2].excerpt == "y\";2;3;\"4\"");
  CHECK(cells(out.table) == "1|2|3");  // the sound row is still there to be looked at
}

TEST_CASE("empty and repeated headings are all named, and the rows are looked at as well") {
  const Outcome out = parse("Enhet; ;\"en\nhet\";ENHET ;ÅR;år;\n1;2\n");
  CHECK_FALSE(out.table.has_value());
  REQUIRE(told(out.diagnostics) == Told{"csv-heading-empty 1:7", "csv-heading-repeated 2:6", "csv-heading-repeated 2:16",
                                        "csv-heading-empty 2:19", "csv-row-too-short 3:1"});
  const Diagnostic& repeated = out.diagnostics.all()[2];
  CHECK(argument(repeated, "heading") == "år");
  CHECK(argument(repeated, "number") == "6");
  CHECK(argument(repeated, "first") == "5");
  CHECK(argument(repeated, "line") == "2");
  CHECK(argument(repeated, "column") == "13");
}

TEST_CASE("too many rows, columns or bytes stop the reading") {
  CHECK(complaints("a\n1\n2\n3\n", {2, 10, 100}) == Told{"csv-too-many-rows 4:1"});
  CHECK(complaints("a\n1\n2\n\n", {2, 10, 100}) == Told{});
  CHECK(complaints("a;b;c\n1\n", {2, 2, 100}) == Told{"csv-too-many-columns 1:5"});
  CHECK(complaints("a;b\n1;2\n", {2, 2, 100}) == Told{});
  CHECK(complaints("a;b\n1;2;3\n4;5\n6\n", {3, 2, 100}) == Told{"csv-row-too-long 2:5", "csv-row-too-short 4:1"});
  CHECK(complaints("a;b\n", {2, 2, 3}) == Told{"file-too-large 0:0"});
  CHECK(complaints("a;b\n", {2, 2, 4}) == Told{});
}

TEST_CASE("a thousand faulty rows are listed, then the reading stops") {
  std::string text = "a;b\n";
  for (int i = 0; i < 5000; ++i) text += "1\n";
  const Outcome out = parse(text);
  REQUIRE(out.diagnostics.errors() == most_complaints + 1);
  CHECK(told(out.diagnostics).back() == "too-many-complaints 1002:1");
}

TEST_CASE("places count characters and lines, also after line breaks inside quotes") {
  const Outcome out = parse("\xEF\xBB\xBFnamn;\"å\nä\";ort\r\nÅsa;\"x\r\n\ry\";Ö\r\r\n1;2;3");
  const CsvTable& table = out.table.value();
  CHECK(shown(table.heading_place(0)) == "1:1");
  CHECK(shown(table.heading_place(1)) == "1:6");
  CHECK(shown(table.heading_place(2)) == "2:4");
  CHECK(shown(table.cell_place(0, 0)) == "3:1");
  CHECK(shown(table.cell_place(0, 1)) == "3:5");
  CHECK(shown(table.cell_place(0, 2)) == "5:4");
  CHECK(shown(table.cell_place(1, 2)) == "7:5");
  CHECK(table.excerpt(0) == "Åsa;\"x");
  CHECK(table.excerpt(1) == "1;2;3");
}

TEST_CASE("a complaint about a cell shows the line of the cell and underlines it") {
  const Outcome out = parse("a;b\n\"x\ny\";\"fel \"\"här\"\"\"\n");
  const Diagnostic one = out.table.value().cell_complaint(Severity::warning, code::csv_empty, 0, 1, {{"seen", "fel"}});
  CHECK(shown(one.place) == "3:4");
  CHECK(one.excerpt == "y\";\"fel \"\"här\"\"\"");
  CHECK(one.length == 13);
  CHECK(one.severity == Severity::warning);
  CHECK(argument(one, "seen") == "fel");
  CHECK(out.table.value().cell_complaint(Severity::error, code::csv_empty, 0, 0).length == 2);
  CHECK(shown(out.table.value().heading_complaint(Severity::error, code::csv_empty, 1).place) == "1:3");
}

TEST_CASE("a column is found by its heading whatever the case and blanks") {
  const Outcome out = parse("Enhetens  namn;\"ÅR\n(start)\";c\n");
  const CsvTable& table = out.table.value();
  CHECK(table.find_column(" enhetens\xC2\xA0namn ") == std::optional<std::size_t>(0));
  CHECK(table.find_column("år (START)") == std::optional<std::size_t>(1));
  CHECK_FALSE(table.find_column("enhet").has_value());
  CHECK(heading_key("  ÅÄÖ É × ÷ ß\n") == "åäö é × ÷ ß");
  CHECK(heading_key(" \xC2\xA0\t").empty());
}

TEST_CASE("a table can be moved and copied, and its cells come along") {
  Outcome out = parse("a;b\n1;\"x\"\"y\"\n");
  const CsvTable copy = *out.table;
  const CsvTable moved = std::move(*out.table);
  CHECK(copy.cell(0, 1) == "x\"y");
  CHECK(moved.cell(0, 1) == "x\"y");
  CHECK(moved.cell(0, 0) == "1");
}

TEST_CASE("a file in Windows-1252 is a table with one warning, a web page is none with one error") {
  const Outcome out = parse("ort;n\n\xC5m\xE5l;1\n");
  CHECK(cells(out.table) == "Åmål|1");
  CHECK(out.table.value().encoding() == Encoding::windows_1252);
  CHECK(told(out.diagnostics) == Told{"warning text-read-as-windows-1252 2:1"});
  CHECK(complaints("<!doctype html>\n") == Told{"file-is-web-page 0:0"});
}
