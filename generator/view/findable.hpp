// What a reader may look for by name: units, areas, forums, indicators and pages, in Swedish order. The page Sök lists them, and the script
// at the top of each page searches among them. Only what has a page or stands on one is here, and so nothing that the audience may not see.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace lagesbild::view {

class Context;

struct Findable {
  enum class Kind : unsigned char { unit, former_unit, area, forum, indicator, page };
  Kind kind{};
  std::size_t index = 0;   // of the unit, area, forum or indicator
  std::string name;
  std::string path;        // from the folder of the language
};

std::vector<Findable> make_findable(const Context& context);

inline constexpr std::size_t findable_per_page = 600;

// What is said beside the name: what it is, and where or about what.
std::string findable_kind(const Context& context, Findable::Kind kind);
std::string findable_about(const Context& context, const Findable& found);

// assets/search-<language>.js: a plain script that sets one global, `lagesbild_search`. Loaded when somebody is about to search.
std::string search_script_path(const Context& context);
std::string search_script(const Context& context);

}  // namespace lagesbild::view
