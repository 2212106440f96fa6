// One indicator: its value for the region, where groups of units stand against it, how it has changed, what others have, and how it was
// counted. Groups and units stand in the order of their names, never of their values.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/chart_events.hpp"
#include "view/explanation.hpp"
#include "view/figure.hpp"
#include "view/indicator_chart.hpp"
#include "view/own_numbers.hpp"

namespace lagesbild::view {

// A group in a period, or a period of a group.
struct IndicatorGroup {
  std::string name;
  std::optional<Link> link;
  std::optional<DotMark> mark;
  std::string value;
  std::string basis;
  std::string range;
  std::string shrunk;
  std::string judgement;
  std::string tone;
  std::string change;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &IndicatorGroup::name, "the group or the period, when it has no page"},
                      Field{"link", &IndicatorGroup::link, "its page"},
                      Field{"mark", &IndicatorGroup::mark, "absent when the value is withheld"},
                      Field{"value", &IndicatorGroup::value, "the value, or why it is not shown"},
                      Field{"basis", &IndicatorGroup::basis, "what it rests on"},
                      Field{"range", &IndicatorGroup::range, "95 % interval, or the middle half"},
                      Field{"shrunk", &IndicatorGroup::shrunk, "the share drawn towards the region's"},
                      Field{"judgement", &IndicatorGroup::judgement, "better, worse, as the region, too few answers"},
                      Field{"tone", &IndicatorGroup::tone, "good, bad or plain"},
                      Field{"change", &IndicatorGroup::change, "from an earlier period"}};
  }
};

struct IndicatorGroups {
  std::string name;
  std::vector<IndicatorGroup> rows;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &IndicatorGroups::name, "what kind of groups they are, or the group whose periods they are"},
                      Field{"rows", &IndicatorGroups::rows, "in order of name"},
                      Field{"more", &IndicatorGroups::more, "how many are left out"}};
  }
};

// Those who answered the same elsewhere, or the same in another role.
struct Compared {
  std::string name;
  std::string value;
  std::string basis;
  std::string difference;
  std::string agreement;
  bool marked = false;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &Compared::name, "the group or the role"},
                      Field{"value", &Compared::value, "its share"},
                      Field{"basis", &Compared::basis, "its answers"},
                      Field{"difference", &Compared::difference, "in percentage points, with what chance may do"},
                      Field{"agreement", &Compared::agreement, "how often a role says the same as ST doctors at the same unit"},
                      Field{"marked", &Compared::marked, "larger than what the region has decided to mark"}};
  }
};

struct Comparison {
  std::string title;
  std::string note;
  std::vector<Compared> rows;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &Comparison::title, "the finding"}, Field{"note", &Comparison::note, "what is compared"},
                      Field{"rows", &Comparison::rows, "the region, or its ST doctors, first"},
                      Field{"files", &Comparison::files, "the same to take away"}};
  }
};

// With a link when it has a page.
struct Named {
  std::string name;
  std::optional<Link> link;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &Named::name, "when it has no page"}, Field{"link", &Named::link, "its page"}};
  }
};

struct GapPart {
  Named forum;
  LengthBar bar;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"forum", &GapPart::forum, "the forum"}, Field{"bar", &GapPart::bar, "so many"},
                      Field{"words", &GapPart::words, "how many it lacks"}};
  }
};

struct TargetGap {
  std::string title;
  std::string note;
  std::vector<GapPart> parts;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &TargetGap::title, "how many the region lacks"},
                      Field{"note", &TargetGap::note, "how the forums add up"},
                      Field{"parts", &TargetGap::parts, "the forums below the target, in order of name"},
                      Field{"files", &TargetGap::files, "the chart to take away"}};
  }
};

struct UnmetUnits {
  std::string title;
  std::vector<Named> units;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &UnmetUnits::title, "how many units"},
                      Field{"units", &UnmetUnits::units, "in Swedish order of name"},
                      Field{"more", &UnmetUnits::more, "how many are left out"}};
  }
};

struct IndicatorPage {
  Shell shell;
  std::string question;
  std::string name;
  std::string lead;
  std::string why;
  std::vector<ExplanationRow> facts;
  std::string groups_title;
  std::string groups_subtitle;
  std::vector<Tick> axis;
  IndicatorGroup region;
  std::vector<IndicatorGroups> groups;
  bool has_groups = false;
  bool page_judged = false;
  bool page_share = false;
  bool page_ranged = false;
  bool page_changed = false;
  std::string page_range;
  std::string page_group_columns;
  std::string page_number_columns;
  std::optional<FunnelChart> funnel;
  std::string series_title;
  std::string series_subtitle;
  std::vector<SeriesChart> series;
  std::vector<IndicatorGroups> history;
  std::vector<Note> breaks;
  std::vector<EventLine> events;
  bool has_events = false;
  bool has_series = false;
  std::optional<TargetGap> gap;
  std::optional<UnmetUnits> units;
  std::optional<OwnNumbers> own;
  std::optional<Comparison> benchmarks;
  std::optional<Comparison> roles;
  std::vector<ExplanationRow> explanation;
  std::vector<Link> others;
  std::optional<FigureLinks> group_files, series_files;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &IndicatorPage::shell, "what stands around the page"},
                      Field{"question", &IndicatorPage::question, "h1"},
                      Field{"name", &IndicatorPage::name, "the indicator's name"},
                      Field{"lead", &IndicatorPage::lead, "value, target and change, in sentences"},
                      Field{"why", &IndicatorPage::why, "why it matters"},
                      Field{"facts", &IndicatorPage::facts, "what is better, target, trend, area"},
                      Field{"groups_title", &IndicatorPage::groups_title, "the finding"},
                      Field{"groups_subtitle", &IndicatorPage::groups_subtitle, "what is shown"},
                      Field{"axis", &IndicatorPage::axis, "numbers above the groups"},
                      Field{"region", &IndicatorPage::region, "the whole region"},
                      Field{"groups", &IndicatorPage::groups, "by kind"},
                      Field{"has_groups", &IndicatorPage::has_groups, "there are groups besides the region"},
                      Field{"page_judged", &IndicatorPage::page_judged, "groups of this indicator are judged"},
                      Field{"page_share", &IndicatorPage::page_share, "it is a share"},
                      Field{"page_ranged", &IndicatorPage::page_ranged, "its values have ranges"},
                      Field{"page_changed", &IndicatorPage::page_changed, "some value can be compared with an earlier one"},
                      Field{"page_range", &IndicatorPage::page_range, "what the ranges are"},
                      Field{"page_group_columns", &IndicatorPage::page_group_columns, "columns of the table of groups"},
                      Field{"page_number_columns", &IndicatorPage::page_number_columns, "columns of the tables of numbers"},
                      Field{"funnel", &IndicatorPage::funnel, "of shares, where there is something to judge"},
                      Field{"series_title", &IndicatorPage::series_title, "the finding"},
                      Field{"series_subtitle", &IndicatorPage::series_subtitle, "what is shown"},
                      Field{"series", &IndicatorPage::series, "the region and the kinds of ownership over time"},
                      Field{"history", &IndicatorPage::history, "the same as a table, with pools of years"},
                      Field{"breaks", &IndicatorPage::breaks, "when and why the numbers began to mean something else"},
                      Field{"events", &IndicatorPage::events, "what is marked in the development, by date"},
                      Field{"has_events", &IndicatorPage::has_events, "some event is marked"},
                      Field{"has_series", &IndicatorPage::has_series, "there is more than one period"},
                      Field{"gap", &IndicatorPage::gap, "absent when the target is met or there is none"},
                      Field{"units", &IndicatorPage::units, "absent when units may not be named or all meet it"},
                      Field{"own", &IndicatorPage::own, "units whose own answers may be told; absent when there are none"},
                      Field{"benchmarks", &IndicatorPage::benchmarks, "absent when nobody has published the same elsewhere"},
                      Field{"roles", &IndicatorPage::roles, "absent when only ST doctors have answered"},
                      Field{"explanation", &IndicatorPage::explanation, "how the region's value was counted"},
                      Field{"others", &IndicatorPage::others, "the other indicators of the area"},
                      Field{"group_files", &IndicatorPage::group_files, "the groups to take away"},
                      Field{"series_files", &IndicatorPage::series_files, "the development to take away"}};
  }
};

IndicatorPage indicator_page(const Context& context, const PageRef& ref);
// Of what the page shows: page_indicator_figures.cpp.
void add_figures(const Context& context, const PageRef& ref, IndicatorPage& page);

// The sections that compare: page_indicator_compared.cpp.
std::optional<TargetGap> target_gap(const Indicator& indicator);
std::optional<UnmetUnits> unmet_units(const Indicator& indicator);
std::optional<Comparison> compared_elsewhere(const Indicator& indicator);
std::optional<Comparison> compared_roles(const Indicator& indicator);
// "svag", "god": by the limits of Landis and Koch.
std::string agreement_text(const Texts& texts, double kappa);

}  // namespace lagesbild::view
