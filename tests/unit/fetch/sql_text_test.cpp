#include "fetch/sql_text.hpp"

#include "catch.hpp"
#include "fetch/connection_string.hpp"
#include "fetch/database_codes.hpp"
#include "fetch/odbc_cells.hpp"
#include "fetch/wide_text.hpp"

namespace lagesbild::fetch {
namespace {

using Verdict = SqlText::Verdict;

Code refusal_of(const std::string& connection) {
  const auto read = ConnectionString::of(connection, "frågan");
  return read ? Code{""} : read.failure().code;
}

std::string with(const std::string& connection, const std::string& password = {}) {
  return ConnectionString::of(connection, "frågan").value().with(password);
}

}  // namespace

TEST_CASE("one SELECT is let through, with or without what ends it, comments and a byte order mark") {
  for (const char* sql : {"SELECT 1", "select 1;", "SELECT 1 ; -- slut\n  /* ; */ ",
                          "\xEF\xBB\xBF-- rubrik; här\nWITH a AS (SELECT 1) SELECT * FROM a",
                          "SELECT ';', \"a;b\", `c;d`, 'it''s;', $$ ; $$, $tag$ ' ; $$ $tag$", "SELECT E'\\';' AS a",
                          "SELECT a$b$c, x$ FROM t"}) {
    INFO(sql);
    CHECK(read_sql(sql).verdict == Verdict::one_select);
  }
  CHECK(read_sql("SELECT '--;' /* it's */ AS a -- ?\n, 1 ; -- slut").statement == "SELECT '--;'   AS a  \n, 1  ");
}

TEST_CASE("what is not one SELECT is not sent: other statements, two statements, texts without an end") {
  for (const char* sql : {"", ";", "-- SELECT", "DELETE FROM t", "SELECTED", "(SELECT 1)", "'SELECT' x", "1 SELECT",
                          "PRAGMA query_only=0"}) {
    INFO(sql);
    CHECK(read_sql(sql).verdict == Verdict::not_select);
  }
  for (const char* sql : {"SELECT 1; DROP TABLE t", "SELECT 1;;SELECT 2", "SELECT 'a';'b'", "SELECT 1 /* x */; -- y\nDELETE FROM t",
                          "SELECT '\\'; COMMIT; --'"}) {
    INFO(sql);
    CHECK(read_sql(sql).verdict == Verdict::several);
  }
  for (const char* sql : {"SELECT 'a", "SELECT \"a", "SELECT 1 /* ; ", "SELECT $a$ x $b$", "SELECT E'\\'"}) {
    INFO(sql);
    CHECK(read_sql(sql).verdict == Verdict::unclosed);
  }
}

TEST_CASE("question marks count only where they stand for a value") {
  CHECK(read_sql("SELECT '?' AS a, \"?\", b -- ?\n FROM t /* ? */ WHERE b = ? AND c IN (?, ?)").placeholders == 3);
}

TEST_CASE("a word that writes is found outside texts and quoted names only") {
  CHECK(writing_word(read_sql("SELECT * INTO ny FROM t")) == "INTO");
  CHECK(writing_word(read_sql("WITH a AS (delete FROM t) SELECT 1")) == "DELETE");
  CHECK(writing_word(read_sql("SELECT \"update\", 'drop', updated FROM t -- insert")).empty());
}

TEST_CASE("a connection may hold no password, and nothing by which a driver acts on its own") {
  CHECK(refusal_of("Driver=X;Server=a") == Code{""});
  for (const char* text : {"Driver=X;PWD=a", "driver=X; Password = a", "Driver=X;pwd={}", "Driver=X;pqopt={passWord = a}"}) {
    INFO(text);
    CHECK(refusal_of(text) == code::fetch_database_password_written);
  }
  CHECK(refusal_of("Driver=X;ConnSettings=COMMIT") == code::fetch_database_setting);
  CHECK(refusal_of("Driver=X;LoadExt=/tmp/a.so") == code::fetch_database_setting);
  for (const char* text : {"", " ; ", "Driver", "Driver=X;Server", "Driver={X;Server=a", "Driver={X}y;Server=a"}) {
    INFO(text);
    CHECK(refusal_of(text) == code::fetch_database_connection);
  }
  CHECK(refusal_of("Driver={a;PWD=b}};}") == Code{""});  // a strange name, but only a name
}

TEST_CASE("what is added to a connection does not change what stands there") {
  CHECK(with("Driver=Annan;UID=a", "l}ö;s=") == "Driver=Annan;UID=a;PWD={l}}ö;s=}");
  CHECK(with("Driver=SQLite3;Database=a.db;") == "Driver=SQLite3;Database=a.db;NoCreat=1;StepAPI=1");
  CHECK(with("Driver=SQLite3;Database=a.db;stepapi=0").find("StepAPI") == std::string::npos);
  const auto tls = [](const std::string& server) {
    return with("Driver=PostgreSQL Unicode;Server=" + server).find(";SSLmode=verify-full") != std::string::npos;
  };
  CHECK(tls("db.region.se"));
  CHECK_FALSE(tls("localhost"));
  CHECK_FALSE(tls("/run/postgresql"));
  CHECK(with("Driver=psqlodbcw.so;Server=db.region.se;SSLmode=require").find("verify-full") == std::string::npos);
}

TEST_CASE("numbers lose idle zeros, texts stay as they are") {
  CHECK(tidy_number("12.000") == "12");
  CHECK(tidy_number("-.50") == "-0.5");
  CHECK(tidy_number("100") == "100");
  CHECK(tidy_number("1.5e10") == "1.5e10");
  CHECK(tidy_number("NaN") == "NaN");
  CHECK(data_cell("=1+1") == "=1+1");
  CHECK(data_cell("a;\"b\"\n") == "\"a;\"\"b\"\"\n\"");
  CHECK(data_cell(" a") == "\" a\"");
}

TEST_CASE("texts go to UTF-16 and back, half a pair does not") {
  const std::string text = "aåß€𝄞z";
  const WideText wide = to_wide(text);
  CHECK(wide.size() == 8);  // the clef takes two, and a 0 at the end
  CHECK(from_wide(wide.data(), wide.size() - 1) == text);
  CHECK_FALSE(from_wide(wide.data(), 5));
  CHECK_FALSE(from_wide(wide.data() + 5, 1));
}

}  // namespace lagesbild::fetch
