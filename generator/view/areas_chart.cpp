#include "view/areas_chart.hpp"

#include "view/figure.hpp"

namespace lagesbild::view {

std::string counts_in_words(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& counts) {
  const auto* shown = counts.shown();
  if (shown == nullptr) return texts.say("withheld.small_group");
  std::string out;
  for (std::size_t i = 0; i < shown->size(); ++i) {
    if (i > 0) out += ", ";
    out += texts.number((*shown)[i]) + "\u00a0" + "ABCD"[i];
  }
  return out;
}

std::string d_in_words(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& initial,
                       const disclosure::Cell<disclosure::GradeCounts>& current) {
  if (initial.shown() == nullptr || current.shown() == nullptr) return texts.say("withheld.small_group");
  const int before = initial.shown()->back();
  const int now = current.shown()->back();
  if (before == 0) return texts.say("area.no_d");
  if (now == before) return texts.counted("area.d_unchanged", now);
  if (now == 0) return texts.counted("area.d_all_lifted", before);
  return texts.say("area.d_changed", {{"before", texts.number(before)}, {"now", texts.number(now)}});
}

std::string share_in_words(const Texts& texts, const disclosure::Cell<disclosure::Share>& share) {
  return share.shown() == nullptr ? texts.say("withheld.small_group") : texts.percent(share.shown()->k, share.shown()->n);
}

std::string count_in_words(const Texts& texts, const disclosure::Cell<int>& count) {
  return count.shown() == nullptr ? texts.say("withheld.small_group") : texts.number(*count.shown());
}

AreasChart areas_chart(const Context& context, const disclosure::GroupFigures<disclosure::Cell>& group, const std::string& up,
                       std::string caption) {
  AreasChart chart;
  chart.caption = std::move(caption);
  const Texts& texts = context.texts;
  for (std::size_t i = 0; i < group.areas.size(); ++i) {
    const disclosure::AreaFigures<disclosure::Cell>& figures = group.areas[i];
    AreaLine line;
    line.letter = context.release.framework.areas[i].letter;
    line.name = context.area_name(i);
    line.href = up + context.area_path(i);
    line.bar = grade_bar(texts, context.release.framework, line.name, figures.initial, figures.current);
    line.finding = d_in_words(texts, figures.initial, figures.current);
    line.reached = share_in_words(texts, figures.at_reference);
    line.initial = counts_in_words(texts, figures.initial);
    line.current = counts_in_words(texts, figures.current);
    line.counts = counts_as_cells(texts, figures.initial, figures.current);
    const auto* moments = figures.moments.shown();
    line.mean = moments != nullptr && moments->mean ? texts.decimal(*moments->mean, 2) : "–";
    line.sd = moments != nullptr && moments->sd ? texts.decimal(*moments->sd, 2) : "–";
    chart.lines.push_back(std::move(line));
  }
  return chart;
}

Figure areas_figure(const Texts& texts, const AreasChart& chart, std::string title) {
  Figure figure{.title = std::move(title), .subtitle = texts.say("picture.bars"), .key = Figure::Key::grades};
  figure.table.head = counts_as_heads(texts);
  figure.table.head.insert(figure.table.head.begin(), texts.say("page.area"));
  for (const char* key : {"page.reached", "page.mean", "page.sd"}) figure.table.head.push_back(texts.say(key));
  for (const AreaLine& line : chart.lines) {
    const std::string name = line.letter + " " + line.name;
    figure.rows.push_back({name, line.bar ? Drawing{*line.bar} : Drawing{}, line.finding});
    std::vector<std::string> cells{name};
    cells.insert(cells.end(), line.counts.begin(), line.counts.end());
    cells.insert(cells.end(), {line.reached, line.mean, line.sd});
    figure.table.rows.push_back(std::move(cells));
  }
  return figure;
}

}  // namespace lagesbild::view
