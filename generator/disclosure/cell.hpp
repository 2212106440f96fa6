// A number that has been judged: shown, or withheld for a reason. Only the gate makes shown ones, and view/ holds nothing else, so a number
// that nobody judged cannot reach a page.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>

namespace lagesbild::disclosure {

enum class Reason : std::uint8_t {
  not_judged,
  small_group,  // fewer answers than the smallest group to show
  few_units,    // answers from fewer than three units
  one_unit,     // nearly all answers from one unit
  all_alike,    // all or none said so, or in a small group all but one: then it is known of each
  few_differ,   // fewer than three said otherwise, which bounds every smaller group too closely
  not_over,     // of a time that goes on: two releases would tell what came between them
  not_told,     // single units are not told of in this way, see Policy::roll_up
  linked,       // could be computed from what is told, or protects what could
  earlier,      // told otherwise, or not at all, in an earlier release
  audience      // may be shown, but not to the readers of this release
};
inline constexpr std::size_t reasons = 11;

template <class T>
class Cell {
 public:
  Cell() = default;  // withheld: not judged
  // The value, or null when it is withheld.
  const T* shown() const { return std::get_if<T>(&state_); }
  Reason reason() const { return std::get<Reason>(state_); }

 private:
  friend class Gate;
  friend class Narrower;  // audience.cpp: takes away
  explicit Cell(T value) : state_(std::in_place_index<1>, std::move(value)) {}
  explicit Cell(Reason reason) : state_(reason) {}
  std::variant<Reason, T> state_{Reason::not_judged};
};

}  // namespace lagesbild::disclosure
