// Data for a script of ours, as a plain script that sets a global: JSON written tightly, since a reader's browser loads it. Lists and
// members stand in the order of the calls; that brackets are closed is up to the caller.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_text.hpp"

namespace lagesbild::view {

class ScriptText {
 public:
  // `before` is what the script does with the value, such as "window.x=".
  explicit ScriptText(std::string_view before) : text_{before} {}

  ScriptText& open(char bracket) {
    begin();
    text_ += bracket;
    first_ = true;
    return *this;
  }
  ScriptText& close(char bracket) {
    text_ += bracket;
    first_ = false;
    return *this;
  }
  ScriptText& key(std::string_view name) {
    begin();
    append_json(text_, name);
    text_ += ':';
    first_ = true;
    return *this;
  }
  ScriptText& text(std::string_view value) {
    begin();
    append_json(text_, value);
    return *this;
  }
  ScriptText& number(std::size_t value) {
    begin();
    text_ += std::to_string(value);
    return *this;
  }
  // Each row on a line of its own, for who reads the file.
  ScriptText& line() {
    begin();
    text_ += '\n';
    first_ = true;
    return *this;
  }
  std::string take(std::string_view after = "") { return std::move(text_.append(after).append(";\n")); }

 private:
  void begin() {
    if (!first_) text_ += ',';
    first_ = false;
  }
  std::string text_;
  bool first_ = true;  // in what is open
};

}  // namespace lagesbild::view
