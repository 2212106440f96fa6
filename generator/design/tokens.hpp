// The tokens of the look: the custom properties that site.css begins with, and what a region's theme.css says instead. This is no reader
// of CSS: it knows `:root { --name: value; }`, alone or for dark, and refuses everything else. What a reader would get wrong: a colour of
// a theme's `:root` is for light only; in dark the standard's stays until the theme's dark block says another.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::design {

enum class Scheme : std::uint8_t { light, dark };

struct Token {
  std::string name;   // without the two hyphens
  std::string value;  // as written, in lower case if it is a colour
  Place place;        // of the value
  std::string excerpt;
};

struct Tokens {
  std::vector<Token> light;  // of the standard: every token; of a theme: what it changes
  std::vector<Token> dark;   // colours that are others in dark
};

// The blocks of tokens that a file of style begins with; its rules are not looked at.
Tokens standard_tokens(std::string file, std::string_view text);

// A theme, held against the tokens that there are. What was refused is left out.
Tokens read_theme(std::string file, std::string_view text, const Tokens& standard, Diagnostics& diagnostics);

// The file that goes to the site: the theme's tokens and nothing else of what was written.
std::string theme_css(const Tokens& theme);

// What holds when both are there.
class Look {
 public:
  Look() = default;
  Look(Tokens standard, Tokens theme) : standard_(std::move(standard)), theme_(std::move(theme)) {}
  // Null for a name that is no token. In light also tokens that are no colours.
  const Token* find(std::string_view name, Scheme scheme) const;
  const Tokens& standard() const { return standard_; }
  // A text of style with the light values in place of each var(--name); one that is no token stays.
  std::string in_light(std::string_view style) const;

 private:
  Tokens standard_;
  Tokens theme_;
};

bool is_colour(std::string_view value);  // #rgb or #rrggbb

}  // namespace lagesbild::design
