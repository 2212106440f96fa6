#include "view/page_indicator.hpp"

namespace lagesbild::view {
namespace {

template <class Row>
const std::string& name_of(const Row& row) {
  return row.link ? row.link->label : row.name;
}

class IndicatorFigures {
 public:
  IndicatorFigures(const Context& context, const PageRef& ref, IndicatorPage& page)
      : context_(context), texts_(context.texts), ref_(ref), page_(page) {}

  void add() {
    if (page_.has_groups) page_.group_files = hand_over("grupper", groups());
    if (page_.gap) page_.gap->files = hand_over("malet", gap(*page_.gap));
    if (page_.funnel) page_.funnel->files = hand_over("slump", funnel(*page_.funnel));
    if (page_.has_series) page_.series_files = hand_over("utveckling", series());
    if (page_.benchmarks) page_.benchmarks->files = hand_over("andra", comparison(*page_.benchmarks, "page.group"));
    if (page_.roles) page_.roles->files = hand_over("roller", comparison(*page_.roles, "page.role"));
  }

 private:
  std::optional<FigureLinks> hand_over(std::string_view name, Figure figure) {
    return add_figure(page_.take_away, context_, ref_, name, std::move(figure));
  }
  Figure figure(std::string title, std::string subtitle) const {
    return {.subject = page_.name, .title = std::move(title), .subtitle = std::move(subtitle)};
  }

  // The columns of the table under the charts; `first` stand before them.
  std::vector<std::string> heads(std::initializer_list<const char*> first) const {
    std::vector<std::string> heads;
    for (const char* key : first) heads.push_back(texts_.say(key));
    heads.push_back(texts_.say("page.value"));
    heads.push_back(texts_.say("page.rests_on"));
    if (page_.page_ranged) heads.push_back(page_.page_range);
    if (page_.page_share) heads.push_back(texts_.say("page.smoothed"));
    if (page_.page_judged) heads.push_back(texts_.say("page.judgement"));
    if (page_.page_changed) heads.push_back(texts_.say("page.change"));
    return heads;
  }
  std::vector<std::string> cells(const std::string& kind, const IndicatorGroup& row) const {
    std::vector<std::string> cells{kind, name_of(row), row.value, row.basis};
    if (page_.page_ranged) cells.push_back(row.range);
    if (page_.page_share) cells.push_back(row.shrunk);
    if (page_.page_judged) cells.push_back(row.judgement);
    if (page_.page_changed) cells.push_back(row.change);
    return cells;
  }

  Figure groups() const {
    Figure figure = this->figure(page_.groups_title, page_.groups_subtitle);
    figure.axis = page_.axis;
    figure.table.head = heads({"picture.kind", "page.group"});
    const auto add = [&](const std::string& kind, const IndicatorGroup& row) {
      const std::string words = row.mark && row.tone != "plain" ? row.value + ", " + row.judgement : row.value;
      figure.rows.push_back({name_of(row), row.mark ? Drawing{*row.mark} : Drawing{}, words});
      figure.table.rows.push_back(cells(kind, row));
    };
    add("", page_.region);
    for (const IndicatorGroups& kind : page_.groups) {
      figure.rows.push_back({kind.name, {}, ""});
      for (const IndicatorGroup& row : kind.rows) add(kind.name, row);
    }
    return figure;
  }

  Figure gap(const TargetGap& gap) const {
    Figure figure = this->figure(gap.title, gap.note);
    figure.table.head = {texts_.say("page.forum"), texts_.say("page.lacks")};
    for (const GapPart& part : gap.parts) {
      figure.rows.push_back({name_of(part.forum), part.bar, part.words});
      figure.table.rows.push_back({name_of(part.forum), part.words});
    }
    return figure;
  }

  // The forums, and then the limits.
  Figure funnel(const FunnelChart& funnel) const {
    Figure figure = this->figure(funnel.title, texts_.say("page.funnel_subtitle") + (funnel.spread ? " " + funnel.spread->text : ""));
    figure.rows.push_back({"", funnel, ""});
    figure.table.head = {texts_.say("page.forum"), texts_.say("page.value"), texts_.say("page.rests_on"), texts_.say("page.judgement"),
                         texts_.say("page.funnel_n"), texts_.say("picture.limit_inner"), texts_.say("picture.limit_outer")};
    for (const FunnelDot& dot : funnel.dots) figure.table.rows.push_back({dot.name, dot.value, dot.basis, dot.judgement, "", "", ""});
    for (const FunnelLimit& limit : funnel.limits) figure.table.rows.push_back({"", "", "", "", limit.n, limit.inner, limit.outer});
    return figure;
  }

  Figure series() const {
    Figure figure = this->figure(page_.series_title, page_.series_subtitle);
    for (const Note& one : page_.breaks) figure.subtitle += " " + one.text;
    for (const EventLine& event : page_.events) figure.subtitle += " " + event.number + ": " + event.date + ", " + event.text;
    figure.table.head = heads({"page.group", "page.period"});
    for (const SeriesChart& chart : page_.series) figure.rows.push_back({chart.name, chart, ""});
    for (const IndicatorGroups& group : page_.history) {
      for (const IndicatorGroup& row : group.rows) figure.table.rows.push_back(cells(group.name, row));
    }
    return figure;
  }

  Figure comparison(const Comparison& compared, const char* who) const {
    Figure figure = this->figure(compared.title, compared.note);
    for (const char* key : {who, "page.value", "page.answers", "page.difference", "page.agreement"}) {
      figure.table.head.push_back(texts_.say(key));
    }
    for (const Compared& row : compared.rows) {
      figure.table.rows.push_back({row.name, row.value, row.basis, row.difference, row.agreement});
    }
    return figure;
  }

  const Context& context_;
  const Texts& texts_;
  const PageRef& ref_;
  IndicatorPage& page_;
};

}  // namespace

void add_figures(const Context& context, const PageRef& ref, IndicatorPage& page) { IndicatorFigures{context, ref, page}.add(); }

}  // namespace lagesbild::view
