// Who we say that we are, put on a question. Secrets are read when an Access is made and leave only through apply(); whoever calls that
// sees to it that the question goes to the server that the login is for.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/connection.hpp"
#include "base/result.hpp"
#include "wire/address.hpp"
#include "wire/easy.hpp"
#include "wire/secret.hpp"

namespace lagesbild::wire {

class Access {
 public:
  // `token`: of oauth2, from Tokens. A login over http:// is refused (the secret could be read on the way) but on this machine itself, or
  // when it is a signature, which gives nothing away.
  static Result<Access> of(const Connection& connection, const Address& address, const Secret* token);
  // `sha256`: of what is sent, as hex; only a signature needs it.
  void apply(Easy& easy, const std::string& sha256) const;
  bool signs() const { return login_.kind == Login::Kind::signature; }

 private:
  Access(Login login, std::optional<Secret> secret) : login_(std::move(login)), secret_(std::move(secret)) {}
  Login login_;
  std::optional<Secret> secret_;  // none: no login
};

bool is_this_machine(const Address& address);
bool is_same_place(const Address& a, const Address& b);  // scheme, host and port

}  // namespace lagesbild::wire
