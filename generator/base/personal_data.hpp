// Finds what points out a person in any text, so that a file can be stopped at the door and a page before it is published, and masks it
// so that no message, excerpt or log repeats it: personal numbers and what stands in for them (personal_numbers.hpp), e-mail addresses,
// Swedish telephone numbers. Names are not found: nothing certain tells them from the names of clinics (names.hpp guesses). Tab, line end,
// comma, semicolon, | and quotation marks part texts, so what is found in a cell is found in its line too; JSON escapes count as what they
// stand for.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

enum class PersonalKind : std::uint8_t { personal_number, coordination_number, interim_number, reserve_number, email, phone };

struct PersonalFind {
  PersonalKind kind;
  std::size_t begin;  // bytes of the text
  std::size_t end;
};

// The first one. Quick when there are fewer than seven digits and nothing like an @.
std::optional<PersonalFind> find_personal_data(std::string_view utf8_text);

// All of them, by place. As quick as the other: a page may be asked of.
std::vector<PersonalFind> find_all_personal_data(std::string_view utf8_text);

// Every find with its letters and digits as U+2022, other characters kept: as many characters as before, so columns still point right.
std::string mask_personal_data(std::string_view utf8_text);

}  // namespace lagesbild
