// Text as bytes in the encodings that people's files have.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace lagesbild::test {

enum class Written : std::uint8_t { utf8, utf8_with_mark, utf16_little, utf16_big, windows_1252 };

inline std::u32string to_utf32(const std::string& utf8) {
  std::u32string out;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += char32_t{byte};
    } else if (byte >= 0xC0) {
      out += static_cast<char32_t>(byte < 0xE0 ? byte & 0x1FU : byte < 0xF0 ? byte & 0x0FU : byte & 0x07U);
    } else {
      out.back() = (out.back() << 6U) | (byte & 0x3FU);
    }
  }
  return out;
}

inline std::string to_utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6)), put(0x80 | (c & 63));
    } else if (c < 0x10000) {
      put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 63)), put(0x80 | (c & 63));
    } else {
      put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 63)), put(0x80 | ((c >> 6) & 63)), put(0x80 | (c & 63));
    }
  }
  return out;
}

inline std::string utf16(const std::u32string& text, bool little) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    const char low = static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
    out += little ? low : high;
    out += little ? high : low;
  };
  put(0xFEFF);
  for (const char32_t c : text) {
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10U));
      put(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

// Nothing when a character is not in Windows-1252, or when there is none that tells the bytes from UTF-8.
inline std::optional<std::string> windows_1252(const std::u32string& text) {
  std::string out;
  bool ascii = true;
  for (const char32_t c : text) {
    const char32_t byte = c == U'€' ? 0x80 : c == U'–' ? 0x96 : c;
    if (byte > 0xFF) return std::nullopt;
    ascii = ascii && byte < 0x80;
    out += static_cast<char>(static_cast<unsigned char>(byte));
  }
  if (ascii || out.find("\xD6\x80") != out.npos || out.find("\xD6\x96") != out.npos) return std::nullopt;  // "Ö€", "Ö–" are UTF-8 too
  return out;
}

inline std::optional<std::string> encode(const std::u32string& text, Written written) {
  switch (written) {
    case Written::utf8: return to_utf8(text);
    case Written::utf8_with_mark: return "\xEF\xBB\xBF" + to_utf8(text);
    case Written::utf16_little: return utf16(text, true);
    case Written::utf16_big: return utf16(text, false);
    case Written::windows_1252: return windows_1252(text);
  }
  return std::nullopt;
}

}  // namespace lagesbild::test
