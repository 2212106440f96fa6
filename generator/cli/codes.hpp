// Codes of the messages of cli/; their texts: content/common/text/messages/cli.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code no_such_audience{"no-such-audience"};      // {seen} {like}
inline constexpr Code audience_sees_more{"audience-sees-more"};  // {narrow} {wide} {what}
inline constexpr Code explain_indicator{"explain-indicator"};  // {seen} {like}
inline constexpr Code explain_archived{"explain-archived"};    // {id} {why}
inline constexpr Code explain_draft{"explain-draft"};          // {id}
inline constexpr Code explain_for_fewer{"explain-for-fewer"};  // {id} {audience}
inline constexpr Code explain_no_data{"explain-no-data"};      // {id}
inline constexpr Code explain_unit{"explain-unit"};            // {seen} {like}
inline constexpr Code explain_group{"explain-group"};          // {seen} {like}
inline constexpr Code explain_period{"explain-period"};        // {seen} {known}
inline constexpr Code explain_both{"explain-both"};
inline constexpr Code headers_origin{"headers-origin"};        // {seen}
inline constexpr Code serve_among_sources{"serve-among-sources"};  // {path} {folder}
inline constexpr Code approve_both{"approve-both"};
inline constexpr Code approve_by_whom{"approve-by-whom"};
inline constexpr Code approve_by_person{"approve-by-person"};  // {seen}
inline constexpr Code approve_day{"approve-day"};              // {seen}
inline constexpr Code approve_unknown{"approve-unknown"};      // {id}
inline constexpr Code approve_ambiguous{"approve-ambiguous"};  // {id}
inline constexpr Code approve_refused{"approve-refused"};      // {id}
inline constexpr Code approve_not_there{"approve-not-there"};  // {id}
inline constexpr Code pack_day{"pack-day"};                      // {seen}
// Words of its list, no complaints
inline constexpr Code approve_tally{"approve-tally"};                  // {waiting} {approved}
inline constexpr Code approve_more{"approve-more"};                    // {n}
inline constexpr Code approve_recorded{"approve-recorded"};            // {n} {path}
inline constexpr Code approve_withdrawn{"approve-withdrawn"};          // {n} {path}
inline constexpr Code approve_sign_personal{"approve-sign-personal"};  // none
inline constexpr Code approve_sign_name{"approve-sign-name"};          // none
inline constexpr Code approve_sign_one{"approve-sign-one"};            // none
}  // namespace lagesbild::code
