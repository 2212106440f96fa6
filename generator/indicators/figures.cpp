#include "indicators/figures.hpp"

#include <algorithm>

#include "indicators/lineage.hpp"
#include "indicators/survey.hpp"
#include "indicators/unit_state.hpp"

namespace lagesbild::indicators {
namespace {

GroupFigures<Raw> empty_group(const model::Facts& facts) {
  GroupFigures<Raw> group{};
  group.areas.resize(facts.framework.areas.size());
  return group;
}

SelectionFigures<Raw> empty_selection(const model::Facts& facts) {
  SelectionFigures<Raw> selection{empty_group(facts), {}, {empty_group(facts), empty_group(facts)}};
  selection.forums.assign(facts.forums.size(), empty_group(facts));
  return selection;
}

// One unit, and its review in the selection if it has one, into one group.
void add(GroupFigures<Raw>& group, const model::Framework& framework, const model::Review* review, const UnitState& state) {
  ++group.units;
  if (review == nullptr) return;
  ++group.reviewed;
  ++group.follows.n;
  ++group.followed_at_review.n;
  if (!demands_action_now(framework, *review)) ++group.follows.k;
  if (!demanded_action(framework, *review)) ++group.followed_at_review.k;
  if (review->plan_received) ++group.plans_received;
  if (state.plan == Plan::late) ++group.plans_late;
  if (state.plan == Plan::awaited) ++group.plans_awaited;
  if (state.overdue) ++group.overdue;
  ++group.ages[std::min<std::size_t>(static_cast<std::size_t>(std::max(0, state.age_months)) / 12, age_classes - 1)];
  for (std::size_t area = 0; area < group.areas.size(); ++area) {
    ++group.areas[area].initial[static_cast<std::size_t>(review->areas[area].initial)];
    ++group.areas[area].current[static_cast<std::size_t>(review->areas[area].current)];
  }
}

void add_to_all(SelectionFigures<Raw>& selection, const model::Facts& facts, const model::Unit& unit, const model::Review* review,
                const UnitState& state) {
  add(selection.region, facts.framework, review, state);
  if (unit.forum) add(selection.forums[*unit.forum], facts.framework, review, state);
  if (unit.ownership) add(selection.ownership[static_cast<std::size_t>(*unit.ownership)], facts.framework, review, state);
}

// What follows from the counts.
void derive(GroupFigures<Raw>& group, const model::Framework& framework) {
  for (AreaFigures<Raw>& area : group.areas) {
    const auto line = static_cast<std::size_t>(framework.reference_line);
    for (std::size_t grade = 0; grade < area.current.size(); ++grade) {
      area.at_reference.n += area.current[grade];
      if (grade <= line) area.at_reference.k += area.current[grade];
    }
    std::array<int, 4> points{};
    for (std::size_t grade = 0; grade < points.size(); ++grade) points[grade] = framework.grades[grade].points;
    area.moments = {area.at_reference.n, mean(area.current, points), sample_sd(area.current, points)};
  }
}

void derive_all(SelectionFigures<Raw>& selection, const model::Framework& framework) {
  derive(selection.region, framework);
  for (auto& forum : selection.forums) derive(forum, framework);
  for (auto& owner : selection.ownership) derive(owner, framework);
}

}  // namespace

Figures compute(const model::Facts& facts, Date as_of, const FollowUp& follow_up) {
  Figures figures;
  figures.follow_up = follow_up;
  figures.now = empty_selection(facts);
  figures.rounds.assign(facts.rounds.size(), empty_selection(facts));
  figures.units.reserve(facts.units.size());
  const std::vector<std::size_t> first = first_reviews(facts);
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    const model::Unit& unit = facts.units[u];
    UnitState& state = figures.units.emplace_back(state_of(facts, history(facts, first, u), as_of));
    state.current = counts_between(facts, unit, as_of, as_of);
    figures.cases.push_back(cases_of(facts, unit, state, follow_up, as_of));
    if (state.current) add_to_all(figures.now, facts, unit, state.latest ? &facts.reviews[*state.latest] : nullptr, state);
    for (std::size_t r = 0; r < facts.rounds.size(); ++r) {
      if (!counts_between(facts, unit, facts.rounds[r].from, last_day(facts.rounds[r], as_of))) continue;
      const model::Review* review = review_in(facts, state.reviews, facts.rounds[r]);
      const auto at = review == nullptr ? std::size_t{0} : static_cast<std::size_t>(review - facts.reviews.data());
      const UnitState then = review == nullptr ? UnitState{} : state_of(facts, {at}, as_of);
      add_to_all(figures.rounds[r], facts, unit, review, then);
    }
  }
  derive_all(figures.now, facts.framework);
  for (auto& round : figures.rounds) derive_all(round, facts.framework);
  for (const model::PublishedAggregate& aggregate : facts.published_aggregates) {
    figures.published.push_back(check_feasibility({aggregate.n, aggregate.mean_hundredths, aggregate.sd_hundredths}));
  }
  figures.survey = survey_of_region(facts);
  figures.roles = compare_roles(facts);
  return figures;
}

}  // namespace lagesbild::indicators
