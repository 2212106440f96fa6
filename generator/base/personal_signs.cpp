#include "base/personal_signs.hpp"

#include <array>

#include "base/characters.hpp"

namespace lagesbild {
namespace {

using std::size_t;

constexpr char no_sign = '\0';

unsigned byte_at(std::string_view text, size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; }

constexpr char sign_of_ascii(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  const bool itself = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || std::string_view(" -+./()@_%").find(c) != std::string_view::npos;
  return itself ? c : '|';
}

// Of nearly all characters; nothing of those that have to be looked at with the ones after them.
constexpr std::array<char, 256> ascii_signs = [] {
  std::array<char, 256> table{};
  for (size_t c = 0; c < 0x80; ++c) table[c] = sign_of_ascii(static_cast<char>(c));
  table['('] = table['['] = table['\\'] = no_sign;
  return table;
}();

struct Range {
  char32_t first;
  char32_t last;
  char sign;
};

constexpr Range ranges[] = {
    {0x00A0, 0x00A0, ' '}, {0x00AD, 0x00AD, no_sign}, {0x00B7, 0x00B7, '.'}, {0x00C0, 0x00D6, 'a'}, {0x00D8, 0x00F6, 'a'},
    {0x00F8, 0x024F, 'a'}, {0x1680, 0x1680, ' '}, {0x2000, 0x200A, ' '}, {0x200B, 0x200F, no_sign}, {0x2010, 0x2015, '-'},
    {0x2024, 0x2024, '.'}, {0x202A, 0x202E, no_sign}, {0x202F, 0x202F, ' '}, {0x2043, 0x2043, '-'}, {0x205F, 0x205F, ' '},
    {0x2060, 0x2064, no_sign}, {0x2066, 0x206F, no_sign}, {0x2212, 0x2212, '-'}, {0x3000, 0x3000, ' '}, {0xFE58, 0xFE58, '-'},
    {0xFE62, 0xFE62, '+'}, {0xFE63, 0xFE63, '-'}, {0xFE6B, 0xFE6B, '@'}, {0xFEFF, 0xFEFF, no_sign}};

char sign_of(char32_t point) {
  if (point < 0x80) return sign_of_ascii(static_cast<char>(point));
  if (point >= 0xFF01 && point <= 0xFF5E) return sign_of_ascii(static_cast<char>(point - 0xFEE0));  // full width
  for (const Range& range : ranges) {
    if (point >= range.first && point <= range.last) return range.sign;
  }
  return '|';
}

int hexadecimal(char c) {
  const size_t at = std::string_view("0123456789abcdef0123456789ABCDEF").find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at % 16);
}

// Of a JSON string in its source: \u0040 is an @, and the n of \n does not belong to the word after it.
Character escaped_at(std::string_view text, size_t at) {
  const std::string_view after = text.substr(at + 1, 5);
  if (after.empty()) return {'|', 1};
  if (after.size() == 5 && after[0] == 'u') {
    int point = 0;
    for (const char c : after.substr(1)) point = hexadecimal(c) < 0 ? -0x10000 : point * 16 + hexadecimal(c);
    if (point >= 0) return {static_cast<char32_t>(point), 6};
  }
  const bool escape = std::string_view("nrtbf\"\\/").find(after[0]) != std::string_view::npos;
  return {escape && after[0] == '/' ? U'/' : U'|', escape ? 2U : 1U};
}

// Length of "(at)", "[a]" and the like; 0 when it is something else.
size_t written_at(std::string_view text, size_t at) {
  const char close = text[at] == '(' ? ')' : text[at] == '[' ? ']' : '\0';
  const auto is = [&](size_t offset, char upper) { return sign_of_ascii(static_cast<char>(byte_at(text, at + offset))) == upper; };
  if (close == '\0' || !is(1, 'A')) return 0;
  const size_t end = is(2, 'T') ? 3 : 2;
  return byte_at(text, at + end) == static_cast<unsigned char>(close) ? end + 1 : 0;
}

}  // namespace

std::vector<Sign> signs_of(std::string_view text) {
  std::vector<Sign> signs;
  signs.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char sign_here = ascii_signs[static_cast<unsigned char>(text[at])];
    if (sign_here != no_sign) {
      signs.push_back({sign_here, static_cast<std::uint32_t>(at++), 1});
      continue;
    }
    if (const size_t length = written_at(text, at)) {
      signs.push_back({'@', static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(length)});
      at += length;
      continue;
    }
    const Character character = text[at] == '\\' ? escaped_at(text, at) : character_at(text, at);
    const char sign = sign_of(character.point);
    if (sign != no_sign) signs.push_back({sign, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(character.length)});
    at += character.length;
  }
  return signs;
}

}  // namespace lagesbild
