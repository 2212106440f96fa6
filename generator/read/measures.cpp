// Steps of action plans and recommendations, and the dates that explain a change.
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

// Plan by plan, 2.1 before 10.1.
void sort_by_number(std::vector<model::Measure>& measures) {
  const SwedishOrder order;
  std::vector<std::pair<std::string, model::Measure>> keyed;
  for (model::Measure& measure : measures) {
    std::string key = order.key(measure.plan) + '\0' + order.key(measure.number);
    keyed.emplace_back(std::move(key), std::move(measure));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < measures.size(); ++i) measures[i] = std::move(keyed[i].second);
}

}  // namespace

void read_measures(Tables& tables, Reading& reading) {
  for (Table& table : tables) {
    const auto both = [&](std::size_t row, std::size_t sv, std::size_t en) { return Localized{table.text(row, sv), table.text(row, en)}; };
    const std::size_t plan = table.field("plan"), number = table.field("number"), heading_sv = table.field("heading_sv"),
                      heading_en = table.field("heading_en"), title_sv = table.field("title_sv"), title_en = table.field("title_en"),
                      owner_sv = table.field("owner_sv"), owner_en = table.field("owner_en"), status = table.field("status"),
                      due = table.field("due"), followed_up = table.field("followed_up"), note_sv = table.field("note_sv"),
                      note_en = table.field("note_en"), evidence = table.field("evidence"), figures = table.field("figures");
    for (std::size_t row = 0; table.usable() && row < table.rows(); ++row) {
      reading.facts.measures.push_back({table.text(row, plan), table.text(row, number), both(row, heading_sv, heading_en),
                                        both(row, title_sv, title_en), both(row, owner_sv, owner_en),
                                        table.choice(row, status),
                                        table.date(row, due), table.date(row, followed_up), both(row, note_sv, note_en),
                                        table.text(row, evidence), table.text(row, figures)});
    }
  }
  sort_by_number(reading.facts.measures);
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
