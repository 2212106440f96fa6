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
inline constexpr Code not_decimal{"not-decimal"};                  // {seen} {least} {most}
inline constexpr Code not_date{"not-date"};                        // {seen}
inline constexpr Code not_one_of{"not-one-of"};                    // {seen} {allowed} {allowed_en} {like}
inline constexpr Code no_units{"no-units"};
inline constexpr Code unit_file_name{"unit-file-name"};            // {id} {other}
inline constexpr Code unit_id_form{"unit-id-form"};                // {id}
inline constexpr Code unknown_forum{"unknown-forum"};              // {seen} {like}
inline constexpr Code unknown_unit{"unknown-unit"};                // {seen} {like}
inline constexpr Code same_day_review{"same-day-review"};          // {unit} {date} {line}
inline constexpr Code unknown_framework{"unknown-framework"};      // {seen} {expected}
inline constexpr Code review_outside_rounds{"review-outside-rounds"};  // {date}
inline constexpr Code not_grade{"not-grade"};                      // {seen}
inline constexpr Code grade_repaired{"grade-repaired"};            // {seen} {grade}
inline constexpr Code grade_change{"grade-change"};                // {area} {from} {to}
inline constexpr Code d_gone_without_plan{"d-gone-without-plan"};  // {area}
inline constexpr Code plan_before_review{"plan-before-review"};    // {plan} {review}
inline constexpr Code report_before_visit{"report-before-visit"};  // {report} {review}
inline constexpr Code plan_without_d{"plan-without-d"};
inline constexpr Code decision_before_plan{"decision-before-plan"};  // {decision}
inline constexpr Code unknown_area{"unknown-area"};                // {seen}
inline constexpr Code unknown_statement{"unknown-statement"};      // {seen} {like}
inline constexpr Code not_yes_no{"not-yes-no"};                    // {seen}
inline constexpr Code not_url{"not-url"};                          // {seen}
inline constexpr Code id_with_blank{"id-with-blank"};              // {seen}
inline constexpr Code text_too_long{"text-too-long"};              // {length} {most}
inline constexpr Code date_in_future{"date-in-future"};            // {date} {as_of}
inline constexpr Code year_in_future{"year-in-future"};            // {year} {as_of}
inline constexpr Code sum_row{"sum-row"};                          // {seen}
inline constexpr Code second_table{"second-table"};                // {seen}
inline constexpr Code row_twice{"row-twice"};                      // {key}; warning, both rows say the same
inline constexpr Code repeated_row{"repeated-row"};                // {key}
// Mended, with a warning.
inline constexpr Code blanks_repaired{"blanks-repaired"};
inline constexpr Code date_repaired{"date-repaired"};              // {seen} {date}
inline constexpr Code number_repaired{"number-repaired"};          // {seen} {number}
inline constexpr Code unit_by_name{"unit-by-name"};                // {seen} {id} {name}
// Units and what became of them.
inline constexpr Code unit_name_of_several{"unit-name-of-several"};  // {seen}
inline constexpr Code unit_ends_before{"unit-ends-before"};        // {from} {to}
inline constexpr Code more_trained_than_supervisors{"more-trained-than-supervisors"};  // {trained} {all}
inline constexpr Code unknown_predecessor{"unknown-predecessor"};  // {seen} {like}
inline constexpr Code two_successors{"two-successors"};            // {old} {new}
inline constexpr Code predecessor_still_open{"predecessor-still-open"};  // {old} {new}
inline constexpr Code before_the_unit{"before-the-unit"};          // {id} {from} {date}
inline constexpr Code after_the_unit{"after-the-unit"};            // {id} {to} {date}
// Reviews and findings.
inline constexpr Code review_without_unit{"review-without-unit"};  // {id}
inline constexpr Code review_disagrees{"review-disagrees"};        // {id} {seen}
inline constexpr Code grade_twice{"grade-twice"};                  // {grade} {other}
inline constexpr Code missing_grade{"missing-grade"};              // {area} {id}
inline constexpr Code unknown_review{"unknown-review"};            // {seen} {like}
inline constexpr Code approved_text_changed{"approved-text-changed"};  // {by}
inline constexpr Code approved_before_review{"approved-before-review"};  // {date}
// Annual reports and surveys.
inline constexpr Code reports_without_st_doctors{"reports-without-st-doctors"};  // {id} {year}
inline constexpr Code far_outside_history{"far-outside-history"};  // {question} {question_en} {year} {seen} {low} {high}
inline constexpr Code far_outside_usual_number{"far-outside-usual-number"};  // {id} {year}
inline constexpr Code unknown_round{"unknown-round"};              // {seen} {known}
inline constexpr Code invited_differs{"invited-differs"};          // {seen} {other}
inline constexpr Code more_answers_than_invited{"more-answers-than-invited"};  // {answers} {invited}
// Plans.
inline constexpr Code unknown_measure{"unknown-measure"};            // {seen} {plan}
inline constexpr Code figure_without_number{"figure-without-number"};
inline constexpr Code unknown_indicator{"unknown-indicator"};        // {seen} {like}
// Descriptions of datasets.
inline constexpr Code dataset_not_described{"dataset-not-described"};  // {dataset}
inline constexpr Code description_id{"description-id"};            // {seen} {expected}
inline constexpr Code description_no_field{"description-no-field"};  // {seen} {like}
inline constexpr Code description_lacks_field{"description-lacks-field"};  // {dataset} {name}
inline constexpr Code description_choices{"description-choices"};
inline constexpr Code description_repeated{"description-repeated"};  // {seen}
inline constexpr Code description_limits{"description-limits"};
inline constexpr Code framework_areas{"framework-areas"};          // {seen}
inline constexpr Code framework_grades{"framework-grades"};
inline constexpr Code framework_id{"framework-id"};                // {seen} {expected}
}  // namespace lagesbild::code
