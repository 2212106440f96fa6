// How a server is to be reached: who we are, whom we believe, and how long we wait. Read from sources.yaml and site.yaml, used by all
// that talks to a server. A secret is never here, only where it stands, so that nothing that is printed, hashed or kept can hold one.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/diagnostics.hpp"

namespace lagesbild {

// The name of an environment variable or a file; both empty: there is no secret.
struct SecretPlace {
  std::string variable;
  std::filesystem::path file;       // its last line end is not part of the secret
  explicit operator bool() const { return !variable.empty() || !file.empty(); }
};

struct Login {
  enum class Kind : std::uint8_t { none, basic, bearer, header, oauth2, signature };  // oauth2: client credentials (RFC 6749, 4.4);
                                                                                      // signature: AWS version 4, of S3
  Kind kind = Kind::none;
  std::string user;                 // of basic; the client of oauth2; the access key of signature
  std::string header;               // the name of the header whose value is the secret
  std::string token_url;            // of oauth2
  std::string scope;                // of oauth2; empty: none is asked for
  std::string region;               // of signature
  SecretPlace secret;
};

struct Connection {
  bool allow_http = false;                        // plain http:// is refused unless somebody has said so
  std::chrono::milliseconds timeout{60'000};      // of one attempt, from when it begins (not from when it is queued)
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::seconds stall_timeout{30};         // with fewer than 100 bytes a second
  int tries = 3;                                  // the first one too
  std::chrono::milliseconds retry_wait{1'000};    // before the second try; doubled for each, unless the server says how long
  std::string ca_file;                            // PEM; empty: the system's
  std::string pinned_key;                         // sha256//BASE64 of the server's public key; empty: any that the certificate vouches for
  std::string client_certificate, client_key;     // PEM files; empty: none
  std::string proxy;                              // http://host:port; empty: none, not even the environment's
  Login login;
  std::string known_hosts;                        // of sftp: file with the server's host key; required there
  std::string identity;                           // of sftp: file with our private key (ed25519 or ecdsa)
};

}  // namespace lagesbild
