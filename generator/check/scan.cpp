#include "check/scan.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/text.hpp"
#include "check/codes.hpp"

namespace lagesbild::check {
namespace {

enum : std::uint8_t { blank = 1, name_char = 2, upper_char = 4, letter = 8 };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&](std::string_view chars, int bits) {
    for (const char c : chars) table[static_cast<unsigned char>(c)] = static_cast<std::uint8_t>(bits);
  };
  mark(" \n\t", blank);
  mark("abcdefghijklmnopqrstuvwxyz", name_char | letter);
  mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", name_char | upper_char | letter);
  mark("0123456789", name_char);
  mark("-:_.", name_char);
  return table;
}();

bool is(char c, int bits) { return (classes[static_cast<unsigned char>(c)] & bits) != 0; }

// The first byte that is one of `wanted`, eight at a time.
template <char... wanted>
const char* find_any(const char* at, const char* end) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t tops = 0x8080808080808080ULL;
  if constexpr (std::endian::native == std::endian::little) {
    for (; end - at >= 8; at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, 8);
      const auto zeros = [](std::uint64_t x) { return (x - ones) & ~x & tops; };
      const std::uint64_t found = (zeros(word ^ (ones * static_cast<unsigned char>(wanted))) | ...);
      if (found != 0) return at + std::countr_zero(found) / 8;
    }
  }
  while (at < end && ((*at != wanted) && ...)) ++at;
  return at;
}

constexpr Element unknown_element{};

}  // namespace

void Scan::error(Code code, std::string_view at, std::vector<Argument> arguments) {
  const std::string_view all{begin_, offset(end_)};
  const Cursor::Spot spot = error_cursor_.at(offset(at.data()));
  const std::string_view line = line_at(all, offset(at.data()));
  constexpr std::size_t longest = 1000;  // a thousand pages with the same fault must not keep a thousand tables in memory
  const int length = std::max(1, static_cast<int>(count_characters(at.substr(0, at.find('\n')))));
  diagnostics_.error(code, {links_.file().path, spot.line, spot.column}, std::move(arguments),
                     line.size() > longest ? std::string{} : std::string{line}, length);
}

void Scan::error_on_page(Code code, std::vector<Argument> arguments) {
  diagnostics_.error(code, {links_.file().path, 0, 0}, std::move(arguments));
}

void Scan::begin(std::string_view text) {
  begin_ = at_ = text.data();
  end_ = begin_ + text.size();
  error_cursor_ = Cursor{text};
  folder_ = folder_of(links_.file().path);
  open_.clear();
  open_count_.fill(0);
  drawings_ = paragraphs_ = 0;
  ids_.clear();
  id_names_.clear();
  references_.clear();
  h1_ = mains_ = 0;
  last_heading_ = 1;
  has_title_ = false;
}

const char* Scan::skip_to_markup(const char* from) const { return find_any<'<', '&'>(from, end_); }
const char* Scan::skip_value(const char* from) const { return find_any<'"', '<', '&'>(from, end_); }

void Scan::markup(std::string_view text, Kind kind) {
  kind_ = kind;
  begin(text);
  bytes(Braces::suspicious);
  prolog();
  while (at_ < end_) {
    if (*at_ != '<') {
      text_run();
      continue;
    }
    const char next = end_ - at_ > 1 ? at_[1] : ' ';
    if (next == '/') end_tag();
    else if (is(next, letter)) start_tag();
    else if (next == '!') markup_declaration();
    else text_run();
  }
  while (!open_.empty()) {
    unclosed(open_.back());
    pop();
  }
  whole_page();
  check_references();
  links_.settle(text);
}

void Scan::prolog() {
  const std::string_view start{at_, offset(end_)};
  if (kind_ == Kind::drawing) {
    if (start.starts_with("<?xml ")) at_ += std::min(start.find("?>") + 2, start.size());
    return;
  }
  constexpr std::string_view doctype = "<!doctype html>";
  if (start.starts_with(doctype)) at_ += doctype.size();
  else error(code::check_no_doctype, start.substr(0, 1));
}

// From here to the next tag: one text node.
void Scan::text_run() {
  const char* const from = at_;
  for (;;) {
    at_ = skip_to_markup(at_);
    if (at_ < end_ && *at_ == '&') {
      entity();
      continue;
    }
    const bool is_tag = at_ == end_ || (end_ - at_ > 1 && (at_[1] == '/' || at_[1] == '!' || is(at_[1], letter)));
    if (is_tag) break;
    error(code::check_stray_less_than, at_);
    ++at_;
  }
  text_node(from, at_);
}

// At `<!`: a comment, or something that has no business after the first line.
void Scan::markup_declaration() {
  const std::string_view rest{at_, static_cast<std::size_t>(end_ - at_)};
  const std::size_t end = rest.starts_with("<!--") ? rest.find("-->", 4) : std::string_view::npos;
  if (end == std::string_view::npos) {
    error(code::check_broken_tag, rest.substr(0, 2), {{"element", "!"}});
    at_ += 2;
    return skip_tag();
  }
  at_ += end + 3;
}

std::string_view Scan::read_name() {
  const char* const from = at_;
  unsigned seen = 0;
  while (at_ < end_ && is(*at_, name_char)) seen |= classes[static_cast<unsigned char>(*at_++)];
  upper_case_ = (seen & upper_char) != 0;
  return {from, static_cast<std::size_t>(at_ - from)};
}

void Scan::end_tag() {
  const char* const start = at_;
  at_ += 2;
  if (!open_.empty()) {  // nearly always it closes what was opened last
    const std::string_view last = open_.back().name;
    if (static_cast<std::size_t>(end_ - at_) > last.size() && at_[last.size()] == '>' && std::memcmp(at_, last.data(), last.size()) == 0) {
      at_ += last.size() + 1;
      return pop();
    }
  }
  const std::string_view name = read_name();
  const std::string_view tag{start, static_cast<std::size_t>(at_ - start)};
  if (at_ < end_ && *at_ == '>') {
    ++at_;
  } else {
    error(code::check_broken_tag, tag, {{"element", "/" + std::string{name}}});
    skip_tag();
  }
  const bool is_open = std::any_of(open_.begin(), open_.end(), [&](const Open& open) { return open.name == name; });
  if (!is_open) return error(code::check_stray_end_tag, tag, {{"element", std::string{name}}});
  while (open_.back().name != name) {
    unclosed(open_.back());
    pop();
  }
  pop();
}

void Scan::start_tag() {
  ++at_;
  const std::string_view name = read_name();
  const Element* element = find_element(name);
  if (upper_case_ && !(element && in_drawing())) error(code::check_not_lower_case, name, {{"name", std::string{name}}});
  else if (!element) error(code::check_unknown_element, name, {{"element", std::string{name}}});
  bool closed = false;
  if (!read_attributes(name, closed)) skip_tag();
  if (!element) {
    if (!closed) push(unknown_element, name, false);
    return;
  }
  nesting(*element, name);
  const bool needs_name = element_rules(*element, name);
  if (closed && !element->is_void && !in_drawing()) error(code::check_unclosed_element, name, {{"element", std::string{name}}});
  if (closed && needs_name) error(code::check_drawing_without_name, name);
  if (closed || element->is_void) return;
  push(*element, name, needs_name);
  if (element->tag == Tag::script || element->tag == Tag::style) raw_text(name);
}

// After the name of a tag. False when it cannot be read on.
bool Scan::read_attributes(std::string_view element, bool& closed) {
  given_.clear();
  for (;;) {
    if (at_ < end_ && *at_ == '>') {
      ++at_;
      return true;
    }
    const char* const before = at_;
    while (at_ < end_ && is(*at_, blank)) ++at_;
    if (at_ < end_ && *at_ == '>') {
      ++at_;
      return true;
    }
    if (end_ - at_ > 1 && at_[0] == '/' && at_[1] == '>') {
      at_ += 2;
      closed = true;
      return true;
    }
    if (at_ == end_ || at_ == before || !is(*at_, name_char)) {
      error(code::check_broken_tag, element, {{"element", std::string{element}}});
      return false;
    }
    if (!read_attribute(element)) return false;
  }
}

bool Scan::read_attribute(std::string_view element) {
  const std::string_view name = read_name();
  if (upper_case_ && !in_drawing() && element != "svg") error(code::check_not_lower_case, name, {{"name", std::string{name}}});
  std::string_view value;
  if (at_ < end_ && *at_ == '=') {
    if (end_ - at_ < 2 || at_[1] != '"') {
      error(code::check_attribute_form, name, {{"attribute", std::string{name}}});
      return false;
    }
    at_ += 2;
    const char* const from = at_;
    for (at_ = skip_value(at_); at_ < end_ && *at_ != '"'; at_ = skip_value(at_)) {
      if (*at_ == '&') {
        entity();
        continue;
      }
      error(code::check_stray_less_than, at_);
      ++at_;
    }
    if (at_ == end_) {
      error(code::check_attribute_form, name, {{"attribute", std::string{name}}});
      return false;
    }
    value = {from, static_cast<std::size_t>(at_ - from)};
    ++at_;
  }
  const bool twice = std::any_of(given_.begin(), given_.end(), [&](const Given& other) { return other.name == name; });
  if (twice) error(code::check_attribute_twice, name, {{"attribute", std::string{name}}});
  else given_.push_back({find_attribute(name), name, value});
  return true;
}

// After a mistake in a tag: to its end, or to the next one.
void Scan::skip_tag() {
  while (at_ < end_ && *at_ != '>' && *at_ != '<') ++at_;
  if (at_ < end_ && *at_ == '>') ++at_;
}

void Scan::push(const Element& element, std::string_view name, bool needs_name) {
  open_.push_back({&element, name, needs_name});
  ++open_count_[element.number];
  if (element.tag == Tag::svg) ++drawings_;
  if (element.tag == Tag::p) ++paragraphs_;
}

void Scan::pop() {
  const Open& open = open_.back();
  if (open.needs_name) error(code::check_drawing_without_name, open.name);
  --open_count_[open.element->number];
  if (open.element->tag == Tag::svg) --drawings_;
  if (open.element->tag == Tag::p) --paragraphs_;
  open_.pop_back();
}

void Scan::unclosed(const Open& open) { error(code::check_unclosed_element, open.name, {{"element", std::string{open.name}}}); }

// Script and style: nothing may stand in them on a page. A picture of its own may have a style, if that loads nothing.
void Scan::raw_text(std::string_view name) {
  const std::string_view rest{at_, static_cast<std::size_t>(end_ - at_)};
  const std::string_view content = rest.substr(0, rest.find("</" + std::string{name}));
  at_ += content.size();
  if (trim(content).empty()) return;
  if (kind_ == Kind::page || name == "script") return error(code::check_inline_code, name, {{"element", std::string{name}}});
  if (content.find("@import") != std::string_view::npos) error(code::check_css_import, name);
  if (content.find("url(") != std::string_view::npos) error(code::check_other_host, name, {{"link", "url("}});
}

}  // namespace lagesbild::check
