// Everything with a name, in alphabetical order: what the search leads to for who has no scripts. Long lists are cut into parts.
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct FoundRow {
  std::string href;
  std::string name;
  std::string what;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &FoundRow::href, "its page"}, Field{"name", &FoundRow::name, "what it is called"},
                      Field{"what", &FoundRow::what, "what it is, with its forum, municipality and provider, or its question"}};
  }
};

struct FoundLetter {
  std::string id;
  std::string letter;
  std::vector<FoundRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &FoundLetter::id, "anchor"}, Field{"letter", &FoundLetter::letter, "that the names begin with"},
                      Field{"rows", &FoundLetter::rows, "in Swedish order"}};
  }
};

struct SearchPage {
  Shell shell;
  std::string lead;
  std::vector<FoundLetter> letters;
  std::vector<Link> parts;
  bool has_parts = false;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &SearchPage::shell, "what stands around the page"},
                      Field{"lead", &SearchPage::lead, "how much there is to find, in a sentence"},
                      Field{"letters", &SearchPage::letters, "the names by their first letter"},
                      Field{"parts", &SearchPage::parts, "the parts of a long list"},
                      Field{"has_parts", &SearchPage::has_parts, "the list is cut into parts"}};
  }
};

SearchPage search_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
