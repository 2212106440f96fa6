#include "view/dumbbell.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "view/chart.hpp"
#include "view/direct_labels.hpp"

namespace lagesbild::view {
namespace {

constexpr int first_label = 38;  // px: foot of the labels nearest the marks
constexpr int foot = 6;

constexpr std::string_view circle = "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z";
constexpr std::string_view square = "M-6-6h12v12h-12z";
constexpr std::string_view triangle = "M0-7.5 7.5 6h-15z";
constexpr std::string_view diamond = "M0-8.5 8.5 0 0 8.5-8.5 0z";
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> shapes{
    {{"supervisor", square}, {"general_practice", square}, {"manager", triangle}, {"study_director", diamond}, {"sweden", diamond}}};

}  // namespace

std::string shape_of(std::string_view kind) {
  const auto found = std::find_if(shapes.begin(), shapes.end(), [&](const auto& one) { return one.first == kind; });
  return std::string{found == shapes.end() ? circle : found->second};
}

Dumbbell dumbbell(std::string description, const std::vector<Marked>& shares, Between between,
                  const std::optional<disclosure::Interval>& interval) {
  Dumbbell chart;
  chart.description = std::move(description);
  std::vector<LabelledMark> labels;
  for (const Marked& share : shares) labels.push_back({static_cast<double>(share.percent), share.label});
  const auto places = place_labels(labels);
  chart.height = std::to_string(first_label + height_of(places) - label_height + foot);
  for (std::size_t i = shares.size(); i-- > 0;) {  // the first is drawn last, on top
    chart.marks.push_back({shares[i].kind, std::to_string(shares[i].percent), shape_of(shares[i].kind), shares[i].label,
                           places[i].side == LabelPlace::Side::before ? "before" : "after",
                           std::to_string(first_label + label_height * static_cast<int>(places[i].level))});
  }
  if (between == Between::parts && shares.size() > 1) {
    const auto lower = [](const Marked& a, const Marked& b) { return a.percent < b.percent; };
    const auto [low, high] = std::minmax_element(shares.begin(), shares.end(), lower);
    chart.span = Stretch{std::to_string(low->percent), std::to_string(high->percent)};
  }
  if (interval) chart.range = Stretch{per_cent(interval->lower / 100), per_cent(interval->upper / 100)};
  return chart;
}

}  // namespace lagesbild::view
