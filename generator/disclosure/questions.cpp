#include "disclosure/questions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "indicators/lineage.hpp"
#include "indicators/vocabulary.hpp"

namespace lagesbild::disclosure {
namespace {

using indicators::Definition;
using indicators::GroupKind;
using indicators::Measured;
using indicators::PeriodKind;
using indicators::Source;

constexpr std::int64_t opinions = 3;  // the first answers of a survey group: agree, neutral, disagree; then come classes of hours
constexpr std::array<int, 8> level_of_kind{20, 4, 2, 3, 3, 3, 2, 0};  // by GroupKind: how much a reader loses with its number

// Where a group stands: what lies in a place against what runs it. Sizes and a region's own groups may go with either.
Sides parted(const std::vector<indicators::Group>& groups, std::size_t count, Side sizes, Side own) {
  Sides sides;
  for (std::size_t group = 0; group < count; ++group) {
    const GroupKind kind = groups[group].kind;
    const bool second = kind == GroupKind::ownership || kind == GroupKind::provider;
    sides.push_back(kind == GroupKind::size ? sizes : kind == GroupKind::own ? own : second ? Side::second : Side::first);
  }
  return sides;
}

// Groups and units; slots and spans are the source's.
Layout layout_of_units(const model::Facts& facts, const Measured& measured) {
  Layout layout;
  layout.units = facts.units.size();
  const auto& all = measured.groups.all;
  const auto similar = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.kind == GroupKind::similar; });
  layout.groups = static_cast<std::size_t>(similar - all.begin());  // they come last, and have no numbers about persons
  layout.groups_of.resize(layout.units);
  layout.members.resize(layout.groups);
  for (std::size_t group = 0; group < layout.groups; ++group) {
    layout.kind.push_back(static_cast<int>(all[group].kind));
    layout.level.push_back(level_of_kind[static_cast<std::size_t>(all[group].kind)]);
  }
  for (const Side sizes : {Side::second, Side::first}) {
    for (const Side own : {Side::first, Side::second}) layout.parted.push_back(parted(all, layout.groups, sizes, own));
  }
  for (std::uint32_t unit = 0; unit < layout.units; ++unit) {
    for (const std::uint32_t group : measured.groups.of_unit[unit]) {
      if (group < layout.groups) layout.groups_of[unit].push_back(group);
    }
    std::sort(layout.groups_of[unit].begin(), layout.groups_of[unit].end());
    for (const std::uint32_t group : layout.groups_of[unit]) layout.members[group].push_back(unit);
    layout.successor.push_back(static_cast<std::uint32_t>(facts.units[unit].successor.value_or(unit)));
  }
  layout.hold();
  return layout;
}

// `slot_in`: whether a slot, by its value, lies in a period.
template <class In>
void add_spans(Layout& layout, const Measured& measured, const std::vector<std::size_t>& slots, In slot_in) {
  layout.slots = std::min(slots.size(), most_slots);
  for (std::size_t period = 0; period < measured.periods.size(); ++period) {
    Slots held = 0;
    for (std::size_t slot = 0; slot < layout.slots; ++slot) {
      if (slot_in(measured.periods[period], slots[slot])) held |= Slots{1} << slot;
    }
    if (held != 0 && measured.periods[period].over) layout.spans.push_back({period, held});
  }
}

class Maker {
 public:
  Maker(const model::Facts& facts, const Measured& measured, const Policy& policy, Date as_of)
      : facts_(facts), measured_(measured), policy_(policy) {
    for (const model::Unit& unit : facts.units) current_.push_back(indicators::counts_between(facts, unit, as_of, as_of));
    std::set<std::size_t> years;
    for (const model::ReportGroup& group : facts.reports) years.insert(static_cast<std::size_t>(group.year));
    std::set<std::size_t> ended;
    for (const auto& period : measured.periods) {
      if (period.kind == PeriodKind::year && period.over && years.count(period.index) > 0) ended.insert(period.index);
      if (period.kind == PeriodKind::round && period.over) rounds_.push_back(period.index);
    }
    years_.assign(ended.begin(), ended.end());
    for (auto* slots : {&years_, &rounds_}) {  // the latest, of more than anybody has
      if (slots->size() > most_slots) slots->erase(slots->begin(), slots->end() - most_slots);
    }
    questions_.layouts.assign(2, layout_of_units(facts, measured));
    add_spans(questions_.layouts[0], measured, years_, [](const auto& period, std::size_t year) {
      const bool years_of_reports = period.kind == PeriodKind::year || period.kind == PeriodKind::pool;
      return years_of_reports && year >= static_cast<unsigned>(static_cast<int>(period.from.year())) &&
             year <= static_cast<unsigned>(static_cast<int>(period.to.year()));
    });
    add_spans(questions_.layouts[1], measured, rounds_, [](const auto& period, std::size_t round) {
      return period.kind == PeriodKind::round && period.index == round;
    });
    questions_.layout_of = {0, 1, 1, 1, 1};
  }

  Questions make() {
    ask_reports();
    ask_survey();
    return std::move(questions_);
  }

 private:
  // The categories of a question: answers that nothing that is told keeps apart are one.
  struct Asked {
    Question question;
    std::vector<std::size_t> definitions;
    std::map<std::vector<std::int64_t>, std::size_t> category_of;
  };

  std::size_t category(Asked& asked, std::int64_t answer) {
    std::vector<std::int64_t> key;
    for (const std::size_t index : asked.definitions) {
      const Definition& definition = measured_.definitions[index];
      if (indicators::has_values(definition.kind)) key.push_back(answer);
      else key.push_back(!definition.denominator.holds(answer) ? 0 : definition.numerator.holds(answer) ? 1 : 2);
    }
    if (asked.question.each_answer) key.push_back(answer);
    const auto [at, made] = asked.category_of.try_emplace(std::move(key), asked.question.categories.size());
    if (made) {
      const Layout& layout = questions_.layouts[questions_.layout_of[asked.question.family]];
      asked.question.categories.emplace_back(layout.units * layout.slots, 0);
      asked.question.answers.push_back(answer);
    }
    return at->second;
  }

  void finish(Asked asked) {
    Question& question = asked.question;
    if (question.categories.empty()) return;
    for (const std::size_t index : asked.definitions) {
      const Definition& definition = measured_.definitions[index];
      Told told{index, indicators::has_values(definition.kind), {}, {}};
      for (std::size_t c = 0; c < question.answers.size(); ++c) {
        const std::int64_t answer = question.answers[c];
        if (indicators::has_values(definition.kind)) told.rest.push_back(c);
        else if (definition.denominator.holds(answer)) (definition.numerator.holds(answer) ? told.numerator : told.rest).push_back(c);
      }
      question.told.push_back(std::move(told));
    }
    if (asked.definitions.empty()) {
      Told told;
      told.mean = question.answers.front() >= opinions;  // classes are told each, and none of them is more than the others
      for (std::size_t c = 0; c < question.answers.size(); ++c) (question.answers[c] == 0 ? told.numerator : told.rest).push_back(c);
      question.told.push_back(std::move(told));
    }
    add_what_nobody_said(question);
    question.states = states_of(asked);
    questions_.all.push_back(std::move(question));
  }

  // An answer that nobody gave could have been given all the same.
  void add_what_nobody_said(Question& question) const {
    for (Told& told : question.told) {
      if (told.mean) continue;
      for (auto* part : {&told.numerator, &told.rest}) {
        if (!part->empty()) continue;
        part->push_back(question.categories.size());
        question.categories.emplace_back(question.categories.front().size(), 0);
        question.answers.push_back(-1);
      }
    }
  }

  std::vector<State> states_of(const Asked& asked) const {
    const Layout& layout = questions_.layouts[questions_.layout_of[asked.question.family]];
    std::vector<State> states(layout.rows(), State::absent);
    for (std::size_t span = 0; span < layout.spans.size(); ++span) {
      const std::size_t period = layout.spans[span].period;
      const auto tells = [&](std::size_t index) {
        const auto& periods = measured_.indicators[index].periods;
        return std::find(periods.begin(), periods.end(), period) != periods.end();
      };
      const bool told = std::any_of(asked.definitions.begin(), asked.definitions.end(), tells);
      const bool of_units = told && policy_.tells_units(measured_.periods[period].kind == PeriodKind::pool);
      for (std::size_t group = 0; group < layout.groups; ++group) {
        if (!told && !(asked.question.each_answer && group == 0)) continue;
        states[layout.group_row(span, group)] = answered(asked, layout, layout.group_row(span, group)) ? State::told : State::known;
      }
      for (std::size_t unit = 0; unit < layout.units; ++unit) {
        const std::size_t row = layout.unit_row(span, unit);
        if (!answered(asked, layout, row)) continue;
        states[row] = of_units && current_[unit] ? State::told : State::withheld;
      }
    }
    return states;
  }

  static bool answered(const Asked& asked, const Layout& layout, std::size_t row) {
    const Slots slots = layout.spans[layout.span_of(row)].slots;
    for (const std::uint32_t unit : layout.units_in(row)) {
      for (std::size_t slot = 0; slot < layout.slots; ++slot) {
        if ((slots >> slot & 1U) == 0) continue;
        for (const Counts& counts : asked.question.categories) {
          if (counts[layout.cell(unit, slot)] > 0) return true;
        }
      }
    }
    return false;
  }

  void ask_reports() {
    const Layout& layout = questions_.layouts[0];
    for (std::size_t q = 0; q < facts_.report_questions.size(); ++q) {
      Asked asked;
      asked.question.id = "annual_reports/" + facts_.report_questions[q].name;
      for (std::size_t i = 0; i < measured_.definitions.size(); ++i) {
        const Definition& one = measured_.definitions[i];
        const std::string& name = indicators::has_values(one.kind) ? one.value.name : one.denominator.subject.name;
        if (one.source == Source::annual_reports && name == facts_.report_questions[q].name) asked.definitions.push_back(i);
      }
      if (asked.definitions.empty()) continue;
      for (const model::ReportGroup& group : facts_.reports) {
        const auto year = std::lower_bound(years_.begin(), years_.end(), static_cast<std::size_t>(group.year));
        if (year == years_.end() || *year != static_cast<std::size_t>(group.year)) continue;
        const std::size_t cell = layout.cell(group.unit, static_cast<std::size_t>(year - years_.begin()));
        for (const auto& [answer, count] : group.questions[q]) {
          const std::size_t at = category(asked, answer);
          asked.question.categories[at][cell] += count;
        }
      }
      finish(std::move(asked));
    }
  }

  void ask_survey() {
    const Layout& layout = questions_.layouts[1];
    std::map<std::pair<std::size_t, model::Role>, Asked> all;
    for (const model::SurveyGroup& group : facts_.survey) {
      const auto round = std::find(rounds_.begin(), rounds_.end(), group.round);
      if (round == rounds_.end()) continue;
      Asked& asked = asked_of(all, group);
      const std::size_t cell = layout.cell(group.unit, static_cast<std::size_t>(round - rounds_.begin()));
      for (std::size_t answer = 0; answer < group.answers.size(); ++answer) {
        if (group.answers[answer] == 0) continue;
        const std::size_t at = category(asked, static_cast<std::int64_t>(answer));
        asked.question.categories[at][cell] += group.answers[answer];
      }
    }
    for (auto& [key, asked] : all) finish(std::move(asked));
  }

  Asked& asked_of(std::map<std::pair<std::size_t, model::Role>, Asked>& all, const model::SurveyGroup& group) {
    const auto [at, made] = all.try_emplace({group.statement, group.role});
    Asked& asked = at->second;
    if (!made) return asked;
    const std::string& statement = facts_.statements[group.statement].id;
    const auto role = static_cast<std::size_t>(group.role);
    asked.question.id = question_id(statement, group.role);
    asked.question.family = 1 + role;
    asked.question.each_answer = true;
    for (std::size_t i = 0; i < measured_.definitions.size(); ++i) {
      const Definition& one = measured_.definitions[i];
      const auto& subject = one.denominator.subject;
      if (one.source == Source::survey && subject.statement == statement && subject.role == group.role) asked.definitions.push_back(i);
    }
    return asked;
  }

  const model::Facts& facts_;
  const Measured& measured_;
  const Policy& policy_;
  std::vector<bool> current_;
  std::vector<std::size_t> years_, rounds_;       // by slot
  Questions questions_;
};

}  // namespace

// Of a share both what was counted and the rest; of a mean anything that adds to it.
std::vector<Need> Question::needs() const {
  std::vector<Need> all;
  const auto add = [&](Need need) {
    if (!need.empty() && std::find(all.begin(), all.end(), need) == all.end()) all.push_back(std::move(need));
  };
  for (const Told& one : told) {
    Need rest = one.rest;
    if (one.mean && rest.size() > 1) std::erase_if(rest, [&](std::size_t category) { return answers[category] == 0; });
    add(one.numerator);
    add(std::move(rest));
  }
  return all;
}

std::string question_id(const std::string& statement, model::Role role) {
  return "survey/" + statement + "/" + std::string{indicators::role_words()[static_cast<std::size_t>(role)]};
}

std::size_t period_of_round(const std::vector<indicators::PeriodOfTime>& periods, std::size_t round) {
  const auto found = std::find_if(periods.begin(), periods.end(),
                                  [&](const auto& one) { return one.kind == PeriodKind::round && one.index == round; });
  return static_cast<std::size_t>(found - periods.begin());
}

Questions questions_of(const model::Facts& facts, const Measured& measured, const Policy& policy, Date as_of) {
  if (measured.groups.all.empty()) return {{}, {}, {}};  // nothing was measured
  return Maker{facts, measured, policy, as_of}.make();
}

}  // namespace lagesbild::disclosure
