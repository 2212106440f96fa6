// Codes of the messages of fetch/; their texts: content/common/text/messages/fetch.yaml. {url} never holds credentials or a
// query. What goes wrong on the way to a server has codes in wire/codes.hpp.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// What the server answered.
inline constexpr Code fetch_status{"fetch-status"};                      // {url} {status} {tries}
inline constexpr Code fetch_login_needed{"fetch-login-needed"};          // {url} {status}: 401, and no login is named
inline constexpr Code fetch_login_refused{"fetch-login-refused"};        // {url} {status}: 401 for the login that is
inline constexpr Code fetch_forbidden{"fetch-forbidden"};                // {url} {status}: 403
inline constexpr Code fetch_not_found{"fetch-not-found"};                // {url} {status}: 404, 410
inline constexpr Code fetch_too_often{"fetch-too-often"};                // {url} {status} {tries}: 429
inline constexpr Code fetch_unavailable{"fetch-unavailable"};            // {url} {status} {tries}: 503
// The body.
inline constexpr Code fetch_encoded{"fetch-encoded"};                    // {url} {encoding}
inline constexpr Code fetch_packed_damaged{"fetch-packed-damaged"};      // {url} {tries}
inline constexpr Code fetch_packed_more{"fetch-packed-more"};            // {url}
inline constexpr Code fetch_length_unknown{"fetch-length-unknown"};      // {url}
inline constexpr Code fetch_empty{"fetch-empty"};                        // {url}
// Over SFTP.
inline constexpr Code fetch_sftp_folder{"fetch-sftp-folder"};                // {url}
inline constexpr Code fetch_sftp_known_hosts{"fetch-sftp-known-hosts"};      // {url} {path}
inline constexpr Code fetch_sftp_host_unknown{"fetch-sftp-host-unknown"};    // {url} {host} {path}
inline constexpr Code fetch_sftp_host_changed{"fetch-sftp-host-changed"};    // {url} {host} {path}
inline constexpr Code fetch_sftp_exchange{"fetch-sftp-exchange"};            // {url} {host} {path}
inline constexpr Code fetch_sftp_user{"fetch-sftp-user"};                    // {url}
inline constexpr Code fetch_sftp_identity{"fetch-sftp-identity"};            // {url} {path}
inline constexpr Code fetch_sftp_rsa{"fetch-sftp-rsa"};                      // {url} {path}
inline constexpr Code fetch_sftp_login{"fetch-sftp-login"};                  // {url} {user}
inline constexpr Code fetch_sftp_missing{"fetch-sftp-missing"};              // {url}
inline constexpr Code fetch_sftp_forbidden{"fetch-sftp-forbidden"};          // {url} {user}
}  // namespace lagesbild::code
