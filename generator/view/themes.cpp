#include "view/themes.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/text.hpp"

namespace lagesbild::view {
namespace {

constexpr std::array<std::string_view, kinds_of_noted> ids{"weakness", "strength", "suggestion"};

std::size_t place_of(const std::optional<std::size_t>& area) { return area.value_or(std::numeric_limits<std::size_t>::max()); }

}  // namespace

std::optional<Noted> noted_kind(std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  return found == ids.end() ? std::nullopt : std::optional{static_cast<Noted>(found - ids.begin())};
}

const disclosure::Review* latest_review(const disclosure::Release& release, std::size_t unit) {
  const disclosure::UnitReviews* reviewed = release.units[unit].reviewed.shown();
  return reviewed == nullptr || reviewed->reviews.empty() ? nullptr : &reviewed->reviews.back();
}

RegionThemes::RegionThemes(const disclosure::Release& release, const std::vector<std::size_t>& units) {
  std::map<std::pair<std::size_t, std::string>, RegionTheme> found;
  for (const std::size_t unit : units) {
    const disclosure::Review* review = latest_review(release, unit);
    if (review == nullptr) continue;
    for (const disclosure::NotedTheme& one : release.texts.themes[unit]) {
      const auto kind = noted_kind(one.kind);
      if (!kind || one.theme.empty()) continue;
      RegionTheme& theme = found[{place_of(one.area), one.theme}];
      theme.area = one.area;
      theme.theme = one.theme;
      theme.units[static_cast<std::size_t>(*kind)].push_back(unit);
      const bool holds = one.area && !(release.framework.reference_line < review->areas[*one.area].current);
      if (*kind != Noted::strength || !holds) continue;
      theme.strong.push_back(unit);
      if (release.units[unit].forum) theme.by_forum[*release.units[unit].forum].push_back(unit);
    }
  }
  const SwedishOrder order;
  std::vector<std::pair<std::pair<std::size_t, std::string>, RegionTheme>> sorted;
  for (auto& [key, theme] : found) sorted.push_back({{key.first, order.key(key.second)}, std::move(theme)});
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [key, theme] : sorted) {
    places_.emplace(std::pair{key.first, theme.theme}, themes_.size());
    themes_.push_back(std::move(theme));
  }
}

std::vector<const RegionTheme*> RegionThemes::by_weakness(std::optional<std::size_t> area) const {
  std::vector<const RegionTheme*> chosen;
  for (const RegionTheme& one : themes_) {
    if (!area || one.area == area) chosen.push_back(&one);
  }
  const auto counts = [](const RegionTheme* one) { return std::tuple{one->units[0].size(), one->units[1].size(), one->units[2].size()}; };
  std::stable_sort(chosen.begin(), chosen.end(), [&](const RegionTheme* a, const RegionTheme* b) { return counts(b) < counts(a); });
  return chosen;
}

const RegionTheme* RegionThemes::find(std::optional<std::size_t> area, const std::string& theme) const {
  const auto found = places_.find({place_of(area), theme});
  return found == places_.end() ? nullptr : &themes_[found->second];
}

std::vector<std::size_t> nearest_strong(const RegionTheme& theme, const disclosure::Release& release, std::size_t unit, std::size_t most) {
  const auto& forum = release.units[unit].forum;
  std::vector<std::size_t> nearest;
  const auto take = [&](const std::vector<std::size_t>& from, auto fits) {
    for (const std::size_t one : from) {
      if (nearest.size() == most) return;
      if (one != unit && fits(one)) nearest.push_back(one);
    }
  };
  const auto own = forum ? theme.by_forum.find(*forum) : theme.by_forum.end();
  if (own != theme.by_forum.end()) take(own->second, [](std::size_t) { return true; });
  take(theme.strong, [&](std::size_t one) { return !forum || release.units[one].forum != forum; });
  return nearest;
}

}  // namespace lagesbild::view
