#include "view/indicator_chart.hpp"

#include <algorithm>
#include <cmath>

namespace lagesbild::view {
namespace {

using disclosure::GroupKind;
using disclosure::Interval;
using disclosure::Judgement;
using disclosure::PeriodKind;
using disclosure::Value;

// The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not below.
double round_above(double number) {
  if (number <= 0) return 1;
  const double power = std::pow(10, std::floor(std::log10(number)));
  for (const double step : {1.0, 2.0, 2.5, 5.0}) {
    if (step * power >= number) return step * power;
  }
  return 10 * power;
}

std::string range_words(const Indicator& indicator, std::size_t period, std::size_t group) {
  const auto range = indicator.range(period, group);
  return range ? interval_text(indicator.context, indicator.definition, *range) : "";
}

// From the top, as far apart as `step`.
std::vector<Tick> ticks_up(const Indicator& indicator, const Scale& scale, double step) {
  std::vector<Tick> ticks;
  for (double number = scale.most; number >= scale.least; number -= step) {
    ticks.push_back({scale.down(number), number_text(indicator.context, indicator.definition, number)});
  }
  return ticks;
}

std::vector<std::size_t> forums_shown(const Indicator& indicator) {
  std::vector<std::size_t> shown;
  const auto& groups = indicator.context.release.indicators.groups;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (groups[group].kind == GroupKind::forum && indicator.value(indicator.headline(), group) != nullptr) shown.push_back(group);
  }
  return shown;
}

bool is_tall(const Scale& scale) { return scale.most - scale.least > 50; }  // has room for every twentieth per cent only

bool is_outside(Judgement judgement) { return judgement > Judgement::as_group; }

class Funnel {
 public:
  explicit Funnel(const Indicator& indicator)
      : indicator_(indicator), forums_(forums_shown(indicator)), points_(indicator.cells.assessment.funnel),
        across_{0, static_cast<double>(points_.back().n)}, up_(heights()) {}

  FunnelChart chart() const {
    FunnelChart chart;
    const double region = *indicator_.number(indicator_.headline(), whole_region);
    chart.title = title();
    chart.inner_lower = curve([](const disclosure::kind::FunnelPoint& p) { return p.inner.lower; });
    chart.inner_upper = curve([](const disclosure::kind::FunnelPoint& p) { return p.inner.upper; });
    chart.outer_lower = curve([](const disclosure::kind::FunnelPoint& p) { return p.outer.lower; });
    chart.outer_upper = curve([](const disclosure::kind::FunnelPoint& p) { return p.outer.upper; });
    chart.line_y = up_.down(region);
    chart.line_label = group_name(indicator_.context, groups().front()) + " " +
                       number_text(indicator_.context, indicator_.definition, region);
    for (const std::size_t forum : forums_) chart.dots.push_back(dot(forum));
    chart.description = indicator_.texts.say("indicator_page.funnel_description");
    for (const double part : {0.0, 0.5, 1.0}) {
      chart.across.push_back({per_cent(part), indicator_.texts.number(std::llround(part * across_.most))});
    }
    chart.up = ticks_up(indicator_, up_, is_tall(up_) ? 20 : 10);
    for (const auto& point : points_) {
      chart.limits.push_back({indicator_.texts.number(point.n), in_words(point.inner), in_words(point.outer)});
    }
    if (indicator_.cells.assessment.overdispersion > 1) {
      chart.spread = Note{indicator_.texts.say("indicator_page.funnel_spread",
                                               {{"phi", indicator_.texts.decimal(indicator_.cells.assessment.overdispersion, 1)}})};
    }
    return chart;
  }

 private:
  const std::vector<disclosure::Group>& groups() const { return indicator_.context.release.indicators.groups; }
  Judgement judged(std::size_t forum) const { return indicator_.standing(indicator_.headline(), forum).judgement; }

  // From ten to ten per cent around everything that is drawn.
  Scale heights() const {
    double least = 100, most = 0;
    for (const auto& point : points_) {
      least = std::min(least, 100 * point.outer.lower);
      most = std::max(most, 100 * point.outer.upper);
    }
    for (const std::size_t forum : forums_) {
      const double number = *indicator_.number(indicator_.headline(), forum);
      least = std::min(least, number);
      most = std::max(most, number);
    }
    const auto in_steps = [&](double step) {
      return Scale{std::max(0.0, step * std::floor(least / step)), std::min(100.0, step * std::ceil(most / step))};
    };
    const Scale tens = in_steps(10);
    return is_tall(tens) ? in_steps(20) : tens;
  }

  template <class Limit>
  std::string curve(Limit limit) const {
    std::string points;
    for (const auto& point : points_) {
      points += (points.empty() ? "" : " ") + across_.across(static_cast<double>(point.n)) + "," + up_.down(100 * limit(point));
    }
    return points;
  }

  std::string in_words(const Interval& share) const {
    return interval_text(indicator_.context, indicator_.definition, {100 * share.lower, 100 * share.upper});
  }

  FunnelDot dot(std::size_t forum) const {
    const Value& value = *indicator_.value(indicator_.headline(), forum);
    const double n = static_cast<double>(value.n);
    FunnelDot dot{across_.across(n), up_.down(*indicator_.number(indicator_.headline(), forum)), false, {}, {}, {}, {}, {}, {}};
    dot.hollow = judged(forum) == Judgement::too_few;
    dot.side = n > 0.6 * across_.most ? "end" : "start";
    dot.name = group_name(indicator_.context, groups()[forum]);
    dot.value = value_text(indicator_.context, indicator_.definition, value);
    dot.basis = basis_text(indicator_.context, indicator_.definition, value);
    dot.judgement = judgement_text(indicator_.context, indicator_.standing(indicator_.headline(), forum));
    if (is_outside(judged(forum))) dot.label = Note{dot.name};
    return dot;
  }

  std::string title() const {
    const auto outside = std::count_if(forums_.begin(), forums_.end(), [&](std::size_t forum) { return is_outside(judged(forum)); });
    if (outside == 0) return indicator_.texts.say("indicator_page.funnel_none");
    return indicator_.texts.counted("indicator_page.funnel_some", outside);
  }

  const Indicator& indicator_;
  std::vector<std::size_t> forums_;
  const std::vector<disclosure::kind::FunnelPoint>& points_;
  Scale across_, up_;
};

bool follow_on_each_other(const Indicator& indicator, std::size_t before, std::size_t after) {
  const auto& first = indicator.time(before);
  const auto& second = indicator.time(after);
  return first.kind == second.kind &&
         disclosure::kind::segment(indicator.definition, first.from) == disclosure::kind::segment(indicator.definition, second.from);
}

// Each period has the same width, and its dot in the middle of it.
std::string middle_of(std::size_t place, std::size_t all) {
  return per_cent((static_cast<double>(place) + 0.5) / static_cast<double>(all));
}

// What a panel of 280 px has room for: six values and years beside each other, or three rounds. With more, only the first and the last
// value and every second period are written; the rest is in the table.
void leave_room(SeriesChart& chart) {
  const std::size_t all = chart.periods.size();
  if (all > 6) {
    for (std::size_t i = 1; i + 1 < chart.dots.size(); ++i) chart.dots[i].value.clear();
  }
  const bool wide = std::any_of(chart.periods.begin(), chart.periods.end(), [](const Tick& tick) { return tick.label.size() > 6; });
  if (all <= (wide ? 3U : 6U)) return;
  for (std::size_t i = 0; i < all; ++i) {
    if ((all - 1 - i) % 2 == 1) chart.periods[i].label.clear();
  }
}

}  // namespace

double Scale::along(double number) const { return std::clamp((number - least) / (most - least), 0.0, 1.0); }

Scale scale_of(const Indicator& indicator, const std::vector<double>& numbers) {
  if (indicator.is_share()) return {};
  return {0, round_above(numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()))};
}

std::optional<DotMark> dot_mark(const Indicator& indicator, const Scale& scale, std::size_t period, std::size_t group,
                                const std::string& name, std::optional<double> line) {
  const auto number = indicator.number(period, group);
  if (!number) return std::nullopt;
  DotMark mark;
  mark.x = mark.low = mark.high = scale.across(*number);
  mark.value = value_text(indicator.context, indicator.definition, *indicator.value(period, group));
  mark.description = name + ": " + mark.value;
  if (const auto range = indicator.range(period, group)) {
    mark.low = scale.across(range->lower);
    mark.high = scale.across(range->upper);
    mark.description += ", " + range_words(indicator, period, group);
  }
  mark.hollow = indicator.standing(period, group).judgement == Judgement::too_few || !indicator.time(period).over;
  if (line) mark.line = Note{scale.across(*line)};
  return mark;
}

std::optional<FunnelChart> funnel_chart(const Indicator& indicator) {
  if (indicator.cells.assessment.funnel.size() < 2 || !indicator.number(indicator.headline(), whole_region)) return std::nullopt;
  return Funnel{indicator}.chart();
}

std::vector<std::size_t> drawn_periods(const Indicator& indicator) {
  std::vector<std::size_t> drawn;
  const bool persons = disclosure::kind::about_persons(indicator.definition.source);
  for (std::size_t period = 0; period < indicator.cells.periods.size(); ++period) {
    const bool told = !persons || indicator.time(period).over;  // what persons answered is told when the time is over
    if (told && indicator.time(period).kind != PeriodKind::pool) drawn.push_back(period);
  }
  std::stable_partition(drawn.begin(), drawn.end(), [&](std::size_t period) { return indicator.time(period).kind != PeriodKind::now; });
  return drawn;
}

std::vector<SeriesStep> steps_of(const Indicator& indicator, const Scale& scale, std::size_t group) {
  const auto drawn = drawn_periods(indicator);
  std::vector<SeriesStep> steps;
  for (std::size_t i = 1; i < drawn.size(); ++i) {
    const auto before = indicator.number(drawn[i - 1], group), now = indicator.number(drawn[i], group);
    if (!before || !now || !follow_on_each_other(indicator, drawn[i - 1], drawn[i])) continue;
    steps.push_back({middle_of(i - 1, drawn.size()), scale.down(*before), middle_of(i, drawn.size()), scale.down(*now)});
  }
  return steps;
}

SeriesChart series_chart(const Indicator& indicator, const Scale& scale, std::size_t group) {
  SeriesChart chart;
  chart.name = group_name(indicator.context, indicator.context.release.indicators.groups[group]);
  const auto drawn = drawn_periods(indicator);
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const auto& time = indicator.time(drawn[i]);
    if (i > 0 && disclosure::kind::segment(indicator.definition, time.from) !=
                     disclosure::kind::segment(indicator.definition, indicator.time(drawn[i - 1]).from)) {
      chart.breaks.push_back({per_cent(static_cast<double>(i) / static_cast<double>(drawn.size()))});
    }
    chart.periods.push_back({middle_of(i, drawn.size()), time.kind == PeriodKind::now ? indicator.period(drawn[i]) : time.id});
    const auto number = indicator.number(drawn[i], group);
    if (!number) continue;
    const Interval range = indicator.range(drawn[i], group).value_or(Interval{*number, *number});
    chart.dots.push_back({middle_of(i, drawn.size()), scale.down(*number), scale.down(range.lower), scale.down(range.upper),
                          number_text(indicator.context, indicator.definition, *number), !time.over});
  }
  leave_room(chart);
  chart.steps = steps_of(indicator, scale, group);
  chart.description = indicator.texts.say("indicator_page.series_description", {{"name", chart.name}});
  chart.up = ticks_up(indicator, scale, scale.most / 2);
  if (indicator.definition.target) {
    const double limit = static_cast<double>(indicator.definition.target->limit);
    chart.target = Note{scale.down(indicator.definition.kind == disclosure::kind::Kind::mean ? limit / 100 : limit)};
  }
  return chart;
}

}  // namespace lagesbild::view
