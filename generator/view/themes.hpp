// What inspectors noted at the latest review of each unit of today, counted once for every page that tells of it, so that the page Teman,
// the pages of areas and those of units agree. What a reader would get wrong: a unit is counted once for a theme however many findings it
// has about it, and may have the same theme as a strength and as a weakness. Themes are headings and are shown as they stand, in Swedish.
#pragma once
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "disclosure/release.hpp"

namespace lagesbild::view {

enum class Noted : unsigned char { weakness, strength, suggestion };  // weaknesses first: they are what a reader asks for
inline constexpr std::size_t kinds_of_noted = 3;
std::optional<Noted> noted_kind(std::string_view id);

// Units are indices into Release::units, in Swedish order of name.
struct RegionTheme {
  std::optional<std::size_t> area;
  std::string theme;
  std::array<std::vector<std::size_t>, kinds_of_noted> units;
  std::vector<std::size_t> strong;                          // it is their strength, and their grade in the area holds the line
  std::map<std::size_t, std::vector<std::size_t>> by_forum; // of those, the ones that have one

  const std::vector<std::size_t>& of(Noted kind) const { return units[static_cast<std::size_t>(kind)]; }
};

class RegionThemes {
 public:
  RegionThemes() = default;
  RegionThemes(const disclosure::Release& release, const std::vector<std::size_t>& units);

  const std::vector<RegionTheme>& all() const { return themes_; }  // by area, those of none last; then Swedish order
  // Most weaknesses first, then most strengths, then suggestions.
  std::vector<const RegionTheme*> by_weakness(std::optional<std::size_t> area = std::nullopt) const;
  const RegionTheme* find(std::optional<std::size_t> area, const std::string& theme) const;

 private:
  std::vector<RegionTheme> themes_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> places_;  // area, or as if after the last
};

// Up to `most` other units whose strength the theme is: those of the unit's own forum first.
std::vector<std::size_t> nearest_strong(const RegionTheme& theme, const disclosure::Release& release, std::size_t unit, std::size_t most);

// The latest review, where the unit has one that may be shown.
const disclosure::Review* latest_review(const disclosure::Release& release, std::size_t unit);

}  // namespace lagesbild::view
