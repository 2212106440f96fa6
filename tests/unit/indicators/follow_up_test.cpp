// What a region may decide about the follow-up of grades that demand action.
#include "indicators/follow_up.hpp"

#include "../read/told.hpp"
#include "catch.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using read::Told;

namespace {

std::string level(const char* id, const char* when, int days) {
  return std::string{"  - {id: "} + id + ", when: " + when + ", after_days: " + std::to_string(days) +
         ", name: {sv: Nivå, en: Level}, owner: {sv: Chefen, en: The head}}\n";
}

Told told(const std::string& text) {
  Diagnostics diagnostics;
  const auto read = read_follow_up("follow_up.yaml", text, diagnostics);
  CHECK(read.has_value() == !diagnostics.has_errors());
  return read::told(diagnostics);
}

}  // namespace

TEST_CASE("a region decides from which day a plan counts, how long a decision may take, and what follows") {
  Diagnostics diagnostics;
  const auto rules = read_follow_up("follow_up.yaml",
                                    "plan_counts_from: report\ndecision_days: 60\nowners: {unit: {sv: Enheten, en: The unit}}\nlevels:\n" +
                                        level("first", "plan_late", 1) + level("second", "plan_late", 30) +
                                        level("ask", "decision_late", 1) +
                                        level("again", "stands", 90),
                                    diagnostics);
  REQUIRE(rules);
  CHECK(rules->plan_counts_from == model::PlanFrom::report);
  CHECK(rules->decision_days == 60);
  CHECK(rules->unit_owner.en == "The unit");
  CHECK(rules->inspectors.sv.empty());
  REQUIRE(rules->levels.size() == 4);
  CHECK(rules->levels[1].after_days == 30);
  CHECK(rules->levels[2].when == CaseState::decision_late);
  CHECK(rules->levels[3].when == CaseState::stands);
  CHECK(rules->levels[3].owner.sv == "Chefen");
}

TEST_CASE("what a region does not decide is as it was") {
  Diagnostics diagnostics;
  const auto rules = read_follow_up("follow_up.yaml", "plan_counts_from: visit\n", diagnostics);
  REQUIRE(rules);
  CHECK(rules->plan_counts_from == model::PlanFrom::visit);
  CHECK_FALSE(rules->decision_days);
  CHECK(rules->levels.empty());
}

TEST_CASE("levels that could never be a case's are refused") {
  CHECK(told("levels:\n" + level("a", "plan_late", 30) + level("b", "plan_late", 30)) == Told{"level-order 3:42"});
  CHECK(told("levels:\n" + level("a", "plan_late", 30) + level("a", "stands", 30)) == Told{"level-twice 3:10"});
  CHECK(told("levels:\n" + level("a", "decision_late", 1)) == Told{"level-without-deadline 2:19"});
  CHECK(told("levels:\n" + level("a", "plan_late", 0)) == Told{"yaml-out-of-range 2:42"});
  CHECK(told("levels:\n" + level("a", "late", 1)) == Told{"yaml-not-allowed 2:19"});
  CHECK(told("plan_counts_from: post\n") == Told{"yaml-not-allowed 1:19"});
  CHECK(told("decision_day: 60\n") == Told{"yaml-unknown-key 1:1"});
}
