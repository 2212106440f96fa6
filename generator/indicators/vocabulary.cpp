#include "indicators/vocabulary.hpp"

#include <array>

namespace lagesbild::indicators {
namespace {

using model::FieldType;

constexpr std::array<std::string_view, 4> plans{"none_needed", "awaited", "late", "received"};
constexpr std::array<std::string_view, 6> statuses{"action_required", "action_planned", "action_recommended",
                                                   "review_overdue",  "all_met",        "not_reviewed"};

constexpr std::array<Word, 9> of_reviews{{{"unit", FieldType::yes_no},
                                          {"grade", FieldType::grade},
                                          {"areas_demanding_action", FieldType::integer},
                                          {"plan_in_time", FieldType::yes_no},
                                          {"days_to_plan", FieldType::integer},
                                          {"plan", FieldType::choice, Period::now_only, plans},
                                          {"age_months", FieldType::integer, Period::now_only},
                                          {"overdue", FieldType::yes_no, Period::now_only},
                                          {"status", FieldType::choice, Period::now_only, statuses}}};

constexpr std::array<Word, 8> of_units{{{"unit", FieldType::yes_no, Period::now_only},
                                        {"listed_patients", FieldType::integer, Period::now_only},
                                        {"specialists", FieldType::integer, Period::now_only},
                                        {"specialist_percent", FieldType::integer, Period::now_only},
                                        {"st_doctors", FieldType::integer, Period::now_only},
                                        {"supervisors", FieldType::integer, Period::now_only},
                                        {"supervisors_trained_5y", FieldType::integer, Period::now_only},
                                        {"manager_years", FieldType::integer, Period::now_only}}};

constexpr std::array<std::string_view, model::survey_answers> answers{"agree",   "neutral",      "disagree", "none",
                                                                      "under_1", "from_1_to_2", "over_2"};
constexpr std::array<std::string_view, 4> roles{"st_doctor", "supervisor", "manager", "study_director"};

}  // namespace

std::span<const Word> review_words() { return of_reviews; }
std::span<const Word> unit_words() { return of_units; }
std::span<const std::string_view> survey_answer_words() { return answers; }
std::span<const std::string_view> role_words() { return roles; }

}  // namespace lagesbild::indicators
