// Which colours stand on or beside each other, and whether they can be told apart, in light and dark, with a region's theme in place.
// templates/pairs.yaml lists them, since only whoever writes the style knows; a rule that pairs colours anew takes a line there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/localized.hpp"
#include "design/tokens.hpp"

namespace lagesbild::design {

// What the front is; large text is from 24 px, or 18.66 px bold.
enum class Use : std::uint8_t { text, large, graphic, focus };
// The least contrast: WCAG 2.2, 1.4.3 for text, 1.4.11 for graphics and focus. In hundredths.
int least_contrast(Use use);

struct Pair {
  std::string front, back;  // names of tokens
  Use use = Use::text;
  Localized name;           // what is drawn so
};

// Two colours that mean different things side by side. By lightness: also in grey. By pattern: one of them is hatched, so a difference
// that every kind of sight notices is enough.
struct Apart {
  enum class By : std::uint8_t { lightness, pattern };
  std::string one, other;
  By by = By::lightness;
};

struct Pairs {
  std::vector<Pair> pairs;
  std::vector<Apart> apart;
};

// Nothing after an error. The names are held against the look.
std::optional<Pairs> read_pairs(std::string file, std::string text, const Look& look, Diagnostics& diagnostics);

// An error a pair and scheme that falls short, at the token of the theme that does it, or of the standard.
void check_pairs(const Pairs& pairs, const Look& look, Diagnostics& diagnostics);

}  // namespace lagesbild::design
