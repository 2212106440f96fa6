#include "view/chart_events.hpp"

#include <algorithm>

#include "view/spread.hpp"

namespace lagesbild::view {
namespace {

constexpr double room_for_number = 0.06;  // of the width

bool concerns(const Indicator& indicator, const model::Event& event) {
  if (event.areas.empty()) return true;
  return indicator.definition.area && std::find(event.areas.begin(), event.areas.end(), *indicator.definition.area) != event.areas.end();
}

// Each period is as wide as the others, and has its dot in its middle: a day stands as far into its period as it is in time. Between two
// periods stands what happened between them.
std::optional<double> place_of(const Indicator& indicator, Date day) {
  const std::vector<std::size_t> drawn = drawn_periods(indicator);
  const auto all = static_cast<double>(drawn.size());
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const auto& time = indicator.time(drawn[i]);
    if (time.kind == disclosure::PeriodKind::now) return std::nullopt;
    if (day < time.from && i == 0) return std::nullopt;
    if (day < time.from) return static_cast<double>(i) / all;
    if (day > time.to) continue;
    const double part = static_cast<double>(days_between(time.from, day)) / std::max(1, days_between(time.from, time.to));
    return (static_cast<double>(i) + part) / all;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> events_of(const Indicator& indicator) {
  std::vector<std::size_t> found;
  const auto& events = indicator.context.release.events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (concerns(indicator, events[i]) && place_of(indicator, events[i].date)) found.push_back(i);
  }
  return found;
}

std::vector<EventLine> event_lines(const Context& context, const std::vector<std::size_t>& listed) {
  std::vector<EventLine> lines;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const model::Event& event = context.release.events[listed[i]];
    lines.push_back({std::to_string(i + 1), to_string(event.date), event.text.in(context.language())});
  }
  return lines;
}

void mark_events(const Indicator& indicator, const std::vector<std::size_t>& listed, SeriesChart& chart) {
  std::vector<double> places;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    const model::Event& event = indicator.context.release.events[listed[i]];
    const auto place = concerns(indicator, event) ? place_of(indicator, event.date) : std::nullopt;
    if (!place) continue;
    places.push_back(*place);
    chart.events.push_back({per_cent(*place), {}, std::to_string(i + 1)});
  }
  const std::vector<double> labels = spread(places, room_for_number, 0.02, 0.98);
  for (std::size_t i = 0; i < labels.size(); ++i) chart.events[i].label_x = per_cent(labels[i]);
}

}  // namespace lagesbild::view
