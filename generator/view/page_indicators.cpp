#include "view/page_indicators.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace lagesbild::view {
namespace {

constexpr std::array<std::string_view, 4> datasets{"reviews", "units", "annual_reports", "survey"};  // by Source

std::string why_without(const Context& context, const disclosure::Definition& definition) {
  const std::string_view wanted = datasets[static_cast<std::size_t>(definition.source)];
  const auto& sources = context.site.sources;
  const bool has = std::any_of(sources.begin(), sources.end(), [&](const SourceInfo& one) { return one.dataset == wanted; });
  if (has) return context.texts.say("indicators.no_answers");
  for (const auto& dataset : context.release.datasets) {
    if (dataset.id == wanted) return context.texts.say("indicators.no_source", {{"dataset", dataset.title.in(context.language())}});
  }
  return context.texts.say("indicators.no_answers");
}

std::string lead_of(const Context& context) {
  const auto& all = context.release.indicators;
  std::int64_t with_data = 0, targets = 0, met = 0;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    if (!all.cells[i].has_data) continue;
    ++with_data;
    if (!all.definitions[i].target) continue;
    ++targets;
    const Indicator indicator{context, i};
    if (indicator.standing(indicator.headline(), whole_region).meets_target.value_or(false)) ++met;
  }
  const std::string first = context.texts.counted("indicators.lead", with_data);
  if (targets == 0) return first + " " + context.texts.say("indicators.lead_no_targets");
  return first + " " + context.texts.counted("indicators.lead_targets", targets, {{"met", context.texts.number(met)}});
}

}  // namespace

IndicatorRow indicator_row(const Context& context, std::size_t index, const std::string& up) {
  const Indicator indicator{context, index};
  const std::size_t period = indicator.headline();
  IndicatorRow row;
  row.href = up + context.indicator_path(index);
  row.name = indicator.definition.name.in(context.language());
  row.value = cell_text(context, indicator.definition, indicator.cells.headline(whole_region));
  if (const auto range = indicator.range(period, whole_region)) row.range = interval_text(context, indicator.definition, *range);
  row.period = indicator.period(period);
  if (const auto* value = indicator.value(period, whole_region)) row.basis = basis_text(context, indicator.definition, *value);
  if (indicator.is_share()) {
    const auto& target = indicator.definition.target;
    row.mark = dot_mark(indicator, Scale{}, period, whole_region, row.name,
                        target ? std::optional{static_cast<double>(target->limit)} : std::nullopt);
  }
  row.target = target_verdict(indicator, period, whole_region);
  const auto meets = indicator.standing(period, whole_region).meets_target;
  row.tone = !meets ? "plain" : *meets ? "good" : "warn";
  row.development = development_text(indicator, whole_region);
  return row;
}

std::string block_id(const Context& context, const disclosure::Definition& definition) {
  return definition.area ? "omrade-" + slug(context.release.framework.areas[*definition.area].letter) : "helhet";
}

std::string block_name(const Context& context, const disclosure::Definition& definition) {
  if (!definition.area) return context.texts.say("indicators.whole");
  return context.release.framework.areas[*definition.area].letter + " " + context.area_name(*definition.area);
}

IndicatorsPage indicators_page(const Context& context, const PageRef& ref) {
  const auto& all = context.release.indicators;
  IndicatorsPage page;
  page.shell = context.shell(ref, context.texts.say("indicators.heading"));
  page.lead = lead_of(context);
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    const disclosure::Definition& definition = all.definitions[i];
    if (context.indicator_path(i).empty()) {
      page.without.push_back({definition.name.in(context.language()), why_without(context, definition)});
      continue;
    }
    std::string id = block_id(context, definition);
    if (page.blocks.empty() || page.blocks.back().id != id) page.blocks.push_back({std::move(id), block_name(context, definition), {}});
    page.blocks.back().rows.push_back(indicator_row(context, i, ""));
  }
  for (const disclosure::Definition& definition : context.release.unpublished) {
    if (definition.publication != disclosure::kind::Publication::archived) continue;
    page.archived.push_back({definition.name.in(context.language()), definition.archived_because.in(context.language())});
  }
  page.has_without = !page.without.empty();
  page.has_archived = !page.archived.empty();
  return page;
}

}  // namespace lagesbild::view
