// Asks a database driver in a process of its own: a driver that hangs is killed at its deadline, one that crashes is a failure, and what it
// prints or leaves in memory goes with it. The process is a fork without exec, so ask while no other thread is inside a library that keeps
// locks across a fork (TLS, for one): before or after the network is asked, not during.
#pragma once
#include <cstdint>
#include <string>

#include "fetch/odbc.hpp"

namespace lagesbild::fetch {

struct DriverOutcome {
  enum class End : std::uint8_t { told, too_late, died, not_started };
  End end = End::not_started;
  Told told;               // when it has told
  bool connected = false;  // whether the login was done when it ended
  std::string csv;
};

// Waits login_timeout for the login and then timeout for the rest, and a little more, so that a driver or server that keeps the time itself
// can say so in its own words.
DriverOutcome ask_in_own_process(const OdbcQuestion& question);

}  // namespace lagesbild::fetch
