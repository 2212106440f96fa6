// Two points in time as lines between two columns: what it was and what it became. Labels stand beside the ends, moved apart where they
// would lie over each other, and then tied to their dot.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/figure_links.hpp"
#include "view/fields.hpp"
#include "view/note.hpp"

namespace lagesbild::view {

struct SlopeLine {
  std::string y1, y2;
  std::string left, left_y, right, right_y;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"y1", &SlopeLine::y1, "of the first dot, px"}, Field{"y2", &SlopeLine::y2, "of the second, px"},
                      Field{"left", &SlopeLine::left, "the first value with a short name"},
                      Field{"left_y", &SlopeLine::left_y, "middle of that label, px"},
                      Field{"right", &SlopeLine::right, "the second value with a short name"},
                      Field{"right_y", &SlopeLine::right_y, "middle of that label, px"},
                      Field{"more", &SlopeLine::more, "the name where there is room for it"}};
  }
};

struct SlopeChart {
  std::string description;
  std::string from, to;
  std::string height, foot;
  std::vector<SlopeLine> lines;
  static constexpr auto fields() {
    return std::tuple{Field{"description", &SlopeChart::description, "what is drawn, in a sentence"},
                      Field{"from", &SlopeChart::from, "the first point in time"}, Field{"to", &SlopeChart::to, "the second"},
                      Field{"height", &SlopeChart::height, "px"}, Field{"foot", &SlopeChart::foot, "of the columns, px"},
                      Field{"lines", &SlopeChart::lines, "in the order of the table"}};
  }
};

struct SlopeRow {
  std::string name;
  std::string before;
  std::string now;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &SlopeRow::name, "the area or the group"}, Field{"before", &SlopeRow::before, "the first value"},
                      Field{"now", &SlopeRow::now, "the second, or why one is not shown"}};
  }
};

struct SlopeSection {
  std::string finding;
  std::string note;
  SlopeChart chart;
  std::vector<SlopeRow> rows;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &SlopeSection::finding, "how many rose and fell, in a sentence"},
                      Field{"note", &SlopeSection::note, "what is drawn"}, Field{"chart", &SlopeSection::chart, "the lines"},
                      Field{"rows", &SlopeSection::rows, "the same as a table, with what is not shown"},
                      Field{"files", &SlopeSection::files, "the chart to take away"}};
  }
};

// What a line is made of. The short name stands beside both values; `more` only where the screen is wide.
struct SlopeItem {
  std::string name;
  std::string short_name;
  std::string more;
  std::string before_text, now_text;
  std::optional<double> before, now;  // nothing: not shown, so no line
};
struct SlopeWords {
  std::string from, to;
  const char* finding;  // text with {better}, {worse} and {all}
  std::string note;
  const char* none = "slope.d_none";  // text in place of 0 in the finding: none of what is counted
};
// `most` at the top, 0 at the foot. Nothing with fewer than two lines.
std::optional<SlopeSection> slope_section(const Texts& texts, const std::vector<SlopeItem>& items, SlopeWords words, double most);

struct Figure;
Figure slope_figure(const Texts& texts, const SlopeSection& section, std::string subject);

}  // namespace lagesbild::view
