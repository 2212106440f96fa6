#include "view/calendar.hpp"

#include <algorithm>
#include <set>

#include "view/page_measures.hpp"
#include "view/register.hpp"

namespace lagesbild::view {
namespace {

constexpr const char* kinds[] = {"plan", "decision", "review", "measure", "follow_up"};  // by DueKind

void in_order(std::vector<Due>& all) {
  std::stable_sort(all.begin(), all.end(), [](const Due& a, const Due& b) { return a.date < b.date; });
}

}  // namespace

std::vector<Due> due_of_units(const Context& context, const std::vector<std::size_t>& units, Date until) {
  std::vector<Due> all;
  const auto add = [&](std::size_t unit, Date date, DueKind kind, bool late, const disclosure::Review& review) {
    if (date > until) return;
    const disclosure::UnitCard& card = context.release.units[unit];
    all.push_back({date, kind, card.name, context.unit_path(unit), late,
                   std::string{kinds[static_cast<std::size_t>(kind)]} + " " + card.id + " " + to_string(review.date)});
  };
  for (const std::size_t unit : units) {
    const auto* reviewed = context.release.units[unit].reviewed.shown();
    if (reviewed == nullptr || reviewed->reviews.empty()) continue;
    const disclosure::Review& latest = reviewed->reviews.back();
    std::set<DueKind> told;  // once for all areas: a plan is of the review
    for (const disclosure::Case& one : reviewed->cases) {
      if (!one.due || !indicators::is_open(one.state)) continue;
      const DueKind kind = latest.plan_received ? DueKind::decision : DueKind::plan;
      if (told.insert(kind).second) add(unit, *one.due, kind, one.days_late > 0, latest);
    }
    if (context.release.units[unit].current) add(unit, reviewed->state.next_due, DueKind::review, reviewed->state.overdue, latest);
  }
  in_order(all);
  return all;
}

std::vector<Due> due_of_measures(const Context& context, Date until) {
  std::vector<Due> all;
  for (std::size_t i = 0; i < context.plans().size(); ++i) {
    const Plan& plan = context.plans()[i];
    for (const PlanMeasure& one : plan.measures) {
      const model::Measure& measure = context.release.measures[one.index];
      if (is_finished(measure)) continue;
      const auto add = [&](const std::optional<Date>& date, DueKind kind, bool late) {
        if (!date || *date > until) return;
        all.push_back({*date, kind, measure.number + " " + measure.title.in(context.language()), context.plan_path(i), late,
                       std::string{kinds[static_cast<std::size_t>(kind)]} + " " + plan.id + " " + measure.number});
      };
      add(measure.due, DueKind::measure, one.late);
      add(measure.next_follow_up, DueKind::follow_up, one.follow_up_late);
    }
  }
  in_order(all);
  return all;
}

std::vector<Due> calendar_of(const Context& context, std::optional<std::size_t> forum) {
  const Date until = add_months(context.release.as_of, calendar_months);
  if (forum) return due_of_units(context, context.units_of_forum(*forum), until);
  std::vector<Due> all = due_of_units(context, context.units(), until);
  for (Due& one : due_of_measures(context, until)) all.push_back(std::move(one));
  in_order(all);
  return all;
}

std::string due_words(const Texts& texts, const Due& due) {
  return texts.say(std::string{"due."} + kinds[static_cast<std::size_t>(due.kind)] + (due.late ? "_late" : ""));
}

}  // namespace lagesbild::view
