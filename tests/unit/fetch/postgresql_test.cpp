#include "postgres.hpp"

#include "database_expect.hpp"

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::check_database_failure;
using test::Postgres;

constexpr const char* variable = "LAGESBILD_TEST_DATABASE_PASSWORD";

// For as long as the object lives.
class Password {
 public:
  explicit Password(const std::string& value) { ::setenv(variable, value.c_str(), 1); }
  ~Password() { ::unsetenv(variable); }
  Password(const Password&) = delete;
  Password& operator=(const Password&) = delete;
};

Query query_of(int port, const std::string& sql, const std::vector<std::string>& parameters = {}) {
  Query query;
  query.connection = "Driver=" + std::string{test::Drivers::postgresql} + ";Server=127.0.0.1;Port=" + std::to_string(port) +
                     ";Database=postgres;UID=" + Postgres::user;
  query.password.variable = variable;
  query.sql = sql;
  query.parameters = parameters;
  query.timeout = std::chrono::seconds{20};
  query.shown_as = "fraga.sql";
  return query;
}

bool says_secret(const Failure& failure, const std::string& secret) {
  return std::any_of(failure.arguments.begin(), failure.arguments.end(), [&](const Argument& one) {
    return one.value.find(secret) != std::string::npos || one.value.find("PWD") != std::string::npos;
  });
}

const char* const units =
    "CREATE TABLE units (unit_id text, name varchar(40), year int, share numeric(6,3), ratio float8, opened date, seen timestamp,"
    " active bool);"
    "INSERT INTO units VALUES ('A-1', 'Åkermyntan €', 2025, 12.000, 0.1, '2026-11-16', '2026-11-16 08:30', true),"
    "('B-2', E'två\\nrader; \"x\"', 2026, 0.5, 1e-7, NULL, NULL, false);";

}  // namespace

TEST_CASE("PostgreSQL: an answer is CSV in UTF-8 with ja and nej, ISO days, points and empty cells") {
  const Postgres server;
  const Password password{Postgres::password};
  const test::Drivers drivers;
  OdbcDatabase database;
  const auto ask = [&](const std::string& sql, const std::vector<std::string>& parameters = {}) {
    return test::csv_of(database.ask(query_of(server.port(), sql, parameters)));
  };
  server.run(units);
  CHECK(ask("SELECT * FROM units ORDER BY unit_id;") ==
        "unit_id;name;year;share;ratio;opened;seen;active\r\n"
        "A-1;Åkermyntan €;2025;12;0.1;2026-11-16;2026-11-16 08:30:00;ja\r\n"
        "B-2;\"två\nrader; \"\"x\"\"\";2026;0.5;1e-07;;;nej\r\n");
  CHECK(ask("SELECT unit_id AS \"Å-id\" FROM units WHERE name LIKE ? AND year = ?", {"Å%", "2025"}) == "Å-id\r\nA-1\r\n");
  CHECK(ask("WITH u AS (SELECT year = ? AS nyss FROM units) SELECT count(*) AS antal, nyss FROM u GROUP BY nyss ORDER BY nyss", {"2026"}) ==
        "antal;nyss\r\n1;nej\r\n1;ja\r\n");
  CHECK(ask("SELECT unit_id FROM units WHERE unit_id = ?", {"' OR '1'='1"}) == "unit_id\r\n");
  CHECK((ask("SELECT repeat('åb€', 50000) AS a") == "a\r\n" + [] {
    std::string whole;
    for (int i = 0; i < 50'000; ++i) whole += "åb€";
    return whole;
  }() + "\r\n"));
  CHECK(ask("SELECT count(*) /* ?; */ AS n -- it's ?\n FROM generate_series(1, 5) g -- ; ?") == "n\r\n5\r\n");
  const std::string many = ask("SELECT g AS n, 'x' AS b FROM generate_series(1, 3000) g ORDER BY g");  // more than come at a time
  CHECK(std::count(many.begin(), many.end(), '\n') == 3001);
  CHECK(many.ends_with("\r\n3000;x\r\n"));

  Query by_name = query_of(server.port(), "SELECT 1 AS a");
  by_name.connection = "Driver=PostgreSQL Unicode;Server=" + server.socket_folder() + ";Port=" + std::to_string(server.port()) +
                       ";Database=postgres;UID=" + Postgres::user;
  by_name.password = {};
  CHECK(test::csv_of(database.ask(by_name)) == "a\r\n1\r\n");
}

TEST_CASE("PostgreSQL: nothing can be written, whatever the question calls") {
  const Postgres server;
  const Password password{Postgres::password};
  const test::Drivers drivers;
  OdbcDatabase database;
  server.run(std::string{units} +
             "CREATE SEQUENCE s; CREATE FUNCTION wipe() RETURNS int LANGUAGE sql AS 'DELETE FROM units; SELECT 1';"
             "CREATE FUNCTION free() RETURNS int LANGUAGE plpgsql AS"
             " $$ BEGIN SET transaction_read_only = off; DELETE FROM units; RETURN 1; END $$;");
  const auto refused = [&](const std::string& sql, Code code) {
    INFO(sql);
    return check_database_failure(database.ask(query_of(server.port(), sql)), code);
  };
  refused("DELETE FROM units", code::fetch_database_not_select);
  refused("SELECT 1; COMMIT; DELETE FROM units", code::fetch_database_several);
  CHECK(argument(refused("SELECT wipe() AS a", code::fetch_database_sql), "reason").find("read-only transaction") != std::string::npos);
  refused("WITH d AS (DELETE FROM units RETURNING 1) SELECT * FROM d", code::fetch_database_sql);
  refused("SELECT * INTO other FROM units", code::fetch_database_sql);
  refused("SELECT nextval('s') AS a", code::fetch_database_sql);
  refused("SELECT free() AS a", code::fetch_database_sql);
  refused("SELECT set_config('transaction_read_only', 'off', false) AS a, wipe() AS b", code::fetch_database_sql);
  CHECK(server.look("SELECT count(*), (SELECT last_value FROM s), to_regclass('other') FROM units") == "2|1|\n");
}

TEST_CASE("PostgreSQL: what goes wrong is told in words, and never with the password") {
  const Postgres server;
  const test::Drivers drivers;
  OdbcDatabase database;
  const std::string wrong = "fel-l}osenord";
  {
    const Password password{wrong};
    const Failure login = check_database_failure(database.ask(query_of(server.port(), "SELECT 1 AS a")), code::fetch_database_login);
    CHECK_FALSE(says_secret(login, wrong));
    CHECK(server.log().find("password authentication failed") != std::string::npos);
    // The server repeats what it is sent: a secret in it is blotted out.
    const Password word{Postgres::password};
    Query telling = query_of(server.port(), "SELECT CAST(? AS int) AS a", {std::string{"x"} + Postgres::password + " 19121212-1212"});
    const Failure told = check_database_failure(database.ask(telling), code::fetch_database_sql);
    CHECK_FALSE(says_secret(told, Postgres::password));
    CHECK_FALSE(says_secret(told, "19121212"));
    CHECK(argument(told, "reason").find("invalid input syntax") != std::string::npos);
  }
  check_database_failure(database.ask(query_of(server.port(), "SELECT 1 AS a")), code::wire_secret_variable);
  const Password password{Postgres::password};
  Query other = query_of(server.port(), "SELECT 1 AS a");
  other.connection += ";Database=ingen";
  CHECK(argument(check_database_failure(database.ask(other), code::fetch_database_connect), "reason").find("ingen") != std::string::npos);
  Query typed = query_of(server.port(), "SELECT 1 AS a");
  typed.connection += ";PWD=" + wrong;
  check_database_failure(database.ask(typed), code::fetch_database_password_written);
  check_database_failure(database.ask(query_of(server.port(), "SELECT kolumn FROM ingenstans")), code::fetch_database_sql);
  check_database_failure(database.ask(query_of(server.port(), "SELECT FROM pg_class")), code::fetch_database_no_columns);
  check_database_failure(database.ask(query_of(server.port(), "SELECT '\\x00'::bytea AS a")), code::fetch_database_binary);
  check_database_failure(database.ask(query_of(server.port(), "SELECT 1 AS a, 2 AS a")), code::fetch_database_column_twice);
  const std::string cutting = "SELECT pg_terminate_backend(pg_backend_pid()) AS a";
  check_database_failure(database.ask(query_of(server.port(), cutting)), code::fetch_database_broken);
  Query endless = query_of(server.port(), "SELECT g AS n, repeat('x', 1000) AS b FROM generate_series(1, 20000) g");
  endless.max_bytes = 1 << 20;
  check_database_failure(database.ask(endless), code::fetch_database_too_large);
  Query slow = query_of(server.port(), "SELECT pg_sleep(60) AS a");
  slow.timeout = std::chrono::seconds{1};
  check_database_failure(database.ask(slow), code::fetch_database_timeout);
  CHECK(server.look("SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active'"
                    " AND pid <> pg_backend_pid()") == "0\n");  // it does not go on working either
}

TEST_CASE("a server that takes a connection and never answers is given up at the deadline, and a closed port at once") {
  test::Listener silent;
  const Password password{"hemlig"};
  const test::Drivers drivers;
  OdbcDatabase database;
  Query query = query_of(silent.port(), "SELECT 1 AS a");
  query.login_timeout = std::chrono::seconds{1};
  const auto begun = std::chrono::steady_clock::now();
  CHECK(argument(check_database_failure(database.ask(query), code::fetch_database_connect_timeout), "limit") == "1 s");
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{15});
  silent.close();
  check_database_failure(database.ask(query), code::fetch_database_connect);
}

}  // namespace lagesbild::fetch
