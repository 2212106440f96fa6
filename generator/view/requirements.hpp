// The requirements on a unit as a checklist: what the register says, the limit, and what is missing. For the unit's page, the page of all
// units and the sheets that units look through. A state says something of the register, not of the training: it is no verdict.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "disclosure/requirements.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

struct RequirementRow {
  std::string name;
  std::string href;
  std::string own;
  std::string limit;
  std::string state;
  std::string tone;
  std::optional<Note> missing;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &RequirementRow::name, "what is required"},
                      Field{"href", &RequirementRow::href, "the indicator's page"},
                      Field{"own", &RequirementRow::own, "what the register says, or a dash"},
                      Field{"limit", &RequirementRow::limit, "at least or at most so much"},
                      Field{"state", &RequirementRow::state, "met, near the limit, not met, not known, or that it is not shown"},
                      Field{"tone", &RequirementRow::tone, "class: good, warn, bad, plain or stopped"},
                      Field{"missing", &RequirementRow::missing, "how much more would meet it; absent when it is met or not known"}};
  }
};

// `up`: the way from the page to the language's folder.
RequirementRow requirement_row(const Context& context, const disclosure::Requirement& requirement, std::size_t unit, const std::string& up);
std::string limit_text(const Context& context, const disclosure::Requirement& requirement);

// How many requirements of a unit, or units of a requirement, are in each state.
using MetCounts = std::array<std::int64_t, disclosure::met_kinds>;
MetCounts met_counts(const Context& context, std::size_t unit);
inline std::int64_t count_of(const MetCounts& counts, disclosure::Met met) { return counts[static_cast<std::size_t>(met)]; }

// Units that exist today and are under a limit or near one: most limits not met first, then most near, then in Swedish order.
std::vector<std::size_t> pressed_units(const Context& context);

// How units stand together. A unit is in one of the first four, by its worst; `gaps` goes across them.
struct UnitsTally {
  std::int64_t units = 0, under = 0, near = 0, clear = 0, untold = 0, gaps = 0, withheld = 0;
};
UnitsTally tally_of(const Context& context, const std::vector<std::size_t>& units);

// "Av 181 enheter ligger 40 under minst en gräns. …"; empty where the site has no requirements.
std::string requirements_finding(const Context& context, const std::vector<std::size_t>& units);

}  // namespace lagesbild::view
