// A unit beside others: which requirements it meets, and how it stands beside units like it and the region. Facts about the unit only;
// what persons have answered is never told unit by unit.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"
#include "view/requirements.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

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
  std::vector<RequirementRow> requirements;
  std::optional<Link> all;
  std::vector<BesideLine> lines;
  bool has_requirements = false;
  bool has_lines = false;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &UnitStanding::finding, "how many requirements are met, in sentences"},
                      Field{"similar", &UnitStanding::similar, "which units are compared with, or why none are"},
                      Field{"requirements", &UnitStanding::requirements, "held against the register"},
                      Field{"all", &UnitStanding::all, "the page of all units"},
                      Field{"lines", &UnitStanding::lines, "values side by side"},
                      Field{"has_requirements", &UnitStanding::has_requirements, "there are requirements to hold the register against"},
                      Field{"has_lines", &UnitStanding::has_lines, "there is something to compare"}};
  }
};

// Nothing for a former unit, or where the site has no indicators for it.
std::optional<UnitStanding> unit_standing(const Context& context, std::size_t unit);

}  // namespace lagesbild::view
