// Codes of the messages of view/; their texts: content/common/text/messages/view.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code text_form{"text-form"};  // {key}
}  // namespace lagesbild::code
