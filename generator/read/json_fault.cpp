#include "read/json_fault.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "read/codes.hpp"

namespace lagesbild::read {
namespace {

using std::size_t;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// What people and word processors write instead of ".
constexpr std::array<std::string_view, 8> other_quotes = {"'", "`", "´", "“", "”", "„", "‘", "’"};

class FaultFinder {
 public:
  explicit FaultFinder(std::string_view text) : text_(text) {}
  JsonFault find(size_t from, JsonAfter after) const;

 private:
  char at(size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  size_t skip_blanks(size_t offset) const { return std::min(text_.find_first_not_of(" \t\r\n", offset), text_.size()); }
  size_t character_end(size_t offset) const;
  JsonFault seen(Code code, size_t offset) const;
  JsonFault value(size_t offset) const;
  JsonFault name(size_t offset) const;
  JsonFault comma(size_t from, size_t offset, std::string_view close) const;
  JsonFault number(size_t offset) const;
  JsonFault string(size_t open) const;
  std::optional<JsonFault> escape(size_t& offset) const;
  std::optional<JsonFault> anywhere(size_t offset) const;
  std::optional<unsigned> code_unit(size_t offset) const;

  std::string_view text_;
};

JsonFault FaultFinder::find(size_t from, JsonAfter after) const {
  const size_t next = skip_blanks(from);
  const size_t beyond = skip_blanks(next + 1);
  switch (after) {
    case JsonAfter::nothing: return seen(code::json_not_a_list, next);
    case JsonAfter::open_list: return value(next);
    case JsonAfter::open_object: return name(next);
    case JsonAfter::name: return at(next) == ':' ? value(beyond) : seen(code::json_expected_colon, next);
    case JsonAfter::value_in_list:
      if (at(next) != ',') return comma(from, next, "]");
      return at(beyond) == ']' ? JsonFault{code::json_trailing_comma, next, next + 1} : value(beyond);
    case JsonAfter::value_in_object:
      if (at(next) != ',') return comma(from, next, "}");
      if (at(beyond) == '}') return {code::json_trailing_comma, next, next + 1};
      return next == from && is_digit(at(from - 1)) && is_digit(at(from + 1)) ? number(from) : name(beyond);  // 3,98
    case JsonAfter::all: break;
  }
  return {code::json_text_after_end, next, std::min(text_.find_first_of("\r\n", next), text_.size())};
}

size_t FaultFinder::character_end(size_t offset) const {
  size_t end = offset + 1;
  while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
  return end;
}

// A sign, or a word; never digits: they may be somebody's.
JsonFault FaultFinder::seen(Code code, size_t offset) const {
  if (const auto fault = anywhere(offset)) return *fault;
  size_t end = character_end(offset);
  while (is_letter(at(offset)) && is_letter(at(end)) && end - offset < 20) ++end;
  return {code, offset, end, {{"seen", std::string(text_.substr(offset, end - offset))}}};
}

std::optional<JsonFault> FaultFinder::anywhere(size_t offset) const {
  if (offset >= text_.size()) return JsonFault{code::json_ends_early, text_.size(), text_.size()};
  if (at(offset) == '/' || at(offset) == '#') return JsonFault{code::json_comment, offset, offset + 1};
  for (const std::string_view quote : other_quotes) {
    if (text_.substr(offset, quote.size()) == quote) {
      return JsonFault{code::json_other_quotes, offset, offset + quote.size(), {{"seen", std::string(quote)}}};
    }
  }
  return std::nullopt;
}

JsonFault FaultFinder::value(size_t offset) const {
  const char c = at(offset);
  if (c == '"') return string(offset);
  if (is_digit(c) || c == '-' || c == '+' || c == '.') return number(offset);
  return seen(is_letter(c) ? code::json_word : code::json_expected_value, offset);
}

JsonFault FaultFinder::name(size_t offset) const {
  return at(offset) == '"' ? string(offset) : seen(code::json_expected_name, offset);
}

JsonFault FaultFinder::comma(size_t from, size_t offset, std::string_view close) const {
  const char c = at(offset);
  if (is_digit(at(from - 1)) && (is_digit(c) || c == '-' || c == '.')) return number(offset);  // 012, 1 000
  JsonFault fault = seen(code::json_expected_comma, offset);
  fault.arguments.push_back({"close", std::string(close)});
  return fault;
}

// All of it, as the person sees it: also what stands before a decimal comma or a blank.
JsonFault FaultFinder::number(size_t offset) const {
  const auto part = [this](size_t where) { return is_digit(at(where)) || at(where) == '.' || at(where) == '-' || at(where) == '+'; };
  size_t begin = offset;
  while (begin > 1 && (part(begin - 1) || (at(begin - 1) == ' ' && is_digit(at(begin - 2))))) --begin;
  size_t end = offset + 1;
  while (part(end)) ++end;
  return {code::json_number, begin, end};
}

JsonFault FaultFinder::string(size_t open) const {
  for (size_t offset = open + 1; offset < text_.size(); ++offset) {
    const char c = text_[offset];
    if (c == '\t') return {code::json_tab_in_text, offset, offset + 1};
    if (c == '\n' || c == '\r') break;
    if (c == '"') return seen(code::json_expected_value, open);  // nothing is wrong with it
    if (c != '\\') continue;
    if (const auto fault = escape(offset)) return *fault;
  }
  return {code::json_text_unclosed, open, text_.size()};
}

std::optional<unsigned> FaultFinder::code_unit(size_t offset) const {
  const std::string_view digits = text_.substr(std::min(offset, text_.size()), 6);
  if (digits.size() < 6 || digits[0] != '\\' || digits[1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (const char c : digits.substr(2)) {
    const size_t value = std::string_view("0123456789abcdef0123456789ABCDEF").find(c);
    if (value == std::string_view::npos) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(value % 16);
  }
  return unit;
}

// Moves to the last byte of a good one.
std::optional<JsonFault> FaultFinder::escape(size_t& offset) const {
  const auto fault = [&](Code code, size_t length) {
    return JsonFault{code, offset, offset + length, {{"escape", std::string(text_.substr(offset, length))}}};
  };
  if (at(offset + 1) != 'u') {
    const bool known = std::string_view("\"\\/bfnrt").find(at(offset + 1)) != std::string_view::npos;
    if (!known) return fault(code::json_escape, offset + 1 < text_.size() ? character_end(offset + 1) - offset : 1);
    ++offset;
    return std::nullopt;
  }
  const auto unit = code_unit(offset);
  if (!unit) return fault(code::json_escape, 2);
  const auto next = code_unit(offset + 6);
  const bool pair = *unit >= 0xD800 && *unit < 0xDC00 && next && *next >= 0xDC00 && *next < 0xE000;
  if (*unit >= 0xD800 && *unit < 0xE000 && !pair) return fault(code::json_half_character, 6);
  offset += pair ? 11 : 5;
  return std::nullopt;
}

}  // namespace

JsonFault find_json_fault(std::string_view text, size_t from, JsonAfter after) { return FaultFinder(text).find(from, after); }

}  // namespace lagesbild::read
