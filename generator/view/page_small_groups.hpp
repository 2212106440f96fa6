// How small groups are protected, for readers: what is about persons, the limits, each rule with an example, and how often it was used on
// the whole site. Never for a part of it: which rule withheld a certain number would tell something of the answers.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_unit.hpp"

namespace lagesbild::view {

struct ProtectionRule {
  std::string name;
  std::string text;
  std::string example;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &ProtectionRule::name, "the rule in a few words"},
                      Field{"text", &ProtectionRule::text, "what is withheld and why"},
                      Field{"example", &ProtectionRule::example, "with invented numbers"}};
  }
};

struct RuleCount {
  std::string name;
  std::string n;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &RuleCount::name, "the rule"}, Field{"n", &RuleCount::n, "how many numbers of the site"}};
  }
};

struct ProtectionCounts {
  std::string finding;
  std::vector<RuleCount> rules;
  std::string withheld;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &ProtectionCounts::finding, "judged, shown, replaced, in sentences"},
                      Field{"rules", &ProtectionCounts::rules, "withheld by each rule that was used"},
                      Field{"withheld", &ProtectionCounts::withheld, "in all"}};
  }
};

struct SmallGroupsPage {
  Shell shell;
  std::vector<Note> about;
  std::vector<FactRow> limits;
  std::vector<ProtectionRule> rules;
  std::vector<Note> instead;
  std::optional<ProtectionCounts> counts;
  std::string error;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &SmallGroupsPage::shell, "what stands around the page"},
                      Field{"about", &SmallGroupsPage::about, "what is about persons and what is not"},
                      Field{"limits", &SmallGroupsPage::limits, "thresholds, who decided them, when and why"},
                      Field{"rules", &SmallGroupsPage::rules, "each with an example"},
                      Field{"instead", &SmallGroupsPage::instead, "what a unit's readers are told, the closest first"},
                      Field{"counts", &SmallGroupsPage::counts, "of the whole site; absent without numbers about persons"},
                      Field{"error", &SmallGroupsPage::error, "what an error would mean, and whom to tell"}};
  }
};

SmallGroupsPage small_groups_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
