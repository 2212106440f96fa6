// Units side by side: what stands in the rows, the region's value in each, and the cells of a unit. The page Jämför shows the rows and the
// region; a script adds the units that a reader chooses. The cells are the words that the unit's own page says: nothing is counted here.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/shell.hpp"

namespace lagesbild::view {

struct ComparisonRow {
  enum class Kind : unsigned char { text, toned, grade };  // how the script shows the cell: "good:uppfyllt" is toned, "DC" is D lifted to C
  Kind kind{};
  std::string name;
  std::string href;      // from the folder of the language; may be empty
  std::string region;    // may be empty
};

struct ComparisonGroup {
  std::string name;
  std::vector<ComparisonRow> rows;
};

std::vector<ComparisonGroup> comparison_groups(const Context& context);

// One for each row of all groups, in that order; empty where there is nothing to say.
std::vector<std::string> comparison_cells(const Context& context, std::size_t unit);

// Only units with grades can be compared. In which of the scripts it is, if so.
std::optional<std::size_t> comparison_part(const Context& context, std::size_t unit, std::size_t place_among_units);

// "r1-007" of enhet/r1-007.html: how the address of the page Jämför names the unit.
std::string unit_address(const Context& context, std::size_t unit);

// Scripts of at most rows_per_page units each, assets/units-<language>-<part>.js, which add to the global `lagesbild_units`.
std::string comparison_script_stem(const Context& context);
void comparison_scripts(const Context& context, const std::function<void(std::string_view path, std::string_view bytes)>& sink);

}  // namespace lagesbild::view
