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
inline constexpr Code source_sha256{"source-sha256"};
inline constexpr Code connection_header{"connection-header"};          // {seen}
inline constexpr Code connection_no_secret{"connection-no-secret"};
inline constexpr Code connection_two_secrets{"connection-two-secrets"};
inline constexpr Code connection_variable{"connection-variable"};
inline constexpr Code connection_pin{"connection-pin"};
inline constexpr Code connection_half_certificate{"connection-half-certificate"};
inline constexpr Code connection_proxy{"connection-proxy"};
inline constexpr Code target_kind{"target-kind"};
inline constexpr Code target_address{"target-address"};                // {seen} {expected}
inline constexpr Code target_path{"target-path"};                      // {seen}
inline constexpr Code target_host_key{"target-host-key"};
inline constexpr Code target_login{"target-login"};
inline constexpr Code site_language{"site-language"};                  // {seen}
inline constexpr Code site_language_twice{"site-language-twice"};      // {seen}
inline constexpr Code site_logo_file{"site-logo-file"};                // {seen}
}  // namespace lagesbild::code
