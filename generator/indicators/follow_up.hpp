// What a region decides about the follow-up of grades that demand action: content/sites/<site>/follow_up.yaml. The file and every key of it
// may be left out; what holds then stands here.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/localized.hpp"
#include "model/framework.hpp"

namespace lagesbild::indicators {

// Where a case stands: a grade of an area that demanded action. The order is that of a case's life; the closed ones come last.
enum class CaseState : std::uint8_t {
  report_awaited,    // the deadline counts from the report, which has no date yet
  plan_awaited, plan_late,
  decision_awaited, decision_late,
  stands,            // decided, and the grade is the same
  lifted,            // decided, and the grade no longer demands action
  reviewed_again,    // closed by the unit's next review; what that one found is a case of its own
  unit_closed        // the unit is no more, and no other unit goes on as it
};
inline constexpr std::size_t case_state_count = 9;
constexpr bool is_open(CaseState state) { return state <= CaseState::stands; }

// A step of escalation, and the rule that sets it.
struct Level {
  std::string id;
  CaseState when = CaseState::plan_late;  // or decision_late, stands
  int after_days = 1;                     // from the day of the plan's deadline, the decision's deadline, the decision: 1 is the day after
  Localized name;
  Localized owner;                        // of the next step, from then on: a function, not a person
};

struct FollowUp {
  model::PlanFrom plan_counts_from = model::PlanFrom::visit;
  std::optional<int> decision_days;       // from the plan's arrival until a decision is due; none: no deadline
  Localized unit_owner, inspectors;       // who owns the steps of the unit and of the inspectors; empty: the site's usual words
  std::vector<Level> levels;              // the mildest first; the last one whose rule holds is a case's
};

// Nothing after an error.
std::optional<FollowUp> read_follow_up(std::string file, std::string text, Diagnostics& diagnostics);

}  // namespace lagesbild::indicators
