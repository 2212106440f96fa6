// Geometry of an indicator's charts: groups on a common scale, the funnel, the development. What a reader would get wrong: a share is
// always drawn on 0 to 100 %, so that pages can be compared by eye; only the funnel, which is about limits, fills its own height.
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "view/figure_links.hpp"
#include "view/indicator_words.hpp"

namespace lagesbild::view {

// The numbers from one end of a chart to the other.
struct Scale {
  double least = 0;
  double most = 100;
  // How far along, 0 to 1, kept inside.
  double along(double number) const;
  std::string across(double number) const { return per_cent(along(number)); }      // from the left
  std::string down(double number) const { return per_cent(1 - along(number)); }    // from the top
};
// 0 to 100 of a share, otherwise from 0 to a round number above all of them.
Scale scale_of(const Indicator& indicator, const std::vector<double>& numbers);

struct Tick {
  std::string at;
  std::string label;
  static constexpr auto fields() {
    return std::tuple{Field{"at", &Tick::at, "per cent of the way along its axis"}, Field{"label", &Tick::label, "a number with its unit"}};
  }
};

// A value as a dot, with the range that it may well be in as a line.
struct DotMark {
  std::string x;
  std::string low;
  std::string high;
  std::string description;
  std::string value;
  bool hollow = false;
  std::optional<Note> line;
  static constexpr auto fields() {
    return std::tuple{Field{"x", &DotMark::x, "per cent"},
                      Field{"low", &DotMark::low, "left end of the range, per cent"},
                      Field{"high", &DotMark::high, "right end of the range, per cent"},
                      Field{"description", &DotMark::description, "the same in words"},
                      Field{"value", &DotMark::value, "the value"},
                      Field{"hollow", &DotMark::hollow, "too few answers to judge, or a period that goes on"},
                      Field{"line", &DotMark::line, "where what it is compared with stands, per cent"}};
  }
};
std::optional<DotMark> dot_mark(const Indicator& indicator, const Scale& scale, std::size_t period, std::size_t group,
                                const std::string& name, std::optional<double> line);

struct FunnelDot {
  std::string x;
  std::string y;
  bool hollow = false;
  std::optional<Note> label;
  std::string side;
  std::string name, value, basis, judgement;  // for the file of numbers
  static constexpr auto fields() {
    return std::tuple{Field{"x", &FunnelDot::x, "per cent from the left"}, Field{"y", &FunnelDot::y, "per cent from the top"},
                      Field{"hollow", &FunnelDot::hollow, "too few answers to judge"},
                      Field{"label", &FunnelDot::label, "the group's name, when it is outside the limits"},
                      Field{"side", &FunnelDot::side, "start or end: on which side of the label the dot is"}};
  }
};

struct FunnelLimit {
  std::string n;
  std::string inner;
  std::string outer;
  static constexpr auto fields() {
    return std::tuple{Field{"n", &FunnelLimit::n, "answers"}, Field{"inner", &FunnelLimit::inner, "95 % limits"},
                      Field{"outer", &FunnelLimit::outer, "99.8 % limits"}};
  }
};

struct FunnelChart {
  std::string title;
  std::string description;
  std::string inner_lower, inner_upper, outer_lower, outer_upper;  // "x,y x,y": per cent of both sides
  std::string line_y;
  std::string line_label;
  std::vector<FunnelDot> dots;
  std::vector<Tick> across, up;
  std::vector<FunnelLimit> limits;
  std::optional<Note> spread;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &FunnelChart::title, "the finding"},
                      Field{"description", &FunnelChart::description, "what is drawn, in a sentence"},
                      Field{"inner_lower", &FunnelChart::inner_lower, "points of the lower 95 % limit, of 100 by 100"},
                      Field{"inner_upper", &FunnelChart::inner_upper, "points of the upper 95 % limit"},
                      Field{"outer_lower", &FunnelChart::outer_lower, "points of the lower 99.8 % limit"},
                      Field{"outer_upper", &FunnelChart::outer_upper, "points of the upper 99.8 % limit"},
                      Field{"line_y", &FunnelChart::line_y, "the region's share, per cent from the top"},
                      Field{"line_label", &FunnelChart::line_label, "the region and its share"},
                      Field{"dots", &FunnelChart::dots, "the forums"},
                      Field{"across", &FunnelChart::across, "numbers of answers below the chart"},
                      Field{"up", &FunnelChart::up, "shares beside the chart, per cent from the top"},
                      Field{"limits", &FunnelChart::limits, "the limits as numbers"},
                      Field{"spread", &FunnelChart::spread, "that the forums differ more than chance makes them"},
                      Field{"files", &FunnelChart::files, "the chart to take away"}};
  }
};
// Nothing when there are no limits to draw.
std::optional<FunnelChart> funnel_chart(const Indicator& indicator);

struct SeriesDot {
  std::string x;
  std::string y;
  std::string low;
  std::string high;
  std::string value;
  bool hollow = false;
  static constexpr auto fields() {
    return std::tuple{Field{"x", &SeriesDot::x, "per cent from the left"}, Field{"y", &SeriesDot::y, "per cent from the top"},
                      Field{"low", &SeriesDot::low, "lower end of the range, per cent from the top"},
                      Field{"high", &SeriesDot::high, "upper end of the range"},
                      Field{"value", &SeriesDot::value, "the value; empty where there is no room for it"},
                      Field{"hollow", &SeriesDot::hollow, "the period goes on"}};
  }
};

struct SeriesStep {
  std::string x1, y1, x2, y2;
  static constexpr auto fields() {
    return std::tuple{Field{"x1", &SeriesStep::x1, "from, per cent"}, Field{"y1", &SeriesStep::y1, "from, per cent"},
                      Field{"x2", &SeriesStep::x2, "to, per cent"}, Field{"y2", &SeriesStep::y2, "to, per cent"}};
  }
};

// When something happened that explains a change.
struct EventMark {
  std::string x;
  std::string label_x;
  std::string number;
  static constexpr auto fields() {
    return std::tuple{Field{"x", &EventMark::x, "per cent from the left"},
                      Field{"label_x", &EventMark::label_x, "where its number has room, per cent from the left"},
                      Field{"number", &EventMark::number, "as in the list of events"}};
  }
};

// One group over time. Dots of two periods are joined only when both are shown, follow on each other and mean the same.
struct SeriesChart {
  std::string name;
  std::string description;
  std::vector<SeriesDot> dots;
  std::vector<SeriesStep> steps, behind;
  std::vector<Tick> periods;
  std::vector<EventMark> events;
  std::vector<Note> breaks;
  std::vector<Tick> up;
  std::optional<Note> target;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &SeriesChart::name, "the group"},
                      Field{"description", &SeriesChart::description, "what is drawn, in a sentence; the values are in the table"},
                      Field{"dots", &SeriesChart::dots, "the periods that are shown"},
                      Field{"steps", &SeriesChart::steps, "lines between them"},
                      Field{"behind", &SeriesChart::behind, "the same lines of what it is compared with; may be none"},
                      Field{"periods", &SeriesChart::periods, "years or rounds below the chart, also where nothing is shown"},
                      Field{"events", &SeriesChart::events, "what explains a change"},
                      Field{"breaks", &SeriesChart::breaks, "where the numbers begin to mean something else, per cent from the left"},
                      Field{"up", &SeriesChart::up, "numbers beside the chart, per cent from the top"},
                      Field{"target", &SeriesChart::target, "where the target stands, per cent from the top"}};
  }
};
// The periods that are drawn, as positions: years or rounds and today, never pools, which hold the years once more.
std::vector<std::size_t> drawn_periods(const Indicator& indicator);
SeriesChart series_chart(const Indicator& indicator, const Scale& scale, std::size_t group);
std::vector<SeriesStep> steps_of(const Indicator& indicator, const Scale& scale, std::size_t group);

}  // namespace lagesbild::view
