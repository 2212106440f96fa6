#include "indicators/observe.hpp"

#include <algorithm>
#include <optional>

#include "indicators/lineage.hpp"
#include "indicators/requirement.hpp"
#include "indicators/unit_state.hpp"
#include "indicators/vocabulary.hpp"

namespace lagesbild::indicators {
namespace {

using Answer = std::optional<std::int64_t>;

// One unit that answers for itself: each condition asks it something of its own.
template <class Ask>
void count_one(const Definition& definition, Ask ask, Tally& tally) {
  if (has_values(definition.kind)) {
    if (const Answer value = ask(definition.value)) {
      ++tally.n;
      tally.values.push_back({*value, 1});
    }
    return;
  }
  const auto amount = [&](const Condition& condition) -> std::int64_t {
    const Answer value = ask(condition.subject);
    if (!value || !condition.holds(*value)) return 0;
    return condition.test == Condition::Test::sum ? *value : 1;
  };
  // A sum of what is not told is not 0: such a unit is left out.
  const bool sums = definition.numerator.test == Condition::Test::sum;
  if (sums && !ask(definition.numerator.subject)) return;
  const std::int64_t n = amount(definition.denominator);
  if (n == 0) return;
  tally.n += n;
  tally.k += amount(definition.numerator);
}

// Answers of many to the same question.
void count_answers(const Definition& definition, std::int64_t answer, int count, Tally& tally) {
  if (has_values(definition.kind)) {
    tally.n += count;
    tally.values.push_back({answer, count});
  } else if (definition.denominator.holds(answer)) {
    tally.n += count;
    if (definition.numerator.holds(answer)) tally.k += count;
  }
}

// What is known today may be of long ago: a review from before a break means something else, and one from before `since` is not counted.
bool goes_with_today(const Definition& definition, Date day, Date today) {
  return segment(definition, day) == segment(definition, today) && (!definition.since || static_cast<int>(day.year()) >= *definition.since);
}

class ReviewAsked {
 public:
  ReviewAsked(const model::Framework& framework, const model::Review* review, const UnitState& state, Date as_of)
      : framework_(framework), review_(review), state_(state), as_of_(as_of) {}

  Answer operator()(const Subject& subject) const {
    const auto word = static_cast<ReviewWord>(subject.field);
    if (word == ReviewWord::unit) return 1;
    if (word == ReviewWord::status) return static_cast<std::int64_t>(review_ != nullptr ? state_.status : Status::not_reviewed);
    if (review_ == nullptr) return std::nullopt;
    switch (word) {
      case ReviewWord::grade: return static_cast<std::int64_t>(grade(review_->areas[*subject.area], subject.stage));
      case ReviewWord::areas_demanding_action:
        return std::count_if(review_->areas.begin(), review_->areas.end(),
                             [&](const model::AreaGrade& one) { return framework_.demands_action(grade(one, subject.stage)); });
      case ReviewWord::plan_in_time: return plan_in_time();
      case ReviewWord::days_to_plan:
        return review_->plan_received ? Answer{days_between(review_->date, *review_->plan_received)} : std::nullopt;
      case ReviewWord::plan: return static_cast<std::int64_t>(state_.plan);
      case ReviewWord::age_months: return state_.age_months;
      case ReviewWord::overdue: return state_.overdue ? 1 : 0;
      default: return std::nullopt;
    }
  }

 private:
  static model::Grade grade(const model::AreaGrade& one, Stage stage) { return stage == Stage::now ? one.current : one.initial; }

  Answer plan_in_time() const {
    if (!demanded_action(framework_, *review_)) return std::nullopt;
    const auto due = plan_due(framework_, *review_);
    if (!due) return std::nullopt;
    if (review_->plan_received) return *review_->plan_received <= *due ? 1 : 0;
    return as_of_ > *due ? Answer{0} : std::nullopt;
  }

  const model::Framework& framework_;
  const model::Review* review_;
  const UnitState& state_;
  Date as_of_;
};

}  // namespace

Observer::Observer(const model::Facts& facts, const std::vector<UnitState>& states, const std::vector<PeriodOfTime>& periods, Date as_of)
    : facts_(facts), states_(states), periods_(periods), as_of_(as_of) {
  for (std::size_t i = 0; i < facts.survey.size(); ++i) answers_[{facts.survey[i].statement, facts.survey[i].role}].push_back(i);
  for (auto& [key, groups] : answers_) {
    const auto before = [&](std::size_t a, std::size_t b) { return facts.survey[a].unit < facts.survey[b].unit; };
    std::stable_sort(groups.begin(), groups.end(), before);
  }
}

void Observer::observe(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const {
  if (wanted.empty()) return;
  switch (definition.source) {
    case Source::reviews: return reviews(definition, wanted, sink);
    case Source::units: return register_facts(definition, sink);
    case Source::annual_reports: return reports(definition, wanted, sink);
    case Source::survey: return survey(definition, wanted, sink);
  }
}

void Observer::reviews(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const {
  if (facts_.reviews.empty()) return;
  std::vector<Tally> tallies(wanted.size());
  for (std::size_t unit = 0; unit < facts_.units.size(); ++unit) {
    for (Tally& tally : tallies) tally = {};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const PeriodOfTime& period = periods_[wanted[i]];
      const UnitState& state = states_[unit];
      const bool now = period.kind == PeriodKind::now;
      const bool counts = now ? state.current
                              : counts_between(facts_, facts_.units[unit], period.from, last_day(facts_.rounds[period.index], as_of_));
      if (!counts) continue;
      const model::Review* latest = state.latest ? &facts_.reviews[*state.latest] : nullptr;
      if (latest != nullptr && !goes_with_today(definition, latest->date, as_of_)) latest = nullptr;
      const model::Review* review = now ? latest : review_in(facts_, state.reviews, facts_.rounds[period.index]);
      count_one(definition, ReviewAsked{facts_.framework, review, state, as_of_}, tallies[i]);
    }
    sink(unit, tallies);
  }
}

void Observer::register_facts(const Definition& definition, const Sink& sink) const {
  std::vector<Tally> tallies(1);
  for (std::size_t unit = 0; unit < facts_.units.size(); ++unit) {
    if (!states_[unit].current) continue;
    tallies.front() = {};
    const auto ask = [&](const Subject& subject) {
      return asked_of_register(facts_.units[unit].figures, subject, as_of_);
    };
    count_one(definition, ask, tallies.front());
    sink(unit, tallies);
  }
}

void Observer::reports(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const {
  const std::string& name = has_values(definition.kind) ? definition.value.name : definition.denominator.subject.name;
  const auto asked = std::find_if(facts_.report_questions.begin(), facts_.report_questions.end(),
                                  [&](const model::Field& field) { return field.name == name; });
  if (asked == facts_.report_questions.end()) return;
  const auto question = static_cast<std::size_t>(asked - facts_.report_questions.begin());
  std::vector<Tally> tallies(wanted.size());
  for (auto group = facts_.reports.begin(); group != facts_.reports.end();) {
    const std::size_t unit = group->unit;
    for (Tally& tally : tallies) tally = {};
    for (; group != facts_.reports.end() && group->unit == unit; ++group) {
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        const PeriodOfTime& period = periods_[wanted[i]];
        if (group->year < static_cast<int>(period.from.year()) || group->year > static_cast<int>(period.to.year())) continue;
        for (const auto& [answer, count] : group->questions[question]) count_answers(definition, answer, count, tallies[i]);
      }
    }
    sink(unit, tallies);
  }
}

void Observer::survey(const Definition& definition, const std::vector<std::size_t>& wanted, const Sink& sink) const {
  const Subject& subject = definition.denominator.subject;
  const auto asked = std::find_if(facts_.statements.begin(), facts_.statements.end(),
                                  [&](const model::Statement& one) { return one.id == subject.statement; });
  if (asked == facts_.statements.end()) return;
  const auto found = answers_.find({static_cast<std::size_t>(asked - facts_.statements.begin()), subject.role});
  if (found == answers_.end()) return;
  const std::vector<std::size_t>& groups = found->second;
  std::vector<Tally> tallies(wanted.size());
  for (std::size_t at = 0; at < groups.size();) {
    const std::size_t unit = facts_.survey[groups[at]].unit;
    for (Tally& tally : tallies) tally = {};
    for (; at < groups.size() && facts_.survey[groups[at]].unit == unit; ++at) {
      const model::SurveyGroup& group = facts_.survey[groups[at]];
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (periods_[wanted[i]].index != group.round) continue;
        for (std::size_t answer = 0; answer < group.answers.size(); ++answer) {
          count_answers(definition, static_cast<std::int64_t>(answer), group.answers[answer], tallies[i]);
        }
      }
    }
    sink(unit, tallies);
  }
}

}  // namespace lagesbild::indicators
