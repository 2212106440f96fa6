// What an ODBC connection string says, and what is added to it. Its owner writes it in sources.yaml, so it may hold no password, and none
// of the settings by which a driver runs statements, loads programs or writes files on its own.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace lagesbild::fetch {

enum class Driver : std::uint8_t { postgresql, sqlite, sql_server, other };

class ConnectionString {
 public:
  // `source` names the source in failures. A setting's name is compared without regard to capitals.
  static Result<ConnectionString> of(const std::string& text, const std::string& source);
  std::string find(std::string_view name) const;  // its value without braces; empty: it is not there
  bool has(std::string_view name) const;
  Driver driver() const;                          // guessed from its name or file
  std::string driver_name() const;                // as written; the data source's name where there is only that
  // With the password and what reading needs of each driver: rows as they come instead of all at once, booleans told apart from digits, no
  // file made where there was none, no log of its own; TLS with a checked certificate to a PostgreSQL server on another machine, unless
  // SSLmode says something else.
  std::string with(std::string_view password) const;

 private:
  std::string text_;
  std::vector<std::pair<std::string, std::string>> settings_;  // names in small letters
};

// In braces, as a value that may hold anything.
std::string braced(std::string_view value);

}  // namespace lagesbild::fetch
