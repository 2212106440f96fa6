// How well two colours can be told apart: contrast as WCAG counts it, and lightness and difference as eyes see them, also eyes that lack
// one kind of cone. Colours are #rgb or #rrggbb; anything else is our bug.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace lagesbild::design {

// 1 to 21. (L1 + 0.05) / (L2 + 0.05) of the relative luminances, the lighter one first. Source: WCAG 2.2, definitions of "contrast ratio"
// and "relative luminance", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio (with the sRGB threshold 0.04045, as in its errata).
double contrast(std::string_view one, std::string_view other);

// How a colour is seen without one kind of cone. Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency", IEEE TVCG 15 (2009), matrices for severity 1.0, on linear RGB.
enum class Sight : std::uint8_t { full, no_red, no_green, no_blue };
inline constexpr Sight sights[] = {Sight::full, Sight::no_red, Sight::no_green, Sight::no_blue};

struct Lab {
  double lightness = 0;  // CIE L*, 0 black to 100 white: what is left of a colour in grey
  double a = 0;
  double b = 0;
};
Lab seen(std::string_view colour, Sight sight);           // CIE 1976, D65
double difference(const Lab& one, const Lab& other);      // CIE 1976; about 2 can just be seen

}  // namespace lagesbild::design
