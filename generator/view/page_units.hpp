// All units: the grid of units and areas, or only their names where no grades may be shown. Long lists are cut into parts.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/units_table.hpp"

namespace lagesbild::view {

struct GradeKey {
  std::string grade;
  std::string letter;
  std::string word;
  std::string meaning;
  std::string points;
  std::string action;
  static constexpr auto fields() {
    return std::tuple{Field{"grade", &GradeKey::grade, "a, b, c or d: colour and shape"}, Field{"letter", &GradeKey::letter, "A-D"},
                      Field{"word", &GradeKey::word, "two or three words"}, Field{"meaning", &GradeKey::meaning, "a sentence"},
                      Field{"points", &GradeKey::points, "in points"}, Field{"action", &GradeKey::action, "what it asks of the unit"}};
  }
};
std::vector<GradeKey> grade_keys(const Context& context);

struct ShortKey {
  std::string grade;
  std::string letter;
  std::string word;
  static constexpr auto fields() {
    return std::tuple{Field{"grade", &ShortKey::grade, "a, b, c or d"}, Field{"letter", &ShortKey::letter, "A-D"},
                      Field{"word", &ShortKey::word, "two or three words"}};
  }
};
std::vector<ShortKey> short_keys(const Context& context);

struct NameList {
  std::vector<Note> list;
  static constexpr auto fields() { return std::tuple{Field{"list", &NameList::list, "names in Swedish order"}}; }
};

struct FormerUnit {
  std::optional<Link> link;
  std::optional<Note> name;
  std::string text;
  static constexpr auto fields() {
    return std::tuple{Field{"link", &FormerUnit::link, "its page, if it has one"}, Field{"name", &FormerUnit::name, "its name otherwise"},
                      Field{"text", &FormerUnit::text, "what became of it"}};
  }
};

struct FormerList {
  std::vector<FormerUnit> units;
  static constexpr auto fields() { return std::tuple{Field{"units", &FormerList::units, "in Swedish order"}}; }
};

// What may be downloaded about all units.
struct UnitsFile {
  std::string href;
  std::string name;
  static constexpr auto fields() {
    return std::tuple{Field{"href", &UnitsFile::href, "address of the file"}, Field{"name", &UnitsFile::name, "what is in it"}};
  }
};

struct UnitsPage {
  Shell shell;
  std::string lead;
  std::vector<ShortKey> keys;
  std::optional<UnitsTable> table;
  std::optional<NameList> names;
  std::optional<FormerList> former;
  std::optional<Note> compare;
  std::vector<UnitsFile> files;
  std::vector<Link> parts;
  bool has_files = false;
  bool has_parts = false;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &UnitsPage::shell, "what stands around the page"},
                      Field{"lead", &UnitsPage::lead, "the units in a sentence"},
                      Field{"keys", &UnitsPage::keys, "what the letters mean; empty without grades"},
                      Field{"table", &UnitsPage::table, "on a site with reviews"},
                      Field{"compare", &UnitsPage::compare, "address of the page that puts units side by side, with the table"},
                      Field{"names", &UnitsPage::names, "units without a review that may be shown"},
                      Field{"former", &UnitsPage::former, "units that have closed or become others; on the last part"},
                      Field{"files", &UnitsPage::files, "of all units, to download"},
                      Field{"has_files", &UnitsPage::has_files, "there are some"},
                      Field{"parts", &UnitsPage::parts, "the parts of a long list"},
                      Field{"has_parts", &UnitsPage::has_parts, "the list is cut into parts"}};
  }
};

// What a site without reviews of its own can say of its units.
std::string names_lead(const Context& context);
// The parts of a long list of units; none where it is short.
std::vector<Link> unit_parts(const Context& context, const PageRef& here);
UnitsPage units_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
