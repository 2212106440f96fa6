// The outside world, handed in: the disk that is read from, the network, the clock. Stages between fetch and publish see none of it.
// Writing a site is not here: publish/ owns that, because its order of system calls is its whole point.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace lagesbild {

class Disk {
 public:
  virtual ~Disk() = default;
  // The whole file. Fails with file-missing, file-is-folder or file-unreadable.
  virtual Result<std::string> read(const std::filesystem::path& file) = 0;
  // The names (not paths) of the regular files in a folder, sorted by byte value. Fails with file-missing.
  virtual Result<std::vector<std::string>> list(const std::filesystem::path& folder) = 0;
};

struct Request {
  std::string url;
  bool allow_http = false;                        // plain http:// is refused unless the source says so
  std::uint64_t max_bytes = 64ULL << 20;          // of the body as received, counted while it arrives
  std::chrono::milliseconds timeout{60'000};      // for the whole transfer
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::seconds stall_timeout{30};         // with fewer than 100 bytes a second
  std::string ca_file;                            // PEM; empty: the system's
};

struct Answer {
  std::string body;
  std::string content_type;   // empty when the server did not say
  std::string last_modified;  // as the server wrote it
};

class Network {
 public:
  virtual ~Network() = default;
  // Status 200 with a whole body, or a failure. Never follows to another protocol or host.
  virtual Result<Answer> get(const Request& request) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::nanoseconds wall() = 0;  // monotonic, for timings only: "today" is the site's as_of
  virtual std::chrono::nanoseconds cpu() = 0;   // of the whole process
  virtual std::chrono::nanoseconds thread_cpu() = 0;  // of the thread that asks: unlike wall(), not the time that it waits
};

struct Effects {
  Disk& disk;
  Network& network;
  Clock& clock;
};

}  // namespace lagesbild
