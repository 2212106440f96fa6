#include "disclosure/protection.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>
#include <utility>

namespace lagesbild::disclosure {
namespace {

// Sums over the units that answers are told for, so that a unit that has changed its name counts once.
Basis basis_of(const Layout& layout, std::size_t row, const std::vector<Counts>& categories, const Told& told) {
  const Slots slots = layout.spans[layout.span_of(row)].slots;
  std::map<std::uint32_t, std::int64_t> by_unit;
  std::int64_t counted = 0;
  std::int64_t most = 0;                          // who gave the same answer
  const auto add = [&](const std::vector<std::size_t>& part) {
    std::int64_t sum = 0;
    for (const std::size_t category : part) {
      std::int64_t here = 0;
      for (const std::uint32_t unit : layout.units_in(row)) {
        for (std::size_t slot = 0; slot < layout.slots; ++slot) {
          if ((slots >> slot & 1U) == 0) continue;
          const std::int32_t count = categories[category][layout.cell(unit, slot)];
          here += count;
          if (count > 0) by_unit[layout.holder[unit]] += count;
        }
      }
      sum += here;
      most = std::max(most, here);
    }
    return sum;
  };
  counted = add(told.numerator);
  Basis basis;
  basis.n = counted + add(told.rest);
  if (!layout.is_unit(row)) basis.units = static_cast<int>(by_unit.size());
  for (const auto& [unit, count] : by_unit) basis.largest = std::max(basis.largest, count);
  if (!told.mean) basis.k = counted;
  else if (most == basis.n || (most + 1 == basis.n && basis.n <= all_but_one_matters_to)) basis.k = 0;  // it is known of each
  return basis;
}

// Those who answered, whatever they were asked: which groups are too small is found once for all questions, so that one question does not
// tell how many were withheld in another.
struct Family {
  std::vector<State> states;                      // by row
  Counts persons;
  std::vector<int> since;                         // by row: the smallest group from which on it is withheld, 0: never
  std::vector<Reason> reasons;
};

Family family_of(const Layout& layout, const std::vector<Question>& questions, std::size_t index) {
  Family family;
  family.states.assign(layout.rows(), State::absent);
  family.persons.assign(layout.units * layout.slots, 0);
  family.since.assign(layout.rows(), 0);
  family.reasons.assign(layout.rows(), Reason::not_told);
  const auto stronger = [](State a, State b) {  // told by any question, then withheld, then known, then absent
    const auto rank = [](State state) { return state == State::told ? 3 : is_secret(state) ? 2 : is_known(state) ? 1 : 0; };
    return rank(a) > rank(b) ? a : b;
  };
  for (const Question& question : questions) {
    if (question.family != index) continue;
    for (std::size_t cell = 0; cell < family.persons.size(); ++cell) {
      std::int32_t sum = 0;
      for (const Counts& counts : question.categories) sum += counts[cell];
      family.persons[cell] = std::max(family.persons[cell], sum);
    }
    for (std::size_t row = 0; row < family.states.size(); ++row) family.states[row] = stronger(family.states[row], question.states[row]);
  }
  return family;
}

void protect_family(const Layout& layout, Family& family, int smallest_group) {
  if (std::find(family.states.begin(), family.states.end(), State::told) == family.states.end()) return;
  const Told everybody{std::nullopt, true, {}, {0}};
  Protector protector{layout, {family.persons}, {{0}}, family.states};
  std::vector<Basis> bases;
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    bases.push_back(family.states[row] == State::told ? basis_of(layout, row, protector.categories(), everybody) : Basis{});
    bases.back().k.reset();
  }
  for (int smallest = smallest_group_ever; smallest <= smallest_group; ++smallest) {
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (family.states[row] != State::told) continue;
      if (const auto reason = withheld_because(bases[row], smallest)) protector.withhold(row, *reason);
    }
    protector.close();
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (family.states[row] != State::told || !is_secret(protector.states()[row])) continue;
      if (family.since[row] == 0) family.since[row] = smallest;
      family.reasons[row] = protector.reason(row);
    }
  }
}

// By its own number, as the threshold stands: a reason of a lower one would tell more of a small group than that it is small.
std::optional<Reason> own_reason(const std::vector<Basis>& bases, int smallest_group) {
  for (const Basis& basis : bases) {
    if (const auto reason = withheld_because(basis, smallest_group)) return reason;
  }
  return std::nullopt;
}

// Step by step from the smallest group that there may be: what a lower threshold withholds, a higher one withholds too.
ProtectedQuestion protect(const Layout& layout, Question question, const Family& family, int smallest_group) {
  Protector protector{layout, question.categories, question.needs(), question.states, question.frozen};
  std::vector<std::vector<Basis>> bases(layout.rows());
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    if (question.states[row] != State::told && question.states[row] != State::earlier) continue;
    for (const Told& told : question.told) bases[row].push_back(basis_of(layout, row, question.categories, told));
  }
  for (int smallest = smallest_group_ever; smallest <= smallest_group; ++smallest) {
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (question.states[row] != State::told) continue;
      for (const Basis& basis : bases[row]) {
        if (const auto reason = withheld_because(basis, smallest)) protector.withhold(row, *reason);
      }
      if (family.since[row] != 0 && family.since[row] <= smallest) protector.withhold(row, family.reasons[row]);
    }
    protector.close();
  }
  ProtectedQuestion done{std::move(question), protector.states(), {}, protector.proofs()};
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    const bool changed = (layout.spans[layout.span_of(row)].slots & done.question.frozen) != 0;
    const auto own = changed ? std::nullopt : own_reason(bases[row], smallest_group);
    const bool as_before = done.states[row] == State::earlier && !changed;
    const bool no_longer = done.states[row] == State::hidden;
    done.reasons.push_back(own ? *own : as_before ? Reason::linked : no_longer ? Reason::earlier : protector.reason(row));
    if (is_secret(done.states[row]) && protector.is_told_in_parts(row)) done.states[row] = State::hidden;
  }
  return done;
}

}  // namespace

Protection::Protection(const indicators::Measured& measured, Questions questions, int smallest_group, std::size_t threads)
    : layouts_(std::move(questions.layouts)), layout_of_(std::move(questions.layout_of)), questions_(questions.all.size()),
      question_of_(measured.definitions.size()) {
  for (const indicators::Definition& definition : measured.definitions) ids_.push_back(definition.id);
  for (std::size_t i = 0; i < questions.all.size(); ++i) {
    for (const Told& told : questions.all[i].told) {
      if (told.definition) question_of_[*told.definition] = i;
    }
  }
  const auto in_parallel = [&](std::size_t count, const auto& work) {
    std::atomic<std::size_t> next{0};
    const auto loop = [&] {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min(threads, count); ++thread) others.emplace_back(loop);
    loop();
  };
  std::vector<Family> families(layout_of_.size());
  in_parallel(families.size(), [&](std::size_t i) {
    families[i] = family_of(layouts_[layout_of_[i]], questions.all, i);
    protect_family(layouts_[layout_of_[i]], families[i], smallest_group);
  });
  in_parallel(questions_.size(), [&](std::size_t i) {
    const std::size_t family = questions.all[i].family;
    questions_[i] = protect(layouts_[layout_of_[family]], std::move(questions.all[i]), families[family], smallest_group);
  });
}

const ProtectedQuestion* Protection::asked(std::size_t definition) const {
  const auto question = question_of_[definition];
  return question ? &questions_[*question] : nullptr;
}

const ProtectedQuestion* Protection::asked(std::string_view id) const {
  const auto found = std::find_if(questions_.begin(), questions_.end(), [&](const auto& one) { return one.question.id == id; });
  return found == questions_.end() ? nullptr : &*found;
}

// Nothing for a time that is not over.
std::optional<Protection::At> Protection::at(const ProtectedQuestion* question, std::size_t period) const {
  if (question == nullptr) return std::nullopt;
  const Layout& rows = layout(question->question);
  for (std::size_t span = 0; span < rows.spans.size(); ++span) {
    if (rows.spans[span].period == period) return At{question, span, &rows};
  }
  return std::nullopt;
}

const Settled* Protection::settled(const At& at, std::size_t row, std::string_view indicator) {
  if (at.question->question.settled.empty() || at.question->states[row] != State::known) return nullptr;
  const auto& all = at.question->question.settled[row];
  const auto found = std::find_if(all.begin(), all.end(), [&](const Settled& one) { return one.indicator == indicator; });
  return found == all.end() ? nullptr : &*found;
}

std::optional<Reason> Protection::judge(const At& at, std::size_t row, std::string_view indicator) const {
  const State state = at.question->states[row];
  if (is_secret(state) || state == State::hidden) return at.question->reasons[row];
  if (state == State::absent) return Reason::not_told;
  const auto& repeated = at.question->question.settled;
  const bool was_told = state == State::known && !repeated.empty() && !repeated[row].empty();
  if (was_told && settled(at, row, indicator) == nullptr) return Reason::earlier;
  return std::nullopt;
}

std::optional<Reason> Protection::of_group(std::size_t definition, std::size_t period, std::size_t group) const {
  const auto found = at(asked(definition), period);
  if (found && group >= found->layout->groups) return Reason::not_told;  // similar units
  return found ? judge(*found, found->layout->group_row(found->span, group), ids_[definition]) : Reason::not_over;
}

std::optional<Reason> Protection::of_unit(std::size_t definition, std::size_t period, std::size_t unit) const {
  const auto found = at(asked(definition), period);
  return found ? judge(*found, found->layout->unit_row(found->span, unit), ids_[definition]) : Reason::not_over;
}

std::optional<Reason> Protection::of_region(std::string_view id, std::size_t period) const {
  const auto found = at(asked(id), period);
  if (!found) return Reason::not_over;
  const std::size_t row = found->layout->group_row(found->span, 0);
  std::size_t any = 0;  // told with all the others, or not at all
  while (any < model::survey_answers && settled(*found, row, answer_id(any)) == nullptr) ++any;
  return judge(*found, row, answer_id(any));
}

const indicators::Value* Protection::repeated(std::size_t definition, std::size_t period, std::size_t group) const {
  const auto found = at(asked(definition), period);
  const bool there = found && group < found->layout->groups;
  const Settled* told = there ? settled(*found, found->layout->group_row(found->span, group), ids_[definition]) : nullptr;
  return told ? &told->value : nullptr;
}

const indicators::Value* Protection::repeated_unit(std::size_t definition, std::size_t period, std::size_t unit) const {
  const auto found = at(asked(definition), period);
  const Settled* told = found ? settled(*found, found->layout->unit_row(found->span, unit), ids_[definition]) : nullptr;
  return told ? &told->value : nullptr;
}

std::vector<std::pair<std::size_t, std::int64_t>> Protection::repeated_answers(std::string_view id, std::size_t period) const {
  std::vector<std::pair<std::size_t, std::int64_t>> all;
  const auto found = at(asked(id), period);
  bool any = false;
  for (std::size_t answer = 0; found && answer < model::survey_answers; ++answer) {
    const Settled* told = settled(*found, found->layout->group_row(found->span, 0), answer_id(answer));
    any = any || told != nullptr;
    all.emplace_back(answer, told ? told->value.k : 0);  // nobody had given it
  }
  if (!any) all.clear();
  return all;
}

bool Protection::has_changed(std::string_view id, std::size_t period) const {
  const auto found = at(asked(id), period);
  return found && (found->layout->spans[found->span].slots & found->question->question.frozen) != 0;
}

}  // namespace lagesbild::disclosure
