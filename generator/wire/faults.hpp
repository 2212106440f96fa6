// What libcurl's codes mean, in our words. libcurl has one code for several faults (every time-out, most certificates), so it is asked what
// it had come to as well.
#pragma once
#include <curl/curl.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/connection.hpp"
#include "base/result.hpp"
#include "wire/address.hpp"
#include "wire/easy.hpp"

namespace lagesbild::wire {

// An attempt, for telling what went wrong with it.
struct Trip {
  const Connection& connection;
  const Address& first;                          // what was asked for: the address that somebody can change
  const Address& address;                        // where it had led to
  std::chrono::milliseconds left{};              // of the time, when it began
  std::chrono::steady_clock::time_point begun{};
  int tries = 1;                                 // so far, this one too
};

Failure failure_of(const Easy& easy, CURLcode result, const Trip& trip);

// Whether the same may work in a while. A wrong certificate will be as wrong then.
bool is_passing(Code code);
// How long to wait before the next try when `tries` have been made: what the server asked for, or twice as long each time, at most two
// minutes, and not the same for everybody.
std::chrono::milliseconds wait_before_next(const Connection& connection, int tries, std::optional<std::chrono::seconds> asked_for);

// "64 MB", "10 kB" or "123 B", exact; a MB is 1024 kB, as in Windows.
std::string size_text(std::uint64_t bytes);
std::string duration_text(std::chrono::milliseconds time);

}  // namespace lagesbild::wire
