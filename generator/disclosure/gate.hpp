// The only maker of shown cells. Counts what it did, never what it withheld.
#pragma once
#include <cstdint>
#include <optional>
#include <utility>

#include "disclosure/cell.hpp"
#include "disclosure/policy.hpp"

namespace lagesbild::disclosure {

struct Tally {
  std::uint64_t judged = 0;
  std::uint64_t shown = 0;
  std::uint64_t withheld = 0;
};

// What a number about persons rests on.
struct Basis {
  std::int64_t n = 0;                  // persons
  std::optional<int> units = {};       // of a group; none: a single unit, told of by itself
  std::int64_t largest = 0;            // persons at the unit that has most of them
  std::optional<std::int64_t> k = {};  // of a share of them
};

// The primary rules: nothing when a number about persons may be shown as far as the group itself goes.
std::optional<Reason> withheld_because(const Basis& basis, int smallest_group);

class Gate {
 public:
  explicit Gate(const Policy& policy) : policy_(policy) {}

  // `concerned`: how many the value is about. Withheld when they are fewer than the smallest group and the policy protects them.
  template <class T>
  Cell<T> judge(T value, About about, int concerned) {
    ++tally_.judged;
    if (policy_.protects(about) && concerned < policy_.smallest_group) {
      ++tally_.withheld;
      return Cell<T>{Reason::small_group};
    }
    ++tally_.shown;
    return Cell<T>{std::move(value)};
  }
  // A number about persons, as protection.hpp has found.
  template <class T>
  Cell<T> judge(T value, std::optional<Reason> because) {
    ++tally_.judged;
    ++(because ? tally_.withheld : tally_.shown);
    return because ? Cell<T>{*because} : Cell<T>{std::move(value)};
  }
  const Tally& tally() const { return tally_; }

 private:
  const Policy& policy_;
  Tally tally_;
};

}  // namespace lagesbild::disclosure
