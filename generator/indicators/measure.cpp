#include "indicators/measure.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <thread>
#include <utility>

#include "indicators/observe.hpp"
#include "indicators/statistics.hpp"

namespace lagesbild::indicators {
namespace {

// What one group has gathered in one period.
struct Pot {
  Value value;
  std::vector<model::AnswerCount> values;
};

double unit_of(const Definition& definition) { return definition.value.type == model::FieldType::decimal ? 100.0 : 1.0; }

// Quantile of type 7 over counted values in ascending order, see statistics.hpp.
double quantile_of(const std::vector<model::AnswerCount>& values, std::int64_t n, double p) {
  const double h = static_cast<double>(n - 1) * p;
  const auto at = static_cast<std::int64_t>(std::floor(h));
  const auto value_at = [&](std::int64_t index) {
    for (const auto& [answer, count] : values) {
      if (index < count) return static_cast<double>(answer);
      index -= count;
    }
    return static_cast<double>(values.back().answer);
  };
  const double low = value_at(at);
  return low + (h - static_cast<double>(at)) * (value_at(std::min(at + 1, n - 1)) - low);
}

Spread spread_of(std::vector<model::AnswerCount>& values, std::int64_t n, double unit) {
  const auto before = [](const auto& a, const auto& b) { return std::pair{a.answer, a.count} < std::pair{b.answer, b.count}; };
  std::sort(values.begin(), values.end(), before);  // by count too: the order of the units must not change the last bit of the SD
  double sum = 0;
  for (const auto& [answer, count] : values) sum += static_cast<double>(answer) * count;
  const double mean = sum / static_cast<double>(n);
  double squares = 0;
  for (const auto& [answer, count] : values) squares += (static_cast<double>(answer) - mean) * (static_cast<double>(answer) - mean) * count;
  Spread spread;
  spread.mean = mean / unit;
  if (n > 1) spread.sd = std::sqrt(squares / static_cast<double>(n - 1)) / unit;
  const auto at = [&](double p) { return quantile_of(values, n, p) / unit; };
  spread.quartiles = Quartiles{at(0.25), at(0.5), at(0.75)};
  return spread;
}

class Measurer {
 public:
  Measurer(const Definition& definition, const model::Facts& facts, const Groups& groups, std::vector<std::size_t> periods)
      : definition_(definition), facts_(facts), groups_(groups) {
    found_.periods = std::move(periods);
    pots_.assign(found_.periods.size(), std::vector<Pot>(groups.all.size()));
    found_.units.resize(facts.units.size() * found_.periods.size());
  }

  IndicatorFigures measure(const Observer& observer) {
    observer.observe(definition_, found_.periods, [this](std::size_t unit, std::vector<Tally>& tallies) { add(unit, tallies); });
    for (auto& period : pots_) {
      auto& values = found_.groups.emplace_back();
      values.reserve(period.size());
      for (Pot& pot : period) {
        if (has_values(definition_.kind) && pot.value.n > 0) pot.value.spread = spread_of(pot.values, pot.value.n, unit_of(definition_));
        values.push_back(pot.value);
      }
    }
    return std::move(found_);
  }

 private:
  void add(std::size_t unit, const std::vector<Tally>& tallies) {
    for (std::size_t period = 0; period < tallies.size(); ++period) {
      const Tally& tally = tallies[period];
      if (tally.n == 0) continue;
      for (const std::uint32_t group : groups_.of_unit[unit]) {
        if (about_persons(definition_.source) && groups_.all[group].kind == GroupKind::similar) continue;
        Pot& pot = pots_[period][group];
        ++pot.value.units;
        pot.value.largest = std::max(pot.value.largest, static_cast<int>(tally.n));
        pot.value.k += tally.k;
        pot.value.n += tally.n;
        pot.values.insert(pot.values.end(), tally.values.begin(), tally.values.end());
      }
      add_to_unit(unit, period, tally);
    }
  }

  // What persons told at a unit also counts for the unit that it became; reviews have followed already.
  void add_to_unit(std::size_t unit, std::size_t period, const Tally& tally) {
    std::int64_t k = tally.k;
    for (const auto& [answer, count] : tally.values) k += answer * count;
    std::optional<std::size_t> at = unit;
    while (at) {
      UnitValue& value = found_.units[*at * found_.periods.size() + period];
      value.k += k;
      value.n += tally.n;
      at = about_persons(definition_.source) ? facts_.units[*at].successor : std::nullopt;
    }
  }

  const Definition& definition_;
  const model::Facts& facts_;
  const Groups& groups_;
  IndicatorFigures found_;
  std::vector<std::vector<Pot>> pots_;  // by period, then group
};

}  // namespace

Measured measure(const model::Facts& facts, const std::vector<UnitState>& states, std::vector<Definition> definitions, Groups groups,
                 const Settings& settings, Date as_of, std::size_t threads) {
  Measured measured;
  const auto rest = std::stable_partition(definitions.begin(), definitions.end(),
                                          [](const Definition& one) { return one.publication == Publication::published; });
  measured.unpublished.assign(std::make_move_iterator(rest), std::make_move_iterator(definitions.end()));
  definitions.erase(rest, definitions.end());
  std::stable_sort(definitions.begin(), definitions.end(), [](const Definition& a, const Definition& b) {
    const auto area = [](const Definition& one) { return one.area.value_or(SIZE_MAX); };
    return std::pair{area(a), a.source} < std::pair{area(b), b.source};
  });
  measured.definitions = std::move(definitions);
  measured.periods = make_periods(facts, settings, as_of);
  measured.groups = std::move(groups);
  measured.settings = settings;
  measured.indicators.resize(measured.definitions.size());
  const Observer observer{facts, states, measured.periods, as_of};
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < measured.definitions.size(); i = next++) {
      const Definition& definition = measured.definitions[i];
      measured.indicators[i] = Measurer{definition, facts, measured.groups, periods_of(definition, measured.periods)}.measure(observer);
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(work);
  work();
  return measured;
}

}  // namespace lagesbild::indicators
