#include "view/explanation.hpp"

#include <map>
#include <utility>

#include "base/decimal.hpp"
#include "disclosure/roll_up.hpp"
#include "view/values.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Definition;
using disclosure::Judgement;
using disclosure::Standing;
using disclosure::Value;
namespace kind = disclosure::kind;

constexpr std::size_t shown_of_hash = 12;

class Explainer {
 public:
  Explainer(const Context& context, const Asked& asked)
      : context_(context), texts_(context.texts), asked_(asked), all_(context.release.indicators),
        definition_(all_.definitions[asked.indicator]), cells_(all_.cells[asked.indicator]) {}

  std::vector<ExplanationRow> explain() {
    say("indicator", words(definition_.name) + " (" + definition_.id + ")");
    say("group", asked_.unit ? context_.release.units[*asked_.unit].name : group_name(context_, group()));
    say("period", period_name(context_, time()));
    if (asked_.unit) explain_unit(); else explain_group();
    say("counted", words(definition_.counted));
    explain_conditions();
    explain_sources();
    explain_series();
    say("why", words(definition_.why));
    say("rule", words(definition_.rule));
    if (definition_.target) say("target", target_text(context_, definition_) + ". " + words(definition_.target->source));
    if (definition_.near) say("near", words(definition_.near->why));
    explain_care();
    return std::move(rows_);
  }

 private:
  const std::string& words(const Localized& text) const { return text.in(context_.language()); }
  void say(std::string_view key, std::string value) {
    if (value.empty()) return;
    std::string label = texts_.say("explain." + std::string{key});
    if (const int times = ++said_[label]; times > 1) label += " " + std::to_string(times);  // of several sources each has a name
    rows_.push_back({std::move(label), std::move(value)});
  }
  const disclosure::Group& group() const { return all_.groups[asked_.group]; }
  const disclosure::PeriodOfTime& time() const { return all_.periods[cells_.periods[asked_.period]]; }

  void explain_group() {
    const auto& cell = cells_.groups[asked_.period][asked_.group];
    const Value* value = cell.shown();
    say("value", cell_text(context_, definition_, cell));
    if (value == nullptr) {
      say("protection", why_withheld(cell.reason()));
      return;
    }
    if (value->n == 0) return;
    say("formula", formula(value->k, value->n));
    say("basis", basis_text(context_, definition_, *value));
    if (kind::about_persons(definition_.source)) say("units", texts_.counted("explain.from_units", value->units));
    if (value->spread && value->spread->quartiles) {
      const auto& quartiles = *value->spread->quartiles;
      say("spread", texts_.say("explain.quartiles", {{"lower", number_text(context_, definition_, quartiles.lower)},
                                                     {"median", number_text(context_, definition_, quartiles.median)},
                                                     {"upper", number_text(context_, definition_, quartiles.upper)}}));
    }
    explain_standing(cells_.assessment.standings[asked_.period][asked_.group], *value);
    say("protection", texts_.say(kind::about_persons(definition_.source) ? "explain.shown_persons" : "explain.shown_units",
                                 {{"n", texts_.number(context_.release.policy.smallest_group)}}));
  }

  void explain_unit() {
    const auto& cell = cells_.of_unit(*asked_.unit, asked_.period);
    const disclosure::UnitValue* value = cell.shown();
    if (value == nullptr) {
      say("value", withheld_text(context_, cell.reason()));
      say("protection", why_withheld(cell.reason()));
      return explain_instead();
    }
    if (value->n == 0) return say("value", texts_.say("indicator.nothing"));
    say("value", unit_value_text(context_, definition_, *value));
    if (!kind::has_values(definition_.kind)) say("formula", formula(value->k, value->n));
    say("protection", texts_.say(kind::about_persons(definition_.source) ? "explain.shown_unit" : "explain.shown_units",
                                 {{"n", texts_.number(context_.release.policy.smallest_group)}}));
  }

  // What the unit's readers are told, and how to ask about it.
  void explain_instead() {
    const auto closest = disclosure::rolled_up(context_.release, *asked_.unit, asked_.indicator);
    if (!kind::about_persons(definition_.source) || !closest) return;
    const disclosure::PeriodOfTime& when = all_.periods[cells_.periods[closest->period]];
    std::string whom, value, question = definition_.id;
    Value counts;
    if (closest->group) {
      const disclosure::Group& group = all_.groups[*closest->group];
      counts = *cells_.groups[closest->period][*closest->group].shown();
      whom = group_name(context_, group);
      value = value_text(context_, definition_, counts);
      if (!group.id.empty()) question += " --group " + std::string{kind::id_of(group.kind)} + ":" + group.id;
    } else {
      const disclosure::UnitValue& own = *cells_.of_unit(*asked_.unit, closest->period).shown();
      counts.k = own.k;
      counts.n = own.n;
      whom = context_.release.units[*asked_.unit].name;
      value = unit_value_text(context_, definition_, own);
      question += " --unit " + context_.release.units[*asked_.unit].id;
    }
    say("instead", texts_.say("explain.instead_row", {{"whom", whom}, {"period", period_name(context_, when)}, {"value", value},
                                                      {"basis", basis_text(context_, definition_, counts)},
                                                      {"question", question + " --period " + when.id}}));
  }

  // All rules about persons in one breath: which one it was would tell something of the answers.
  std::string why_withheld(disclosure::Reason reason) const {
    if (reason == disclosure::Reason::audience) return texts_.say("explain.for_fewer");
    if (reason == disclosure::Reason::not_over) return texts_.say("explain.not_over");
    return texts_.say("explain.withheld", {{"n", texts_.number(context_.release.policy.smallest_group)}});
  }

  // The formula with its numbers, to two decimals, so that the rounding can be followed.
  std::string formula(std::int64_t k, std::int64_t n) const {
    if (definition_.kind == kind::Kind::count) return texts_.say("explain.formula_count");
    if (definition_.kind == kind::Kind::mean) return texts_.say("explain.formula_mean");
    if (kind::has_values(definition_.kind)) return texts_.say("explain.formula_median");
    const auto exact = Decimal::rounded_ratio(100 * k, n, 2);
    return texts_.say("explain.formula_share", {{"k", texts_.number(k)}, {"n", texts_.number(n)},
                                                {"exact", exact ? exact->text(context_.language()) : ""}});
  }

  void explain_standing(const Standing& standing, const Value& value) {
    if (standing.interval) {
      say("interval", texts_.say(kind::is_share(definition_.kind) ? "explain.interval_wilson" : "explain.interval_student",
                                 {{"interval", interval_text(context_, definition_, *standing.interval)}}));
    }
    if (standing.shrunk) {
      say("shrunk", texts_.say("explain.shrunk_value", {{"value", number_text(context_, definition_, 100 * *standing.shrunk)}}));
    }
    if (standing.judgement != Judgement::none) {
      const bool wide = all_.settings.outlier_limit == kind::Confidence::percent_99_8;
      const auto judge = texts_.number(context_.release.policy.smallest_group_to_judge);
      std::string judged = judgement_text(context_, standing) + ". ";
      judged += standing.judgement == Judgement::too_few
                    ? texts_.say("explain.judged_from", {{"n", judge}})
                    : texts_.say("explain.judged_how", {{"group", group_name(context_, all_.groups[standing.against])},
                                                        {"limit", texts_.decimal(wide ? 99.8 : 95, wide ? 1 : 0)}, {"n", judge}});
      say("judgement", std::move(judged));
    }
    if (standing.meets_target) say("met", texts_.say(*standing.meets_target ? "explain.target_met" : "explain.target_missed"));
    if (standing.change) say("change", change(*standing.change));
    if (const auto trend = cells_.assessment.trends[asked_.group]; time().kind == disclosure::PeriodKind::year && value.n > 0) {
      say("trend", trend_text(context_, trend));
    }
  }

  std::string change(const kind::Change& change) const {
    const auto& earlier = all_.periods[cells_.periods[change.period]];
    const std::string difference = difference_text(context_, definition_, change.difference);
    if (!change.interval) return texts_.say("explain.change_plain", {{"difference", difference}, {"period", earlier.id}});
    return texts_.say(change.direction == disclosure::Difference::chance ? "explain.change_chance" : "explain.change_clear",
                      {{"difference", difference}, {"period", earlier.id},
                       {"interval", difference_range(context_, definition_, *change.interval)}});
  }

  // The conditions as they stand in the definition: field, and test.
  void explain_conditions() {
    if (kind::has_values(definition_.kind)) return say("values", definition_.value.name);
    say("numerator", condition(definition_.numerator));
    say("denominator", condition(definition_.denominator));
  }

  std::string condition(const kind::Condition& condition) const {
    std::string text = condition.subject.name;
    if (condition.subject.area) text += " " + context_.release.framework.areas[*condition.subject.area].letter;
    if (condition.subject.type == model::FieldType::grade || condition.subject.name == "areas_demanding_action") {
      text += texts_.say(condition.subject.stage == kind::Stage::now ? "explain.stage_now" : "explain.stage_review");
    }
    return text + " " + condition.words;
  }

  void explain_sources() {
    const std::string_view dataset = kind::dataset_of(definition_.source);
    for (const SourceInfo& source : context_.site.sources) {
      const bool also_units = source.dataset == "units" && dataset != "units";
      if (source.dataset != dataset && !also_units) continue;
      say(also_units ? "register" : "source",
          texts_.say("explain.source_row", {{"title", words(source.title)}, {"date", to_string(source.updated)},
                                            {"age", age_in_words(texts_, source.updated, context_.release.as_of)},
                                            {"rows", texts_.counted("explain.rows", static_cast<std::int64_t>(source.rows))},
                                            {"hash", source.sha256.substr(0, shown_of_hash)}}));
    }
  }

  void explain_series() {
    for (const kind::Break& one : definition_.breaks) {
      say("break", texts_.say("explain.break_row", {{"date", to_string(one.from)}, {"why", words(one.why)}}));
    }
    if (definition_.since) say("since", std::to_string(*definition_.since));
  }

  void explain_care() {
    say("author", words(definition_.author));
    const std::string day = definition_.checked_on ? to_string(*definition_.checked_on) : std::string{};
    say("checked", day.empty() ? "" : words(definition_.checked_by) + ", " + day);
    say("look_again", to_string(definition_.review_by));
    say("definition", definition_.id + ".yaml, sha256 " + definition_.sha256.substr(0, shown_of_hash));
    say("release", context_.site.release_id);
  }

  const Context& context_;
  const Texts& texts_;
  const Asked& asked_;
  const disclosure::Indicators& all_;
  const Definition& definition_;
  const disclosure::IndicatorCells& cells_;
  std::vector<ExplanationRow> rows_;
  std::map<std::string, int> said_;  // how often, by label
};

}  // namespace

std::vector<ExplanationRow> explain(const Context& context, const Asked& asked) { return Explainer{context, asked}.explain(); }

}  // namespace lagesbild::view
