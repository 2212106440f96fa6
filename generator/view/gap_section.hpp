// The few that matter, in words: which areas and units make up most of the distance to the reference line.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/figure_links.hpp"
#include "view/length_bar.hpp"
#include "view/note.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct Figure;

struct GapArea {
  std::string letter;
  std::string name;
  std::string href;
  LengthBar bar;
  std::string share;
  std::string points;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &GapArea::letter, "A-H"}, Field{"name", &GapArea::name, "the area"},
                      Field{"href", &GapArea::href, "its page"}, Field{"bar", &GapArea::bar, "so large a part"},
                      Field{"share", &GapArea::share, "its part of the distance"},
                      Field{"points", &GapArea::points, "the same in steps of grades"}};
  }
};

struct GapUnitLine {
  std::string name;
  std::string href;
  std::string areas;
  std::string points;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &GapUnitLine::name, "the unit"}, Field{"href", &GapUnitLine::href, "its page"},
                      Field{"areas", &GapUnitLine::areas, "letters of the areas below the line"},
                      Field{"points", &GapUnitLine::points, "steps of grades up to the line"}};
  }
};

struct GapSection {
  std::string finding;
  std::string units_finding;
  std::string note;
  std::vector<GapArea> areas;
  std::vector<GapUnitLine> units;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &GapSection::finding, "the areas that make up most of the distance, in a sentence"},
                      Field{"units_finding", &GapSection::units_finding, "the few units that make up most, in a sentence"},
                      Field{"note", &GapSection::note, "how the distance is counted"},
                      Field{"areas", &GapSection::areas, "in the framework's order; those without distance are left out"},
                      Field{"units", &GapSection::units, "the few, in order of name"},
                      Field{"files", &GapSection::files, "the chart to take away"}};
  }
};

// Of the region, or of a forum. `up` leads to the site's root. Nothing when every grade is at the line or better.
std::optional<GapSection> gap_section(const Context& context, std::optional<std::size_t> forum, const std::string& up);
// The areas to be taken away.
Figure gap_figure(const Texts& texts, const GapSection& gap, std::string subject);

}  // namespace lagesbild::view
