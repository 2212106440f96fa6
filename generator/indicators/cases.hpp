// The register of grades that demanded action: one case for each such area of each review, followed until it is lifted or nothing more can
// come of it. What a reader would get wrong: a plan is of a review, so all its cases share their days, but one may be lifted and another
// stand; and the next review closes what is left of the one before, whatever it finds, which is a case of its own.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "indicators/follow_up.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

struct UnitState;

struct CaseEvent {
  enum class Kind : std::uint8_t {
    reviewed, reported, plan_due, plan_received, decision_due, decided, level, reviewed_again, unit_closed
  };
  Date date{};
  Kind kind = Kind::reviewed;
  std::size_t level = 0;               // index into FollowUp::levels
};

struct Case {
  std::size_t review = 0;              // index into the unit's reviews, oldest first
  std::size_t area = 0;
  CaseState state = CaseState::plan_awaited;
  std::optional<Date> plan_due;        // none: the deadline has not begun to run
  std::optional<Date> due;             // of the next step, the plan or the decision; none: no day is set for it
  int days_late = 0;                   // of the next step: days after `due`
  int plan_days_late = 0;              // days that the plan came after its deadline, or has been awaited after it
  std::optional<std::size_t> level;    // index into FollowUp::levels
  std::optional<Date> closed_on;       // of a closed one; none: not known
  std::vector<CaseEvent> events;       // by day; the last ones may lie ahead
};

// When the plan of a review is due: the framework's months from the visit or from the report. None: it counts from a report without a date.
std::optional<Date> plan_due(const model::Framework& framework, const model::Review& review);

// Of one unit with the reviews of its state; none of a unit that another one goes on as, whose register has them.
// By review, then area. O(cases x levels).
std::vector<Case> cases_of(const model::Facts& facts, const model::Unit& unit, const UnitState& state, const FollowUp& follow_up,
                           Date as_of);

}  // namespace lagesbild::indicators
