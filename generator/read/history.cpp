#include "read/history.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "read/dataset_codes.hpp"

namespace lagesbild::read {
namespace {

using model::FieldType;

// Answers to one question in one year, all units together.
struct YearAnswers {
  Place place;                          // of the year's first row
  std::map<std::int64_t, int> counts;   // by answer
  int n = 0;
  double mean() const {
    double sum = 0;
    for (const auto& [answer, count] : counts) sum += static_cast<double>(answer) * count;
    return sum / n;
  }
  double share(std::int64_t answer) const {
    const auto found = counts.find(answer);
    return found == counts.end() ? 0 : static_cast<double>(found->second) / n;
  }
};
using Years = std::map<int, YearAnswers>;

bool is_number(FieldType type) { return type == FieldType::integer || type == FieldType::decimal; }

double percent(double share) { return std::round(share * 100); }

// A number that lies on the same side of `low` to `high`, the span of the other years.
struct Span {
  double low = INFINITY, high = -INFINITY;
  void add(double value) { low = std::min(low, value), high = std::max(high, value); }
};

std::string rounded(double value) { return std::to_string(static_cast<long long>(std::llround(value))); }

void warn(const model::Field& question, int year, const Place& place, double seen, const Span& usual, Diagnostics& diagnostics) {
  diagnostics.warning(code::far_outside_history, place,
                      {{"question", question.title.sv}, {"question_en", question.title.en}, {"year", std::to_string(year)},
                       {"seen", rounded(seen)}, {"low", rounded(usual.low)}, {"high", rounded(usual.high)}});
}

// The answers that a question can get; a number has only its mean.
void compare_year(const model::Field& question, const Years& years, int year, Diagnostics& diagnostics) {
  const YearAnswers& seen = years.at(year);
  if (is_number(question.type)) {
    Span usual;
    for (const auto& [other, answers] : years) {
      if (other != year) usual.add(answers.mean());
    }
    const bool far = seen.mean() > 2 * usual.high || seen.mean() < usual.low / 2;
    const double scale = question.type == FieldType::decimal ? 100 : 1;
    if (far) warn(question, year, seen.place, seen.mean() / scale, {usual.low / scale, usual.high / scale}, diagnostics);
    return;
  }
  const std::int64_t answers = question.type == FieldType::yes_no ? 2 : static_cast<std::int64_t>(question.choices.size());
  for (std::int64_t answer = answers - 1; answer >= 0; --answer) {
    Span usual;
    for (const auto& [other, counts] : years) {
      if (other != year) usual.add(percent(counts.share(answer)));
    }
    const double here = percent(seen.share(answer));
    if (here <= usual.high + 30 && here >= usual.low - 30) continue;
    return warn(question, year, seen.place, here, usual, diagnostics);
  }
}

void compare_answers(const model::Facts& facts, const std::vector<Place>& places, Diagnostics& diagnostics) {
  for (std::size_t q = 0; q < facts.report_questions.size(); ++q) {
    Years years;
    for (std::size_t i = 0; i < facts.reports.size(); ++i) {
      YearAnswers& year = years.try_emplace(facts.reports[i].year, YearAnswers{places[i], {}, 0}).first->second;
      for (const auto& [answer, count] : facts.reports[i].questions[q]) year.counts[answer] += count, year.n += count;
    }
    std::erase_if(years, [](const auto& year) { return year.second.n < 30; });
    if (years.size() < 3) continue;
    for (const auto& [year, answers] : years) compare_year(facts.report_questions[q], years, year, diagnostics);
  }
}

double median(std::vector<int> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

// facts.reports[first, last) are those of one unit.
void compare_numbers(const model::Facts& facts, std::size_t first, std::size_t last, const std::vector<Place>& places, Date as_of,
                     Diagnostics& diagnostics) {
  if (last - first < 3) return;
  for (std::size_t i = first; i < last; ++i) {
    std::vector<int> others;
    for (std::size_t j = first; j < last; ++j) {
      if (j != i) others.push_back(facts.reports[j].reports);
    }
    const double usual = median(std::move(others));
    const model::ReportGroup& group = facts.reports[i];
    const bool many = group.reports > 3 * usual + 3;
    const bool few = usual >= 6 && group.reports * 3 < usual && group.year < static_cast<int>(as_of.year());
    if (many || few) {
      diagnostics.warning(code::far_outside_usual_number, places[i],
                          {{"id", facts.units[group.unit].id.value()}, {"year", std::to_string(group.year)}});
    }
  }
}

}  // namespace

void warn_of_far_values(const model::Facts& facts, const std::vector<Place>& places, Date as_of, Diagnostics& diagnostics) {
  std::size_t first = 0;
  for (std::size_t i = 1; i <= facts.reports.size(); ++i) {
    if (i < facts.reports.size() && facts.reports[i].unit == facts.reports[first].unit) continue;
    compare_numbers(facts, first, i, places, as_of, diagnostics);
    first = i;
  }
  compare_answers(facts, places, diagnostics);
}

}  // namespace lagesbild::read
