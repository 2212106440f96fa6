#include "base/codes.hpp"
#include "base/yaml.hpp"
#include "catch.hpp"

using namespace lagesbild;

namespace {

// A text and a Reader of its root.
class Reading {
 public:
  explicit Reading(const std::string& text)
      : document_(*yaml::parse("f.yaml", text, diagnostics_)), reader(document_, document_.root, diagnostics_) {}
  // Every diagnostic so far as "code line:column+length".
  std::vector<std::string> complaints() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : diagnostics_.all()) {
      out.push_back(std::string{one.code.id} + " " + std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + "+" +
                    std::to_string(one.length));
    }
    return out;
  }
  const Diagnostic& last() const { return diagnostics_.all().back(); }
  std::string argument(const std::string& name) const {
    for (const Argument& one : last().arguments) {
      if (one.name == name) return one.value;
    }
    return "(none)";
  }

 private:
  Diagnostics diagnostics_;
  yaml::Document document_;

 public:
  yaml::Reader reader;
};

using Seen = std::vector<std::string>;

}  // namespace

TEST_CASE("a Reader hands out what a map holds", "[base]") {
  Reading r{"text: Hej då\nja: Ja\nnej: FALSE\nheltal: -12\ntal: 0.25\ndag: 2024-02-29\nval: b\n"
            "lista: [a, 'b']\nkarta: {x: 1}\nkod: 012\n"};
  CHECK(r.reader);
  CHECK(r.reader.text("text") == "Hej då");
  CHECK(r.reader.yes_no("ja", false));
  CHECK_FALSE(r.reader.yes_no("nej", true));
  CHECK(r.reader.integer("heltal", -12, 0) == -12);
  CHECK(r.reader.number("tal", 0, 0.25) == 0.25);
  CHECK(r.reader.date("dag") == parse_date("2024-02-29"));
  CHECK(r.reader.one_of("val", {"a", "b"}) == "b");
  CHECK(r.reader.texts("lista") == std::vector<std::string>{"a", "b"});
  REQUIRE(r.reader.map("karta"));
  CHECK(r.reader.map("karta")->find("x")->scalar == "1");
  CHECK(r.reader.list("lista")->items.size() == 2);
  CHECK(r.reader.text("kod") == "012");
  CHECK(r.reader.has("kod"));
  CHECK(r.reader.place("heltal") == Place{"f.yaml", 4, 9});
  r.reader.finish();
  CHECK(r.complaints() == Seen{});
}

TEST_CASE("a Reader takes optional keys for what they are when they are missing or empty", "[base]") {
  Reading r{"tom:\n"};
  for (const char* key : {"tom", "saknas"}) {
    CHECK(r.reader.text_or(key, "annars") == "annars");
    CHECK(r.reader.yes_no(key, true));
    CHECK(r.reader.integer_or(key, 7, 0, 1) == 7);
    CHECK_FALSE(r.reader.date_or_none(key));
    CHECK(r.reader.texts(key).empty());
    CHECK(r.reader.list_or_none(key) == nullptr);
    CHECK(r.reader.map_or_none(key) == nullptr);
  }
  CHECK(r.reader.has("tom"));
  CHECK_FALSE(r.reader.has("saknas"));
  CHECK(r.reader.place("saknas") == Place{"f.yaml", 1, 1});
  r.reader.finish();
  CHECK(r.complaints() == Seen{});
}

TEST_CASE("a Reader tells of every required key that is missing or empty", "[base]") {
  Reading r{"a:\nb: ''\nc: ' '\n"};
  CHECK(r.reader.text("a").empty());
  CHECK(r.reader.text("b").empty());
  r.reader.text("c");
  CHECK(r.reader.text("d").empty());
  CHECK(r.reader.integer("e", 3, 5) == 3);
  CHECK(r.reader.number("f", 0.5, 1) == 0.5);
  CHECK_FALSE(r.reader.date("g"));
  CHECK(r.reader.one_of("h", {"x", "y"}) == "x");
  CHECK(r.reader.list("i") == nullptr);
  CHECK(r.reader.map("j") == nullptr);
  r.reader.finish();
  CHECK(r.complaints() == Seen{"yaml-empty-value 1:3+1", "yaml-empty-value 2:4+2", "yaml-empty-value 3:4+3", "yaml-missing-key 1:1+1",
                               "yaml-missing-key 1:1+1", "yaml-missing-key 1:1+1", "yaml-missing-key 1:1+1", "yaml-missing-key 1:1+1",
                               "yaml-missing-key 1:1+1", "yaml-missing-key 1:1+1"});
}

TEST_CASE("a Reader tells of values in the wrong form", "[base]") {
  Reading r{"lista: [1]\nkarta: {x: 1}\ntext: åäö\n"};
  CHECK(r.reader.text("lista").empty());
  CHECK(r.reader.text_or("karta", "annars") == "annars");
  CHECK(r.reader.list("text") == nullptr);
  CHECK(r.reader.map_or_none("lista") == nullptr);
  CHECK(r.reader.texts("text").empty());
  CHECK(r.complaints() == Seen{"yaml-expected-text 1:8+1", "yaml-expected-text 2:8+1", "yaml-expected-list 3:7+3",
                               "yaml-expected-map 1:8+1",
                               "yaml-expected-list 3:7+3"});
  CHECK(r.last().excerpt == "text: åäö");
}

TEST_CASE("a Reader takes only whole numbers without doubt for integers", "[base]") {
  for (const char* wrong : {"012", "1_000", "12,5", "1.0", "1e3", "0x1F", "+5", "'5'", "fem", "--", "00", "1 000"}) {
    Reading r{"n: " + std::string{wrong} + "\n"};
    CHECK(r.reader.integer("n", 1, 9999) == 1);
    REQUIRE(r.complaints().size() == 1);
    CHECK(r.last().code == code::yaml_not_integer);
    CHECK(r.last().place == Place{"f.yaml", 1, 4});
    CHECK(r.last().length == static_cast<int>(std::string{wrong}.size()));
  }
  for (const char* wrong : {"0", "10000", "-1", "99999999999999999999"}) {
    Reading r{"n: " + std::string{wrong} + "\n"};
    CHECK(r.reader.integer_or("n", 5, 1, 9999) == 1);
    CHECK(r.last().code == code::yaml_out_of_range);
    CHECK(r.argument("seen") == wrong);
    CHECK(r.argument("least") == "1");
    CHECK(r.argument("most") == "9999");
  }
}

TEST_CASE("a Reader takes only decimal points in numbers", "[base]") {
  for (const char* wrong : {"0,5", ".5", "5.", "1e3", ".inf", "NaN", "'0.5'", "01.5", "0.5 %"}) {
    Reading r{"n: " + std::string{wrong} + "\n"};
    CHECK(r.reader.number("n", 0, 1) == 0);
    CHECK(r.complaints().size() == 1);
    CHECK(r.last().code == code::yaml_not_number);
  }
  Reading r{"n: 1.5\n"};
  CHECK(r.reader.number("n", 0.1, 1.25) == 0.1);
  CHECK(r.last().code == code::yaml_out_of_range);
  CHECK(r.argument("least") == "0.1");
  CHECK(r.argument("most") == "1.25");
}

TEST_CASE("a Reader refuses days that do not exist and odd answers", "[base]") {
  Reading r{"dag: 2023-02-29\nsvar: kanske\ncitat: 'ja'\nsiffra: 1\n"};
  CHECK_FALSE(r.reader.date("dag"));
  CHECK_FALSE(r.reader.date_or_none("dag"));
  CHECK(r.reader.yes_no("svar", true));
  CHECK_FALSE(r.reader.yes_no("citat", false));
  CHECK(r.reader.yes_no("siffra", true));
  CHECK(r.complaints() == Seen{"yaml-not-date 1:6+10", "yaml-not-date 1:6+10", "yaml-not-yes-no 2:7+6", "yaml-not-yes-no 3:8+4",
                               "yaml-not-yes-no 4:9+1"});
}

TEST_CASE("a Reader suggests the value that was likely meant", "[base]") {
  Reading r{"form: kolumm\n"};
  CHECK(r.reader.one_of("form", {"rad", "kolumn"}) == "rad");
  CHECK(r.last().code == code::yaml_not_allowed);
  CHECK(r.argument("seen") == "kolumm");
  CHECK(r.argument("allowed") == "rad, kolumn");
  CHECK(r.argument("like") == "kolumn");
  CHECK(r.reader.one_of("form", {"x", "y"}) == "x");
  CHECK(r.argument("like").empty());
}

TEST_CASE("a Reader tells of unknown keys and what was likely meant", "[base]") {
  Reading r{"rubrik: a\nrubirk: b\nannat: c\n"};
  CHECK(r.reader.text("rubrik") == "a");
  r.reader.text_or("ingress", "");
  r.reader.finish();
  REQUIRE(r.complaints() == Seen{"yaml-unknown-key 2:1+6", "yaml-unknown-key 3:1+5"});
  CHECK(r.argument("like").empty());
  CHECK(r.argument("known") == "rubrik, ingress");
  Reading again{"rubirk: b\n"};
  again.reader.text_or("rubrik", "");
  again.reader.finish();
  CHECK(again.argument("like") == "rubrik");
  CHECK(again.last().excerpt == "rubirk: b");
}

TEST_CASE("a list of texts may hold nothing else", "[base]") {
  Reading r{"l:\n  - a\n  -\n  - [b]\n  - ''\n  - c\n"};
  CHECK(r.reader.texts("l") == std::vector<std::string>{"a", "c"});
  CHECK(r.complaints() == Seen{"yaml-list-item-not-text 3:4+1", "yaml-list-item-not-text 4:5+1", "yaml-list-item-not-text 5:5+2"});
}

TEST_CASE("a Reader of something that is no map says so once", "[base]") {
  Reading r{"- a\n- b\n"};
  CHECK_FALSE(r.reader);
  CHECK(r.reader.text("a").empty());
  CHECK(r.reader.integer("b", 1, 2) == 1);
  CHECK(r.reader.map("c") == nullptr);
  CHECK_FALSE(r.reader.has("a"));
  r.reader.finish();
  CHECK(r.complaints() == Seen{"yaml-not-a-map 1:1+1"});
}

TEST_CASE("a caller may complain at a value", "[base]") {
  Reading r{"å: \"fel värde\"\n"};
  r.reader.complain("å", code::yaml_not_date, {{"seen", "fel värde"}});
  CHECK(r.complaints() == Seen{"yaml-not-date 1:4+11"});
  r.reader.complain("saknas", code::yaml_missing_key);
  CHECK(r.last().place == Place{"f.yaml", 1, 1});
}
