// Looks for other tables that would have given the same site: moves of a few persons between units and slots that leave every known row
// as it is. What a move changes cannot be computed from what is told. Searches breadth first where the two sides of groups cross, so a
// move it finds is short; that it finds none proves nothing.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "disclosure/linked.hpp"

namespace lagesbild::disclosure {

class Mover {
 public:
  // Both must outlive it. `alive`: by cell, persons there in any category; a cell without any is never used.
  Mover(const Layout& layout, const std::vector<State>& states, const Counts& alive);

  // After the state of a row has changed.
  void changed(std::size_t row);

  // Appends a move that changes `row` by `sign` times `size` or more within a category, whose counts are given. Nothing is appended if it
  // returns false.
  bool find(std::size_t row, int sign, int size, std::size_t category, const Counts& counts, Move& move);

 private:
  // What a pattern of time leaves free: persons into one slot, or into one and out of another at the same unit.
  struct Context {
    std::size_t in = 0;
    std::optional<std::size_t> out;
    const Sides* sides = nullptr;
    std::vector<bool> binds;                                 // by group
    std::unordered_map<std::uint64_t, std::int32_t> nodes[2];  // by side: of a hash of the groups that bind there
    std::vector<std::int32_t> node[2];                       // by side, unit: where it stands; or free of anything to balance, or barred
    std::vector<std::vector<std::uint32_t>> units_at[2];     // by side, node
  };
  struct Wanted {
    std::size_t row;
    int sign, size;
    std::uint16_t category;
    const Counts* counts;
  };
  struct Step {
    int side;
    std::int32_t node;
    std::int32_t before;                                     // index into steps_, -1 at the start
    std::uint32_t unit;
  };

  Context& context(std::size_t way, std::size_t in, std::optional<std::size_t> out);
  bool begin(const Wanted& wanted, std::size_t way, std::size_t in, std::optional<std::size_t> out, Move& move);
  void place(Context& context, std::uint32_t unit) const;
  bool bound(std::size_t row_of_first_span, std::size_t in, std::optional<std::size_t> out) const;
  bool usable(const Context& context, const Wanted& wanted, std::uint32_t unit, int sign) const;
  bool around(const Context& context, const Wanted& wanted, std::uint32_t unit);
  bool path(const Context& context, const Wanted& wanted, int side, std::int32_t from, std::optional<std::int32_t> to);
  void take(const Context& context, const Wanted& wanted, std::uint32_t unit, int sign);

  const Layout& layout_;
  const std::vector<State>& states_;
  const Counts& alive_;
  std::vector<Slots> beside_;                                // by slot: slots told together with it
  std::map<std::array<std::size_t, 3>, Context> contexts_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> used_;                          // units in the move so far
  std::vector<std::uint32_t> seen_[2];
  std::uint32_t round_ = 0;
  Move found_;
};

}  // namespace lagesbild::disclosure
