#include "fetch/wide_text.hpp"

#include <cstdint>

namespace lagesbild::fetch {
namespace {

constexpr std::uint32_t first_high = 0xD800, first_low = 0xDC00, after_pairs = 0xE000, beyond_one_unit = 0x10000;

void append_utf8(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  const auto tail = [&](unsigned shift) { byte(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | (point >> 6));
    return tail(0);
  }
  if (point < beyond_one_unit) {
    byte(0xE0 | (point >> 12));
    tail(6);
    return tail(0);
  }
  byte(0xF0 | (point >> 18));
  tail(12);
  tail(6);
  tail(0);
}

}  // namespace

WideText to_wide(std::string_view text) {
  WideText wide;
  wide.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int tails = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    std::uint32_t point = tails == 0 ? lead : lead & (0x3Fu >> tails);
    for (int i = 0; i < tails && at < text.size(); ++i) point = (point << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    if (point >= beyond_one_unit) {
      wide.push_back(static_cast<SQLWCHAR>(first_high + ((point - beyond_one_unit) >> 10)));
      point = first_low + ((point - beyond_one_unit) & 0x3FF);
    }
    wide.push_back(static_cast<SQLWCHAR>(point));
  }
  wide.push_back(0);
  return wide;
}

std::optional<std::string> from_wide(const SQLWCHAR* text, std::size_t length) {
  std::string bytes;
  bytes.reserve(length);
  for (std::size_t at = 0; at < length; ++at) {
    std::uint32_t point = text[at];
    if (point >= first_high && point < after_pairs) {
      if (point >= first_low || at + 1 == length || text[at + 1] < first_low || text[at + 1] >= after_pairs) return std::nullopt;
      point = beyond_one_unit + ((point - first_high) << 10) + (text[++at] - first_low);
    }
    append_utf8(bytes, point);
  }
  return bytes;
}

}  // namespace lagesbild::fetch
