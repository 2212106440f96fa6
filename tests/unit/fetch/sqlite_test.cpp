#include "database_expect.hpp"
#include "nginx.hpp"

namespace lagesbild::fetch {
namespace {

using test::check_database_failure;
using test::TemporaryFolder;

struct SqliteFile {
  TemporaryFolder folder;

  explicit SqliteFile(const std::string& script) {
    folder.write("make.py", "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\ndb.executescript(sys.argv[2])\ndb.commit()\n");
    test::run_program({"/usr/bin/python3", (folder.path() / "make.py").string(), path(), script}, folder);
  }
  std::string path() const { return (folder.path() / "enheter å.db").string(); }
  Query query(const std::string& sql, const std::vector<std::string>& parameters = {}) const {
    Query query;
    query.connection = "Driver=SQLite3;Database=" + path();
    query.sql = sql;
    query.parameters = parameters;
    query.timeout = std::chrono::seconds{20};
    query.shown_as = "fraga.sql";
    return query;
  }
};

const char* const units =
    "CREATE TABLE units (unit_id TEXT, name TEXT, beds INTEGER, share REAL, opened DATE, active BOOLEAN, note TEXT);"
    "INSERT INTO units VALUES ('A-1', 'Åkermyntan Södra', 3, 0.1, '2026-11-16', 1, NULL),"
    " ('B-2', 'semikolon; \"citat\"', -4, 12.0, NULL, 0, '=1+1');";

}  // namespace

TEST_CASE("SQLite: an answer is CSV in UTF-8 with ja and nej, ISO days, points and empty cells") {
  const SqliteFile file{units};
  const test::Drivers drivers;
  OdbcDatabase database;
  CHECK(test::csv_of(database.ask(file.query("SELECT * FROM units ORDER BY unit_id;"))) ==
        "unit_id;name;beds;share;opened;active;note\r\n"
        "A-1;Åkermyntan Södra;3;0.1;2026-11-16;ja;\r\n"
        "B-2;\"semikolon; \"\"citat\"\"\";-4;12;;nej;=1+1\r\n");
  CHECK(test::csv_of(database.ask(file.query("SELECT unit_id AS \"Enhetens å-id\" FROM units WHERE name LIKE ? AND beds > 0 + ?",
                                             {"Å%", "2"}))) == "Enhetens å-id\r\nA-1\r\n");
  CHECK(test::csv_of(database.ask(file.query("SELECT unit_id FROM units WHERE unit_id = ?", {"' OR 1=1 --"}))) == "unit_id\r\n");
  CHECK(test::csv_of(database.ask(file.query("SELECT note FROM units ORDER BY unit_id"))) == "note\r\n\"\"\r\n=1+1\r\n");
}

TEST_CASE("SQLite: long texts come whole, and an answer over its limit is refused while it is read") {
  const SqliteFile file{"CREATE TABLE t (a TEXT); INSERT INTO t VALUES (replace(hex(zeroblob(30000)), '00', 'åb€'));"};
  const test::Drivers drivers;
  OdbcDatabase database;
  std::string whole;
  for (int i = 0; i < 30'000; ++i) whole += "åb€";
  CHECK((test::csv_of(database.ask(file.query("SELECT a FROM t"))) == "a\r\n" + whole + "\r\n"));
  CHECK((test::csv_of(database.ask(file.query("SELECT a || '' AS a FROM t"))) == "a\r\n" + whole + "\r\n"));
  const std::string endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, hex(zeroblob(50000)) AS x FROM n";
  for (const std::string& sql : {"SELECT * FROM (" + endless + ")", endless}) {  // the driver keeps all rows of the second
    Query query = file.query(sql);
    query.max_bytes = 100 * 1024;
    CHECK(test::argument(check_database_failure(database.ask(query), code::fetch_database_too_large), "limit") == "100 kB");
  }
}

TEST_CASE("SQLite: nothing can be written, and no file is made where there was none") {
  const SqliteFile file{units};
  const test::Drivers drivers;
  OdbcDatabase database;
  const std::string before = file.folder.read("enheter å.db");
  check_database_failure(database.ask(file.query("DELETE FROM units")), code::fetch_database_not_select);
  check_database_failure(database.ask(file.query("SELECT 1; DELETE FROM units")), code::fetch_database_several);
  check_database_failure(database.ask(file.query("WITH a AS (SELECT 1) DELETE FROM units")), code::fetch_database_no_columns);
  for (const char* sql : {"WITH a AS (SELECT 1) DELETE FROM units RETURNING beds",
                          "WITH a AS (SELECT ? AS x) DELETE FROM units RETURNING beds"}) {
    const std::vector<std::string> parameters(std::string_view{sql}.find('?') == std::string_view::npos ? 0 : 1, "1");
    const auto refused = check_database_failure(database.ask(file.query(sql, parameters)), code::fetch_database_sql);
    CHECK(test::argument(refused, "reason").find("readonly") != std::string::npos);
  }
  CHECK((file.folder.read("enheter å.db") == before));

  Query missing = file.query("SELECT 1");
  missing.connection = "Driver=" + std::string{test::Drivers::sqlite} + ";Database=" + (file.folder.path() / "none.db").string();
  check_database_failure(database.ask(missing), code::fetch_database_connect);
  CHECK_FALSE(std::filesystem::exists(file.folder.path() / "none.db"));
}

TEST_CASE("SQLite: columns that no reader could tell apart are refused, and so are bytes and broken queries") {
  const SqliteFile file{std::string{units} + "CREATE TABLE b (x BLOB); INSERT INTO b VALUES (x'00ff');"};
  const test::Drivers drivers;
  OdbcDatabase database;
  const Query same = file.query("SELECT beds AS a, share AS a FROM units");
  const auto twice = check_database_failure(database.ask(same), code::fetch_database_column_twice);
  CHECK(test::argument(twice, "column") == "a");
  check_database_failure(database.ask(file.query("SELECT x FROM b")), code::fetch_database_binary);
  const auto broken = check_database_failure(database.ask(file.query("SELECT beds FROM enheter")), code::fetch_database_sql);
  CHECK(test::argument(broken, "reason").find("no such table: enheter") != std::string::npos);
  const auto few = check_database_failure(database.ask(file.query("SELECT ?, ?", {"a"})), code::fetch_database_parameters);
  CHECK(test::argument(few, "wanted") == "2");
  check_database_failure(database.ask(file.query("SELECT 'a\xE5'")), code::fetch_database_text);
  check_database_failure(database.ask(file.query("SELECT 'a")), code::fetch_database_unclosed);
}

TEST_CASE("SQLite: a question that takes too long is stopped at its deadline") {
  const SqliteFile file{units};
  const test::Drivers drivers;
  OdbcDatabase database;
  Query slow = file.query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n");
  slow.timeout = std::chrono::seconds{1};
  const auto begun = std::chrono::steady_clock::now();
  CHECK(test::argument(check_database_failure(database.ask(slow), code::fetch_database_timeout), "limit") == "1 s");
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{20});
}

TEST_CASE("a driver that is not there is named with its package") {
  const test::Drivers drivers;
  OdbcDatabase database;
  Query query;
  query.sql = "SELECT 1";
  query.shown_as = "fraga.sql";
  for (const auto& [connection, package] : {std::pair{"Driver=/usr/lib/odbc/libtdsodbc.so;Server=a", "tdsodbc"},
                                            {"Driver=PostgreSQL Omega;Server=a", "odbc-postgresql"},
                                            {"DSN=ingen", "odbc-postgresql, libsqliteodbc, tdsodbc"}}) {
    query.connection = connection;
    CHECK(test::argument(check_database_failure(database.ask(query), code::fetch_database_driver), "package") == package);
  }
}

TEST_CASE("a driver that crashes is a failure like any other") {
  OdbcDatabase database;
  Query query;
  query.connection = "Driver=" CRASHING_DRIVER ";Server=a";
  query.sql = "SELECT 1";
  query.shown_as = "fraga.sql";
  CHECK(test::argument(check_database_failure(database.ask(query), code::fetch_database_crashed), "driver") == CRASHING_DRIVER);
}

}  // namespace lagesbild::fetch
