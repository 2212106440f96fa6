#include "disclosure/indicators.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "indicators/agreement.hpp"

namespace lagesbild::disclosure {
namespace {

using indicators::about_persons;
using indicators::Source;

constexpr std::int64_t fewest_for_quartiles = 20;  // persons: in a smaller group a quartile is close to being somebody's answer

constexpr int nobody = std::numeric_limits<int>::max();  // concerned: that nobody was asked is about no person, so it is never withheld

About about(Source source) { return source == Source::units ? About::register_facts : About::grades; }

class Judge {
 public:
  Judge(Gate& gate, const Protection& protection, const Policy& policy) : gate_(gate), protection_(protection), policy_(policy) {}

  IndicatorCells judge(const indicators::Measured& measured, std::size_t index) {
    const Definition& definition = measured.definitions[index];
    const indicators::IndicatorFigures& figures = measured.indicators[index];
    IndicatorCells cells;
    cells.periods = figures.periods;
    std::vector<std::vector<const Value*>> shown;
    for (std::size_t period = 0; period < figures.groups.size(); ++period) {
      auto& judged = cells.groups.emplace_back();
      judged.reserve(figures.groups[period].size());
      for (std::size_t group = 0; group < figures.groups[period].size(); ++group) {
        const Value& value = figures.groups[period][group];
        judged.push_back(of_group(definition, value, index, figures.periods[period], group));
        cells.has_data = cells.has_data || value.n > 0;
      }
      auto& values = shown.emplace_back();
      for (const Cell<Value>& cell : judged) values.push_back(cell.shown());
    }
    cells.units.reserve(figures.units.size());
    for (std::size_t i = 0; i < figures.units.size(); ++i) {
      const std::size_t unit = i / figures.periods.size();
      cells.units.push_back(of_unit(definition, figures.units[i], index, figures.periods[i % figures.periods.size()], unit));
    }
    cells.assessment = indicators::assess({definition, measured.periods, cells.periods, measured.groups.all, shown,
                                           policy_.smallest_group_to_judge, measured.settings.outlier_limit});
    return cells;
  }

 private:
  Cell<Value> of_group(const Definition& definition, const Value& value, std::size_t index, std::size_t period, std::size_t group) {
    if (!about_persons(definition.source)) return gate_.judge(to_show(value, definition), about(definition.source), value.units);
    if (const Value* told = protection_.repeated(index, period, group)) return gate_.judge(*told, std::optional<Reason>{});
    const auto because = protection_.of_group(index, period, group);
    if (value.n == 0 && because != Reason::earlier) return gate_.judge(value, About::register_facts, nobody);
    return gate_.judge(to_show(value, definition), because);
  }

  Cell<UnitValue> of_unit(const Definition& definition, const UnitValue& value, std::size_t index, std::size_t period, std::size_t unit) {
    if (!about_persons(definition.source)) return gate_.judge(value, about(definition.source), 1);
    if (const Value* told = protection_.repeated_unit(index, period, unit)) {
      return gate_.judge(UnitValue{told->k, told->n}, std::optional<Reason>{});
    }
    if (value.n == 0) return {};  // withheld like any other, but there was nothing to judge
    return gate_.judge(value, protection_.of_unit(index, period, unit));
  }

  Gate& gate_;
  const Protection& protection_;
  const Policy& policy_;
};

// The mean over an area's indicators of one source; a lower-is-better one is turned round.
std::optional<SourceView> view_of(const Indicators& all, std::size_t group, std::size_t area, Source source) {
  SourceView view;
  double sum = 0;
  for (std::size_t i = 0; i < all.definitions.size(); ++i) {
    const Definition& definition = all.definitions[i];
    if (definition.area != area || definition.source != source || !all.cells[i].has_data) continue;
    const bool graded = source == Source::reviews;
    if (graded ? definition.kind != indicators::Kind::grade_share || definition.better != indicators::Better::higher ||
                     definition.numerator.subject.stage != indicators::Stage::now
               : definition.kind != indicators::Kind::share || definition.better == indicators::Better::none) {
      continue;
    }
    if (source == Source::survey && definition.numerator.subject.role != model::Role::st_doctor) continue;
    const Value* value = all.cells[i].headline(group).shown();
    if (value == nullptr || value->n == 0) continue;
    const double share = 100.0 * static_cast<double>(value->k) / static_cast<double>(value->n);
    sum += definition.better == indicators::Better::lower ? 100 - share : share;
    view.n = std::max(view.n, value->n);
    view.period = all.cells[i].periods[all.cells[i].assessment.headline];
    ++view.indicators;
  }
  if (view.indicators == 0) return std::nullopt;
  view.percent = sum / static_cast<double>(view.indicators);
  return view;
}

}  // namespace

Value to_show(Value value, const Definition& definition) {
  value.largest = 0;
  if (about_persons(definition.source) && value.spread && value.n < fewest_for_quartiles) value.spread->quartiles.reset();
  return value;
}

std::optional<std::size_t> Indicators::find(std::string_view id) const {
  const auto found = std::find_if(definitions.begin(), definitions.end(), [&](const Definition& one) { return one.id == id; });
  if (found == definitions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - definitions.begin());
}

Indicators judge_indicators(Gate& gate, const Protection& protection, indicators::Measured measured,
                            const std::vector<RoleComparison>& roles, const model::Facts& facts, const Policy& policy) {
  Indicators all;
  all.cells.reserve(measured.definitions.size());
  Judge judge{gate, protection, policy};
  for (std::size_t i = 0; i < measured.definitions.size(); ++i) all.cells.push_back(judge.judge(measured, i));
  for (RoleComparison one : roles) {
    const auto withheld = [&](model::Role role) {
      const std::string question = question_id(facts.statements[one.statement].id, role);
      const std::size_t period = period_of_round(measured.periods, one.round);
      return protection.has_changed(question, period) ? Reason::earlier : protection.of_region(question, period);
    };
    auto because = withheld(one.role);
    if (!because) because = withheld(model::Role::st_doctor);
    if (one.pairs < policy.smallest_group_to_judge) one.kappa.reset();
    one.largest = one.doctors_largest = 0;
    auto cell = gate.judge(std::move(one), because);
    if (cell.shown() != nullptr) all.roles.push_back(std::move(cell));
  }
  all.definitions = std::move(measured.definitions);
  all.periods = std::move(measured.periods);
  all.groups = std::move(measured.groups.all);
  all.similar = std::move(measured.groups.similar);
  all.settings = std::move(measured.settings);
  return all;
}

std::vector<AreaSources> meeting_sources(const Indicators& all, std::size_t group, std::size_t areas) {
  std::vector<AreaSources> lines(areas);
  for (std::size_t area = 0; area < areas; ++area) {
    AreaSources& line = lines[area];
    line.grades = view_of(all, group, area, Source::reviews);
    line.doctors = view_of(all, group, area, Source::survey);
    line.reports = view_of(all, group, area, Source::annual_reports);
    std::vector<double> seen;
    for (const auto* one : {&line.grades, &line.doctors, &line.reports}) {
      if (*one) seen.push_back((*one)->percent);
    }
    if (seen.size() < 2) continue;
    const auto [least, most] = std::minmax_element(seen.begin(), seen.end());
    line.apart = *most - *least;
    line.disagree = *line.apart >= all.settings.disagreement_points;
  }
  return lines;
}

std::optional<double> concordance_of_forums(const Indicators& all, std::size_t areas) {
  std::vector<std::vector<double>> rankings;
  for (std::size_t group = 0; group < all.groups.size(); ++group) {
    if (all.groups[group].kind != GroupKind::forum) continue;
    std::vector<double> shares;
    for (std::size_t area = 0; area < areas; ++area) {
      if (const auto grades = view_of(all, group, area, Source::reviews)) shares.push_back(grades->percent);
    }
    if (shares.size() == areas) rankings.push_back(std::move(shares));
  }
  if (rankings.size() < 3) return std::nullopt;
  const auto found = indicators::kendall_w(rankings);
  return found ? std::optional{found->w} : std::nullopt;
}

}  // namespace lagesbild::disclosure
