// One character at a time out of text that may be broken UTF-8: never beyond its end, never a throw. Whether text is UTF-8, text.hpp says.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace lagesbild {

struct Character {
  char32_t point;
  std::size_t length;  // in bytes
};

// What is not UTF-8 is some character of one byte, or of as many as its first byte says; NUL at the end.
Character character_at(std::string_view text, std::size_t at);

// Letters of Swedish and of Latin-1 in general; others stay as they are.
std::string lower_case(std::string_view utf8_text);

}  // namespace lagesbild
