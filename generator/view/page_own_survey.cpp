#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "view/page_survey.hpp"
#include "view/words.hpp"

namespace lagesbild::view {
namespace {

using disclosure::AnswerCounts;

constexpr std::array<std::string_view, 4> roles{"st_doctor", "supervisor", "manager", "study_director"};
constexpr std::array<std::string_view, model::survey_answers> answers{"agree",   "neutral",     "disagree", "none",
                                                                         "under_1", "from_1_to_2", "over_2"};
constexpr std::size_t first_class = 3;  // the answers from here on are classes of hours

int all_of(const AnswerCounts& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

// What was shown of a round.
class Round {
 public:
  Round(const Context& context, std::size_t round) : context_(context), round_(round) {}

  const AnswerCounts* counts(std::size_t statement, std::size_t role) const {
    for (const auto& figures : context_.release.survey) {
      const bool wanted = figures.round == round_ && figures.statement == statement && static_cast<std::size_t>(figures.role) == role;
      if (wanted) return figures.answers.shown();
    }
    return nullptr;
  }

  // Those in the role who answered the statement that most answered.
  int answered(std::size_t role) const {
    int most = 0;
    for (std::size_t s = 0; s < context_.release.statements.size(); ++s) {
      if (const AnswerCounts* all = counts(s, role)) most = std::max(most, all_of(*all));
    }
    return most;
  }

  SurveyLine line(std::size_t statement, std::size_t answer, std::string label) const {
    const Texts& texts = context_.texts;
    const auto& about = context_.release.statements[statement];
    SurveyLine line{about.area ? context_.release.framework.areas[*about.area].letter : "–", std::move(label), "", {}};
    std::vector<std::string> parts;
    std::optional<int> first;
    for (std::size_t role = 0; role < roles.size(); ++role) {
      const AnswerCounts* all = counts(statement, role);
      if (all == nullptr) continue;
      const int percent = rounded_percent((*all)[answer], all_of(*all));
      SurveyDot dot{texts.say("role." + std::string{roles[role]}), std::string{roles[role]}, std::to_string(percent),
                    texts.percent((*all)[answer], all_of(*all)), "", false};
      if (first) dot.difference = difference_in_words(percent - *first);
      dot.marked = first && std::abs(percent - *first) > 10;
      if (role == 0) first = percent;
      parts.push_back(dot.group + " " + dot.value);
      line.dots.push_back(std::move(dot));
    }
    line.description = line.statement + ": " + join_in_words(texts, parts);
    const std::string path = answer < first_class ? indicator_of(about.id) : std::string{};
    if (!path.empty()) line.link = Link{path, std::exchange(line.statement, {}), false};
    return line;
  }

  bool has_classes(std::size_t statement) const {
    for (std::size_t role = 0; role < roles.size(); ++role) {  // what one of them said may be withheld
      const AnswerCounts* all = counts(statement, role);
      if (all != nullptr && std::any_of(all->begin() + first_class, all->end(), [](int n) { return n > 0; })) return true;
    }
    return false;
  }

 private:
  // The page of the indicator that counts ST doctors' answers to the statement; empty when there is none.
  std::string indicator_of(const std::string& statement) const {
    const auto& definitions = context_.release.indicators.definitions;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
      const auto& subject = definitions[i].numerator.subject;
      if (subject.statement == statement && subject.role == model::Role::st_doctor) return context_.indicator_path(i);
    }
    return {};
  }

  // Half away from zero, as Texts::percent rounds; n is positive.
  static int rounded_percent(int k, int n) { return (200 * k + n) / (2 * n); }

  std::string difference_in_words(int points) const {
    if (points == 0) return context_.texts.say("survey.role_same");
    return context_.texts.counted(points > 0 ? "survey.role_more" : "survey.role_less", std::abs(points));
  }

  const Context& context_;
  std::size_t round_;
};

// A round that goes on, when somebody has answered in it.
bool is_waited_for(const Context& context, std::size_t round) {
  const auto& survey = context.release.survey;
  return std::any_of(survey.begin(), survey.end(), [&](const auto& one) {
    return one.round == round && one.answers.shown() == nullptr && one.answers.reason() == disclosure::Reason::not_over;
  });
}

void add_blocks(const Context& context, std::size_t index, SurveyPage& page) {
  const Texts& texts = context.texts;
  const Round round{context, index};
  const std::string& name = context.release.rounds[index].id;
  std::vector<std::string> answered;
  for (std::size_t role = 0; role < roles.size(); ++role) {
    if (const int n = round.answered(role); n > 0) answered.push_back(texts.counted("survey.answered_" + std::string{roles[role]}, n));
  }
  SurveyBlock agreement{texts.say("survey.own_statements", {{"round", name}}),
                        texts.say("survey.own_subtitle", {{"answered", join_in_words(texts, answered)}}), {}};
  std::vector<SurveyBlock> classes;
  for (std::size_t s = 0; s < context.release.statements.size(); ++s) {
    const std::string& wording = context.release.statements[s].wording.in(context.language());
    if (!round.has_classes(s)) {
      SurveyLine line = round.line(s, 0, wording);
      if (!line.dots.empty()) agreement.lines.push_back(std::move(line));
      continue;
    }
    SurveyBlock block{wording + " " + name, texts.say("survey.classes_subtitle"), {}};
    for (std::size_t answer = first_class; answer < answers.size(); ++answer) {
      block.lines.push_back(round.line(s, answer, texts.say("answer." + std::string{answers[answer]})));
    }
    classes.push_back(std::move(block));
  }
  if (!agreement.lines.empty()) page.blocks.push_back(std::move(agreement));
  for (SurveyBlock& block : classes) page.blocks.push_back(std::move(block));
}

}  // namespace

void describe_own_survey(const Context& context, SurveyPage& page) {
  const Texts& texts = context.texts;
  for (const std::string_view role : roles) page.groups.push_back({texts.say("role." + std::string{role}), std::string{role}, ""});
  for (std::size_t round = context.release.rounds.size(); round-- > 0;) {
    add_blocks(context, round, page);
    if (!is_waited_for(context, round)) continue;
    const model::Round& one = context.release.rounds[round];
    page.waiting.push_back({texts.say("survey.waiting", {{"round", one.id}, {"date", to_string(one.to)}})});
  }
  page.lead = own_survey_finding(context);
}

// The statement about the training as a whole, in the latest round that has it.
std::string own_survey_finding(const Context& context) {
  const Texts& texts = context.texts;
  for (std::size_t s = 0; s < context.release.statements.size(); ++s) {
    if (context.release.statements[s].area) continue;
    for (std::size_t round = context.release.rounds.size(); round-- > 0;) {
      const AnswerCounts* counts = Round{context, round}.counts(s, 0);
      if (counts == nullptr) continue;
      return texts.say("survey.own_finding", {{"round", context.release.rounds[round].id},
                                              {"statement", context.release.statements[s].wording.in(context.language())},
                                              {"share", texts.percent((*counts)[0], all_of(*counts))}});
    }
  }
  return texts.say("survey.own_lead");
}

}  // namespace lagesbild::view
