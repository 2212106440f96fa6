#include "indicators/periods.hpp"

#include <algorithm>
#include <set>

namespace lagesbild::indicators {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

PeriodOfTime span_of_years(PeriodKind kind, int first, int last, Date as_of) {
  PeriodOfTime span{kind, std::to_string(first), Date{year{first}, month{1}, day{1}}, Date{year{last}, month{12}, day{31}}, true,
                    static_cast<std::size_t>(first)};
  if (last > first) span.id += "–" + std::to_string(last);
  span.over = span.to < as_of;
  return span;
}

}  // namespace

std::vector<PeriodOfTime> make_periods(const model::Facts& facts, const Settings& settings, Date as_of) {
  std::vector<PeriodOfTime> periods{{PeriodKind::now, "now", as_of, as_of, true, 0}};
  for (std::size_t i = 0; i < facts.rounds.size(); ++i) {
    const model::Round& round = facts.rounds[i];
    if (round.from > as_of) continue;
    periods.push_back({PeriodKind::round, round.id, round.from, round.to, round.to < as_of, i});
  }
  std::set<int> years;
  for (const model::ReportGroup& group : facts.reports) years.insert(group.year);
  for (const int one : years) periods.push_back(span_of_years(PeriodKind::year, one, one, as_of));
  if (settings.pool_years < 2 || years.empty()) return periods;
  for (int first = settings.pool_from; first <= *years.rbegin(); first += settings.pool_years) {
    const int last = first + settings.pool_years - 1;
    const auto held = std::distance(years.lower_bound(first), years.upper_bound(last));
    PeriodOfTime pool = span_of_years(PeriodKind::pool, first, last, as_of);
    if (held > 1 && pool.over) periods.push_back(std::move(pool));
  }
  return periods;
}

std::vector<std::size_t> periods_of(const Definition& definition, const std::vector<PeriodOfTime>& periods) {
  const auto has = [&](PeriodKind kind) {
    switch (definition.source) {
      case Source::annual_reports: return kind == PeriodKind::year || kind == PeriodKind::pool;
      case Source::survey: return kind == PeriodKind::round;
      default: return kind == PeriodKind::now || (kind == PeriodKind::round && !definition.now_only);
    }
  };
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const PeriodOfTime& one = periods[i];
    const bool early = definition.since && static_cast<int>(one.from.year()) < *definition.since;
    const bool joined = segment(definition, one.from) != segment(definition, one.to);
    if (has(one.kind) && !early && !joined) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
    return std::pair{periods[a].to, periods[b].from} < std::pair{periods[b].to, periods[a].from};
  });
  return found;
}

}  // namespace lagesbild::indicators
