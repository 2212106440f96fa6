// A chart or a table of a page, to be taken away: as a picture with title, key and source, and as its numbers. Made after the page and of
// the structs that the page shows, never of the release, so that neither file says anything that the page does not.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "view/distribution.hpp"
#include "view/dumbbell.hpp"
#include "view/figure_links.hpp"
#include "view/indicator_chart.hpp"
#include "view/length_bar.hpp"
#include "view/slope_chart.hpp"
#include "view/sources_meet.hpp"

namespace lagesbild::view {

// The numbers, in the words of the table on the page.
struct FigureTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

// The region's grades behind one unit's.
struct ThinBar {
  std::vector<Segment> region;
  std::string region_words;
  static constexpr auto fields() {
    return std::tuple{Field{"region", &ThinBar::region, "the region's grades"}, Field{"region_words", &ThinBar::region_words, "in words"}};
  }
};

// A development beside its name, where there are many.
struct SmallSeries {
  SeriesChart chart;
};

// One of templates/charts/. Without one the row is words only.
using Drawing = std::variant<std::monostate, GradeBar, ThinBar, DotMark, SourcesLine, LengthBar, FunnelChart, SeriesChart, SmallSeries,
                             SlopeChart, Dumbbell, Distribution>;

struct FigureRow {
  std::string name;
  Drawing drawing;
  std::string words;
  std::string grade = {};  // a to d: the letter stands before the chart, on its colour
};

// Whose marks are whose in dumbbells.
struct FigureMark {
  std::string kind;
  std::string words;
};

// A row without drawing and words is a heading of those that follow.
struct Figure {
  enum class Key : unsigned char { none, grades, sources };
  std::string path = {};     // filled in by add_figure, like the next one
  std::string embed = {};    // of the page for a frame; empty: the site has none
  std::string subject = {};  // what the page is about, where the title does not say it
  std::string title = {};
  std::string subtitle = {};
  Key key = Key::none;
  std::vector<FigureMark> marks = {};
  std::vector<Tick> axis = {};
  std::vector<FigureRow> rows = {};  // none: no picture
  FigureTable table = {};            // no heads: no numbers
  bool numbers_elsewhere = false;    // in other files: the table is for a frame only
};
using Figures = std::vector<Figure>;

// Hands a figure over to its page: `name` is the section's id. Nothing when there is nothing in it.
std::optional<FigureLinks> add_figure(Figures& figures, const Context& context, const PageRef& ref, std::string_view name, Figure figure);

// The file of its numbers, for spreadsheets.
std::string figure_csv(const Figure& figure);

// "12", "3", "0", "1" twice, or eight times why not, for the two columns of counts of A to D.
std::vector<std::string> counts_as_cells(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& initial,
                                         const disclosure::Cell<disclosure::GradeCounts>& current);
std::vector<std::string> counts_as_heads(const Texts& texts);

// Charts that stand on several kinds of page.
Figure sources_figure(const Texts& texts, const SourcesMeet& meet, std::string subject);

}  // namespace lagesbild::view
