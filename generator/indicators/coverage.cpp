#include "indicators/coverage.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace lagesbild::indicators {
namespace {

struct Period {
  std::string id;
  Date from{};
  Date to{};
};

using Units = std::set<std::size_t>;

Period period_of_year(int year) {
  using std::chrono::day, std::chrono::month;
  return {std::to_string(year), Date{std::chrono::year{year}, month{1}, day{1}}, Date{std::chrono::year{year}, month{12}, day{31}}};
}

int year_of(const std::string& period) {
  int year = 0;
  std::from_chars(period.data(), period.data() + period.size(), year);
  return year;
}

std::vector<Period> rounds_begun(const model::Facts& facts, Date as_of) {
  std::vector<Period> periods;
  for (const model::Round& round : facts.rounds) {
    if (round.from <= as_of) periods.push_back({round.id, round.from, round.to});
  }
  return periods;
}

std::vector<Period> years_with_data(const model::Facts& facts, const std::string& dataset, Date as_of) {
  std::vector<Period> periods;
  int first = 0, last = static_cast<int>(as_of.year()) - 1;
  for (const model::Delivery& delivery : facts.deliveries) {
    if (delivery.dataset != dataset) continue;
    const int year = year_of(delivery.period);
    if (first == 0 || year < first) first = year;
    last = std::max(last, year);
  }
  for (int year = first; first != 0 && year <= last; ++year) periods.push_back(period_of_year(year));
  return periods;
}

// Those whose own rows have come in. A review belongs to the round of its day; its delivery only knows the year.
Units delivering(const model::Facts& facts, const std::string& dataset, const Period& period) {
  Units units;
  if (dataset == "reviews") {
    for (const model::Review& review : facts.reviews) {
      if (period.from <= review.date && review.date <= period.to) units.insert(review.unit);
    }
    return units;
  }
  for (const model::Delivery& delivery : facts.deliveries) {
    if (delivery.dataset == dataset && delivery.period == period.id) units.insert(delivery.unit);
  }
  return units;
}

// Whether it or one that it came from has delivered. Units that come from each other in a ring are an error elsewhere, and seen once here.
bool answered(const model::Facts& facts, std::size_t unit, const Units& delivered, Units& seen) {
  if (delivered.contains(unit)) return true;
  if (!seen.insert(unit).second) return false;
  const auto& from = facts.units[unit].predecessors;
  return std::any_of(from.begin(), from.end(), [&](std::size_t one) { return answered(facts, one, delivered, seen); });
}

bool goes_on_in(const model::Facts& facts, std::size_t unit, const Period& period) {
  const auto& successor = facts.units[unit].successor;
  return successor && facts.units[*successor].exists_between(period.from, period.to);
}

CoverageColumn column(const model::Facts& facts, const std::string& dataset, const Period& period, Date as_of) {
  CoverageColumn made{dataset, period.id, period.to < as_of, {}};
  const Units delivered = delivering(facts, dataset, period);
  for (std::size_t i = 0; i < facts.units.size(); ++i) {
    const model::Unit& unit = facts.units[i];
    Units seen;
    const bool nobody_to_report = dataset == "annual_reports" && unit.figures.st_doctors == 0;
    Coverage state = made.over ? Coverage::missing : Coverage::not_yet;
    if (answered(facts, i, delivered, seen) && (delivered.contains(i) || unit.exists_between(period.from, period.to))) {
      state = Coverage::delivered;
    } else if (!unit.exists_between(period.from, period.to) || goes_on_in(facts, i, period) || nobody_to_report) {
      state = Coverage::not_expected;
    }
    made.units.push_back(state);
  }
  return made;
}

}  // namespace

std::vector<CoverageColumn> coverage(const model::Facts& facts, const std::vector<std::string>& datasets, Date as_of) {
  std::vector<CoverageColumn> columns;
  for (const std::string& dataset : datasets) {
    const bool once_a_round = dataset == "reviews" || dataset == "survey";
    for (const Period& period : once_a_round ? rounds_begun(facts, as_of) : years_with_data(facts, dataset, as_of)) {
      columns.push_back(column(facts, dataset, period, as_of));
    }
  }
  return columns;
}

}  // namespace lagesbild::indicators
