#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/text.hpp"
#include "check/codes.hpp"
#include "check/scan.hpp"

namespace lagesbild::check {
namespace {

// Numbers that went wrong and values that never came, when they are all that stands there.
constexpr std::array<std::string_view, 10> suspicious{"nan",      "-nan",      "NaN",       "inf",  "-inf",
                                                      "Infinity", "-Infinity", "undefined", "NULL", "null"};
constexpr std::size_t longest_suspicious = 9;

bool is_suspicious(std::string_view value) {
  if (value.size() < 3 || value.size() > longest_suspicious) return false;
  if (value[0] <= '9' && value[0] != '-') return false;  // nearly always a number, and asked of every one of a drawing
  return std::find(suspicious.begin(), suspicious.end(), value) != suspicious.end();
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool has_word(std::string_view words, std::span<const std::string_view> wanted) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (std::find(wanted.begin(), wanted.end(), words.substr(0, end)) != wanted.end()) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

int heading_level(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1 : 0; }

}  // namespace

const Scan::Given* Scan::given(Attribute what) const {
  for (const Given& each : given_) {
    if (each.what == what) return &each;
  }
  return nullptr;
}

void Scan::outside(std::string_view at, std::string seen) {
  error(code::check_outside_root, at, {{"seen", std::move(seen)}, {"root", kind_ == Kind::page ? "html" : "svg"}});
}

void Scan::nesting(const Element& element, std::string_view name) {
  if (open_.empty()) {
    if (element.tag != (kind_ == Kind::page ? Tag::html : Tag::svg)) outside(name, "<" + std::string{name} + ">");
    return;
  }
  const Element* const parent = open_.back().element;
  bool fits = (element.within == 0 || (element.within & parent->is) != 0) && (parent->only == 0 || (parent->only & element.is) != 0);
  std::string_view around = open_.back().name;
  if (parent->name.empty()) fits = true;  // unknown, and told already
  if (in_drawing() ? !element.in_svg : !element.in_html) fits = false;
  if (element.tag == Tag::title && !in_drawing() && parent->tag != Tag::head) fits = false;
  if (element.not_in_own && open_count_[element.number] > 0) {
    fits = false;
    around = name;
  }
  if (element.is_block && paragraphs_ > 0) {
    fits = false;
    around = "p";
  }
  if (!fits) error(code::check_misplaced_element, name, {{"element", std::string{name}}, {"parent", std::string{around}}});
}

void Scan::text_node(const char* from, const char* to) {
  while (from < to && is_blank(*from)) ++from;
  if (from == to) return;
  if (open_.empty()) {
    const char* shown = std::min(to, from + 20);
    while (shown < to && (static_cast<unsigned char>(*shown) & 0xC0U) == 0x80U) ++shown;  // whole characters
    return outside({from, 1}, std::string{from, shown});
  }
  const Element* const parent = open_.back().element;
  if (parent->only != 0 && (parent->only & kind::text_only) == 0) {
    error(code::check_misplaced_text, from, {{"parent", std::string{open_.back().name}}});
  }
  if (parent->tag == Tag::title && !in_drawing()) has_title_ = true;
  if (static_cast<std::size_t>(to - from) > longest_suspicious + 8 && !is_blank(to[-1])) return;
  while (is_blank(to[-1])) --to;
  const std::string_view value{from, static_cast<std::size_t>(to - from)};
  if (is_suspicious(value)) error(code::check_suspicious_value, value, {{"value", std::string{value}}});
}

void Scan::heading(int level, std::string_view name) {
  if (level == 1 && ++h1_ > 1) error(code::check_h1_count, name, {{"count", std::to_string(h1_)}});
  if (level > last_heading_ + 1) {
    error(code::check_heading_jump, name, {{"from", std::to_string(last_heading_)}, {"to", std::to_string(level)}});
  }
  last_heading_ = level;
}

// True for a picture that has no name yet: a <title> in it may still give it one.
bool Scan::element_rules(const Element& element, std::string_view name) {
  bool needs_name = false;
  if (element.tag != Tag::other) needs_name = tag_rules(element.tag, name);
  if (!given_.empty()) attribute_rules(element, loads(element));
  return needs_name;
}

bool Scan::tag_rules(Tag tag, std::string_view name) {
  const auto has_text = [&](Attribute what) {
    const Given* const found = given(what);
    return found && !trim(found->value).empty();
  };
  if (const int level = heading_level(tag)) heading(level, name);
  if (tag == Tag::html && !has_text(Attribute::lang)) error(code::check_no_lang, name);
  if (tag == Tag::main && ++mains_ > 1) error(code::check_no_main, name);
  if (tag == Tag::img && !given(Attribute::alt)) error(code::check_image_without_alt, name);
  if (tag == Tag::title && !open_.empty()) open_.back().needs_name = false;
  if (tag != Tag::svg) return false;
  const Given* const role = given(Attribute::role);
  const bool has_name = has_text(Attribute::aria_label) || std::any_of(given_.begin(), given_.end(), [](const Given& each) {
                          return each.name == "aria-labelledby" && !trim(each.value).empty();
                        });
  return role && role->value == "img" && !has_name;
}

// What a browser fetches without being asked; a link that a person follows may lead anywhere.
Scan::Loads Scan::loads(const Element& element) const {
  if (element.tag == Tag::a || element.tag == Tag::area) return Loads::no;
  if (element.tag != Tag::link) return Loads::yes;
  constexpr std::array<std::string_view, 9> only_told{"canonical", "alternate", "author", "license", "help",
                                                      "next",      "prev",      "search", "me"};
  constexpr std::array<std::string_view, 1> style{"stylesheet"};
  const Given* const rel = given(Attribute::rel);
  return rel && has_word(rel->value, only_told) && !has_word(rel->value, style) ? Loads::no : Loads::yes;
}

void Scan::attribute_rules(const Element& element, Loads loads) {
  for (const Given& each : given_) {
    switch (each.what) {
      case Attribute::id: add_id(each); break;
      case Attribute::url: link(each, loads); break;
      case Attribute::data:
        if (element.name == "object") link(each, Loads::yes);
        break;
      case Attribute::srcset: link_set(each.value); break;
      case Attribute::code: error(code::check_inline_attribute, each.name, {{"attribute", std::string{each.name}}}); break;
      case Attribute::id_references: add_references(each); break;
      default: break;
    }
    if (element.in_svg && (in_drawing() || element.tag == Tag::svg)) drawing_value(each);
  }
}

// Geometry that was computed: a number that went wrong makes the shape vanish. Fills by url(#id) must find it on the page.
void Scan::drawing_value(const Given& given) {
  const bool broken_path = given.what == Attribute::points && given.value.find('n') != std::string_view::npos;  // nan, inf: no command is n
  if (broken_path || is_suspicious(given.value)) error(code::check_suspicious_value, given.value, {{"value", std::string{given.value}}});
  if (!given.value.starts_with("url(")) return;
  if (given.value.starts_with("url(#") && given.value.ends_with(')')) {
    const std::string_view id = given.value.substr(5, given.value.size() - 6);
    references_.push_back({id, given.name, hash_of(id)});
  } else {
    error(code::check_other_host, given.value, {{"link", std::string{given.value}}});
  }
}

void Scan::add_id(const Given& given) {
  const std::string_view id = given.value;
  if (id.empty() || std::any_of(id.begin(), id.end(), [](char c) { return is_blank(c) || c == '&'; })) {
    return error(code::check_bad_id, given.name, {{"id", std::string{id}}});
  }
  const std::uint64_t hash = hash_of(id);
  if (ids_.insert(hash)) {
    id_names_.push_back(id);
    return links_.add_id(hash);
  }
  const auto first = std::find(id_names_.begin(), id_names_.end(), id);
  const int line = first == id_names_.end() ? 0 : Cursor{{begin_, offset(end_)}}.at(offset(first->data())).line;
  error(code::check_id_twice, id, {{"id", std::string{id}}, {"line", std::to_string(line)}});
}

void Scan::add_references(const Given& given) {
  for (std::string_view rest = given.value; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) references_.push_back({rest.substr(0, end), given.name, hash_of(rest.substr(0, end))});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

void Scan::whole_page() {
  if (kind_ != Kind::page) return;
  if (h1_ == 0) error_on_page(code::check_h1_count, {{"count", "0"}});
  if (mains_ == 0) error_on_page(code::check_no_main);
  if (!has_title_) error_on_page(code::check_no_title);
}

}  // namespace lagesbild::check
