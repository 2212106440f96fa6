// A unit beside others: which requirements it meets, and how it stands beside units like it and the region. Facts about the unit only;
// what persons have answered is never told unit by unit.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct Requirement {
  std::string name;
  std::string href;
  std::string state;
  std::string tone;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &Requirement::name, "what is required"}, Field{"href", &Requirement::href, "the indicator's page"},
                      Field{"state", &Requirement::state, "whether it is met, in words"},
                      Field{"tone", &Requirement::tone, "class: good or bad"}};
  }
};

struct BesideLine {
  std::string name;
  std::string href;
  std::string own;
  std::string similar;
  std::string region;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &BesideLine::name, "the indicator"}, Field{"href", &BesideLine::href, "its page"},
                      Field{"own", &BesideLine::own, "the unit's value"}, Field{"similar", &BesideLine::similar, "that of units like it"},
                      Field{"region", &BesideLine::region, "that of the region"}};
  }
};

struct UnitStanding {
  std::string finding;
  std::string similar;
  std::vector<Requirement> requirements;
  std::vector<BesideLine> lines;
  bool has_requirements = false;
  bool has_lines = false;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &UnitStanding::finding, "how many requirements are met, in a sentence"},
                      Field{"similar", &UnitStanding::similar, "which units are compared with, or why none are"},
                      Field{"requirements", &UnitStanding::requirements, "on what the register holds"},
                      Field{"lines", &UnitStanding::lines, "values side by side"},
                      Field{"has_requirements", &UnitStanding::has_requirements, "the register tells enough to hold against a requirement"},
                      Field{"has_lines", &UnitStanding::has_lines, "there is something to compare"}};
  }
};

// Nothing for a former unit, or where the site has no indicators for it.
std::optional<UnitStanding> unit_standing(const Context& context, std::size_t unit);

}  // namespace lagesbild::view
