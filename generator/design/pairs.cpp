#include "design/pairs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "base/yaml.hpp"
#include "design/codes.hpp"
#include "design/contrast.hpp"

namespace lagesbild::design {
namespace {

constexpr double least_step = 10;        // of lightness: grades beside each other in a grey print; a step of a tenth of black to white
constexpr double least_difference = 15;  // of colour, where a pattern tells them apart too
constexpr Scheme schemes[] = {Scheme::light, Scheme::dark};

std::string written(const Token& token) { return "--" + token.name + " (" + token.value + ")"; }

std::vector<Argument> with_scheme(Scheme scheme, std::vector<Argument> arguments) {
  arguments.push_back({"in_sv", scheme == Scheme::light ? "ljust" : "mörkt"});
  arguments.push_back({"in_en", scheme == Scheme::light ? "light" : "dark"});
  return arguments;
}

std::string read_token(yaml::Reader& reader, std::string_view key, const Look& look) {
  std::string name = reader.text(key);
  const Token* token = look.find(name, Scheme::light);
  if (name.empty() || (token != nullptr && is_colour(token->value))) return name;
  std::vector<std::string_view> known;
  for (const Token& one : look.standard().light) {
    if (is_colour(one.value)) known.push_back(one.name);
  }
  reader.complain(key, code::pair_token, {{"seen", name}, {"like", std::string{did_you_mean(name, known)}}});
  return name;
}

std::string digits_of(double value, int digits) { return Decimal::rounded(value, digits)->plain(Language::en); }

// Of two tokens the one that a reader may change: the first that the theme sets, else the first.
const Token& to_blame(const Token& one, const Token& other, const Look& look) {
  const auto standard = [&](const Token& token) {
    return look.standard().light.empty() || token.place.file == look.standard().light.front().place.file;
  };
  return standard(one) && !standard(other) ? other : one;
}

void report(Code code, const Token& at, std::vector<Argument> arguments, Diagnostics& diagnostics) {
  diagnostics.error(code, at.place, std::move(arguments), at.excerpt, static_cast<int>(at.value.size()));
}

void check_pair(const Pair& pair, Scheme scheme, const Look& look, Diagnostics& diagnostics) {
  const Token &front = *look.find(pair.front, scheme), &back = *look.find(pair.back, scheme);
  const double ratio = contrast(front.value, back.value);
  const double limit = least_contrast(pair.use) / 100.0;
  if (ratio >= limit) return;
  report(code::pair_contrast, to_blame(front, back, look),
         with_scheme(scheme, {{"what_sv", pair.name.sv}, {"what_en", pair.name.en},
                              {"front", written(front)}, {"back", written(back)},
                              {"ratio", digits_of(std::floor(ratio * 100) / 100, 2)},  // never rounded up to the limit
                              {"limit", digits_of(limit, 1)}}),
         diagnostics);
}

void check_apart(const Apart& apart, Scheme scheme, const Look& look, Diagnostics& diagnostics) {
  const Token &one = *look.find(apart.one, scheme), &other = *look.find(apart.other, scheme);
  const bool by_lightness = apart.by == Apart::By::lightness;
  const double limit = by_lightness ? least_step : least_difference;
  const auto apartness = [&](Sight sight) {
    const Lab first = seen(one.value, sight), second = seen(other.value, sight);
    return by_lightness ? std::abs(first.lightness - second.lightness) : difference(first, second);
  };
  double least = apartness(Sight::full);
  for (const Sight sight : sights) least = std::min(least, apartness(sight));
  if (least >= limit) return;
  report(by_lightness ? code::pair_alike : code::pair_hue, to_blame(one, other, look),
         with_scheme(scheme, {{"one", "--" + apart.one}, {"other", "--" + apart.other},
                              {"difference", digits_of(std::floor(least * 10) / 10, 1)}, {"limit", digits_of(limit, 0)}}),
         diagnostics);
}

Use use_of(const std::string& word) {
  if (word == "large") return Use::large;
  if (word == "graphic") return Use::graphic;
  return word == "focus" ? Use::focus : Use::text;
}

}  // namespace

int least_contrast(Use use) { return use == Use::text ? 450 : 300; }

std::optional<Pairs> read_pairs(std::string file, std::string text, const Look& look, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(std::move(file), std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  Pairs found;
  const yaml::Node* pairs = reader ? reader.list("pairs") : nullptr;
  for (const yaml::Node& node : pairs ? pairs->items : std::vector<yaml::Node>{}) {
    yaml::Reader one{*document, node, diagnostics};
    if (!one) continue;
    const std::string use = one.one_of("for", {"text", "large", "graphic", "focus"});
    Pair pair{read_token(one, "front", look), read_token(one, "back", look), use_of(use), {one.text("sv"), one.text("en")}};
    one.finish();
    found.pairs.push_back(std::move(pair));
  }
  const yaml::Node* apart = reader ? reader.list("apart") : nullptr;
  for (const yaml::Node& node : apart ? apart->items : std::vector<yaml::Node>{}) {
    yaml::Reader one{*document, node, diagnostics};
    if (!one) continue;
    Apart both{read_token(one, "one", look), read_token(one, "other", look), {}};
    both.by = one.one_of("by", {"lightness", "pattern"}) == "pattern" ? Apart::By::pattern : Apart::By::lightness;
    one.finish();
    found.apart.push_back(std::move(both));
  }
  if (reader) reader.finish();
  if (diagnostics.errors() != before) return std::nullopt;
  return found;
}

void check_pairs(const Pairs& pairs, const Look& look, Diagnostics& diagnostics) {
  for (const Scheme scheme : schemes) {
    for (const Pair& pair : pairs.pairs) check_pair(pair, scheme, look, diagnostics);
    for (const Apart& apart : pairs.apart) check_apart(apart, scheme, look, diagnostics);
  }
}

}  // namespace lagesbild::design
