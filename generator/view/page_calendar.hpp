// The calendar of the region or of a forum: what is late, and month by month what is to come in two years. The same as a file for people's
// own calendars.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/calendar.hpp"
#include "view/figure.hpp"

namespace lagesbild::view {

struct CalendarRow {
  std::string date;
  std::string name;
  std::string href;
  std::string text;
  std::string kind;
  static constexpr auto fields() {
    return std::tuple{Field{"date", &CalendarRow::date, "the day"}, Field{"name", &CalendarRow::name, "the unit or the measure"},
                      Field{"href", &CalendarRow::href, "its page"}, Field{"text", &CalendarRow::text, "what is due"},
                      Field{"kind", &CalendarRow::kind, "class: late or due"}};
  }
};

struct CalendarMonth {
  std::string id;
  std::string name;
  std::vector<CalendarRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &CalendarMonth::id, "its place on the page"}, Field{"name", &CalendarMonth::name, "h3: month and year"},
                      Field{"rows", &CalendarMonth::rows, "by day"}};
  }
};

struct CalendarSpan {
  std::string name;
  std::optional<Link> link;
  std::optional<Note> idle;
  std::string count;
  LengthBar bar;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &CalendarSpan::link, "where the page tells of it"},
                      Field{"idle", &CalendarSpan::idle, "its name alone, when nothing is due"},
                      Field{"count", &CalendarSpan::count, "how much is due"}, Field{"bar", &CalendarSpan::bar, "the same as a length"}};
  }
};

struct CalendarLate {
  std::string finding;
  std::vector<CalendarRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &CalendarLate::finding, "how many, in a sentence"}, Field{"rows", &CalendarLate::rows, "by day"}};
  }
};

struct CalendarPage {
  Shell shell;
  std::string name;
  std::string lead;
  std::string file_href;
  std::optional<CalendarLate> late;
  std::vector<CalendarSpan> spans;
  std::vector<CalendarMonth> months;
  std::vector<Link> others;
  bool has_months = false;
  bool has_others = false;
  std::optional<FigureLinks> month_files, list_files;
  Figures take_away;
  std::string file;            // iCalendar; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &CalendarPage::shell, "what stands around the page"}, Field{"name", &CalendarPage::name, "h1"},
                      Field{"lead", &CalendarPage::lead, "how much is late and to come, in a sentence or two"},
                      Field{"file_href", &CalendarPage::file_href, "the same for one's own calendar"},
                      Field{"late", &CalendarPage::late, "what should have been done"},
                      Field{"spans", &CalendarPage::spans, "every month, and how much is due in it"},
                      Field{"months", &CalendarPage::months, "those with something due"},
                      Field{"others", &CalendarPage::others, "calendars of the forums, or of the region"},
                      Field{"has_months", &CalendarPage::has_months, "something is to come"},
                      Field{"has_others", &CalendarPage::has_others, "there are other calendars"},
                      Field{"month_files", &CalendarPage::month_files, "the months to take away"},
                      Field{"list_files", &CalendarPage::list_files, "every entry to take away"}};
  }
};

// The index is that of a forum, or as many as there are for the region's.
CalendarPage calendar_page(const Context& context, const PageRef& ref);

std::string calendar_name(const Context& context, std::size_t index);

// Where the file of a calendar page lies.
std::string calendar_file(const std::string& page);

}  // namespace lagesbild::view
