// The only maker of shown cells. Counts what it did, never what it withheld.
#pragma once
#include <cstdint>
#include <utility>

#include "disclosure/cell.hpp"
#include "disclosure/policy.hpp"

namespace lagesbild::disclosure {

struct Tally {
  std::uint64_t judged = 0;
  std::uint64_t shown = 0;
  std::uint64_t withheld = 0;
};

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
  const Tally& tally() const { return tally_; }

 private:
  const Policy& policy_;
  Tally tally_;
};

}  // namespace lagesbild::disclosure
