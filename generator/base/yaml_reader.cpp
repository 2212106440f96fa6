#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "base/yaml.hpp"

namespace lagesbild::yaml {
namespace {

constexpr std::size_t most_known = 12;  // keys named in the message about an unknown one

bool same_word(std::string_view seen, std::string_view word) {
  return seen.size() == word.size() && std::equal(seen.begin(), seen.end(), word.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

// -? then digits without a needless zero in front, then perhaps a decimal part.
enum class Decimals { yes, no };
bool is_number(std::string_view text, Decimals decimals) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = decimals == Decimals::yes ? text.find('.') : std::string_view::npos;
  const std::string_view whole = text.substr(0, point);
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(whole) || (whole.size() > 1 && whole[0] == '0')) return false;
  return point == std::string_view::npos || digits(text.substr(point + 1));
}

std::string shortest(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size() && i < most_known; ++i) out.append(i == 0 ? "" : ", ").append(words[i]);
  return words.size() > most_known ? out + ", …" : out;
}

int underlined(std::string_view line, const Node& node) {
  if (node.kind != Node::Kind::scalar) return 1;
  for (int i = 1; i < node.column && !line.empty(); ++i) {
    std::size_t bytes = 1;
    while (bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0U) == 0x80U) ++bytes;
    line.remove_prefix(bytes);
  }
  if (!node.quoted) {
    const std::size_t end = std::min(node.scalar.find('\n'), node.scalar.size());
    return std::max(1, static_cast<int>(std::min(count_characters(node.scalar.substr(0, end)), count_characters(trim(line)))));
  }
  if (line.empty() || (line[0] != '"' && line[0] != '\'')) return 1;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[0] == '"' && line[i] == '\\') {
      ++i;
    } else if (line[i] == line[0]) {
      return static_cast<int>(count_characters(line.substr(0, i + 1)));
    }
  }
  return std::max(1, static_cast<int>(count_characters(trim(line))));
}

void error_at(const Document& document, const Node& node, Diagnostics& out, Code code, std::vector<Argument> arguments) {
  std::string line = document.excerpt(node.line);
  const int length = underlined(line, node);
  out.error(code, document.place(node), std::move(arguments), std::move(line), length);
}

}  // namespace

Reader::Reader(const Document& document, const Node& node, Diagnostics& diagnostics)
    : document_(document), node_(node), diagnostics_(diagnostics), is_map_(node.kind == Node::Kind::map) {
  if (!is_map_) error_at(document_, node_, diagnostics_, code::yaml_not_a_map, {});
}

const Node* Reader::get(std::string_view key, bool required) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  if (!is_map_) return nullptr;
  const Node* value = node_.find(key);
  if (value && value->kind != Node::Kind::empty) return value;
  if (required && !value) error_at(document_, node_, diagnostics_, code::yaml_missing_key, {{"key", std::string{key}}});
  if (required && value) complain(key, code::yaml_empty_value, {{"key", std::string{key}}});
  return nullptr;
}

const Node* Reader::get_scalar(std::string_view key, bool required) {
  const Node* value = get(key, required);
  if (!value || value->kind == Node::Kind::scalar) return value;
  complain(key, code::yaml_expected_text, {{"key", std::string{key}}});
  return nullptr;
}

const Node* Reader::get_collection(std::string_view key, bool required, Node::Kind kind) {
  const Node* value = get(key, required);
  if (!value || value->kind == kind) return value;
  complain(key, kind == Node::Kind::list ? code::yaml_expected_list : code::yaml_expected_map, {{"key", std::string{key}}});
  return nullptr;
}

std::string Reader::text(std::string_view key) {
  const Node* value = get_scalar(key, true);
  if (!value) return {};
  if (trim(value->scalar).empty()) complain(key, code::yaml_empty_value, {{"key", std::string{key}}});
  return value->scalar;
}

std::string Reader::text_or(std::string_view key, std::string otherwise) {
  const Node* value = get_scalar(key, false);
  return value ? value->scalar : otherwise;
}

bool Reader::yes_no(std::string_view key, bool otherwise) {
  const Node* value = get_scalar(key, false);
  if (!value) return otherwise;
  for (const auto& [yes, no] : {std::pair{"ja", "nej"}, std::pair{"yes", "no"}, std::pair{"true", "false"}}) {
    if (!value->quoted && same_word(value->scalar, yes)) return true;
    if (!value->quoted && same_word(value->scalar, no)) return false;
  }
  complain(key, code::yaml_not_yes_no, {{"key", std::string{key}}, {"seen", value->scalar}});
  return otherwise;
}

std::int64_t Reader::read_integer(std::string_view key, const Node& value, std::int64_t least, std::int64_t most) {
  const std::string& seen = value.scalar;
  if (value.quoted || !is_number(seen, Decimals::no)) {
    complain(key, code::yaml_not_integer, {{"key", std::string{key}}, {"seen", seen}});
    return least;
  }
  std::int64_t number = 0;
  const bool fits = std::from_chars(seen.data(), seen.data() + seen.size(), number).ec == std::errc{};
  if (fits && number >= least && number <= most) return number;
  complain(key, code::yaml_out_of_range,
           {{"key", std::string{key}}, {"seen", seen}, {"least", std::to_string(least)}, {"most", std::to_string(most)}});
  return least;
}

std::int64_t Reader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const Node* value = get_scalar(key, true);
  return value ? read_integer(key, *value, least, most) : least;
}

std::int64_t Reader::integer_or(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const Node* value = get_scalar(key, false);
  return value ? read_integer(key, *value, least, most) : otherwise;
}

double Reader::number(std::string_view key, double least, double most) {
  const Node* value = get_scalar(key, true);
  if (!value) return least;
  const std::string& seen = value->scalar;
  if (value->quoted || !is_number(seen, Decimals::yes)) {
    complain(key, code::yaml_not_number, {{"key", std::string{key}}, {"seen", seen}});
    return least;
  }
  double number = 0;
  const bool fits = std::from_chars(seen.data(), seen.data() + seen.size(), number).ec == std::errc{};
  if (fits && number >= least && number <= most) return number;
  complain(key, code::yaml_out_of_range,
           {{"key", std::string{key}}, {"seen", seen}, {"least", shortest(least)}, {"most", shortest(most)}});
  return least;
}

std::optional<Date> Reader::read_date(std::string_view key, const Node* value) {
  if (!value) return std::nullopt;
  const std::optional<Date> date = parse_date(value->scalar);
  if (!date) complain(key, code::yaml_not_date, {{"key", std::string{key}}, {"seen", value->scalar}});
  return date;
}

std::optional<Date> Reader::date(std::string_view key) { return read_date(key, get_scalar(key, true)); }
std::optional<Date> Reader::date_or_none(std::string_view key) { return read_date(key, get_scalar(key, false)); }

std::string Reader::one_of(std::string_view key, std::initializer_list<std::string_view> allowed) {
  assert(allowed.size() > 0);
  const Node* value = get_scalar(key, true);
  if (!value) return std::string{*allowed.begin()};
  if (std::find(allowed.begin(), allowed.end(), value->scalar) != allowed.end()) return value->scalar;
  const std::vector<std::string_view> words(allowed);
  complain(key, code::yaml_not_allowed,
           {{"key", std::string{key}}, {"seen", value->scalar}, {"allowed", joined(words)},
            {"like", std::string{did_you_mean(value->scalar, words)}}});
  return std::string{*allowed.begin()};
}

std::vector<std::string> Reader::texts(std::string_view key) {
  std::vector<std::string> out;
  const Node* value = list_or_none(key);
  if (!value) return out;
  for (const Node& item : value->items) {
    if (item.kind == Node::Kind::scalar && !trim(item.scalar).empty()) {
      out.push_back(item.scalar);
    } else {
      error_at(document_, item, diagnostics_, code::yaml_list_item_not_text, {{"key", std::string{key}}});
    }
  }
  return out;
}

const Node* Reader::list(std::string_view key) { return get_collection(key, true, Node::Kind::list); }
const Node* Reader::list_or_none(std::string_view key) { return get_collection(key, false, Node::Kind::list); }
const Node* Reader::map(std::string_view key) { return get_collection(key, true, Node::Kind::map); }
const Node* Reader::map_or_none(std::string_view key) { return get_collection(key, false, Node::Kind::map); }

bool Reader::has(std::string_view key) const { return is_map_ && node_.find(key) != nullptr; }

Place Reader::place(std::string_view key) const {
  const Node* value = node_.find(key);
  return document_.place(value ? *value : node_);
}

void Reader::complain(std::string_view key, Code code, std::vector<Argument> arguments) {
  const Node* value = node_.find(key);
  error_at(document_, value ? *value : node_, diagnostics_, code, std::move(arguments));
}

void Reader::finish() {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const Entry& entry : node_.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    diagnostics_.error(code::yaml_unknown_key, {document_.file, entry.line, entry.column},
                       {{"key", entry.key}, {"known", joined(known)}, {"like", std::string{did_you_mean(entry.key, known)}}},
                       document_.excerpt(entry.line), std::max(1, static_cast<int>(count_characters(entry.key))));
  }
}

}  // namespace lagesbild::yaml
