#include "disclosure/protector.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace lagesbild::disclosure {
namespace {

constexpr std::size_t most_tried = 24;  // rows that are tried one by one as the one to withhold beside

bool holds(Slots slots, std::size_t slot) { return (slots >> slot & 1U) != 0; }

Counts sum_of(const std::vector<Counts>& categories) {
  Counts all = categories.front();
  for (std::size_t i = 1; i < categories.size(); ++i) {
    std::transform(all.begin(), all.end(), categories[i].begin(), all.begin(), std::plus<>{});
  }
  return all;
}

}  // namespace

Protector::Protector(const Layout& layout, std::vector<Counts> categories, std::vector<Need> needs, std::vector<State> states,
                     Slots frozen)
    : layout_(layout), categories_(std::move(categories)), frozen_(frozen), needs_(std::move(needs)), states_(std::move(states)),
      reasons_(states_.size(), Reason::not_told), all_(sum_of(categories_)), mover_(layout_, states_, all_),
      proven_(states_.size() * needs_.size(), -1) {
  for (std::size_t row = 0; row < states_.size(); ++row) {
    if (states_[row] == State::earlier) reasons_[row] = Reason::earlier;
  }
  for (std::size_t cell = 0; cell < all_.size(); ++cell) {
    if (holds(frozen_, cell % layout_.slots)) all_[cell] = 0;  // no move goes there
  }
  std::vector<std::int64_t> totals;
  for (const Counts& counts : categories_) totals.push_back(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
  for (Need& need : needs_) {
    std::stable_sort(need.begin(), need.end(), [&](std::size_t a, std::size_t b) { return totals[a] > totals[b]; });
  }
}

void Protector::withhold(std::size_t row, Reason reason) {
  if (states_[row] == State::withheld && reasons_[row] == Reason::linked) reasons_[row] = reason;  // by its own number too, from here on
  if (states_[row] != State::told) return;
  states_[row] = State::withheld;
  reasons_[row] = reason;
  mover_.changed(row);
}

bool Protector::is_told_in_parts(std::size_t row) const {
  const std::size_t own = layout_.span_of(row);
  const Slots slots = layout_.spans[own].slots;
  if ((slots & (slots - 1)) == 0) return false;
  Slots left = slots;
  for (std::size_t span = 0; span < layout_.spans.size(); ++span) {
    const Slots part = layout_.spans[span].slots;
    const std::size_t other = row + (layout_.group_row(span, 0) - layout_.group_row(own, 0));
    const bool single = (part & (part - 1)) == 0 && (part & slots) != 0;
    if (single && (is_known(states_[other]) || persons(other) == 0)) left &= ~part;
  }
  return left == 0;
}

std::int64_t Protector::count(const Counts& counts, std::size_t row) const {
  const Slots slots = layout_.spans[layout_.span_of(row)].slots;
  std::int64_t sum = 0;
  for (const std::uint32_t unit : layout_.units_in(row)) {
    for (std::size_t slot = 0; slot < layout_.slots; ++slot) {
      if (holds(slots, slot)) sum += counts[layout_.cell(unit, slot)];
    }
  }
  return sum;
}

// Moves persons for as long as the row changes, and puts them back. Returns how far it came.
int Protector::go(std::size_t row, const Need& need, int sign, int wanted, Move& move) {
  const Slots slots = layout_.spans[layout_.span_of(row)].slots;
  const auto step = [&](int size) {
    return std::any_of(need.begin(), need.end(), [&](std::size_t category) {
      return mover_.find(row, sign, size, category, categories_[category], move);
    });
  };
  const auto count_of = [&](const Shift& shift) -> std::int32_t& {
    return categories_[shift.category][layout_.cell(shift.unit, shift.slot)];
  };
  int gone = 0;
  while (gone < wanted) {
    const std::size_t before = move.size();
    const int left = wanted - gone;
    if (!step(left) && (left == 1 || !step(1))) break;
    for (std::size_t i = before; i < move.size(); ++i) {
      count_of(move[i]) += move[i].by;
      if (holds(slots, move[i].slot) && layout_.contains(row, move[i].unit)) gone += sign * move[i].by;
    }
  }
  for (const Shift& shift : move) count_of(shift) -= shift.by;
  return gone;
}

std::optional<Walk> Protector::walk(std::size_t row, std::size_t need) {
  Walk found;
  const int up = go(row, needs_[need], 1, narrowest, found.up);
  if (up < narrowest && up + go(row, needs_[need], -1, narrowest - up, found.down) < narrowest) return std::nullopt;
  return found;
}

bool Protector::prove(std::size_t row, std::size_t need) {
  auto found = walk(row, need);
  if (found) keep(std::move(*found), row, need);
  return found.has_value();
}

// A walk proves whatever changes by enough between its two ends: other units of the same move too.
void Protector::keep(Walk walk, std::size_t row, std::size_t need) {
  const auto index = static_cast<std::int32_t>(walks_.size());
  proven_[row * needs_.size() + need] = index;
  Move between = walk.up;
  for (Shift shift : walk.down) {
    shift.by = -shift.by;
    between.push_back(shift);
  }
  const auto apart = [&](std::size_t other, const Need& categories) {
    std::int64_t sum = 0;
    for (const Shift& one : between) {
      const bool counts = std::find(categories.begin(), categories.end(), one.category) != categories.end();
      const bool inside = holds(layout_.spans[layout_.span_of(other)].slots, one.slot) && layout_.contains(other, one.unit);
      if (counts && inside) sum += one.by;
    }
    return sum;
  };
  for (const Shift& shift : between) {
    for (std::size_t span = 0; span < layout_.spans.size(); ++span) {
      const std::size_t other = layout_.unit_row(span, layout_.holder[shift.unit]);
      if (!holds(layout_.spans[span].slots, shift.slot) || !is_secret(states_[other])) continue;
      for (std::size_t n = 0; n < needs_.size(); ++n) {
        std::int32_t& proven = proven_[other * needs_.size() + n];
        if (proven < 0 && std::abs(apart(other, needs_[n])) >= narrowest) proven = index;
      }
    }
  }
  walks_.push_back(std::move(walk));
}

// Rows that could be withheld beside this one, the least loss first: its own and those over them, then what touches the same groups.
std::vector<std::size_t> Protector::candidates(std::size_t row) const {
  Slots near = layout_.spans[layout_.span_of(row)].slots;
  for (const Layout::Span& span : layout_.spans) {
    if ((span.slots & layout_.spans[layout_.span_of(row)].slots) != 0) near |= span.slots;
  }
  std::vector<bool> touched(layout_.groups);
  for (const std::uint32_t unit : layout_.units_in(row)) {
    for (const std::uint32_t group : layout_.groups_of[unit]) touched[group] = true;
  }
  const std::size_t region = layout_.units_in(row).size() == layout_.units ? layout_.groups : 0;
  struct Candidate {
    int order;
    std::int64_t cost;
    std::size_t row;
  };
  std::vector<Candidate> all;
  const auto weigh = [&](std::size_t other, int order, int level) {
    if (states_[other] == State::told) all.push_back({order, level * persons(other), other});
  };
  for (std::size_t span = 0; span < layout_.spans.size(); ++span) {
    if ((layout_.spans[span].slots & near) == 0) continue;
    for (std::size_t unit = 0; unit < layout_.units; ++unit) {
      const std::size_t other = layout_.unit_row(span, unit);
      if (states_[other] != State::told) continue;
      const bool own = layout_.contains(row, static_cast<std::uint32_t>(unit)) && layout_.is_unit(row);
      const auto& groups = layout_.groups_of[unit];
      const bool beside = std::any_of(groups.begin(), groups.end(), [&](std::uint32_t one) { return one != region && touched[one]; });
      if (own || beside) weigh(other, own ? 0 : 1, 1);
    }
    for (std::size_t group = 0; group < layout_.groups; ++group) {
      const std::size_t other = layout_.group_row(span, group);
      const bool own = !layout_.is_unit(row) && layout_.group_of(row) == group;
      weigh(other, own ? 0 : layout_.is_unit(row) ? 2 : layout_.kind[group] == layout_.kind[layout_.group_of(row)] ? 0 : 2,
            layout_.level[group]);
    }
  }
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return std::pair{a.order, a.cost} < std::pair{b.order, b.cost} ||
           (a.order == b.order && a.cost == b.cost && a.row < b.row);
  });
  std::vector<std::size_t> rows;
  for (const Candidate& one : all) rows.push_back(one.row);
  return rows;
}

bool Protector::make_room(std::size_t row, std::size_t need) {
  const std::vector<std::size_t> rows = candidates(row);
  const auto set = [&](std::size_t other, State state) {
    states_[other] = state;
    reasons_[other] = Reason::linked;
    mover_.changed(other);
  };
  for (std::size_t i = 0; i < rows.size() && i < most_tried; ++i) {
    set(rows[i], State::withheld);
    if (prove(row, need)) return true;
    set(rows[i], State::told);
  }
  std::size_t taken = 0;
  while (taken < rows.size()) {  // twice as many each time, so that a hard case costs few attempts
    const std::size_t end = std::min(rows.size(), std::max<std::size_t>(2, 2 * taken));
    for (; taken < end; ++taken) set(rows[taken], State::withheld);
    if (!walk(row, need)) continue;
    for (std::size_t i = taken; i-- > 0;) {  // a walk counts as a proof only when it is settled what is told
      set(rows[i], State::told);
      if (!walk(row, need)) set(rows[i], State::withheld);
    }
    return prove(row, need);
  }
  for (const std::size_t other : rows) set(other, State::told);
  return false;
}

void Protector::close() {
  open_.clear();
  for (bool more = true; more;) {
    more = false;
    for (std::size_t row = 0; row < states_.size(); ++row) {
      if (!has_to_be_safe(row)) continue;
      for (std::size_t need = 0; need < needs_.size(); ++need) {
        if (is_proven(row, need) || prove(row, need)) continue;
        if (std::find(open_.begin(), open_.end(), std::pair{row, need}) != open_.end()) continue;
        more = true;
        if (!make_room(row, need)) open_.emplace_back(row, need);
      }
    }
  }
}

Proofs Protector::proofs() const {
  Proofs all{walks_, {}, {}};
  for (const auto& [row, need] : open_) all.open.push_back(row);
  for (std::size_t row = 0; row < states_.size(); ++row) {
    for (std::size_t need = 0; need < needs_.size(); ++need) {
      if (!is_proven(row, need) || !has_to_be_safe(row)) continue;
      all.proofs.push_back({row, need, static_cast<std::size_t>(proven_[row * needs_.size() + need])});
    }
  }
  return all;
}

}  // namespace lagesbild::disclosure
