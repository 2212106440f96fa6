#include "disclosure/release.hpp"

#include <cstddef>
#include <span>
#include <utility>

#include "disclosure/audience.hpp"
#include "disclosure/one_by_one.hpp"
#include "disclosure/roll_up.hpp"

namespace lagesbild::disclosure {
namespace {

using indicators::Raw;

// Figures about grades concern the reviewed units of the group.
GroupFigures<Cell> judge_group(Gate& gate, const GroupFigures<Raw>& raw) {
  const int n = raw.reviewed;
  const auto grades = [&](auto value) { return gate.judge(std::move(value), About::grades, n); };
  GroupFigures<Cell> group;
  group.units = gate.judge(raw.units, About::register_facts, raw.units);
  group.reviewed = grades(raw.reviewed);
  group.follows = grades(raw.follows);
  group.followed_at_review = grades(raw.followed_at_review);
  group.plans_received = grades(raw.plans_received);
  group.plans_late = grades(raw.plans_late);
  group.plans_awaited = grades(raw.plans_awaited);
  group.overdue = grades(raw.overdue);
  group.ages = grades(raw.ages);
  group.areas.reserve(raw.areas.size());
  for (const AreaFigures<Raw>& area : raw.areas) {
    group.areas.push_back({grades(area.initial), grades(area.current), grades(area.at_reference), grades(area.moments)});
  }
  return group;
}

SelectionFigures<Cell> judge_selection(Gate& gate, const SelectionFigures<Raw>& raw) {
  SelectionFigures<Cell> selection;
  selection.region = judge_group(gate, raw.region);
  selection.forums.reserve(raw.forums.size());
  for (const auto& forum : raw.forums) selection.forums.push_back(judge_group(gate, forum));
  for (std::size_t i = 0; i < raw.ownership.size(); ++i) selection.ownership[i] = judge_group(gate, raw.ownership[i]);
  return selection;
}

std::vector<SurveyFigures<Cell>> judge_survey(Gate& gate, const Protection& protection, const model::Facts& facts,
                                              const std::vector<indicators::PeriodOfTime>& periods,
                                              const std::vector<SurveyFigures<Raw>>& raw, int smallest_group) {
  std::vector<SurveyFigures<Cell>> survey;
  survey.reserve(raw.size());
  for (const SurveyFigures<Raw>& one : raw) {
    const std::string question = question_id(facts.statements[one.statement].id, one.role);
    const std::size_t period = period_of_round(periods, one.round);
    indicators::AnswerCounts answers = one.answers;
    for (const auto& [answer, count] : protection.repeated_answers(question, period)) answers[answer] = static_cast<int>(count);
    auto because = protection.of_region(question, period);
    if (!because) because = withheld_one_by_one(std::span{std::as_const(answers)}.subspan(opinions_to_tell), smallest_group);
    survey.push_back({one.round, one.statement, one.role, gate.judge(answers, because)});
  }
  return survey;
}

UnitCard judge_unit(Gate& gate, model::Unit& unit, const UnitState& state, const std::vector<Case>& cases,
                    const std::vector<Review>& reviews) {
  UnitCard card;
  card.id = unit.id.value();
  card.name = std::move(unit.name);
  card.kind = std::move(unit.kind);
  card.forum = unit.forum;
  card.municipality = std::move(unit.municipality);
  card.ownership = unit.ownership;
  card.provider = std::move(unit.provider);
  card.figures = gate.judge(unit.figures, About::register_facts, unit.figures.st_doctors.value_or(0));
  card.valid_from = unit.valid_from;
  card.valid_to = unit.valid_to;
  card.predecessors = std::move(unit.predecessors);
  card.successor = unit.successor;
  card.current = state.current;
  card.aliases = std::move(unit.aliases);
  UnitReviews own{state, {}, cases};  // copies: the reviews of a unit are also those of the unit it became
  own.reviews.reserve(state.reviews.size());
  for (const std::size_t review : state.reviews) own.reviews.push_back(reviews[review]);
  card.reviewed = gate.judge(std::move(own), About::grades, 1);
  return card;
}

}  // namespace

Release judge(model::Facts facts, const indicators::Figures& figures, const Policy& policy, Date as_of, Audience audience,
              indicators::Measured measured, const Judging& judging, Evidence* evidence) {
  Gate gate{policy};
  Questions questions = questions_of(facts, measured, policy, as_of);
  if (judging.ledger) settle(questions, *judging.ledger, measured, facts, policy.smallest_group);
  const Protection protection{measured, std::move(questions), policy.smallest_group, judging.threads};
  if (evidence) {
    evidence->witnesses = witnesses_of(protection, measured, facts);
    evidence->newly_told = newly_told(protection, judging.ledger ? *judging.ledger : Ledger{}, measured, facts);
  }
  Release release;
  release.has_reviews = !facts.reviews.empty();
  release.now = judge_selection(gate, figures.now);
  for (const auto& round : figures.rounds) release.by_round.push_back(judge_selection(gate, round));
  release.units.reserve(facts.units.size());
  release.deliveries = judge_deliveries(facts, figures.units, policy, as_of);
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    release.units.push_back(judge_unit(gate, facts.units[u], figures.units[u], figures.cases[u], facts.reviews));
  }
  for (std::size_t i = 0; i < facts.published_aggregates.size(); ++i) {
    release.published.push_back({std::move(facts.published_aggregates[i]), figures.published[i]});
  }
  release.survey = judge_survey(gate, protection, facts, measured.periods, figures.survey, policy.smallest_group);
  release.unpublished = std::move(measured.unpublished);
  release.indicators = judge_indicators(gate, protection, std::move(measured), figures.roles, facts, policy);
  release.framework = std::move(facts.framework);
  release.follow_up = figures.follow_up;
  release.policy = policy;
  release.tally = gate.tally();
  release.as_of = as_of;
  release.forums = std::move(facts.forums);
  release.rounds = std::move(facts.rounds);
  release.published_counts = std::move(facts.published_counts);
  release.statements = std::move(facts.statements);
  release.benchmarks = std::move(facts.benchmarks);
  release.measures = std::move(facts.measures);
  release.measure_figures = std::move(facts.measure_figures);
  release.events = std::move(facts.events);
  release.datasets = std::move(facts.datasets);
  const std::size_t areas = release.framework.areas.size();
  for (std::size_t group = 0; group < release.indicators.groups.size() && group <= release.forums.size(); ++group) {
    release.sources_meet.push_back(meeting_sources(release.indicators, group, areas));  // the forums follow the region
  }
  release.gaps.push_back(gap_of(release, std::nullopt, release.indicators.settings));
  for (std::size_t forum = 0; forum < release.forums.size(); ++forum) {
    release.gaps.push_back(gap_of(release, forum, release.indicators.settings));
  }
  release.tally.rolled_up = count_rolled_up(release);
  narrow(release, audience);
  return release;
}

}  // namespace lagesbild::disclosure
