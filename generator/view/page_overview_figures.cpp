#include "base/text.hpp"
#include "view/page_overview.hpp"

namespace lagesbild::view {
namespace {

class OverviewFigures {
 public:
  OverviewFigures(const Context& context, const PageRef& ref, OverviewPage& page)
      : context_(context), texts_(context.texts), ref_(ref), page_(page) {}

  void add() {
    if (page_.state) of_state(*page_.state);
    if (auto& survey = page_.page_survey) survey->files = hand_over("enkat", summary_figure(texts_, *survey));
    if (!page_.published) return;
    if (auto& key = page_.published->key) key->files = hand_over("nyckeltal", key_figures(key->figures));
    if (auto& means = page_.published->means) means->files = hand_over("medel", published_figure(texts_, means->areas));
    if (auto& sources = page_.published->sources) sources->files = hand_over("kallor", sources_figure(texts_, *sources, ""));
  }

 private:
  std::optional<FigureLinks> hand_over(std::string_view name, Figure figure) {
    return add_figure(page_.take_away, context_, ref_, name, std::move(figure));
  }

  void of_state(StateSection& state) {
    state.key_files = hand_over("nyckeltal", key_figures(state.figures));
    state.areas.files = hand_over("omraden", areas_figure(texts_, state.areas, state.areas.caption));
    state.open_files = hand_over("atgarda", open_units(state));
    state.group_files = hand_over("forum", groups(state));
    state.age_files = hand_over("alder", ages(state));
    if (state.gap) state.gap->files = hand_over("avstand", gap_figure(texts_, *state.gap, ""));
    if (state.sources) state.sources->files = hand_over("kallor", sources_figure(texts_, *state.sources, ""));
    if (state.slope) state.slope->files = hand_over("omgangar", slope_figure(texts_, *state.slope, ""));
    for (RoundLine& round : state.rounds) {
      round.areas.files = hand_over("omgang-" + slug(round.name), areas_figure(texts_, round.areas, round.areas.caption));
      if (round.slope) round.slope->files = hand_over("d-" + slug(round.name), slope_figure(texts_, *round.slope, round.name));
    }
  }

  Figure key_figures(const std::vector<KeyFigure>& all) const {
    Figure figure{.title = texts_.say("page.key_figures")};
    figure.table.head = {texts_.say("page.value"), texts_.say("page.what"), texts_.say("picture.detail")};
    for (const KeyFigure& one : all) {
      figure.rows.push_back({one.value + " " + one.label, {}, one.detail});
      figure.table.rows.push_back({one.value, one.label, one.detail});
    }
    return figure;
  }

  Figure open_units(const StateSection& state) const {
    Figure figure{.title = texts_.say("page.open_units")};
    for (const char* key : {"page.unit", "page.forum", "page.reviewed", "page.plan"}) figure.table.head.push_back(texts_.say(key));
    for (const UnitRow& unit : state.open) figure.table.rows.push_back({unit.name, unit.forum, unit.reviewed, unit.detail});
    return figure;
  }

  Figure groups(const StateSection& state) const {
    Figure figure{.title = texts_.say("page.forums")};
    for (const char* key : {"page.group", "page.reviewed_units", "page.followed", "page.follows", "page.open", "page.late",
                            "page.overdue"}) {
      figure.table.head.push_back(texts_.say(key));
    }
    for (const auto* lines : {&state.forums, &state.owners}) {
      for (const GroupLine& one : *lines) {
        figure.table.rows.push_back({one.link ? one.link->label : one.name, one.units, one.followed_at_review, one.follows, one.open,
                                     one.late, one.overdue});
      }
    }
    return figure;
  }

  Figure ages(const StateSection& state) const {
    Figure figure{.subject = texts_.say("page.ages"), .title = state.age_finding, .subtitle = texts_.say("page.ages_subtitle")};
    figure.table.head = {texts_.say("page.age"), texts_.say("page.units")};
    for (const AgeLine& line : state.ages) {
      figure.rows.push_back({line.label, line.bar, line.count});
      figure.table.rows.push_back({line.label, line.count});
    }
    return figure;
  }

  const Context& context_;
  const Texts& texts_;
  const PageRef& ref_;
  OverviewPage& page_;
};

}  // namespace

void add_figures(const Context& context, const PageRef& ref, OverviewPage& page) { OverviewFigures{context, ref, page}.add(); }

}  // namespace lagesbild::view
