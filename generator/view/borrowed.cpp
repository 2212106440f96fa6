#include "view/borrowed.hpp"

#include <algorithm>

namespace lagesbild::view {
namespace {

constexpr std::size_t most_borrowed = 3;
constexpr std::size_t most_to_ask = 3;

using disclosure::ApprovedExample;

// The areas where the unit is below the reference line, its worst first.
std::vector<std::size_t> weak_areas(const Context& context, std::size_t unit) {
  const disclosure::Review* review = latest_review(context.release, unit);
  std::vector<std::size_t> weak;
  if (review == nullptr) return weak;
  const auto& grades = review->areas;
  for (std::size_t area = 0; area < grades.size(); ++area) {
    if (context.release.framework.reference_line < grades[area].current) weak.push_back(area);
  }
  std::stable_sort(weak.begin(), weak.end(), [&](std::size_t a, std::size_t b) { return grades[b].current < grades[a].current; });
  return weak;
}

// Noted weaknesses that have an area and a theme: in the order of the weak areas, then the others in the framework's order.
std::vector<const disclosure::NotedTheme*> weaknesses(const Context& context, std::size_t unit, const std::vector<std::size_t>& weak) {
  std::vector<const disclosure::NotedTheme*> noted;
  for (const disclosure::NotedTheme& one : context.release.texts.themes[unit]) {
    if (noted_kind(one.kind) == Noted::weakness && one.area && !one.theme.empty()) noted.push_back(&one);
  }
  const auto place = [&](const disclosure::NotedTheme* one) { return std::find(weak.begin(), weak.end(), *one->area) - weak.begin(); };
  std::stable_sort(noted.begin(), noted.end(), [&](const auto* a, const auto* b) { return place(a) < place(b); });
  return noted;
}

}  // namespace

std::optional<Borrowed> borrowed_by(const Context& context, std::size_t unit) {
  const auto weak = weak_areas(context, unit);
  const auto noted = weaknesses(context, unit, weak);
  std::vector<const ApprovedExample*> chosen;
  const auto choose = [&](auto fits) {
    for (const ApprovedExample& one : context.release.texts.examples) {
      if (one.unit == unit || !fits(one) || std::find(chosen.begin(), chosen.end(), &one) != chosen.end()) continue;
      chosen.push_back(&one);
    }
  };
  for (const auto* weakness : noted) choose([&](const auto& one) { return one.area == weakness->area && one.theme == weakness->theme; });
  for (const std::size_t area : weak) choose([&](const auto& one) { return one.area == area; });
  Borrowed borrowed;
  for (std::size_t i = 0; i < std::min(chosen.size(), most_borrowed); ++i) {
    if (!borrowed.good) borrowed.good = UnitExamples{{}, to_all_examples(context)};
    borrowed.good->examples.push_back(example_of_another(context, *chosen[i]));
  }
  for (const auto* weakness : noted) {
    const RegionTheme* theme = context.themes().find(weakness->area, weakness->theme);
    if (theme == nullptr) continue;
    StrongUnits strong{context.release.framework.areas[*weakness->area].letter + " " + weakness->theme, {}};
    for (const std::size_t one : nearest_strong(*theme, context.release, unit, most_to_ask)) {
      strong.units.push_back({"../" + context.unit_path(one), context.release.units[one].name, false});
    }
    if (strong.units.empty()) continue;
    if (!borrowed.ask) borrowed.ask = WhomToAsk{{}, Link{context.site.page("../teman"), context.texts.say("themes.all"), false}};
    borrowed.ask->themes.push_back(std::move(strong));
  }
  if (!borrowed.good && !borrowed.ask) return std::nullopt;
  return borrowed;
}

}  // namespace lagesbild::view
