// Small multiples: one small chart an indicator, on the same scale, over years or rounds, with events and breaks. What is not shown is a
// gap in the line, and is said in words beside it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "view/chart_events.hpp"
#include "view/figure_links.hpp"

namespace lagesbild::view {

struct Figure;

struct SeriesPanel {
  std::string name;
  std::string href;
  std::string finding;
  SeriesChart chart;
  std::vector<Note> notes;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &SeriesPanel::name, "the indicator"}, Field{"href", &SeriesPanel::href, "its page"},
                      Field{"finding", &SeriesPanel::finding, "trend or latest change, in words"},
                      Field{"chart", &SeriesPanel::chart, "its development"},
                      Field{"notes", &SeriesPanel::notes, "breaks, and what is not shown"}};
  }
};

struct DevelopmentRow {
  std::string name;
  std::string period;
  std::string value;
  std::optional<Note> region, events;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &DevelopmentRow::name, "the indicator"}, Field{"period", &DevelopmentRow::period, "year or round"},
                      Field{"value", &DevelopmentRow::value, "the value, or why it is not shown"},
                      Field{"region", &DevelopmentRow::region, "the region's, beside a forum"},
                      Field{"events", &DevelopmentRow::events, "numbers of the events in it, where there are any at all"}};
  }
};

struct Development {
  std::string finding;
  std::string subtitle;
  std::vector<SeriesPanel> panels;
  std::vector<EventLine> events;
  std::vector<DevelopmentRow> rows;
  bool has_events = false;
  bool compared = false;
  std::optional<FigureLinks> files;
  static constexpr auto fields() {
    return std::tuple{Field{"finding", &Development::finding, "how many rise and fall, in a sentence"},
                      Field{"subtitle", &Development::subtitle, "what is drawn"},
                      Field{"panels", &Development::panels, "one an indicator, in the order of their page"},
                      Field{"events", &Development::events, "what is marked in them, by date"},
                      Field{"rows", &Development::rows, "the same as a table"},
                      Field{"has_events", &Development::has_events, "some event is marked"},
                      Field{"compared", &Development::compared, "the region stands beside"},
                      Field{"files", &Development::files, "the charts to take away"}};
  }
};

// The region's, of the indicators of an area; nothing when none has two periods to show. `up` leads to the root of the language.
std::optional<Development> development_in(const Context& context, std::size_t area, const std::string& up);
// A forum against the region: of each area the first shares with at least three periods of its own to show.
std::optional<Development> development_of(const Context& context, std::size_t forum, const std::string& up);
// The region's, of these indicators, as far as they have two periods to show.
std::optional<Development> development_for(const Context& context, const std::vector<std::size_t>& indicators, const std::string& up);
Figure development_figure(const Texts& texts, const Development& development, std::string subject);

}  // namespace lagesbild::view
