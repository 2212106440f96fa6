// Codes of the messages of indicators/; their texts: content/common/text/messages/indicators.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code indicator_id{"indicator-id"};                        // {seen} {expected}
inline constexpr Code indicator_area{"indicator-area"};                    // {seen} {areas}
inline constexpr Code indicator_grade_area{"indicator-grade-area"};
inline constexpr Code indicator_field{"indicator-field"};                  // {seen} {dataset} {known} {like}
inline constexpr Code indicator_one_test{"indicator-one-test"};
inline constexpr Code indicator_test_type{"indicator-test-type"};          // {test} {field}
inline constexpr Code indicator_answer{"indicator-answer"};                // {seen} {field} {allowed}
inline constexpr Code indicator_kind_field{"indicator-kind-field"};        // {kind} {expected}
inline constexpr Code indicator_half_sum{"indicator-half-sum"};
inline constexpr Code indicator_near{"indicator-near"};
inline constexpr Code indicator_joint{"indicator-joint"};                  // {dataset}
inline constexpr Code indicator_same_checker{"indicator-same-checker"};
inline constexpr Code indicator_look_again{"indicator-look-again"};        // {date} {as_of}
inline constexpr Code indicator_breaks{"indicator-breaks"};
inline constexpr Code group_member{"group-member"};                        // {seen} {key} {like}
inline constexpr Code group_without_rule{"group-without-rule"};            // {id}
inline constexpr Code group_empty{"group-empty"};                          // {id}
inline constexpr Code group_twice{"group-twice"};                          // {id}
inline constexpr Code group_id_form{"group-id-form"};                      // {seen} {like}
inline constexpr Code decision_indicator{"decision-indicator"};            // {seen} {like}
inline constexpr Code limits_order{"limits-order"};
inline constexpr Code level_twice{"level-twice"};                          // {id}
inline constexpr Code level_order{"level-order"};                          // {id} {other} {days}
inline constexpr Code level_without_deadline{"level-without-deadline"};
}  // namespace lagesbild::code
