// The areas as stacked bars with a table under them, for the region or any other group.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/chart.hpp"
#include "view/figure_links.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct Figure;

struct AreaLine {
  std::string letter;
  std::string name;
  std::string href;
  std::optional<GradeBar> bar;
  std::string finding;
  std::string reached;
  std::string initial;
  std::string current;
  std::string mean;
  std::string sd;
  std::vector<std::string> counts;  // of A to D at the review and now, for the file of numbers
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &AreaLine::letter, "A-H"},
                      Field{"name", &AreaLine::name, "the area's name"},
                      Field{"href", &AreaLine::href, "the area's page"},
                      Field{"bar", &AreaLine::bar, "absent when the counts are withheld or nobody is graded"},
                      Field{"finding", &AreaLine::finding, "what the bars say about D, in words"},
                      Field{"reached", &AreaLine::reached, "share at the reference line or better"},
                      Field{"initial", &AreaLine::initial, "counts A B C D at the review"},
                      Field{"current", &AreaLine::current, "counts A B C D now"},
                      Field{"mean", &AreaLine::mean, "mean in points, two decimals"},
                      Field{"sd", &AreaLine::sd, "sample SD in points, two decimals"}};
  }
};

struct AreasChart {
  std::string caption;
  std::vector<AreaLine> lines;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"caption", &AreasChart::caption, "what the chart and its table show"},
                      Field{"lines", &AreasChart::lines, "one line an area, in the framework's order"},
                      Field{"files", &AreasChart::files, "the chart to take away"}};
  }
};

AreasChart areas_chart(const Context& context, const disclosure::GroupFigures<disclosure::Cell>& group, const std::string& up,
                       std::string caption);

// The same to be taken away.
Figure areas_figure(const Texts& texts, const AreasChart& chart, std::string title);

// "12 A, 3 B, 0 C, 1 D", or why not.
std::string counts_in_words(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& counts);
// "43 D vid granskningen, 15 nu" and its like.
std::string d_in_words(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& initial,
                       const disclosure::Cell<disclosure::GradeCounts>& current);
std::string share_in_words(const Texts& texts, const disclosure::Cell<disclosure::Share>& share);
std::string count_in_words(const Texts& texts, const disclosure::Cell<int>& count);

}  // namespace lagesbild::view
