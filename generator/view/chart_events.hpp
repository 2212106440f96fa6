// Events that explain a change, as marks in charts over time and in words under them. An event without areas concerns all; of an indicator
// without an area only those are told. One before or after what is drawn is left out.
#pragma once
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

#include "view/indicator_chart.hpp"

namespace lagesbild::view {

struct EventLine {
  std::string number;
  std::string date;
  std::string text;
  static constexpr auto fields() {
    return std::tuple{Field{"number", &EventLine::number, "as in the charts"}, Field{"date", &EventLine::date, "the day"},
                      Field{"text", &EventLine::text, "what happened, a sentence"}};
  }
};

// Indices into Release::events, by date.
std::vector<std::size_t> events_of(const Indicator& indicator);
// Numbered from 1 in this order, under the charts and in them.
std::vector<EventLine> event_lines(const Context& context, const std::vector<std::size_t>& listed);
void mark_events(const Indicator& indicator, const std::vector<std::size_t>& listed, SeriesChart& chart);

}  // namespace lagesbild::view
