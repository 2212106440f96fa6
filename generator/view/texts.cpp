#include "view/texts.hpp"

#include <cstdio>
#include <cstdlib>

#include "base/yaml.hpp"
#include "view/codes.hpp"

namespace lagesbild::view {
namespace {

std::string fill(const std::string& pattern, std::initializer_list<Arg> args) {
  std::string out;
  out.reserve(pattern.size() + 32);
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
    if (close == std::string::npos) {
      out.append(pattern, at);
      break;
    }
    out.append(pattern, at, open - at);
    const std::string_view name{pattern.data() + open + 1, close - open - 1};
    for (const Arg& arg : args) {
      if (arg.name == name) out += arg.value;
    }
    at = close + 1;
  }
  return out;
}

// Calls `take(path, node)` for every text of the tree: a scalar, or a map with the forms one and other.
template <class Take>
void walk(const yaml::Document& document, const yaml::Node& node, const std::string& path, Diagnostics& diagnostics, const Take& take) {
  if (node.kind == yaml::Node::Kind::scalar || node.find("other") != nullptr) {
    take(path, node);
  } else if (node.kind == yaml::Node::Kind::map) {
    for (const yaml::Entry& entry : node.entries) {
      walk(document, entry.value, path.empty() ? entry.key : path + '.' + entry.key, diagnostics, take);
    }
  } else {
    diagnostics.error(code::text_form, document.place(node), {{"key", path}}, document.excerpt(node.line));
  }
}

}  // namespace

std::optional<Texts> Texts::load(Language language, std::string file, std::string text, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), std::move(text), diagnostics);
  if (!document) return std::nullopt;
  Texts texts;
  texts.language_ = language;
  walk(*document, document->root, "", diagnostics, [&](const std::string& path, const yaml::Node& node) {
    Entry entry;
    if (node.kind == yaml::Node::Kind::scalar) {
      entry.other = node.scalar;
    } else {
      yaml::Reader forms{*document, node, diagnostics};
      entry.one = forms.text("one");
      entry.other = forms.text("other");
      forms.finish();
    }
    texts.entries_.emplace(path, std::move(entry));
  });
  if (diagnostics.errors() != before) return std::nullopt;
  return texts;
}

std::optional<std::string> Texts::fixed(std::string_view key) const {
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.one || found->second.other.find('{') != std::string::npos) return std::nullopt;
  return found->second.other;
}

const Texts::Entry& Texts::entry(std::string_view key) const {
  const auto found = entries_.find(key);
  if (found == entries_.end()) {
    // Our bug, or a text taken out of the file; either way no page can be made, and what is published stays as it is.
    std::fprintf(stderr, "lagesbild: bug: content/common/text/%s.yaml has no text '%.*s', which the program needs\n",
                 std::string{to_string(language_)}.c_str(), static_cast<int>(key.size()), key.data());
    std::_Exit(3);
  }
  return found->second;
}

std::string Texts::say(std::string_view key) const { return entry(key).other; }

std::string Texts::say(std::string_view key, std::initializer_list<Arg> args) const { return fill(entry(key).other, args); }

std::string Texts::counted(std::string_view key, std::int64_t n) const { return counted(key, n, {}); }

std::string Texts::counted(std::string_view key, std::int64_t n, std::initializer_list<Arg> args) const {
  const Entry& forms = entry(key);
  std::string pattern = n == 1 && forms.one ? *forms.one : forms.other;
  for (std::size_t at = pattern.find("{n}"); at != std::string::npos; at = pattern.find("{n}")) pattern.replace(at, 3, number(n));
  return fill(pattern, args);
}

std::string Texts::decimal(double value, int digits) const {
  const auto rounded = Decimal::rounded(value, digits);
  return rounded ? rounded->text(language_) : "–";
}

std::string Texts::percent(std::int64_t k, std::int64_t n) const {
  const auto whole = Decimal::rounded_ratio(100 * k, n, 0);
  if (!whole) return "–";
  const std::string unit = language_ == Language::sv ? "\u00a0%" : "%";
  if (k > 0 && whole->is_zero()) return say("number.under", {{"value", "1" + unit}});
  if (k < n && *whole == *Decimal::rounded_ratio(100, 1, 0)) return say("number.over", {{"value", "99" + unit}});
  return whole->text(language_) + unit;
}

}  // namespace lagesbild::view
