#include "view/page_examples.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/text.hpp"
#include "view/page_measures.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::ApprovedExample;
using Examples = std::vector<const ApprovedExample*>;

constexpr const char* dataset_id = "good_examples";
constexpr std::string_view not_asked[] = {"approved_by", "approved_on"};  // whoever approves fills them in

// By area, those of none last; then theme, those without one last; then unit, which is their order in the release.
Examples in_order(const Context& context) {
  const SwedishOrder order;
  std::vector<std::pair<std::tuple<bool, std::size_t, bool, std::string, std::size_t>, const ApprovedExample*>> keyed;
  for (const ApprovedExample& one : context.release.texts.examples) {
    keyed.push_back({{!one.area, one.area.value_or(0), one.theme.empty(), order.key(one.theme), one.unit}, &one});
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Examples sorted;
  for (const auto& [key, one] : keyed) sorted.push_back(one);
  return sorted;
}

std::string name_of(const Context& context, std::size_t area) {
  return context.release.framework.areas[area].letter + " " + context.area_name(area);
}

// How many examples each area has.
std::vector<std::int64_t> by_area(const Context& context) {
  std::vector<std::int64_t> counts(context.release.framework.areas.size());
  for (const ApprovedExample& one : context.release.texts.examples) {
    if (one.area) ++counts[*one.area];
  }
  return counts;
}

std::string lead_of(const Context& context) {
  const Texts& texts = context.texts;
  const auto& examples = context.release.texts.examples;
  std::set<std::size_t> units;
  for (const ApprovedExample& one : examples) units.insert(one.unit);
  std::string lead = texts.counted("examples.lead", static_cast<std::int64_t>(examples.size()),
                                   {{"units", texts.counted("examples.units", static_cast<std::int64_t>(units.size()))}});
  const auto counts = by_area(context);
  const std::int64_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
  if (most == 0 || most == *std::min_element(counts.begin(), counts.end())) return lead;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == most) names.push_back(name_of(context, i));
  }
  return lead + " " + texts.counted("examples.most", most, {{"areas", join_in_words(texts, names)}});
}

// Of the areas where units of today are below the reference line: those without an example, most units first.
std::optional<Note> missing_of(const Context& context) {
  if (!context.release.has_reviews) return std::nullopt;
  const auto counts = by_area(context);
  std::vector<std::pair<int, std::size_t>> without;
  bool any_weak = false;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto* grades = context.release.now.region.areas[i].current.shown();
    if (grades == nullptr) continue;
    const auto line = static_cast<std::ptrdiff_t>(context.release.framework.reference_line);
    const int below = std::accumulate(grades->begin() + line + 1, grades->end(), 0);
    any_weak = any_weak || below > 0;
    if (below > 0 && counts[i] == 0) without.emplace_back(-below, i);
  }
  if (!any_weak) return std::nullopt;
  if (without.empty()) return Note{context.texts.say("examples.none_missing")};
  std::stable_sort(without.begin(), without.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (const auto& [below, area] : without) names.push_back(name_of(context, area));
  return Note{context.texts.say("examples.missing", {{"areas", join_in_words(context.texts, names)}})};
}

ExampleCard card_of(const Context& context, const ApprovedExample& one) {
  ExampleCard card{one.title.words(), one.text.words(), "", {}, {}};
  const std::string& name = context.release.units[one.unit].name;
  if (context.unit_path(one.unit).empty()) card.name = name;
  else card.unit = Link{context.unit_path(one.unit), name, false};
  if (one.approved_on) card.approved = Note{context.texts.say("examples.approved", {{"date", to_string(*one.approved_on)}})};
  return card;
}

std::vector<ExampleArea> areas_of(const Context& context) {
  const Texts& texts = context.texts;
  std::vector<ExampleArea> areas;
  std::set<std::string> taken;
  const Examples examples = in_order(context);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const ApprovedExample& one = *examples[i];
    const bool new_area = i == 0 || examples[i - 1]->area != one.area;
    const std::string place = one.area ? slug(context.release.framework.areas[*one.area].letter) : "alla";
    if (new_area) areas.push_back({"omrade-" + place, one.area ? name_of(context, *one.area) : texts.say("examples.whole"), {}});
    if (new_area || examples[i - 1]->theme != one.theme) {
      std::string id = place + "-" + (one.theme.empty() ? "ovrigt" : slug(one.theme));
      while (!taken.insert(id).second) id += "-2";
      std::string theme = one.theme.empty() ? texts.say("examples.no_theme") : one.theme;
      areas.back().themes.push_back({std::move(id), std::move(theme), "", {}, !one.theme.empty()});
    }
    areas.back().themes.back().cards.push_back(card_of(context, one));
  }
  for (ExampleArea& area : areas) {
    for (ExampleTheme& theme : area.themes) theme.count = texts.number(static_cast<std::int64_t>(theme.cards.size()));
  }
  return areas;
}

std::vector<AskedField> asked_of(const Context& context) {
  std::vector<AskedField> asked;
  for (const model::Dataset& dataset : context.release.datasets) {
    if (dataset.id != dataset_id) continue;
    for (const model::Field& field : dataset.fields) {
      if (std::find(std::begin(not_asked), std::end(not_asked), field.name) != std::end(not_asked)) continue;
      asked.push_back({field.title.in(context.language()), field.about.in(context.language())});
    }
  }
  return asked;
}

}  // namespace

ExamplesPage examples_page(const Context& context, const PageRef& ref) {
  ExamplesPage page;
  page.shell = context.shell(ref, context.texts.say("examples.heading"), crumbs_to_measures(context, ref));
  page.lead = lead_of(context);
  page.missing = missing_of(context);
  page.areas = areas_of(context);
  page.asked = asked_of(context);
  page.has_asked = !page.asked.empty();
  page.contact = context.site.contact.in(context.language());
  return page;
}

}  // namespace lagesbild::view
