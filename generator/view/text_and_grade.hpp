// Where what inspectors noted in an area says something else than the grade that they gave. What a reader would get wrong: neither is an
// error. A grade weighs a whole area, and a finding may be about one thing in it. The grade is the one given at the review, since the text
// was written then; only strengths means no weakness and no suggestion either.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/figure.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct OtherwiseUnit {
  std::string href;
  std::string name;
  std::string words;
  std::string themes;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &OtherwiseUnit::href, "the unit's page"}, Field{"name", &OtherwiseUnit::name, "the unit"},
                      Field{"words", &OtherwiseUnit::words, "the grade at the review, and the one that holds where it is another"},
                      Field{"themes", &OtherwiseUnit::themes, "what is noted, in Swedish; may be empty"}};
  }
};

struct OtherwiseUnits {
  std::string heading;
  std::vector<OtherwiseUnit> units;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"heading", &OtherwiseUnits::heading, "how many and of which sort"},
                      Field{"units", &OtherwiseUnits::units, "in Swedish order"},
                      Field{"more", &OtherwiseUnits::more, "how many are left out"}};
  }
};

struct OtherwiseArea {
  Link area;
  std::string weak, strong;
  std::string summary;
  std::vector<OtherwiseUnits> sorts;
  bool has_units = false;
  static constexpr auto fields() {
    return std::tuple{Field{"area", &OtherwiseArea::area, "its page"},
                      Field{"weak", &OtherwiseArea::weak, "units that hold the line and have a weakness noted, of all that hold it"},
                      Field{"strong", &OtherwiseArea::strong, "units below the line with nothing but strengths noted, of all below it"},
                      Field{"summary", &OtherwiseArea::summary, "area and number of units"},
                      Field{"sorts", &OtherwiseArea::sorts, "the units of both sorts, those that there are"},
                      Field{"has_units", &OtherwiseArea::has_units, "there is a unit of either sort"}};
  }
};

struct TextAndGrade {
  std::string finding;
  std::vector<OtherwiseArea> areas;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &TextAndGrade::finding, "how often, in sentences"},
                      Field{"areas", &TextAndGrade::areas, "in the framework's order"},
                      Field{"files", &TextAndGrade::files, "the table to take away"}};
  }
};

TextAndGrade text_and_grade(const Context& context);
Figure text_and_grade_figure(const Texts& texts, const TextAndGrade& section);

}  // namespace lagesbild::view
