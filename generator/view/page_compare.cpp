#include "view/page_compare.hpp"

#include <string_view>

#include "view/comparison.hpp"

namespace lagesbild::view {

ComparePage compare_page(const Context& context, const PageRef& ref) {
  static constexpr std::string_view kinds[] = {"text", "toned", "grade"};
  ComparePage page;
  page.shell = context.shell(ref, context.texts.say("compare.heading"),
                             {{context.site.page("enheter"), context.texts.say("nav.units"), false}});
  page.scripts = page.shell.root + comparison_script_stem(context);
  page.keys = short_keys(context);
  for (ComparisonGroup& group : comparison_groups(context)) {
    CompareGroup& shown = page.groups.emplace_back(CompareGroup{std::move(group.name), {}});
    for (ComparisonRow& row : group.rows) {
      CompareRow& line = shown.rows.emplace_back();
      line.kind = kinds[static_cast<std::size_t>(row.kind)];
      line.region = std::move(row.region);
      if (row.href.empty()) line.name = Note{std::move(row.name)};
      else line.link = Link{std::move(row.href), std::move(row.name), false};
    }
  }
  const auto& units = context.units();
  std::int64_t comparable = 0;
  page.has_parts = units.size() > findable_per_page;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!comparison_part(context, units[i], i)) continue;
    ++comparable;
    if (!page.has_parts) page.units.push_back({context.unit_path(units[i]), context.release.units[units[i]].name, false});
  }
  page.lead = context.texts.counted("compare.lead", comparable);
  if (page.has_parts) page.parts = unit_parts(context, ref);
  return page;
}

}  // namespace lagesbild::view
