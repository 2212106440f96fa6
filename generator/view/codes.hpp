// Codes of the messages of view/; their texts: content/common/text/messages/view.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code text_form{"text-form"};            // {key}
inline constexpr Code pack_too_early{"pack-too-early"};  // {date} {as_of}
inline constexpr Code pack_nothing{"pack-nothing"};      // {site}
}  // namespace lagesbild::code
