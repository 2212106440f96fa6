// What a review judges and by which scale: a version of the checklist (content/common/frameworks/<id>.yaml). Two versions are never
// joined into one series.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/localized.hpp"
#include "model/grade.hpp"

namespace lagesbild::model {

struct Area {
  std::string letter;     // A..H
  Localized name;
  Localized short_name;   // for a narrow column
  Localized question;     // what is judged
};

enum class Action : std::uint8_t { none, recommended, required };

struct GradeMeaning {
  int points = 0;
  Localized word;         // two or three words
  Localized meaning;      // one sentence
  Action action = Action::none;
};

enum class PlanFrom : std::uint8_t { visit, report };

struct Framework {
  std::string id;
  Localized title;
  Localized rests_on;                 // the regulation
  std::vector<Area> areas;
  std::array<GradeMeaning, 4> grades; // by Grade
  Grade reference_line = Grade::b;    // this grade or a better one: regulations and general advice are met
  int months_to_plan = 0;             // from the visit or the report to the day an action plan is due
  PlanFrom plan_counts_from = PlanFrom::visit;  // a site decides this; it is not in the file of the framework
  int years_between_reviews = 0;
  const GradeMeaning& of(Grade grade) const { return grades[static_cast<std::size_t>(grade)]; }
  bool demands_action(Grade grade) const { return of(grade).action == Action::required; }
  std::optional<std::size_t> area_index(std::string_view letter) const;
};

}  // namespace lagesbild::model
