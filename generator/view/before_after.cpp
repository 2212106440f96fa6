#include "view/before_after.hpp"

#include <algorithm>
#include <numeric>

#include "view/areas_chart.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Cell;
using disclosure::GradeCounts;
using Group = disclosure::GroupFigures<Cell>;

struct End {
  std::optional<double> number;
  std::string text;
};

// Per cent at the reference line or better.
End reached(const Context& context, const Cell<GradeCounts>& counts) {
  const auto* shown = counts.shown();
  if (shown == nullptr) return {std::nullopt, context.texts.say("withheld.small_group")};
  const int all = std::accumulate(shown->begin(), shown->end(), 0);
  if (all == 0) return {std::nullopt, "–"};
  const auto line = static_cast<std::ptrdiff_t>(context.release.framework.reference_line);
  const int good = std::accumulate(shown->begin(), shown->begin() + line + 1, 0);
  return {100.0 * good / all, context.texts.percent(good, all)};
}

End count_of_d(const Texts& texts, const Cell<GradeCounts>& counts) {
  if (counts.shown() == nullptr) return {std::nullopt, texts.say("withheld.small_group")};
  return {static_cast<double>(counts.shown()->back()), texts.number(counts.shown()->back())};
}

SlopeItem item_of(std::string name, std::string short_name, std::string more, End before, End now) {
  return {std::move(name), std::move(short_name), std::move(more), std::move(before.text), std::move(now.text), before.number, now.number};
}

SlopeItem item_of_area(const Context& context, std::size_t area, End before, End now) {
  const auto& described = context.release.framework.areas[area];
  return item_of(described.letter + " " + context.area_name(area), described.letter, described.short_name.in(context.language()),
                 std::move(before), std::move(now));
}

}  // namespace

std::optional<SlopeSection> slope_of_groups(const Context& context, std::size_t area) {
  const Texts& texts = context.texts;
  const auto& now = context.release.now;
  std::vector<SlopeItem> items;
  double most = 0;
  const auto add = [&](const std::string& name, const Group& group) {
    items.push_back(item_of(name, name, "", count_of_d(texts, group.areas[area].initial), count_of_d(texts, group.areas[area].current)));
    most = std::max({most, items.back().before.value_or(0), items.back().now.value_or(0)});
  };
  for (std::size_t i = 0; i < context.release.forums.size(); ++i) add(context.forum_name(i), now.forums[i]);
  if (context.release.forums.empty()) {
    for (const auto owner : {disclosure::Ownership::public_, disclosure::Ownership::private_}) {
      add(context.ownership_word(owner), now.ownership[static_cast<std::size_t>(owner)]);
    }
  }
  const SlopeWords words{texts.say("page.at_review"), texts.say("page.now"), "slope.groups", texts.say("slope.groups_note"),
                         "slope.groups_none"};
  return slope_section(texts, items, words, most);
}

std::optional<SlopeSection> slope_of_d(const Context& context, const Group& group) {
  const Texts& texts = context.texts;
  std::vector<SlopeItem> items;
  double most = 0;
  for (std::size_t i = 0; i < group.areas.size(); ++i) {
    items.push_back(item_of_area(context, i, count_of_d(texts, group.areas[i].initial), count_of_d(texts, group.areas[i].current)));
    most = std::max({most, items.back().before.value_or(0), items.back().now.value_or(0)});
  }
  return slope_section(texts, items, {texts.say("page.at_review"), texts.say("page.now"), "slope.d", texts.say("slope.d_note")}, most);
}

std::optional<SlopeSection> slope_of_rounds(const Context& context) {
  const Texts& texts = context.texts;
  const auto& rounds = context.release.rounds;
  if (rounds.size() < 2) return std::nullopt;
  const Group& before = context.release.by_round[rounds.size() - 2].region;
  const Group& now = context.release.by_round.back().region;
  std::vector<SlopeItem> items;
  for (std::size_t i = 0; i < now.areas.size(); ++i) {
    items.push_back(item_of_area(context, i, reached(context, before.areas[i].current), reached(context, now.areas[i].current)));
  }
  const SlopeWords words{rounds[rounds.size() - 2].id, rounds.back().id, "slope.rounds", texts.say("slope.rounds_note"),
                         "slope.rounds_none"};
  return slope_section(texts, items, words, 100);
}

}  // namespace lagesbild::view
