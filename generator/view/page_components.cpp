#include "view/page_components.hpp"

#include <algorithm>
#include <utility>

#include "design/contrast.hpp"

namespace lagesbild::view {
namespace {

using design::Scheme;

std::string value_in(const design::Look& look, const std::string& token, Scheme scheme) {
  const design::Token* found = look.find(token, scheme);
  return found == nullptr ? std::string{} : found->value;
}

void add_tokens(const Context& context, ComponentsPage& page) {
  const design::Look& look = context.site.look;
  for (const design::Token& token : look.standard().light) {
    std::string light = value_in(look, token.name, Scheme::light);
    if (design::is_colour(light)) page.colours.push_back({"--" + token.name, std::move(light), value_in(look, token.name, Scheme::dark)});
    else page.measures.push_back({"--" + token.name, std::move(light), ""});
  }
}

std::string ratio_in_words(const Context& context, double ratio) { return context.texts.decimal(ratio, 1) + ":1"; }

void add_pairs(const Context& context, ComponentsPage& page) {
  const design::Look& look = context.site.look;
  double least = 21;
  for (const design::Pair& pair : context.site.pairs.pairs) {
    const auto ratio = [&](Scheme scheme) {
      const double found = design::contrast(value_in(look, pair.front, scheme), value_in(look, pair.back, scheme));
      if (pair.use == design::Use::text) least = std::min(least, found);
      return ratio_in_words(context, found);
    };
    page.pairs.push_back({pair.name.in(context.language()), "--" + pair.front + " / --" + pair.back, ratio(Scheme::light),
                          ratio(Scheme::dark), ratio_in_words(context, design::least_contrast(pair.use) / 100.0)});
  }
  page.lead = context.texts.counted("components.lead", std::ssize(page.pairs), {{"least", ratio_in_words(context, least)}});
}

// The first that shows most, so that a change of one unit seldom changes the page.
std::optional<UnitParts> unit_parts(const Context& context) {
  std::optional<UnitParts> best;
  for (const PageRef& ref : context.pages()) {
    if (ref.kind != PageRef::Kind::unit || !context.release.units[ref.index].current) continue;
    UnitPage page = unit_page(context, ref);
    if (!page.reviewed || (best && page.steps.size() <= best->steps.size())) continue;
    best = UnitParts{std::move(page.areas), std::move(page.steps), std::move(page.facts)};
    if (best->steps.size() >= 4) break;
  }
  return best;
}

std::optional<IndicatorParts> indicator_parts(const Context& context) {
  for (const PageRef& ref : context.pages()) {
    if (ref.kind != PageRef::Kind::indicator) continue;
    IndicatorPage page = indicator_page(context, ref);
    if (!page.has_groups || !page.funnel || page.series.empty() || page.history.empty()) continue;
    if (page.funnel->up.size() < 5) continue;  // all near one end: little to see
    page.series.resize(1);
    return IndicatorParts{std::move(page.axis), std::move(page.region), std::move(page.funnel), std::move(page.series),
                          std::move(page.history.front().rows)};
  }
  return std::nullopt;
}

}  // namespace

ComponentsPage components_page(const Context& context, const PageRef& ref) {
  ComponentsPage page;
  page.shell = context.shell(ref, context.texts.say("components.heading"));
  add_tokens(context, page);
  add_pairs(context, page);
  page.keys = short_keys(context);
  if (context.release.has_reviews) {
    page.has_areas = true;
    page.areas = areas_chart(context, context.release.now.region, "../",
                             context.texts.say("overview.areas_caption", {{"date", to_string(context.release.as_of)}}));
    page.unit = unit_parts(context);
  }
  page.indicator = indicator_parts(context);
  return page;
}

}  // namespace lagesbild::view
