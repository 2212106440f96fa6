#include "view/register.hpp"

#include <algorithm>
#include <tuple>

namespace lagesbild::view {
namespace {

using disclosure::Case;
using disclosure::CaseEvent;
using disclosure::CaseState;
using Kind = CaseEvent::Kind;

constexpr const char* states[] = {"report_awaited", "plan_awaited", "plan_late", "decision_awaited", "decision_late",
                                  "stands", "lifted_to", "reviewed_again", "unit_closed"};  // by CaseState

std::string own_words(const Localized& words, const Texts& texts, const char* usual) {
  return words.sv.empty() ? texts.say(usual) : words.in(texts.language());
}

}  // namespace

std::vector<CaseLine> case_lines(const Context& context, const std::vector<std::size_t>& units) {
  std::vector<CaseLine> lines;
  for (const std::size_t unit : units) {
    const auto* reviewed = context.release.units[unit].reviewed.shown();
    if (reviewed == nullptr) continue;
    const std::size_t first = lines.size();
    for (const Case& one : reviewed->cases) {
      const disclosure::Review& review = reviewed->reviews[one.review];
      const auto same = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(), [&](const CaseLine& line) {
        return line.review == &review && line.any().state == one.state;
      });
      if (same == lines.end()) lines.push_back({unit, &review, {&one}});
      else same->cases.push_back(&one);
    }
  }
  return lines;
}

std::vector<CaseLine> open_lines(const Context& context, const std::vector<std::size_t>& units) {
  std::vector<CaseLine> lines = case_lines(context, units);
  std::erase_if(lines, [](const CaseLine& line) { return !indicators::is_open(line.any().state); });
  const auto order = [](const CaseLine& line) {
    const Case& one = line.any();
    return std::tuple{-one.days_late, !one.level, !one.due, one.due};
  };
  std::stable_sort(lines.begin(), lines.end(), [&](const CaseLine& a, const CaseLine& b) { return order(a) < order(b); });
  return lines;
}

std::string case_state(const Texts& texts, CaseState state) {
  return texts.say(std::string{"case."} + states[static_cast<std::size_t>(state)]);
}

std::string case_owner(const Context& context, const Case& one) {
  const disclosure::FollowUp& rules = context.release.follow_up;
  if (one.level) return rules.levels[*one.level].owner.in(context.language());
  switch (one.state) {
    case CaseState::plan_awaited: case CaseState::plan_late: case CaseState::stands:
      return own_words(rules.unit_owner, context.texts, "case.owner_unit");
    case CaseState::report_awaited: case CaseState::decision_awaited: case CaseState::decision_late:
      return own_words(rules.inspectors, context.texts, "case.owner_inspectors");
    default: return {};
  }
}

std::string level_rule(const Texts& texts, const disclosure::Level& level) {
  return texts.counted(std::string{"case_rule."} + states[static_cast<std::size_t>(level.when)], level.after_days);
}

std::vector<Step> case_steps(const Context& context, const Case& one, const disclosure::Review& review) {
  const Texts& texts = context.texts;
  const auto words = [&](const CaseEvent& event) -> std::string {
    switch (event.kind) {
      case Kind::reviewed: return texts.say("step.review");
      case Kind::reported: return texts.say("step.report");
      case Kind::plan_due:
        return one.state == CaseState::plan_late ? texts.counted("step.plan_late", one.days_late) : texts.say("step.plan_due");
      case Kind::plan_received:
        return one.plan_days_late > 0 ? texts.counted("step.plan_received_late", one.plan_days_late) : texts.say("step.plan_received");
      case Kind::decision_due:
        return one.state == CaseState::decision_late ? texts.counted("step.decision_late", one.days_late) : texts.say("step.decision_due");
      case Kind::decided: return texts.say("step.decided");
      case Kind::level:
        return texts.say("step.level", {{"level", context.release.follow_up.levels[event.level].name.in(context.language())}});
      case Kind::reviewed_again: return texts.say("step.reviewed_again");
      case Kind::unit_closed: return texts.say("step.unit_closed");
    }
    return {};
  };
  std::vector<Step> steps;
  for (const CaseEvent& event : one.events) {
    const bool is_due = event.kind == Kind::plan_due || event.kind == Kind::decision_due;
    const bool is_next = is_due && one.due && *one.due == event.date && !(event.kind == Kind::plan_due && review.plan_received);
    steps.push_back({to_string(event.date), words(event), !is_next ? "done" : one.days_late > 0 ? "late" : "due"});
  }
  return steps;
}

}  // namespace lagesbild::view
