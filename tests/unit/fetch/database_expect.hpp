// What the tests of databases ask of answers and failures, and the drivers that they find.
#pragma once
#include <stdlib.h>

#include <string>

#include "expect.hpp"
#include "fetch/database.hpp"
#include "fetch/database_codes.hpp"
#include "nginx.hpp"
#include "wire/codes.hpp"

namespace lagesbild::test {

// The names of drivers for as long as the object lives, whatever the machine says of them: Debian's list makes the one of PostgreSQL write
// logs.
class Drivers {
 public:
  static constexpr const char* postgresql = "/usr/lib/x86_64-linux-gnu/odbc/psqlodbcw.so";
  static constexpr const char* sqlite = "/usr/lib/x86_64-linux-gnu/odbc/libsqlite3odbc.so";

  Drivers() {
    for (const char* const driver : {postgresql, sqlite}) {
      if (!std::filesystem::exists(driver)) {
        throw std::runtime_error(std::string{driver} + " is missing: install odbc-postgresql, libsqliteodbc");
      }
    }
    folder_.write("odbcinst.ini", "[PostgreSQL Unicode]\nDriver=" + std::string{postgresql} + "\n[SQLite3]\nDriver=" + sqlite + "\n");
    ::setenv("ODBCSYSINI", folder_.path().c_str(), 1);
  }
  ~Drivers() { ::unsetenv("ODBCSYSINI"); }
  Drivers(const Drivers&) = delete;
  Drivers& operator=(const Drivers&) = delete;

 private:
  TemporaryFolder folder_;
};

inline std::string csv_of(const Result<std::string>& result) {
  if (!result) {
    std::string said{result.failure().code.id};
    for (const Argument& one : result.failure().arguments) said += " " + one.name + "=" + one.value;
    FAIL("no answer: " << said);
  }
  return result.value();
}

inline Failure check_database_failure(const Result<std::string>& result, Code expected) {
  INFO("expected " << expected.id << (result ? ", got an answer: " + result.value().substr(0, 80) : std::string{}));
  REQUIRE_FALSE(result.ok());
  std::string said;
  for (const Argument& one : result.failure().arguments) said += " " + one.name + "=" + one.value;
  INFO("said" << said);
  CHECK(result.failure().code.id == expected.id);
  check_texts(result.failure(), expected.id.starts_with("fetch-") ? "databases" : "");
  return result.failure();
}

}  // namespace lagesbild::test
