// Questions of any method to one server, as many at a time as it may be asked, for WebDAV, S3 and webhooks. What passes is tried again
// (no connection, a time-out, 408, 425, 429, 500, 502, 503, 504), after as long as the server asks for in Retry-After or a longer wait each
// time; so use methods that may be carried out twice, and look at Reply::attempts where the second time answers otherwise (MOVE: 404).
//
// Every status that is not tried again is a Reply: what 404 or 409 means, the caller knows. Redirects are not followed. A call to another
// server than the one that the Exchanges was made for is a failure, because the login is not for that one.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/connection.hpp"
#include "base/result.hpp"
#include "wire/address.hpp"
#include "wire/call.hpp"
#include "wire/engine.hpp"
#include "wire/login.hpp"
#include "wire/token.hpp"

namespace lagesbild::wire {

class Exchanges {
 public:
  // `url`: any address on the server. What is wrong with it, the proxy or the secret is said of each call.
  Exchanges(Connection connection, const std::string& url, int at_once = 4);
  // In the order of the calls.
  std::vector<Result<Reply>> perform(std::span<const Call> calls);
  Result<Reply> perform(const Call& call);

 private:
  Connection connection_;
  Result<Address> server_;
  int at_once_;
  Engine engine_;
  Tokens tokens_;

  std::vector<std::optional<Result<Reply>>> run(std::span<const Call> calls, const std::vector<std::size_t>& which);
  Result<Address> address_of(const Call& call) const;
  Result<Access> access_to_server(const Result<Secret>* token) const;
};

}  // namespace lagesbild::wire
