#include "view/page_area.hpp"

#include <algorithm>

#include "view/before_after.hpp"

namespace lagesbild::view {
namespace {

// Limits of Kendall's W for words, as Schmidt uses them (1997, Decision Sciences 28:763-774): 0.7 strong, 0.5 moderate.
constexpr double much_alike = 0.7;
constexpr double partly_alike = 0.5;

using disclosure::Cell;
using disclosure::Grade;
using Group = disclosure::GroupFigures<Cell>;

AreaGroup area_group(const Context& context, const Group& group, std::size_t area, std::string name, std::string href = "") {
  const disclosure::AreaFigures<Cell>& figures = group.areas[area];
  AreaGroup line;
  line.bar = grade_bar(context.texts, context.release.framework, name, figures.initial, figures.current);
  if (href.empty()) line.name = std::move(name);
  else line.link = Link{std::move(href), std::move(name), false};
  line.reached = share_in_words(context.texts, figures.at_reference);
  line.initial = counts_in_words(context.texts, figures.initial);
  line.current = counts_in_words(context.texts, figures.current);
  line.counts = counts_as_cells(context.texts, figures.initial, figures.current);
  return line;
}

// Units below the reference line in the area, worst first, then by name.
std::vector<std::size_t> units_below(const Context& context, std::size_t area) {
  const disclosure::Release& release = context.release;
  std::vector<std::pair<int, std::size_t>> below;
  for (const std::size_t i : context.units()) {
    const auto* reviewed = release.units[i].reviewed.shown();
    if (reviewed == nullptr || reviewed->reviews.empty()) continue;
    const Grade grade = reviewed->reviews.back().areas[area].current;
    if (release.framework.reference_line < grade) below.emplace_back(-static_cast<int>(grade), i);
  }
  std::stable_sort(below.begin(), below.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::size_t> units;
  for (const auto& [order, unit] : below) units.push_back(unit);
  return units;
}

AreaUnit area_unit(const Context& context, std::size_t index, std::size_t area) {
  const disclosure::UnitCard& card = context.release.units[index];
  const disclosure::UnitReviews& reviewed = *card.reviewed.shown();
  const disclosure::AreaGrade& grade = reviewed.reviews.back().areas[area];
  AreaUnit unit;
  unit.href = "../" + context.unit_path(index);
  unit.name = card.name;
  if (card.forum) unit.forum = context.forum_name(*card.forum);
  unit.grade = grade_class(grade.current);
  unit.letter = grade_letter(grade.current);
  if (grade.lifted()) unit.before = Note{grade_letter(grade.initial)};
  unit.reviewed = to_string(reviewed.reviews.back().date);
  if (context.release.framework.demands_action(grade.initial)) unit.detail = plan_in_words(context, reviewed.state);
  return unit;
}

std::string lead_of(const Context& context, const disclosure::AreaFigures<Cell>& figures) {
  const Texts& texts = context.texts;
  const auto* initial = figures.initial.shown();
  const auto* current = figures.current.shown();
  if (initial == nullptr || current == nullptr) return texts.say("withheld.sentence");
  const int before = initial->back();
  const int now = current->back();
  if (before == 0) return texts.say("area.lead_no_d");
  if (before == now) return texts.counted("area.lead_unchanged", before);
  if (now == 0) return texts.counted("area.lead_all_lifted", before);
  return texts.counted("area.lead", before, {{"now", texts.number(now)}});
}

// Kendall's W over the forums' orders of the areas, in words.
std::optional<Note> concordance_in_words(const Context& context) {
  const auto w = disclosure::concordance_of_forums(context.release.indicators, context.release.framework.areas.size());
  if (!w) return std::nullopt;
  const char* key = *w >= much_alike ? "area.order_alike" : *w >= partly_alike ? "area.order_partly" : "area.order_unlike";
  return Note{context.texts.say(key, {{"w", context.texts.decimal(*w, 2)}})};
}

}  // namespace

AreasPage areas_page(const Context& context, const PageRef& ref) {
  AreasPage page;
  page.shell = context.shell(ref, context.texts.say("nav.areas"));
  page.lead = context.texts.counted("area.list_lead", static_cast<std::int64_t>(context.release.framework.areas.size()),
                                    {{"title", context.release.framework.title.in(context.language())}});
  page.concordance = concordance_in_words(context);
  page.keys = short_keys(context);
  page.table = areas_chart(context, context.release.now.region, "",
                           context.texts.say("overview.areas_caption", {{"date", to_string(context.release.as_of)}}));
  page.table.files = figure_links(context, "index.html", "omraden", page.table.caption, "");  // the overview shows the same
  for (std::size_t i = 0; i < context.release.framework.areas.size(); ++i) {
    const auto& area = context.release.framework.areas[i];
    const auto& figures = context.release.now.region.areas[i];
    page.areas.push_back({area.letter, context.area_name(i), context.area_path(i), area.question.in(context.language()),
                          lead_of(context, figures),
                          grade_bar(context.texts, context.release.framework, context.area_name(i), figures.initial, figures.current)});
  }
  return page;
}

AreaPage area_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  const disclosure::Release& release = context.release;
  const std::size_t area = ref.index;
  const auto& figures = release.now.region.areas[area];
  AreaPage page;
  page.letter = release.framework.areas[area].letter;
  page.name = context.area_name(area);
  page.shell = context.shell(ref, page.letter + " " + page.name, {{context.site.page("../omraden"), texts.say("nav.areas"), false}});
  page.question = release.framework.areas[area].question.in(context.language());
  page.lead = lead_of(context, figures);
  page.reached = texts.say("area.reached", {{"share", share_in_words(texts, figures.at_reference)}});
  page.keys = short_keys(context);
  page.sources = sources_meet_in(context, area, "../");
  page.themes = area_themes(context, area);
  page.good_examples = area_examples(context, area);
  page.region = area_group(context, release.now.region, area, context.site.region.in(context.language()));
  for (std::size_t i = 0; i < release.forums.size(); ++i) {
    page.forums.push_back(area_group(context, release.now.forums[i], area, context.forum_name(i), "../" + context.forum_path(i)));
  }
  for (const auto owner : {disclosure::Ownership::public_, disclosure::Ownership::private_}) {
    AreaGroup group = area_group(context, release.now.ownership[static_cast<std::size_t>(owner)], area, context.ownership_word(owner));
    if (group.bar) page.owners.push_back(std::move(group));
  }
  for (std::size_t i = 0; i < release.rounds.size(); ++i) {
    page.rounds.push_back(area_group(context, release.by_round[i].region, area, release.rounds[i].id));
  }
  const auto below = units_below(context, area);
  page.units_finding = figures.current.shown() == nullptr ? texts.say("withheld.sentence")
                                                           : texts.counted("area.units_finding", static_cast<std::int64_t>(below.size()));
  for (std::size_t i = 0; i < std::min(below.size(), rows_per_page); ++i) page.units.push_back(area_unit(context, below[i], area));
  if (below.size() > rows_per_page) {
    page.units_more = Note{texts.counted("area.units_more", static_cast<std::int64_t>(below.size() - rows_per_page))};
  }
  page.has_units = !page.units.empty();
  page.has_forums = !page.forums.empty();
  page.has_owners = !page.owners.empty();
  page.has_rounds = !page.rounds.empty();
  for (std::size_t i = 0; i < release.indicators.definitions.size(); ++i) {
    const bool here = release.indicators.definitions[i].area == area && !context.indicator_path(i).empty();
    if (here) page.rows.push_back(indicator_row(context, i, "../"));
  }
  page.has_indicators = !page.rows.empty();
  for (std::size_t i = 0; i < release.framework.areas.size(); ++i) {
    page.others.push_back({"../" + context.area_path(i), release.framework.areas[i].letter + " " + context.area_name(i), i == area});
  }
  page.slope = slope_of_groups(context, area);
  page.development = development_in(context, area, "../");
  add_figures(context, ref, page);
  return page;
}

}  // namespace lagesbild::view
