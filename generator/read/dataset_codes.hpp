// Codes of the messages about what a table says; those about its form are in read/codes.hpp.
// Texts: content/common/text/messages/datasets.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code unknown_column{"unknown-column"};            // {seen} {like}
inline constexpr Code missing_column{"missing-column"};            // {name} {alias}
inline constexpr Code column_twice{"column-twice"};                // {seen} {other}
inline constexpr Code empty_cell{"empty-cell"};                    // {name}
inline constexpr Code not_integer{"not-integer"};                  // {seen} {least} {most}
inline constexpr Code not_decimal{"not-decimal"};                  // {seen}
inline constexpr Code not_date{"not-date"};                        // {seen}
inline constexpr Code not_one_of{"not-one-of"};                    // {seen} {allowed}
inline constexpr Code no_units{"no-units"};
inline constexpr Code duplicate_unit{"duplicate-unit"};            // {id} {line}
inline constexpr Code unit_file_name{"unit-file-name"};            // {id} {other}
inline constexpr Code unit_id_form{"unit-id-form"};                // {id}
inline constexpr Code unknown_forum{"unknown-forum"};              // {seen} {like}
inline constexpr Code unknown_unit{"unknown-unit"};                // {seen} {like}
inline constexpr Code duplicate_review{"duplicate-review"};        // {id} {line}
inline constexpr Code same_day_review{"same-day-review"};          // {unit} {date} {line}
inline constexpr Code unknown_framework{"unknown-framework"};      // {seen} {expected}
inline constexpr Code review_in_future{"review-in-future"};        // {date} {as_of}
inline constexpr Code review_outside_rounds{"review-outside-rounds"};  // {date}
inline constexpr Code not_grade{"not-grade"};                      // {seen}
inline constexpr Code grade_repaired{"grade-repaired"};            // {seen} {grade}
inline constexpr Code grade_change{"grade-change"};                // {area} {from} {to}
inline constexpr Code d_gone_without_plan{"d-gone-without-plan"};  // {area}
inline constexpr Code plan_before_review{"plan-before-review"};    // {plan} {review}
inline constexpr Code plan_in_future{"plan-in-future"};            // {plan} {as_of}
inline constexpr Code plan_without_d{"plan-without-d"};
inline constexpr Code decision_before_plan{"decision-before-plan"};  // {decision}
inline constexpr Code unknown_area{"unknown-area"};                // {seen}
inline constexpr Code unknown_statement{"unknown-statement"};      // {seen} {like}
inline constexpr Code repeated_row{"repeated-row"};                // {line}
inline constexpr Code framework_areas{"framework-areas"};          // {seen}
inline constexpr Code framework_grades{"framework-grades"};
inline constexpr Code framework_id{"framework-id"};                // {seen} {expected}
}  // namespace lagesbild::code
