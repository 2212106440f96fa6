#include "view/slope_chart.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "view/figure.hpp"
#include "view/spread.hpp"

namespace lagesbild::view {
namespace {

constexpr double top = 44, label_height = 19, least_height = 220;

// Labels of one column: as near their dots as they can stand, in the order of the dots.
std::vector<std::string> label_places(const std::vector<double>& dots, double foot) {
  std::vector<std::size_t> order(dots.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return dots[a] < dots[b]; });
  std::vector<double> wanted;
  for (const std::size_t i : order) wanted.push_back(dots[i]);
  const std::vector<double> places = spread(std::move(wanted), label_height, top, foot);
  std::vector<std::string> found(dots.size());
  for (std::size_t i = 0; i < order.size(); ++i) found[order[i]] = std::to_string(std::lround(places[i]));
  return found;
}

}  // namespace

std::optional<SlopeSection> slope_section(const Texts& texts, const std::vector<SlopeItem>& items, SlopeWords words, double most) {
  SlopeSection section;
  std::vector<double> first, second;
  std::vector<const SlopeItem*> drawn;
  std::int64_t better = 0, worse = 0;
  for (const SlopeItem& item : items) {
    section.rows.push_back({item.name, item.before_text, item.now_text});
    if (item.before && item.now) drawn.push_back(&item);
  }
  if (drawn.size() < 2 || most <= 0) return std::nullopt;
  const double foot = top + std::max(least_height, label_height * static_cast<double>(drawn.size()));
  for (const SlopeItem* item : drawn) {
    first.push_back(foot - (foot - top) * *item->before / most);
    second.push_back(foot - (foot - top) * *item->now / most);
    better += *item->now > *item->before ? 1 : 0;
    worse += *item->now < *item->before ? 1 : 0;
  }
  const auto lefts = label_places(first, foot), rights = label_places(second, foot);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const SlopeItem& item = *drawn[i];
    SlopeLine line{std::to_string(std::lround(first[i])), std::to_string(std::lround(second[i])),
                   item.short_name + " " + item.before_text, lefts[i], item.now_text + " " + item.short_name, rights[i], {}};
    if (!item.more.empty()) line.more = Note{item.more};
    section.chart.lines.push_back(std::move(line));
  }
  const auto all = static_cast<std::int64_t>(drawn.size());
  const auto in_words = [&](std::int64_t n) { return n == 0 ? texts.say(words.none) : texts.number(n); };
  section.finding = texts.say(words.finding, {{"better", in_words(better)}, {"worse", in_words(worse)}, {"all", texts.number(all)},
                                              {"from", words.from}, {"to", words.to}});
  section.note = std::move(words.note);
  section.chart.description = section.finding;
  section.chart.from = std::move(words.from);
  section.chart.to = std::move(words.to);
  section.chart.foot = std::to_string(std::lround(foot));
  section.chart.height = std::to_string(std::lround(foot) + 16);
  return section;
}

Figure slope_figure(const Texts& texts, const SlopeSection& section, std::string subject) {
  Figure figure{.subject = std::move(subject), .title = section.finding, .subtitle = section.note};
  figure.rows.push_back({"", section.chart, ""});
  figure.table.head = {texts.say("page.group"), section.chart.from, section.chart.to};
  for (const SlopeRow& row : section.rows) figure.table.rows.push_back({row.name, row.before, row.now});
  return figure;
}

}  // namespace lagesbild::view
