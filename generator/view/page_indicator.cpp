#include "view/page_indicator.hpp"

#include <algorithm>
#include <array>

#include "view/page_indicators.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Group;
using disclosure::GroupKind;
using disclosure::Judgement;
using disclosure::Standing;

constexpr std::size_t most_rows = 30;  // of a kind of group

// Kinds in the order of the page; similar units are for the pages of units.
constexpr std::array<GroupKind, 6> kinds{GroupKind::forum,     GroupKind::study_director, GroupKind::own,
                                         GroupKind::ownership, GroupKind::size,           GroupKind::provider};

class PageMaker {
 public:
  PageMaker(const Context& context, const PageRef& ref)
      : ref_(ref), indicator_(context, ref.index), context_(context), texts_(context.texts), groups_(context.release.indicators.groups) {}

  IndicatorPage make() {
    head();
    groups();
    page_.funnel = funnel_chart(indicator_);
    series();
    page_.gap = target_gap(indicator_);
    page_.units = unmet_units(indicator_);
    page_.own = own_numbers(indicator_);
    page_.benchmarks = compared_elsewhere(indicator_);
    page_.roles = compared_roles(indicator_);
    page_.explanation = explain(context_, {ref_.index, whole_region, std::nullopt, indicator_.headline()});
    others();
    count_columns();
    add_figures(context_, ref_, page_);
    return std::move(page_);
  }

 private:
  void head() {
    const disclosure::Definition& definition = indicator_.definition;
    page_.name = definition.name.in(context_.language());
    const std::string list = context_.site.page("../indikatorer");
    page_.shell = context_.shell(ref_, page_.name, {{list, texts_.say("indicators.heading"), false},
                                                    {list + "#" + block_id(context_, definition), block_name(context_, definition)}});
    page_.question = definition.question.in(context_.language());
    page_.lead = indicator_lead(indicator_);
    page_.why = definition.why.in(context_.language());
    const auto fact = [&](std::string_view key, std::string value) {
      if (!value.empty()) page_.facts.push_back({texts_.say("indicator_page.fact_" + std::string{key}), std::move(value)});
    };
    fact("better", better_text(indicator_));
    std::string target = target_verdict(indicator_, indicator_.headline(), whole_region);
    if (definition.target) target += ". " + definition.target->source.in(context_.language());
    fact("target", std::move(target));
    fact("development", development_text(indicator_, whole_region));
    const auto kind = definition.kind;
    page_.page_share = indicator_.is_share();
    page_.page_judged = indicator_.is_share() || kind == disclosure::kind::Kind::mean;
    page_.page_ranged = !indicator_.is_count();
    page_.page_range = texts_.say(disclosure::kind::is_median(kind) ? "indicator_page.middle_half" : "indicator_page.interval");
  }

  // A row that heads others spans them all, and no more than there are.
  void count_columns() {
    const std::initializer_list<bool> more = {page_.page_ranged, page_.page_share, page_.page_judged, page_.page_changed};
    page_.page_group_columns = page_.page_judged ? "4" : "3";
    page_.page_number_columns = std::to_string(3 + std::count(more.begin(), more.end(), true));
  }

  IndicatorGroup line(std::size_t period, std::size_t group, std::string name, const std::optional<Scale>& scale) {
    const Standing& standing = indicator_.standing(period, group);
    IndicatorGroup line;
    const bool line_there = group != whole_region && !indicator_.is_count();
    if (scale) {
      line.mark = dot_mark(indicator_, *scale, period, group, name, line_there ? indicator_.number(period, whole_region) : std::nullopt);
    }
    line.value = cell_text(context_, indicator_.definition, indicator_.cells.groups[period][group]);
    line.name = std::move(name);
    if (const auto* value = indicator_.value(period, group)) line.basis = basis_text(context_, indicator_.definition, *value);
    if (const auto range = indicator_.range(period, group)) line.range = interval_text(context_, indicator_.definition, *range);
    if (standing.shrunk) line.shrunk = number_text(context_, indicator_.definition, 100 * *standing.shrunk);
    line.judgement = judgement_text(context_, standing);
    line.tone = tone_of(standing);
    if (standing.change) {
      line.change = change_text(indicator_, *standing.change);
      page_.page_changed = true;
    }
    return line;
  }

  // Of all groups that are drawn in the period to tell first.
  Scale scale() const {
    std::vector<double> numbers;
    for (std::size_t group = indicator_.is_count() ? 1 : 0; group < groups_.size(); ++group) {
      if (groups_[group].kind == GroupKind::similar) continue;
      if (const auto number = indicator_.number(indicator_.headline(), group)) numbers.push_back(*number);
      if (const auto range = indicator_.range(indicator_.headline(), group)) numbers.push_back(range->upper);
    }
    return scale_of(indicator_, numbers);
  }

  void groups() {
    const Scale common = scale();
    for (const double part : {0.0, 0.5, 1.0}) {
      page_.axis.push_back({per_cent(part), number_text(context_, indicator_.definition, part * common.most)});
    }
    page_.region = line(indicator_.headline(), whole_region, group_name(context_, groups_.front()),
                        indicator_.is_count() ? std::nullopt : std::optional{common});
    for (const GroupKind kind : kinds) add_kind(kind, common);
    page_.has_groups = !page_.groups.empty();
    page_.groups_title = groups_title();
    const std::string period = indicator_.period(indicator_.headline());
    page_.groups_subtitle = page_.page_ranged
                                ? texts_.say("indicator_page.groups_subtitle", {{"period", period}, {"range", page_.page_range}})
                                : texts_.say("indicator_page.groups_subtitle_count", {{"period", period}});
  }

  void add_kind(GroupKind kind, const Scale& common) {
    IndicatorGroups block{group_kind_name(context_, kind), {}, {}};
    std::int64_t left = 0;
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (groups_[group].kind != kind) continue;
      if (block.rows.size() == most_rows) {
        ++left;
        continue;
      }
      IndicatorGroup row = line(indicator_.headline(), group, group_name(context_, groups_[group]), common);
      if (kind == GroupKind::forum && groups_[group].forum && context_.release.has_reviews) {
        row.link = Link{"../" + context_.forum_path(*groups_[group].forum), std::move(row.name), false};
        row.name.clear();
      }
      block.rows.push_back(std::move(row));
    }
    if (left > 0) block.more = Note{texts_.counted("indicator_page.more_rows", left)};
    if (!block.rows.empty()) page_.groups.push_back(std::move(block));
  }

  std::string groups_title() const {
    std::int64_t outside = 0, judged = 0;
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (groups_[group].kind != GroupKind::forum) continue;
      const Judgement judgement = indicator_.standing(indicator_.headline(), group).judgement;
      if (judgement >= Judgement::as_group) ++judged;
      if (judgement > Judgement::as_group) ++outside;
    }
    if (judged == 0) return texts_.say("indicator_page.groups_title");
    return outside == 0 ? texts_.say("indicator_page.groups_alike") : texts_.counted("indicator_page.groups_apart", outside);
  }

  void series() {
    const auto drawn = drawn_periods(indicator_);
    const auto is_shown = [&](std::size_t period) { return indicator_.value(period, whole_region) != nullptr; };
    const auto shown = std::count_if(drawn.begin(), drawn.end(), is_shown);
    page_.has_series = shown > 1;
    if (!page_.has_series) return;
    std::vector<std::size_t> told{whole_region};
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (groups_[group].kind == GroupKind::ownership) told.push_back(group);
    }
    std::vector<double> numbers;
    for (const std::size_t group : told) {
      for (const std::size_t period : drawn) {
        if (const auto number = indicator_.number(period, group)) numbers.push_back(*number);
        if (const auto range = indicator_.range(period, group)) numbers.push_back(range->upper);
      }
    }
    const Scale common = scale_of(indicator_, numbers);
    const std::vector<std::size_t> events = events_of(indicator_);
    page_.events = event_lines(context_, events);
    page_.has_events = !events.empty();
    for (const std::size_t group : told) {
      page_.series.push_back(series_chart(indicator_, common, group));
      mark_events(indicator_, events, page_.series.back());
      page_.history.push_back({group_name(context_, groups_[group]), {}, {}});
      for (std::size_t period = 0; period < indicator_.cells.periods.size(); ++period) {
        page_.history.back().rows.push_back(line(period, group, indicator_.period(period), std::nullopt));
      }
    }
    page_.series_title = series_title();
    page_.series_subtitle = texts_.say("indicator_page.series_subtitle", {{"range", page_.page_range}});
    for (const auto& one : indicator_.definition.breaks) {
      const std::string& why = one.why.in(context_.language());
      page_.breaks.push_back({texts_.say("indicator_page.break", {{"date", to_string(one.from)}, {"why", why}})});
    }
  }

  std::string series_title() const {
    const disclosure::Trend trend = indicator_.cells.assessment.trends[whole_region];
    if (trend == disclosure::Trend::up) return texts_.say("indicator_page.series_up");
    if (trend == disclosure::Trend::down) return texts_.say("indicator_page.series_down");
    const auto found = latest_change(indicator_, whole_region);
    if (!found) return texts_.say("indicator_page.series_title");
    const std::string before = indicator_.period(found->change.period);
    if (found->change.interval && found->change.direction == disclosure::Difference::chance) {
      return texts_.say("indicator_page.series_chance", {{"before", before}});
    }
    const auto text = [&](std::size_t period) {
      return value_text(context_, indicator_.definition, *indicator_.value(period, whole_region));
    };
    return texts_.say("indicator_page.series_change", {{"from", text(found->change.period)}, {"before", before},
                                                       {"to", text(found->period)}, {"period", indicator_.period(found->period)}});
  }

  void others() {
    const auto& all = context_.release.indicators.definitions;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].area != indicator_.definition.area || context_.indicator_path(i).empty()) continue;
      page_.others.push_back({"../" + context_.indicator_path(i), all[i].name.in(context_.language()), i == ref_.index});
    }
  }

  const PageRef& ref_;
  Indicator indicator_;
  const Context& context_;
  const Texts& texts_;
  const std::vector<Group>& groups_;
  IndicatorPage page_;
};

}  // namespace

IndicatorPage indicator_page(const Context& context, const PageRef& ref) { return PageMaker{context, ref}.make(); }

}  // namespace lagesbild::view
