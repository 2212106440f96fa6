// Publication class: the widest audience that may see something. Each one includes those before it, so a field may be shown on a site when
// its class is at most the site's audience.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/yaml.hpp"

namespace lagesbild {

enum class Audience : std::uint8_t { open, intranet, management };

constexpr std::string_view to_string(Audience audience) {
  return audience == Audience::open ? "open" : audience == Audience::intranet ? "intranet" : "management";
}

inline constexpr std::array all_audiences{Audience::open, Audience::intranet, Audience::management};

// Nothing for another word.
constexpr std::optional<Audience> parse_audience(std::string_view word) {
  for (const Audience one : all_audiences) {
    if (to_string(one) == word) return one;
  }
  return std::nullopt;
}

// `key: intranet` of a map; required.
inline Audience read_audience(yaml::Reader& reader, std::string_view key) {
  return parse_audience(reader.one_of(key, {"open", "intranet", "management"})).value_or(Audience::management);
}

}  // namespace lagesbild
