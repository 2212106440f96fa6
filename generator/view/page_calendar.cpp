#include "view/page_calendar.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "view/icalendar.hpp"
#include "view/page_measures.hpp"

namespace lagesbild::view {
namespace {

std::string month_id(Date date) { return "m-" + to_string(date).substr(0, 7); }

std::string month_name(const Texts& texts, Date date) {
  return texts.say("calendar.month", {{"month", texts.say("calendar.month_" + std::to_string(static_cast<unsigned>(date.month())))},
                                      {"year", std::to_string(static_cast<int>(date.year()))}});
}

CalendarRow row_of(const Texts& texts, const Due& due, const std::string& up) {
  return {to_string(due.date), due.name, up + due.path, due_words(texts, due), due.late ? "late" : "due"};
}

void write_months(CalendarPage& page, const Context& context, const std::vector<Due>& entries, const std::string& up) {
  const Texts& texts = context.texts;
  std::vector<CalendarRow> late;
  for (const Due& due : entries) {
    if (due.late) {
      late.push_back(row_of(texts, due, up));
      continue;
    }
    const std::string id = month_id(due.date);
    if (page.months.empty() || page.months.back().id != id) page.months.push_back({id, month_name(texts, due.date), {}});
    page.months.back().rows.push_back(row_of(texts, due, up));
  }
  if (!late.empty()) {
    const auto n = static_cast<std::int64_t>(late.size());
    page.late = CalendarLate{texts.counted("calendar.late_finding", n), std::move(late)};
  }
  page.has_months = !page.months.empty();
}

void write_spans(CalendarPage& page, const Context& context) {
  std::int64_t most = 1;
  for (const CalendarMonth& month : page.months) most = std::max(most, static_cast<std::int64_t>(month.rows.size()));
  const Date today = context.release.as_of;
  for (int i = 0; i <= calendar_months; ++i) {
    const Date first = add_months(Date{today.year(), today.month(), std::chrono::day{1}}, i);
    const std::string id = month_id(first);
    const auto found = std::find_if(page.months.begin(), page.months.end(), [&](const CalendarMonth& month) { return month.id == id; });
    const std::int64_t n = found == page.months.end() ? 0 : static_cast<std::int64_t>(found->rows.size());
    CalendarSpan span;
    span.name = month_name(context.texts, first);
    if (n > 0) span.link = Link{"#" + id, span.name, false};
    else span.idle = Note{span.name};
    span.count = context.texts.number(n);
    span.bar = {context.texts.counted("calendar.due_words", n), Decimal::rounded_ratio(n * 100, most, 1)->plain(Language::en), false};
    page.spans.push_back(std::move(span));
  }
}

void take_away(CalendarPage& page, const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  Figure months{.subject = page.name, .title = page.lead, .subtitle = texts.say("calendar.by_month")};
  months.table.head = {texts.say("calendar.month_head"), texts.say("calendar.due_head")};
  for (const CalendarSpan& span : page.spans) {
    months.table.rows.push_back({span.name, span.count});
    months.rows.push_back({span.name, span.bar, span.count});
  }
  page.month_files = add_figure(page.take_away, context, ref, "manader", std::move(months));
  Figure list{.subject = page.name, .title = texts.say("calendar.list")};
  list.table.head = {texts.say("page.date"), texts.say("calendar.about"), texts.say("page.what")};
  const auto add = [&](const std::vector<CalendarRow>& rows) {
    for (const CalendarRow& row : rows) list.table.rows.push_back({row.date, row.name, row.text});
  };
  if (page.late) add(page.late->rows);
  for (const CalendarMonth& month : page.months) add(month.rows);
  page.list_files = add_figure(page.take_away, context, ref, "lista", std::move(list));
}

}  // namespace

CalendarPage calendar_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const auto& forums = context.release.forums;
  const std::optional<std::size_t> forum = ref.index < forums.size() ? std::optional{ref.index} : std::nullopt;
  const std::string up = way_up(ref.path);
  CalendarPage page;
  page.name = calendar_name(context, ref.index);
  std::vector<Link> crumbs = crumbs_to_measures(context, ref);
  if (forum) crumbs.push_back({up + context.calendar_path(std::nullopt), texts.say("calendar.heading"), false});
  page.shell = context.shell(ref, page.name, std::move(crumbs));
  const std::vector<Due> entries = calendar_of(context, forum);
  write_months(page, context, entries, up);
  write_spans(page, context);
  const auto late = static_cast<std::int64_t>(page.late ? page.late->rows.size() : 0);
  const auto coming = static_cast<std::int64_t>(entries.size()) - late;
  page.lead = texts.counted("calendar.lead", coming, {{"months", texts.number(calendar_months)}});
  if (page.late) page.lead += " " + texts.counted("calendar.lead_late", late);
  if (context.release.has_reviews && context.release.policy.protects(disclosure::About::grades)) {  // the days of units are not among them
    page.lead += " " + texts.say("withheld.sentence");
  }
  for (std::size_t i = 0; i < forums.size() && !forum && context.release.has_reviews; ++i) {
    page.others.push_back({up + context.calendar_path(i), calendar_name(context, i), false});
  }
  page.has_others = !page.others.empty();
  const std::string file = calendar_file(ref.path);
  page.file_href = file.substr(file.rfind('/') + 1);  // beside the page
  const std::string& region = context.site.region.in(context.language());
  page.file = icalendar(context, texts.say("calendar.file_name", {{"name", page.name}, {"region", region}}), entries);
  take_away(page, context, ref);
  return page;
}

std::string calendar_name(const Context& context, std::size_t index) {
  if (index >= context.release.forums.size()) return context.texts.say("calendar.heading");
  return context.texts.say("calendar.of_forum", {{"name", context.forum_name(index)}});
}

std::string calendar_file(const std::string& page) { return page.substr(0, page.rfind('.')) + ".ics"; }

}  // namespace lagesbild::view
