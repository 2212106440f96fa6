// Codes of the messages of web/; their texts: content/common/text/messages/web.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code web_port{"web-port"};    // {port} {reason}
inline constexpr Code web_watch{"web-watch"};  // {reason}
// Words of the preview, no complaints
inline constexpr Code web_failed{"web-failed"};        // none
inline constexpr Code web_show{"web-show"};            // none
inline constexpr Code web_last_good{"web-last-good"};  // none
inline constexpr Code web_no_site{"web-no-site"};      // none
inline constexpr Code web_not_found{"web-not-found"};  // none
}  // namespace lagesbild::code
