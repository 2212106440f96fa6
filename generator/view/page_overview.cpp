#include "view/page_overview.hpp"

#include <algorithm>
#include <numeric>

#include "view/before_after.hpp"
#include "view/since_words.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Cell;
using Group = disclosure::GroupFigures<Cell>;

constexpr std::size_t most_open_units = 30;
constexpr std::size_t most_units_with_news = 6;

int value_or_zero(const Cell<int>& cell) { return cell.shown() == nullptr ? 0 : *cell.shown(); }

std::string open_in_words(const Texts& texts, const Cell<disclosure::Share>& follows) {
  return follows.shown() == nullptr ? texts.say("withheld.small_group") : texts.number(follows.shown()->n - follows.shown()->k);
}

std::string lead_of(const Context& context) {
  const Texts& texts = context.texts;
  const Group& region = context.release.now.region;
  const auto* follows = region.follows.shown();
  if (follows == nullptr) return texts.say("withheld.sentence");
  std::string lead =
      texts.counted("overview.lead", follows->n, {{"follows", texts.number(follows->k)}, {"share", texts.percent(follows->k, follows->n)}});
  const int open = follows->n - follows->k;
  lead += " " + (open == 0 ? texts.say("overview.lead_no_open") : texts.counted("overview.lead_open", open));
  if (const int late = value_or_zero(region.plans_late); late > 0) lead += " " + texts.counted("overview.lead_late", late);
  return lead;
}

// The indicator that tells the same, by the name of its file.
std::optional<Why> why(const Context& context, std::string_view indicator, const std::string& up) {
  const std::string path = context.indicator_path(indicator);
  if (path.empty()) return std::nullopt;
  const disclosure::Indicators& all = context.release.indicators;
  return Why{up + path, all.definitions[*all.find(indicator)].name.in(context.language())};
}

// A count and its label in the form that the count asks for; good when there are none, and nothing said of a count that is withheld.
KeyFigure counted_figure(const Texts& texts, const Cell<int>& count, std::string_view label, std::string detail, const char* tone,
                         std::optional<Why> explained) {
  const int* shown = count.shown();
  return {count_in_words(texts, count), texts.counted(label, shown == nullptr ? 0 : *shown), std::move(detail),
          shown == nullptr ? "plain"
          : *shown == 0    ? "good"
                           : tone,
          std::move(explained)};
}

// The areas with the most open D, until they explain at least half of them.
std::string attention_of(const Context& context) {
  std::vector<std::pair<int, std::size_t>> open;
  int all = 0;
  for (std::size_t i = 0; i < context.release.now.region.areas.size(); ++i) {
    const auto* counts = context.release.now.region.areas[i].current.shown();
    if (counts == nullptr) return "";
    open.emplace_back(-counts->back(), i);
    all += counts->back();
  }
  if (all == 0) return context.texts.say("overview.attention_none");
  std::sort(open.begin(), open.end());
  std::vector<std::string> names;
  int explained = 0;
  for (const auto& [negative, area] : open) {
    names.push_back(context.area_name(area));
    explained -= negative;
    if (2 * explained >= all) break;
  }
  return context.texts.counted("overview.attention", all,
                               {{"areas", join_in_words(context.texts, names)}, {"explained", context.texts.number(explained)}});
}

GroupLine group_line(const Texts& texts, std::string name, std::optional<Link> link, const Group& group) {
  return {std::move(name),
          std::move(link),
          count_in_words(texts, group.reviewed),
          share_in_words(texts, group.follows),
          share_in_words(texts, group.followed_at_review),
          open_in_words(texts, group.follows),
          count_in_words(texts, group.plans_late),
          count_in_words(texts, group.overdue)};
}

std::vector<AgeLine> age_lines(const Context& context, const Group& region) {
  const auto* ages = region.ages.shown();
  if (ages == nullptr) return {};
  const int widest = std::max(1, *std::max_element(ages->begin(), ages->end()));
  const int limit = context.release.framework.years_between_reviews;
  std::vector<AgeLine> lines;
  for (std::size_t i = 0; i < ages->size(); ++i) {
    const bool last = i + 1 == ages->size();
    AgeLine line;
    line.label = context.texts.counted(last     ? "overview.age_or_more"
                                       : i == 0 ? "overview.age_under"
                                                : "overview.age_years",
                                       static_cast<int>(i == 0 ? 1 : i));
    line.bar = {line.label + ": " + context.texts.counted("number.units", (*ages)[i]),
                per_cent(static_cast<double>((*ages)[i]) / widest), static_cast<int>(i) >= limit};
    line.count = context.texts.number((*ages)[i]);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::optional<SinceSection> since_section(const Context& context) {
  if (context.site.since.state != SinceLast::State::told) return std::nullopt;
  SinceSection section{since_lead(context), units_with_news(context, most_units_with_news), false, context.site.page("andringar")};
  section.has_units = !section.units.empty();
  return section;
}

StateSection state_section(const Context& context) {
  const disclosure::Release& release = context.release;
  const Texts& texts = context.texts;
  StateSection state;
  state.figures = state_figures(context, release.now.region, "");
  for (std::size_t i = 0; i < state.figures.size(); ++i) {
    if (std::string since = figure_since(context, i); !since.empty()) state.figures[i].since = Note{std::move(since)};
  }
  state.since = since_section(context);
  state.keys = short_keys(context);
  state.areas = areas_chart(context, release.now.region, "", texts.say("overview.areas_caption", {{"date", to_string(release.as_of)}}));
  state.attention = attention_of(context);
  const auto open = open_units(context, context.units());
  for (std::size_t i = 0; i < std::min(open.size(), most_open_units); ++i) {
    if (auto row = unit_row(context, open[i], "")) state.open.push_back(std::move(*row));
  }
  if (open.size() > most_open_units) {
    state.open_more = Note{texts.counted("overview.open_more", static_cast<int>(open.size() - most_open_units))};
  }
  state.units_href = context.site.page("enheter");
  state.register_href = context.site.page("register");
  state.has_open = !state.open.empty();
  state.has_forums = !release.forums.empty();
  state.has_rounds = !release.rounds.empty();
  state.forums = forum_lines(context, "");
  for (const auto owner : {disclosure::Ownership::public_, disclosure::Ownership::private_}) {
    const Group& group = release.now.ownership[static_cast<std::size_t>(owner)];
    if (value_or_zero(group.reviewed) > 0) state.owners.push_back(group_line(texts, context.ownership_word(owner), std::nullopt, group));
  }
  state.ages = age_lines(context, release.now.region);
  if (const int* overdue = release.now.region.overdue.shown()) {
    state.age_finding =
        texts.counted("overview.age_finding", *overdue, {{"years", texts.counted("age.years", release.framework.years_between_reviews)}});
  } else {
    state.age_finding = texts.say("withheld.sentence");
  }
  for (std::size_t r = 0; r < release.rounds.size(); ++r) {
    const Group& region = release.by_round[r].region;
    const auto with_d = [&](const Cell<disclosure::Share>& share) { return open_in_words(texts, share); };
    state.rounds.push_back({release.rounds[r].id, count_in_words(texts, region.reviewed), with_d(region.followed_at_review),
                            with_d(region.follows), count_in_words(texts, region.plans_received),
                            areas_chart(context, region, "", texts.say("overview.round_caption", {{"round", release.rounds[r].id}})),
                            slope_of_d(context, region)});
  }
  state.slope = slope_of_rounds(context);
  state.gap = gap_section(context, std::nullopt, "");
  state.sources = sources_meet(context, std::nullopt, "");
  state.meeting_href = context.meeting_path(std::nullopt);
  return state;
}

const model::PublishedCount* published_count(const disclosure::Release& release, std::string_view measure) {
  for (const auto& count : release.published_counts) {
    if (count.measure == measure && !count.area) return &count;
  }
  return nullptr;
}

PublishedSection published_section(const Context& context) {
  const Texts& texts = context.texts;
  PublishedSection section;
  std::vector<KeyFigure> figures;
  const auto* reviews = published_count(context.release, "reviews");
  const auto* with_d = published_count(context.release, "units_with_d");
  const auto* plans = published_count(context.release, "plans_received");
  if (reviews != nullptr) {
    figures.push_back({texts.number(reviews->value), texts.say("published.reviews"),
                       texts.say("published.reviews_detail", {{"source", reviews->source}}), "plain"});
  }
  if (with_d != nullptr && reviews != nullptr) {
    figures.push_back({texts.number(with_d->value), texts.say("published.with_d"),
                       texts.say("published.with_d_detail", {{"share", texts.percent(with_d->value, reviews->value)}}), "bad"});
  }
  if (plans != nullptr && with_d != nullptr) {
    figures.push_back({texts.number(plans->value), texts.say("published.plans"),
                       texts.say("published.plans_detail", {{"n", texts.number(with_d->value)}}), "plain"});
  }
  if (const auto met = published_share(context.release, "expectations_met", "agree", "region")) {
    figures.push_back({texts.percent(met->percent, 100), texts.say("published.expectations"),
                       texts.counted("published.expectations_detail", met->n), "good"});
  }
  if (!figures.empty()) section.key = FigureList{std::move(figures), {}};
  if (!context.release.published.empty()) {
    section.means = PublishedMeans{published_lines(context), context.site.page("publicerat"), {}};
  }
  section.sources = sources_meet(context, std::nullopt, "");
  if (!context.plans().empty()) {
    auto dots = measure_dots(context);
    const bool has_dots = !dots.empty();
    const bool told_already = context.release.units.empty();  // by the lead
    section.measures = MeasuresSection{context.site.page("atgarder"),
                                       told_already ? std::nullopt : std::optional{Note{measures_finding(context)}},
                                       std::move(dots), has_dots};
  }
  return section;
}

}  // namespace

std::vector<KeyFigure> state_figures(const Context& context, const Group& group, const std::string& up) {
  const Texts& texts = context.texts;
  const disclosure::Framework& framework = context.release.framework;
  const int* awaited = group.plans_awaited.shown();
  const disclosure::Share* follows = group.follows.shown();
  const int open = follows == nullptr ? 0 : follows->n - follows->k;
  return {{share_in_words(texts, group.follows), texts.say("overview.follows"),
           texts.say("overview.follows_detail", {{"share", share_in_words(texts, group.followed_at_review)}}), "plain",
           why(context, "follows_regulations", up)},
          {open_in_words(texts, group.follows), texts.counted("overview.open", open),
           awaited == nullptr ? "" : texts.counted("overview.open_detail", *awaited),
           follows == nullptr ? "plain"
           : open == 0        ? "good"
                              : "bad",
           why(context, "open_d", up)},
          counted_figure(texts, group.plans_late, "overview.late", texts.counted("overview.late_detail", framework.months_to_plan), "bad",
                         why(context, "late_plans", up)),
          counted_figure(texts, group.overdue, "overview.overdue",
                         texts.counted("overview.overdue_detail", framework.years_between_reviews), "warn",
                         why(context, "reviewed_within_five_years", up))};
}

std::vector<std::size_t> open_units(const Context& context, const std::vector<std::size_t>& units) {
  const disclosure::Release& release = context.release;
  std::vector<std::size_t> open;
  for (const std::size_t i : units) {
    const auto* reviewed = release.units[i].reviewed.shown();
    if (reviewed != nullptr && reviewed->state.status == disclosure::Status::action_required) open.push_back(i);
  }
  std::stable_sort(open.begin(), open.end(), [&](std::size_t a, std::size_t b) {
    const auto& first = release.units[a].reviewed.shown()->state;
    const auto& second = release.units[b].reviewed.shown()->state;
    const auto order = [](const disclosure::UnitState& s) {
      return std::tuple{s.plan == disclosure::Plan::late ? 0 : 1, !s.plan_due, s.plan_due};
    };
    return order(first) < order(second);
  });
  return open;
}

std::vector<GroupLine> forum_lines(const Context& context, const std::string& up) {
  const disclosure::Release& release = context.release;
  std::vector<GroupLine> lines;
  for (std::size_t i = 0; i < release.forums.size(); ++i) {
    const Link link{up + context.forum_path(i), context.forum_name(i), false};
    lines.push_back(group_line(context.texts, "", link, release.now.forums[i]));
  }
  return lines;
}

OverviewPage overview_page(const Context& context, const PageRef& ref) {
  OverviewPage page;
  page.heading = context.texts.say("overview.heading", {{"region", context.site.region.in(context.language())}});
  page.introduction = context.site.introduction.in(context.language());
  page.shell = context.shell(ref, context.texts.say("nav.overview"));
  page.page_survey = survey_summary(context);
  if (context.release.has_reviews) {
    page.lead = lead_of(context);
    page.state = state_section(context);
  } else {
    const bool only_plans = context.release.units.empty() && !context.plans().empty();
    page.lead = only_plans ? measures_finding(context) : context.release.published.empty() ? names_lead(context) : published_lead(context);
    page.published = published_section(context);
  }
  add_figures(context, ref, page);
  return page;
}

}  // namespace lagesbild::view
