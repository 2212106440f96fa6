// Finds how narrowly the targets of a system are known. A target is safe as soon as two solutions differ in it by `safe_width` or more;
// only those for which a walk, and a crowd of solutions, do not show that are asked about one by one.
#pragma once
#include <glpk.h>

#include <cstdint>
#include <random>
#include <vector>

#include "range.hpp"
#include "system.hpp"

namespace attack {

enum class Proof { floating, exact, whole };  // of the bounds: in floating point, in exact fractions, over whole numbers only
const char* word(Proof proof);

struct Breach {
  std::size_t target = 0;
  double least = 0, most = 0;
  Proof proof = Proof::floating;
};

struct Found {
  bool feasible = true;
  int solved = 0;               // linear programmes, those over whole numbers among them
  int undecided = 0;            // over whole numbers, within the time that a target is given
  double narrowest = 0;         // of the targets whose bounds were computed; otherwise how far solutions differ at least
  std::vector<Breach> breaches;
};

class Solver {
 public:
  explicit Solver(const System& system);
  ~Solver();
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;
  Found attack();

 private:
  void add_unknowns();
  void add_rows();
  void walk();
  bool solve(int direction);
  void take_in();
  double value_of(const Target& target) const;
  bool is_whole() const;
  void aim_at(const Target& target);
  void aim_at_some(const std::vector<std::size_t>& targets);
  std::vector<std::size_t> narrow() const;
  bool is_doubtful(std::size_t target) const;
  void crowd();
  void one_by_one(Found& found);
  void over_whole_numbers(Found& found);
  bool solve_whole(int direction, double enough);
  static void stop_when_enough(glp_tree* tree, void* wanted);
  Range exactly(const Target& target, Proof& proof);

  const System& system_;
  glp_prob* problem_;
  std::mt19937 random_{20260630};
  std::vector<Range> ranges_;        // of the targets, over all solutions so far
  std::vector<Range> whole_;         // the same over solutions in whole numbers
  std::vector<char> breached_;
  int solved_ = 0;
  int exact_ = 0;
  int whole_tried_ = 0;
};

}  // namespace attack
