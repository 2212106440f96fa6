// Logins over plain HTTP on this machine, and that a secret is nowhere but where it should be.
#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "expect.hpp"
#include "fetch/codes.hpp"
#include "fetch/http.hpp"
#include "http_server.hpp"
#include "nginx.hpp"
#include "wire/codes.hpp"

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::HttpServer;
using test::Script;
using test::Then;
using test::whole;

constexpr const char* secret = "HEMLIG+/=%";

struct Secrets {
  test::TemporaryFolder folder;
  Secrets() {
    folder.write("secret", std::string{secret} + "\n");
    ::chmod((folder.path() / "secret").c_str(), 0600);
  }
  Request request(const HttpServer& server, Login::Kind kind, const std::string& path = "/f") const {
    Request request;
    request.url = server.url(path);
    request.connection.allow_http = true;
    request.connection.retry_wait = std::chrono::milliseconds{1};
    request.connection.login.kind = kind;
    request.connection.login.user = "anna";
    request.connection.login.header = "X-Api-Key";
    request.connection.login.secret.file = folder.path() / "secret";
    return request;
  }
};

bool asked(const HttpServer& server, std::size_t question, const std::string& line) {
  return server.questions().at(question).find("\r\n" + line + "\r\n") != std::string::npos;
}

Script answer(const std::string& line, const std::string& fields = "", const std::string& body = "") {
  return {"HTTP/1.1 " + line + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + fields + "\r\n" + body, Then::next, {}};
}

Script token(const std::string& text, const std::string& more = ",\"expires_in\":3600") {
  return answer("200 OK", "", "{\"access_token\":\"" + text + "\",\"token_type\":\"Bearer\"" + more + "}");
}

// Nothing of a failure or an answer holds the secret, plain or as it is sent.
void check_silent(const Result<Answer>& result) {
  std::string all;
  if (result) {
    all = result.value().body + result.value().content_type + result.value().etag + result.value().last_modified;
  } else {
    for (const Argument& one : result.failure().arguments) all += one.value + " ";
  }
  CHECK(all.find("HEMLIG") == std::string::npos);
  CHECK(all.find("SEVNTElH") == std::string::npos);  // of base64
  CHECK(all.find("TOKEN") == std::string::npos);
}

}  // namespace

TEST_CASE("a login is sent with the question, after redirects on the same server too") {
  const Secrets secrets;
  const std::pair<Login::Kind, std::string> logins[] = {{Login::Kind::basic, "Authorization: Basic YW5uYTpIRU1MSUcrLz0l"},
                                                        {Login::Kind::bearer, "Authorization: Bearer HEMLIG+/=%"},
                                                        {Login::Kind::header, "X-Api-Key: HEMLIG+/=%"}};
  for (const auto& [kind, line] : logins) {
    HttpServer server{{{"/f", answer("302 Found", "Location: /g\r\n")}, {"/g", {whole("good"), Then::next, {}}}}};
    CurlNetwork network;
    CHECK(body_of(test::one(network, secrets.request(server, kind))) == "good");
    CHECK(asked(server, 0, line));
    CHECK(asked(server, 1, line));
  }
}

TEST_CASE("a secret reaches no other server, and no failure shows it") {
  const Secrets secrets;
  for (const Login::Kind kind : {Login::Kind::basic, Login::Kind::bearer, Login::Kind::header}) {
    HttpServer other{{}};
    HttpServer server{{{"/away", answer("302 Found", "Location: " + other.url("/f") + "\r\n")},
                       {"/refused", answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"HEMLIG+/=%\"\r\n")},
                       {"/wrong", answer("404 Not Found")},
                       {"/cut", {"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", Then::close, {}}}}};
    CurlNetwork network;
    for (const char* path : {"/away", "/refused", "/wrong", "/cut"}) {
      const auto result = test::one(network, secrets.request(server, kind, path));
      REQUIRE_FALSE(result.ok());
      check_silent(result);
    }
    CHECK(other.connections() == 0);
  }
}

TEST_CASE("a login that is refused is told from one that is missing, and is not tried again") {
  const Secrets secrets;
  HttpServer server{{{"/f", answer("401 Unauthorized")}}};
  CurlNetwork network;
  check_failure(test::one(network, secrets.request(server, Login::Kind::basic)), code::fetch_login_refused);
  check_failure(test::one(network, secrets.request(server, Login::Kind::none)), code::fetch_login_needed);
  CHECK(server.questions().size() == 2);
  Request no_secret = secrets.request(server, Login::Kind::basic);
  no_secret.connection.login.secret.file = secrets.folder.path() / "none";
  check_failure(test::one(network, no_secret), code::wire_secret_file);
  CHECK(server.questions().size() == 2);
}

TEST_CASE("a token of OAuth2 is asked for once, with the client's secret, and serves every request") {
  const Secrets secrets;
  HttpServer tokens{{{"/token", token("TOKEN1")}}};
  HttpServer server{{{"/f", {whole("good"), Then::next, {}}}}};
  CurlNetwork network;
  Request request = secrets.request(server, Login::Kind::oauth2);
  request.connection.login.token_url = tokens.url("/token");
  request.connection.login.scope = "läs .default";
  for (const auto& answer : network.get({request, request, request})) CHECK(body_of(answer) == "good");
  CHECK(body_of(test::one(network, request)) == "good");
  REQUIRE(tokens.questions().size() == 1);
  CHECK(tokens.questions()[0].starts_with("POST /token HTTP/1.1\r\n"));
  CHECK(asked(tokens, 0, "Authorization: Basic YW5uYTpIRU1MSUclMkIlMkYlM0QlMjU="));  // anna:HEMLIG%2B%2F%3D%25
  CHECK(tokens.bodies()[0] == "grant_type=client_credentials&scope=l%C3%A4s+.default");
  REQUIRE(server.questions().size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(asked(server, i, "Authorization: Bearer TOKEN1"));
    CHECK(server.questions()[i].find("HEMLIG") == std::string::npos);
  }
  request.connection.login.scope = "annat";
  CHECK(body_of(test::one(network, request)) == "good");
  CHECK(tokens.questions().size() == 2);
}

TEST_CASE("a token that has expired or that the server does not take is asked for once more, not for ever") {
  const Secrets secrets;
  HttpServer tokens{{{"/token", token("TOKEN1")}, {"/short", token("TOKEN1", ",\"expires_in\":20")}}};
  tokens.then("/token", token("TOKEN2"));
  HttpServer server{{{"/f", answer("401 Unauthorized")}}};
  server.then("/f", {whole("good"), Then::next, {}});
  CurlNetwork network;
  Request request = secrets.request(server, Login::Kind::oauth2);
  request.connection.login.token_url = tokens.url("/token");
  CHECK(body_of(test::one(network, request)) == "good");
  CHECK(asked(server, 0, "Authorization: Bearer TOKEN1"));
  CHECK(asked(server, 1, "Authorization: Bearer TOKEN2"));
  request.connection.login.token_url = tokens.url("/short");
  CHECK(body_of(test::one(network, request)) == "good");
  CHECK(body_of(test::one(network, request)) == "good");
  CHECK(tokens.questions().size() == 4);

  HttpServer stubborn{{{"/f", answer("401 Unauthorized")}}};
  Request refused = secrets.request(stubborn, Login::Kind::oauth2);
  refused.connection.login.token_url = tokens.url("/token");
  const auto result = test::one(network, refused);
  check_failure(result, code::fetch_login_refused);
  check_silent(result);
  CHECK(stubborn.questions().size() == 2);
}

TEST_CASE("a server that hands out no token is named, and the file is not asked for") {
  const Secrets secrets;
  HttpServer server{{{"/f", {whole("good"), Then::next, {}}}}};
  const std::pair<Script, Code> faults[] = {
      {answer("401 Unauthorized", "", "{\"error\":\"invalid_client\",\"secret\":\"HEMLIG+/=%\"}"), code::wire_token_refused},
      {answer("302 Found", "Location: /login\r\n"), code::wire_token_refused},
      {answer("200 OK", "", "<html>Logga in</html>"), code::wire_token_unreadable},
      {answer("200 OK", "", "[]"), code::wire_token_unreadable},
      {answer("200 OK", "", "{\"access_token\":7}"), code::wire_token_unreadable},
      {token(""), code::wire_token_unreadable},
      {token("TOKEN\\r\\nX-More: 1"), code::wire_token_unreadable},
      {answer("200 OK", "", std::string(70'000, ' ')), code::wire_too_large},
      {{"", Then::close, {}}, code::wire_no_answer}};
  for (const auto& [script, code] : faults) {
    HttpServer tokens{{{"/token", script}}};
    CurlNetwork network;
    Request request = secrets.request(server, Login::Kind::oauth2);
    request.connection.login.token_url = tokens.url("/token");
    const auto result = test::one(network, request);
    CHECK(argument(check_failure(result, code), "url") == tokens.url("/token"));
    check_silent(result);
  }
  CHECK(server.connections() == 0);
  CurlNetwork network;
  Request open = secrets.request(server, Login::Kind::oauth2);
  open.connection.login.token_url = "http://h.invalid/token";
  check_failure(test::one(network, open), code::wire_login_in_the_open);
}

TEST_CASE("a busy server of tokens is tried again") {
  const Secrets secrets;
  HttpServer tokens{{{"/token", answer("503 Service Unavailable")}}};
  tokens.then("/token", token("TOKEN1"));
  HttpServer server{{{"/f", {whole("good"), Then::next, {}}}}};
  CurlNetwork network;
  Request request = secrets.request(server, Login::Kind::oauth2);
  request.connection.login.token_url = tokens.url("/token");
  CHECK(body_of(test::one(network, request)) == "good");
}

}  // namespace lagesbild::fetch
