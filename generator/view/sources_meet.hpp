// What inspectors, ST doctors and annual reports say of the same area, on one line. That they disagree is a result, not a fault.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/figure_links.hpp"
#include "view/note.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct SourceCell {
  std::string percent;
  std::string value;
  std::string basis;
  static constexpr auto fields() {
    return std::tuple{Field{"percent", &SourceCell::percent, "position on the scale, 0 to 100"},
                      Field{"value", &SourceCell::value, "the share"},
                      Field{"basis", &SourceCell::basis, "what it rests on"}};
  }
};

struct SourcesLine {
  std::string letter;
  std::string name;
  std::optional<Link> link;
  std::optional<SourceCell> grades;
  std::optional<SourceCell> doctors;
  std::optional<SourceCell> reports;
  std::string description;
  std::optional<Note> apart;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &SourcesLine::letter, "A-H"},
                      Field{"name", &SourcesLine::name, "the area, when it has no page"},
                      Field{"link", &SourcesLine::link, "its page"},
                      Field{"grades", &SourcesLine::grades, "inspectors: share at the reference line or better"},
                      Field{"doctors", &SourcesLine::doctors, "ST doctors: mean share that agrees"},
                      Field{"reports", &SourcesLine::reports, "annual reports: mean share that says yes"},
                      Field{"description", &SourcesLine::description, "the line in words"},
                      Field{"apart", &SourcesLine::apart, "said where the sources disagree"}};
  }
};

struct SourcesMeet {
  std::string finding;
  std::string note;
  std::vector<SourcesLine> lines;
  bool has_grades = false;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &SourcesMeet::finding, "where they disagree, in a sentence"},
                      Field{"note", &SourcesMeet::note, "what the figures are and from when"},
                      Field{"lines", &SourcesMeet::lines, "one an area; those where fewer than two sources speak are left out"},
                      Field{"has_grades", &SourcesMeet::has_grades, "the inspectors are one of the sources"},
                      Field{"files", &SourcesMeet::files, "the chart to take away"}};
  }
};

// Of the region, or of a forum. `up` leads to the site's root. Nothing where no area has two sources.
std::optional<SourcesMeet> sources_meet(const Context& context, std::optional<std::size_t> forum, const std::string& up);
// One area only.
std::optional<SourcesMeet> sources_meet_in(const Context& context, std::size_t area, const std::string& up);

}  // namespace lagesbild::view
