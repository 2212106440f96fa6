#include "view/page_method.hpp"

namespace lagesbild::view {
namespace {

std::vector<Note> rules_of(const Context& context) {
  const Texts& texts = context.texts;
  const disclosure::Framework& framework = context.release.framework;
  std::vector<Note> rules;
  if (context.release.has_reviews) {
    rules.push_back({texts.say("method.today", {{"date", to_string(context.release.as_of)}})});
    rules.push_back({texts.say("method.latest")});
    rules.push_back({texts.counted("method.plan", framework.months_to_plan)});
    rules.push_back({texts.counted("method.next", framework.years_between_reviews)});
    rules.push_back({texts.say("method.sd")});
  } else if (!context.release.published.empty()) {
    rules.push_back({texts.say("method.published")});
  }
  rules.push_back({texts.say("method.rounding")});
  return rules;
}

std::vector<Note> protection_of(const Context& context) {
  const Texts& texts = context.texts;
  const disclosure::Policy& policy = context.release.policy;
  std::vector<Note> notes;
  const bool persons = policy.grades_about_persons || policy.register_about_persons;
  const char* units = context.release.reviews_for_fewer ? "method.about_units_for_fewer" : "method.about_units";
  notes.push_back({texts.say(persons ? "method.about_persons" : units)});
  notes.push_back({texts.say("method.thresholds",
                             {{"show", texts.number(policy.smallest_group)}, {"judge", texts.number(policy.smallest_group_to_judge)}})});
  notes.push_back({texts.say("method.decided", {{"by", policy.decided_by.in(context.language())},
                                                {"date", to_string(policy.decided_on)},
                                                {"reason", policy.reason.in(context.language())}})});
  const auto withheld = static_cast<std::int64_t>(context.release.tally.withheld);
  notes.push_back(
      {texts.counted("method.withheld", withheld, {{"judged", texts.number(static_cast<std::int64_t>(context.release.tally.judged))}})});
  return notes;
}

}  // namespace

MethodPage method_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const disclosure::Framework& framework = context.release.framework;
  MethodPage page;
  page.shell = context.shell(ref, texts.say("nav.method"));
  page.lead = texts.say("method.lead");
  page.framework = texts.say("method.framework",
                             {{"title", framework.title.in(context.language())}, {"rests_on", framework.rests_on.in(context.language())}});
  page.grades = grade_keys(context);
  page.reference = texts.say("method.reference", {{"grade", std::string(1, disclosure::letter(framework.reference_line))}});
  page.rules = rules_of(context);
  if (context.release.has_reviews) {
    page.statuses.emplace();
    using disclosure::Status;
    for (const auto& [status, rule] : {std::pair{Status::action_required, "method.rule_required"},
                                       {Status::action_planned, "method.rule_planned"},
                                       {Status::action_recommended, "method.rule_recommended"},
                                       {Status::review_overdue, "method.rule_overdue"},
                                       {Status::all_met, "method.rule_met"}}) {
      page.statuses->rows.push_back({context.status_word(status), texts.say(rule)});
    }
  }
  if (!context.release.rounds.empty()) page.rounds.emplace();
  for (const auto& round : context.release.rounds) {
    page.rounds->rows.push_back({round.id, texts.say("method.round", {{"from", to_string(round.from)}, {"to", to_string(round.to)}})});
  }
  page.protection = protection_of(context);
  for (const SourceInfo& source : context.site.sources) {
    page.sources.push_back({source.title.in(context.language()), source.location, to_string(source.updated), source.sha256.substr(0, 16)});
  }
  page.version = texts.say("method.version", {{"version", context.site.version}, {"release", context.site.release_id}});
  return page;
}

AccessibilityPage accessibility_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const SiteInfo& site = context.site;
  AccessibilityPage page;
  page.shell = context.shell(ref, texts.say("accessibility.heading"));
  page.lead = texts.say("accessibility.lead", {{"region", site.region.in(context.language())}});
  page.conformance = texts.say("accessibility." + site.conformance);
  if (!site.known_issues.empty()) page.issues.emplace();
  for (const Localized& issue : site.known_issues) page.issues->list.push_back({issue.in(context.language())});
  page.assessment = texts.say("accessibility." + site.assessment_method, {{"date", to_string(site.assessed_on)}});
  page.report = texts.say("accessibility.report", {{"to", site.report_to.in(context.language())}});
  for (const PageRef& other : context.pages()) {
    if (other.kind == PageRef::Kind::components) page.components = Link{other.path, texts.say("components.heading"), false};
  }
  return page;
}

}  // namespace lagesbild::view
