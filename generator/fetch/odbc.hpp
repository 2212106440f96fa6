// One question put to a database through its ODBC driver, from login to the last row. Drivers are other people's programs: they may hang,
// crash or print, so this runs in a process of its own (database.cpp) and says only what Told can hold. Nothing is changed there: the
// session is told to be read only in the words of each kind of server (SQLite: query_only; PostgreSQL and MySQL: the transaction, which
// everything runs in and which is rolled back). A server of another kind is rolled back too, and asked only what holds no word that writes;
// give it a login that may only read.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/sql_text.hpp"
#include "wire/secret.hpp"

namespace lagesbild::fetch {

enum class Trouble : std::uint8_t {
  none, driver, connect, login, connect_timeout, read_only, writes, sql, timeout, broken, too_large,
  no_columns, column_unnamed, column_twice, binary, nul, text
};

struct Told {
  Trouble trouble = Trouble::none;
  std::string words;  // the driver's own, not cleaned; of a column: its name or number; of writes: the word
};

struct OdbcQuestion {
  wire::Secret connection{""};  // the password is in it
  SqlText sql;
  std::vector<std::string> parameters;
  std::chrono::seconds login_timeout{10}, timeout{60};
  std::uint64_t max_bytes = 0;
};

struct OdbcListener {
  std::function<void()> connected;
  std::function<void(std::string_view csv)> row;  // the columns' names first
};

Told ask_driver(const OdbcQuestion& question, const OdbcListener& listener);

}  // namespace lagesbild::fetch
