// "Others have solved it": for a unit with a weakness, good examples of other units, and other units whose strength it is. What a reader
// would get wrong: an example is about what the unit lacks when it has both the area and the theme of a noted weakness; those come first,
// and after them any from an area where the unit is below the reference line.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/shell.hpp"
#include "view/unit_findings.hpp"

namespace lagesbild::view {

struct StrongUnits {
  std::string theme;
  std::vector<Link> units;
  static constexpr auto fields() {
    return std::tuple{Field{"theme", &StrongUnits::theme, "letter of the area and the theme, in Swedish"},
                      Field{"units", &StrongUnits::units, "whose strength it is, of the same forum first"}};
  }
};

struct WhomToAsk {
  std::vector<StrongUnits> themes;
  Link all;
  static constexpr auto fields() {
    return std::tuple{Field{"themes", &WhomToAsk::themes, "one a noted weakness that others have as a strength"},
                      Field{"all", &WhomToAsk::all, "the page of all themes"}};
  }
};

struct Borrowed {
  std::optional<UnitExamples> good;
  std::optional<WhomToAsk> ask;
  static constexpr auto fields() {
    return std::tuple{Field{"good", &Borrowed::good, "good examples of other units"}, Field{"ask", &Borrowed::ask, "other units by theme"}};
  }
};

std::optional<Borrowed> borrowed_by(const Context& context, std::size_t unit);

}  // namespace lagesbild::view
