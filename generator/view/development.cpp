#include "view/development.hpp"

#include <algorithm>

#include "view/figure.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Trend;

constexpr std::size_t most_of_area = 2;  // on a forum's page, which is to stay light; the rest is on the indicators' pages

class Maker {
 public:
  // `group` of Indicators::groups.
  Maker(const Context& context, std::size_t group, std::string up)
      : context_(context), texts_(context.texts), group_(group), up_(std::move(up)) {}

  void add(std::size_t index) { chosen_.push_back(index); }

  std::optional<Development> make() {
    if (chosen_.empty()) return std::nullopt;
    for (const std::size_t index : chosen_) {
      for (const std::size_t event : events_of(Indicator{context_, index})) {
        if (std::find(listed_.begin(), listed_.end(), event) == listed_.end()) listed_.push_back(event);
      }
    }
    std::sort(listed_.begin(), listed_.end());
    Development found;
    found.compared = group_ != whole_region;
    for (const std::size_t index : chosen_) add_panel(Indicator{context_, index}, up_ + context_.indicator_path(index), found);
    found.events = event_lines(context_, listed_);
    found.has_events = !found.events.empty();
    found.finding = finding();
    found.subtitle = texts_.say(found.compared ? "development.subtitle_forum" : "development.subtitle");
    return found;
  }

 private:
  std::string finding() const {
    const auto all = static_cast<std::int64_t>(chosen_.size());
    if (rising_ == 0 && falling_ == 0) return texts_.counted("development.still", all);
    const auto words = [&](std::int64_t n) { return n == 0 ? texts_.say("development.none") : texts_.number(n); };
    return texts_.say("development.finding", {{"up", words(rising_)}, {"down", words(falling_)}, {"all", texts_.number(all)}});
  }

  void add_panel(const Indicator& indicator, std::string href, Development& found) {
    const std::string name = indicator.definition.name.in(context_.language());
    const Trend trend = indicator.cells.assessment.trends[group_];
    rising_ += trend == Trend::up ? 1 : 0;
    falling_ += trend == Trend::down ? 1 : 0;
    SeriesPanel panel{name, std::move(href), development_text(indicator, group_), {}, {}};
    const Scale scale = scale_of(indicator, numbers(indicator));
    panel.chart = series_chart(indicator, scale, group_);
    if (found.compared) panel.chart.behind = steps_of(indicator, scale, whole_region);
    mark_events(indicator, listed_, panel.chart);
    std::vector<std::string> told, gaps;
    for (const std::size_t period : drawn_periods(indicator)) {
      const std::string value = cell_text(context_, indicator.definition, indicator.cells.groups[period][group_]);
      DevelopmentRow row{name, indicator.period(period), value, {}, {}};
      if (!listed_.empty()) row.events = Note{events_in(indicator, period)};
      if (found.compared) row.region = Note{cell_text(context_, indicator.definition, indicator.cells.groups[period][whole_region])};
      if (indicator.value(period, group_) != nullptr) told.push_back(row.period + " " + row.value);
      else gaps.push_back(row.period);
      found.rows.push_back(std::move(row));
    }
    panel.chart.description = name + ": " + join_in_words(texts_, told);
    for (const auto& one : indicator.definition.breaks) {
      const std::string& why = one.why.in(context_.language());
      panel.notes.push_back({texts_.say("indicator_page.break", {{"date", to_string(one.from)}, {"why", why}})});
    }
    if (!gaps.empty()) panel.notes.push_back({texts_.say("development.gaps", {{"periods", join_in_words(texts_, gaps)}})});
    found.panels.push_back(std::move(panel));
  }

  // For those of another unit than per cent: the highest of what is drawn.
  std::vector<double> numbers(const Indicator& indicator) const {
    std::vector<double> numbers;
    for (const std::size_t group : {group_, whole_region}) {
      for (const std::size_t period : drawn_periods(indicator)) {
        if (const auto number = indicator.number(period, group)) numbers.push_back(*number);
        if (const auto range = indicator.range(period, group)) numbers.push_back(range->upper);
      }
    }
    return numbers;
  }

  std::string events_in(const Indicator& indicator, std::size_t period) const {
    const auto& time = indicator.time(period);
    const std::vector<std::size_t> own = events_of(indicator);
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < listed_.size(); ++i) {
      const Date day = context_.release.events[listed_[i]].date;
      const bool its_own = std::find(own.begin(), own.end(), listed_[i]) != own.end();
      const bool inside = time.kind != disclosure::PeriodKind::now && time.from <= day && day <= time.to;
      if (its_own && inside) numbers.push_back(std::to_string(i + 1));
    }
    return join_in_words(texts_, numbers);
  }

  const Context& context_;
  const Texts& texts_;
  std::size_t group_;
  std::string up_;
  std::vector<std::size_t> chosen_;
  std::vector<std::size_t> listed_;  // events, by date
  std::int64_t rising_ = 0, falling_ = 0;
};

std::size_t periods_shown(const Indicator& indicator, std::size_t group) {
  const auto drawn = drawn_periods(indicator);
  return static_cast<std::size_t>(
      std::count_if(drawn.begin(), drawn.end(), [&](std::size_t period) { return indicator.value(period, group) != nullptr; }));
}

}  // namespace

std::optional<Development> development_in(const Context& context, std::size_t area, const std::string& up) {
  Maker maker{context, whole_region, up};
  const auto& definitions = context.release.indicators.definitions;
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    if (definitions[i].area != area || context.indicator_path(i).empty()) continue;
    if (periods_shown(Indicator{context, i}, whole_region) > 1) maker.add(i);
  }
  return maker.make();
}

std::optional<Development> development_for(const Context& context, const std::vector<std::size_t>& indicators, const std::string& up) {
  Maker maker{context, whole_region, up};
  for (const std::size_t i : indicators) {
    if (!context.indicator_path(i).empty() && periods_shown(Indicator{context, i}, whole_region) > 1) maker.add(i);
  }
  return maker.make();
}

std::optional<Development> development_of(const Context& context, std::size_t forum, const std::string& up) {
  const auto& groups = context.release.indicators.groups;
  const auto group = std::find_if(groups.begin(), groups.end(), [&](const disclosure::Group& one) {
    return one.kind == disclosure::GroupKind::forum && one.forum == forum;
  });
  if (group == groups.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(group - groups.begin());
  Maker maker{context, at, up};
  std::vector<std::size_t> taken_of(context.release.framework.areas.size(), 0);
  for (std::size_t i = 0; i < context.release.indicators.definitions.size(); ++i) {
    const Indicator indicator{context, i};
    if (context.indicator_path(i).empty() || !indicator.is_share() || periods_shown(indicator, at) < 3) continue;
    if (std::size_t& taken = taken_of[indicator.definition.area.value_or(0)]; indicator.definition.area && taken < most_of_area) {
      ++taken;
      maker.add(i);
    }
  }
  return maker.make();
}

Figure development_figure(const Texts& texts, const Development& development, std::string subject) {
  Figure figure{.subject = std::move(subject), .title = development.finding, .subtitle = development.subtitle};
  for (const EventLine& event : development.events) figure.subtitle += " " + event.number + ": " + event.date + ", " + event.text;
  for (const SeriesPanel& panel : development.panels) {
    std::string words = panel.finding;
    for (const Note& note : panel.notes) words += ". " + note.text;
    figure.rows.push_back({panel.name, SmallSeries{panel.chart}, std::move(words)});
  }
  figure.table.head = {texts.say("page.indicator"), texts.say("page.period"), texts.say("page.value")};
  if (development.compared) figure.table.head.push_back(texts.say("page.region"));
  if (development.has_events) figure.table.head.push_back(texts.say("page.events"));
  for (const DevelopmentRow& row : development.rows) {
    std::vector<std::string> cells{row.name, row.period, row.value};
    for (const auto* more : {&row.region, &row.events}) {
      if (*more) cells.push_back((*more)->text);
    }
    figure.table.rows.push_back(std::move(cells));
  }
  return figure;
}

}  // namespace lagesbild::view
