// What a definition may ask about besides the questions of the annual report: the numbers of the register, what follows from a review,
// and the answers to a statement. Closed: a new word is a line here and a line in observe.cpp.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "indicators/definition.hpp"
#include "model/dataset.hpp"

namespace lagesbild::indicators {

enum class Period : std::uint8_t { any, now_only };

struct Word {
  std::string_view name;
  model::FieldType type;
  Period period = Period::any;                      // an age is only known of today
  std::span<const std::string_view> choices = {};   // of a choice, by index
};

enum class ReviewWord : std::uint8_t {
  unit,                     // yes for every unit, reviewed or not
  grade,                    // in the indicator's area
  areas_demanding_action,   // how many areas have a grade that demands action
  plan_in_time,             // was a plan needed, and had it come on the day it was due? No answer while it may still come
  days_to_plan,             // from the review to the day the plan came
  plan,                     // none_needed, awaited, late, received
  age_months,               // whole months since the latest review
  overdue,                  // the next review should have been made
  status                    // by the rules of unit_state.hpp
};

enum class UnitWord : std::uint8_t {
  unit, listed_patients, specialists, specialist_percent, st_doctors, supervisors, supervisors_trained_5y, manager_years
};

std::span<const Word> review_words();
std::span<const Word> unit_words();
std::span<const std::string_view> survey_answer_words();   // by the index in model::SurveyGroup::answers
std::span<const std::string_view> role_words();            // by model::Role

}  // namespace lagesbild::indicators
