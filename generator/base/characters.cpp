#include "base/characters.hpp"

namespace lagesbild {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; }

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (length == 1) return {lead, 1};
  char32_t point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return {0xFFFD, 1};
    point = (point << 6U) | (byte_at(text, at + i) & 0x3FU);
  }
  return {point, length};
}

std::string lower_case(std::string_view utf8_text) {
  std::string out(utf8_text);
  for (std::size_t at = 0; at < out.size(); ++at) {
    const unsigned byte = byte_at(out, at);
    const bool latin = at > 0 && byte_at(out, at - 1) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if (latin || (byte >= 'A' && byte <= 'Z')) out[at] = static_cast<char>(byte + 0x20);
  }
  return out;
}

}  // namespace lagesbild
