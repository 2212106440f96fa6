#include "view/page_since.hpp"

#include <algorithm>
#include <array>

#include "view/data_package.hpp"
#include "view/feed.hpp"
#include "view/since_words.hpp"
#include "view/units_table.hpp"
#include "view/values.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Share;

// The key figures of the overview, by their order: share that follows, units with an open D, late plans, late reviews.
struct Figures {
  std::optional<Share> follows;
  std::array<std::optional<int>, 3> counts;
};

Figures figures_before(const SinceLast& since) {
  if (!since.region) return {};
  const StateBefore& was = *since.region;
  return {was.follows, {was.follows.n - was.follows.k, was.plans_late, was.overdue}};
}

Figures figures_now(const Context& context) {
  const auto& region = context.release.now.region;
  Figures now;
  const auto count = [](const disclosure::Cell<int>& cell) {
    return cell.shown() == nullptr ? std::nullopt : std::optional{*cell.shown()};
  };
  if (const Share* follows = region.follows.shown()) {
    now.follows = *follows;
    now.counts[0] = follows->n - follows->k;
  }
  now.counts[1] = count(region.plans_late);
  now.counts[2] = count(region.overdue);
  return now;
}

std::string with_sign(const Texts& texts, std::int64_t change) {
  return (change > 0 ? "+" : "−") + texts.number(change < 0 ? -change : change);
}

int whole_percent(const Share& share) { return share.n == 0 ? 0 : (200 * share.k + share.n) / (2 * share.n); }

class PageWriter {
 public:
  explicit PageWriter(const Context& context)
      : context_(context), texts_(context.texts), release_(context.release), since_(context.site.since) {}

  SincePage write(const PageRef& ref) const {
    SincePage page;
    page.shell = context_.shell(ref, texts_.say("since.heading"));
    page.lead = since_lead(context_);
    page.feed_href = way_up(context_.folder()) + std::string{feed_path};
    page.data_href = context_.site.page("data");
    page.notes = notes();
    if (since_.state != SinceLast::State::told) return page;
    page.figures = figures();
    page.groups = groups();
    page.has_units = !page.groups.empty();
    page.indicators = indicators();
    page.data = data();
    page.method = method();
    return page;
  }

 private:
  std::vector<Note> notes() const {
    std::vector<Note> all;
    if (since_.state == SinceLast::State::first) all.push_back({texts_.say("since.first_note")});
    if (since_.state == SinceLast::State::unreadable) all.push_back({texts_.say("since.unreadable_note")});
    if (since_.state != SinceLast::State::told) return all;
    all.push_back({texts_.say("since.compared", {{"before", since_.before.release}, {"before_day", since_.before.as_of},
                                                 {"now", context_.site.release_id}, {"now_day", to_string(release_.as_of)}})});
    if (!since_.units_compared && release_.has_reviews) all.push_back({texts_.say("since.not_compared")});
    for (const std::string& name : since_.gone) all.push_back({texts_.say("since.gone", {{"name", name}})});
    return all;
  }

  std::optional<SinceFigures> figures() const {
    const Figures before = figures_before(since_), now = figures_now(context_);
    SinceFigures made;
    if (before.follows && now.follows) {
      const auto words = [&](const Share& share) { return texts_.percent(share.k, share.n); };
      made.rows.push_back({texts_.say("since.figure_follows"), words(*before.follows), words(*now.follows), change(0)});
    }
    static constexpr const char* labels[] = {"since.figure_open", "since.figure_late", "since.figure_overdue"};
    for (std::size_t i = 0; i < std::size(labels); ++i) {
      if (!before.counts[i] || !now.counts[i]) continue;
      made.rows.push_back({texts_.say(labels[i]), texts_.number(*before.counts[i]), texts_.number(*now.counts[i]), change(i + 1)});
    }
    return made.rows.empty() ? std::nullopt : std::optional{std::move(made)};
  }

 public:
  // Of one key figure, with its sign; empty when one of the two is not told.
  std::string change(std::size_t figure) const {
    const Figures before = figures_before(since_), now = figures_now(context_);
    if (figure == 0) {
      if (!before.follows || !now.follows) return {};
      const int points = whole_percent(*now.follows) - whole_percent(*before.follows);
      return points == 0 ? texts_.say("since.same") : texts_.say("since.points", {{"n", with_sign(texts_, points)}});
    }
    if (!before.counts[figure - 1] || !now.counts[figure - 1]) return {};
    const int change = *now.counts[figure - 1] - *before.counts[figure - 1];
    return change == 0 ? texts_.say("since.same") : with_sign(texts_, change);
  }

  std::vector<SinceUnit> weightiest(std::size_t most) const {
    std::vector<const UnitNews*> units;
    for (const UnitNews& unit : since_.units) units.push_back(&unit);
    units = weightiest_first(context_, units);
    if (units.size() > most) units.resize(most);
    std::vector<SinceUnit> rows;
    for (const UnitNews* unit : units) rows.push_back(unit_row(*unit));
    return rows;
  }

 private:
  SinceUnit unit_row(const UnitNews& news) const {
    const disclosure::UnitCard& card = release_.units[news.unit];
    SinceUnit row;
    if (context_.unit_path(news.unit).empty()) row.name = Note{card.name};
    else row.link = Link{context_.unit_path(news.unit), card.name, false};
    for (const News& one : news_of(context_, news)) row.news.push_back({one.text});
    row.tone = "plain";
    if (const auto* reviewed = card.reviewed.shown(); reviewed != nullptr && card.current) {
      row.status = context_.status_word(reviewed->state.status);
      row.tone = tone_of(reviewed->state.status);
    }
    return row;
  }

  // A group a forum, then units in none.
  std::vector<SinceGroup> groups() const {
    std::vector<std::vector<const UnitNews*>> by_forum(release_.forums.size() + 1);
    for (const UnitNews& unit : since_.units) {
      by_forum[release_.units[unit.unit].forum.value_or(release_.forums.size())].push_back(&unit);
    }
    std::vector<SinceGroup> made;
    for (std::size_t forum = 0; forum < by_forum.size(); ++forum) {
      const bool none = forum == release_.forums.size();
      SinceGroup group{"ovriga", texts_.say("report.no_forum"), {}};
      if (!none) group = {"forum-" + release_.forums[forum].id, context_.forum_name(forum), {}};
      for (const UnitNews* unit : weightiest_first(context_, by_forum[forum])) group.units.push_back(unit_row(*unit));
      if (!group.units.empty()) made.push_back(std::move(group));
    }
    return made;
  }

  std::string period_of(const std::string& id) const {
    for (const auto& period : release_.indicators.periods) {
      if (period.id == id) return period_name(context_, period);
    }
    return id;
  }

  std::optional<SinceIndicators> indicators() const {
    SinceIndicators made;
    for (const IndicatorNews& one : since_.indicators) {
      const auto& definition = release_.indicators.definitions[one.indicator];
      const auto text = [&](double value, const std::string& period) {
        return texts_.say("since.value", {{"value", number_text(context_, definition, value)}, {"period", period_of(period)}});
      };
      SinceIndicator row{{context_.indicator_path(one.indicator), definition.name.in(context_.language()), false},
                         group_name(context_, release_.indicators.groups[one.group]), text(one.before, one.period_before),
                         text(one.after, one.period), "plain", {}};
      if (one.now_meets) {
        row.tone = *one.now_meets ? "good" : "bad";
        row.verdict = texts_.say(*one.now_meets ? "since.met" : "since.missed");
      } else {
        const bool up = one.after > one.before;
        if (definition.better != disclosure::kind::Better::none) {
          row.tone = up == (definition.better == disclosure::kind::Better::higher) ? "good" : "bad";
        }
        row.verdict = texts_.say(row.tone == "good"  ? "since.better"
                                 : row.tone == "bad" ? "since.worse"
                                 : up                ? "since.higher"
                                                     : "since.lower");
      }
      made.rows.push_back(std::move(row));
    }
    return made.rows.empty() ? std::nullopt : std::optional{std::move(made)};
  }

  std::string title_of_source(const Cause& cause) const {
    for (const SourceInfo& source : context_.site.sources) {
      if (source.dataset == cause.dataset && source.location == cause.id) return source.title.in(context_.language());
    }
    return cause.title;
  }

  std::string title_of_dataset(const std::string& id) const {
    for (const auto& dataset : release_.datasets) {
      if (dataset.id == id) return dataset.title.in(context_.language());
    }
    return id;
  }

  std::optional<SinceList> data() const {
    SinceList made;
    for (const Cause& cause : since_.causes) {
      if (cause.kind != Cause::Kind::source) continue;
      const char* key = cause.state == Cause::State::added     ? "since.source_added"
                        : cause.state == Cause::State::removed ? "since.source_removed"
                        : cause.from == cause.to               ? "since.source_same_day"
                                                               : "since.source_changed";
      made.rows.push_back({title_of_source(cause), texts_.say(key, {{"from", cause.from}, {"to", cause.to}})});
    }
    for (const auto& [dataset, counts] : since_.tables) {
      std::int64_t rows = 0;
      for (const std::size_t n : counts) rows += static_cast<std::int64_t>(n);
      made.rows.push_back({title_of_dataset(dataset), texts_.counted("since.rows", rows)});
    }
    return made.rows.empty() ? std::nullopt : std::optional{std::move(made)};
  }

  std::string title_of_definition(const Cause& cause) const {
    const auto found = release_.indicators.find(cause.id);
    return found ? release_.indicators.definitions[*found].name.in(context_.language()) : cause.id;
  }

  std::optional<SinceList> method() const {
    SinceList made;
    for (const Cause& cause : since_.causes) {
      switch (cause.kind) {
        case Cause::Kind::source: break;
        case Cause::Kind::definition: {
          const char* key = cause.state == Cause::State::added     ? "since.definition_added"
                            : cause.state == Cause::State::removed ? "since.definition_removed"
                                                                   : "since.definition_changed";
          made.rows.push_back({title_of_definition(cause), texts_.say(key)});
          break;
        }
        case Cause::Kind::settings: made.rows.push_back({texts_.say("since.settings"), texts_.say("since.settings_changed")}); break;
        case Cause::Kind::as_of:
          made.rows.push_back({texts_.say("since.day"), texts_.say("since.day_moved", {{"from", cause.from}, {"to", cause.to}})});
          break;
        case Cause::Kind::program:
          made.rows.push_back({texts_.say("since.program"), texts_.say("since.program_changed", {{"from", cause.from}, {"to", cause.to}})});
          break;
      }
    }
    return made.rows.empty() ? std::nullopt : std::optional{std::move(made)};
  }

  const Context& context_;
  const Texts& texts_;
  const disclosure::Release& release_;
  const SinceLast& since_;
};

}  // namespace

SincePage since_page(const Context& context, const PageRef& ref) { return PageWriter{context}.write(ref); }

std::vector<SinceUnit> units_with_news(const Context& context, std::size_t most) { return PageWriter{context}.weightiest(most); }

std::string figure_since(const Context& context, std::size_t figure) {
  const std::string change = PageWriter{context}.change(figure);
  if (change.empty()) return {};
  return context.texts.say("since.since", {{"change", change}, {"date", context.site.since.before.as_of}});
}

}  // namespace lagesbild::view
