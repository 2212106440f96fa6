#include "base/json_text.hpp"

#include "catch.hpp"

using lagesbild::JsonText;

TEST_CASE("JSON is written with two blanks a level, in the order given") {
  JsonText json;
  json.object([&] {
    json.text("name", "Åby");
    json.number("n", -3);
    json.yes("so");
    json.list("none", [] {});
    json.list("words", [&] {
      json.item("a");
      json.item("b");
    });
    json.list("rows", [&] { json.object([&] { json.object("inner", [&] { json.number("n", 1); }); }); });
  });
  CHECK(json.take() == "{\n  \"name\": \"Åby\",\n  \"n\": -3,\n  \"so\": true,\n  \"none\": [],\n"
                       "  \"words\": [\n    \"a\",\n    \"b\"\n  ],\n"
                       "  \"rows\": [\n    {\n      \"inner\": {\n        \"n\": 1\n      }\n    }\n  ]\n}\n");
}

TEST_CASE("quotation marks, backslashes and control characters in JSON are escaped") {
  JsonText json;
  json.object([&] { json.text("t", std::string_view{"\"\\\n\x1f\0", 5}); });
  CHECK(json.take() == "{\n  \"t\": \"\\\"\\\\\\u000a\\u001f\\u0000\"\n}\n");
}
