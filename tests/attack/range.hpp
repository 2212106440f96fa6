// How far apart the solutions that have been seen are in one target.
#pragma once
#include <algorithm>
#include <cmath>

namespace attack {

inline constexpr double safe_width = 3;
inline constexpr double small = 1e-6;            // what arithmetic in floating point may be wrong by
inline constexpr double many_persons = 10000;    // nobody has more: keeps what nothing is known of bounded

// Persons are whole: of 2.5 to 5.5 only 3, 4 and 5 can be.
inline double rounded_width(double least, double most) { return std::floor(most + small) - std::ceil(least - small); }

struct Range {
  double least = 0, most = 0;
  bool seen = false;
  void add(double value) {
    least = seen ? std::min(least, value) : value;
    most = seen ? std::max(most, value) : value;
    seen = true;
  }
  bool is_wide() const { return seen && rounded_width(least, most) >= safe_width; }
};

}  // namespace attack
