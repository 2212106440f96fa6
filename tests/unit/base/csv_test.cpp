#include "base/csv.hpp"

#include "catch.hpp"

using namespace lagesbild;

TEST_CASE("a plain cell is written as it is", "[base]") {
  CHECK(csv_cell("") == "");
  CHECK(csv_cell("Vårdcentralen Åkermyntan") == "Vårdcentralen Åkermyntan");
  CHECK(csv_cell("2021-02-17") == "2021-02-17");
  CHECK(csv_cell("a=b") == "a=b");
}

TEST_CASE("a cell is quoted where a spreadsheet would split it or cut its blanks", "[base]") {
  CHECK(csv_cell("a;b") == "\"a;b\"");
  CHECK(csv_cell("3,98") == "\"3,98\"");
  CHECK(csv_cell("a\tb") == "\"a\tb\"");
  CHECK(csv_cell("a\nb") == "\"a\nb\"");
  CHECK(csv_cell("säger \"nej\"") == "\"säger \"\"nej\"\"\"");
  CHECK(csv_cell(" a") == "\" a\"");
  CHECK(csv_cell("a ") == "\"a \"");
}

TEST_CASE("a cell that a spreadsheet would take for a formula is text", "[base]") {
  CHECK(csv_cell("=1+1") == "\"'=1+1\"");
  CHECK(csv_cell("=HYPERLINK(\"http://x\";\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
  CHECK(csv_cell("+46 8 123") == "\"'+46 8 123\"");
  CHECK(csv_cell("-1+cmd|' /C calc'!A0") == "\"'-1+cmd|' /C calc'!A0\"");
  CHECK(csv_cell("@SUM(A1)") == "\"'@SUM(A1)\"");
  for (const char* const start : {"=", "-", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    CAPTURE(start);
    const std::string cell = std::string{start} + "A1";
    CHECK(csv_cell(cell) == "\"'" + cell + "\"");
  }
  CHECK(csv_cell("-") == "\"'-\"");
}

TEST_CASE("a formula is not hidden by what a spreadsheet skips", "[base]") {
  for (const char* const blank : {" ", "  ", "\u00A0", "\u200B", "\uFEFF", "\u3000", " \u00A0 "}) {
    CAPTURE(blank);
    const std::string cell = std::string{blank} + "=A1";
    CHECK(csv_cell(cell) == "\"'" + cell + "\"");
  }
}

TEST_CASE("a number with a sign stays a number", "[base]") {
  CHECK(csv_cell("-3") == "-3");
  CHECK(csv_cell("+12") == "+12");
  CHECK(csv_cell("-0,25") == "\"-0,25\"");
  CHECK(csv_cell("-1.5") == "-1.5");
  CHECK(csv_cell("-1.") == "\"'-1.\"");
  CHECK(csv_cell("-1-1") == "\"'-1-1\"");
  CHECK(csv_cell(" -3") == "\"' -3\"");
}

TEST_CASE("a row has semicolons between its cells and ends with a line end for Windows", "[base]") {
  CHECK(csv_row({}) == "\r\n");
  CHECK(csv_row({"a"}) == "a\r\n");
  CHECK(csv_row({"", "b;c", ""}) == ";\"b;c\";\r\n");
  CHECK(csv_row(std::vector<std::string>{"a", "", "=b"}) == "a;;\"'=b\"\r\n");
}
