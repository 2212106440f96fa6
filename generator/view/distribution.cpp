#include "view/distribution.hpp"

#include <algorithm>
#include <utility>

#include "view/chart.hpp"
#include "view/direct_labels.hpp"

namespace lagesbild::view {
namespace {

constexpr int first_label = 48;  // px: foot of the labels nearest the bar
constexpr int foot = 6;

}  // namespace

Distribution distribution(std::string description, const std::vector<ClassShare>& shares, Strongest strongest) {
  Distribution chart;
  chart.description = std::move(description);
  int all = 0;
  for (const ClassShare& share : shares) all += share.percent;
  const double scale = 100.0 / std::max(100, all);  // rounded shares may be 101 together
  std::vector<LabelledMark> labels;
  double before = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double width = scale * shares[i].percent;
    const std::size_t tone = strongest == Strongest::first ? i + 1 : shares.size() - i;
    labels.push_back({before + width / 2, shares[i].label});
    chart.parts.push_back({"tone-" + std::to_string(tone), per_cent(before / 100), per_cent(width / 100),
                           per_cent((before + width / 2) / 100), shares[i].label, "", ""});
    before += width;
  }
  const auto places = place_labels(labels);
  chart.height = std::to_string(first_label + height_of(places) - label_height + foot);
  for (std::size_t i = 0; i < places.size(); ++i) {
    chart.parts[i].side = places[i].side == LabelPlace::Side::before ? "before" : "after";
    chart.parts[i].label_y = std::to_string(first_label + label_height * static_cast<int>(places[i].level));
  }
  return chart;
}

}  // namespace lagesbild::view
