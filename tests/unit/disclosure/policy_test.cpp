#include "disclosure/policy.hpp"

#include <stdexcept>

#include "catch.hpp"
#include "told_fully.hpp"

using namespace lagesbild;
using disclosure::About;
using test::Told;

namespace {

const std::string policy_yaml =
    "smallest_group: 5\n"                    // 1
    "smallest_group_to_judge: 8\n"           // 2
    "about_persons: []\n"                    // 3
    "decided_by: {sv: vi, en: we}\n"         // 4
    "decided_on: 2026-06-30\n"               // 5
    "reason: {sv: så, en: so}\n";            // 6

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + from);
  return text.replace(at, from.size(), to);
}

Told complaints(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(disclosure::read_policy("p.yaml", text, diagnostics));
  return test::told_fully(diagnostics);
}

disclosure::Policy policy(const std::string& text) {
  Diagnostics diagnostics;
  const auto read = disclosure::read_policy("p.yaml", text, diagnostics);
  CHECK(test::told_fully(diagnostics) == Told{});
  REQUIRE(read);
  return *read;
}

}  // namespace

TEST_CASE("a policy says the smallest groups, who decided them, when and why") {
  const auto read = policy(policy_yaml);
  CHECK(read.smallest_group == 5);
  CHECK(read.smallest_group_to_judge == 8);
  CHECK(read.decided_by.sv == "vi");
  CHECK(to_string(read.decided_on) == "2026-06-30");
  CHECK(read.reason.en == "so");
  CHECK_FALSE(read.protects(About::grades));
  CHECK_FALSE(read.protects(About::register_facts));
}

TEST_CASE("grades, register facts or both may be about persons") {
  const auto grades = policy(with(policy_yaml, "[]", "[grades]"));
  CHECK(grades.protects(About::grades));
  CHECK_FALSE(grades.protects(About::register_facts));
  const auto facts = policy(with(policy_yaml, "[]", "[register]"));
  CHECK_FALSE(facts.protects(About::grades));
  CHECK(facts.protects(About::register_facts));
  const auto both = policy(with(policy_yaml, "[]", "[register, grades]"));
  CHECK(both.protects(About::grades));
  CHECK(both.protects(About::register_facts));
}

TEST_CASE("a group smaller than three is never shown, whatever a site decides") {
  CHECK(complaints(with(policy_yaml, "group: 5", "group: 2")) == Told{"p.yaml:1:17 yaml-out-of-range"});
  CHECK(policy(with(policy_yaml, "group: 5", "group: 3")).smallest_group == 3);
  CHECK(complaints(with(policy_yaml, "group: 5", "group: '5'")) == Told{"p.yaml:1:17 yaml-not-integer"});
}

TEST_CASE("what is judged is not smaller than what is shown") {
  CHECK(complaints(with(policy_yaml, "judge: 8", "judge: 4")) == Told{"p.yaml:2:26 judge-below-show"});
  CHECK(policy(with(policy_yaml, "judge: 8", "judge: 5")).smallest_group_to_judge == 5);
}

TEST_CASE("an unknown word about persons is refused") {
  CHECK(complaints(with(policy_yaml, "[]", "[grades, names]")) == Told{"p.yaml:3:16 about-persons-word"});
}

namespace {

std::string rolling(const std::string& steps) { return policy_yaml + "roll_up: [" + steps + "]\n"; }  // line 7

}  // namespace

TEST_CASE("a unit's readers are told of it over several years, its forum and the region, unless the site says otherwise") {
  using disclosure::RollUp;
  CHECK((policy(policy_yaml).roll_up == std::vector{RollUp::unit_pool, RollUp::forum, RollUp::forum_pool, RollUp::region}));
  CHECK((policy(rolling("unit, unit_pool, forum, forum_pool, region")).roll_up ==
         std::vector{RollUp::unit, RollUp::unit_pool, RollUp::forum, RollUp::forum_pool, RollUp::region}));
  CHECK(policy(rolling("region")).roll_up == std::vector{RollUp::region});
}

TEST_CASE("single units are told of in the ways that the order names, and in no other") {
  CHECK(policy(policy_yaml).tells_units(true));
  CHECK_FALSE(policy(policy_yaml).tells_units(false));
  CHECK(policy(rolling("unit, region")).tells_units(false));
  CHECK_FALSE(policy(rolling("unit, region")).tells_units(true));
  CHECK_FALSE(policy(rolling("forum, region")).tells_units(true));
}

TEST_CASE("an order goes outwards from the unit, names no step twice and ends with the region") {
  CHECK(complaints(rolling("unit, clinic, region")) == Told{"p.yaml:7:10 roll-up-word"});
  for (const char* wrong : {"forum, unit, region", "unit, unit, region", "unit, forum", "region, unit", "unit, region, region", ""}) {
    INFO(wrong);
    CHECK(complaints(rolling(wrong)) == Told{"p.yaml:7:10 roll-up-order"});
  }
}

TEST_CASE("the mistakes of a policy are told in one run") {
  CHECK(complaints(
            "smallest_group: 1\nsmallest_group_to_judge: 2\nabout_persons: [x]\ndecided_on: nyss\nreason: {sv: a, en: b}\nother: 1\n") ==
        Told{"p.yaml:1:17 yaml-out-of-range", "p.yaml:2:26 yaml-out-of-range", "p.yaml:3:16 about-persons-word",
             "p.yaml:1:1 yaml-missing-key", "p.yaml:4:13 yaml-not-date", "p.yaml:6:1 yaml-unknown-key"});
}
