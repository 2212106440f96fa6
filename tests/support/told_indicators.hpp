// Everything that judged indicators say, as text to compare: what is shown, and what is worked out from it.
#pragma once
#include <optional>
#include <sstream>
#include <string>

#include "disclosure/indicators.hpp"

namespace lagesbild::test {

class IndicatorTeller {
 public:
  std::string tell(const disclosure::Indicators& all) {
    out_.precision(17);
    for (const disclosure::IndicatorCells& cells : all.cells) tell(cells);
    for (const auto& cell : all.roles) {
      const auto& one = *cell.shown();
      out_ << "role " << one.round << ' ' << one.statement << ' ' << static_cast<int>(one.role) << ' ' << one.agree.k << '/' << one.agree.n
           << ' ' << one.largest;
      add(one.kappa);
      out_ << '\n';
    }
    return out_.str();
  }

 private:
  void tell(const disclosure::IndicatorCells& cells) {
    for (const auto& period : cells.groups) {
      for (const auto& cell : period) add(cell);
      out_ << '\n';
    }
    for (const auto& cell : cells.units) {
      const auto* value = cell.shown();
      if (value != nullptr) out_ << ' ' << value->k << '/' << value->n;
      if (value == nullptr) out_ << " -";
    }
    out_ << "\nheadline " << cells.assessment.headline << " phi " << cells.assessment.overdispersion << '\n';
    for (const auto& period : cells.assessment.standings) {
      for (const disclosure::Standing& one : period) add(one);
      out_ << '\n';
    }
    for (const auto trend : cells.assessment.trends) out_ << ' ' << static_cast<int>(trend);
    for (const auto& point : cells.assessment.funnel) add(point.inner), add(point.outer), out_ << " n " << point.n;
    out_ << '\n';
  }
  void add(const disclosure::Cell<disclosure::Value>& cell) {
    const auto* value = cell.shown();
    if (value == nullptr) return void(out_ << " -" << static_cast<int>(cell.reason()));
    out_ << ' ' << value->k << '/' << value->n << " of " << value->units << " largest " << value->largest;
    if (!value->spread) return;
    out_ << " mean " << value->spread->mean;
    add(value->spread->sd);
    if (value->spread->quartiles) out_ << " median " << value->spread->quartiles->median;
  }
  void add(const disclosure::Standing& one) {
    out_ << " [" << static_cast<int>(one.judgement);
    if (one.interval) add(*one.interval);
    add(one.shrunk);
    if (one.change) out_ << " change " << one.change->period << ' ' << one.change->difference;
    if (one.change) out_ << ' ' << static_cast<int>(one.change->direction);
    if (one.meets_target) out_ << " target " << *one.meets_target;
    out_ << ']';
  }
  void add(const disclosure::Interval& interval) { out_ << ' ' << interval.lower << ".." << interval.upper; }
  void add(const std::optional<double>& number) {
    if (number) out_ << ' ' << *number;
  }
  std::ostringstream out_;
};

inline std::string told(const disclosure::Indicators& all) { return IndicatorTeller{}.tell(all); }

}  // namespace lagesbild::test
