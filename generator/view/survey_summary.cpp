#include "view/survey_summary.hpp"

#include <algorithm>
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
  for (const std::string& sentence : survey_findings(context, latest)) {
    summary.finding += (summary.finding.empty() ? "" : " ") + sentence;
  }
  summary.note = context.texts.counted("survey.summary_note", context.release.indicators.settings.difference_points,
                                       {{"round", latest.period}});
  for (const Direction direction : {Direction::above, Direction::below}) {
    for (const ToldStatement* told : clearly(latest, direction)) {
      SummaryLine line{{summary.href + "#" + anchor_of(context, told->statement),
                        context.release.statements[told->statement].wording.in(context.language()), false},
                       *beside_others(context, *told),
                       {}};
      if (told->own) line.values.push_back(value_of(context, *told->own, {}));
      for (const ToldShare& other : told->elsewhere) {
        line.remarks.push_back(difference_from_others(context, other));
        line.values.push_back(value_of(context, other, line.remarks.back()));
      }
      summary.lines.push_back(std::move(line));
    }
  }
  summary.has_lines = !summary.lines.empty();
  return summary;
}

Figure summary_figure(const Texts& texts, const SurveySummary& summary) {
  Figure figure{.subject = texts.say("page.survey"), .subtitle = summary.note};
  figure.title = texts.counted("picture.clear_few", static_cast<std::int64_t>(summary.lines.size()));
  for (const int part : {0, 50, 100}) figure.axis.push_back({std::to_string(part), texts.percent(part, 100)});
  std::vector<std::pair<std::string, std::string>> others;  // kind and name
  for (const SummaryLine& line : summary.lines) {
    for (const SurveyValue& value : line.values) {
      const std::pair one{value.kind, value.group};
      if (value.kind != "own" && std::find(others.begin(), others.end(), one) == others.end()) others.push_back(one);
    }
  }
  figure.table.head = {texts.say("page.statement"), texts.say("survey.group_own")};
  figure.marks.push_back({"own", texts.say("survey.group_own")});
  for (const auto& [kind, name] : others) {
    figure.table.head.insert(figure.table.head.end(), {name, texts.say("survey.difference")});
    figure.marks.push_back({kind, name});
  }
  for (const SummaryLine& line : summary.lines) {
    std::vector<std::string> cells{line.link.label};
    const auto add = [&](const std::string& kind) {
      const auto found = std::find_if(line.values.begin(), line.values.end(), [&](const SurveyValue& value) { return value.kind == kind; });
      cells.push_back(found == line.values.end() ? "" : found->value);
      if (kind != "own") cells.push_back(found == line.values.end() ? "" : found->difference.text);
    };
    add("own");
    std::string words;
    for (const auto& [kind, name] : others) add(kind);
    for (const Remark& remark : line.remarks) {
      if (remark.marked) words += (words.empty() ? "" : "; ") + remark.text;
    }
    figure.rows.push_back({line.link.label, line.chart, std::move(words)});
    figure.table.rows.push_back(std::move(cells));
  }
  return figure;
}

}  // namespace lagesbild::view
