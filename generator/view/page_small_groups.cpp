#include "view/page_small_groups.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace lagesbild::view {
namespace {

using disclosure::Policy;
using disclosure::Reason;

struct Rule {
  Reason reason;
  std::string_view key;
};
constexpr std::array<Rule, 9> all_rules{{{Reason::small_group, "small_group"},
                                         {Reason::few_units, "few_units"},
                                         {Reason::one_unit, "one_unit"},
                                         {Reason::all_alike, "all_alike"},
                                         {Reason::few_differ, "few_differ"},
                                         {Reason::not_over, "not_over"},
                                         {Reason::not_told, "not_told"},
                                         {Reason::linked, "linked"},
                                         {Reason::earlier, "earlier"}}};

class PageMaker {
 public:
  explicit PageMaker(const Context& context) : context_(context), texts_(context.texts), policy_(context.release.policy) {}

  std::vector<Note> about() const {
    return {{say("answers")},
            {say(policy_.grades_about_persons ? "grades_persons" : "grades_units")},
            {say(policy_.register_about_persons ? "register_persons" : "register_units")}};
  }

  std::vector<FactRow> limits() const {
    return {{say("limit_show"), texts_.counted("small_groups.persons", policy_.smallest_group)},
            {say("limit_judge"), texts_.counted("small_groups.persons", policy_.smallest_group_to_judge)},
            {say("decided_by"), policy_.decided_by.in(context_.language())},
            {say("decided_on"), to_string(policy_.decided_on)},
            {say("reason"), policy_.reason.in(context_.language())}};
  }

  std::vector<ProtectionRule> rules() const {
    std::vector<ProtectionRule> rules;
    for (const Rule& rule : all_rules) {
      const std::string key{rule.key};
      std::string text = key + "_text";
      if (rule.reason == Reason::not_told) {
        if (policy_.tells_units(false)) continue;
        text = policy_.tells_units(true) ? "not_told_but_pools" : "not_told_at_all";
      }
      rules.push_back({say(key), texts_.say("small_groups." + text, {{"n", texts_.number(policy_.smallest_group)}}),
                       texts_.say("small_groups." + key + "_example", {{"less", texts_.number(policy_.smallest_group - 1)}})});
    }
    return rules;
  }

  std::vector<Note> instead() const {
    static constexpr std::array<std::string_view, 5> keys{"unit", "unit_pool", "forum", "forum_pool", "region"};
    std::vector<Note> steps;
    for (const disclosure::RollUp step : policy_.roll_up) {
      steps.push_back({say("step_" + std::string{keys[static_cast<std::size_t>(step)]})});
    }
    return steps;
  }

  std::optional<ProtectionCounts> counts() const {
    const disclosure::Tally& tally = context_.release.tally;
    if (tally.about_persons == 0) return std::nullopt;
    const auto n = [&](std::uint64_t value) { return texts_.number(static_cast<std::int64_t>(value)); };
    ProtectionCounts counts;
    counts.finding = texts_.say("small_groups.finding", {{"judged", n(tally.about_persons)},
                                                         {"shown", n(tally.about_persons - tally.withheld)},
                                                         {"replaced", n(tally.rolled_up)},
                                                         {"withheld", n(tally.withheld - tally.rolled_up)}});
    for (const Rule& rule : all_rules) {
      const std::uint64_t found = tally.by_reason[static_cast<std::size_t>(rule.reason)];
      if (found > 0) counts.rules.push_back({say(rule.key), n(found)});
    }
    counts.withheld = n(tally.withheld);
    return counts;
  }

 private:
  std::string say(std::string_view key) const { return texts_.say("small_groups." + std::string{key}); }

  const Context& context_;
  const Texts& texts_;
  const Policy& policy_;
};

}  // namespace

SmallGroupsPage small_groups_page(const Context& context, const PageRef& ref) {
  const PageMaker maker{context};
  SmallGroupsPage page;
  page.shell = context.shell(ref, context.texts.say("small_groups.heading"),
                             {{context.site.page("metod"), context.texts.say("nav.method"), false}});
  page.about = maker.about();
  page.limits = maker.limits();
  page.rules = maker.rules();
  page.instead = maker.instead();
  page.counts = maker.counts();
  page.error = context.texts.say("small_groups.error", {{"contact", context.site.contact.in(context.language())}});
  return page;
}

}  // namespace lagesbild::view
