// What is told about persons, as one linked system: counts per unit and slot (a year, a round), and the rows that add them up, for groups
// and units, over one slot or several. A row is told or withheld; whoever reads the site knows every row that is told, with the count of
// each category of answer, so what is withheld has to be safe against all of them at once.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lagesbild::disclosure {

using Slots = std::uint64_t;                    // a set of slots, a bit each
inline constexpr std::size_t most_slots = 63;

// Every group is on one of two sides. A unit is where its groups of the first side cross those of the second. Which groups stand together
// decides what a search can find, so there are several ways to part them.
enum class Side : std::uint8_t { first, second };
using Sides = std::vector<Side>;                // by group

// Which rows there are. The same for all questions of a source.
struct Layout {
  struct Span {
    std::size_t period = 0;                     // index into Measured::periods
    Slots slots = 0;
  };
  std::size_t units = 0;
  std::size_t groups = 0;
  std::size_t slots = 0;
  std::vector<Span> spans;
  std::vector<std::vector<std::uint32_t>> groups_of;  // by unit, ascending
  std::vector<std::vector<std::uint32_t>> members;    // by group
  std::vector<int> kind;                              // by group: groups of a kind stand beside each other
  std::vector<Sides> parted;                          // ways to part the groups, the first to be tried first
  std::vector<int> level;                             // by group: how much is lost with a number for it, compared with one of a unit
  std::vector<std::uint32_t> successor;               // by unit: what it became; itself, if it is still there
  std::vector<std::uint32_t> holder;                  // by unit: the last of its successors, for which its answers are told
  std::vector<std::vector<std::uint32_t>> held;       // by unit: itself, and all that became it

  std::size_t rows() const { return spans.size() * (groups + units); }
  std::size_t group_row(std::size_t span, std::size_t group) const { return span * (groups + units) + group; }
  std::size_t unit_row(std::size_t span, std::size_t unit) const { return span * (groups + units) + groups + unit; }
  std::size_t span_of(std::size_t row) const { return row / (groups + units); }
  bool is_unit(std::size_t row) const { return row % (groups + units) >= groups; }
  std::size_t group_of(std::size_t row) const { return row % (groups + units); }             // of a group's row
  std::size_t unit_of(std::size_t row) const { return row % (groups + units) - groups; }     // of a unit's row
  const std::vector<std::uint32_t>& units_in(std::size_t row) const { return is_unit(row) ? held[unit_of(row)] : members[group_of(row)]; }
  bool contains(std::size_t row, std::uint32_t unit) const;
  void hold();                                        // fills holder and held, from successor
  std::size_t cell(std::size_t unit, std::size_t slot) const { return unit * slots + slot; }
};

enum class State : std::uint8_t {
  absent,     // there is no such number, or nobody to tell of
  told,
  known,      // not ours to withhold: nobody there, or told already, by us or by others
  hidden,     // not told, and no secret: it was told already, or is told in parts
  withheld,
  earlier     // withheld for what an earlier release has told
};
constexpr bool is_known(State state) { return state == State::told || state == State::known || state == State::hidden; }
constexpr bool is_secret(State state) { return state == State::withheld || state == State::earlier; }

using Counts = std::vector<std::int32_t>;       // by Layout::cell

// Persons moved into a cell (or out of it).
struct Shift {
  std::uint32_t unit = 0;
  std::uint16_t slot = 0;
  std::uint16_t category = 0;                   // of answers
  std::int32_t by = 0;
  friend bool operator==(const Shift&, const Shift&) = default;
};
using Move = std::vector<Shift>;

}  // namespace lagesbild::disclosure
