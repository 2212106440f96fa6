// A value, or the failure of the machine or the outside world (no such file, no answer). What a person did wrong in a file is a
// Diagnostic instead; what we did wrong is an assertion.
#pragma once
#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild {

struct Failure {
  Code code;
  std::vector<Argument> arguments;
  Place place;
  // The failure as an error to show.
  Diagnostic diagnostic() const { return {Severity::error, code, place, arguments, {}, 1}; }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}          // NOLINT: made to be returned
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT
  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { assert(ok()); return *std::get_if<0>(&state_); }
  const T& value() const& { assert(ok()); return *std::get_if<0>(&state_); }
  T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
  const Failure& failure() const { assert(!ok()); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Failure> state_;
};

struct Done {};  // Result<Done>: it worked, there is nothing to hand back

}  // namespace lagesbild
