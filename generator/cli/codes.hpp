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
}  // namespace lagesbild::code
