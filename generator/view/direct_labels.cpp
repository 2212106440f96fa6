#include "view/direct_labels.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace lagesbild::view {
namespace {

using Side = LabelPlace::Side;

constexpr double narrowest = 250;  // px: a chart on a screen of 320
constexpr double letter = 7;       // px, at the size of labels in a wide font
constexpr double gap = 8;          // px to the next label

double width_of(const std::string& label) { return 100 * (letter * static_cast<double>(count_characters(label)) + gap) / narrowest; }

struct Placed {
  double at, from, to;
  std::size_t level;
};

// The label would cover another, or the line down from a mark to a label below it.
bool is_taken(const std::vector<Placed>& placed, double from, double to, std::size_t level) {
  return std::any_of(placed.begin(), placed.end(), [&](const Placed& one) {
    return one.level == level ? one.from < to && from < one.to : one.level > level && from < one.at && one.at < to;
  });
}

}  // namespace

// Labels after their marks from the right, then those before theirs from the left: the line down from a mark then passes as few as it can.
std::vector<LabelPlace> place_labels(const std::vector<LabelledMark>& marks) {
  std::vector<LabelPlace> places(marks.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    places[i].side = marks[i].at >= width_of(marks[i].label) || marks[i].at > 50 ? Side::before : Side::after;
    order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (places[a].side != places[b].side) return places[a].side == Side::after;
    return places[a].side == Side::after ? marks[a].at > marks[b].at : marks[a].at < marks[b].at;
  });
  std::vector<Placed> placed;
  for (const std::size_t i : order) {
    const double at = marks[i].at, width = width_of(marks[i].label);
    const double from = places[i].side == Side::before ? at - width : at;
    while (is_taken(placed, from, from + width, places[i].level)) ++places[i].level;
    placed.push_back({at, from, from + width, places[i].level});
  }
  return places;
}

int height_of(const std::vector<LabelPlace>& places) {
  std::size_t levels = 0;
  for (const LabelPlace& place : places) levels = std::max(levels, place.level + 1);
  return label_height * static_cast<int>(levels);
}

}  // namespace lagesbild::view
