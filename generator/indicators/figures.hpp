// Facts to numbers, per group of units and per time. What a reader would get wrong: "now" is the latest review of each unit, whenever
// it was made, while a round holds only the reviews made in it; the two must never be compared as if they were two rounds.
// A unit that has merged or changed its name counts once, as what it is now, with the reviews of what it was.
//
// `As` is what a number is wrapped in: plain here (Raw), judged for disclosure later (disclosure::Cell). The shape is the same.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "indicators/cases.hpp"
#include "indicators/feasibility.hpp"
#include "indicators/roles.hpp"
#include "indicators/statistics.hpp"
#include "model/facts.hpp"

namespace lagesbild::indicators {

template <class T>
using Raw = T;

struct Share {
  int k = 0;
  int n = 0;  // 0: nothing to take a share of
};

// Mean and sample SD of grades in points; a footnote to the counts.
struct Moments {
  int n = 0;
  std::optional<double> mean;
  std::optional<double> sd;
};

inline constexpr std::size_t age_classes = 6;       // under 1 year, 1, 2, 3, 4, 5 years or more
using AgeCounts = std::array<int, age_classes>;     // reviews by whole years of age

template <template <class> class As>
struct AreaFigures {
  As<GradeCounts> initial;          // at the review
  As<GradeCounts> current;          // after decisions on action plans
  As<Share> at_reference;           // current grade at the reference line or better, of all graded
  As<Moments> moments;              // of the current grades
};

template <template <class> class As>
struct GroupFigures {
  As<int> units;                    // in the group
  As<int> reviewed;                 // of them, with a review in the selection
  As<Share> follows;                // no current grade that demands action, of the reviewed
  As<Share> followed_at_review;     // no initial grade that demands action, of the reviewed
  As<int> plans_received;
  As<int> plans_late;               // open, no plan, and the day it was due has passed
  As<int> plans_awaited;            // open, no plan yet, not due
  As<int> overdue;                  // the next review should have been made
  As<AgeCounts> ages;
  std::vector<AreaFigures<As>> areas;
};

// The same groups for one selection of reviews.
template <template <class> class As>
struct SelectionFigures {
  GroupFigures<As> region;
  std::vector<GroupFigures<As>> forums;               // by Facts::forums
  std::array<GroupFigures<As>, 2> ownership;          // by model::Ownership
};

using AnswerCounts = std::array<int, model::survey_answers>;  // agree, neutral, disagree, and classes of hours

// How those in a role answered a statement in a round, the whole region together.
template <template <class> class As>
struct SurveyFigures {
  std::size_t round = 0;      // index into Facts::rounds
  std::size_t statement = 0;  // index into Facts::statements
  model::Role role = model::Role::st_doctor;
  As<AnswerCounts> answers{};
};

enum class Status : std::uint8_t { action_required, action_planned, action_recommended, review_overdue, all_met, not_reviewed };
inline constexpr std::size_t status_count = 6;
enum class Plan : std::uint8_t { none_needed, awaited, late, received };

// Where a unit stands, by rule, from its latest review.
struct UnitState {
  Status status = Status::not_reviewed;
  Plan plan = Plan::none_needed;
  std::optional<std::size_t> latest;                  // index into Facts::reviews
  std::vector<std::size_t> reviews;                   // its own and those of the units it came from, oldest first
  bool current = true;                                // exists today
  int age_months = 0;
  Date next_due{};
  bool overdue = false;
  std::optional<Date> plan_due;                       // of a grade that demands action; none: counts from a report without a date
  int days_late = 0;
};

struct Figures {
  FollowUp follow_up;                                 // that the cases rest on
  SelectionFigures<Raw> now;
  std::vector<SelectionFigures<Raw>> rounds;          // by Facts::rounds
  std::vector<UnitState> units;                       // by Facts::units
  std::vector<std::vector<Case>> cases;               // the same
  std::vector<Feasibility> published;                 // by Facts::published_aggregates
  std::vector<SurveyFigures<Raw>> survey;             // by round, statement, role
  std::vector<RoleComparison> roles;                  // the same
};

// O(units + reviews) for each selection. `as_of` is today for every age and deadline.
Figures compute(const model::Facts& facts, Date as_of, const FollowUp& follow_up = {});

}  // namespace lagesbild::indicators
