#include "wire/exchange.hpp"

#include <sys/stat.h>

#include "expect.hpp"
#include "http_server.hpp"
#include "nginx.hpp"
#include "wire/codes.hpp"
#include "wire/faults.hpp"
#include "wire/head.hpp"

namespace lagesbild::wire {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::HttpServer;
using test::Then;
using test::whole;
using std::chrono::milliseconds;
using std::chrono::seconds;

Connection plain() {
  Connection connection;
  connection.allow_http = true;
  connection.timeout = seconds{20};
  connection.retry_wait = milliseconds{2};
  return connection;
}

Call call_of(const std::string& method, const std::string& url, const std::string& body = {}) {
  Call call;
  call.method = method;
  call.url = url;
  call.body = body;
  return call;
}

std::string status(const std::string& line, const std::string& fields = "") {
  return "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n" + fields + "\r\n";
}

}  // namespace

TEST_CASE("a call goes out with its method, headers and body, and its reply is whatever the server says") {
  HttpServer server{{{"/a", {status("201 Created", "ETag: \"x\"\r\n"), Then::next, {}}}, {"/b", {status("409 Conflict"), Then::next, {}}}}};
  Exchanges exchanges{plain(), server.url("/")};
  Call put = call_of("PUT", server.url("/a"), "innehåll");
  put.headers = {"X-Own: 1"};
  const auto reply = exchanges.perform(put);
  CHECK(body_of(reply).empty());
  CHECK(reply.value().status == 201);
  CHECK(reply.value().header("etag") == "\"x\"");
  CHECK(reply.value().attempts == 1);
  CHECK(exchanges.perform(call_of("MKCOL", server.url("/b"))).value().status == 409);
  REQUIRE(server.questions().size() == 2);
  CHECK(server.questions()[0].starts_with("PUT /a HTTP/1.1\r\n"));
  CHECK(server.questions()[0].find("\r\nX-Own: 1\r\n") != std::string::npos);
  CHECK(server.questions()[0].find("\r\nContent-Length: 9\r\n") != std::string::npos);
  CHECK(server.questions()[0].find("Expect") == std::string::npos);
  CHECK(server.bodies()[0] == "innehåll");
  CHECK(server.questions()[1].starts_with("MKCOL /b HTTP/1.1\r\n"));
  CHECK(server.connections() == 1);
}

TEST_CASE("a file is sent as it stands, and an empty one is sent too") {
  const test::TemporaryFolder folder;
  const std::string bytes(300'000, 'x');
  folder.write("large", bytes);
  folder.write("empty", "");
  HttpServer server{{{"/a", {status("201 Created"), Then::next, {}}}}};
  Exchanges exchanges{plain(), server.url("/")};
  for (const char* name : {"large", "empty"}) {
    Call call = call_of("PUT", server.url("/a"));
    call.file = folder.path() / name;
    CHECK(exchanges.perform(call).value().status == 201);
  }
  CHECK((server.bodies() == std::vector<std::string>{bytes, ""}));
  Call call = call_of("PUT", server.url("/a"));
  call.file = folder.path() / "none";
  check_failure(exchanges.perform(call), code::wire_file_unreadable);
}

TEST_CASE("what passes is tried again, with the whole body, and the reply says how often") {
  for (const char* line : {"408 Request Timeout", "425 Too Early", "429 Too Many Requests", "500 Internal Server Error", "502 Bad Gateway",
                           "503 Service Unavailable", "504 Gateway Timeout"}) {
    HttpServer server{{{"/a", {status(line), Then::next, {}}}}};
    server.then("/a", {status("201 Created"), Then::next, {}});
    Exchanges exchanges{plain(), server.url("/")};
    const auto reply = exchanges.perform(call_of("PUT", server.url("/a"), "abc"));
    CHECK(body_of(reply).empty());
    CHECK(reply.value().status == 201);
    CHECK(reply.value().attempts == 2);
    CHECK((server.bodies() == std::vector<std::string>{"abc", "abc"}));
  }
  HttpServer server{{{"/a", {"", Then::reset, {}}}}};
  server.then("/a", {status("204 No Content"), Then::next, {}});
  Exchanges exchanges{plain(), server.url("/")};
  CHECK(exchanges.perform(call_of("DELETE", server.url("/a"))).value().attempts == 2);
}

TEST_CASE("tries end, with the last answer or with how many they were; what does not pass is not tried again") {
  HttpServer server{{{"/busy", {status("503 Service Unavailable"), Then::next, {}}}, {"/dead", {"", Then::close, {}}},
                     {"/full", {status("507 Insufficient Storage"), Then::next, {}}}}};
  Exchanges exchanges{plain(), server.url("/")};
  const auto busy = exchanges.perform(call_of("PUT", server.url("/busy")));
  CHECK(busy.value().status == 503);
  CHECK(busy.value().attempts == 3);
  Exchanges fresh{plain(), server.url("/")};  // on a connection that has been used, libcurl itself asks once more
  CHECK(argument(check_failure(fresh.perform(call_of("PUT", server.url("/dead"))), code::wire_no_answer), "tries") == "3");
  CHECK(exchanges.perform(call_of("PUT", server.url("/full"))).value().attempts == 1);
  CHECK(server.questions().size() == 7);
}

TEST_CASE("a server that asks for a pause gets it") {
  HttpServer server{{{"/a", {status("429 Too Many Requests", "Retry-After: 1\r\n"), Then::next, {}}}}};
  server.then("/a", {status("200 OK"), Then::next, {}});
  Connection connection = plain();
  connection.retry_wait = milliseconds{0};
  Exchanges exchanges{connection, server.url("/")};
  const auto begun = std::chrono::steady_clock::now();
  CHECK(exchanges.perform(call_of("GET", server.url("/a"))).value().status == 200);
  CHECK(std::chrono::steady_clock::now() - begun >= milliseconds{990});
}

TEST_CASE("Retry-After is seconds or a date, at most two minutes") {
  const std::chrono::sys_seconds now{seconds{1'700'000'000}};  // Tue, 14 Nov 2023 22:13:20 GMT
  CHECK(retry_after("7", now) == seconds{7});
  CHECK(retry_after("3600", now) == seconds{120});
  CHECK(retry_after("99999999999999999999", now) == seconds{120});
  CHECK(retry_after("Tue, 14 Nov 2023 22:13:50 GMT", now) == seconds{30});
  CHECK(retry_after("Tue, 14 Nov 2023 21:00:00 GMT", now) == seconds{0});
  CHECK_FALSE(retry_after("", now));
  CHECK_FALSE(retry_after("soon", now));
  CHECK_FALSE(retry_after("-1", now));
}

TEST_CASE("waits double from try to try, up to two minutes, and differ between those who wait") {
  Connection connection;
  connection.retry_wait = milliseconds{100};
  for (int i = 0; i < 50; ++i) {
    CHECK(wait_before_next(connection, 1, {}) >= milliseconds{50});
    CHECK(wait_before_next(connection, 1, {}) <= milliseconds{100});
    CHECK(wait_before_next(connection, 4, {}) >= milliseconds{400});
    CHECK(wait_before_next(connection, 4, {}) <= milliseconds{800});
    CHECK(wait_before_next(connection, 1'000'000, {}) >= seconds{60});
    CHECK(wait_before_next(connection, 1'000'000, {}) <= seconds{120});
  }
  CHECK(wait_before_next(connection, 4, seconds{7}) == seconds{7});
  CHECK(wait_before_next(connection, 4, seconds{7'000}) == seconds{120});
}

TEST_CASE("many calls are under way at once, and their replies come in their order") {
  HttpServer server{{}};
  std::vector<Call> calls;
  for (int i = 0; i < 40; ++i) {
    const std::string path = "/" + std::to_string(i);
    server.then(path, {whole(std::to_string(i)), Then::next, {}, milliseconds{20}});
    calls.push_back(call_of("GET", server.url(path)));
  }
  Exchanges exchanges{plain(), server.url("/"), 4};
  const auto replies = exchanges.perform(calls);
  for (int i = 0; i < 40; ++i) CHECK(body_of(replies[static_cast<std::size_t>(i)]) == std::to_string(i));
  CHECK(server.most_at_once() <= 4);
  CHECK(server.most_at_once() > 1);
  CHECK(server.connections() <= 4);
}

TEST_CASE("the answer is bounded, and redirects are not followed") {
  HttpServer other{{}};
  HttpServer server{{{"/large", {whole(std::string(2000, 'x')), Then::close, {}}},
                     {"/away", {status("302 Found", "Location: " + other.url("/") + "\r\n"), Then::next, {}}}}};
  Exchanges exchanges{plain(), server.url("/")};
  Call call = call_of("GET", server.url("/large"));
  call.max_bytes = 1999;
  check_failure(exchanges.perform(call), code::wire_too_large);
  CHECK(exchanges.perform(call_of("GET", server.url("/away"))).value().status == 302);
  CHECK(other.connections() == 0);
}

TEST_CASE("a call to another server than the one that the login is for is not made") {
  HttpServer other{{}};
  HttpServer server{{}};
  Exchanges exchanges{plain(), server.url("/")};
  check_failure(exchanges.perform(call_of("GET", other.url("/"))), code::wire_redirect_host);
  check_failure(exchanges.perform(call_of("GET", "ftp://127.0.0.1/")), code::wire_url_scheme);
  check_failure(exchanges.perform(call_of("GET", "sftp://127.0.0.1/f")), code::wire_url_scheme);
  CHECK(other.connections() == 0);
}

TEST_CASE("each kind of login is sent as it should be, and a signature signs") {
  const test::TemporaryFolder folder;
  folder.write("secret", "HEMLIG\n");
  ::chmod((folder.path() / "secret").c_str(), 0600);
  const auto question = [&](Login::Kind kind) {
    HttpServer server{{{"/a", {status("200 OK"), Then::next, {}}}}};
    Connection connection = plain();
    connection.login.kind = kind;
    connection.login.user = "anna";
    connection.login.header = "X-Api-Key";
    connection.login.region = "eu-north-1";
    connection.login.secret.file = folder.path() / "secret";
    CHECK(Exchanges{connection, server.url("/")}.perform(call_of("PUT", server.url("/a"), "abc")).value().status == 200);
    return server.questions().at(0);
  };
  CHECK(question(Login::Kind::none).find("Authorization") == std::string::npos);
  CHECK(question(Login::Kind::basic).find("\r\nAuthorization: Basic YW5uYTpIRU1MSUc=\r\n") != std::string::npos);
  CHECK(question(Login::Kind::bearer).find("\r\nAuthorization: Bearer HEMLIG\r\n") != std::string::npos);
  CHECK(question(Login::Kind::header).find("\r\nX-Api-Key: HEMLIG\r\n") != std::string::npos);
  const std::string signed_question = question(Login::Kind::signature);
  CHECK(signed_question.find("Authorization: AWS4-HMAC-SHA256 Credential=anna/") != std::string::npos);
  CHECK(signed_question.find("/eu-north-1/s3/aws4_request") != std::string::npos);
  const std::string hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  CHECK(signed_question.find("x-amz-content-sha256: " + hash + "\r\n") != std::string::npos);
  CHECK(signed_question.find("HEMLIG") == std::string::npos);
}

TEST_CASE("a login over http is refused but on this machine, and a missing secret is a failure before anything is sent") {
  Connection connection = plain();
  connection.login.kind = Login::Kind::bearer;
  connection.login.secret.variable = "LAGESBILD_TEST_NO_SUCH";
  check_failure(Exchanges(connection, "http://h.invalid/").perform(call_of("GET", "http://h.invalid/")), code::wire_login_in_the_open);
  HttpServer server{{}};
  check_failure(Exchanges(connection, server.url("/")).perform(call_of("GET", server.url("/"))), code::wire_secret_variable);
  CHECK(server.connections() == 0);
}

TEST_CASE("a login that would break out of its line is refused") {
  HttpServer server{{}};
  ::setenv("LAGESBILD_TEST_SECRET", "HEMLIG", 1);
  const auto refused = [&](Login login) {
    Connection connection = plain();
    login.secret.variable = "LAGESBILD_TEST_SECRET";
    connection.login = login;
    check_failure(Exchanges(connection, server.url("/")).perform(call_of("GET", server.url("/"))), code::wire_login_unusable);
  };
  refused({.kind = Login::Kind::basic, .user = "a:b", .header = "", .token_url = "", .scope = "", .region = "", .secret = {}});
  refused({.kind = Login::Kind::basic, .user = "a\r\nX: y", .header = "", .token_url = "", .scope = "", .region = "", .secret = {}});
  refused({.kind = Login::Kind::header, .user = "", .header = "X-Key\r\nX", .token_url = "", .scope = "", .region = "", .secret = {}});
  refused({.kind = Login::Kind::header, .user = "", .header = "", .token_url = "", .scope = "", .region = "", .secret = {}});
  refused({.kind = Login::Kind::signature, .user = "a", .header = "", .token_url = "", .scope = "", .region = "eu:x", .secret = {}});
  ::unsetenv("LAGESBILD_TEST_SECRET");
  CHECK(server.connections() == 0);
}

TEST_CASE("a head that breaks off, and one that contradicts itself, are failures") {
  HttpServer server{{{"/cut", {"HTTP/1.1 200 OK\r\nContent-Le", Then::close, {}}},
                     {"/two", {"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", Then::close, {}}},
                     {"/endless", {"HTTP/1.1 200 OK\r\n", Then::repeat, "X-Long: " + std::string(500, 'x') + "\r\n"}}}};
  Exchanges exchanges{plain(), server.url("/")};
  check_failure(exchanges.perform(call_of("GET", server.url("/cut"))), code::wire_cut);
  check_failure(exchanges.perform(call_of("GET", server.url("/two"))), code::wire_bad_answer);
  check_failure(exchanges.perform(call_of("GET", server.url("/endless"))), code::wire_bad_answer);
}

TEST_CASE("nginx says no before it has read everything, and that is a reply") {
  const test::Nginx nginx{"client_max_body_size 1k; server { listen 127.0.0.1:PORT0; root ROOT; }", 1};
  const std::string url = nginx.url("http://127.0.0.1", 0, "/f");
  Exchanges exchanges{plain(), url};
  const auto reply = exchanges.perform(call_of("PUT", url, std::string(20'000'000, 'x')));
  INFO(nginx.log());
  CHECK_FALSE(body_of(reply).empty());
  CHECK(reply.value().status == 413);
  CHECK(reply.value().attempts == 1);
}

TEST_CASE("a proxy is an address without a password") {
  for (const char* proxy : {"http://a:HEMLIG@127.0.0.1:1", "socks5://127.0.0.1:1", "127.0.0.1:1", "https://127.0.0.1:1"}) {
    Connection connection = plain();
    connection.proxy = proxy;
    const Failure failure = check_failure(Exchanges(connection, "http://127.0.0.1:1/").perform(call_of("GET", "http://127.0.0.1:1/")),
                                          code::wire_proxy_invalid);
    CHECK(argument(failure, "proxy").find("HEMLIG") == std::string::npos);
  }
}

}  // namespace lagesbild::wire
