#include "disclosure/mover.hpp"

#include <algorithm>

namespace lagesbild::disclosure {
namespace {

constexpr std::int32_t free_node = 0;
constexpr std::int32_t barred = -1;
constexpr std::size_t most_tried = 200;  // units of a group that a move is begun from

bool holds(Slots slots, std::size_t slot) { return (slots >> slot & 1U) != 0; }

// Spreads a number over 64 bits (splitmix64), so that sums of different groups differ. Were two ever alike, the witnesses would not stand.
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9e3779b97f4a7c15ULL;
  number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  number = (number ^ (number >> 27U)) * 0x94d049bb133111ebULL;
  return number ^ (number >> 31U);
}

}  // namespace

Mover::Mover(const Layout& layout, const std::vector<State>& states, const Counts& alive)
    : layout_(layout), states_(states), alive_(alive), beside_(layout.slots, 0) {
  for (const Layout::Span& span : layout.spans) {
    for (std::size_t slot = 0; slot < layout.slots; ++slot) {
      if (holds(span.slots, slot)) beside_[slot] |= span.slots;
    }
  }
}

// Whether any known row of the group or unit changes when persons come into one slot, or from another into it.
bool Mover::bound(std::size_t row_of_first_span, std::size_t in, std::optional<std::size_t> out) const {
  for (std::size_t span = 0; span < layout_.spans.size(); ++span) {
    const Slots slots = layout_.spans[span].slots;
    if (holds(slots, in) == (out && holds(slots, *out))) continue;
    if (is_known(states_[row_of_first_span + layout_.group_row(span, 0)])) return true;
  }
  return false;
}

Mover::Context& Mover::context(std::size_t way, std::size_t in, std::optional<std::size_t> out) {
  const auto [at, made] = contexts_.try_emplace({way, in, out.value_or(most_slots)});
  Context& context = at->second;
  if (!made) return context;
  context.in = in;
  context.out = out;
  context.sides = &layout_.parted[way];
  for (std::size_t group = 0; group < layout_.groups; ++group) context.binds.push_back(bound(group, in, out));
  for (std::size_t side = 0; side < 2; ++side) {
    context.nodes[side] = {{0, free_node}};
    context.units_at[side].resize(1);
    context.node[side].assign(layout_.units, barred);
  }
  for (std::uint32_t unit = 0; unit < layout_.units; ++unit) place(context, unit);
  return context;
}

// Puts a unit where it stands, or nowhere when a known row of its own, or of what it became, would change.
void Mover::place(Context& context, std::uint32_t unit) const {
  for (std::size_t side = 0; side < 2; ++side) {
    std::int32_t& node = context.node[side][unit];
    if (node == barred) continue;
    auto& units = context.units_at[side][static_cast<std::size_t>(node)];
    units.erase(std::lower_bound(units.begin(), units.end(), unit));
    node = barred;
  }
  const bool there = alive_[layout_.cell(unit, context.in)] > 0 && (!context.out || alive_[layout_.cell(unit, *context.out)] > 0);
  if (!there) return;
  for (std::uint32_t own = unit;; own = layout_.successor[own]) {
    if (bound(layout_.groups + own, context.in, context.out)) return;
    if (layout_.successor[own] == own) break;
  }
  std::uint64_t key[2]{0, 0};
  for (const std::uint32_t group : layout_.groups_of[unit]) {
    if (context.binds[group]) key[static_cast<std::size_t>((*context.sides)[group])] += mixed(group + 1);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    auto& nodes = context.nodes[side];
    const std::int32_t node = nodes.try_emplace(key[side], static_cast<std::int32_t>(nodes.size())).first->second;
    context.node[side][unit] = node;
    if (static_cast<std::size_t>(node) == context.units_at[side].size()) context.units_at[side].emplace_back();
    auto& units = context.units_at[side][static_cast<std::size_t>(node)];
    units.insert(std::lower_bound(units.begin(), units.end(), unit), unit);  // in order, whenever it comes
  }
}

void Mover::changed(std::size_t row) {
  if (!layout_.is_unit(row)) return contexts_.clear();
  for (auto& [key, context] : contexts_) {
    for (const std::uint32_t unit : layout_.units_in(row)) place(context, unit);
  }
}

bool Mover::usable(const Context& context, const Wanted& wanted, std::uint32_t unit, int sign) const {
  if (sign != wanted.sign && layout_.contains(wanted.row, unit)) return false;
  if (std::find(used_.begin(), used_.end(), unit) != used_.end()) return false;
  if (sign > 0) return !context.out || (*wanted.counts)[layout_.cell(unit, *context.out)] >= wanted.size;
  return (*wanted.counts)[layout_.cell(unit, context.in)] >= wanted.size;
}

void Mover::take(const Context& context, const Wanted& wanted, std::uint32_t unit, int sign) {
  used_.push_back(unit);
  found_.push_back({unit, static_cast<std::uint16_t>(context.in), wanted.category, sign * wanted.size});
  if (context.out) found_.push_back({unit, static_cast<std::uint16_t>(*context.out), wanted.category, -sign * wanted.size});
}

// From an imbalance at a node of one side to `to` on the other side, or, if that is not given, to where nothing has to be balanced.
bool Mover::path(const Context& context, const Wanted& wanted, int side, std::int32_t from, std::optional<std::int32_t> to) {
  ++round_;
  for (std::size_t one = 0; one < 2; ++one) seen_[one].resize(std::max(seen_[one].size(), context.units_at[one].size()), 0);
  steps_.assign(1, {side, from, -1, 0});
  seen_[side][static_cast<std::size_t>(from)] = round_;
  for (std::size_t at = 0; at < steps_.size(); ++at) {
    const Step step = steps_[at];
    const int sign = step.side == side ? -wanted.sign : wanted.sign;
    const int other = 1 - step.side;
    for (const std::uint32_t unit : context.units_at[step.side][static_cast<std::size_t>(step.node)]) {
      const std::int32_t node = context.node[other][unit];
      const auto index = static_cast<std::size_t>(node);
      const bool arrived = to ? node == *to && other != side : node == free_node;
      if (!arrived && (seen_[other][index] == round_ || node == free_node)) continue;
      if (!usable(context, wanted, unit, sign)) continue;
      seen_[other][index] = round_;
      steps_.push_back({other, node, static_cast<std::int32_t>(at), unit});
      if (!arrived) continue;
      for (Step back = steps_.back(); back.before >= 0; back = steps_[static_cast<std::size_t>(back.before)]) {
        take(context, wanted, back.unit, back.side == side ? wanted.sign : -wanted.sign);
      }
      return true;
    }
  }
  return false;
}

// Closes a move that begins at a unit, so that every known row balances.
bool Mover::around(const Context& context, const Wanted& wanted, std::uint32_t unit) {
  used_.clear();
  found_.clear();
  const std::int32_t first = context.node[0][unit], second = context.node[1][unit];
  if (first == barred || !usable(context, wanted, unit, wanted.sign)) return false;
  take(context, wanted, unit, wanted.sign);
  if (first == free_node && second == free_node) return true;
  if (first != free_node && second != free_node && path(context, wanted, 0, first, second)) return true;
  if (first != free_node && !path(context, wanted, 0, first, std::nullopt)) return false;
  return second == free_node || path(context, wanted, 1, second, std::nullopt);
}

bool Mover::begin(const Wanted& wanted, std::size_t way, std::size_t in, std::optional<std::size_t> out, Move& move) {
  const Context& here = context(way, in, out);
  const auto& units = layout_.units_in(wanted.row);
  for (std::size_t i = 0; i < units.size() && i < most_tried; ++i) {
    if (!around(here, wanted, units[i])) continue;
    move.insert(move.end(), found_.begin(), found_.end());
    return true;
  }
  return false;
}

bool Mover::find(std::size_t row, int sign, int size, std::size_t category, const Counts& counts, Move& move) {
  const Slots slots = layout_.spans[layout_.span_of(row)].slots;
  const Wanted wanted{row, sign, size, static_cast<std::uint16_t>(category), &counts};
  for (std::size_t way = 0; way < layout_.parted.size(); ++way) {
    for (std::size_t in = 0; in < layout_.slots; ++in) {
      if (!holds(slots, in)) continue;
      if (begin(wanted, way, in, std::nullopt, move)) return true;
      for (std::size_t out = 0; out < layout_.slots; ++out) {
        if (out != in && !holds(slots, out) && holds(beside_[in], out) && begin(wanted, way, in, out, move)) return true;
      }
    }
  }
  return false;
}

}  // namespace lagesbild::disclosure
