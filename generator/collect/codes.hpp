// Codes of the messages of collect/ and the command template; their texts: content/common/text/messages/collect.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code template_no_content{"template-no-content"};            // {path}
inline constexpr Code template_unknown_dataset{"template-unknown-dataset"};  // {seen} {like}
inline constexpr Code template_exists{"template-exists"};                    // {path}
inline constexpr Code template_not_written{"template-not-written"};          // {path} {reason}
inline constexpr Code workbook_not_made{"workbook-not-made"};              // {reason}
inline constexpr Code template_lists_incomplete{"template-lists-incomplete"};  // {site}
}  // namespace lagesbild::code
