// Codes of the messages of source/; their texts: content/common/text/messages/source.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code site_missing{"site-missing"};                    // {path}
inline constexpr Code site_fictional_notice{"site-fictional-notice"};
inline constexpr Code site_period_backwards{"site-period-backwards"};  // {id}
inline constexpr Code site_period_overlap{"site-period-overlap"};      // {id} {other}
inline constexpr Code site_duplicate_id{"site-duplicate-id"};          // {id} {line}
inline constexpr Code site_id_form{"site-id-form"};                    // {seen}
inline constexpr Code site_licence_form{"site-licence-form"};          // {seen}
inline constexpr Code source_location{"source-location"};
inline constexpr Code source_outside{"source-outside"};                // {seen}
inline constexpr Code source_twice{"source-twice"};                    // {dataset} {line}
inline constexpr Code source_alone{"source-alone"};                    // {dataset} {needed}
inline constexpr Code source_after_as_of{"source-after-as-of"};        // {seen} {as_of}
inline constexpr Code site_language{"site-language"};                  // {seen}
inline constexpr Code site_language_twice{"site-language-twice"};      // {seen}
inline constexpr Code site_logo_file{"site-logo-file"};                // {seen}
}  // namespace lagesbild::code
