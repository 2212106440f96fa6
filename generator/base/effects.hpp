// The outside world, handed in: the disk that is read from, the network, the clock. Stages between fetch and publish see none of it.
// Writing a site is not here: publish/ owns that, because its order of system calls is its whole point.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/connection.hpp"
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
  std::string url;                                // https://, http:// where the connection allows it, sftp://
  Connection connection = {};
  std::uint64_t max_bytes = 64ULL << 20;          // of the body, as received and as unpacked, counted while it arrives
  std::string etag, last_modified;                // of the copy at hand: only a newer one is asked for; empty: any is welcome
};

struct Answer {
  std::string body;           // unpacked
  std::string content_type;   // empty when the server did not say
  std::string last_modified;  // as the server wrote it
  std::string etag = {};
  bool unchanged = false;     // the copy at hand is still the newest; there is no body
  int attempts = 1;           // how many it took
};

class Network {
 public:
  virtual ~Network() = default;
  // Answers in the order of the requests, all under way at once as far as each server may be asked. Each is a whole body or
  // "unchanged", or a failure after all its tries. Never follows to another protocol or host.
  virtual std::vector<Result<Answer>> get(const std::vector<Request>& requests) = 0;
};

// A question to a database through ODBC.
struct Query {
  std::string connection;                         // of ODBC, without password: Driver=...;Server=...;Database=...;UID=...
  SecretPlace password;                           // sent as PWD
  std::string sql;                                // with ? for each parameter
  std::vector<std::string> parameters;            // sent as texts, never written into the question
  std::chrono::seconds login_timeout{10};
  std::chrono::seconds timeout{60};
  std::uint64_t max_bytes = 64ULL << 20;          // of the answer as CSV
  std::string shown_as;                           // in messages
};

class Database {
 public:
  virtual ~Database() = default;
  // The answer as CSV in UTF-8 with its columns' names in the first row, `;` between cells, ISO dates and decimal points. Nothing is
  // changed there.
  virtual Result<std::string> ask(const Query& query) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::nanoseconds wall() = 0;  // monotonic, for timings only: "today" is the site's as_of
  virtual std::chrono::sys_seconds now() = 0;   // for what was fetched and published when; never for what a page counts
  virtual std::chrono::nanoseconds cpu() = 0;   // of the whole process
  virtual std::chrono::nanoseconds thread_cpu() = 0;  // of the thread that asks: unlike wall(), not the time that it waits
};

// Whether servers and databases may be asked, or only what is kept of them is used.
enum class Online : bool { no, yes };

struct Effects {
  Disk& disk;
  Network& network;
  Clock& clock;
  Database* database = nullptr;                   // null: this program was not given any
  std::filesystem::path state = {};               // the folder of what is kept from one run to the next; empty: nothing is
  Online online = Online::yes;
};

}  // namespace lagesbild
