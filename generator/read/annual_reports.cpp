// Annual reports: one row a ST doctor comes in, counts per unit, year and question go out. Two answers of one row are never kept together.
#include <algorithm>
#include <map>
#include <utility>

#include "read/dataset_codes.hpp"
#include "read/history.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

void count(std::vector<model::AnswerCount>& answers, std::int64_t answer) {
  const auto at = std::lower_bound(answers.begin(), answers.end(), answer,
                                   [](const model::AnswerCount& one, std::int64_t wanted) { return one.answer < wanted; });
  if (at != answers.end() && at->answer == answer) ++at->count;
  else answers.insert(at, {answer, 1});
}

class ReportReader {
 public:
  explicit ReportReader(Reading& reading) : reading_(reading) {}

  void read(Table& table) {
    const std::size_t unit_id = table.field("unit_id"), year = table.field("year");
    if (!table.usable()) return;
    std::vector<std::size_t> questions;
    for (std::size_t i = 0; i < table.dataset().fields.size(); ++i) {
      if (i != unit_id && i != year) questions.push_back(i);
    }
    if (reading_.facts.report_questions.empty()) {
      for (const std::size_t question : questions) reading_.facts.report_questions.push_back(table.dataset().fields[question]);
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const auto unit = reading_.units.find(table, row, unit_id);
      const auto when = table.integer(row, year);
      if (!unit || !when || !in_time(table, row, unit_id, year, *unit, *when)) continue;
      auto [group, is_new] = groups_.try_emplace({*unit, *when});
      if (is_new) {
        group->second.group = {*unit, *when, 0, std::vector<std::vector<model::AnswerCount>>(questions.size())};
        group->second.spot = {&table, row};
      }
      ++group->second.group.reports;
      for (std::size_t i = 0; i < questions.size(); ++i) {
        if (const auto answer = table.number(row, questions[i])) count(group->second.group.questions[i], *answer);
      }
    }
  }

  void finish() {
    std::vector<Place> places;
    for (auto& [key, found] : groups_) {
      reading_.facts.deliveries.push_back({"annual_reports", found.group.unit, std::to_string(found.group.year)});
      check_register(found);
      places.push_back(found.spot.place(found.spot.table->field("year")));
      reading_.facts.reports.push_back(std::move(found.group));
    }
    warn_of_far_values(reading_.facts, places, reading_.site.as_of, reading_.diagnostics);
  }

 private:
  struct Found {
    model::ReportGroup group;
    Spot spot;  // of its first row
  };

  bool in_time(Table& table, std::size_t row, std::size_t unit_id, std::size_t year, std::size_t unit, int when) {
    using std::chrono::day, std::chrono::month;
    if (when > static_cast<int>(reading_.site.as_of.year())) {
      table.complain(row, year, code::year_in_future, {{"year", std::to_string(when)}, {"as_of", to_string(reading_.site.as_of)}});
      return false;
    }
    const Date first{std::chrono::year{when}, month{1}, day{1}}, last{std::chrono::year{when}, month{12}, day{31}};
    return reading_.units.existed(table, row, unit_id, unit, first, last);
  }

  // The register says how it is now, so only the reports of this year can contradict it.
  void check_register(const Found& found) {
    const model::Unit& unit = reading_.facts.units[found.group.unit];
    if (unit.figures.st_doctors != 0 || found.group.year != static_cast<int>(reading_.site.as_of.year())) return;
    Table& table = *found.spot.table;
    table.complain(found.spot.row, table.field("unit_id"), code::reports_without_st_doctors,
                   {{"id", unit.id.value()}, {"year", std::to_string(found.group.year)}});
    table.see_also(reading_.units.place(found.group.unit));
  }

  Reading& reading_;
  std::map<std::pair<std::size_t, int>, Found> groups_;  // by unit and year
};

}  // namespace

void read_annual_reports(Tables& tables, Reading& reading) {
  ReportReader reader{reading};
  for (Table& table : tables) reader.read(table);
  reader.finish();
}

}  // namespace lagesbild::read
