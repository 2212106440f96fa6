// Which addresses may be used, and where an answer may send us on. What is checked here is word for word what is sent (`url`), by the
// parser that libcurl itself uses. Print `shown`, never `url`: a query often holds a key.
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace lagesbild::wire {

enum class PlainHttp { refused, allowed };

struct Address {
  std::string url;     // as sent: å and blanks percent-encoded, without a fragment
  std::string shown;   // as somebody wrote it, the query replaced by "?…"
  std::string scheme;  // https, http or sftp
  std::string host;    // lower case
  std::string port;    // the scheme's own when none is written
  std::string user = {};  // of sftp only; empty: none is written
};

// https://, http:// where it is allowed, and sftp://, which alone may name a user (never a password).
Result<Address> parse_address(const std::string& url, PlainHttp plain);

// Where `location`, absolute or relative, leads from `from`. Only the same host and port, and never from https to http; port 80 to port
// 443 is the one change of port that is let through, because that is how a server moves to https. Failures name `first`, the address
// that was asked for, which is the one that somebody can change.
Result<Address> follow(const Address& first, const Address& from, const std::string& location);

// For messages about text that may hold anything: no user name or password, no query, no control characters, at most 200 bytes.
std::string masked(std::string_view url);
// What a server wrote: printable ASCII only, at most 60 bytes.
std::string tame(std::string_view text);

}  // namespace lagesbild::wire
