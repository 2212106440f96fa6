#include "base/yaml.hpp"

#include "base/codes.hpp"
#include "catch.hpp"

using namespace lagesbild;

namespace {

// Every diagnostic as "code line:column+length".
std::vector<std::string> complaints(const std::string& text, yaml::Limits limits = {}) {
  Diagnostics diagnostics;
  const auto document = yaml::parse("f.yaml", text, diagnostics, limits);
  std::vector<std::string> out;
  for (const Diagnostic& one : diagnostics.all()) {
    CHECK(one.place.file == "f.yaml");
    out.push_back(std::string{one.code.id} + " " + std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + "+" +
                  std::to_string(one.length));
  }
  CHECK(document.has_value() == out.empty());
  return out;
}

std::string dump(const yaml::Node& node) {
  std::string out;
  switch (node.kind) {
    case yaml::Node::Kind::empty: return "-";
    case yaml::Node::Kind::scalar: return (node.quoted ? "'" : "") + node.scalar + (node.quoted ? "'" : "");
    case yaml::Node::Kind::list:
      for (const yaml::Node& item : node.items) out += (out.empty() ? "" : ", ") + dump(item);
      return "[" + out + "]";
    case yaml::Node::Kind::map:
      for (const yaml::Entry& entry : node.entries) out += (out.empty() ? "" : ", ") + entry.key + ": " + dump(entry.value);
      return "{" + out + "}";
  }
  return out;
}

// The tree, or the complaints.
std::string tree(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = yaml::parse("f.yaml", text, diagnostics);
  if (document) return dump(document->root);
  return "refused: " + std::string{diagnostics.all().at(0).code.id};
}

using Seen = std::vector<std::string>;

}  // namespace

TEST_CASE("YAML that people write is read as it stands", "[base]") {
  CHECK(tree("a: 1\nb: text med blanktecken  # kommentar\n") == "{a: 1, b: text med blanktecken}");
  CHECK(tree("a:\n  b:\n    - x\n    - y: 1\n      z: 2\n") == "{a: {b: [x, {y: 1, z: 2}]}}");
  CHECK(tree("a:\n- x\n- y\n") == "{a: [x, y]}");
  CHECK(tree("- - a\n  - b\n- c") == "[[a, b], c]");
  CHECK(tree("a: [x, {b: c}, ]\nd: {}\ne: []\n") == "{a: [x, {b: c}], d: {}, e: []}");
  CHECK(tree("{\"a\":1, 'b': \"2\"}") == "{a: 1, b: '2'}");
  CHECK(tree("a: 'it''s'\nb: \"x\\ty\\u00e5\"\n") == "{a: 'it's', b: 'x\tyå'}");
  CHECK(tree("a: >-\n  ett\n  två\n\n  tre\nb: |\n  x\n    y\n") == "{a: 'ett två\ntre', b: 'x\n  y\n'}");
  CHECK(tree("a: ett\n  två\n\n  tre\nb: 1") == "{a: ett två\ntre, b: 1}");
  CHECK(tree("a: \"ett\n  två\"\nb: 1\n") == "{a: 'ett två', b: 1}");
  CHECK(tree("--- # början\na: 1\n# slut") == "{a: 1}");
  CHECK(tree("a:\nb:\n  -\n  - x\n") == "{a: -, b: [-, x]}");
  CHECK(tree("a: http://x/y\nb: 12:30\nc: a:b\nd: x#y\ne: - x\n") == "refused: yaml-dash-after-key");
  CHECK(tree("a: http://x/y\nb: 12:30\nc: a:b\nd: x#y\n") == "{a: http://x/y, b: 12:30, c: a:b, d: x#y}");
  CHECK(tree("- http://x\n- 12:30\n- a::b\n") == "[http://x, 12:30, a::b]");
  CHECK(tree("a: |+\n  x\n\n# kommentar\nb: >1\n  y\n") == "{a: 'x\n\n', b: ' y\n'}");
  CHECK(tree("å: |\n  x\n\n") == "{å: 'x\n'}");
  CHECK(tree("[a: 1, b]") == "[{a: 1}, b]");
}

TEST_CASE("YAML words that look like values stay text", "[base]") {
  CHECK(tree("a: 012\nb: no\nc: 1_000\nd: 0x1F\ne: .inf\nf: '80'\n") == "{a: 012, b: no, c: 1_000, d: 0x1F, e: .inf, f: '80'}");
}

TEST_CASE("a YAML node knows its line and its column in characters", "[base]") {
  for (const std::string start : {"", "\xEF\xBB\xBF"}) {
    for (const std::string end : {"\n", "\r\n"}) {
      Diagnostics diagnostics;
      const auto document =
          yaml::parse("f.yaml", start + "mål: 80" + end + "# å" + end + "ö: {ä: 1, b: \"x\"}" + end + "tom:" + end, diagnostics);
      REQUIRE(document);
      const auto& entries = document->root.entries;
      REQUIRE(entries.size() == 3);
      CHECK(document->place(entries[0].value) == Place{"f.yaml", 1, 6});
      CHECK(entries[1].line == 3);
      CHECK(entries[1].column == 1);
      CHECK(document->place(entries[1].value) == Place{"f.yaml", 3, 4});
      CHECK(document->place(entries[1].value.entries[1].value) == Place{"f.yaml", 3, 14});
      CHECK(entries[1].value.entries[1].column == 11);
      CHECK(document->place(entries[2].value) == Place{"f.yaml", 4, 5});
      CHECK(document->excerpt(3) == "ö: {ä: 1, b: \"x\"}");
      CHECK(document->excerpt(0).empty());
      CHECK(document->excerpt(99).empty());
    }
  }
}

TEST_CASE("a duplicate key names both places", "[base]") {
  Diagnostics diagnostics;
  CHECK_FALSE(yaml::parse("f.yaml", "a:\n  mål: 1\n  b: 2\n  mål: 3\n", diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& one = diagnostics.all()[0];
  CHECK(one.code == code::yaml_duplicate_key);
  CHECK(one.place == Place{"f.yaml", 4, 3});
  CHECK(one.length == 3);
  CHECK(one.excerpt == "  mål: 3");
  REQUIRE(one.arguments.size() == 3);
  CHECK(one.arguments[0].value == "mål");
  CHECK(one.arguments[1].value == "2");
  CHECK(one.arguments[2].value == "3");
  CHECK(complaints("a: 1\n\"a\": 2\na: 3\n") == Seen{"yaml-duplicate-key 2:1+3", "yaml-duplicate-key 3:1+1"});
  CHECK(complaints("- a: 1\n- a: 2\n").empty());
}

TEST_CASE("YAML features that nobody needs here are refused", "[base]") {
  CHECK(complaints("a: &x 1\nb: *x\n") == Seen{"yaml-anchor 1:4+1", "yaml-alias 2:4+1"});
  CHECK(complaints("&x a: 1") == Seen{"yaml-anchor 1:1+1"});
  CHECK(complaints("a: &x\n") == Seen{"yaml-anchor 1:4+1"});
  CHECK(complaints("&a [*a]") == Seen{"yaml-anchor 1:1+1", "yaml-alias 1:5+1"});
  CHECK(complaints("a: *fet* text") == Seen{"yaml-alias 1:4+1"});
  CHECK(complaints("a: !!str 1\nb: ! x\nc: !y z\n") == Seen{"yaml-tag 1:4+1", "yaml-tag 2:4+1", "yaml-tag 3:4+1"});
  CHECK(complaints("a: {b: 1}\nc:\n  <<: {d: 1}\n") == Seen{"yaml-merge-key 3:3+2"});
  CHECK(complaints("'<<': 1\na: <<\n").empty());
  CHECK(complaints("%YAML 1.2\n---\na: 1\n") == Seen{"yaml-directive 1:1+9"});
  CHECK(complaints("a: 1\n---\nb: 2\n") == Seen{"yaml-second-document 2:1+3"});
  CHECK(complaints("---\n---\na: 1\n") == Seen{"yaml-second-document 2:1+3"});
  CHECK(complaints("a: 1\n...\nb: 2\n") == Seen{"yaml-document-end 2:1+3"});
  CHECK(complaints("? a\n: 1\n") == Seen{"yaml-complex-key 1:1+1"});
  CHECK(complaints("a:\n  [b, c]: 1\n") == Seen{"yaml-complex-key 2:3+1"});
  CHECK(complaints("{a: 1}: 2") == Seen{"yaml-complex-key 1:1+1"});
  CHECK(complaints(": 1") == Seen{"yaml-empty-key 1:1+1"});
  CHECK(complaints("a: ~\nb: null\nNULL: 1\nc: nullställd\n") == Seen{"yaml-null 1:4+1", "yaml-null 2:4+4", "yaml-null 3:1+4"});
  CHECK(complaints("[a,,b]") == Seen{"yaml-stray-comma 1:4+1"});
}

TEST_CASE("bytes that are no text are refused", "[base]") {
  CHECK(complaints("a: b\n\tc: 1\n  d:\t2\n") == Seen{"yaml-tab 2:1+1", "yaml-tab 3:5+1"});
  CHECK(complaints("a:\n \t\tb: 1\n") == Seen{"yaml-tab 2:2+2"});
  CHECK(complaints("a:\n\xC2\xA0 b: 1\n") == Seen{"yaml-odd-blank 2:1+1"});
  CHECK(complaints(std::string("å\0: 1", 6)) == Seen{"yaml-control-character 1:2+1"});
  CHECK(complaints("a: \x01\nb: \x7F\nc: \xC2\x85\nd: \xE2\x80\xAE\n") ==
        Seen{"yaml-control-character 1:4+1", "yaml-control-character 2:4+1", "yaml-control-character 3:4+1",
             "yaml-control-character 4:4+1"});
  CHECK(complaints("a: 1\rb: 2\n") == Seen{"yaml-control-character 1:5+1"});
  CHECK(complaints("a: \"\\0\"") == Seen{"yaml-control-character 1:4+1"});
  CHECK(complaints("a: \"\\q\"") == Seen{"yaml-bad-escape 1:5+2"});
  CHECK(complaints("a: \"\\ud800\"") == Seen{"yaml-bad-escape 1:5+6"});
  CHECK(complaints(std::string("\xFF\xFE" "a\0:\0", 6)) == Seen{"yaml-utf16 1:1+1"});
  CHECK(complaints(std::string("a\0:\0 \0" "1\0", 8)) == Seen{"yaml-utf16 1:1+1"});
  CHECK(complaints(std::string("\0\0\0a\0\0\0:", 8)) == Seen{"yaml-utf16 1:1+1"});
}

TEST_CASE("broken UTF-8 is refused with its place among the bytes", "[base]") {
  Diagnostics diagnostics;
  CHECK_FALSE(yaml::parse("f.yaml", "\xEF\xBB\xBF# å\nmål: \xE5\n", diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& one = diagnostics.all()[0];
  CHECK(one.code == code::yaml_not_utf8);
  CHECK(one.place == Place{"f.yaml", 2, 6});
  REQUIRE(one.arguments.size() == 2);
  CHECK(one.arguments[0].value == "0xE5");
  CHECK(one.arguments[1].value == "15");
}

TEST_CASE("quotes and brackets that are not closed are told where they open", "[base]") {
  CHECK(complaints("a: \"x\nb: 3\n") == Seen{"yaml-unclosed-quote 1:4+1"});
  CHECK(complaints("å: 1\na: 'x\nb: 3\n") == Seen{"yaml-unclosed-quote 2:4+1"});
  CHECK(complaints("a: \"x\nb: \"3\"\nc: 1\n") == Seen{"yaml-unclosed-quote 1:4+1"});
  CHECK(complaints("a:\n  - \"x\n  - y\n") == Seen{"yaml-unclosed-quote 2:5+1"});
  CHECK(complaints("a: 'x'y'\n") == Seen{"yaml-stray-text 1:7+2"});
  CHECK(complaints("a: \"x\"#y\n") == Seen{"yaml-stray-text 1:7+2"});
  CHECK(complaints("a: [x, y\nb: 1\n") == Seen{"yaml-unclosed-bracket 1:4+1"});
  CHECK(complaints("[a, b") == Seen{"yaml-unclosed-bracket 1:1+1"});
  CHECK(complaints("a:\n  {b: 1\nc: 2\n") == Seen{"yaml-unclosed-bracket 2:3+1"});
  CHECK(complaints("a: [1, 2]]\n") == Seen{"yaml-stray-bracket 1:10+1"});
  CHECK(complaints("a: }\n") == Seen{"yaml-stray-bracket 1:4+1"});
}

TEST_CASE("text that yaml-cpp would drop or make up is refused", "[base]") {
  CHECK(complaints("a: 1\nz") == Seen{"yaml-key-without-colon 2:1+1"});
  CHECK(complaints("a: 1\nzebra\nb: 2\n") == Seen{"yaml-key-without-colon 2:1+5"});
  CHECK(complaints("a: {b: 1, c}\n") == Seen{"yaml-key-without-colon 1:11+1"});
  CHECK(complaints("- x\n- y\nz") == Seen{"yaml-stray-text 3:1+1"});
  CHECK(complaints("- a\nb: 1\n") == Seen{"yaml-stray-text 2:1+4"});
  CHECK(complaints("  a: 1\n b: 2\n") == Seen{"yaml-stray-text 2:2+4"});
  CHECK(complaints("a: |\n  x\n y\n") == Seen{"yaml-stray-text 3:2+1"});
  CHECK(complaints("a:\n  - x\n - y\n") == Seen{"yaml-stray-text 3:2+3"});
  CHECK(complaints("a:\ntext # x\nb: 1\n") == Seen{"yaml-stray-text 2:1+8"});
  CHECK(complaints("a:\n\"x\"\n") == Seen{"yaml-stray-text 2:1+3"});
  CHECK(complaints("-\nx\n") == Seen{"yaml-stray-text 2:1+1"});
  CHECK(complaints("a: 1\n  b: 2\n") == Seen{"yaml-stray-colon 2:4+1"});
  CHECK(complaints("a: b: c\n") == Seen{"yaml-stray-colon 1:5+1"});
  CHECK(complaints("a: - b\n") == Seen{"yaml-dash-after-key 1:4+1"});
  CHECK(complaints("a: @x\n") == Seen{"yaml-reserved-character 1:4+1"});
  CHECK(complaints("a: |0\n x\n") == Seen{"yaml-block-header 1:6+1"});
}

TEST_CASE("a blank forgotten after the colon is told", "[base]") {
  CHECK(complaints("a:1") == Seen{"yaml-colon-without-blank 1:1+3"});
  CHECK(complaints("mål:1\nb: 2\n") == Seen{"yaml-colon-without-blank 1:1+5"});
  CHECK(complaints("a: 1\nb:2\nc: 3\n") == Seen{"yaml-colon-without-blank 2:1+3"});
  CHECK(complaints("a: 1\nb:2\n") == Seen{"yaml-colon-without-blank 2:1+3"});
  CHECK(complaints("a:\n  b:1\n") == Seen{"yaml-colon-without-blank 2:3+3"});
  CHECK(complaints("a:\n  b: 1\n    c:2\n") == Seen{"yaml-colon-without-blank 3:5+3"});
  CHECK(complaints("- a:1\n- b:2\n") == Seen{"yaml-colon-without-blank 1:3+3", "yaml-colon-without-blank 2:3+3"});
  CHECK(complaints("{a:1}") == Seen{"yaml-colon-without-blank 1:2+3"});
  CHECK(complaints("\"a\":1\n\"b\":2\n") == Seen{"yaml-colon-without-blank 1:4+1"});
}

TEST_CASE("YAML over the limits is refused", "[base]") {
  CHECK(complaints("a: [[1]]", {100, 3}).empty());
  CHECK(complaints("a: [[[1]]]", {100, 3}) == Seen{"yaml-too-deep 1:6+1"});
  CHECK(complaints("a: 12345", {8, 16}).empty());
  CHECK(complaints("a: 123456", {8, 16}) == Seen{"yaml-too-large 0:0+1"});
  CHECK(complaints("a: " + std::string(100'000, '[')).size() == 1);
  CHECK(complaints(std::string(100'000, '-')).empty());  // a word of hyphens
}

TEST_CASE("empty YAML is refused", "[base]") {
  for (const char* text : {"", "\n\n", "# bara en kommentar\n", "---\n", "\xEF\xBB\xBF", "  \n"}) {
    CHECK(complaints(text) == Seen{"yaml-empty 1:1+1"});
  }
}

TEST_CASE("all mistakes of a YAML file are told in one run, up to fifty", "[base]") {
  CHECK(complaints("a: ~\na: 1\nb: [x,,y]\nc: {d}\ne: &f 1\n") ==
        Seen{"yaml-null 1:4+1", "yaml-duplicate-key 2:1+1", "yaml-stray-comma 3:7+1", "yaml-key-without-colon 4:5+1", "yaml-anchor 5:4+1"});
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a: 1\n";
  CHECK(complaints(many).size() == 50);
}
