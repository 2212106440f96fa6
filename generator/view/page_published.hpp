// What others have published over grades that we do not have, held against what is possible: in neutral sentences.
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "view/figure.hpp"

namespace lagesbild::view {

struct PublishedLine {
  std::string letter;
  std::string name;
  std::string mean;
  std::string sd;
  std::string n;
  DotMark mark;
  std::string d_before;
  std::string check;
  std::string source;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &PublishedLine::letter, "A-H"}, Field{"name", &PublishedLine::name, "the area's name"},
                      Field{"mean", &PublishedLine::mean, "as published"}, Field{"sd", &PublishedLine::sd, "as published"},
                      Field{"n", &PublishedLine::n, "grades"},
                      Field{"mark", &PublishedLine::mark, "the mean on the axis from the lowest to the highest points, with the line"},
                      Field{"d_before", &PublishedLine::d_before, "published count of D before plans; a dash when none is"},
                      Field{"check", &PublishedLine::check, "whether grades can give the figures, in a sentence"},
                      Field{"source", &PublishedLine::source, "where it was published"}};
  }
};

struct PublishedPage {
  Shell shell;
  std::string lead;
  std::vector<PublishedLine> areas;
  std::vector<Note> notes;
  std::optional<FigureLinks> files;
  Figures take_away;  // as files of their own; not for the template
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &PublishedPage::shell, "what stands around the page"},
                      Field{"lead", &PublishedPage::lead, "the results in a sentence"},
                      Field{"areas", &PublishedPage::areas, "one line an area"},
                      Field{"notes", &PublishedPage::notes, "what does not fit together, each in a neutral sentence"},
                      Field{"files", &PublishedPage::files, "the chart to take away"}};
  }
};

PublishedPage published_page(const Context& context, const PageRef& ref);
Figure published_figure(const Texts& texts, const std::vector<PublishedLine>& lines);
std::vector<PublishedLine> published_lines(const Context& context);
std::string published_lead(const Context& context);

}  // namespace lagesbild::view
