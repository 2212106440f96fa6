// All templates of a site in one language, loaded together, so that a partial nobody includes and a text nobody shows can be found.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/mustache.hpp"

namespace lagesbild::render {

class TemplateSet {
 public:
  // Names that start with "pages/" are templates to render, all others are partials. Nothing, and all errors, when any is wrong.
  static std::optional<TemplateSet> load(Sources sources, const TextLookup& texts, Diagnostics& diagnostics,
                                         Options options = {Rules::site, Blanks::collapse});
  const Template* find(std::string_view name) const;  // null for a partial or an unknown name
  std::vector<std::string> names() const;             // of the templates that can be rendered, sorted
  const std::set<std::string>& used_texts() const { return used_texts_; }            // keys, without "text."
  const std::vector<std::string>& unused_partials() const { return unused_partials_; }  // sorted

 private:
  std::map<std::string, Template, std::less<>> pages_;
  std::set<std::string> used_texts_;
  std::vector<std::string> unused_partials_;
};

}  // namespace lagesbild::render
