// Geometry of charts, in per cent of the width, so that text keeps its size on a narrow screen. Nothing here is a number for a reader:
// those stand in words and tables beside the chart.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "disclosure/release.hpp"
#include "view/fields.hpp"
#include "view/note.hpp"
#include "view/texts.hpp"

namespace lagesbild::view {

struct Segment {
  std::string grade;
  std::string x;
  std::string width;
  bool hatched = false;
  std::optional<Note> label;
  std::string label_x;
  static constexpr auto fields();
};

// One area (or group): the grades at the review and now, as two bars.
struct GradeBar {
  std::string description;
  std::vector<Segment> initial;
  std::vector<Segment> current;
  std::string line_x;
  static constexpr auto fields();
};

constexpr auto Segment::fields() {
  return std::tuple{Field{"grade", &Segment::grade, "a, b, c or d: the colour"},
                    Field{"x", &Segment::x, "left edge, per cent"},
                    Field{"width", &Segment::width, "per cent"},
                    Field{"hatched", &Segment::hatched, "drawn with lines over the colour, for grade D"},
                    Field{"label", &Segment::label, "the count, where there is room for it"},
                    Field{"label_x", &Segment::label_x, "middle of the segment, per cent"}};
}

constexpr auto GradeBar::fields() {
  return std::tuple{Field{"description", &GradeBar::description, "what the bars show, in a sentence"},
                    Field{"initial", &GradeBar::initial, "grades at the review"}, Field{"current", &GradeBar::current, "grades now"},
                    Field{"line_x", &GradeBar::line_x, "where the reference line stands, per cent"}};
}

// Nothing when a count is withheld or nobody is graded. `name` is what the bar is about.
std::optional<GradeBar> grade_bar(const Texts& texts, const disclosure::Framework& framework, const std::string& name,
                                  const disclosure::Cell<disclosure::GradeCounts>& initial,
                                  const disclosure::Cell<disclosure::GradeCounts>& current);

// The region's current grades in an area: thin, without labels.
struct RegionBar {
  std::vector<Segment> segments;
  std::string words;
};
RegionBar region_bar(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& current);

// One bar: 12.34 of 100 as "12.34"; never a comma, since it is for an attribute.
std::string per_cent(double share);

}  // namespace lagesbild::view
