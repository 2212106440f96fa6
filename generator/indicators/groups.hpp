// The groups that numbers are computed for: the region, what the register says (forum, ownership, provider, size), a study director's units
// and a region's own groups (content/sites/<site>/groups.yaml), and units that are like each other. A unit is in several groups; groups of
// one kind overlap only among a region's own and the study directors'.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/localized.hpp"
#include "indicators/settings.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

enum class GroupKind : std::uint8_t { region, forum, study_director, ownership, provider, size, own, similar };

// As in files and on the command line.
constexpr std::string_view id_of(GroupKind kind) {
  constexpr std::string_view ids[] = {"region", "forum", "study_director", "ownership", "provider", "size", "own", "similar"};
  return ids[static_cast<std::size_t>(kind)];
}

// A group of the site's own: units for which every key that is given holds; the values of a key are alternatives.
struct GroupRule {
  std::string id;
  GroupKind kind = GroupKind::own;                 // or study_director
  Localized name;
  std::vector<std::string> units, forums, providers, municipalities, kinds;
  std::optional<model::Ownership> ownership;
  Place place;
  std::string excerpt;
};

// Nothing after an error.
std::optional<std::vector<GroupRule>> read_groups(std::string file, std::string text, Diagnostics& diagnostics);

struct Band {
  int least = 0;
  std::optional<int> most;                         // none: and more
  friend auto operator<=>(const Band&, const Band&) = default;
};

struct Group {
  GroupKind kind = GroupKind::region;
  std::string id;                                  // unique within the kind; plain letters, for files and addresses
  Localized name;                                  // of forums, providers and own groups; the others are named by what follows
  std::optional<std::size_t> forum;                // index into Facts::forums
  std::optional<model::Ownership> ownership;
  std::optional<Band> patients, st_doctors;
  int units = 0;                                   // that exist today
};

struct Groups {
  std::vector<Group> all;                          // the region first, then by kind
  std::vector<std::vector<std::uint32_t>> of_unit; // by Facts::units, also former ones
  std::vector<std::optional<std::uint32_t>> similar;  // by Facts::units: the group of units like it; none when there are too few
};

// Complaints about rules that name what does not exist, or nobody.
Groups make_groups(const model::Facts& facts, const std::vector<GroupRule>& rules, const Settings& settings, Date as_of,
                   Diagnostics& diagnostics);

}  // namespace lagesbild::indicators
