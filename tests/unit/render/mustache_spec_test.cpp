// The situations of the core of the public Mustache specification, in our own words: mustache_spec.json.
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "render/mustache.hpp"

using namespace lagesbild;
using namespace lagesbild::render;

namespace {

// The specification's numbers are its own concern: ours never get here as numbers.
Value value_of(const nlohmann::json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_null()) return false;
  if (json.is_number()) return json.dump();
  if (json.is_array()) {
    Value::List list;
    for (const auto& item : json) list.push_back(value_of(item));
    return list;
  }
  Value::Object object;
  for (const auto& [name, value] : json.items()) object.emplace(name, value_of(value));
  return object;
}

nlohmann::json cases() {
  std::ifstream file(LAGESBILD_ROOT "/tests/unit/render/mustache_spec.json");
  return nlohmann::json::parse(file);
}

}  // namespace

TEST_CASE("there is a case for every situation of the specification", "[render]") {
  std::map<std::string, int> groups;
  for (const auto& one : cases()) ++groups[one["group"].get<std::string>()];
  const std::map<std::string, int> expected{{"comments", 12}, {"delimiters", 14}, {"interpolation", 42},
                                            {"inverted", 22}, {"partials", 12},   {"sections", 34}};
  CHECK(groups == expected);
}

TEST_CASE("templates render as the specification says", "[render]") {
  Renderer renderer;
  for (const auto& one : cases()) {
    INFO(one["group"].get<std::string>() << ": " << one["name"].get<std::string>());
    Sources partials;
    if (one.contains("partials")) {
      for (const auto& [name, text] : one["partials"].items()) partials.push_back({name, {name, text.get<std::string>()}});
    }
    Diagnostics diagnostics;
    const Options options{Rules::specification, Blanks::keep};
    const auto page = Template::parse({"case", one["template"].get<std::string>()}, partials, diagnostics, options);
    REQUIRE(page);
    const Value value = value_of(one.value("data", nlohmann::json::object()));
    CHECK(renderer.render(*page, value, diagnostics) == one["expected"].get<std::string>());
    CHECK(diagnostics.empty());
  }
}
