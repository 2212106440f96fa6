// JSON as text, for files that we write: two blanks a level, members in the order given, the same bytes for the same calls. Reading JSON is
// for read/. Keys are ours and written as they are; values are escaped.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/decimal.hpp"

namespace lagesbild {

// The value as a JSON string, in quotation marks.
inline void append_json(std::string& out, std::string_view value) {
  out += '"';
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < 0x20) {
      out.append("\\u00").append(1, "01"[c >> 4]).append(1, "0123456789abcdef"[c & 15]);
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

class JsonText {
 public:
  // The whole text, or an item of a list; `inside` writes the members.
  template <class Inside>
  void object(Inside inside) {
    begin();
    nest('{', inside, '}');
  }
  template <class Inside>
  void object(std::string_view key, Inside inside) {
    begin(key);
    nest('{', inside, '}');
  }
  template <class Inside>
  void list(std::string_view key, Inside inside) {
    begin(key);
    nest('[', inside, ']');
  }
  void text(std::string_view key, std::string_view value) {
    begin(key);
    quote(value);
  }
  void number(std::string_view key, std::int64_t value) {
    begin(key);
    text_ += std::to_string(value);
  }
  void number(std::string_view key, const Decimal& value) {
    begin(key);
    text_ += value.plain(Language::en);
  }
  void yes(std::string_view key) {
    begin(key);
    text_ += "true";
  }
  void item(std::string_view value) {
    begin();
    quote(value);
  }
  void item(std::int64_t value) {
    begin();
    text_ += std::to_string(value);
  }
  std::string take() { return std::move(text_ += '\n'); }

 private:
  void begin() {
    if (depth_ > 0) text_.append(first_ ? "\n" : ",\n").append(2 * depth_, ' ');
    first_ = false;
  }
  void begin(std::string_view key) {
    begin();
    text_.append("\"").append(key).append("\": ");
  }
  template <class Inside>
  void nest(char open, Inside& inside, char close) {
    text_ += open;
    ++depth_;
    first_ = true;
    inside();
    --depth_;
    if (!first_) text_.append("\n").append(2 * depth_, ' ');
    first_ = false;
    text_ += close;
  }
  void quote(std::string_view value) { append_json(text_, value); }

  std::string text_;
  std::size_t depth_ = 0;
  bool first_ = true;  // in what is open
};

}  // namespace lagesbild
