// What is new since the release that was published before this one to the same folder, as plain values, before they are words. Only what
// both releases tell their readers is in it: the earlier one is known by the files that it published, this one by what has been judged.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/release.hpp"
#include "view/changes.hpp"

namespace lagesbild::view {

// A unit of which something is told that was told otherwise, or not at all.
struct UnitNews {
  std::size_t unit = 0;                             // index into Release::units
  bool is_new = false;                              // the earlier release did not have it
  bool has_closed = false;                          // since then
  std::optional<disclosure::UnitReviews> before;    // none: nothing was told of its reviews
};

// A value of the region or a forum that has crossed its target, or is another beyond chance.
struct IndicatorNews {
  std::size_t indicator = 0, group = 0;             // indices into Release::indicators
  std::string period_before, period;                // ids; two where a new year or round has come
  double before = 0, after = 0;                     // in the unit of the value
  std::optional<bool> now_meets;                    // set when it has crossed the target
  friend bool operator==(const IndicatorNews&, const IndicatorNews&) = default;
};

struct StateBefore {
  disclosure::Share follows;
  int plans_late = 0;
  int overdue = 0;
};

struct SinceLast {
  enum class State : std::uint8_t { first, told, unreadable };  // no earlier release; one that is compared with; one that cannot be read
  State state = State::first;
  ReleaseId before = {};                            // of the earlier release; empty when it is not told
  std::optional<StateBefore> region = {};           // none: it did not tell, or not in a way that can be compared
  bool units_compared = false;
  std::vector<UnitNews> units = {};                 // by Release::units
  std::vector<std::string> gone = {};               // names of units that are not in the register any more
  std::vector<IndicatorNews> indicators = {};       // by indicator, then group
  std::vector<Cause> causes = {};                   // new data, definitions and settings
  std::vector<std::pair<std::string, Counts>> tables = {};  // rows that are others, by dataset; those without changes left out
};

}  // namespace lagesbild::view
