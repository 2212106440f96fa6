// A plan: how far it has come by heading, what is late, what has moved since the year before, every measure with what was done, and its
// figures over the years. Status is what those who own the plan have reported; nothing here judges them but the dates.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/development.hpp"
#include "view/length_bar.hpp"
#include "view/page_measures.hpp"
#include "view/page_unit.hpp"

namespace lagesbild::view {

struct HeadingLine {
  std::string heading;
  std::vector<Note> counts;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &HeadingLine::heading, "of the plan"},
                      Field{"counts", &HeadingLine::counts, "measures by status, in the order of the columns"}};
  }
};

struct LeftRow {
  std::string number;
  std::string title;
  std::string href;
  std::string status;
  std::string kind;
  std::string owner;
  std::string due;
  std::optional<Note> late, follow_up_late;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &LeftRow::number, "such as 4.1"}, Field{"title", &LeftRow::title, "what is to be done"},
                      Field{"href", &LeftRow::href, "where the page tells more of it"}, Field{"status", &LeftRow::status, "in words"},
                      Field{"kind", &LeftRow::kind, "class of the status"},
                      Field{"owner", &LeftRow::owner, "which function is to act; empty when nobody is named"},
                      Field{"due", &LeftRow::due, "the day; empty when there is none"},
                      Field{"late", &LeftRow::late, "how late it is"},
                      Field{"follow_up_late", &LeftRow::follow_up_late, "that nobody has followed it up in time"}};
  }
};

struct MovedMeasure {
  std::string number;
  std::string title;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &MovedMeasure::number, "such as 4.1"}, Field{"title", &MovedMeasure::title, "what is to be done"},
                      Field{"words", &MovedMeasure::words, "from what to what"}};
  }
};

struct MoveGroup {
  std::string heading;
  std::vector<MovedMeasure> measures;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &MoveGroup::heading, "h3: moved on, stood still, disappeared, ..."},
                      Field{"measures", &MoveGroup::measures, "in number order"}};
  }
};

struct PlanYears {
  std::string heading;
  std::string finding;
  std::vector<MoveGroup> groups;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &PlanYears::heading, "h2: from which year to which"},
                      Field{"finding", &PlanYears::finding, "what moved, in a sentence"},
                      Field{"groups", &PlanYears::groups, "those with something in them"}};
  }
};

struct FigureYear {
  std::string year;
  std::string value;
  std::string target;
  std::string note;
  std::optional<LengthBar> bar;
  static constexpr auto fields() {
    return std::tuple{Field{"year", &FigureYear::year, "of the number"}, Field{"value", &FigureYear::value, "what it became"},
                      Field{"target", &FigureYear::target, "what was aimed at"}, Field{"note", &FigureYear::note, "what to know of it"},
                      Field{"bar", &FigureYear::bar, "the value as a length; absent without a value"}};
  }
};

struct PlanFigure {
  std::string number;
  std::string label;
  std::vector<FigureYear> years;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &PlanFigure::number, "of the measure"}, Field{"label", &PlanFigure::label, "what is counted"},
                      Field{"years", &PlanFigure::years, "ascending"}};
  }
};

struct PlanFigures {
  std::string finding;
  std::vector<PlanFigure> figures;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &PlanFigures::finding, "how many they are"},
                      Field{"figures", &PlanFigures::figures, "by measure"}, Field{"files", &PlanFigures::files, "the same to take away"}};
  }
};

struct MeasureArticle {
  std::string id;
  std::string number;
  std::string title;
  std::string status;
  std::string kind;
  std::vector<FactRow> facts;
  std::optional<Note> note, late, follow_up_late;
  std::vector<Link> indicators;
  std::vector<Note> without_data;
  bool has_indicators = false;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &MeasureArticle::id, "its place on the page"}, Field{"number", &MeasureArticle::number, "such as 4.1"},
                      Field{"title", &MeasureArticle::title, "what is to be done"}, Field{"status", &MeasureArticle::status, "in words"},
                      Field{"kind", &MeasureArticle::kind, "class of the status"},
                      Field{"facts", &MeasureArticle::facts, "owner, days, evidence: what is known of them"},
                      Field{"note", &MeasureArticle::note, "what was done and what remains"},
                      Field{"late", &MeasureArticle::late, "how late it is"},
                      Field{"follow_up_late", &MeasureArticle::follow_up_late, "that nobody has followed it up in time"},
                      Field{"indicators", &MeasureArticle::indicators, "that show whether it helps"},
                      Field{"without_data", &MeasureArticle::without_data, "those that have no value here yet"},
                      Field{"has_indicators", &MeasureArticle::has_indicators, "there are some on this site"}};
  }
};

struct MeasureGroup {
  std::string heading;
  std::vector<MeasureArticle> measures;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &MeasureGroup::heading, "of the plan"},
                      Field{"measures", &MeasureGroup::measures, "in number order"}};
  }
};

struct PlanPage {
  Shell shell;
  std::string name;
  std::string lead;
  std::optional<Note> about, late;
  bool page_status = false;
  std::vector<Note> columns;
  std::vector<HeadingLine> headings;
  std::string left_finding;
  std::vector<LeftRow> left;
  bool has_left = false;
  std::optional<PlanYears> years;
  std::optional<Development> development;
  std::optional<PlanFigures> figures;
  std::vector<MeasureGroup> groups;
  std::optional<FigureLinks> left_files;
  Figures take_away;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &PlanPage::shell, "what stands around the page"}, Field{"name", &PlanPage::name, "h1"},
                      Field{"lead", &PlanPage::lead, "how far it has come, in a sentence"},
                      Field{"about", &PlanPage::about, "what the plan is"},
                      Field{"late", &PlanPage::late, "how much is late; absent when nothing is"},
                      Field{"page_status", &PlanPage::page_status, "the readers may see how far the measures have come"},
                      Field{"columns", &PlanPage::columns, "every status that occurs"},
                      Field{"headings", &PlanPage::headings, "measures by heading and status"},
                      Field{"left_finding", &PlanPage::left_finding, "how many are left, in a sentence"},
                      Field{"left", &PlanPage::left, "neither done nor stopped: late ones first, then by day"},
                      Field{"has_left", &PlanPage::has_left, "some are left"},
                      Field{"left_files", &PlanPage::left_files, "the same to take away"},
                      Field{"years", &PlanPage::years, "what has moved since the year before; absent with one year"},
                      Field{"development", &PlanPage::development, "the indicators that show whether it helps"},
                      Field{"figures", &PlanPage::figures, "numbers over years"},
                      Field{"groups", &PlanPage::groups, "every measure, by heading"}};
  }
};

PlanPage plan_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
