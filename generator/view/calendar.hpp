// What is late and what is to come: reviews, plans, decisions, and steps of the region's own plans. The page of a forum, its calendar and
// its meeting pack take their days from here, so that they agree with each other and with the register.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "view/shell.hpp"

namespace lagesbild::view {

enum class DueKind : std::uint8_t { plan, decision, review, measure, follow_up };
inline constexpr std::size_t due_kinds = 5;

struct Due {
  Date date{};
  DueKind kind = DueKind::plan;
  std::string name;                // the unit, or number and plan of a measure
  std::string path;                // of its page, from the root of the language
  bool late = false;               // the day has passed
  std::string key;                 // the same in every release while it is the same step, whatever its day
};

inline constexpr int calendar_months = 24;  // that are looked ahead

// Of these units, up to a day; what is late has no earliest day. By day, then as the units are given.
std::vector<Due> due_of_units(const Context& context, const std::vector<std::size_t>& units, Date until);
// Of all measures that are neither done nor stopped.
std::vector<Due> due_of_measures(const Context& context, Date until);

// Up to 24 months ahead: of a forum its units, of the region (no forum) all units and measures. By day.
std::vector<Due> calendar_of(const Context& context, std::optional<std::size_t> forum);

// "Handlingsplanen är försenad".
std::string due_words(const Texts& texts, const Due& due);

}  // namespace lagesbild::view
