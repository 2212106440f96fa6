// Codes of the messages of fetch/; their texts: content/common/text/messages/fetch.yaml. {url} never holds credentials or a query.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// The address itself.
inline constexpr Code fetch_url_no_scheme{"fetch-url-no-scheme"};          // {url}
inline constexpr Code fetch_url_scheme{"fetch-url-scheme"};                // {url} {scheme}
inline constexpr Code fetch_url_invalid{"fetch-url-invalid"};              // {url}
inline constexpr Code fetch_url_credentials{"fetch-url-credentials"};      // {url}
inline constexpr Code fetch_http_not_allowed{"fetch-http-not-allowed"};    // {url}
// On the way to the server.
inline constexpr Code fetch_unknown_host{"fetch-unknown-host"};            // {url} {host}
inline constexpr Code fetch_refused{"fetch-refused"};                      // {url} {host} {port}
inline constexpr Code fetch_unreachable{"fetch-unreachable"};              // {url} {host} {port}
inline constexpr Code fetch_connect_timeout{"fetch-connect-timeout"};      // {url} {host} {limit}
inline constexpr Code fetch_timeout{"fetch-timeout"};                      // {url} {limit}
inline constexpr Code fetch_slow{"fetch-slow"};                            // {url} {limit}
inline constexpr Code fetch_tls{"fetch-tls"};                              // {url} {host} {reason}
inline constexpr Code fetch_certificate{"fetch-certificate"};              // {url} {host}
inline constexpr Code fetch_certificate_dates{"fetch-certificate-dates"};  // {url} {host}
inline constexpr Code fetch_certificate_host{"fetch-certificate-host"};    // {url} {host}
inline constexpr Code fetch_ca_file{"fetch-ca-file"};                      // {url} {path}
// What the server answered.
inline constexpr Code fetch_redirect_too_many{"fetch-redirect-too-many"};    // {url} {limit}
inline constexpr Code fetch_redirect_host{"fetch-redirect-host"};            // {url} {target}
inline constexpr Code fetch_redirect_downgrade{"fetch-redirect-downgrade"};  // {url} {target}
inline constexpr Code fetch_redirect_scheme{"fetch-redirect-scheme"};        // {url} {target}
inline constexpr Code fetch_redirect_invalid{"fetch-redirect-invalid"};      // {url} {target}
inline constexpr Code fetch_status{"fetch-status"};                          // {url} {status}
inline constexpr Code fetch_login_needed{"fetch-login-needed"};              // {url} {status}: 401
inline constexpr Code fetch_forbidden{"fetch-forbidden"};                    // {url} {status}: 403
inline constexpr Code fetch_not_found{"fetch-not-found"};                    // {url} {status}: 404, 410
inline constexpr Code fetch_too_often{"fetch-too-often"};                    // {url} {status}: 429
inline constexpr Code fetch_unavailable{"fetch-unavailable"};                // {url} {status}: 503
// The body.
inline constexpr Code fetch_too_large{"fetch-too-large"};                // {url} {limit}
inline constexpr Code fetch_encoded{"fetch-encoded"};                    // {url} {encoding}
inline constexpr Code fetch_length_unknown{"fetch-length-unknown"};      // {url}
inline constexpr Code fetch_cut{"fetch-cut"};                            // {url}
inline constexpr Code fetch_empty{"fetch-empty"};                        // {url}
inline constexpr Code fetch_no_answer{"fetch-no-answer"};                // {url}
inline constexpr Code fetch_bad_answer{"fetch-bad-answer"};              // {url}
inline constexpr Code fetch_broken{"fetch-broken"};                      // {url} {reason}
inline constexpr Code fetch_failed{"fetch-failed"};                      // {url} {reason}
}  // namespace lagesbild::code
