// Codes of the messages of publish/; their texts: content/common/text/messages/publish.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code publish_bad_target{"publish-bad-target"};              // {path}
inline constexpr Code publish_target_is_link{"publish-target-is-link"};      // {path}
inline constexpr Code publish_target_not_folder{"publish-target-not-folder"};  // {path}
inline constexpr Code publish_target_foreign{"publish-target-foreign"};      // {path}
inline constexpr Code publish_target_not_pack{"publish-target-not-pack"};    // {path}
inline constexpr Code publish_target_audience{"publish-target-audience"};    // {path} {its} {ours}
inline constexpr Code publish_target_changed{"publish-target-changed"};      // {path}
inline constexpr Code publish_locked{"publish-locked"};                      // {path}
inline constexpr Code publish_bad_path{"publish-bad-path"};                  // {path}
inline constexpr Code publish_same_path{"publish-same-path"};                // {path} {other}
inline constexpr Code publish_no_marker{"publish-no-marker"};                // {path}
inline constexpr Code publish_cannot_read{"publish-cannot-read"};            // {path} {reason}
inline constexpr Code publish_cannot_create{"publish-cannot-create"};        // {path} {reason}
inline constexpr Code publish_cannot_write{"publish-cannot-write"};          // {path} {reason}
inline constexpr Code publish_cannot_sync{"publish-cannot-sync"};            // {path} {reason}
inline constexpr Code publish_cannot_switch{"publish-cannot-switch"};        // {path} {reason}
inline constexpr Code publish_cannot_remove{"publish-cannot-remove"};        // {path} {reason}
inline constexpr Code publish_report_not_folder{"publish-report-not-folder"};  // {path}
inline constexpr Code publish_report_foreign{"publish-report-foreign"};      // {path} {file}
inline constexpr Code publish_report_unwritable{"publish-report-unwritable"};  // {path} {reason}
inline constexpr Code publish_private_is_folder{"publish-private-is-folder"};  // {path}
inline constexpr Code publish_private_in_site{"publish-private-in-site"};    // {path}
inline constexpr Code publish_ledger_changed{"publish-ledger-changed"};        // {path}
inline constexpr Code publish_ledger_foreign{"publish-ledger-foreign"};        // {path} {file}
inline constexpr Code publish_no_proof{"publish-no-proof"};                    // {release} {path}
inline constexpr Code kept_release_damaged{"kept-release-damaged"};            // {path}
}  // namespace lagesbild::code
