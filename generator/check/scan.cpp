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

constexpr std::uint64_t ones = 0x0101010101010101ULL;
constexpr std::uint64_t tops = 0x8080808080808080ULL;
constexpr bool little = std::endian::native == std::endian::little;

std::uint64_t eight_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, 8);
  return word;
}

// The top bit of each byte that is `c`, or is below `limit`; right up to the first, which is all that is asked for.
constexpr std::uint64_t equal_to(std::uint64_t word, char c) {
  const std::uint64_t x = word ^ (ones * static_cast<unsigned char>(c));
  return (x - ones) & ~x & tops;
}
constexpr std::uint64_t below(std::uint64_t word, unsigned char limit) { return (word - ones * limit) & ~word & tops; }
std::size_t first_of(std::uint64_t found) { return static_cast<std::size_t>(std::countr_zero(found)) / 8; }

// The first byte that is one of `wanted`, sixteen at a time: a branch a byte costs more than the whole of it.
template <char... wanted>
const char* find_any(const char* at, const char* end) {
  if constexpr (little) {
    for (; end - at >= 16; at += 16) {
      const std::uint64_t low = eight_at(at);
      const std::uint64_t high = eight_at(at + 8);
      const std::uint64_t in_low = (equal_to(low, wanted) | ...);
      const std::uint64_t in_high = (equal_to(high, wanted) | ...);
      if ((in_low | in_high) != 0) return at + (in_low != 0 ? first_of(in_low) : 8 + first_of(in_high));
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

std::string_view Scan::read_name(std::uint64_t& head) {
  const char* const from = at_;
  if (little && end_ - at_ >= 8) {  // short and in small letters, as nearly all are: without a branch a byte
    const std::uint64_t word = eight_at(at_);
    const std::uint64_t not_small = below(word, 'a') | below(~word & ~tops, 0x7F - 'z') | (word & tops);
    if (const std::size_t size = not_small == 0 ? 8 : first_of(not_small); size > 0 && size < 8 && !is(at_[size], name_char)) {
      head = word & ((1ULL << (8 * size)) - 1);
      upper_case_ = false;
      at_ += size;
      return {from, size};
    }
  }
  unsigned seen = 0;
  while (at_ < end_ && is(*at_, name_char)) seen |= classes[static_cast<unsigned char>(*at_++)];
  upper_case_ = (seen & upper_char) != 0;
  const std::string_view name{from, static_cast<std::size_t>(at_ - from)};
  head = head_of(name);
  return name;
}

// Past `</`: nearly always what was opened last is closed.
bool Scan::closes_last() {
  if (open_.empty()) return false;
  const Open& last = open_.back();
  const std::size_t size = last.name.size();
  if (static_cast<std::size_t>(end_ - at_) < size + 8) return false;
  const std::uint64_t differs = (eight_at(at_) ^ last.head) & (size < 8 ? (1ULL << (8 * size)) - 1 : ~0ULL);
  if (!little || differs != 0 || at_[size] != '>') return false;
  if (size > 8 && !std::equal(last.name.begin(), last.name.end(), at_)) return false;
  at_ += size + 1;
  return true;
}

void Scan::end_tag() {
  const char* const start = at_;
  at_ += 2;
  if (closes_last()) return pop();
  std::uint64_t head = 0;
  const std::string_view name = read_name(head);
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
  std::uint64_t head = 0;
  const std::string_view name = read_name(head);
  const Element* const element = find_element(head, name);
  if (upper_case_ && !(element && in_drawing())) error(code::check_not_lower_case, name, {{"name", std::string{name}}});
  else if (!element) error(code::check_unknown_element, name, {{"element", std::string{name}}});
  bool closed = false;
  if (!read_attributes(name, closed)) skip_tag();
  if (!element) {
    if (!closed) push(unknown_element, name, head, false);
    return;
  }
  nesting(*element, name);
  const bool needs_name = element_rules(*element, name);
  const bool may_be_closed = element->is_void || in_drawing() || kind_ == Kind::drawing;
  if (closed && !may_be_closed) error(code::check_unclosed_element, name, {{"element", std::string{name}}});
  if (closed && needs_name) error(code::check_drawing_without_name, name);
  if (closed || element->is_void) return;
  push(*element, name, head, needs_name);
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
  std::uint64_t head = 0;
  const std::string_view name = read_name(head);
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
  const bool twice =
      std::any_of(given_.begin(), given_.end(), [&](const Given& other) { return other.head == head && other.name == name; });
  if (twice) error(code::check_attribute_twice, name, {{"attribute", std::string{name}}});
  else given_.push_back({find_attribute(head, name), head, name, value});
  return true;
}

// After a mistake in a tag: to its end, or to the next one.
void Scan::skip_tag() {
  while (at_ < end_ && *at_ != '>' && *at_ != '<') ++at_;
  if (at_ < end_ && *at_ == '>') ++at_;
}

void Scan::push(const Element& element, std::string_view name, std::uint64_t head, bool needs_name) {
  open_.push_back({&element, name, head, needs_name});
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
