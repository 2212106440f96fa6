#include "disclosure/indicator_rows.hpp"

#include <array>
#include <string_view>

#include "base/decimal.hpp"
#include "disclosure/release.hpp"

namespace lagesbild::disclosure {
namespace {

constexpr std::array<std::string_view, 6> kinds{"share", "grade_share", "count", "mean", "months", "days"};
constexpr std::array<std::string_view, 7> judgements{"", "too_few", "as_group", "better", "worse", "higher", "lower"};

std::string decimal(double value) {
  const auto rounded = Decimal::rounded(value, 2);
  return rounded ? rounded->plain(Language::sv) : std::string{};
}

std::string percent(std::int64_t k, std::int64_t n) { return Decimal::rounded_ratio(100 * k, n, 2)->plain(Language::sv); }

class RowWriter {
 public:
  explicit RowWriter(const Release& release) : release_(release), all_(release.indicators) {}

  std::vector<IndicatorRow> write() {
    for (std::size_t i = 0; i < all_.definitions.size(); ++i) {
      if (!all_.cells[i].has_data) continue;
      write_groups(all_.definitions[i], all_.cells[i]);
      write_units(all_.definitions[i], all_.cells[i]);
    }
    return std::move(rows_);
  }

 private:
  IndicatorRow& begin(const Definition& definition, std::string_view group_kind, const std::string& group, const std::string& period) {
    IndicatorRow& row = rows_.emplace_back();
    row.indicator = definition.id;
    row.group_kind = group_kind;
    row.group = group;
    row.period = period;
    row.kind = kinds[static_cast<std::size_t>(definition.kind)];
    return row;
  }

  void write_groups(const Definition& definition, const IndicatorCells& cells) {
    for (std::size_t period = 0; period < cells.periods.size(); ++period) {
      for (std::size_t group = 0; group < all_.groups.size(); ++group) {
        const Value* value = cells.groups[period][group].shown();
        if (value != nullptr && value->n == 0) continue;
        IndicatorRow& row = begin(definition, indicators::id_of(all_.groups[group].kind), all_.groups[group].id,
                                  all_.periods[cells.periods[period]].id);
        if (value == nullptr) {
          row.withheld = "ja";
        } else {
          fill(row, definition, *value, cells.assessment.standings[period][group]);
        }
      }
    }
  }

  static void fill(IndicatorRow& row, const Definition& definition, const Value& value, const Standing& standing) {
    row.denominator = std::to_string(value.n);
    if (indicators::has_values(definition.kind)) {
      if (const auto number = indicators::number_of(definition, value)) row.value = decimal(*number);
    } else {
      row.numerator = std::to_string(value.k);
      row.value = indicators::is_share(definition.kind) ? percent(value.k, value.n) : row.numerator;
    }
    if (standing.interval) {
      row.lower = decimal(standing.interval->lower);
      row.upper = decimal(standing.interval->upper);
    }
    row.judgement = judgements[static_cast<std::size_t>(standing.judgement)];
  }

  // What persons answered at a unit has a row for each time that it may be told; other facts one for the time that is told first.
  void write_units(const Definition& definition, const IndicatorCells& cells) {
    const bool persons = indicators::about_persons(definition.source);
    for (std::size_t period = 0; period < cells.periods.size(); ++period) {
      if (!persons && period != cells.assessment.headline) continue;
      for (std::size_t unit = 0; unit < release_.units.size(); ++unit) {
        const UnitValue* value = cells.of_unit(unit, period).shown();
        if (!release_.units[unit].current || value == nullptr || value->n == 0) continue;
        IndicatorRow& row = begin(definition, "unit", release_.units[unit].id, all_.periods[cells.periods[period]].id);
        row.denominator = std::to_string(value->n);
        if (indicators::has_values(definition.kind)) {
          row.value = decimal(indicators::mean_of(definition, *value));
        } else {
          row.numerator = std::to_string(value->k);
          row.value = indicators::is_share(definition.kind) ? percent(value->k, value->n) : row.numerator;
        }
      }
    }
  }

  const Release& release_;
  const Indicators& all_;
  std::vector<IndicatorRow> rows_;
};

}  // namespace

std::vector<IndicatorRow> indicator_rows(const Release& release) { return RowWriter{release}.write(); }

}  // namespace lagesbild::disclosure
