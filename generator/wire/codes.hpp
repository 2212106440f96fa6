// Codes of what goes wrong between us and a server, whether something is got or put; their texts: content/common/text/messages/wire.yaml.
// {url} never holds a password or a query. {tries} is how many times it was tried.
#pragma once
#include "base/diagnostics.hpp"

namespace lagesbild::code {
// The address itself.
inline constexpr Code wire_url_no_scheme{"wire-url-no-scheme"};          // {url}
inline constexpr Code wire_url_scheme{"wire-url-scheme"};                // {url} {scheme}
inline constexpr Code wire_url_invalid{"wire-url-invalid"};              // {url}
inline constexpr Code wire_url_credentials{"wire-url-credentials"};      // {url}
inline constexpr Code wire_http_not_allowed{"wire-http-not-allowed"};    // {url}
inline constexpr Code wire_proxy_invalid{"wire-proxy-invalid"};          // {proxy}
// Secrets and files that the connection names.
inline constexpr Code wire_secret_none{"wire-secret-none"};              // {url}
inline constexpr Code wire_secret_variable{"wire-secret-variable"};      // {variable}
inline constexpr Code wire_secret_file{"wire-secret-file"};              // {path}
inline constexpr Code wire_secret_open{"wire-secret-open"};              // {path}
inline constexpr Code wire_secret_empty{"wire-secret-empty"};            // {path}
inline constexpr Code wire_secret_unusable{"wire-secret-unusable"};      // {place}
inline constexpr Code wire_login_unusable{"wire-login-unusable"};        // {url}
inline constexpr Code wire_login_in_the_open{"wire-login-in-the-open"};  // {url}
inline constexpr Code wire_ca_file{"wire-ca-file"};                      // {url} {path}
inline constexpr Code wire_client_files{"wire-client-files"};            // {url} {path}
// On the way to the server.
inline constexpr Code wire_unknown_host{"wire-unknown-host"};            // {url} {host} {tries}
inline constexpr Code wire_refused{"wire-refused"};                      // {url} {host} {port} {tries}
inline constexpr Code wire_unreachable{"wire-unreachable"};              // {url} {host} {port} {tries}
inline constexpr Code wire_proxy_unreachable{"wire-proxy-unreachable"};  // {url} {proxy} {tries}
inline constexpr Code wire_proxy_refused{"wire-proxy-refused"};          // {url} {proxy} {status}
inline constexpr Code wire_connect_timeout{"wire-connect-timeout"};      // {url} {host} {limit} {tries}
inline constexpr Code wire_timeout{"wire-timeout"};                      // {url} {limit} {tries}
inline constexpr Code wire_slow{"wire-slow"};                            // {url} {limit} {tries}
inline constexpr Code wire_tls{"wire-tls"};                              // {url} {host} {reason}
inline constexpr Code wire_certificate{"wire-certificate"};              // {url} {host}
inline constexpr Code wire_certificate_dates{"wire-certificate-dates"};  // {url} {host}
inline constexpr Code wire_certificate_host{"wire-certificate-host"};    // {url} {host}
inline constexpr Code wire_pinned_key{"wire-pinned-key"};                // {url} {host}
inline constexpr Code wire_client_wanted{"wire-client-wanted"};          // {url} {host}
// Tokens of OAuth2; {url} is the address that they come from.
inline constexpr Code wire_token_refused{"wire-token-refused"};          // {url} {status}
inline constexpr Code wire_token_unreadable{"wire-token-unreadable"};    // {url}
// Where an answer sends us on.
inline constexpr Code wire_redirect_too_many{"wire-redirect-too-many"};    // {url} {limit}
inline constexpr Code wire_redirect_host{"wire-redirect-host"};            // {url} {target}
inline constexpr Code wire_redirect_downgrade{"wire-redirect-downgrade"};  // {url} {target}
inline constexpr Code wire_redirect_scheme{"wire-redirect-scheme"};        // {url} {target}
inline constexpr Code wire_redirect_invalid{"wire-redirect-invalid"};      // {url} {target}
// The answer.
inline constexpr Code wire_too_large{"wire-too-large"};                  // {url} {limit}
inline constexpr Code wire_cut{"wire-cut"};                              // {url} {tries}
inline constexpr Code wire_no_answer{"wire-no-answer"};                  // {url} {tries}
inline constexpr Code wire_bad_answer{"wire-bad-answer"};                // {url}
inline constexpr Code wire_broken{"wire-broken"};                        // {url} {reason} {tries}
inline constexpr Code wire_failed{"wire-failed"};                        // {url} {reason}
inline constexpr Code wire_file_unreadable{"wire-file-unreadable"};      // {path}: what was to be sent
}  // namespace lagesbild::code
