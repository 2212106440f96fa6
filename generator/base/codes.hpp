// Codes of the messages of base/; their texts: content/common/text/messages/base.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code file_missing{"file-missing"};          // {path}
inline constexpr Code file_is_folder{"file-is-folder"};      // {path}
inline constexpr Code file_unreadable{"file-unreadable"};    // {path} {reason}
}  // namespace lagesbild::code
