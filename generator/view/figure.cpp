#include "view/figure.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "view/areas_chart.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

// Words of a page as a cell: a spreadsheet knows "92 %" for a number, but not with the blank that does not break.
std::string as_cell(std::string text) {
  static constexpr std::string_view blank = "\u00a0";
  for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at)) text.replace(at, blank.size(), " ");
  return text;
}

std::string figure_name(std::string_view page, std::string_view section) {
  std::string stem{page.substr(0, page.rfind('.'))};
  if (stem == "index") stem = "oversikt";
  std::replace(stem.begin(), stem.end(), '/', '-');
  return stem.append("-").append(section);
}

}  // namespace

std::string figure_path(std::string_view page, std::string_view name) { return "bild/" + figure_name(page, name); }
std::string embed_path(std::string_view page, std::string_view name) { return "embed/" + figure_name(page, name); }

FigureLinks figure_links(const Context& context, std::string_view page, std::string_view name, std::string title, std::string_view up,
                         Takes takes) {
  const Texts& texts = context.texts;
  const std::string path = std::string{up} + figure_path(page, name);
  FigureLinks links;
  if (takes != Takes::numbers) links.picture = Link{path + ".svg", texts.say("picture.download"), false};
  if (takes != Takes::picture) links.numbers = Link{path + ".csv", texts.say("picture.numbers"), false};
  if (context.site.embeds) {
    links.embed = Link{std::string{up} + context.site.page(embed_path(page, name)), texts.say("picture.embed"), false};
  }
  links.title = std::move(title);
  return links;
}

std::optional<FigureLinks> add_figure(Figures& figures, const Context& context, const PageRef& ref, std::string_view name, Figure figure) {
  if (figure.rows.empty() && figure.table.rows.empty()) return std::nullopt;
  const bool numbers = !figure.table.rows.empty() && !figure.numbers_elsewhere;
  const Takes takes = figure.rows.empty() ? Takes::numbers : numbers ? Takes::both : Takes::picture;
  figure.path = figure_path(ref.path, name);
  if (context.site.embeds) figure.embed = context.site.page(embed_path(ref.path, name));
  figures.push_back(std::move(figure));
  return figure_links(context, ref.path, name, figures.back().title, way_up(ref.path), takes);
}

std::string figure_csv(const Figure& figure) {
  std::string out{csv_mark};
  const auto add = [&](const std::vector<std::string>& cells) {
    std::vector<std::string> row;
    for (const std::string& cell : cells) row.push_back(as_cell(cell));
    out += csv_row(row);
  };
  add(figure.table.head);
  for (const auto& row : figure.table.rows) add(row);
  return out;
}

std::vector<std::string> counts_as_cells(const Texts& texts, const disclosure::Cell<disclosure::GradeCounts>& initial,
                                         const disclosure::Cell<disclosure::GradeCounts>& current) {
  std::vector<std::string> cells;
  for (const auto* counts : {initial.shown(), current.shown()}) {
    for (std::size_t i = 0; i < std::tuple_size_v<disclosure::GradeCounts>; ++i) {
      cells.push_back(counts == nullptr ? texts.say("withheld.small_group") : texts.number((*counts)[i]));
    }
  }
  return cells;
}

std::vector<std::string> counts_as_heads(const Texts& texts) {
  std::vector<std::string> heads;
  for (const char* key : {"picture.at_review", "picture.now"}) {
    for (const char* grade : {"A", "B", "C", "D"}) heads.push_back(texts.say(key, {{"grade", grade}}));
  }
  return heads;
}

Figure sources_figure(const Texts& texts, const SourcesMeet& meet, std::string subject) {
  Figure figure{.subject = std::move(subject), .title = texts.say("page.sources_meet"), .subtitle = meet.finding + " " + meet.note,
                .key = Figure::Key::sources};
  const std::string apart = texts.say("picture.apart");
  figure.table.head = {texts.say("page.area"),           texts.say("page.source_grades"),  texts.say("picture.basis"),
                       texts.say("page.source_doctors"), texts.say("picture.basis"),       texts.say("page.source_reports"),
                       texts.say("picture.basis"),       apart};
  for (const SourcesLine& line : meet.lines) {
    std::vector<std::string> cells{line.letter + " " + (line.link ? line.link->label : line.name)};
    std::string words;
    for (const auto* source : {&line.grades, &line.doctors, &line.reports}) {
      cells.push_back(*source ? (*source)->value : "");
      cells.push_back(*source ? (*source)->basis : "");
      if (*source) words += (words.empty() ? "" : " · ") + (*source)->value;
    }
    cells.push_back(line.apart ? line.apart->text : "");
    figure.rows.push_back({cells.front(), line, std::move(words)});
    figure.table.rows.push_back(std::move(cells));
  }
  return figure;
}

}  // namespace lagesbild::view
