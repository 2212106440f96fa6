// Walks in whole numbers from one solution to others, by small moves, until each target has been seen at values `safe_width` apart. It
// proves that a target is safe, never that one is not: what it does not settle is the solver's. Which solution it starts from proves
// nothing either, so the test gives it the true one; every step is held against all equations.
#pragma once
#include <glpk.h>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "range.hpp"
#include "system.hpp"

namespace attack {

class Walk {
 public:
  explicit Walk(const System& system);
  ~Walk();
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;
  // Does nothing when there is nowhere to start from, or what is given there is no solution in whole numbers.
  void settle();
  const std::vector<Range>& ranges() const { return ranges_; }  // of the targets; not seen without a start
  int solved() const { return solved_; }

 private:
  struct Step {
    std::size_t unknown = 0;
    double by = 0;
  };
  using Uses = std::vector<std::pair<std::size_t, double>>;   // of an unknown in rows or targets, or what a move adds to them
  struct Move {
    std::vector<Step> steps;
    Uses rows, targets;
  };
  static Uses sums(const std::vector<Step>& steps, const std::vector<Uses>& of);
  void index();
  void pose();
  void toward(std::size_t target, int direction);
  bool find(std::size_t target, double least, double most, Move& move);
  bool read(Move& move, bool of_search);
  std::pair<double, double> times(const Move& move) const;
  void stretch(const Move& move, double least, double most);
  void go(const Move& move, double times);
  void wander();

  const System& system_;
  std::vector<Uses> rows_of_, targets_of_;   // by unknown
  std::vector<double> at_, told_, values_;       // where the walk is: by unknown, row and target
  std::vector<Range> ranges_;
  std::vector<Move> moves_;
  glp_prob* problem_ = nullptr;                  // more and fewer of each unknown: as few persons as possible
  int target_row_ = 0;
  std::mt19937 random_{20260630};
  int solved_ = 0;
  int round_ = 0;
};

}  // namespace attack
