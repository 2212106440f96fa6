// What a region may decide about its indicators.
#include "indicators/settings.hpp"

#include "../read/told.hpp"
#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using read::Told;

namespace {

struct Decided {
  explicit Decided(std::string text) : definitions{test::made_definition(test::regular_share), test::made_definition(test::hours_mean)} {
    definitions[1].id = "hours";
    settings = read_settings("indicators.yaml", std::move(text), definitions, diagnostics);
    CHECK(settings.has_value() == !diagnostics.has_errors());
  }
  std::vector<Definition> definitions;
  Diagnostics diagnostics;
  std::optional<Settings> settings;
};

Told told(const std::string& text) { return read::told(Decided{text}.diagnostics); }

}  // namespace

TEST_CASE("what a region does not decide is as it was, and what it decides holds") {
  const Decided one{"pool_years: 2\npool_from: 2022\noutlier_limit: 95\npatients: [1000]\ngap_most: 3\n"};
  REQUIRE(one.settings);
  CHECK(one.settings->pool_years == 2);
  CHECK(one.settings->pool_from == 2022);
  CHECK(one.settings->outlier_limit == Confidence::percent_95);
  CHECK(one.settings->patients == std::vector<int>{1000});
  CHECK(one.settings->gap_most == 3);
  CHECK(one.settings->st_doctors == Settings{}.st_doctors);
  CHECK(one.settings->difference_points == 10);
  CHECK(Decided{"outlier_limit: 99.8\n"}.settings->outlier_limit == Confidence::percent_99_8);
}

TEST_CASE("a misspelt decision is told with what was likely meant") {
  const Decided one{"pool_year: 2\n"};
  REQUIRE(read::told(one.diagnostics) == Told{"yaml-unknown-key 1:1"});
  CHECK(read::argument(one.diagnostics.all()[0], "like") == "pool_years");
}

TEST_CASE("a decision out of reach is refused") {
  CHECK(told("pool_years: 11\n") == Told{"yaml-out-of-range 1:13"});
  CHECK(told("similar_units: 2\n") == Told{"yaml-out-of-range 1:16"});
  CHECK(told("gap_percent: 0\n") == Told{"yaml-out-of-range 1:14"});
  CHECK(told("outlier_limit: 99\n") == Told{"yaml-not-allowed 1:16"});
}

TEST_CASE("limits of size bands rise, from 1") {
  for (const char* bands : {"[3000, 3000]", "[8000, 3000]", "[0, 3000]", "[-5]", "[tre tusen]", "[3000.5]", "[99999999999]"}) {
    INFO(bands);
    CHECK(told(std::string{"patients: "} + bands + "\n") == Told{"limits-order 1:11"});
  }
  CHECK(told("st_doctors: [2, 4, 8]\npatients: []\n").empty());
}

TEST_CASE("a region has targets of its own, by the rules of the kind of number") {
  const Decided one{"indicators:\n  - {indicator: hours, target: {at_least: 3.5, source: {sv: Vi, en: We}}}\n"};
  REQUIRE(one.settings);
  CHECK(one.definitions[1].target->limit == 350);
  CHECK_FALSE(one.definitions[0].target);
  CHECK(told("indicators:\n  - {indicator: made, target: {at_least: 3.5, source: {sv: Vi, en: We}}}\n") == Told{"yaml-not-integer 2:42"});
}

TEST_CASE("a break of the region's own takes its place among those that are known") {
  Decided one{"indicators:\n  - {indicator: made, breaks: [{from: 2024-01-01, why: {sv: Ny, en: New}}]}\n"
              "  - {indicator: made, breaks: [{from: 2022-01-01, why: {sv: Äldre, en: Older}}]}\n"};
  REQUIRE(one.settings);
  REQUIRE(one.definitions[0].breaks.size() == 2);
  CHECK(one.definitions[0].breaks[0].why.sv == "Äldre");
  CHECK(one.definitions[1].breaks.empty());
}

TEST_CASE("an indicator that the region does not use is not there") {
  const Decided one{"indicators:\n  - {indicator: made, used: nej}\n"};
  REQUIRE(one.definitions.size() == 1);
  CHECK(one.definitions[0].id == "hours");
}

TEST_CASE("a decision about an indicator that does not exist is told with what was likely meant") {
  const Decided one{"indicators:\n  - {indicator: houres, used: nej}\n"};
  REQUIRE(read::told(one.diagnostics) == Told{"decision-indicator 2:17"});
  CHECK(read::argument(one.diagnostics.all()[0], "like") == "hours");
  CHECK(one.definitions.size() == 2);
}
