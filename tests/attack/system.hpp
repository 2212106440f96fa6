// A system: unknown counts of persons (and unknown sums), what has been published about them, and what nobody should be able to work out.
// Counts are at least 0 and whole; sums are at least 0; a `free` unknown may be negative: a change. Both sides of a row may be the same.
#pragma once
#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace attack {

enum class Unknown { count, sum, change };

struct Term {
  int unknown = 0;   // from 0
  double times = 1;
};

struct Row {
  double least = 0, most = 0;
  std::vector<Term> terms;
};

struct Target {
  std::string name;
  std::vector<Term> terms;
};

struct System {
  std::string name;
  std::vector<Unknown> unknowns;
  std::vector<Row> rows;
  std::vector<Target> targets;
};

// False at the end of the input, and for what is not a system.
bool read(std::istream& in, System& system);

}  // namespace attack
