// What inspectors noted at a unit's latest review and what it has done that others may borrow, in their own words: only what somebody has
// approved is here, so a missing sentence says nothing about the unit. The words are Swedish in every language.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct FindingLine {
  std::string kind;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &FindingLine::kind, "strength, weakness or suggestion"},
                      Field{"words", &FindingLine::words, "the approved sentences, in Swedish"}};
  }
};

struct AreaFindings {
  std::string area;
  std::vector<FindingLine> lines;
  static constexpr auto fields() {
    return std::tuple{Field{"area", &AreaFindings::area, "letter and name; of none: in general"},
                      Field{"lines", &AreaFindings::lines, "one a finding"}};
  }
};

struct MoreFindings {
  std::vector<AreaFindings> areas;
  static constexpr auto fields() { return std::tuple{Field{"areas", &MoreFindings::areas, "those after the first ones"}}; }
};

struct UnitFindings {
  std::vector<AreaFindings> areas;
  std::optional<MoreFindings> more;
  static constexpr auto fields() {
    return std::tuple{Field{"areas", &UnitFindings::areas, "the first findings, by area"},
                      Field{"more", &UnitFindings::more, "the others, where they are too many for a printed page"}};
  }
};

struct UnitExample {
  std::string title;
  std::string words;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &UnitExample::title, "what it is about, in Swedish"},
                      Field{"words", &UnitExample::words, "the approved sentences, in Swedish"}};
  }
};

struct UnitExamples {
  std::vector<UnitExample> examples;
  static constexpr auto fields() { return std::tuple{Field{"examples", &UnitExamples::examples, "one a good example"}}; }
};

// Nothing where nothing is approved.
std::optional<UnitFindings> unit_findings(const Context& context, std::size_t unit);
std::optional<UnitExamples> unit_examples(const Context& context, std::size_t unit);

}  // namespace lagesbild::view
