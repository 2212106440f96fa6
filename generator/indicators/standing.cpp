#include "indicators/standing.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "indicators/funnel.hpp"
#include "indicators/intervals.hpp"
#include "indicators/shrinkage.hpp"

namespace lagesbild::indicators {
namespace {

constexpr std::size_t region = 0;  // index of the region among the groups
constexpr std::int64_t funnel_points = 24;
constexpr std::size_t forums_for_overdispersion = 5;  // among fewer, one that stands out would widen the limits past itself

Part part_of(const Value& value) { return {value.k, value.n}; }
double share_of(const Part& part) { return static_cast<double>(part.k) / static_cast<double>(part.n); }

std::optional<bool> meets(const Definition& definition, const Value& value) {
  if (!definition.target || value.n == 0) return std::nullopt;
  const Target& target = *definition.target;
  if (is_share(definition.kind)) {
    const std::int64_t wanted = target.limit * value.n;
    return target.at_least ? 100 * value.k >= wanted : 100 * value.k <= wanted;
  }
  const double limit = static_cast<double>(target.limit) / (definition.kind == Kind::mean ? 100 : 1);
  const auto number = number_of(definition, value);
  if (!number) return std::nullopt;
  return target.at_least ? *number >= limit : *number <= limit;
}

Judgement in_words(const Definition& definition, bool above) {
  if (definition.better == Better::none) return above ? Judgement::higher : Judgement::lower;
  return above == (definition.better == Better::higher) ? Judgement::better : Judgement::worse;
}

class Assessor {
 public:
  explicit Assessor(const Assessed& given) : given_(given) {}

  Assessment assess() {
    for (std::size_t period = 0; period < given_.periods.size(); ++period) {
      found_.standings.emplace_back(given_.groups.size());
      assess_period(period);
    }
    found_.headline = headline();
    for (std::size_t group = 0; group < given_.groups.size(); ++group) found_.trends.push_back(trend(group));
    draw_funnel();
    return std::move(found_);
  }

 private:
  const Definition& definition() const { return given_.definition; }
  const Value* value(std::size_t period, std::size_t group) const {
    const Value* one = given_.values[period][group];
    return one != nullptr && one->n > 0 ? one : nullptr;
  }
  const PeriodOfTime& time(std::size_t period) const { return given_.all_periods[given_.periods[period]]; }

  void assess_period(std::size_t period) {
    std::vector<Standing>& standings = found_.standings[period];
    phi_.push_back(phi_of_forums(period));
    for (std::size_t first = 0; first < given_.groups.size();) {  // groups of one kind stand together
      std::size_t last = first;
      while (last < given_.groups.size() && given_.groups[last].kind == given_.groups[first].kind) ++last;
      assess_kind(period, first, last, standings);
      first = last;
    }
  }

  // The forums speak for every kind of group: two owners or three sizes are too few to tell an outlier from overdispersion, groups of the
  // site's own may overlap, and the limits that are drawn are the ones that judge.
  double phi_of_forums(std::size_t period) const {
    const Value* all = value(period, region);
    if (all == nullptr || !is_share(definition().kind)) return 1;
    std::vector<Part> forums;
    for (std::size_t group = 0; group < given_.groups.size(); ++group) {
      if (given_.groups[group].kind != GroupKind::forum) continue;
      if (const Value* one = value(period, group)) forums.push_back(part_of(*one));
    }
    return forums.size() < forums_for_overdispersion ? 1 : overdispersion(forums, share_of(part_of(*all)));
  }

  void assess_kind(std::size_t period, std::size_t first, std::size_t last, std::vector<Standing>& standings) {
    std::vector<Part> parts;
    for (std::size_t group = first; group < last; ++group) {
      if (const Value* one = value(period, group); one != nullptr && is_share(definition().kind)) parts.push_back(part_of(*one));
    }
    const Value* all = value(period, region);
    const bool judged = first != region && all != nullptr;
    const auto prior = parts.size() > 1 ? prior_by_moments(parts) : std::nullopt;
    for (std::size_t group = first; group < last; ++group) {
      const Value* one = value(period, group);
      if (one == nullptr) continue;
      Standing& standing = standings[group];
      standing.interval = interval(*one);
      if (prior && first != region) standing.shrunk = shrunk(*prior, part_of(*one));
      if (judged) standing.judgement = judge(*one, *all, phi_[period]);
      standing.meets_target = meets(definition(), *one);
      standing.change = change(period, group, *one);
    }
  }

  std::optional<Interval> interval(const Value& one) const {
    if (is_share(definition().kind)) {
      const auto share = wilson(one.k, one.n);
      return share ? std::optional{Interval{100 * share->lower, 100 * share->upper}} : std::nullopt;
    }
    if (definition().kind != Kind::mean || !one.spread || !one.spread->sd) return std::nullopt;
    return mean_interval(one.spread->mean, *one.spread->sd, one.n);
  }

  Judgement judge(const Value& one, const Value& all, double phi) const {
    if (definition().kind != Kind::mean && !is_share(definition().kind)) return Judgement::none;
    if (one.n < given_.smallest_to_judge) return Judgement::too_few;
    if (definition().kind == Kind::mean) {
      if (!all.spread || !all.spread->sd || !one.spread) return Judgement::none;
      const auto limits = mean_limits(all.spread->mean, *all.spread->sd, one.n, given_.limit);
      if (!limits || (one.spread->mean >= limits->lower && one.spread->mean <= limits->upper)) return Judgement::as_group;
      return in_words(definition(), one.spread->mean > limits->upper);
    }
    const double theta = share_of(part_of(all));
    if (within_one_sd(part_of(one), theta)) return Judgement::as_group;
    const auto counts = funnel_discrete(theta, one.n, given_.limit);
    if (!counts || (one.k >= counts->lower && one.k <= counts->upper)) return Judgement::as_group;
    if (phi > 1) {
      const auto limits = funnel_limits(theta, one.n, given_.limit);
      const Interval wide = limits ? widen(*limits, theta, phi) : Interval{0, 1};
      const double share = share_of(part_of(one));
      if (share >= wide.lower && share <= wide.upper) return Judgement::as_group;
    }
    return in_words(definition(), one.k > counts->upper);
  }

  std::optional<Change> change(std::size_t period, std::size_t group, const Value& one) const {
    for (std::size_t before = period; before-- > 0;) {
      if (time(before).kind != time(period).kind) continue;
      const Value* earlier = value(before, group);
      if (earlier == nullptr || segment(definition(), time(before).from) != segment(definition(), time(period).from)) return std::nullopt;
      const auto now = number_of(definition(), one);
      const auto then = number_of(definition(), *earlier);
      if (!now || !then) return std::nullopt;
      Change found{before, *now - *then, std::nullopt, Difference::chance};
      if (is_share(definition().kind)) {
        if (const auto points = newcombe(part_of(one), part_of(*earlier))) {
          found.interval = Interval{100 * points->lower, 100 * points->upper};
          if (points->lower > 0) found.direction = Difference::up;
          if (points->upper < 0) found.direction = Difference::down;
        }
      }
      return found;
    }
    return std::nullopt;
  }

  std::size_t headline() const {
    std::size_t best = given_.periods.empty() ? 0 : given_.periods.size() - 1;
    for (std::size_t period = 0; period < given_.periods.size(); ++period) {
      if (time(period).kind == PeriodKind::now) return period;
      if (time(period).over && time(period).kind != PeriodKind::pool && value(period, region) != nullptr) best = period;
    }
    return best;
  }

  // Years only: the rounds are too few for a trend. A year that may not be shown would leave a hole, so then there is none.
  Trend trend(std::size_t group) const {
    std::vector<Scored> years;
    std::optional<std::size_t> last;
    for (std::size_t period = given_.periods.size(); period-- > 0;) {
      if (time(period).kind != PeriodKind::year || !time(period).over) continue;
      const std::size_t here = segment(definition(), time(period).from);
      if (last && here != *last) break;
      last = here;
      const Value* one = value(period, group);
      if (one == nullptr || !is_share(definition().kind)) return Trend::too_little;
      years.insert(years.begin(), {static_cast<double>(time(period).index), part_of(*one)});
    }
    return trend_of(years);
  }

  // The sizes of the forums' and owners' groups, and enough between to draw a curve.
  void draw_funnel() {
    if (!is_share(definition().kind) || given_.periods.empty()) return;
    const Value* all = value(found_.headline, region);
    if (all == nullptr) return;
    std::int64_t most = 0;
    for (std::size_t group = 1; group < given_.groups.size(); ++group) {
      const Value* one = value(found_.headline, group);
      if (given_.groups[group].kind == GroupKind::forum && one != nullptr) most = std::max(most, one->n);
    }
    if (most < given_.smallest_to_judge) return;
    found_.overdispersion = phi_[found_.headline];
    const double theta = share_of(part_of(*all));
    std::set<std::int64_t> sizes;
    for (std::int64_t i = 0; i <= funnel_points; ++i) {
      sizes.insert(std::max<std::int64_t>(given_.smallest_to_judge, most * 11 * i * i / (10 * funnel_points * funnel_points)));
    }
    for (const std::int64_t n : sizes) {
      const auto inner = funnel_limits(theta, n, Confidence::percent_95);
      const auto outer = funnel_limits(theta, n, Confidence::percent_99_8);
      if (!inner || !outer) continue;
      found_.funnel.push_back({n, widen(*inner, theta, found_.overdispersion), widen(*outer, theta, found_.overdispersion)});
    }
  }

  const Assessed& given_;
  Assessment found_;
  std::vector<double> phi_;  // by period
};

}  // namespace

std::optional<double> number_of(const Definition& definition, const Value& value) {
  if (value.n == 0) return std::nullopt;
  if (is_share(definition.kind)) return 100.0 * static_cast<double>(value.k) / static_cast<double>(value.n);
  if (definition.kind == Kind::count) return static_cast<double>(value.k);
  if (!value.spread) return std::nullopt;
  if (definition.kind == Kind::mean) return value.spread->mean;
  return value.spread->quartiles ? std::optional{value.spread->quartiles->median} : std::nullopt;
}

Assessment assess(const Assessed& given) { return Assessor{given}.assess(); }

}  // namespace lagesbild::indicators
