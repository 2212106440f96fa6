#include "view/page_forum.hpp"

#include <algorithm>

#include "view/calendar.hpp"
#include "view/requirements.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Cell;

constexpr int months_ahead = 6;

void add_figures(const Context& context, const PageRef& ref, ForumPage& page) {
  const Texts& texts = context.texts;
  const std::string& name = context.forum_name(ref.index);
  const auto hand_over = [&](std::string_view section, Figure figure) {
    return add_figure(page.take_away, context, ref, section, std::move(figure));
  };
  page.areas.files = hand_over("omraden", areas_figure(texts, page.areas, page.areas.caption));
  if (page.gap) page.gap->files = hand_over("avstand", gap_figure(texts, *page.gap, name));
  if (page.sources) page.sources->files = hand_over("kallor", sources_figure(texts, *page.sources, name));
  if (page.development) page.development->files = hand_over("utveckling", development_figure(texts, *page.development, name));
  Figure deadlines{.subject = name, .title = texts.say("page.deadlines")};
  deadlines.table.head = {texts.say("page.date"), texts.say("page.unit"), texts.say("page.what")};
  for (const Deadline& one : page.deadlines) deadlines.table.rows.push_back({one.date, one.name, one.text});
  page.deadline_files = hand_over("frister", std::move(deadlines));
}

}  // namespace

std::string finding_of(const Texts& texts, const disclosure::GroupFigures<Cell>& group) {
  const auto* follows = group.follows.shown();
  if (follows == nullptr) return texts.say("withheld.sentence");
  std::string finding =
      texts.counted("forum.finding", follows->n, {{"follows", texts.number(follows->k)}, {"share", texts.percent(follows->k, follows->n)}});
  if (const int* late = group.plans_late.shown(); late != nullptr && *late > 0) finding += " " + texts.counted("overview.lead_late", *late);
  return finding;
}

std::vector<Deadline> deadlines_of(const Context& context, const std::vector<std::size_t>& units, const std::string& up) {
  std::vector<Deadline> deadlines;
  for (const Due& due : due_of_units(context, units, add_months(context.release.as_of, months_ahead))) {
    deadlines.push_back({to_string(due.date), due.name, up + due.path, due_words(context.texts, due), due.late ? "late" : "due"});
  }
  return deadlines;
}

std::string deadlines_finding(const Texts& texts, const std::vector<Deadline>& deadlines) {
  if (deadlines.empty()) return texts.say("forum.no_deadlines");
  return texts.counted("forum.deadlines", static_cast<std::int64_t>(deadlines.size()));
}

ForumsPage forums_page(const Context& context, const PageRef& ref) {
  ForumsPage page;
  page.shell = context.shell(ref, context.texts.say("nav.forums"));
  page.lead = context.texts.counted("forum.list_lead", static_cast<std::int64_t>(context.release.forums.size()));
  for (std::size_t i = 0; i < context.release.forums.size(); ++i) {
    page.forums.push_back({context.forum_name(i), context.forum_path(i), finding_of(context.texts, context.release.now.forums[i])});
  }
  return page;
}

ForumPage forum_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const disclosure::GroupFigures<Cell>& group = context.release.now.forums[ref.index];
  ForumPage page;
  page.name = texts.say("forum.heading", {{"name", context.forum_name(ref.index)}});
  page.shell = context.shell(ref, page.name, {{context.site.page("../forum"), texts.say("nav.forums"), false}});
  page.lead = finding_of(texts, group);
  if (!context.requirements().empty() && !context.units_of_forum(ref.index).empty()) {
    page.requirements = ForumRequirements{requirements_finding(context, context.units_of_forum(ref.index)),
                                          Link{"../" + context.requirements_path(), texts.say("requirements.heading"), false}};
  }
  page.comparison = texts.say("forum.comparison", {{"share", share_in_words(texts, context.release.now.region.follows)}});
  const std::vector<std::size_t>& units = context.units_of_forum(ref.index);
  page.deadlines = deadlines_of(context, units, "../");
  page.deadlines_finding = group.follows.shown() == nullptr ? texts.say("withheld.sentence") : deadlines_finding(texts, page.deadlines);
  page.keys = short_keys(context);
  const auto shown = static_cast<std::ptrdiff_t>(std::min(units.size(), rows_per_page));
  page.table = units_table(context, {units.begin(), units.begin() + shown}, "../",
                           texts.say("forum.caption", {{"name", context.forum_name(ref.index)}}));
  if (units.size() > rows_per_page) page.more = Note{texts.counted("forum.more", static_cast<std::int64_t>(units.size() - rows_per_page))};
  page.has_deadlines = !page.deadlines.empty();
  page.areas = areas_chart(context, group, "../", texts.say("forum.areas_caption", {{"name", context.forum_name(ref.index)}}));
  page.gap = gap_section(context, ref.index, "../");
  page.sources = sources_meet(context, ref.index, "../");
  page.meeting_href = "../" + context.meeting_path(ref.index);
  page.calendar_href = "../" + context.calendar_path(ref.index);
  page.development = development_of(context, ref.index, "../");
  add_figures(context, ref, page);
  return page;
}

}  // namespace lagesbild::view
