#include "view/page_measures.hpp"

#include <algorithm>

#include "disclosure/audience.hpp"
#include "view/page_cases.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

constexpr const char* kinds[] = {"done", "started", "not_started", "stopped", "unknown"};

using Rows = std::vector<const model::Measure*>;

Rows rows_of(const Context& context, const Plan& plan) {
  Rows rows;
  for (const PlanMeasure& one : plan.measures) rows.push_back(&context.release.measures[one.index]);
  return rows;
}

Rows rows_of_all(const Context& context) {
  Rows all;
  for (const Plan& plan : context.plans()) {
    const Rows rows = rows_of(context, plan);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

std::string finding_of(const Context& context, const Rows& rows) {
  const Texts& texts = context.texts;
  const auto n = static_cast<std::int64_t>(rows.size());
  if (!tells_of_measures(context, "status")) return texts.counted("measure.listed", n);
  if (std::all_of(rows.begin(), rows.end(), [](const auto* row) { return row->status.empty(); })) {
    return texts.counted("measure.none_reported", n);
  }
  std::vector<std::string> parts;
  for (const char* kind : kinds) {
    const auto of_kind = std::count_if(rows.begin(), rows.end(), [&](const auto* row) { return kind_of(*row) == kind; });
    if (of_kind > 0) parts.push_back(texts.counted(std::string{"measure_part."} + kind, of_kind));
  }
  return texts.counted("measure.finding", n, {{"parts", join_in_words(texts, parts)}});
}

std::vector<MeasureDot> dots_of(const Context& context, const Rows& rows) {
  std::vector<MeasureDot> dots;
  if (!tells_of_measures(context, "status")) return dots;
  for (const auto* row : rows) dots.push_back({row->number, status_in_words(context.texts, *row), std::string{kind_of(*row)}});
  return dots;
}

}  // namespace

bool tells_of_measures(const Context& context, std::string_view field) { return disclosure::sees(context.release, "measures", field); }

std::string status_in_words(const Texts& texts, const model::Measure& measure) {
  return texts.say("measure." + std::string{kind_of(measure)});
}

std::string plan_name(const Context& context, const Plan& plan) {
  const auto& named = context.site.plans;
  const auto found = std::find_if(named.begin(), named.end(), [&](const PlanInfo& one) { return one.id == plan.id; });
  if (found != named.end()) return found->title.in(context.language());
  return plan.id.empty() ? context.texts.say("measure.plan") : plan.id;
}

std::string plan_finding(const Context& context, const Plan& plan) { return finding_of(context, rows_of(context, plan)); }

std::optional<Note> plan_late(const Context& context, const Plan& plan) {
  const auto count = [&](bool PlanMeasure::*which) {
    const auto& all = plan.measures;
    return static_cast<std::int64_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.*which; }));
  };
  const std::int64_t late = count(&PlanMeasure::late), unseen = count(&PlanMeasure::follow_up_late);
  std::string words;
  if (late > 0) words = context.texts.counted("measure.late", late);
  if (unseen > 0) words += (words.empty() ? "" : " ") + context.texts.counted("measure.follow_up_late", unseen);
  return words.empty() ? std::nullopt : std::optional{Note{std::move(words)}};
}

std::string measures_finding(const Context& context) { return finding_of(context, rows_of_all(context)); }
std::vector<MeasureDot> measure_dots(const Context& context) { return dots_of(context, rows_of_all(context)); }

std::vector<Link> crumbs_to_measures(const Context& context, const PageRef& ref) {
  const auto& pages = context.pages();
  const auto found = std::find_if(pages.begin(), pages.end(), [](const PageRef& one) { return one.kind == PageRef::Kind::measures; });
  if (found == pages.end()) return {};
  return {{way_up(ref.path) + found->path, context.texts.say("nav.measures"), false}};
}

MeasuresPage measures_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  MeasuresPage page;
  page.shell = context.shell(ref, context.texts.say("nav.measures"));
  std::vector<std::string> leads;
  if (context.release.has_reviews) leads.push_back(cases_finding(context));
  if (!context.plans().empty()) leads.push_back(measures_finding(context));
  for (const std::string& one : leads) page.lead += (page.lead.empty() ? "" : " ") + one;
  for (std::size_t i = 0; i < context.plans().size(); ++i) {
    const Plan& plan = context.plans()[i];
    PlanSummary summary{plan_name(context, plan), context.plan_path(i), plan_finding(context, plan), {}, plan_late(context, plan),
                        dots_of(context, rows_of(context, plan)), false};
    summary.has_dots = !summary.dots.empty();
    for (const PlanInfo& one : context.site.plans) {
      if (one.id == plan.id && !one.about.sv.empty()) summary.about = Note{one.about.in(context.language())};
    }
    page.plans.push_back(std::move(summary));
  }
  for (const PageRef& other : context.pages()) {
    switch (other.kind) {
      case PageRef::Kind::cases: page.first.push_back({texts.say("case.heading"), other.path, texts.say("measure.way_cases")}); break;
      case PageRef::Kind::calendar:
        if (other.index < context.release.forums.size()) break;
        page.then.push_back({texts.say("calendar.heading"), other.path, texts.say("measure.way_calendar")});
        break;
      case PageRef::Kind::examples:
        page.then.push_back({texts.say("examples.heading"), other.path, texts.say("measure.way_examples")});
        break;
      case PageRef::Kind::themes: page.then.push_back({texts.say("themes.heading"), other.path, texts.say("measure.way_themes")}); break;
      case PageRef::Kind::requirements:
        if (other.index > 0) break;
        page.then.push_back({texts.say("requirements.heading"), other.path, texts.say("measure.way_requirements")});
        break;
      default: break;
    }
  }
  return page;
}

}  // namespace lagesbild::view
