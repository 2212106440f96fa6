// Codes of what can be wrong with a template; their texts: content/common/text/messages/render.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// One file.
inline constexpr Code template_bad_character{"template-bad-character"};      // {character}
inline constexpr Code template_not_utf8{"template-not-utf8"};                //
inline constexpr Code template_unclosed_tag{"template-unclosed-tag"};        // {close}
inline constexpr Code template_empty_name{"template-empty-name"};            //
inline constexpr Code template_bad_name{"template-bad-name"};                // {tag}
inline constexpr Code template_unsupported_tag{"template-unsupported-tag"};  // {tag}
inline constexpr Code template_bad_delimiter{"template-bad-delimiter"};      // {tag}
inline constexpr Code template_unopened_section{"template-unopened-section"};  // {name}
inline constexpr Code template_unclosed_section{"template-unclosed-section"};  // {name} {end}
inline constexpr Code template_crossed_section{"template-crossed-section"};  // {name} {open} {line}
inline constexpr Code template_unknown_text{"template-unknown-text"};        // {key}
inline constexpr Code template_raw_text{"template-raw-text"};                // {name} {tag}
inline constexpr Code template_escaped_html{"template-escaped-html"};        // {name} {tag}

// All files of a set.
inline constexpr Code template_duplicate{"template-duplicate"};              // {name}
inline constexpr Code template_unknown_partial{"template-unknown-partial"};  // {name} {like}
inline constexpr Code template_partial_cycle{"template-partial-cycle"};      // {chain}
inline constexpr Code template_too_deep{"template-too-deep"};                // {limit}
inline constexpr Code template_too_large{"template-too-large"};              // {limit}
inline constexpr Code template_refused{"template-refused"};                  // {reason}

// A template and what it is given.
inline constexpr Code template_missing{"template-missing"};                  // {name}
inline constexpr Code template_missing_value{"template-missing-value"};      // {name}
inline constexpr Code template_not_text{"template-not-text"};                // {name}
inline constexpr Code template_section_of_text{"template-section-of-text"};  // {name}
inline constexpr Code template_unknown_name{"template-unknown-name"};        // {name} {like}
inline constexpr Code template_unused_field{"template-unused-field"};        // {name} {meaning}
}  // namespace lagesbild::code
