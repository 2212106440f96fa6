// Small linked systems to protect, and a second look at proofs that shares nothing with what made them.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "disclosure/protector.hpp"
#include "made_region.hpp"

namespace lagesbild::test {

using disclosure::Counts;
using disclosure::Layout;
using disclosure::Need;
using disclosure::Proofs;
using disclosure::Side;
using disclosure::State;

inline std::vector<std::uint32_t> units_up_to(std::uint32_t count) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t unit = 0; unit < count; ++unit) all.push_back(unit);
  return all;
}

// `groups`: the units of each and its side; the first is the region. `spans`: the slots of each row.
struct MadeGroup {
  Side side = Side::first;
  std::vector<std::uint32_t> units;
};

inline Layout made_layout(std::size_t units, std::size_t slots, const std::vector<MadeGroup>& groups,
                          const std::vector<disclosure::Slots>& spans) {
  Layout layout;
  layout.units = units;
  layout.slots = slots;
  layout.groups = groups.size();
  layout.groups_of.resize(units);
  layout.parted.resize(1);
  for (std::uint32_t group = 0; group < groups.size(); ++group) {
    layout.members.push_back(groups[group].units);
    layout.parted[0].push_back(groups[group].side);
    layout.kind.push_back(group == 0 ? 0 : 1 + static_cast<int>(groups[group].side));
    layout.level.push_back(group == 0 ? 20 : 4);
    for (const std::uint32_t unit : groups[group].units) layout.groups_of[unit].push_back(group);
  }
  layout.successor = units_up_to(static_cast<std::uint32_t>(units));
  layout.hold();
  for (std::size_t span = 0; span < spans.size(); ++span) layout.spans.push_back({span, spans[span]});
  return layout;
}

// Units beside each other over slots: each a row by slot and one over all, and the region likewise.
inline Layout units_by_slots(std::uint32_t units, std::size_t slots) {
  std::vector<disclosure::Slots> spans;
  for (std::size_t slot = 0; slot < slots; ++slot) spans.push_back(disclosure::Slots{1} << slot);
  if (slots > 1) spans.push_back((disclosure::Slots{1} << slots) - 1);
  return made_layout(units, slots, {{Side::first, units_up_to(units)}}, spans);
}

// Forums across kinds of owner in a single slot, a unit in each crossing.
inline Layout forums_by_owners(std::uint32_t forums, std::uint32_t owners) {
  std::vector<MadeGroup> groups{{Side::first, units_up_to(forums * owners)}};
  for (std::uint32_t forum = 0; forum < forums; ++forum) {
    groups.push_back({Side::first, {}});
    for (std::uint32_t owner = 0; owner < owners; ++owner) groups.back().units.push_back(forum * owners + owner);
  }
  for (std::uint32_t owner = 0; owner < owners; ++owner) {
    groups.push_back({Side::second, {}});
    for (std::uint32_t forum = 0; forum < forums; ++forum) groups.back().units.push_back(forum * owners + owner);
  }
  return made_layout(forums * owners, 1, groups, {1});
}

// Cells of a row, told by going through everything.
inline std::vector<std::size_t> cells_of(const Layout& layout, std::size_t row) {
  std::vector<std::size_t> cells;
  const bool of_unit = row % (layout.groups + layout.units) >= layout.groups;
  const std::size_t at = row % (layout.groups + layout.units) - (of_unit ? layout.groups : 0);
  const disclosure::Slots slots = layout.spans[row / (layout.groups + layout.units)].slots;
  for (std::uint32_t unit = 0; unit < layout.units; ++unit) {
    const auto& groups = layout.groups_of[unit];
    std::uint32_t later = unit;
    while (later != at && layout.successor[later] != later) later = layout.successor[later];
    const bool inside = of_unit ? later == at : std::find(groups.begin(), groups.end(), at) != groups.end();
    for (std::size_t slot = 0; inside && slot < layout.slots; ++slot) {
      if ((slots >> slot & 1U) != 0) cells.push_back(unit * layout.slots + slot);
    }
  }
  return cells;
}

inline std::int64_t sum_over(const Layout& layout, const Counts& counts, std::size_t row) {
  std::int64_t sum = 0;
  for (const std::size_t cell : cells_of(layout, row)) sum += counts[cell];
  return sum;
}

// All rows told, but those where nobody is: of groups known, of units absent.
inline std::vector<State> all_told(const Layout& layout, const std::vector<Counts>& categories) {
  std::vector<State> states;
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    std::int64_t persons = 0;
    for (const Counts& counts : categories) persons += sum_over(layout, counts, row);
    states.push_back(persons > 0 ? State::told : layout.is_unit(row) ? State::absent : State::known);
  }
  return states;
}

inline std::vector<Counts> after(std::vector<Counts> categories, const Layout& layout, const disclosure::Move& move) {
  for (const disclosure::Shift& one : move) categories.at(one.category).at(one.unit * layout.slots + one.slot) += one.by;
  return categories;
}

// What is wrong with two tables that ought to give the same site as the real one; empty when nothing is.
inline std::string fault_of(const Layout& layout, const std::vector<State>& states, const std::vector<Counts>& real,
                            const std::vector<Counts>& other) {
  for (std::size_t category = 0; category < real.size(); ++category) {
    for (const std::int32_t count : other[category]) {
      if (count < 0) return "fewer than nobody";
    }
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (is_known(states[row]) && sum_over(layout, real[category], row) != sum_over(layout, other[category], row)) {
        return "row " + std::to_string(row) + " is known and changes";
      }
    }
  }
  return {};
}

// What is wrong with the proofs of a closed protector.
inline std::string fault_of(const disclosure::Protector& protector, const std::vector<Need>& needs) {
  const Layout& layout = protector.layout();
  const auto& real = protector.categories();
  const Proofs proofs = protector.proofs();
  std::vector<int> proven(layout.rows(), 0);
  for (const disclosure::Proof& proof : proofs.proofs) {
    const std::string place = "row " + std::to_string(proof.row) + " need " + std::to_string(proof.need) + ": ";
    const auto up = after(real, layout, proofs.walks.at(proof.walk).up), down = after(real, layout, proofs.walks.at(proof.walk).down);
    for (const auto* other : {&up, &down}) {
      if (const std::string fault = fault_of(layout, protector.states(), real, *other); !fault.empty()) return place + fault;
    }
    std::int64_t apart = 0;
    for (const std::size_t category : needs.at(proof.need)) {
      apart += sum_over(layout, up[category], proof.row) - sum_over(layout, down[category], proof.row);
    }
    if (std::abs(apart) < disclosure::narrowest) return place + "too close";
    ++proven[proof.row];
  }
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    const bool secret = protector.states()[row] == State::withheld && protector.persons(row) > 0;
    const bool open = std::find(proofs.open.begin(), proofs.open.end(), row) != proofs.open.end();
    if (secret && !open && proven[row] != static_cast<int>(needs.size())) return "row " + std::to_string(row) + " is not proven";
  }
  return {};
}

// A region of a few units in groups of both sides, over a few slots and a pool of all.
inline Layout random_layout(Random& random) {
  const auto units = static_cast<std::uint32_t>(2 + random.below(10));
  const std::size_t slots = 1 + random.below(3);
  std::vector<MadeGroup> groups{{Side::first, units_up_to(units)}};
  const std::size_t forums = 1 + random.below(4), owners = random.below(4);
  groups.resize(1 + forums + owners);
  for (std::size_t group = 1 + forums; group < groups.size(); ++group) groups[group].side = Side::second;
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (!random.one_in(6)) groups[1 + random.below(forums)].units.push_back(unit);
    if (owners > 0 && !random.one_in(6)) groups[1 + forums + random.below(owners)].units.push_back(unit);
  }
  std::vector<disclosure::Slots> spans;
  for (std::size_t slot = 0; slot < slots; ++slot) spans.push_back(disclosure::Slots{1} << slot);
  if (slots > 1) spans.push_back((disclosure::Slots{1} << slots) - 1);
  if (slots > 2 && random.one_in(2)) spans.push_back(3);
  Layout layout = made_layout(units, slots, groups, spans);
  for (Side& side : layout.parted.emplace_back(layout.parted[0])) side = side == Side::first ? Side::second : Side::first;
  if (units > 3 && random.one_in(3)) {  // the second unit has become the third
    layout.successor[1] = 2;
    layout.hold();
  }
  return layout;
}

inline std::vector<Counts> random_counts(Random& random, const Layout& layout, std::size_t categories, std::size_t most) {
  std::vector<Counts> all(categories, Counts(layout.units * layout.slots));
  for (Counts& counts : all) {
    for (std::int32_t& count : counts) count = random.one_in(4) ? 0 : static_cast<std::int32_t>(random.below(most + 1));
  }
  return all;
}

}  // namespace lagesbild::test
