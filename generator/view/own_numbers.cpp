#include "view/own_numbers.hpp"

#include <utility>

namespace lagesbild::view {

std::optional<OwnNumbers> own_numbers(const Indicator& indicator) {
  if (!disclosure::kind::about_persons(indicator.definition.source)) return std::nullopt;
  const Context& context = indicator.context;
  for (std::size_t period = indicator.cells.periods.size(); period-- > 0;) {
    OwnNumbers numbers;
    for (std::size_t unit = 0; unit < context.release.units.size(); ++unit) {
      const disclosure::UnitValue* own = indicator.cells.of_unit(unit, period).shown();
      if (!context.release.units[unit].current || own == nullptr || own->n == 0) continue;
      disclosure::Value counts;
      counts.k = own->k;
      counts.n = own->n;
      OwnNumber row{context.release.units[unit].name, {}, unit_value_text(context, indicator.definition, *own),
                    basis_text(context, indicator.definition, counts)};
      if (!context.unit_path(unit).empty()) row.link = Link{"../" + context.unit_path(unit), std::exchange(row.name, {}), false};
      numbers.rows.push_back(std::move(row));
    }
    if (numbers.rows.empty()) continue;
    const auto n = static_cast<std::int64_t>(numbers.rows.size());
    numbers.title = indicator.texts.counted("indicator_page.own_numbers", n, {{"period", indicator.period(period)}});
    numbers.show = indicator.texts.counted("indicator_page.own_numbers_show", n);
    return numbers;
  }
  return std::nullopt;
}

}  // namespace lagesbild::view
