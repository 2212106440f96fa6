// A region's own logo: what may be one, and how wide it is to be shown. What is drawn in an SVG is not looked at here: check/ holds every
// drawing of the finished site against the rules (no script, no event, nothing from another file or host).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

namespace lagesbild::design {

inline constexpr std::size_t most_logo_bytes = 30'000;  // it is loaded with the first page that somebody sees
inline constexpr int logo_height = 32;                  // as shown, in px; the file may have any

// Width in px at that height. 0 and an error at `named` (of the logo in site.yaml) for what is no SVG or PNG with a size of its own, is too
// large, or is more than ten times as wide as high.
int logo_width(std::string_view file, std::string_view bytes, const Place& named, const std::string& excerpt, Diagnostics& diagnostics);

}  // namespace lagesbild::design
