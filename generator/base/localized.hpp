// A name or a sentence in every language of the site.
#pragma once
#include <string>

#include "base/messages.hpp"
#include "base/yaml.hpp"

namespace lagesbild {

struct Localized {
  std::string sv;
  std::string en;
  const std::string& in(Language language) const { return language == Language::sv ? sv : en; }
};

// `key: {sv: ..., en: ...}` of a map; both are required.
inline Localized read_localized(const yaml::Document& document, yaml::Reader& reader, std::string_view key, Diagnostics& diagnostics) {
  const yaml::Node* node = reader.map(key);
  if (node == nullptr) return {};
  yaml::Reader both{document, *node, diagnostics};
  Localized text{both.text("sv"), both.text("en")};
  both.finish();
  return text;
}

}  // namespace lagesbild
