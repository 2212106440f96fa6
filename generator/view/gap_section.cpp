#include "view/gap_section.hpp"

#include <algorithm>
#include <numeric>

#include "view/figure.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

// The areas that together make up at least half, the largest first.
std::vector<std::string> most_of(const Context& context, const disclosure::Gap& gap) {
  std::vector<std::size_t> order(gap.by_area.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gap.by_area[a] > gap.by_area[b]; });
  std::vector<std::string> names;
  int points = 0;
  for (const std::size_t area : order) {
    if (2 * points >= gap.points) break;
    points += gap.by_area[area];
    names.push_back(context.area_name(area) + " (" + context.texts.percent(gap.by_area[area], gap.points) + ")");
  }
  return names;
}

}  // namespace

std::optional<GapSection> gap_section(const Context& context, std::optional<std::size_t> forum, const std::string& up) {
  const Texts& texts = context.texts;
  const std::size_t group = forum ? 1 + *forum : 0;
  if (group >= context.release.gaps.size() || context.release.gaps[group].points == 0) return std::nullopt;
  const disclosure::Gap& gap = context.release.gaps[group];
  const std::string line(1, disclosure::letter(context.release.framework.reference_line));
  const std::vector<std::string> most = most_of(context, gap);
  GapSection section;
  section.finding = texts.counted("gap.units_below", gap.units_below, {{"reviewed", texts.number(gap.reviewed)}, {"line", line}}) + " " +
                    texts.counted("gap.areas", static_cast<std::int64_t>(most.size()),
                                  {{"areas", join_in_words(texts, most)}, {"line", line}});
  section.units_finding = texts.counted("gap.few", static_cast<std::int64_t>(gap.few.size()),
                                        {{"share", texts.percent(gap.points_of_few, gap.points)}});
  section.note = texts.say("gap.note", {{"line", line}, {"points", texts.number(gap.points)}});
  const int largest = *std::max_element(gap.by_area.begin(), gap.by_area.end());
  for (std::size_t area = 0; area < gap.by_area.size(); ++area) {
    const int points = gap.by_area[area];
    if (points == 0) continue;
    section.areas.push_back({context.release.framework.areas[area].letter, context.area_name(area), up + context.area_path(area),
                             {}, texts.percent(points, gap.points), texts.number(points)});
    GapArea& added = section.areas.back();
    added.bar = {added.name + ": " + added.share, per_cent(static_cast<double>(points) / largest), false};
  }
  std::vector<disclosure::GapUnit> few = gap.few;
  std::sort(few.begin(), few.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });  // units stand in order of name
  for (const disclosure::GapUnit& one : few) {
    std::string letters;
    for (const std::size_t area : one.areas) letters += (letters.empty() ? "" : ", ") + context.release.framework.areas[area].letter;
    section.units.push_back({context.release.units[one.unit].name, up + context.unit_path(one.unit), letters, texts.number(one.points)});
  }
  return section;
}

Figure gap_figure(const Texts& texts, const GapSection& gap, std::string subject) {
  Figure figure{.subject = std::move(subject), .title = texts.say("page.gap"), .subtitle = gap.finding + " " + gap.note};
  figure.table.head = {texts.say("page.area"), texts.say("page.gap_share"), texts.say("picture.steps")};
  for (const GapArea& area : gap.areas) {
    const std::string name = area.letter + " " + area.name;
    figure.rows.push_back({name, area.bar, area.share + " (" + area.points + ")"});
    figure.table.rows.push_back({name, area.share, area.points});
  }
  return figure;
}

}  // namespace lagesbild::view
