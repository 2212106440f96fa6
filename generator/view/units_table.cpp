#include "view/units_table.hpp"

#include <map>
#include <set>

#include "base/text.hpp"
#include "view/words.hpp"

namespace lagesbild::view {

std::string grade_class(disclosure::Grade grade) { return std::string(1, "abcd"[static_cast<std::size_t>(grade)]); }
std::string grade_letter(disclosure::Grade grade) { return std::string(1, disclosure::letter(grade)); }

GradeCell grade_cell(const disclosure::AreaGrade& grade) {
  GradeCell cell{grade_class(grade.current), grade_letter(grade.current), std::nullopt};
  if (grade.lifted()) cell.before = Note{grade_letter(grade.initial)};
  return cell;
}

std::string tone_of(disclosure::Status status) {
  switch (status) {
    case disclosure::Status::action_required: return "bad";
    case disclosure::Status::action_planned:
    case disclosure::Status::action_recommended: return "warn";
    case disclosure::Status::all_met: return "good";
    default: return "plain";
  }
}

std::string plan_in_words(const Context& context, const disclosure::UnitState& state) {
  const Texts& texts = context.texts;
  switch (state.plan) {
    case disclosure::Plan::awaited:
      if (!state.plan_due) return texts.say("plan.report_awaited");
      return texts.say("plan.awaited", {{"date", to_string(*state.plan_due)}});
    case disclosure::Plan::late: return texts.say("plan.late", {{"date", to_string(*state.plan_due)}});
    case disclosure::Plan::received:
      return state.status == disclosure::Status::action_required ? texts.say("plan.undecided") : texts.say("plan.accepted");
    default: return "";
  }
}

std::string what_became_of(const Context& context, std::size_t index) {
  const disclosure::UnitCard& unit = context.release.units[index];
  const std::string last_day = unit.valid_to ? to_string(*unit.valid_to) : "";
  if (!unit.successor) return context.texts.say("unit.closed", {{"date", last_day}});
  return context.texts.say("unit.became", {{"date", last_day}, {"name", context.release.units[*unit.successor].name}});
}

std::optional<UnitRow> unit_row(const Context& context, std::size_t index, const std::string& up) {
  const disclosure::UnitCard& unit = context.release.units[index];
  const auto* reviewed = unit.reviewed.shown();
  if (reviewed == nullptr || reviewed->reviews.empty()) return std::nullopt;
  const disclosure::UnitState& state = reviewed->state;
  UnitRow row;
  row.href = up + context.unit_path(index);
  row.name = unit.name;
  row.municipality = unit.municipality;
  if (unit.forum) row.forum = context.forum_name(*unit.forum);
  if (unit.ownership) row.ownership = context.ownership_word(*unit.ownership);
  row.status = context.status_word(state.status);
  row.rank = std::to_string(static_cast<int>(state.status));
  row.tone = tone_of(state.status);
  row.detail = plan_in_words(context, state);
  row.grades.reserve(context.release.framework.areas.size());
  for (const disclosure::AreaGrade& grade : reviewed->reviews.back().areas) {
    row.grades.push_back(grade_cell(grade));
  }
  row.reviewed = to_string(reviewed->reviews.back().date);
  row.months = std::to_string(state.age_months);
  row.age = months_in_words(context.texts, state.age_months);
  row.due = to_string(state.next_due);
  row.overdue = state.overdue;
  return row;
}

UnitsTable units_table(const Context& context, const std::vector<std::size_t>& units, const std::string& up, std::string caption) {
  UnitsTable table;
  table.caption = std::move(caption);
  for (std::size_t i = 0; i < context.release.framework.areas.size(); ++i) {
    table.areas.push_back({context.release.framework.areas[i].letter, context.area_name(i), up + context.area_path(i)});
  }
  std::set<std::size_t> forums;
  std::map<std::string, std::string> municipalities;  // by their place in Swedish order
  const SwedishOrder order;
  std::set<disclosure::Ownership> owners;
  std::set<disclosure::Status> states;
  table.rows.reserve(units.size());
  for (const std::size_t unit : units) {
    auto row = unit_row(context, unit, up);
    if (!row) continue;
    const disclosure::UnitCard& card = context.release.units[unit];
    if (card.forum) forums.insert(*card.forum);
    if (!card.municipality.empty()) municipalities.emplace(order.key(card.municipality), card.municipality);
    if (card.ownership) owners.insert(*card.ownership);
    states.insert(card.reviewed.shown()->state.status);
    table.rows.push_back(std::move(*row));
  }
  table.several_forums = forums.size() > 1;
  for (const std::size_t forum : forums) table.forums.push_back({context.forum_name(forum)});
  table.several_municipalities = municipalities.size() > 1;
  for (const auto& [place, name] : municipalities) table.municipalities.push_back({name});
  for (const auto owner : owners) table.owners.push_back({context.ownership_word(owner)});
  for (const auto state : states) table.states.push_back({context.status_word(state)});
  return table;
}

}  // namespace lagesbild::view
