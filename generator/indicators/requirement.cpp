#include "indicators/requirement.hpp"

#include <algorithm>

#include "indicators/vocabulary.hpp"

namespace lagesbild::indicators {
namespace {

// How far on the right side of the limit, in hundredths of `of` for sums; below 0 on the wrong side.
std::int64_t margin(const Limit& limit, const OwnValue& own) {
  const std::int64_t value = limit.of_sums ? 100 * own.value : own.value;
  const std::int64_t wanted = limit.of_sums ? limit.number * own.of : limit.number;
  return limit.at_least ? value - wanted : wanted - value;
}

}  // namespace

std::optional<Limit> limit_of(const Definition& definition) {
  using Test = Condition::Test;
  if (definition.source != Source::units || definition.kind != Kind::share) return std::nullopt;
  const Condition& over = definition.numerator;
  const Condition& under = definition.denominator;
  if (over.test == Test::sum) {
    if (!definition.target || under.test != Test::sum) return std::nullopt;
    return Limit{definition.target->at_least, definition.target->limit, true};
  }
  const bool limited = over.test == Test::at_least || over.test == Test::at_most;
  if (!limited || under.test != Test::answered || under.subject.field != over.subject.field) return std::nullopt;
  return Limit{over.test == Test::at_least, over.limit, false};
}

std::optional<std::int64_t> asked_of_register(const model::Register& figures, const Subject& subject, Date as_of) {
  using Answer = std::optional<std::int64_t>;
  const auto whole = [](const std::optional<int>& value) { return value ? Answer{*value} : std::nullopt; };
  switch (static_cast<UnitWord>(subject.field)) {
    case UnitWord::unit: return 1;
    case UnitWord::listed_patients: return whole(figures.listed_patients);
    case UnitWord::specialists: return whole(figures.specialists);
    case UnitWord::specialist_percent: return whole(figures.specialist_percent);
    case UnitWord::st_doctors: return whole(figures.st_doctors);
    case UnitWord::supervisors: return whole(figures.supervisors);
    case UnitWord::supervisors_trained_5y: return whole(figures.supervisors_trained_5y);
    case UnitWord::manager_years:
      return figures.manager_since ? Answer{static_cast<int>(as_of.year()) - *figures.manager_since} : std::nullopt;
  }
  return std::nullopt;
}

bool meets(const Limit& limit, const OwnValue& own) { return margin(limit, own) >= 0; }

bool is_near(const Limit& limit, const std::optional<Near>& near, const OwnValue& own) {
  return near && meets(limit, own) && margin(limit, own) < near->closer_than * (limit.of_sums ? own.of : 1);
}

std::int64_t missing(const Limit& limit, const OwnValue& own) {
  const std::int64_t lacking = std::max<std::int64_t>(0, -margin(limit, own));
  return limit.of_sums ? (lacking + 99) / 100 : lacking;
}

}  // namespace lagesbild::indicators
