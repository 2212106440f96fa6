// Codes of what is said of targets (deliver.hpp); their texts: content/common/text/messages/publish_targets.yaml.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
inline constexpr Code publish_no_manifest{"publish-no-manifest"};              // {path}
inline constexpr Code publish_manifest_broken{"publish-manifest-broken"};      // {path} {reason}
inline constexpr Code publish_built_differs{"publish-built-differs"};          // {path} {file} {count}
inline constexpr Code publish_other_site{"publish-other-site"};                // {path} {its} {ours}
inline constexpr Code publish_brake{"publish-brake"};                          // {path} {deleted} {files} {limit}
inline constexpr Code publish_verify_differs{"publish-verify-differs"};        // {path} {file} {count}
inline constexpr Code publish_not_shown{"publish-not-shown"};                  // {path} {release}
inline constexpr Code publish_no_release_before{"publish-no-release-before"};  // {path}
inline constexpr Code publish_locked_by{"publish-locked-by"};                  // {path} {who} {since}
inline constexpr Code publish_foreign_link{"publish-foreign-link"};            // {path}
inline constexpr Code publish_bad_location{"publish-bad-location"};            // {path}
inline constexpr Code publish_sftp_program{"publish-sftp-program"};            // {path}
inline constexpr Code publish_sftp_known_hosts{"publish-sftp-known-hosts"};    // {path}
inline constexpr Code publish_sftp_host_key{"publish-sftp-host-key"};          // {path} {host} {file}
inline constexpr Code publish_sftp_login{"publish-sftp-login"};                // {path} {file}
inline constexpr Code publish_sftp_silent{"publish-sftp-silent"};              // {path}
inline constexpr Code publish_sftp_failed{"publish-sftp-failed"};              // {path} {reason}
inline constexpr Code publish_web_refused{"publish-web-refused"};              // {path} {asked} {status}
inline constexpr Code publish_web_forbidden{"publish-web-forbidden"};          // {path} {asked} {status}
inline constexpr Code publish_web_full{"publish-web-full"};                    // {path} {asked} {status}
}  // namespace lagesbild::code
