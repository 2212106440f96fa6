// The words of an Excel template, as codes: both languages are then known to be there. Texts: content/common/text/messages/collect.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code sheet_guide{"sheet-guide"};
inline constexpr Code sheet_lists{"sheet-lists"};
inline constexpr Code sheet_page{"sheet-page"};
inline constexpr Code sheet_yes{"sheet-yes"};
inline constexpr Code sheet_no{"sheet-no"};
inline constexpr Code sheet_stands_for{"sheet-stands-for"};            // {title}

// Beside a cell that somebody stands in.
inline constexpr Code sheet_example_title{"sheet-example-title"};
inline constexpr Code sheet_example_row{"sheet-example-row"};
inline constexpr Code sheet_prompt_unit{"sheet-prompt-unit"};          // {unit}
inline constexpr Code sheet_prompt_required{"sheet-prompt-required"};
inline constexpr Code sheet_prompt_past{"sheet-prompt-past"};
inline constexpr Code sheet_prompt_example{"sheet-prompt-example"};    // {example}

// When a value is refused.
inline constexpr Code sheet_refused{"sheet-refused"};
inline constexpr Code sheet_refused_list{"sheet-refused-list"};        // {allowed}
inline constexpr Code sheet_refused_long_list{"sheet-refused-long-list"};
inline constexpr Code sheet_refused_integer{"sheet-refused-integer"};  // {least} {most}
inline constexpr Code sheet_refused_decimal{"sheet-refused-decimal"};  // {least} {most}
inline constexpr Code sheet_refused_date{"sheet-refused-date"};        // {least}
inline constexpr Code sheet_refused_text{"sheet-refused-text"};        // {most}
inline constexpr Code sheet_refused_id{"sheet-refused-id"};            // {most}
inline constexpr Code sheet_refused_url{"sheet-refused-url"};          // {most}
inline constexpr Code sheet_doubted{"sheet-doubted"};
inline constexpr Code sheet_doubted_list{"sheet-doubted-list"};

// Types of fields.
inline constexpr Code sheet_kind_text{"sheet-kind-text"};
inline constexpr Code sheet_kind_free_text{"sheet-kind-free-text"};
inline constexpr Code sheet_kind_id{"sheet-kind-id"};
inline constexpr Code sheet_kind_integer{"sheet-kind-integer"};
inline constexpr Code sheet_kind_decimal{"sheet-kind-decimal"};
inline constexpr Code sheet_kind_percent{"sheet-kind-percent"};
inline constexpr Code sheet_kind_date{"sheet-kind-date"};
inline constexpr Code sheet_kind_year{"sheet-kind-year"};
inline constexpr Code sheet_kind_grade{"sheet-kind-grade"};
inline constexpr Code sheet_kind_choice{"sheet-kind-choice"};
inline constexpr Code sheet_kind_yes_no{"sheet-kind-yes-no"};
inline constexpr Code sheet_kind_url{"sheet-kind-url"};
inline constexpr Code sheet_kind_ids{"sheet-kind-ids"};
inline constexpr Code sheet_allowed_length{"sheet-allowed-length"};    // {most}
inline constexpr Code sheet_allowed_date{"sheet-allowed-date"};        // {least}
inline constexpr Code sheet_allowed_past{"sheet-allowed-past"};        // {least}
inline constexpr Code sheet_allowed_list{"sheet-allowed-list"};        // {sheet}

// The sheet that explains.
inline constexpr Code sheet_row{"sheet-row"};                          // {row}
inline constexpr Code sheet_steps{"sheet-steps"};
inline constexpr Code sheet_step_fill{"sheet-step-fill"};              // {sheet}
inline constexpr Code sheet_step_required{"sheet-step-required"};
inline constexpr Code sheet_step_headings{"sheet-step-headings"};
inline constexpr Code sheet_step_paste{"sheet-step-paste"};
inline constexpr Code sheet_step_plain{"sheet-step-plain"};
inline constexpr Code sheet_step_key{"sheet-step-key"};                // {fields}
inline constexpr Code sheet_persons{"sheet-persons"};
inline constexpr Code sheet_persons_none{"sheet-persons-none"};
inline constexpr Code sheet_persons_rows{"sheet-persons-rows"};
inline constexpr Code sheet_return{"sheet-return"};
inline constexpr Code sheet_return_how{"sheet-return-how"};
inline constexpr Code sheet_columns{"sheet-columns"};
inline constexpr Code sheet_column_heading{"sheet-column-heading"};
inline constexpr Code sheet_column_required{"sheet-column-required"};
inline constexpr Code sheet_column_about{"sheet-column-about"};
inline constexpr Code sheet_column_kind{"sheet-column-kind"};
inline constexpr Code sheet_column_unit{"sheet-column-unit"};
inline constexpr Code sheet_column_allowed{"sheet-column-allowed"};
inline constexpr Code sheet_column_example{"sheet-column-example"};
}  // namespace lagesbild::code
