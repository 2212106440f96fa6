// What to complain with when personal data stand in what people deliver. Not for a finished page: there the hint would be wrong.
#pragma once
#include "base/personal_data.hpp"
#include "read/codes.hpp"

namespace lagesbild::read {

// Its argument is {masked}.
constexpr Code personal_data_code(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::email: return code::email_address;
    case PersonalKind::phone: return code::phone_number;
    default: return code::personal_number;
  }
}

}  // namespace lagesbild::read
