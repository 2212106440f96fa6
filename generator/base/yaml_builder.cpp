#include "base/yaml_builder.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>

#include "base/codes.hpp"

namespace lagesbild::yaml {
namespace {

constexpr std::size_t most_errors = 50;  // more are not shown anyway
constexpr std::size_t npos = std::string_view::npos;

bool is_blank_or_end(std::string_view text, std::size_t at) { return at >= text.size() || text[at] == ' ' || text[at] == '\n'; }

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '-' || c == '.';
}

// An escape such as "\0" writes characters that the file itself may not hold. The name of the first, or "".
std::string control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool c1 = byte == 0xC2 && next < 0xA0;
    if (!c1 && (byte >= 0x20 || byte == '\n' || byte == '\t') && byte != 0x7F) continue;
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", c1 ? next : byte);
    return name;
  }
  return {};
}

std::string_view shortened(std::string_view text) { return text.substr(0, std::min<std::size_t>(text.find('\n'), text.size())); }

}  // namespace

bool forgot_blank(std::string_view plain) {
  const std::size_t colon = plain.find(':');
  if (colon == npos || colon == 0 || std::isdigit(static_cast<unsigned char>(plain[0])) != 0) return false;
  if (!std::all_of(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(colon), is_name_byte)) return false;
  return !is_blank_or_end(plain, colon + 1) && plain[colon + 1] != '/' && plain[colon + 1] != ':';
}

std::optional<std::size_t> Builder::open_bracket() const {
  for (auto frame = stack_.rbegin(); frame != stack_.rend(); ++frame) {
    if (frame->bracketed) return frame->start;
  }
  return std::nullopt;
}

void Builder::OnDocumentStart(const YAML::Mark&) {
  skip_blank();
  const std::string_view text = source_.text();
  while (cursor_ < text.size() && text[cursor_] == '%') {
    const std::size_t end = std::min(text.find('\n', cursor_), text.size());
    refuse(code::yaml_directive, cursor_, end - cursor_);
    cursor_ = end;
    skip_blank();
  }
  if (text.substr(cursor_).starts_with("---") && is_blank_or_end(text, cursor_ + 3)) cursor_ += 3;
}

void Builder::finish() {
  if (!following_) return;
  skip_blank();
  const std::string_view rest = source_.text().substr(cursor_);
  if (rest.empty()) return;
  if (rest.starts_with("---") && is_blank_or_end(rest, 3)) return refuse(code::yaml_second_document, cursor_, 3);
  if (rest.starts_with("...") && is_blank_or_end(rest, 3)) return refuse(code::yaml_document_end, cursor_, 3);
  lose(cursor_);
}

bool Builder::expects_key() const {
  return !stack_.empty() && stack_.back().node->kind == Node::Kind::map && !stack_.back().has_key;
}

void Builder::refuse(Code code, std::size_t offset, std::size_t bytes, std::vector<Argument> arguments) {
  if (offset == refused_at_) return;
  refused_at_ = offset;
  source_.error(diagnostics_, code, offset, bytes, std::move(arguments));
  if (++errors_ >= most_errors) throw Stop{};
}

// Text that belongs to nothing.
void Builder::lose(std::size_t offset) {
  if (!following_) return;
  following_ = false;
  const std::string_view text = source_.text();
  const std::string_view lost = trim(shortened(text.substr(offset)));
  if (lost.starts_with(':') && !is_blank_or_end(lost, 1)) {
    const std::string_view line = trim(line_at(text, offset));
    return refuse(code::yaml_colon_without_blank, offset, 1, {{"text", std::string{line}}});
  }
  if (lost.starts_with('?') && is_blank_or_end(lost, 1)) return refuse(code::yaml_complex_key, offset, 1);
  if (forgot_blank(lost)) return refuse(code::yaml_colon_without_blank, offset, lost.size(), {{"text", std::string{lost}}});
  refuse(code::yaml_stray_text, offset, lost.size(), {{"text", std::string{lost}}});
}

void Builder::skip_blank() {
  const std::string_view text = source_.text();
  while (cursor_ < text.size()) {
    const bool comment = text[cursor_] == '#' && (cursor_ == 0 || is_blank_or_end(text, cursor_ - 1));
    if (comment) {
      cursor_ = std::min(text.find('\n', cursor_), text.size());
    } else if (text[cursor_] == ' ' || text[cursor_] == '\n') {
      ++cursor_;
    } else {
      return;
    }
  }
}

void Builder::consume(char indicator) {
  if (!following_) return;
  skip_blank();
  if (cursor_ < source_.text().size() && source_.text()[cursor_] == indicator) {
    ++cursor_;
  } else {
    lose(cursor_);
  }
}

void Builder::missing_colon() {
  if (stack_.back().one_pair) {  // `[a, b` without its end reads as a pair; the parser complains next
    following_ = false;
    return;
  }
  const std::size_t at = stack_.back().key_start;
  const std::string& key = stack_.back().node->entries.back().key;
  if (forgot_blank(key)) {
    refuse(code::yaml_colon_without_blank, at, key.size(), {{"text", key}});
  } else {
    refuse(code::yaml_key_without_colon, at, key.size(), {{"key", key}});
  }
  following_ = stack_.back().bracketed;  // in braces the comma tells where we are; in lines nothing does
}

// What must stand before a node in the collection that is open.
void Builder::before_node() {
  if (stack_.empty() || !following_) return;
  Frame& frame = stack_.back();
  const bool is_list = frame.node->kind == Node::Kind::list;
  if (frame.has_key) {
    skip_blank();
    if (cursor_ < source_.text().size() && source_.text()[cursor_] == ':') {
      ++cursor_;
    } else {
      missing_colon();
    }
  } else if (frame.bracketed) {
    if (frame.members > 0) consume(',');
  } else if (is_list) {
    consume('-');
    frame.last_dash = cursor_ - 1;
  }
}

bool Builder::refuse_properties(std::size_t at, YAML::anchor_t anchor, const std::string& tag) {
  const char c = at < source_.text().size() ? source_.text()[at] : '\0';
  const bool has_tag = c == '!' || (!tag.empty() && tag != "?" && tag != "!");
  if (c != '&' && anchor == 0 && !has_tag) return false;
  refuse(has_tag ? code::yaml_tag : code::yaml_anchor, at, 1);
  following_ = false;
  return true;
}

// Walks to a node that the parser has seen.
std::size_t Builder::arrive(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
  const std::size_t at = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), source_.text().size());
  before_node();
  if (refuse_properties(at, anchor, tag) || !following_) return at;
  skip_blank();
  if (cursor_ != at || outdented(at, mark.column)) lose(cursor_);
  return at;
}

// A value or an item on a line of its own that is not indented more than what it belongs to; a list may stand under its key.
bool Builder::outdented(std::size_t at, int column) const {
  if (stack_.empty() || stack_.back().bracketed || stack_.back().one_pair || expects_key()) return false;
  const Frame& frame = stack_.back();
  const bool is_map = frame.node->kind == Node::Kind::map;
  const std::size_t owner = is_map ? frame.key_start : frame.last_dash;
  if (source_.line_of(owner) == source_.line_of(at)) return false;
  const bool dash = source_.text().substr(at).starts_with('-') && is_blank_or_end(source_.text(), at + 1);
  return column < frame.indent || (column == frame.indent && !(is_map && dash));
}

Node& Builder::place_node(Node node) {
  if (stack_.empty()) return root_ = std::move(node);
  Frame& frame = stack_.back();
  if (frame.node->kind == Node::Kind::list) {
    ++frame.members;
    return frame.node->items.emplace_back(std::move(node));
  }
  frame.has_key = false;
  return frame.node->entries.back().value = std::move(node);
}

void Builder::place_key(std::size_t at, const std::string& key, bool quoted) {
  Frame& frame = stack_.back();
  const Place place = source_.place(at);
  frame.has_key = true;
  frame.key_start = at;
  ++frame.members;
  if (key == "<<" && !quoted) refuse(code::yaml_merge_key, at, key.size());
  const auto [first, fresh] = frame.seen.try_emplace(key, place.line, place.column);
  if (!fresh) {
    refuse(code::yaml_duplicate_key, at, key.size() + (quoted ? 2U : 0U),
           {{"key", key}, {"line", std::to_string(first->second.first)}, {"column", std::to_string(first->second.second)}});
  }
  frame.node->entries.push_back({key, place.line, place.column, {}});
}

// Bytes of a bare null or ~ that is all there is, or 0.
std::size_t Builder::null_word(std::size_t at) const {
  const std::string_view text = source_.text();
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!text.substr(at).starts_with(word)) continue;
    std::size_t after = at + word.size();
    while (after < text.size() && text[after] == ' ') ++after;
    if (after >= text.size() || text[after] == '\n' || std::string_view{",]}"}.find(text[after]) != npos) return word.size();
    if (text[after] == '#' && after > at + word.size()) return word.size();
    if (text[after] == ':' && is_blank_or_end(text, after + 1)) return word.size();
  }
  return 0;
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const bool is_key = expects_key();
  before_node();
  const std::size_t at = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), source_.text().size());
  if (refuse_properties(at, anchor, {})) {
    if (is_key) throw Stop{};
  }
  const Place place = source_.place(following_ ? cursor_ : at);
  if (following_) {
    const std::size_t nothing = cursor_;
    skip_blank();
    if (const std::size_t word = null_word(cursor_); word > 0 && cursor_ == at) {
      refuse(code::yaml_null, cursor_, word, {{"text", std::string{source_.text().substr(cursor_, word)}}});
      cursor_ += word;
    } else {
      cursor_ = nothing;
      const bool in_list = !stack_.empty() && stack_.back().bracketed && stack_.back().node->kind == Node::Kind::list;
      const bool comma = at < source_.text().size() && source_.text()[at] == ',';
      if (comma && (in_list || is_key)) {
        refuse(code::yaml_stray_comma, at, 1);
      } else if (is_key) {
        refuse(code::yaml_empty_key, at, 1);
      }
    }
  }
  if (is_key) return place_key(at, {}, false);
  place_node({Node::Kind::empty, {}, false, {}, {}, place.line, place.column});
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
  refuse(code::yaml_alias, at, 1);
  following_ = false;
  if (expects_key()) throw Stop{};
  place_node({});
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) {
  const bool is_key = expects_key();
  const std::size_t at = arrive(mark, anchor, tag);
  const bool plain = tag != "!";
  const Place place = source_.place(at);
  if (following_) {
    const std::size_t end = scalar_end(at, plain, value);
    if (!is_key) check_value(at, end, value, plain);
    cursor_ = end;
  }
  if (const std::string name = control_character(value); !name.empty()) {
    refuse(code::yaml_control_character, at, 1, {{"character", name}});
  }
  if (is_key) return place_key(at, value, !plain);
  place_node({Node::Kind::scalar, value, !plain, {}, {}, place.line, place.column});
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open(Node::Kind::list, mark, arrive(mark, anchor, tag), style);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  open(Node::Kind::map, mark, arrive(mark, anchor, tag), style);
}

void Builder::open(Node::Kind kind, const YAML::Mark& mark, std::size_t at, YAML::EmitterStyle::value style) {
  if (expects_key()) {
    const char first = source_.text()[std::min(at, source_.text().size() - 1)];
    const bool closed = source_.text().find(first == '[' ? ']' : '}', at) != npos;
    // What is never closed looks like a key to the parser, at the end of the file.
    if (following_ && closed) refuse(code::yaml_complex_key, at, 1);
    if (following_ && !closed) refuse(code::yaml_unclosed_bracket, at, 1, {{"bracket", std::string{first}}});
    if (errors_ == 0) refuse(code::yaml_complex_key, at, 1);
    throw Stop{};
  }
  if (stack_.size() >= static_cast<std::size_t>(limits_.depth)) {
    refuse(code::yaml_too_deep, at, 1, {{"limit", std::to_string(limits_.depth)}});
    throw Stop{};
  }
  const char bracket = kind == Node::Kind::list ? '[' : '{';
  const bool flow = style == YAML::EmitterStyle::Flow;
  const bool bracketed = flow && at < source_.text().size() && source_.text()[at] == bracket;
  if (bracketed && following_) cursor_ = at + 1;
  const Place place = source_.place(at);
  Node& node = place_node({kind, {}, false, {}, {}, place.line, place.column});
  stack_.push_back({&node, bracketed, flow && !bracketed, mark.column, at});
}

void Builder::close(char bracket) {
  const Frame& frame = stack_.back();
  if (following_ && frame.bracketed) {
    skip_blank();
    if (cursor_ < source_.text().size() && source_.text()[cursor_] == ',' && frame.members > 0) ++cursor_;
    consume(bracket);
  }
  stack_.pop_back();
}

}  // namespace lagesbild::yaml
