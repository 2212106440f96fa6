// Steps of action plans and recommendations, and the dates that explain a change.
#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

// By plan, number, year, and what else tells rows apart; 2.1 before 10.1.
template <class Row, class Key>
void sort_by(std::vector<Row>& rows, const Key& key) {
  std::vector<std::pair<std::string, Row>> keyed;
  keyed.reserve(rows.size());
  for (Row& row : rows) {
    std::string of_row = key(row);
    keyed.emplace_back(std::move(of_row), std::move(row));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = std::move(keyed[i].second);
}

}  // namespace

void read_measures(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const auto both = [&](std::size_t row, std::size_t sv, std::size_t en) { return Localized{table.text(row, sv), table.text(row, en)}; };
    const std::size_t plan = table.field("plan"), number = table.field("number"), heading_sv = table.field("heading_sv"),
                      heading_en = table.field("heading_en"), title_sv = table.field("title_sv"), title_en = table.field("title_en"),
                      owner_sv = table.field("owner_sv"), owner_en = table.field("owner_en"), status = table.field("status"),
                      due = table.field("due"), followed_up = table.field("followed_up"), note_sv = table.field("note_sv"),
                      note_en = table.field("note_en"), evidence = table.field("evidence"), figures = table.field("figures"),
                      year = table.field("year"), next = table.field("next_follow_up"), indicators = table.field("indicators");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      reading.facts.measures.push_back({table.text(row, plan), table.text(row, number), both(row, heading_sv, heading_en),
                                        both(row, title_sv, title_en), both(row, owner_sv, owner_en),
                                        table.choice(row, status),
                                        table.date(row, due), table.date(row, followed_up), both(row, note_sv, note_en),
                                        table.text(row, evidence), table.text(row, figures), table.integer(row, year),
                                        table.date(row, next), table.ids(row, indicators)});
      for (const std::string& id : reading.facts.measures.back().indicators) {
        const auto& known = reading.indicators;
        if (known.empty() || std::find(known.begin(), known.end(), id) != known.end()) continue;
        table.warn(row, indicators, code::unknown_indicator, {{"seen", id}, {"like", std::string{did_you_mean(id, known)}}});
      }
    }
  }
  sort_by(reading.facts.measures, [order = SwedishOrder{}](const model::Measure& one) {
    return order.key(one.plan) + '\0' + order.key(one.number) + '\0' + std::to_string(one.year.value_or(0));
  });
}

// A figure of a measure that nobody knows is a mistake in either file; both are shown, so it is told here.
void read_measure_figures(Tables& tables, Reading& reading) {
  std::set<std::pair<std::string_view, std::string_view>> known;
  for (const model::Measure& one : reading.facts.measures) known.emplace(one.plan, one.number);
  for (Table& table : tables) {
    const auto both = [&](std::size_t row, std::size_t sv, std::size_t en) { return Localized{table.text(row, sv), table.text(row, en)}; };
    const std::size_t plan = table.field("plan"), number = table.field("number"), figure = table.field("figure"),
                      label_sv = table.field("label_sv"), label_en = table.field("label_en"), unit_sv = table.field("unit_sv"),
                      unit_en = table.field("unit_en"), year = table.field("year"), value = table.field("value"),
                      target = table.field("target"), note_sv = table.field("note_sv"), note_en = table.field("note_en");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      model::MeasureFigure one{table.text(row, plan), table.text(row, number), table.text(row, figure), both(row, label_sv, label_en),
                               both(row, unit_sv, unit_en), table.integer(row, year).value_or(0), table.number(row, value),
                               table.number(row, target), both(row, note_sv, note_en)};
      if (!known.contains({one.plan, one.number})) {
        table.complain(row, number, code::unknown_measure, {{"seen", one.number}, {"plan", one.plan}});
      }
      if (!one.value && !one.target) table.complain(row, value, code::figure_without_number);
      reading.facts.measure_figures.push_back(std::move(one));
    }
  }
  sort_by(reading.facts.measure_figures, [order = SwedishOrder{}](const model::MeasureFigure& one) {
    return order.key(one.plan) + '\0' + order.key(one.number) + '\0' + one.id + '\0' + std::to_string(one.year);
  });
}

void read_events(Tables& tables, Reading& reading) {
  const model::Framework& framework = reading.facts.framework;
  for (Table& table : tables) {
    const std::size_t date = table.field("date"), text_sv = table.field("text_sv"), text_en = table.field("text_en"),
                      areas = table.field("areas");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      model::Event event{table.date(row, date).value_or(Date{}), {table.text(row, text_sv), table.text(row, text_en)}, {}};
      for (const std::string& letter : table.ids(row, areas)) {
        const auto area = area_of(letter, framework);
        if (area) event.areas.push_back(*area);
        else table.complain(row, areas, code::unknown_area, {{"seen", letter}});
      }
      std::sort(event.areas.begin(), event.areas.end());
      event.areas.erase(std::unique(event.areas.begin(), event.areas.end()), event.areas.end());
      reading.facts.events.push_back(std::move(event));
    }
  }
  auto& events = reading.facts.events;
  std::stable_sort(events.begin(), events.end(), [](const model::Event& a, const model::Event& b) {
    return std::tie(a.date, a.text.sv) < std::tie(b.date, b.text.sv);
  });
}

}  // namespace lagesbild::read
