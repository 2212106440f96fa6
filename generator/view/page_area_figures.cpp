#include "view/page_area.hpp"

namespace lagesbild::view {
namespace {

const std::string& name_of(const AreaGroup& group) { return group.link ? group.link->label : group.name; }

Figure distribution(const Texts& texts, const AreaPage& page, const std::string& subject) {
  Figure figure{.title = texts.say("picture.area", {{"area", subject}}), .subtitle = texts.say("picture.bars"), .key = Figure::Key::grades};
  figure.table.head = counts_as_heads(texts);
  figure.table.head.insert(figure.table.head.begin(), texts.say("page.group"));
  figure.table.head.push_back(texts.say("page.reached"));
  const auto add = [&](const AreaGroup& group) {
    figure.rows.push_back({name_of(group), group.bar ? Drawing{*group.bar} : Drawing{}, group.bar ? group.reached : group.current});
    std::vector<std::string> cells{name_of(group)};
    cells.insert(cells.end(), group.counts.begin(), group.counts.end());
    cells.push_back(group.reached);
    figure.table.rows.push_back(std::move(cells));
  };
  add(page.region);
  for (const auto* groups : {&page.forums, &page.owners, &page.rounds}) {
    for (const AreaGroup& group : *groups) add(group);
  }
  return figure;
}

Figure units_below(const Texts& texts, const AreaPage& page, const std::string& subject) {
  Figure figure{.subject = subject, .title = texts.say("page.units_below")};
  for (const char* key : {"page.unit", "page.forum", "page.at_review", "page.now", "page.reviewed", "page.plan"}) {
    figure.table.head.push_back(texts.say(key));
  }
  for (const AreaUnit& unit : page.units) {
    const std::string& before = unit.before ? unit.before->text : unit.letter;
    figure.table.rows.push_back({unit.name, unit.forum, before, unit.letter, unit.reviewed, unit.detail});
  }
  return figure;
}

Figure indicators(const Texts& texts, const AreaPage& page, const std::string& subject) {
  Figure figure{.subject = subject, .title = texts.say("page.indicators_area"), .subtitle = texts.say("picture.indicators")};
  for (const int part : {0, 50, 100}) figure.axis.push_back({per_cent(part / 100.0), texts.percent(part, 100)});
  for (const char* key : {"page.indicator", "page.value", "picture.range", "page.period", "page.rests_on", "page.target",
                          "page.development"}) {
    figure.table.head.push_back(texts.say(key));
  }
  for (const IndicatorRow& row : page.rows) {
    if (row.mark) figure.rows.push_back({row.name, *row.mark, row.value});
    figure.table.rows.push_back({row.name, row.value, row.range, row.period, row.basis, row.target, row.development});
  }
  return figure;
}

}  // namespace

void add_figures(const Context& context, const PageRef& ref, AreaPage& page) {
  const Texts& texts = context.texts;
  const std::string subject = page.letter + " " + page.name;
  const auto hand_over = [&](std::string_view name, Figure figure) {
    return add_figure(page.take_away, context, ref, name, std::move(figure));
  };
  page.files = hand_over("fordelning", distribution(texts, page, subject));
  page.unit_files = hand_over("under", units_below(texts, page, subject));
  page.row_files = hand_over("indikatorer", indicators(texts, page, subject));
  if (page.slope) page.slope->files = hand_over("fore-efter", slope_figure(texts, *page.slope, subject));
  if (page.development) page.development->files = hand_over("utveckling", development_figure(texts, *page.development, subject));
  if (page.sources) page.sources->files = hand_over("kallor", sources_figure(texts, *page.sources, subject));
}

}  // namespace lagesbild::view
