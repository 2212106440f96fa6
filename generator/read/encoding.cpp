#include "read/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "read/codes.hpp"

namespace lagesbild::read {
namespace {

using std::size_t;

// What is wrong at a byte of the text as it will be shown, where each bad thing is one "?".
struct Fault {
  size_t offset;
  Severity severity;
  Code code;
  std::vector<Argument> arguments;
};

struct Decoded {
  std::string text;
  std::vector<Fault> faults;
};

void add(std::vector<Fault>& faults, size_t offset, Code code, std::vector<Argument> arguments = {}) {
  if (faults.size() <= most_complaints) faults.push_back({offset, Severity::error, code, std::move(arguments)});
}

unsigned byte_at(std::string_view bytes, size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; }

std::string hexadecimal(std::string_view prefix, unsigned value, int digits) {
  std::string out(prefix);
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789ABCDEF"[(value >> shift) & 15U];
  return out;
}

// Length of the UTF-8 sequence that begins here; 0 when there is none (overlong forms, surrogates and > U+10FFFF are none).
size_t sequence_length(std::string_view bytes, size_t at) {
  const unsigned lead = byte_at(bytes, at);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const unsigned second = byte_at(bytes, at + 1);
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest) return 0;
  for (size_t i = 2; i < length; ++i) {
    if ((byte_at(bytes, at + i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

struct Utf8Count {
  size_t multibyte = 0;  // sequences of more than one byte
  size_t invalid = 0;    // bytes in no sequence
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  size_t at = 0;
  while (at < bytes.size()) {
    std::uint64_t eight = 0;
    while (at + 8 <= bytes.size() && (std::memcpy(&eight, bytes.data() + at, 8), (eight & 0x8080808080808080ULL) == 0)) at += 8;
    for (const size_t stop = std::min(at + 8, bytes.size()); at < stop;) {
      const size_t length = sequence_length(bytes, at);
      count.multibyte += length > 1 ? 1U : 0U;
      count.invalid += length == 0 ? 1U : 0U;
      at += length == 0 ? 1 : length;
    }
  }
  return count;
}

Decoded replace_invalid(std::string_view bytes, Code code) {
  Decoded out;
  for (size_t at = 0; at < bytes.size();) {
    const size_t length = sequence_length(bytes, at);
    if (length == 0) {
      add(out.faults, out.text.size(), code, {{"byte", hexadecimal("0x", byte_at(bytes, at), 2)}});
      out.text += '?';
      ++at;
    } else {
      out.text.append(bytes, at, length);
      at += length;
    }
  }
  return out;
}

// By table and not by iconv: the same on every machine, whatever conversions are installed. Tested against iconv. 0: undefined.
constexpr std::array<char32_t, 32> windows_1252_from_0x80 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Decoded from_windows_1252(std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 16);
  std::optional<Fault> warning;  // at the first byte in no sequence of UTF-8
  size_t utf8_until = 0;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    const auto run = static_cast<size_t>(std::find_if_not(begin, bytes.end(), is_ascii) - begin);
    out.text.append(bytes, at, run);
    at += run;
    if (at == bytes.size()) break;
    const unsigned byte = byte_at(bytes, at);
    const char32_t c = byte < 0xA0 ? windows_1252_from_0x80[byte - 0x80] : char32_t{byte};
    const size_t offset = out.text.size();
    if (c == 0) {
      add(out.faults, offset, code::text_undefined_byte, {{"byte", hexadecimal("0x", byte, 2)}});
      out.text += '?';
      continue;
    }
    append_utf8(out.text, c);
    if (warning || at < utf8_until) continue;
    utf8_until = at + sequence_length(bytes, at);
    if (utf8_until == at) warning = {offset, Severity::warning, code::text_read_as_windows_1252, {{"character", out.text.substr(offset)}}};
  }
  if (out.faults.empty() && warning) out.faults.push_back(std::move(*warning));
  return out;
}

Decoded from_utf16(std::string_view bytes, Encoding encoding) {
  Decoded out;
  out.text.reserve(bytes.size());
  const size_t high = encoding == Encoding::utf16_little ? 1 : 0;
  const auto unit = [&](size_t at) -> char32_t { return byte_at(bytes, at + high) << 8U | byte_at(bytes, at + 1 - high); };
  const auto half = [&](std::string seen) {
    add(out.faults, out.text.size(), code::text_invalid_utf16, {{"unit", std::move(seen)}});
    out.text += '?';
  };
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t c = unit(at);
    const char32_t next = at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (c >= 0xD800 && c < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      append_utf8(out.text, 0x10000 + ((c - 0xD800) << 10) + (next - 0xDC00));
      at += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      half(hexadecimal("0x", c, 4));
    } else {
      append_utf8(out.text, c);
    }
  }
  if (bytes.size() % 2 != 0) half(hexadecimal("0x", byte_at(bytes, bytes.size() - 1), 2));
  return out;
}

// The character here when it is not fit for text. Otherwise 0 characters long.
struct UnfitHere {
  size_t length = 0;
  unsigned character = 0;
};

UnfitHere unfit_at(std::string_view text, size_t at) {
  const unsigned c = byte_at(text, at);
  if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return {1, c};
  if (c == 0xC2 && byte_at(text, at + 1) < 0xA0) return {2, byte_at(text, at + 1)};
  if (c == 0xEF && text.substr(at, 3) == "\xEF\xBF\xBD") return {3, 0xFFFD};
  if (c == 0xEF && text.substr(at, 3) == "\xEF\xBB\xBF") return {3, 0xFEFF};
  return {};
}

// False for nearly all characters of text, so that the scan of a good file is one look-up a byte.
constexpr std::array<bool, 256> may_be_unfit = [] {
  std::array<bool, 256> table{};
  for (size_t c = 0; c < 0x20; ++c) table[c] = c != '\t' && c != '\n' && c != '\r';
  table[0x7F] = table[0xC2] = table[0xEF] = true;
  return table;
}();

void replace_unfit(Decoded& decoded) {
  const std::string& text = decoded.text;
  std::optional<Unfit> unfit = find_unfit(text);
  if (!unfit) return;
  Decoded out;
  size_t done = 0;
  auto earlier = decoded.faults.begin();
  const auto take_earlier = [&](size_t end) {  // they move with the text that they point at, which never is an unfit character
    for (; earlier != decoded.faults.end() && earlier->offset < end; ++earlier) {
      earlier->offset = earlier->offset - done + out.text.size();
      out.faults.push_back(std::move(*earlier));
    }
  };
  for (; unfit; unfit = find_unfit(text, done)) {
    take_earlier(unfit->offset);
    out.text.append(text, done, unfit->offset - done);
    add(out.faults, out.text.size(), unfit->code, {{"character", unfit->character}});
    out.text += '?';
    done = unfit->offset + unfit->length;
  }
  take_earlier(text.size());
  out.text.append(text, done);
  decoded = std::move(out);
}

void report(const std::string& file, const Decoded& decoded, Diagnostics& diagnostics) {
  SpotFinder spot(decoded.text);
  size_t told = 0;
  for (const Fault& fault : decoded.faults) {
    spot.move_to(fault.offset);
    const Place place{file, spot.line(), spot.column()};
    if (told++ == most_complaints) {
      diagnostics.error(code::too_many_complaints, place, {{"limit", std::to_string(most_complaints)}});
      return;
    }
    diagnostics.add({fault.severity, fault.code, place, fault.arguments, excerpt_at(decoded.text, fault.offset), 1});
  }
}

bool begins(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }

std::optional<Code> kind_of_bytes(std::string_view bytes) {
  if (is_zip(bytes)) {
    const std::string_view start = bytes.substr(0, 4096);  // names of the first parts are near the beginning, uncompressed
    const bool workbook = start.find("[Content_Types].xml") != start.npos || start.find("xl/") != start.npos;
    return workbook ? code::file_is_xlsx : code::file_is_archive;
  }
  if (begins(bytes, "\x1F\x8B")) return code::file_is_archive;
  if (is_old_office_file(bytes)) return code::file_is_xls;
  if (begins(bytes, "%PDF-")) return code::file_is_pdf;
  if (begins(bytes, "\x89PNG") || begins(bytes, "\xFF\xD8\xFF") || begins(bytes, "GIF8")) return code::file_is_image;
  return std::nullopt;
}

std::optional<Code> kind_of_text(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || text[first] != '<') return std::nullopt;
  std::string start(text.substr(first, 9));
  for (char& c : start) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (start == "<!doctype" || start.substr(0, 5) == "<html") return code::file_is_web_page;
  if (start.substr(0, 5) == "<?xml") return code::file_is_xml;
  return std::nullopt;
}

// Every other byte NUL and none of those between: Latin letters in UTF-16.
bool looks_like_utf16(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 512);
  std::array<size_t, 2> nul{};
  for (size_t at = 0; at < start.size(); ++at) nul[at % 2] += start[at] == '\0' ? 1U : 0U;
  const size_t pairs = start.size() / 2;
  return pairs >= 2 && std::min(nul[0], nul[1]) == 0 && std::max(nul[0], nul[1]) * 10 >= pairs * 7;
}

Decoded decode_eight_bit(std::string bytes, Encoding& encoding) {
  const bool mark = bytes.compare(0, 3, "\xEF\xBB\xBF") == 0;
  if (mark) bytes.erase(0, 3);
  const Utf8Count count = count_utf8(bytes);
  if (count.invalid == 0) return {std::move(bytes), {}};
  if (mark) return replace_invalid(bytes, code::text_invalid_utf8);
  if (count.multibyte > count.invalid) return replace_invalid(bytes, code::text_mixed_encodings);
  encoding = Encoding::windows_1252;
  return from_windows_1252(bytes);
}

}  // namespace

bool is_zip(std::string_view bytes) { return begins(bytes, "PK\x03\x04") || begins(bytes, "PK\x05\x06"); }

bool is_old_office_file(std::string_view bytes) { return begins(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

std::optional<Unfit> find_unfit(std::string_view text, size_t from) {
  for (size_t at = from; at < text.size(); ++at) {
    if (!may_be_unfit[byte_at(text, at)]) continue;
    const UnfitHere here = unfit_at(text, at);
    if (here.length == 0) continue;
    const Code code = here.character == 0xFFFD ? code::text_replacement_character : code::text_control_character;
    return Unfit{at, here.length, code, hexadecimal("U+", here.character, 4)};
  }
  return std::nullopt;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

std::optional<Text> decode_text(const std::string& file_shown, std::string bytes, Diagnostics& diagnostics) {
  const Place whole_file{file_shown, 0, 0};
  const auto refuse = [&](Code code, std::vector<Argument> arguments = {}) {
    diagnostics.error(code, whole_file, std::move(arguments));
    return std::nullopt;
  };
  if (const auto kind = kind_of_bytes(bytes)) return refuse(*kind);
  const std::string mark = bytes.substr(0, 4);
  if (mark == std::string("\xFF\xFE\0\0", 4) || mark == std::string("\0\0\xFE\xFF", 4)) {
    return refuse(code::text_other_encoding, {{"encoding", "UTF-32"}});
  }
  Text result;
  Decoded decoded;
  if (mark.substr(0, 2) == "\xFF\xFE" || mark.substr(0, 2) == "\xFE\xFF") {
    result.encoding = mark[0] == '\xFF' ? Encoding::utf16_little : Encoding::utf16_big;
    decoded = from_utf16(std::string_view(bytes).substr(2), result.encoding);
  } else if (looks_like_utf16(bytes)) {
    return refuse(code::text_other_encoding, {{"encoding", "UTF-16"}});
  } else {
    decoded = decode_eight_bit(std::move(bytes), result.encoding);
  }
  if (const auto kind = kind_of_text(decoded.text)) return refuse(*kind);
  replace_unfit(decoded);
  report(file_shown, decoded, diagnostics);
  const auto is_error = [](const Fault& fault) { return fault.severity == Severity::error; };
  if (std::any_of(decoded.faults.begin(), decoded.faults.end(), is_error)) return std::nullopt;
  result.utf8 = std::move(decoded.text);
  return result;
}

void SpotFinder::move_to(size_t offset) {
  for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
    const char c = text_[offset_];
    if (c == '\n' || (c == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] != '\n'))) {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
}

size_t line_begin(std::string_view text, size_t offset) {
  const size_t before = std::min(offset, text.size());
  // At the LF of a CRLF the line is the one that it ends.
  const bool inside_line_end = before > 0 && before < text.size() && text[before] == '\n' && text[before - 1] == '\r';
  const size_t from = inside_line_end ? before - 1 : before;
  const size_t end = from == 0 ? text.npos : text.find_last_of("\r\n", from - 1);
  return end == text.npos ? 0 : end + 1;
}

namespace {

// The line without the words with figures or an @ at its end: half of what points out a person would not be known as that, and stay
// unmasked.
std::string_view without_half_a_number(std::string_view line) {
  for (;;) {
    const size_t before = line.find_last_of(" ,;|\t\"");
    const size_t word = before == line.npos ? 0 : before + 1;
    if (line.substr(word).find_first_of("0123456789@") == line.npos) return line;
    line = line.substr(0, word);
    if (!line.ends_with(' ')) return line;  // other signs part texts
    line.remove_suffix(1);
  }
}

}  // namespace

std::string excerpt_at(std::string_view text, size_t offset) {
  constexpr size_t longest = 400;
  const size_t begin = line_begin(text, offset);
  std::string_view line = text.substr(begin, longest);
  line = line.substr(0, line.find_first_of("\r\n"));
  if (line.size() < longest) return std::string(line);
  if (offset >= begin + longest) return {};
  line = without_half_a_number(line);
  if (offset >= begin + line.size()) return {};
  while (!line.empty() && begin + line.size() < text.size() && (byte_at(text, begin + line.size()) & 0xC0U) == 0x80U) {
    line.remove_suffix(1);
  }
  return std::string(line);
}

int underlined(std::string_view text, size_t begin, size_t end) {
  const std::string_view line = text.substr(begin, std::min(end, text.find_first_of("\r\n", begin)) - begin);
  return static_cast<int>(std::max<size_t>(1, count_characters(line)));
}

}  // namespace lagesbild::read
