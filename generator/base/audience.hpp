// Publication class: the widest audience that may see something. Each one includes those before it, so a field may be shown on a site when
// its class is at most the site's audience.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/yaml.hpp"

namespace lagesbild {

enum class Audience : std::uint8_t { open, intranet, management };

constexpr std::string_view to_string(Audience audience) {
  return audience == Audience::open ? "open" : audience == Audience::intranet ? "intranet" : "management";
}

// `key: intranet` of a map; required.
inline Audience read_audience(yaml::Reader& reader, std::string_view key) {
  const std::string word = reader.one_of(key, {"open", "intranet", "management"});
  return word == "open" ? Audience::open : word == "intranet" ? Audience::intranet : Audience::management;
}

}  // namespace lagesbild
