// What a cell says, by the type of its field. Only what can have meant one thing is mended, and then the caller says so: the case and
// blanks of a grade, an Excel date serial, a date with the year first in another notation, blanks that group thousands, ",0" after a whole
// number, non-breaking blanks in a text. A decimal sign may be a comma or a point; "1.234" is never a thousand.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/diagnostics.hpp"
#include "model/dataset.hpp"

namespace lagesbild::read {

struct Value {
  enum class State : std::uint8_t { empty, good, mended, wrong };
  State state = State::empty;
  // Integer, percent, year: itself. Decimal: hundredths. Choice: index. Grade: 0 for A. Yes_no: 1 or 0.
  std::int64_t number = 0;
  Date date{};
  bool known() const { return state == State::good || state == State::mended; }
};

// `cell` trimmed. `day_zero`: what a bare number counts days from. Limits of the field are held too.
Value value_of(const model::Field& field, std::string_view cell, Date day_zero);

// The complaint about a wrong value, or the warning about a mended one.
struct Remark {
  Code code;
  std::vector<Argument> arguments;
};
Remark remark_on(const model::Field& field, std::string_view cell, const Value& value);

// The text as it goes on: non-breaking blanks as blanks, and in one line unless the field is free text, whose lines end in \n.
std::string mended_text(const model::Field& field, std::string_view cell);

}  // namespace lagesbild::read
