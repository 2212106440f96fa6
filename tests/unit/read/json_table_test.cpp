#include "read/json_table.hpp"

#include <memory>
#include <string>

#include "catch.hpp"
#include "read/codes.hpp"
#include "read/encoding.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace std::string_literals;

namespace {

struct Outcome {
  std::unique_ptr<Grid> grid;
  Diagnostics diagnostics;
  const Diagnostic& first() const { return diagnostics.all().at(0); }
};

Outcome parse(std::string bytes, JsonLimits limits = {}) {
  Outcome out;
  out.grid = parse_json("enheter.json", std::move(bytes), out.diagnostics, limits);
  return out;
}

// "a,b: 1|2/3|4": headings, then the cells.
std::string cells(const std::unique_ptr<Grid>& grid) {
  if (!grid) return "(nothing)";
  std::string all;
  for (std::size_t column = 0; column < grid->columns(); ++column) all += (column > 0 ? "," : "") + std::string(grid->heading(column));
  for (std::size_t row = 0; row < grid->rows(); ++row) {
    for (std::size_t column = 0; column < grid->columns(); ++column) {
      all += (column > 0 ? "|" : row > 0 ? "/" : ": ") + std::string(grid->cell(row, column));
    }
  }
  return all;
}

std::string good(std::string bytes) {
  const Outcome out = parse(std::move(bytes));
  CHECK(told(out.diagnostics) == Told{});
  return cells(out.grid);
}

Told complaints(std::string bytes, JsonLimits limits = {}) {
  const Outcome out = parse(std::move(bytes), limits);
  for (const Diagnostic& one : out.diagnostics.all()) CHECK(one.place.file == "enheter.json");
  return told(out.diagnostics);
}

// The one complaint about JSON that gives nothing at all.
std::string broken(std::string bytes) {
  const Outcome out = parse(std::move(bytes));
  CHECK(out.grid == nullptr);
  CHECK(out.diagnostics.errors() == 1);
  return told(out.diagnostics).at(0);
}

std::string shown(Place place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

}  // namespace

TEST_CASE("a list of objects is a table, its columns in order of first appearance") {
  CHECK(good(R"([{"a": "1", "b": "2"}, {"b": "4", "a": "3", "c": "5"}, {"c": "6"}])") == "a,b,c: 1|2|/3|4|5/||6");
  CHECK(good("[{\"a\":\"x\"},{}]") == "a: x/");
}

TEST_CASE("the list may stand in an object, whatever it is called") {
  CHECK(good(R"({"rows": [{"a": "1"}]})") == "a: 1");
  CHECK(good(R"({ "enheter" : [ {"a":"1"} , {"a":"2"} ] })") == "a: 1/2");
}

TEST_CASE("an object with anything but one list of rows names what does not belong") {
  const Outcome out = parse(R"({"skapad": "2026-11-22", "rows": [{"a": "1"}], "fler": [{"b": "2"}]})");
  REQUIRE(told(out.diagnostics) == Told{"json-member-not-rows 1:12", "json-member-not-rows 1:56"});
  CHECK(argument(out.diagnostics.all()[0], "name") == "skapad");
  CHECK(argument(out.diagnostics.all()[1], "name") == "fler");
  CHECK(cells(out.grid) == "a: 1");
  CHECK(broken(R"({"unit_id": "a"})") == "json-member-not-rows 1:13");
  CHECK(broken(R"({"unit": {"a": 1}})") == "json-member-not-rows 1:10");
}

TEST_CASE("numbers are text as they are written") {
  CHECK(good(R"([{"a": 3.90, "b": -0, "c": 12345678901234567890, "d": 0.1, "e": 100}])") ==
        "a,b,c,d,e: 3.90|-0|12345678901234567890|0.1|100");
}

TEST_CASE("a number with an exponent is written out, to the digit") {
  const auto number = [](const std::string& text) { return good("[{\"a\":" + text + "}]").substr(3); };
  CHECK(number("1e5") == "100000");
  CHECK(number("1E+05") == "100000");
  CHECK(number("1.5e3") == "1500");
  CHECK(number("-1.50e1") == "-15.0");
  CHECK(number("2.5e-3") == "0.0025");
  CHECK(number("0.5e1") == "5");
  CHECK(number("12.34e1") == "123.4");
  CHECK(number("1234e-2") == "12.34");
  CHECK(number("0e9") == "0");
  CHECK(number("7e0") == "7");
  CHECK(complaints("[{\"a\": 1e300}, {\"a\": 1e-50}, {\"a\": 1}]") == Told{"json-number-too-large 1:8", "json-number-too-large 1:22"});
  CHECK(broken("[{\"a\": 1e400}]") == "json-number-too-large 1:8");
}

TEST_CASE("true and false are words, null and a missing name are empty") {
  CHECK(good(R"([{"a": true, "b": false, "c": null, "d": "null", "e": ""}])") == "a,b,c,d,e: true|false||null|");
}

TEST_CASE("a list of plain values is one text, without its nulls") {
  CHECK(good(R"([{"a": ["x", "y"], "b": [1, 2.50, true], "c": [], "d": ["x", null, "å"], "e": [ 1e2 ]}])") ==
        "a,b,c,d,e: x, y|1, 2.50, true||x, å|100");
}

TEST_CASE("escapes are read, and what stands beside them is not moved") {
  CHECK(good(R"([{"a": "\"\\\/\n\t", "b": "\u00e5\ud83d\ude00", "c": "x"}])") == "a,b,c: \"\\/\n\t|å😀|x");
  CHECK(good("[{\"\\u0061\": 1, \"b\\\"\": 2}, {\"a\": 3, \"b\\u0022\": 4}]") == "a,b\": 1|2/3|4");
}

TEST_CASE("names are alike whatever their case and blanks, as headings of other files") {
  CHECK(good("[{\"Enhet\": 1}, {\"ENHET \": 2}, {\"enhet\": 3}]") == "Enhet: 1/2/3");
}

TEST_CASE("a name that a row has twice is placed, with the place of the first") {
  const Outcome out = parse("[\n {\"a\": 1, \"b\": 2,\n  \"A \": 3},\n {\"a\": 4}]");
  REQUIRE(told(out.diagnostics) == Told{"json-name-repeated 3:3"});
  CHECK(argument(out.first(), "name") == "A ");
  CHECK(argument(out.first(), "line") == "2");
  CHECK(argument(out.first(), "column") == "3");
  CHECK(shown(out.first().other) == "2:3");
  CHECK(out.first().length == 4);
  CHECK(out.first().excerpt == "  \"A \": 3},");
  CHECK(cells(out.grid) == "a,b: 4|");  // the sound row is still there to be looked at
}

TEST_CASE("an empty name is refused") {
  CHECK(complaints("[{\"\": 1, \"a\": 2, \" \": 3}]") == Told{"json-name-empty 1:3", "json-name-empty 1:18"});
}

TEST_CASE("values within values are refused, once for each, and the other rows are read") {
  const Outcome out = parse(R"([{"a": {"b": [{"c": 1}]}, "d": [[1], 2]}, {"a": 1}, {"d": [{}]}])");
  REQUIRE(told(out.diagnostics) == Told{"json-nested 1:8", "json-nested 1:33", "json-nested 1:60"});
  CHECK(argument(out.diagnostics.all()[0], "name") == "a");
  CHECK(argument(out.diagnostics.all()[1], "name") == "d");
  CHECK(cells(out.grid) == "a,d: 1|");
}

TEST_CASE("what is no object is no row") {
  CHECK(complaints("[1, {\"a\": 1}, \"x\", [{\"b\": 2}], null]") ==
        Told{"json-row-not-object 1:2", "json-row-not-object 1:15", "json-row-not-object 1:20", "json-row-not-object 1:32"});
}

TEST_CASE("a file without rows or without a list says so") {
  CHECK(broken("") == "json-empty 0:0");
  CHECK(broken("\xEF\xBB\xBF \r\n") == "json-empty 0:0");
  CHECK(broken("[]") == "json-no-rows 0:0");
  CHECK(broken("{}") == "json-no-rows 0:0");
  CHECK(broken("[{}, {}]") == "json-no-rows 0:0");
  CHECK(broken("{\"rows\": []}") == "json-no-rows 0:0");
  CHECK(broken("\"text\"") == "json-not-a-list 1:1");
  CHECK(broken(" 12") == "json-not-a-list 1:2");
  CHECK(broken("enhet;namn\n1;2\n") == "json-not-a-list 1:1");
}

TEST_CASE("cells and headings know their places, also in UTF-16 and after line breaks of every kind") {
  const std::string text = "[\r\n  {\"å\": \"ä\",\r    \"b\" : [1,\n2] , \"c\":true}, {\"c\": -1}\n]";
  for (const bool wide : {false, true}) {
    std::string bytes = text;
    if (wide) {
      bytes = "\xFF\xFE"s;
      for (std::size_t i = 0; i < text.size(); ++i) {
        const bool two = text[i] == '\xC3';
        bytes += two ? static_cast<char>(static_cast<unsigned char>(text[++i]) + 0x40) : text[i];
        bytes += '\0';
      }
    }
    const Outcome out = parse(bytes);
    CHECK(told(out.diagnostics) == Told{});
    REQUIRE(cells(out.grid) == "å,b,c: ä|1, 2|true/||-1");
    CHECK(shown(out.grid->heading_place(0)) == "2:4");
    CHECK(shown(out.grid->heading_place(1)) == "3:5");
    CHECK(shown(out.grid->heading_place(2)) == "4:6");
    CHECK(shown(out.grid->cell_place(0, 0)) == "2:9");
    CHECK(shown(out.grid->cell_place(0, 1)) == "3:11");
    CHECK(shown(out.grid->cell_place(0, 2)) == "4:10");
    CHECK(shown(out.grid->cell_place(1, 0)) == "4:17");  // it is not there: its row is
    CHECK(shown(out.grid->cell_place(1, 2)) == "4:23");
    CHECK(out.grid->file() == "enheter.json");
  }
}

TEST_CASE("a complaint about a cell shows its line and underlines the value") {
  const Outcome out = parse("[{\"a\": \"fel \\u00e5\",\n  \"b\": [1, 2]}, {\"b\": null}]");
  const Diagnostic one = out.grid->cell_complaint(Severity::warning, code::json_empty, 0, 0, {{"seen", "fel å"}});
  CHECK(shown(one.place) == "1:8");
  CHECK(one.excerpt == "[{\"a\": \"fel \\u00e5\",");
  CHECK(one.length == 12);
  CHECK(one.severity == Severity::warning);
  CHECK(argument(one, "seen") == "fel å");
  CHECK(out.grid->cell_complaint(Severity::error, code::json_empty, 0, 1).length == 6);
  CHECK(out.grid->cell_complaint(Severity::error, code::json_empty, 1, 0).length == 1);
  CHECK(out.grid->cell_complaint(Severity::error, code::json_empty, 1, 1).length == 4);
  const Diagnostic heading = out.grid->heading_complaint(Severity::error, code::json_empty, 1);
  CHECK(shown(heading.place) == "2:3");
  CHECK(heading.length == 3);
}

TEST_CASE("in a file of one long line places are right and no excerpt is shown") {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "{\"a\":1},";
  const Outcome out = parse(text + "{\"a\":{}},{\"a\":\"x\"}]");
  REQUIRE(told(out.diagnostics) == Told{"json-nested 1:8007"});
  CHECK(out.first().excerpt.empty());
  CHECK(shown(out.grid->cell_place(1000, 0)) == "1:8016");
}

TEST_CASE("too many rows, names, brackets or bytes stop the reading") {
  CHECK(complaints("[{\"a\":1},{\"a\":2},{\"a\":3}]", {2, 9, 9, 99}) == Told{"json-too-many-rows 1:18"});
  CHECK(cells(parse("[{\"a\":1},{\"a\":2},{\"a\":3}]", {2, 9, 9, 99}).grid) == "a: 1/2");
  CHECK(complaints("[{\"a\":1,\"b\":2},{\"c\":3,\"a\":1}]", {9, 2, 9, 99}) == Told{"json-too-many-columns 1:17"});
  CHECK(complaints("[{\"a\":1,\"b\":2}]", {9, 2, 9, 99}) == Told{});
  CHECK(complaints("[{\"a\":[[[1]]]}]", {9, 9, 4, 99}) == Told{"json-nested 1:8", "json-too-deep 1:9"});
  CHECK(complaints(std::string(100'000, '[')) == Told{"json-row-not-object 1:2", "json-too-deep 1:17"});
  CHECK(complaints("[{\"a\":1}]", {9, 9, 9, 8}) == Told{"file-too-large 0:0"});
}

TEST_CASE("a thousand faulty rows of JSON are listed, then the reading stops") {
  std::string text = "[\n";
  for (int i = 0; i < 5000; ++i) text += "1,\n";
  const Outcome out = parse(text + "{\"a\":1}]");
  REQUIRE(out.diagnostics.errors() == most_complaints + 1);
  CHECK(told(out.diagnostics).back() == "too-many-complaints 1002:1");
}

TEST_CASE("broken JSON says what was expected where") {
  CHECK(broken("[{\"a\": 1}\n {\"a\": 2}]") == "json-expected-comma 2:2");
  CHECK(broken("[{\"a\": 1\n  \"b\": 2}]") == "json-expected-comma 2:3");
  CHECK(broken("[{\"a\": \"ett \"citat\" här\"}]") == "json-expected-comma 1:14");
  CHECK(broken("[{\"a\": 1]") == "json-expected-comma 1:9");
  CHECK(broken("[{\"a\" 1}]") == "json-expected-colon 1:7");
  CHECK(broken("[{\"a\": }]") == "json-expected-value 1:8");
  CHECK(broken("[{\"a\": ,}]") == "json-expected-value 1:8");
  CHECK(broken("[,]") == "json-expected-value 1:2");
  CHECK(broken("[{a: 1}]") == "json-expected-name 1:3");
  CHECK(broken("[{1: 1}]") == "json-expected-name 1:3");
  CHECK(broken("[{\"a\": 1,}]") == "json-trailing-comma 1:9");
  CHECK(broken("[{\"a\": [1, 2,]}]") == "json-trailing-comma 1:13");
  CHECK(broken("[{\"a\": 1},\n]") == "json-trailing-comma 1:10");
  CHECK(broken("[{\"a\": True}]") == "json-word 1:8");
  CHECK(broken("[{\"a\": NaN}]") == "json-word 1:8");
  CHECK(broken("[{\"a\": ja}]") == "json-word 1:8");
  CHECK(broken("[{\"a\": 1}] []") == "json-text-after-end 1:12");
  CHECK(broken("[{\"a\": 1}]\n{\"a\": 2}\n") == "json-text-after-end 2:1");
  CHECK(broken("[{'a': 1}]") == "json-other-quotes 1:3");
  CHECK(broken("[{\"a\": ”x”}]") == "json-other-quotes 1:8");
  CHECK(broken("[ // rader\n{\"a\": 1}]") == "json-comment 1:3");
  CHECK(broken("[{\"a\": 1 /* ett */}]") == "json-comment 1:10");
}

TEST_CASE("broken numbers are told as a person sees them") {
  for (const std::string& number : {"3,98"s, "012"s, "+1"s, ".5"s, "1."s, "-"s, "1 000"s, "1e"s, "--1"s, "1.2.3"s}) {
    CHECK(broken("[{\"a\": " + number + "}]") == "json-number 1:8");
  }
  const Outcome out = parse("[{\"a\": 13 750}]");
  CHECK(out.first().length == 6);
}

TEST_CASE("broken texts are placed at what is wrong in them") {
  CHECK(broken("[{\"a\": \"x\n}]") == "json-text-unclosed 1:8");
  CHECK(broken("[{\"a\": \"x") == "json-text-unclosed 1:8");
  CHECK(broken("[{\"a: 1}]\n") == "json-text-unclosed 1:3");
  CHECK(broken("[{\"a\": \"x\ty\"}]") == "json-tab-in-text 1:10");
  CHECK(broken("[{\"a\": \"C:\\Users\"}]") == "json-escape 1:11");
  CHECK(argument(parse("[{\"a\": \"C:\\Users\"}]").first(), "escape") == "\\U");
  CHECK(broken("[{\"a\": \"\\n\\u00e5\\u12g4\"}]") == "json-escape 1:17");
  CHECK(broken("[{\"a\": \"x\\ud83d\"}]") == "json-half-character 1:10");
  CHECK(broken("[{\"a\": \"x\\ud83dy\"}]") == "json-half-character 1:10");
  CHECK(broken("[{\"a\": \"\\ud83d\\ude00\\ude00\"}]") == "json-half-character 1:21");
}

TEST_CASE("a file that is cut short tells which bracket is open, with both places") {
  const Outcome out = parse("[\n  {\"a\": 1,\n   \"b\": ");
  REQUIRE(told(out.diagnostics) == Told{"json-ends-early 3:9"});
  CHECK(argument(out.first(), "line") == "2");
  CHECK(argument(out.first(), "column") == "3");
  CHECK(shown(out.first().other) == "2:3");
  CHECK(broken("[") == "json-ends-early 1:2");
  CHECK(broken("[{\"a\": 1}") == "json-ends-early 1:10");
  CHECK(broken("[{\"a\": 1},") == "json-ends-early 1:11");
  CHECK(broken("[{\"a\"") == "json-ends-early 1:6");
}

TEST_CASE("control and lost characters are refused also when they are escaped") {
  CHECK(complaints("[{\"a\": \"x\\u0000\"}, {\"a\": \"\\u0007\\b\"}, {\"a\": \"\\ufffd\"}, {\"a\": \"\\ufeff\"}]") ==
        Told{"text-control-character 1:8", "text-control-character 1:26", "text-replacement-character 1:45",
             "text-control-character 1:62"});
  CHECK(complaints("[{\"a\\u0000\": 1}]") == Told{"text-control-character 1:3"});
  CHECK(complaints("[{\"a\": \"x\x01\"}]") == Told{"text-control-character 1:10"});
  CHECK(complaints("[{\"a\": \"\xEF\xBF\xBD\"}]") == Told{"text-replacement-character 1:9"});
}

TEST_CASE("a JSON file in Windows-1252 is a table with one warning, a web page is none") {
  const Outcome out = parse("[{\"a\": \"\xC5m\xE5l\"}]");
  CHECK(cells(out.grid) == "a: Åmål");
  CHECK(told(out.diagnostics) == Told{"warning text-read-as-windows-1252 1:9"});
  CHECK(broken("<!doctype html>") == "file-is-web-page 0:0");
}

TEST_CASE("what is seen in broken JSON is never a figure, for it may be somebody's number") {
  for (const std::string& text : {"[{\"a\" 8112289874}]"s, "[{8112289874: 1}]"s, "[{\"a\": 811228-9874}]"s, "[{\"a\": 0701234567}]"s}) {
    const Outcome out = parse(text);
    for (const Argument& one : out.first().arguments) CHECK(one.value.size() <= 1);
  }
}
