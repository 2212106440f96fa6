#include "view/page_meeting.hpp"

#include "view/words.hpp"

namespace lagesbild::view {
namespace {

std::vector<OpenLine> open_lines(const Context& context, const std::vector<std::size_t>& units, const std::string& up) {
  const std::string worst = grade_letter(disclosure::Grade::d);
  std::vector<OpenLine> lines;
  for (const std::size_t unit : open_units(context, units)) {
    const auto row = unit_row(context, unit, up);
    if (!row) continue;
    std::vector<std::string> areas;
    for (std::size_t i = 0; i < row->grades.size(); ++i) {
      if (row->grades[i].letter == worst) areas.push_back(context.release.framework.areas[i].letter);
    }
    lines.push_back({row->href, row->name, row->forum, join_in_words(context.texts, areas), row->reviewed, row->detail});
  }
  return lines;
}

}  // namespace

std::string meeting_name(const Context& context, std::size_t index) {
  if (index < context.release.forums.size()) return context.texts.say("meeting.of_forum", {{"name", context.forum_name(index)}});
  return context.texts.say("meeting.of_region", {{"name", context.site.region.in(context.language())}});
}

MeetingPage meeting_page(const Context& context, const PageRef& ref) {
  const disclosure::Release& release = context.release;
  const Texts& texts = context.texts;
  const std::optional<std::size_t> forum = ref.index < release.forums.size() ? std::optional{ref.index} : std::nullopt;
  const auto& group = forum ? release.now.forums[*forum] : release.now.region;
  const auto& units = forum ? context.units_of_forum(*forum) : context.units();
  const bool is_told = group.follows.shown() != nullptr;
  const std::string up = way_up(ref.path);
  MeetingPage page;
  page.name = meeting_name(context, ref.index);
  std::vector<Link> crumbs;
  if (forum) {
    crumbs = {{context.site.page(up + "forum"), texts.say("nav.forums"), false},
              {up + context.forum_path(*forum), context.forum_name(*forum), false}};
  }
  page.shell = context.shell(ref, page.name, std::move(crumbs));
  page.lead = finding_of(texts, group);
  page.figures = state_figures(context, group, up);
  if (forum) {
    MeetingDeadlines deadlines{{}, deadlines_of(context, units, up), false};
    deadlines.finding = is_told ? deadlines_finding(texts, deadlines.rows) : texts.say("withheld.sentence");
    deadlines.has_rows = !deadlines.rows.empty();
    page.deadlines = std::move(deadlines);
  }
  page.open = open_lines(context, units, up);
  page.has_open = !page.open.empty();
  const auto open = static_cast<std::int64_t>(page.open.size());
  page.open_finding = !is_told   ? texts.say("withheld.sentence")
                      : open > 0 ? texts.counted("meeting.open", open)
                                 : texts.say("meeting.none_open");
  page.page_forum = !forum && !release.forums.empty();
  if (page.page_forum) page.forums = MeetingForums{forum_lines(context, up)};
  page.keys = short_keys(context);
  page.areas = areas_chart(context, group, up, texts.say("meeting.areas_caption", {{"name", page.name}}));
  page.gap = gap_section(context, forum, up);
  if (forum || context.plans().empty()) return page;
  page.page_status = tells_of_measures(context, "status");
  page.measures = MeetingMeasures{measures_finding(context), {}};
  for (const Plan& plan : context.plans()) {
    for (const PlanMeasure& one : plan.measures) {
      const model::Measure& measure = release.measures[one.index];
      MeetingMeasure row{measure.number, measure.title.in(context.language()), status_in_words(context.texts, measure), {}};
      if (one.late) row.late = Note{context.texts.say("measure.was_due", {{"date", to_string(*measure.due)}})};
      page.measures->rows.push_back(std::move(row));
    }
  }
  return page;
}

}  // namespace lagesbild::view
