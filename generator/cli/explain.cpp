// lagesbild explain SITE INDICATOR: how a number came about, with its sources, formula, judgement and protection.
#include <algorithm>
#include <iostream>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"
#include "cli/world.hpp"
#include "content.hpp"
#include "pipeline.hpp"
#include "view/explanation.hpp"
#include "view/values.hpp"

namespace lagesbild::cli {
namespace {

std::string hyphened(std::string text) {
  for (std::size_t at = text.find("–"); at != std::string::npos; at = text.find("–")) text.replace(at, std::string_view{"–"}.size(), "-");
  return text;
}

class ExplainCommand {
 public:
  ExplainCommand(const Common& common, const ExplainOrder& order) : common_(common), order_(order) {}

  int run() {
    World world{common_};
    Effects& effects = world.effects;
    const Outcome outcome = judge(common_.site, common_.audience, effects, diagnostics_, judged_, common_.ledger);
    const bool done = judged_ && explain();
    print(std::cerr, diagnostics_, common_.language);
    for (const std::string& id : to_choose_from_) std::cerr << "  " << id << "\n";
    if (!judged_) return exit_code(outcome);
    return done ? exit_done : exit_usage;
  }

 private:
  const disclosure::Release& release() const { return judged_->release; }

  bool complain(Code code, std::vector<Argument> arguments) {
    diagnostics_.error(code, {}, std::move(arguments));
    return false;
  }

  bool unknown(Code code, const std::string& seen, const std::vector<std::string>& known) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    return complain(code, {{"seen", seen}, {"like", std::string{did_you_mean(seen, names)}}});
  }

  bool explain() {
    view::Asked asked;
    if (!find_indicator(asked) || !find_whom(asked) || !find_period(asked)) return false;
    const auto wording = read_wording(judged_->site, common_.language, disk_, diagnostics_);
    if (!wording) return false;
    const view::Context context{release(), judged_->info, wording->texts};
    auto rows = view::explain(context, asked);
    rows.insert(rows.begin(), {wording->texts.say("explain.audience"), audience_words(release().audience, common_.language)});
    std::size_t widest = 0;
    for (const view::ExplanationRow& row : rows) widest = std::max(widest, count_characters(row.label));
    for (const view::ExplanationRow& row : rows) {
      std::cout << row.label << std::string(widest - count_characters(row.label) + 2, ' ') << row.value << "\n";
    }
    return true;
  }

  bool find_indicator(view::Asked& asked) {
    const auto& all = release().indicators;
    if (const auto found = all.find(order_.indicator)) {
      asked.indicator = *found;
      const auto& cells = all.cells[*found];
      asked.period = cells.assessment.headline;
      return cells.has_data && !cells.periods.empty() ? true : complain(code::explain_no_data, {{"id", order_.indicator}});
    }
    for (const auto& [id, audience] : judged_->for_fewer) {
      if (id == order_.indicator) return complain(code::explain_for_fewer, {{"id", id}, {"audience", std::string{to_string(audience)}}});
    }
    std::vector<std::string> known;
    for (const disclosure::Definition& one : all.definitions) known.push_back(one.id);
    for (const disclosure::Definition& one : release().unpublished) {
      known.push_back(one.id);
      if (one.id != order_.indicator) continue;
      const bool draft = one.publication == disclosure::kind::Publication::draft;
      return complain(draft ? code::explain_draft : code::explain_archived,
                      {{"id", one.id}, {"why", one.archived_because.in(common_.language)}});
    }
    unknown(code::explain_indicator, order_.indicator, known);
    for (const disclosure::Definition& one : all.definitions) to_choose_from_.push_back(one.id);
    return false;
  }

  bool find_whom(view::Asked& asked) {
    if (!order_.unit.empty() && !order_.group.empty()) return complain(code::explain_both, {});
    std::vector<std::string> known;
    if (!order_.unit.empty()) {
      const auto& units = release().units;
      for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].id == order_.unit || (units[i].current && units[i].name == order_.unit)) asked.unit = i;
        known.push_back(units[i].id);
        known.push_back(units[i].name);
      }
      return asked.unit ? true : unknown(code::explain_unit, order_.unit, known);
    }
    if (order_.group.empty()) return true;
    const auto& groups = release().indicators.groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      known.push_back(std::string{disclosure::kind::id_of(groups[i].kind)} + ":" + groups[i].id);
      if (known.back() != order_.group) continue;
      asked.group = i;
      return true;
    }
    return unknown(code::explain_group, order_.group, known);
  }

  bool find_period(view::Asked& asked) {
    if (order_.period.empty()) return true;
    const auto& all = release().indicators;
    const auto& periods = all.cells[asked.indicator].periods;
    std::string known;
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const std::string& id = all.periods[periods[i]].id;
      known += (known.empty() ? "" : ", ") + id;
      if (hyphened(id) != hyphened(order_.period) && !(id == "now" && order_.period == "nu")) continue;
      asked.period = i;
      return true;
    }
    return complain(code::explain_period, {{"seen", order_.period}, {"known", known}});
  }

  const Common& common_;
  const ExplainOrder& order_;
  RealDisk disk_;
  Diagnostics diagnostics_;
  std::optional<Judged> judged_;
  std::vector<std::string> to_choose_from_;
};

}  // namespace

int explain(const Common& common, const ExplainOrder& order) { return ExplainCommand{common, order}.run(); }

}  // namespace lagesbild::cli
