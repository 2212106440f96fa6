// The fact check before publishing: for each unit a sheet of what the site will say of it, with a place to answer, and a list of all of
// them. A sheet shows the unit's page itself, so it cannot say anything else; it stands alone, with its style in it and no way out.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/date.hpp"
#include "view/page_unit.hpp"

namespace lagesbild::view {

// What the one who orders the pack decides.
struct PackOrder {
  Date answer_by{};
  std::size_t longest_comment = 0;     // characters, as the dataset of comments has it
};

struct SheetPage {
  std::string page_lang;
  std::string title;
  UnitPage unit;
  std::string ask;
  std::string send;
  std::string longest;
  std::vector<Note> blanks;
  static constexpr auto fields() {
    return std::tuple{Field{"page_lang", &SheetPage::page_lang, "language code"},
                      Field{"title", &SheetPage::title, "of the window"},
                      Field{"unit", &SheetPage::unit, "the unit's page, as on the site"},
                      Field{"ask", &SheetPage::ask, "what to do, and by which day"},
                      Field{"send", &SheetPage::send, "where to send the answer, and by which day"},
                      Field{"longest", &SheetPage::longest, "how long a comment may be"},
                      Field{"blanks", &SheetPage::blanks, "numbers of the lines to write corrections on"}};
  }
};

struct PackUnit {
  std::string name;
  std::string href;
  std::string answered;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &PackUnit::name, "of the unit"}, Field{"href", &PackUnit::href, "its sheet"},
                      Field{"answered", &PackUnit::answered, "day of its comment since the latest review; a dash without one"}};
  }
};

struct PackForum {
  std::string name;
  std::string finding;
  std::vector<PackUnit> units;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &PackForum::name, "of the forum, or that there is none"},
                      Field{"finding", &PackForum::finding, "how many units, and how many have answered"},
                      Field{"units", &PackForum::units, "in Swedish order"}};
  }
};

struct PackIndex {
  Shell shell;
  std::string title;
  std::string lead;
  std::string send;
  std::string workbook;
  std::vector<PackForum> forums;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &PackIndex::shell, "region, date and notice, as on the site"},
                      Field{"title", &PackIndex::title, "of the window"},
                      Field{"lead", &PackIndex::lead, "how many sheets, by which day, and how many units have answered"},
                      Field{"send", &PackIndex::send, "how to send them out"},
                      Field{"workbook", &PackIndex::workbook, "file to collect the comments in"},
                      Field{"forums", &PackIndex::forums, "in the site's order, units without one last"}};
  }
};

inline constexpr const char* pack_workbook = "kommentarer.xlsx";
// The pages of the units that exist today and have one: those that there are sheets of.
std::vector<const PageRef*> pages_with_sheets(const Context& context);
std::string sheet_path(const PageRef& unit);  // enhet/fk001.html, also where the site's pages end otherwise
SheetPage sheet_page(const Context& context, const PageRef& unit, const PackOrder& order);
PackIndex pack_index(const Context& context, const PackOrder& order);

}  // namespace lagesbild::view
