// Every good example that somebody has approved, by area and theme, and how a unit shares one of its own. What nobody has approved is
// neither here nor counted, so an area without examples may well have some that wait.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct ExampleCard {
  std::string title;
  std::string words;
  std::string name;
  std::optional<Link> unit;
  std::optional<Note> approved;
  static constexpr auto fields() {
    return std::tuple{Field{"title", &ExampleCard::title, "h4, in Swedish"},
                      Field{"words", &ExampleCard::words, "the approved sentences, in Swedish"},
                      Field{"name", &ExampleCard::name, "of the unit, where it has no page"},
                      Field{"unit", &ExampleCard::unit, "whose it is"},
                      Field{"approved", &ExampleCard::approved, "when, in words"}};
  }
};

struct ExampleTheme {
  std::string id;
  std::string theme;
  std::string count;
  std::vector<ExampleCard> cards;
  bool named = false;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &ExampleTheme::id, "its place on the page"},
                      Field{"theme", &ExampleTheme::theme, "h3, in Swedish; without one: other"},
                      Field{"count", &ExampleTheme::count, "number of examples"},
                      Field{"cards", &ExampleTheme::cards, "one an example, in Swedish order of unit"},
                      Field{"named", &ExampleTheme::named, "the theme is a word of those who wrote it, not of the site"}};
  }
};

struct ExampleArea {
  std::string id;
  std::string heading;
  std::vector<ExampleTheme> themes;
  static constexpr auto fields() {
    return std::tuple{Field{"id", &ExampleArea::id, "its place on the page"},
                      Field{"heading", &ExampleArea::heading, "h2: letter and name of the area; of none: the whole training"},
                      Field{"themes", &ExampleArea::themes, "in Swedish order, those without one last"}};
  }
};

struct AskedField {
  std::string name;
  std::string about;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &AskedField::name, "column of the template"}, Field{"about", &AskedField::about, "what to write"}};
  }
};

struct ExamplesPage {
  Shell shell;
  std::string lead;
  std::optional<Note> missing;
  std::vector<ExampleArea> areas;
  std::vector<AskedField> asked;
  bool has_asked = false;
  std::string contact;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ExamplesPage::shell, "what stands around the page"},
                      Field{"lead", &ExamplesPage::lead, "how many, from how many units, and where most are"},
                      Field{"missing", &ExamplesPage::missing, "areas with units below the line and no example, in a sentence"},
                      Field{"areas", &ExamplesPage::areas, "in the framework's order"},
                      Field{"asked", &ExamplesPage::asked, "what a unit that shares is asked for"},
                      Field{"has_asked", &ExamplesPage::has_asked, "the site describes it"},
                      Field{"contact", &ExamplesPage::contact, "whom to write to"}};
  }
};

ExamplesPage examples_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
