// What numbers mean: where a group stands against the region, whether it has changed, whether it meets the target. Worked out from shown
// numbers only, so nothing here can tell more than they do. A group is better or worse only when it is beyond its limit and has answers
// enough to be judged at all. Overdispersion is that of the forums, whatever kind of group is judged, and none with fewer than five of
// them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indicators/definition.hpp"
#include "indicators/measure.hpp"
#include "indicators/statistics.hpp"
#include "indicators/trend.hpp"

namespace lagesbild::indicators {

enum class Judgement : std::uint8_t {
  none,       // nothing to compare, or a kind of number that is not judged
  too_few,    // answers to judge
  as_group,   // the difference may well be chance
  better, worse,
  higher, lower  // where neither is better
};

enum class Difference : std::uint8_t { chance, up, down };

// From the same group's value in an earlier period of the same kind; nothing across a break.
struct Change {
  std::size_t period = 0;                // position of the earlier one among the indicator's periods
  double difference = 0;                 // later minus earlier: percentage points of a share, otherwise in the value's unit
  std::optional<Interval> interval;      // of the difference of two shares, in points (Newcombe)
  Difference direction = Difference::chance;
};

struct Standing {
  Judgement judgement = Judgement::none;
  std::size_t against = 0;               // the group that it is judged against: index into Groups::all
  std::optional<Interval> interval;      // 95 %, of a share (Wilson) or a mean (Student), in the value's unit
  std::optional<double> shrunk;          // share drawn towards the region's, for groups of the same kind (empirical Bayes)
  std::optional<Change> change;
  std::optional<bool> meets_target;
};

// Limits of a group of n: what the funnel shows.
struct FunnelPoint {
  std::int64_t n = 0;
  Interval inner{}, outer{};             // 95 and 99.8 %
};

struct Assessment {
  std::vector<std::vector<Standing>> standings;  // by period, then group, like the values
  std::vector<Trend> trends;                     // by group: over the whole years of the last unbroken stretch
  std::size_t headline = 0;                      // position of the period to tell first: now, else the latest one over with a value
  double overdispersion = 1;                     // of the forums in that period
  std::vector<FunnelPoint> funnel;               // of shares in that period, by n; empty where there is nothing to judge
};

// `values`: by period, then group; null where there is nothing that may be shown.
struct Assessed {
  const Definition& definition;
  const std::vector<PeriodOfTime>& all_periods;
  const std::vector<std::size_t>& periods;
  const std::vector<Group>& groups;
  const std::vector<std::vector<const Value*>>& values;
  int smallest_to_judge;
  Confidence limit;
};
Assessment assess(const Assessed& given);

// The number that stands for a value: percent of a share, the mean or the median in its unit, or the count. Nothing when n is 0.
std::optional<double> number_of(const Definition& definition, const Value& value);

}  // namespace lagesbild::indicators
