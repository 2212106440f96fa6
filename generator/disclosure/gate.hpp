// The only maker of shown cells. Counts what it did, never what it withheld.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "disclosure/cell.hpp"
#include "disclosure/policy.hpp"

namespace lagesbild::disclosure {

// Of the whole site: for a part of it, the numbers by reason would tell of those who answered.
struct Tally {
  std::uint64_t judged = 0;
  std::uint64_t shown = 0;
  std::uint64_t withheld = 0;
  std::uint64_t about_persons = 0;                     // of the judged, or what the policy protects like that
  std::uint64_t rolled_up = 0;                         // of the withheld: a unit's, whose readers are told of a larger group instead
  std::array<std::uint64_t, reasons> by_reason{};      // of the withheld
};

// What a number about persons rests on.
struct Basis {
  std::int64_t n = 0;                  // persons
  std::optional<int> units = {};       // of a group; none: a single unit, told of by itself
  std::int64_t largest = 0;            // persons at the unit that has most of them
  std::optional<std::int64_t> k = {};  // of a share of them
};

inline constexpr int all_but_one_matters_to = 50;  // persons: in a larger group, one who differs stays unknown

// The primary rules: nothing when a number about persons may be shown as far as the group itself goes.
std::optional<Reason> withheld_because(const Basis& basis, int smallest_group);

class Gate {
 public:
  explicit Gate(const Policy& policy) : policy_(policy) {}

  // `concerned`: how many the value is about. Withheld when they are fewer than the smallest group and the policy protects them.
  template <class T>
  Cell<T> judge(T value, About about, int concerned) {
    const bool is_protected = policy_.protects(about);
    if (is_protected) ++tally_.about_persons;
    const bool is_small = is_protected && concerned < policy_.smallest_group;
    return decide(std::move(value), is_small ? std::optional{Reason::small_group} : std::nullopt);
  }
  // A number about persons, as protection.hpp has found.
  template <class T>
  Cell<T> judge(T value, std::optional<Reason> because) {
    ++tally_.about_persons;
    return decide(std::move(value), because);
  }
  // What is no number, and so not among those that are counted.
  template <class T>
  static Cell<T> tell(T value, std::optional<Reason> because = std::nullopt) {
    return because ? Cell<T>{*because} : Cell<T>{std::move(value)};
  }
  const Tally& tally() const { return tally_; }

 private:
  template <class T>
  Cell<T> decide(T value, std::optional<Reason> because) {
    ++tally_.judged;
    if (!because) {
      ++tally_.shown;
      return Cell<T>{std::move(value)};
    }
    ++tally_.withheld;
    ++tally_.by_reason[static_cast<std::size_t>(*because)];
    return Cell<T>{*because};
  }

  const Policy& policy_;
  Tally tally_;
};

}  // namespace lagesbild::disclosure
