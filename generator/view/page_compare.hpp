// Units side by side. Without scripts: what can be compared, the region's values, and the way to every unit; with them, the units that the
// reader chooses, who are named in the address.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/page_units.hpp"

namespace lagesbild::view {

struct CompareRow {
  std::string kind;
  std::optional<Link> link;
  std::optional<Note> name;
  std::string region;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &CompareRow::kind, "how the script shows a unit's cell: text, toned or grade"},
                      Field{"link", &CompareRow::link, "what is compared, if it has a page"},
                      Field{"name", &CompareRow::name, "what is compared, otherwise"},
                      Field{"region", &CompareRow::region, "the region's value; may be empty"}};
  }
};

struct CompareGroup {
  std::string name;
  std::vector<CompareRow> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &CompareGroup::name, "what the rows are about"}, Field{"rows", &CompareGroup::rows, "one thing a row"}};
  }
};

struct ComparePage {
  Shell shell;
  std::string lead;
  std::string scripts;
  std::vector<ShortKey> keys;
  std::vector<CompareGroup> groups;
  std::vector<Link> units;
  std::vector<Link> parts;
  bool has_parts = false;
  static constexpr auto fields() {
    return std::tuple{Field{"shell", &ComparePage::shell, "what stands around the page"},
                      Field{"lead", &ComparePage::lead, "what can be compared, in a sentence"},
                      Field{"scripts", &ComparePage::scripts, "beginning of the addresses of the scripts with the units' cells"},
                      Field{"keys", &ComparePage::keys, "what the letters mean"},
                      Field{"groups", &ComparePage::groups, "the rows, in groups"},
                      Field{"units", &ComparePage::units, "all units that can be compared; none where they are too many for a page"},
                      Field{"parts", &ComparePage::parts, "then the parts of the list of units"},
                      Field{"has_parts", &ComparePage::has_parts, "there are such parts"}};
  }
};

ComparePage compare_page(const Context& context, const PageRef& ref);

}  // namespace lagesbild::view
