#include <algorithm>
#include <array>
#include <string>

#include "check/codes.hpp"
#include "check/scan.hpp"

namespace lagesbild::check {
namespace {

// What our pages use; everything else is written as itself, in UTF-8.
constexpr std::array<std::string_view, 12> entities{"amp", "lt",    "gt",    "quot",  "apos",   "nbsp",
                                                    "shy", "ndash", "mdash", "minus", "thinsp", "hellip"};

bool is_allowed_character(std::uint32_t code) {
  if (code < 0x20) return code == '\n' || code == '\t';
  return code < 0x7F || (code > 0x9F && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF) && code != 0xFFFD && code != 0xFEFF);
}

std::string hexadecimal(std::uint32_t code) {
  std::string text;
  for (int shift = 20; shift >= 0; shift -= 4) {
    const char c = "0123456789ABCDEF"[(code >> shift) & 15U];
    if (!text.empty() || c != '0' || shift < 16) text += c;
  }
  return "U+" + text;
}

// Of the character that begins with this byte; 0 when none does.
std::size_t length_after(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

// UTF-8, control characters and braces of templates, before anything else: the rest need not think of them.
void Scan::bytes(Braces braces) {
  constexpr std::size_t block = 32;
  const std::size_t size = offset(end_);
  const auto* const data = reinterpret_cast<const unsigned char*>(begin_);
  for (std::size_t at = 0; at < size;) {
    if (at + block <= size) {
      unsigned char odd = 0;  // any byte but a line end outside ' '..'z'; compilers make vectors of this
      for (std::size_t i = 0; i < block; ++i) {
        const auto from_blank = static_cast<unsigned char>(data[at + i] - ' ');
        odd = static_cast<unsigned char>(odd | ((from_blank > 'z' - ' ') & (data[at + i] != '\n')));
      }
      if (odd == 0) {
        at += block;
        continue;
      }
    }
    for (const std::size_t stop = std::min(size, at + block); at < stop;) {
      const unsigned char c = data[at];
      if (c == '\n' || (c >= ' ' && c <= 'z')) ++at;
      else at += odd_byte(at, braces);
    }
  }
}

// Looks at a character that is not plain ASCII, says what is wrong with it, and returns its length.
std::size_t Scan::odd_byte(std::size_t at, Braces braces) {
  const std::string_view rest{begin_ + at, offset(end_) - at};
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  const unsigned lead = byte(0);
  if (lead == '{' || lead == '}') {
    const bool doubled = braces == Braces::suspicious && byte(1) == lead;
    if (doubled) error(code::check_template_leftover, rest.substr(0, 2), {{"seen", std::string{rest.substr(0, 2)}}});
    return doubled ? 2 : 1;
  }
  std::size_t length = length_after(lead);
  std::uint32_t code = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) length = 0;
    code = code << 6 | (byte(i) & 0x3FU);
  }
  const bool overlong =
      (length == 3 && code < 0x800) || (length == 4 && code < 0x10000) || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
  if (length == 0 || overlong) {
    error(code::check_not_utf8, rest.substr(0, 1));
    std::size_t broken = 1;  // told once, with what was meant to belong to it
    while ((byte(broken) & 0xC0U) == 0x80U) ++broken;
    return broken;
  }
  if (!is_allowed_character(code)) error(code::check_control_character, rest.substr(0, length), {{"character", hexadecimal(code)}});
  return length;
}

// At `&`; steps past it and what belongs to it.
void Scan::entity() {
  const char* const start = at_++;
  const bool number = at_ < end_ && *at_ == '#';
  if (number) ++at_;
  const bool is_hex = number && at_ < end_ && *at_ == 'x';
  if (is_hex) ++at_;
  const char* const from = at_;
  const auto belongs = [&](char c) {
    if (c >= '0' && c <= '9') return true;
    const char lower = static_cast<char>(c | 32);
    return number ? is_hex && lower >= 'a' && lower <= 'f' : lower >= 'a' && lower <= 'z';
  };
  while (at_ < end_ && at_ - from < 32 && belongs(*at_)) ++at_;
  if (at_ == from || at_ == end_ || *at_ != ';') return error(code::check_stray_ampersand, start);
  const std::string_view name{from, static_cast<std::size_t>(at_ - from)};
  ++at_;
  bool known = false;
  if (number) {
    std::uint32_t code = 0;
    for (const char c : name.substr(0, 8)) {
      code = code * (is_hex ? 16U : 10U) + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    known = name.size() <= 7 && is_allowed_character(code);
  } else {
    known = std::find(entities.begin(), entities.end(), name) != entities.end();
  }
  const std::string_view all{start, static_cast<std::size_t>(at_ - start)};
  if (!known) error(code::check_unknown_entity, all, {{"entity", std::string{all}}});
}

}  // namespace lagesbild::check
