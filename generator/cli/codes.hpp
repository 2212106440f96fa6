// Codes of the messages of cli/; their texts: content/common/text/messages/cli.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code explain_indicator{"explain-indicator"};  // {seen} {like}
inline constexpr Code explain_archived{"explain-archived"};    // {id} {why}
inline constexpr Code explain_draft{"explain-draft"};          // {id}
inline constexpr Code explain_no_data{"explain-no-data"};      // {id}
inline constexpr Code explain_unit{"explain-unit"};            // {seen} {like}
inline constexpr Code explain_group{"explain-group"};          // {seen} {like}
inline constexpr Code explain_period{"explain-period"};        // {seen} {known}
inline constexpr Code explain_both{"explain-both"};
}  // namespace lagesbild::code
