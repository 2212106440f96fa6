// A system: what nobody has published, what has been published about it, and what nobody should be able to work out. Counts of persons are
// whole and at least 0; shares are persons too, but of a mixture, and need not be whole; a change may be negative.
#pragma once
#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace attack {

enum class Unknown { count, share, change };

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
  std::vector<double> start;     // one solution, or nothing
  std::vector<Target> targets;
};

// Whether whole numbers agree with all that has been published.
bool solves(const System& system, const std::vector<double>& values);

// False at the end of the input, and for what is not a system.
bool read(std::istream& in, System& system);

}  // namespace attack
