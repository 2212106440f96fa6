#include "view/page_survey.hpp"

#include <algorithm>
#include <cstdlib>

#include "view/words.hpp"

namespace lagesbild::view {
namespace {

constexpr std::array<std::string_view, 3> groups{"region", "sweden", "general_practice"};
constexpr int marked_difference = 10;  // percentage points; more than this counts as a difference

std::string group_word(const Context& context, std::string_view group) {
  return group == "region" ? context.site.region.in(context.language()) : context.texts.say("survey.group_" + std::string{group});
}

std::string difference_in_words(const Texts& texts, int difference) {
  if (difference == 0) return texts.say("survey.same");
  return texts.counted(difference > 0 ? "survey.more" : "survey.less", std::abs(difference));
}

std::vector<SurveyDot> dots_of(const Context& context, const std::string& statement, std::string_view answer) {
  std::vector<SurveyDot> dots;
  const auto own = published_share(context.release, statement, answer, "region");
  for (const std::string_view group : groups) {
    const auto share = published_share(context.release, statement, answer, group);
    if (!share) continue;
    SurveyDot dot{group_word(context, group),
                  std::string{group},
                  std::to_string(share->percent),
                  context.texts.percent(share->percent, 100),
                  "",
                  false};
    if (group != "region" && own) {
      dot.difference = difference_in_words(context.texts, own->percent - share->percent);
      dot.marked = std::abs(own->percent - share->percent) > marked_difference;
    }
    dots.push_back(std::move(dot));
  }
  return dots;
}

SurveyLine line_of(const Context& context, const model::Statement& statement, std::string_view answer, std::string label) {
  SurveyLine line;
  line.area = statement.area ? context.release.framework.areas[*statement.area].letter : "–";
  line.statement = std::move(label);
  line.dots = dots_of(context, statement.id, answer);
  std::vector<std::string> parts;
  for (const SurveyDot& dot : line.dots) parts.push_back(dot.group + " " + dot.value);
  line.description = line.statement + ": " + join_in_words(context.texts, parts);
  return line;
}

// The kinds of answer to a statement, in their own order.
std::vector<std::string> answers_to(const disclosure::Release& release, std::size_t statement) {
  std::vector<std::string> answers;
  for (const model::Benchmark& benchmark : release.benchmarks) {
    if (benchmark.statement == statement && std::find(answers.begin(), answers.end(), benchmark.answer) == answers.end()) {
      answers.push_back(benchmark.answer);
    }
  }
  return answers;
}

int marked_in(const Context& context, bool better) {
  int marked = 0;
  for (const model::Statement& statement : context.release.statements) {
    const auto own = published_share(context.release, statement.id, "agree", "region");
    const auto others = published_share(context.release, statement.id, "agree", "sweden");
    if (!own || !others) continue;
    const int difference = own->percent - others->percent;
    if (better ? difference > marked_difference : difference < -marked_difference) ++marked;
  }
  return marked;
}

}  // namespace

std::optional<PublishedShare> published_share(const disclosure::Release& release, std::string_view statement, std::string_view answer,
                                              std::string_view group) {
  for (const model::Benchmark& benchmark : release.benchmarks) {
    if (release.statements[benchmark.statement].id == statement && benchmark.answer == answer && benchmark.group == group) {
      return PublishedShare{benchmark.percent, benchmark.n};
    }
  }
  return std::nullopt;
}

std::string survey_finding(const Context& context) {
  if (!context.release.survey.empty()) return own_survey_finding(context);
  if (context.release.benchmarks.empty()) return "";
  return context.texts.counted("survey.finding", marked_in(context, true), {{"worse", context.texts.number(marked_in(context, false))}});
}

SurveyPage survey_page(const Context& context, const PageRef& ref) {
  const Texts& texts = context.texts;
  SurveyPage page;
  page.shell = context.shell(ref, texts.say("survey.heading"));
  if (!context.release.survey.empty()) {  // a region with answers of its own tells those; others stand beside them on the indicators' pages
    describe_own_survey(context, page);
    return page;
  }
  page.lead = survey_finding(context);
  for (const std::string_view group : groups) {
    const auto& all = context.release.benchmarks;
    const auto first = std::find_if(all.begin(), all.end(), [&](const model::Benchmark& b) { return b.group == group; });
    if (first == all.end()) continue;
    page.groups.push_back(
        {group_word(context, group), std::string{group}, texts.counted("survey.answers", first->n, {{"period", first->period}})});
  }
  SurveyBlock agreement{texts.say("survey.statements"), texts.say("survey.statements_subtitle"), {}};
  std::vector<SurveyBlock> classes;
  for (std::size_t s = 0; s < context.release.statements.size(); ++s) {
    const model::Statement& statement = context.release.statements[s];
    const auto answers = answers_to(context.release, s);
    if (answers.empty()) continue;
    const std::string& wording = statement.wording.in(context.language());
    if (answers.size() == 1) {
      agreement.lines.push_back(line_of(context, statement, answers.front(), wording));
      continue;
    }
    SurveyBlock block{wording, texts.say("survey.classes_subtitle"), {}};
    for (const std::string& answer : answers) block.lines.push_back(line_of(context, statement, answer, texts.say("answer." + answer)));
    classes.push_back(std::move(block));
  }
  page.blocks.push_back(std::move(agreement));
  for (SurveyBlock& block : classes) page.blocks.push_back(std::move(block));
  return page;
}

}  // namespace lagesbild::view
