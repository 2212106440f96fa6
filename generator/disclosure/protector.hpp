// Complementary protection of one question: withholds more until everything that is withheld could have been something else, by at least
// three, in a table that gives the very same site. The moves that show it are kept: they are the proof. What is withheld beside the rest
// is chosen by how many persons it tells of and for whom, never by what they answered.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "disclosure/cell.hpp"
#include "disclosure/linked.hpp"
#include "disclosure/mover.hpp"

namespace lagesbild::disclosure {

inline constexpr int narrowest = 3;  // a withheld number is safe when it may be anything within at least this

// Two tables that give the same site: the real one with either move.
struct Walk {
  Move up, down;                                  // in opposite directions; either may be empty
};

// What is told of a row rests on these categories: of each need their sum must be able to move where the row is withheld.
using Need = std::vector<std::size_t>;

struct Proof {
  std::size_t row = 0;
  std::size_t need = 0;
  std::size_t walk = 0;                           // index into Proofs::walks
};

struct Proofs {
  std::vector<Walk> walks;
  std::vector<Proof> proofs;                      // by row and need
  std::vector<std::size_t> open;                  // rows that nothing can protect, since others have told too much already
};

class Protector {
 public:
  // `layout` must outlive it. `states`: by row. `categories`: by category of answer. `frozen`: slots that nothing new is told of; what is
  // withheld there is as safe as it was.
  Protector(const Layout& layout, std::vector<Counts> categories, std::vector<Need> needs, std::vector<State> states,
            Slots frozen = 0);
  Protector(const Protector&) = delete;
  Protector& operator=(const Protector&) = delete;

  // A row that is told; others are left as they are.
  void withhold(std::size_t row, Reason reason);
  // Withholds what is needed beside. What is withheld stays so, however often this is called.
  void close();

  const Layout& layout() const { return layout_; }
  const std::vector<State>& states() const { return states_; }
  const std::vector<Counts>& categories() const { return categories_; }
  Reason reason(std::size_t row) const { return reasons_[row]; }
  // A row over several slots that is told slot by slot: no secret, though it has no number of its own.
  bool is_told_in_parts(std::size_t row) const;
  std::int64_t persons(std::size_t row) const { return count(all_, row); }
  std::int64_t count(const Counts& counts, std::size_t row) const;
  // Of everything that is withheld; after close().
  Proofs proofs() const;

 private:
  bool is_proven(std::size_t row, std::size_t need) const { return proven_[row * needs_.size() + need] >= 0; }
  bool has_to_be_safe(std::size_t row) const {
    return is_secret(states_[row]) && (layout_.spans[layout_.span_of(row)].slots & frozen_) == 0 && persons(row) > 0 &&
           !is_told_in_parts(row);
  }
  bool prove(std::size_t row, std::size_t need);
  std::optional<Walk> walk(std::size_t row, std::size_t need);
  int go(std::size_t row, const Need& need, int sign, int wanted, Move& move);
  void keep(Walk walk, std::size_t row, std::size_t need);
  bool make_room(std::size_t row, std::size_t need);
  std::vector<std::size_t> candidates(std::size_t row) const;

  const Layout& layout_;
  std::vector<Counts> categories_;
  Slots frozen_;
  std::vector<Need> needs_;                       // the most plentiful category first
  std::vector<State> states_;
  std::vector<Reason> reasons_;
  Counts all_;                                    // of every category
  Mover mover_;
  std::vector<Walk> walks_;
  std::vector<std::int32_t> proven_;              // by row, need: index into walks_, or -1
  std::vector<std::pair<std::size_t, std::size_t>> open_;  // row and need
};

}  // namespace lagesbild::disclosure
