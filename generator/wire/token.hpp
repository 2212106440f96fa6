// Tokens of OAuth2 (client credentials: RFC 6749, 4.4): asked for once for each client, scope and address, and kept in memory until they
// expire. Nothing of them is ever written down.
#pragma once
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "base/connection.hpp"
#include "base/result.hpp"
#include "wire/engine.hpp"
#include "wire/secret.hpp"

namespace lagesbild::wire {

class Tokens {
 public:
  // Sees to it that each connection whose login is oauth2 has a token, or a failure; asks for those that are missing, all at once.
  void fill(Engine& engine, const std::vector<const Connection*>& connections);
  // After fill(); null when the login is of another kind.
  const Result<Secret>* find(const Connection& connection) const;
  // The server did not take it: the next fill() asks for a new one.
  void forget(const Connection& connection);

 private:
  struct Kept { Result<Secret> token; std::chrono::steady_clock::time_point until; };
  std::map<std::vector<std::string>, Kept> kept_;  // by everything that the question is made of
};

}  // namespace lagesbild::wire
