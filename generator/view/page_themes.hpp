// What inspectors note, by theme and area, in the region and in each forum; whom to ask about it; and where the text says otherwise than
// the grade. Numbers are of units of today, by their latest review.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/figure.hpp"
#include "view/length_bar.hpp"
#include "view/shell.hpp"
#include "view/text_and_grade.hpp"

namespace lagesbild::view {

struct ThemeBar {
  std::string words;
  LengthBar bar;
  static constexpr auto fields() {
    return std::tuple{Field{"words", &ThemeBar::words, "number of units and their share"}, Field{"bar", &ThemeBar::bar, "the number"}};
  }
};

struct ThemeRow {
  std::string letter;
  std::string theme;
  std::optional<Link> link;
  ThemeBar weakness, strength;
  std::string suggestions;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &ThemeRow::letter, "of the area; of none: in general"},
                      Field{"theme", &ThemeRow::theme, "in Swedish, where there is no link"},
                      Field{"link", &ThemeRow::link, "the theme, to the area's themes"},
                      Field{"weakness", &ThemeRow::weakness, "units where it is noted as one"},
                      Field{"strength", &ThemeRow::strength, "units where it is noted as one"},
                      Field{"suggestions", &ThemeRow::suggestions, "units that got one about it"}};
  }
};

struct ForumCell {
  std::string forum;
  std::string units;
  std::string share;
  static constexpr auto fields() {
    return std::tuple{Field{"forum", &ForumCell::forum, "whose"}, Field{"units", &ForumCell::units, "that have it noted as a weakness"},
                      Field{"share", &ForumCell::share, "of the forum's reviewed units"}};
  }
};

struct ForumsOfTheme {
  std::string letter;
  std::string theme;
  std::vector<ForumCell> forums;
  static constexpr auto fields() {
    return std::tuple{Field{"letter", &ForumsOfTheme::letter, "of the area"}, Field{"theme", &ForumsOfTheme::theme, "in Swedish"},
                      Field{"forums", &ForumsOfTheme::forums, "in the site's order, the region last"}};
  }
};

struct ForumHead {
  std::string name;
  std::string reviewed;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &ForumHead::name, "of the forum"}, Field{"reviewed", &ForumHead::reviewed, "units reviewed, in words"}};
  }
};

struct ThemeForums {
  std::string finding;
  std::vector<ForumHead> heads;
  std::vector<ForumsOfTheme> rows;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &ThemeForums::finding, "where a theme stands out most"},
                      Field{"heads", &ThemeForums::heads, "the forums and the region"},
                      Field{"rows", &ThemeForums::rows, "most weaknesses first"}, Field{"files", &ThemeForums::files, "to take away"}};
  }
};

struct AskUnit {
  Link unit;
  std::string forum;
  static constexpr auto fields() {
    return std::tuple{Field{"unit", &AskUnit::unit, "its page"}, Field{"forum", &AskUnit::forum, "its forum; may be empty"}};
  }
};

struct AskTheme {
  std::string summary;
  std::vector<AskUnit> units;
  std::optional<Note> more;
  static constexpr auto fields() {
    return std::tuple{Field{"summary", &AskTheme::summary, "theme and number of units"},
                      Field{"units", &AskTheme::units, "whose strength it is and who hold the line in the area, in Swedish order"},
                      Field{"more", &AskTheme::more, "how many are left out"}};
  }
};

struct AskSection {
  std::vector<AskTheme> themes;
  static constexpr auto fields() { return std::tuple{Field{"themes", &AskSection::themes, "by area, those that have a unit to ask"}}; }
};

struct ThemesPage {
  Shell shell;
  std::string lead;
  std::vector<ThemeRow> rows;
  std::optional<FigureLinks> files;
  std::optional<ThemeForums> forums;
  TextAndGrade otherwise;
  std::optional<AskSection> ask;
  Figures take_away;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ThemesPage::shell, "what stands around the page"},
                      Field{"lead", &ThemesPage::lead, "at how many units, and the most common weakness"},
                      Field{"rows", &ThemesPage::rows, "most weaknesses first"},
                      Field{"files", &ThemesPage::files, "the chart to take away"},
                      Field{"forums", &ThemesPage::forums, "weaknesses by forum; absent without forums"},
                      Field{"otherwise", &ThemesPage::otherwise, "where the text says otherwise than the grade"},
                      Field{"ask", &ThemesPage::ask, "whom to ask; absent where nobody has a strength"}};
  }
};

ThemesPage themes_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
