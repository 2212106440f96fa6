// What a region may say about the look of its site, and what comes of it.
#include "design/tokens.hpp"

#include "../read/told.hpp"
#include "catch.hpp"

using namespace lagesbild;
using namespace lagesbild::design;
using read::argument;
using read::Told;

namespace {

const std::string style =
    "/* tokens */\n"
    ":root {\n"
    "  color-scheme: light dark;\n"
    "  --paper: #fff;\n"
    "  --accent: #0b5d5e;\n"
    "  --sans: \"Source Sans 3\", sans-serif;\n"
    "  --wide: 76rem;\n"
    "}\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  :root { --paper: #101716; --accent: #7fd0c8; }\n"
    "}\n"
    "a { color: var(--accent); }\n"
    "@media print { :root { --paper: #eee; } }\n";

struct Themed {
  explicit Themed(const std::string& text)
      : standard(standard_tokens("site.css", style)), theme(read_theme("theme.css", text, standard, diagnostics)) {}
  Told said() const { return read::told(diagnostics); }
  Diagnostics diagnostics;
  Tokens standard;
  Tokens theme;
};

}  // namespace

TEST_CASE("the tokens of a style are what it begins with, not its rules or how it prints") {
  const Look look{standard_tokens("site.css", style), {}};
  REQUIRE(look.find("paper", Scheme::light));
  CHECK(look.find("paper", Scheme::light)->value == "#fff");
  CHECK(look.find("paper", Scheme::dark)->value == "#101716");
  CHECK(look.find("wide", Scheme::dark)->value == "76rem");
  CHECK(look.find("ink", Scheme::light) == nullptr);
  CHECK(look.standard().light.size() == 4);
}

TEST_CASE("a theme changes colours in light, and in dark where it says so") {
  const Themed one{"/* ours */ :root{--accent:#ABC;--wide: 60rem}\n@media (prefers-color-scheme:  dark) { :root { --paper: #000 } }"};
  CHECK(one.said().empty());
  const Themed two{":root { --accent: #ABCdef; --wide: 60rem; --sans: \"Open Sans\", Arial, sans-serif }\n"
                   "@media (prefers-color-scheme: dark) {\n  :root { --paper: #000; }\n}\n"};
  CHECK(two.said().empty());
  const Look look{two.standard, two.theme};
  CHECK(look.find("accent", Scheme::light)->value == "#abcdef");
  CHECK(look.find("accent", Scheme::dark)->value == "#7fd0c8");
  CHECK(look.find("paper", Scheme::light)->value == "#fff");
  CHECK(look.find("paper", Scheme::dark)->value == "#000");
  CHECK(theme_css(two.theme) ==
        ":root {\n  --wide: 60rem;\n  --sans: \"Open Sans\", Arial, sans-serif;\n}\n"
        "@media not (prefers-color-scheme: dark) {\n:root {\n  --accent: #abcdef;\n}\n}\n"
        "@media (prefers-color-scheme: dark) {\n:root {\n  --paper: #000;\n}\n}\n");
}

TEST_CASE("a theme without anything in it is no theme") {
  const Themed one{"/* nothing yet */\n:root { }\n"};
  CHECK(one.said().empty());
  CHECK(theme_css(one.theme).empty());
}

TEST_CASE("a token that there is not is refused, with the one that was meant") {
  const Themed one{":root {\n  --acent: #000;\n  --of-our-own: 1px;\n}\n"};
  CHECK(one.said() == Told{"theme-unknown 2:3", "theme-unknown 3:3"});
  CHECK(argument(one.diagnostics.all()[0], "like") == "--accent");
  CHECK(argument(one.diagnostics.all()[1], "like").empty());
  CHECK(one.diagnostics.all()[0].excerpt == "  --acent: #000;");
}

TEST_CASE("a value of the wrong kind is refused where it stands") {
  CHECK(Themed{":root { --accent: teal; }"}.said() == Told{"theme-colour 1:19"});
  CHECK(Themed{":root { --accent: #0b5d5e80; }"}.said() == Told{"theme-colour 1:19"});
  CHECK(Themed{":root { --accent: rgb(0 0 0); }"}.said() == Told{"theme-colour 1:19"});
  CHECK(Themed{":root { --accent: ; }"}.said() == Told{"theme-colour 1:9"});
  CHECK(Themed{":root { --accent }"}.said() == Told{"theme-colour 1:9"});
  for (const char* wrong : {"76", "0rem", "-1rem", "1.2.3rem", "1.rem", "calc(1px + 2px)", "60vw", "1000000rem", "rem"}) {
    CAPTURE(wrong);
    CHECK(Themed{std::string{":root { --wide: "} + wrong + "; }"}.said() == Told{"theme-length 1:17"});
  }
  CHECK(Themed{":root { --wide: .85em; }"}.said().empty());
  for (const char* wrong : {"Open Sans, sans-serif", "\"Open Sans", "a,,b", "var(--x)", "\"a\\\"b\""}) {
    CAPTURE(wrong);
    CHECK(Themed{std::string{":root { --sans: "} + wrong + "; }"}.said() == Told{"theme-fonts 1:17"});
  }
}

TEST_CASE("nothing in a theme comes from another file or host") {
  CHECK(Themed{"@import \"https://example.org/x.css\";\n:root { --accent: #000; }"}.said() == Told{"theme-at-rule 1:1"});
  CHECK(Themed{"@font-face { font-family: x; src: url(x.woff2); }"}.said() == Told{"theme-at-rule 1:1"});
  CHECK(Themed{":root { --sans: url(x); }"}.said() == Told{"theme-outside 1:17"});
  CHECK(Themed{":root { --accent: url(//example.org); }"}.said() == Told{"theme-outside 1:19"});
}

TEST_CASE("what is no token is refused, and the rest is read") {
  CHECK(Themed{"body { color: red; }\n.x { y: z }\n:root { --acent: #000; }"}.said() ==
        Told{"theme-rule 1:1", "theme-rule 2:1", "theme-unknown 3:9"});
  CHECK(Themed{"@media print { :root { --accent: #000; } }"}.said() == Told{"theme-at-rule 1:1"});
  CHECK(Themed{":root { color: red; --accent: #000; }"}.said() == Told{"theme-declaration 1:9"});
  CHECK(Themed{"@media (prefers-color-scheme: dark) { a { color: red; } }"}.said() == Told{"theme-rule 1:39"});
}

TEST_CASE("a token twice, and a length for dark only, are refused") {
  CHECK(Themed{":root { --accent: #000; --accent: #111; }"}.said() == Told{"theme-twice 1:25"});
  CHECK(Themed{"@media (prefers-color-scheme: dark) { :root { --wide: 60rem; } }"}.said() == Told{"theme-not-dark 1:47"});
}

TEST_CASE("a block or a comment that never ends is pointed out where it begins") {
  CHECK(Themed{":root { --accent: #000;"}.said() == Told{"theme-unclosed 1:7"});
  CHECK(Themed{":root { --accent: #000; }\n/* så"}.said() == Told{"theme-unclosed 2:1"});
  CHECK(Themed{"@media (prefers-color-scheme: dark) { :root { --accent: #000; }"}.said() == Told{"theme-unclosed 1:37"});
  CHECK(Themed{"}"}.said() == Told{"theme-rule 1:1"});
}

TEST_CASE("style for a picture of its own holds the light values themselves") {
  const Look look{standard_tokens("site.css", style), {}};
  CHECK(look.in_light("a { b: var(--paper); c: 1px solid var(--accent) } d { e: var(--unheard-of) }") ==
        "a { b: #fff; c: 1px solid #0b5d5e } d { e: var(--unheard-of) }");
  CHECK(look.in_light("no token").compare("no token") == 0);
  CHECK(look.in_light("var(--paper") == "var(--paper");
}
