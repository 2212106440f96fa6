// A forum or the region on paper for a meeting: what there is to know and to decide, in the order of an agenda, with room for notes. It
// shows what the forum's page and the overview show, so that nobody at the table has another number.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_forum.hpp"
#include "view/page_measures.hpp"
#include "view/page_overview.hpp"

namespace lagesbild::view {

struct OpenLine {
  std::string href;
  std::string name;
  std::string forum;
  std::string areas;
  std::string reviewed;
  std::string plan;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &OpenLine::href, "the unit's page"}, Field{"name", &OpenLine::name, "the unit"},
                      Field{"forum", &OpenLine::forum, "its forum, where several are told of"},
                      Field{"areas", &OpenLine::areas, "the letters of the areas with a D"},
                      Field{"reviewed", &OpenLine::reviewed, "the day"},
                      Field{"plan", &OpenLine::plan, "what about the plan, in words; may be empty"}};
  }
};

struct MeetingDeadlines {
  std::string finding;
  std::vector<Deadline> rows;
  bool has_rows = false;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &MeetingDeadlines::finding, "what is late or due, in a sentence"},
                      Field{"rows", &MeetingDeadlines::rows, "what is late or due within six months"},
                      Field{"has_rows", &MeetingDeadlines::has_rows, "something is late or due"}};
  }
};

struct MeetingForums {
  std::vector<GroupLine> forums;
  static constexpr auto fields() { return std::tuple{Field{"forums", &MeetingForums::forums, "forums side by side"}}; }
};

struct MeetingMeasure {
  std::string number;
  std::string title;
  std::string status;
  std::optional<Note> late;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &MeetingMeasure::number, "such as 4.1"}, Field{"title", &MeetingMeasure::title, "what is to be done"},
                      Field{"status", &MeetingMeasure::status, "in words"},
                      Field{"late", &MeetingMeasure::late, "the day that has passed"}};
  }
};

struct MeetingMeasures {
  std::string finding;
  std::vector<MeetingMeasure> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &MeetingMeasures::finding, "how far they have come, in a sentence"},
                      Field{"rows", &MeetingMeasures::rows, "by plan, in number order"}};
  }
};

struct MeetingPage {
  Shell shell;
  std::string name;
  std::string lead;
  std::vector<KeyFigure> figures;
  std::optional<MeetingDeadlines> deadlines;
  std::string open_finding;
  std::vector<OpenLine> open;
  bool has_open = false;
  bool page_forum = false;
  bool page_status = false;
  std::optional<MeetingForums> forums;
  std::vector<ShortKey> keys;
  AreasChart areas;
  std::optional<GapSection> gap;
  std::optional<MeetingMeasures> measures;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &MeetingPage::shell, "what stands around the page"}, Field{"name", &MeetingPage::name, "h1"},
                      Field{"lead", &MeetingPage::lead, "the state in a sentence"},
                      Field{"figures", &MeetingPage::figures, "the key figures"},
                      Field{"deadlines", &MeetingPage::deadlines, "of a forum; the region has too many to speak of each"},
                      Field{"open_finding", &MeetingPage::open_finding, "how many units must act, in a sentence"},
                      Field{"open", &MeetingPage::open, "units that must act, late plans first"},
                      Field{"has_open", &MeetingPage::has_open, "a unit must act"},
                      Field{"page_forum", &MeetingPage::page_forum, "units are of several forums, so it is said which"},
                      Field{"page_status", &MeetingPage::page_status, "the readers may see how far each recommendation has come"},
                      Field{"forums", &MeetingPage::forums, "of a region with forums"},
                      Field{"keys", &MeetingPage::keys, "what the letters mean"},
                      Field{"areas", &MeetingPage::areas, "grades by area"},
                      Field{"gap", &MeetingPage::gap, "the few areas and units that matter"},
                      Field{"measures", &MeetingPage::measures, "plans and recommendations, of a region that has any"}};
  }
};

MeetingPage meeting_page(const Context& context, const PageRef& ref);
// Of the forum with that index, or of the region; see PageRef::index.
std::string meeting_name(const Context& context, std::size_t index);

}  // namespace lagesbild::view
