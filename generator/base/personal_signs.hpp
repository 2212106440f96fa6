// Text as the signs that numbers and addresses are written with, whatever characters stand for them. Only for finding personal data:
// what is alike here, such as å and ß, or U+00A0 and a blank, is not alike for anybody else.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace lagesbild {

// 0-9 and A-Z (of any case and width), 'a' any other letter, ' ' any blank, '-' any dash, '+' '.' '/' '(' ')' '@' '_' '%' themselves in any
// width, "(at)" and its like are '@', and '|' is everything else. What has no width has no sign: soft hyphens, direction marks.
struct Sign {
  char is;
  std::uint32_t begin;   // bytes in the text
  std::uint32_t length;
};

std::vector<Sign> signs_of(std::string_view text);

}  // namespace lagesbild
