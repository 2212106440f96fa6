#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "check/codes.hpp"
#include "check/scan.hpp"

namespace lagesbild::check {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 32);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// %C3%A5 -> å; ids are written as themselves.
std::string_view percent_decoded(std::string_view text, std::string& buffer) {
  if (text.find('%') == std::string_view::npos) return text;
  buffer.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    buffer += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
    if (low >= 0) i += 2;
  }
  return buffer;
}

// The few entities that a link can hold; the others have been refused by the time we come here, or cannot be part of an address.
std::string_view entity_decoded(std::string_view text, std::string& buffer) {
  if (text.find('&') == std::string_view::npos) return text;
  constexpr std::pair<std::string_view, char> known[] = {{"&amp;", '&'},  {"&#38;", '&'},  {"&quot;", '"'},
                                                         {"&#39;", '\''}, {"&#x2F;", '/'}, {"&#47;", '/'}};
  buffer.clear();
  while (!text.empty()) {
    std::size_t used = 1;
    char c = text[0];
    for (const auto& [entity, character] : known) {
      if (!text.starts_with(entity)) continue;
      used = entity.size();
      c = character;
    }
    buffer += c;
    text.remove_prefix(used);
  }
  return buffer;
}

enum : std::uint8_t { awkward = 1, reference = 2, colon = 4, further = 8 };

constexpr std::array<std::uint8_t, 256> in_links = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char c : {' ', '\n', '\t', '\\'}) table[static_cast<unsigned char>(c)] = awkward;
  table['&'] = reference;
  table[':'] = colon;
  table['?'] = table['#'] = further;
  return table;
}();

bool same_word(std::string_view written, std::string_view lower) {
  return std::equal(written.begin(), written.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

}  // namespace

void Scan::link(const Given& given, Loads loads) {
  if (given.value.empty()) return error(code::check_link_empty, given.name);
  link(given.value, loads);
}

void Scan::link(std::string_view value, Loads loads) {
  unsigned seen = 0;
  for (const char c : value) seen |= in_links[static_cast<unsigned char>(c)];
  const std::string_view link = (seen & reference) != 0 ? entity_decoded(value, decoded_) : value;
  if ((seen & awkward) != 0) return error(code::check_link_characters, value, {{"link", std::string{link}}});
  if (link[0] == '/') {
    return error(link.starts_with("//") ? code::check_other_host : code::check_link_from_root, value, {{"link", std::string{link}}});
  }
  if (value == "#") return error(code::check_link_empty, value);
  if ((seen & colon) != 0 && link[std::min(link.find_first_of(":/?#"), link.size() - 1)] == ':') return link_scheme(value, link, loads);
  if ((seen & further) == 0) return link_to(value, link, std::nullopt, loads);
  const std::size_t hash = link.find('#');
  const std::string_view path = link.substr(0, link.find_first_of("?#"));
  if (hash == std::string_view::npos) return path.empty() ? void() : link_to(value, path, std::nullopt, loads);
  const std::string_view anchor = percent_decoded(link.substr(hash + 1), anchor_);
  if (path.empty()) references_.push_back({value, {}, hash_of(anchor)});
  else link_to(value, path, anchor, loads);
}

void Scan::link_scheme(std::string_view value, std::string_view link, Loads loads) {
  const std::string_view scheme = link.substr(0, link.find(':'));
  const bool web = same_word(scheme, "http") || same_word(scheme, "https");
  if (web && loads == Loads::yes) return error(code::check_other_host, value, {{"link", std::string{link}}});
  const bool fine = web || (loads == Loads::no && (same_word(scheme, "mailto") || same_word(scheme, "tel")));
  if (!fine) error(code::check_link_scheme, value, {{"link", std::string{link}}});
}

// `path` as written, without ? and #.
void Scan::link_to(std::string_view value, std::string_view path, std::optional<std::string_view> anchor, Loads loads) {
  if (!is_plain_path(path)) return error(code::check_file_name, value, {{"path", std::string{path}}});
  if (!resolve(folder_, path, target_)) return error(code::check_link_outside, value, {{"link", std::string{value}}});
  if (target_ != links_.file().path) {
    const Followed followed = loads == Loads::no ? Followed::by_person : Followed::by_browser;
    links_.add(target_, anchor, value, followed);
  } else if (anchor) {
    references_.push_back({value, {}, hash_of(*anchor)});
  }
}

// "a.png 1x, b.png 2x"
void Scan::link_set(std::string_view value) {
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view one = trim(value.substr(0, comma));
    if (!one.empty()) link(one.substr(0, one.find(' ')), Loads::yes);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

// Links and labels to ids of the page itself, once all of its ids are known.
void Scan::check_references() {
  for (const Reference& reference : references_) {
    if (ids_.contains(reference.id)) continue;
    std::string_view id = reference.written;
    if (reference.attribute.empty()) id.remove_prefix(std::min(id.find('#') + 1, id.size()));
    const std::string like{did_you_mean(id, id_names_)};
    if (reference.attribute.empty()) {
      error(code::check_anchor_missing, reference.written,
            {{"link", std::string{reference.written}}, {"target", links_.file().path}, {"anchor", std::string{id}}, {"like", like}});
    } else {
      error(code::check_id_missing, reference.written,
            {{"attribute", std::string{reference.attribute}}, {"id", std::string{id}}, {"like", like}});
    }
  }
}

// Enough of CSS to find what it loads: comments and strings are stepped over.
void Scan::css(std::string_view text) {
  begin(text);
  bytes(Braces::usual);
  while (at_ < end_) {
    const std::string_view rest{at_, static_cast<std::size_t>(end_ - at_)};
    if (rest.starts_with("/*")) {
      at_ += std::min(rest.find("*/", 2), rest.size() - 2) + 2;
    } else if (rest[0] == '"' || rest[0] == '\'') {
      std::size_t end = 1;
      while (end < rest.size() && rest[end] != rest[0]) end += rest[end] == '\\' ? 2U : 1U;
      at_ += std::min(end + 1, rest.size());
    } else if (same_word(rest.substr(0, 7), "@import")) {
      error(code::check_css_import, rest.substr(0, 7));
      at_ += 7;
    } else if (same_word(rest.substr(0, 4), "url(")) {
      const std::size_t end = std::min(rest.find(')'), rest.size());
      std::string_view value = trim(rest.substr(4, end - 4));
      const bool quoted = value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
      if (quoted) value = value.substr(1, value.size() - 2);
      if (value.empty()) error(code::check_link_empty, rest.substr(0, 4));
      else if (!value.starts_with('#')) link(value, Loads::yes);
      at_ += end;
    } else {
      ++at_;
    }
  }
  links_.settle(text);
}

}  // namespace lagesbild::check
