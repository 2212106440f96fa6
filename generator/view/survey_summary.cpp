#include "view/survey_summary.hpp"

#include <utility>

#include "view/survey_words.hpp"

namespace lagesbild::view {

std::optional<SurveySummary> survey_summary(const Context& context) {
  if (context.release.survey.empty() && context.release.benchmarks.empty()) return std::nullopt;
  SurveySummary summary;
  summary.href = context.site.page("enkater");
  const auto rounds = told_rounds(context);
  if (rounds.empty()) {
    summary.finding = context.texts.say("survey.own_lead");
    return summary;
  }
  const ToldRound& latest = rounds.front();
  summary.finding = survey_lead(context, latest);
  summary.note = context.texts.counted("survey.summary_note", context.release.indicators.settings.difference_points,
                                       {{"round", latest.period}});
  for (const Direction direction : {Direction::above, Direction::below}) {
    for (const ToldStatement* told : clearly(latest, direction)) {
      SummaryLine line{{summary.href + "#" + anchor_of(context, told->statement),
                        context.release.statements[told->statement].wording.in(context.language()), false},
                       *beside_others(context, *told),
                       {}};
      for (const ToldShare& other : told->elsewhere) line.remarks.push_back(difference_from_others(context, other));
      summary.lines.push_back(std::move(line));
    }
  }
  summary.has_lines = !summary.lines.empty();
  return summary;
}

}  // namespace lagesbild::view
