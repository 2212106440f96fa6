// Random templates, the same ones every run: nothing that gets past our own reading may be refused by the library, and leaving blanks
// out may not change what the HTML says.
#include <array>
#include <string>

#include "catch.hpp"
#include "render/mustache.hpp"
#include "render_support.hpp"

using namespace lagesbild;
using namespace lagesbild::render;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : state_(seed) {}
  unsigned below(unsigned n) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 16) % n;
  }

 private:
  unsigned state_;
};

std::string soup(Dice& dice) {
  static constexpr std::array<const char*, 24> bits{"{{", "}}", "{{{", "}}}", "{", "}", "#", "^", "/", "&", ">", "!", "=", " ", "\n",
                                                    "\r\n", "\t", "a", "yes", "rows", ".", "{{=<% %>=}}", "<%", "%>"};
  std::string text;
  for (unsigned i = dice.below(30); i > 0; --i) text += bits[dice.below(bits.size())];
  return text;
}

// A sound template.
std::string sound(Dice& dice, unsigned depth) {
  static constexpr std::array<const char*, 9> bits{"x", " ", "  ", "\n", "\n  ", "{{v}}", "{{! c }}", "{{blank}}", "{{> partials/p}}"};
  static constexpr std::array<const char*, 4> sections{"yes", "no", "rows", "empty"};
  std::string text;
  for (unsigned i = dice.below(8); i > 0; --i) {
    if (depth == 0 || dice.below(3) > 0) {
      text += bits[dice.below(bits.size())];
      continue;
    }
    const std::string name = sections[dice.below(sections.size())];
    const char* blank = dice.below(2) == 0 ? "\n" : "";
    text += (dice.below(4) == 0 ? "{{^" : "{{#") + name + "}}" + blank + sound(dice, depth - 1) + blank + "{{/" + name + "}}" + blank;
  }
  return text;
}

Value values() {
  const Value::Object inner{{"a", "1"}, {"v", "v"}, {"blank", " \n "}, {"yes", true}, {"no", false}, {"empty", Value::List{}}};
  Value::Object outer = inner;
  Value::Object row = inner;
  row.emplace("rows", Value::List{inner, inner});
  outer.emplace("rows", Value::List{row, row, row});
  return outer;
}

// Every run of blanks as one.
std::string as_html_reads(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("the library refuses no template that we let through", "[render]") {
  Dice dice(1);
  Renderer renderer;
  const Value value = values();
  int let_through = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = soup(dice);
    INFO(text);
    Diagnostics diagnostics;
    const Options options{i % 2 == 0 ? Rules::site : Rules::specification, i % 3 == 0 ? Blanks::collapse : Blanks::keep};
    const auto page = Template::parse({"a", text}, {}, diagnostics, options);
    REQUIRE(page.has_value() == diagnostics.empty());
    for (const Diagnostic& one : diagnostics.all()) REQUIRE(one.code.id != "template-refused");
    if (!page) continue;
    ++let_through;
    renderer.render(*page, value, diagnostics);
  }
  CHECK(let_through > 2000);
}

TEST_CASE("leaving blanks out does not change what the HTML says", "[render]") {
  Dice dice(2);
  Renderer renderer;
  const Value value = values();
  const Sources partials{{"partials/p", {"p", "  p\n\n  {{v}}\n"}}};
  int shorter = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string text = sound(dice, 3);
    INFO(text);
    Diagnostics diagnostics;
    const auto keep = Template::parse({"a", text}, partials, diagnostics, {Rules::site, Blanks::keep});
    const auto collapse = Template::parse({"a", text}, partials, diagnostics, {Rules::site, Blanks::collapse});
    REQUIRE(diagnostics.empty());
    const std::string kept(renderer.render(*keep, value, diagnostics));
    const std::string collapsed(renderer.render(*collapse, value, diagnostics));
    REQUIRE(as_html_reads(kept) == as_html_reads(collapsed));
    if (collapsed.size() < kept.size()) ++shorter;
  }
  CHECK(shorter > 1000);
}
