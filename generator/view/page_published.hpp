// What others have published over grades that we do not have, held against what is possible: in neutral sentences.
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct PublishedLine {
  std::string letter;
  std::string name;
  std::string mean;
  std::string sd;
  std::string n;
  std::string x;
  std::string description;
  std::string d_before;
  std::string check;
  std::string source;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &PublishedLine::letter, "A-H"}, Field{"name", &PublishedLine::name, "the area's name"},
                      Field{"mean", &PublishedLine::mean, "as published"}, Field{"sd", &PublishedLine::sd, "as published"},
                      Field{"n", &PublishedLine::n, "grades"},
                      Field{"x", &PublishedLine::x, "the mean on the axis from 1 to 4 points, per cent"},
                      Field{"description", &PublishedLine::description, "the mark in a sentence"},
                      Field{"d_before", &PublishedLine::d_before, "published count of D before plans; a dash when none is"},
                      Field{"check", &PublishedLine::check, "whether grades can give the figures, in a sentence"},
                      Field{"source", &PublishedLine::source, "where it was published"}};
  }
};

struct PublishedPage {
  Shell shell;
  std::string lead;
  std::string line_x;
  std::vector<PublishedLine> areas;
  std::vector<Note> notes;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &PublishedPage::shell, "what stands around the page"},
                      Field{"lead", &PublishedPage::lead, "the results in a sentence"},
                      Field{"line_x", &PublishedPage::line_x, "the reference line on the axis, per cent"},
                      Field{"areas", &PublishedPage::areas, "one line an area"},
                      Field{"notes", &PublishedPage::notes, "what does not fit together, each in a neutral sentence"}};
  }
};

PublishedPage published_page(const Context& context, const PageRef& ref);
std::vector<PublishedLine> published_lines(const Context& context);
std::string published_lead(const Context& context);

}  // namespace lagesbild::view
