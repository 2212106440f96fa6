// Contrast against published values, and the standard's own colours against the pairs that its style makes of them.
#include "design/contrast.hpp"

#include <fstream>
#include <sstream>

#include "../read/told.hpp"
#include "catch.hpp"
#include "design/pairs.hpp"

using namespace lagesbild;
using namespace lagesbild::design;
using read::argument;
using read::Told;

namespace {

std::string file(const char* name) {
  std::ifstream stream{std::string{LAGESBILD_ROOT} + "/templates/" + name};
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

const std::string few_pairs =
    "pairs:\n"
    "  - {front: ink, back: paper, for: text, sv: brödtext, en: body text}\n"
    "  - {front: mark, back: paper, for: graphic, sv: märken, en: marks}\n"
    "apart:\n"
    "  - {one: ink, other: mark, by: lightness}\n"
    "  - {one: ink, other: red, by: pattern}\n";
const std::string few_tokens = ":root { --ink: #000; --paper: #fff; --mark: #777; --red: #a00; --wide: 1rem; }\n";

Diagnostics judged(const std::string& theme) {
  Diagnostics diagnostics;
  const Tokens standard = standard_tokens("site.css", few_tokens);
  const Look look{standard, read_theme("theme.css", theme, standard, diagnostics)};
  const auto pairs = read_pairs("pairs.yaml", few_pairs, look, diagnostics);
  REQUIRE(pairs);
  check_pairs(*pairs, look, diagnostics);
  return diagnostics;
}

}  // namespace

TEST_CASE("contrast is what WCAG's own examples say") {
  CHECK(contrast("#000", "#fff") == Approx(21));
  CHECK(contrast("#fff", "#ffffff") == Approx(1));
  CHECK(contrast("#777777", "#fff") == Approx(4.478).epsilon(0.001));  // the grey that just fails
  CHECK(contrast("#fff", "#767676") == Approx(4.542).epsilon(0.001));  // and the one that just does not
}

TEST_CASE("colours are seen as CIE says, and without one kind of cone red and green come together") {
  CHECK(seen("#fff", Sight::full).lightness == Approx(100));
  CHECK(seen("#000", Sight::full).lightness == Approx(0).margin(1e-9));
  const Lab red = seen("#ff0000", Sight::full);
  CHECK(red.lightness == Approx(53.24).epsilon(0.001));
  CHECK(red.a == Approx(80.09).epsilon(0.001));
  CHECK(red.b == Approx(67.20).epsilon(0.001));
  const auto apart = [](Sight sight) { return difference(seen("#b05a2c", sight), seen("#5f7a2c", sight)); };
  CHECK(apart(Sight::no_green) < apart(Sight::full) / 3);
}

TEST_CASE("the standard's own colours can be told apart everywhere") {
  Diagnostics diagnostics;
  const Look look{standard_tokens("site.css", file("assets/site.css")), {}};
  const auto pairs = read_pairs("pairs.yaml", file("pairs.yaml"), look, diagnostics);
  REQUIRE(pairs);
  CHECK(pairs->pairs.size() > 20);
  CHECK(pairs->apart.size() == 6);
  check_pairs(*pairs, look, diagnostics);
  CHECK(read::told(diagnostics).empty());
}

TEST_CASE("a pair that falls short is told at the theme's colour, in the scheme where it does") {
  CHECK(judged("").empty());
  const Diagnostics grey = judged(":root { --ink: #777; --mark: #333; }");
  REQUIRE(read::told(grey) == Told{"pair-contrast 1:16"});
  const Diagnostic& one = grey.all().front();
  CHECK(one.place.file == "theme.css");
  CHECK(argument(one, "ratio") == "4.47");  // never rounded up to the limit
  CHECK(argument(one, "limit") == "4.5");
  CHECK(argument(one, "front") == "--ink (#777)");
  CHECK(argument(one, "back") == "--paper (#fff)");
  CHECK(argument(one, "in_en") == "light");
}

TEST_CASE("a theme's ground is blamed for what stands on it, and dark is judged for itself") {
  CHECK(read::told(judged("@media (prefers-color-scheme: dark) {\n:root { --paper: #222; } }")) ==
        Told{"pair-contrast 2:18"});  // black on it; the grey mark still shows
}

TEST_CASE("two grades too alike in grey, or in colour, stop a theme, and only in the scheme where they are") {
  CHECK(read::told(judged(":root { --mark: #0b0b0b; }")) == Told{"pair-alike 1:17"});  // in dark the standard's is used
  CHECK(read::told(judged(":root { --red: #100; }")) == Told{"pair-hue 1:16"});
}

TEST_CASE("a pair of what is no colour is refused") {
  Diagnostics diagnostics;
  const Look look{standard_tokens("site.css", few_tokens), {}};
  CHECK_FALSE(read_pairs("pairs.yaml", "pairs:\n  - {front: inc, back: wide, for: text, sv: a, en: b}\napart: []\n", look, diagnostics));
  REQUIRE(read::told(diagnostics) == Told{"pair-token 2:13", "pair-token 2:24"});
  CHECK(argument(diagnostics.all()[0], "like") == "ink");
}
