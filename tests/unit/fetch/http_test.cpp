#include "fetch/http.hpp"

#include <unistd.h>

#include "expect.hpp"
#include "fetch/codes.hpp"
#include "http_server.hpp"
#include "wire/codes.hpp"

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::HttpServer;
using test::Listener;
using test::Script;
using test::Then;
using test::whole;
using std::chrono::milliseconds;
using std::chrono::seconds;

Request request_of(const std::string& url) {
  Request request;
  request.url = url;
  request.connection.allow_http = true;
  request.connection.timeout = seconds{20};
  request.connection.tries = 1;
  return request;
}

// One answer, one question. The server is asked at most once.
Result<Answer> answer_to(Script script, std::uint64_t max_bytes = 1000) {
  HttpServer server{{{"/f", std::move(script)}}};
  CurlNetwork network;
  Request request = request_of(server.url("/f"));
  request.max_bytes = max_bytes;
  Result<Answer> result = test::one(network, request);
  CHECK(server.questions().size() == 1);
  return result;
}

std::string status(const std::string& line, const std::string& fields = "Content-Length: 3\r\n", const std::string& body = "abc") {
  return "HTTP/1.1 " + line + "\r\n" + fields + "\r\n" + body;
}

Script to(const std::string& location) {
  return {status("302 Found", "Content-Length: 3\r\nLocation: " + location + "\r\n"), Then::close, {}};
}

std::string ok(const std::string& fields, const std::string& body) { return status("200 OK", fields, body); }

}  // namespace

TEST_CASE("a whole answer gives its body, type and date") {
  HttpServer server{{{"/f", {whole("a;b\n1;2\n", "Last-Modified: Sun, 22 Nov 2026 08:00:00 GMT\r\n"), Then::close, {}}}}};
  CurlNetwork network;
  const auto result = test::one(network, request_of(server.url("/f")));
  CHECK(body_of(result) == "a;b\n1;2\n");
  CHECK(result.value().content_type == "text/csv");
  CHECK(result.value().last_modified == "Sun, 22 Nov 2026 08:00:00 GMT");
}

TEST_CASE("the question asks for gzip and nothing else, says who asks, and sends the address as checked") {
  HttpServer server{{{"/m%c3%a4pp/en%20fil?nyckel=1", {whole("x"), Then::close, {}}}}};
  CurlNetwork network;
  CHECK(body_of(test::one(network, request_of(server.url("/mäpp/en fil?nyckel=1#del")))) == "x");
  REQUIRE(server.questions().size() == 1);
  const std::string question = server.questions()[0];
  CHECK(question.starts_with("GET /m%c3%a4pp/en%20fil?nyckel=1 HTTP/1.1\r\n"));
  CHECK(question.find("\r\nAccept-Encoding: gzip\r\n") != std::string::npos);
  CHECK(question.find("\r\nUser-Agent: lagesbild\r\n") != std::string::npos);
  CHECK(question.find("Cookie") == std::string::npos);
}

TEST_CASE("a refused address reaches no server") {
  HttpServer server{{}};
  CurlNetwork network;
  Request request = request_of(server.url("/f"));
  request.connection.allow_http = false;
  check_failure(test::one(network, request), code::wire_http_not_allowed);
  const std::string host = "127.0.0.1:" + std::to_string(server.port());
  check_failure(test::one(network, request_of("http://a:HEMLIG@" + host + "/f")), code::wire_url_credentials);
  check_failure(test::one(network, request_of("file:///etc/hostname")), code::wire_url_scheme);
  CHECK(server.connections() == 0);
}

TEST_CASE("a proxy in the environment is not used") {
  HttpServer server{{{"/f", {whole("direct"), Then::close, {}}}}};
  HttpServer proxy{{}};
  ::setenv("http_proxy", proxy.url("").c_str(), 1);
  ::setenv("all_proxy", proxy.url("").c_str(), 1);
  CurlNetwork network;
  const auto result = test::one(network, request_of(server.url("/f")));
  ::unsetenv("http_proxy");
  ::unsetenv("all_proxy");
  CHECK(body_of(result) == "direct");
  CHECK(proxy.connections() == 0);
}

TEST_CASE("any status but 200 is a failure that names it") {
  const auto code_and_status = [](const std::string& line, const std::string& fields = "Content-Length: 3\r\n",
                                  const std::string& body = "abc") {
    const auto result = answer_to({status(line, fields, body), Then::close, {}});
    REQUIRE_FALSE(result.ok());
    test::check_texts(result.failure());
    return std::string{result.failure().code.id} + " " + argument(result.failure(), "status");
  };
  CHECK(code_and_status("201 Created") == "fetch-status 201");
  CHECK(code_and_status("204 No Content", "", "") == "fetch-status 204");
  CHECK(code_and_status("206 Partial Content", "Content-Length: 3\r\nContent-Range: bytes 0-2/9\r\n") == "fetch-status 206");
  CHECK(code_and_status("300 Multiple Choices", "Content-Length: 3\r\nLocation: /g\r\n") == "fetch-status 300");
  CHECK(code_and_status("302 Found") == "fetch-status 302");
  CHECK(code_and_status("304 Not Modified", "", "") == "fetch-status 304");
  CHECK(code_and_status("400 Bad Request") == "fetch-status 400");
  CHECK(code_and_status("401 Unauthorized", "Content-Length: 0\r\nWWW-Authenticate: Basic realm=x\r\n", "") == "fetch-login-needed 401");
  CHECK(code_and_status("403 Forbidden") == "fetch-forbidden 403");
  CHECK(code_and_status("404 Not Found") == "fetch-not-found 404");
  CHECK(code_and_status("410 Gone") == "fetch-not-found 410");
  CHECK(code_and_status("429 Too Many Requests", "Retry-After: 1\r\nContent-Length: 3\r\n") == "fetch-too-often 429");
  CHECK(code_and_status("500 Internal Server Error") == "fetch-status 500");
  CHECK(code_and_status("503 Service Unavailable") == "fetch-unavailable 503");
  CHECK(code_and_status("101 Switching Protocols", "Upgrade: x\r\n", "") == "fetch-status 101");
}

TEST_CASE("answers that only announce the real one are passed over") {
  CHECK(body_of(answer_to({"HTTP/1.1 103 Early Hints\r\nContent-Encoding: gzip\r\n\r\n" + whole("x"), Then::close, {}})) == "x");
}

TEST_CASE("a body that is cut short is a failure, whichever way it was to end") {
  check_failure(answer_to({ok("Content-Length: 10\r\n", "12345"), Then::close, {}}), code::wire_cut);
  check_failure(answer_to({ok("Content-Length: 10\r\n", ""), Then::close, {}}), code::wire_cut);
  check_failure(answer_to({ok("Transfer-Encoding: chunked\r\n", "5\r\n12345\r\n"), Then::close, {}}), code::wire_cut);
  check_failure(answer_to({ok("Transfer-Encoding: chunked\r\n", "5\r\n123"), Then::close, {}}), code::wire_cut);
  check_failure(answer_to({ok("Content-Length: 10\r\n", "12345"), Then::reset, {}}), code::wire_broken);
}

TEST_CASE("a body whose end only the end of the connection shows is refused") {
  check_failure(answer_to({ok("", "a;b\n1;2\n"), Then::close, {}}), code::fetch_length_unknown);
  check_failure(answer_to({"HTTP/1.0 200 OK\r\n\r\na;b\n", Then::close, {}}), code::fetch_length_unknown);
  CHECK(body_of(answer_to({"HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\na;b\n", Then::close, {}})) == "a;b\n");
}

TEST_CASE("a chunked body arrives whole, trailers ignored") {
  const std::string chunks = "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nContent-Encoding: gzip\r\n\r\n";
  CHECK(body_of(answer_to({ok("Transfer-Encoding: chunked\r\n", chunks), Then::close, {}}, 5)) == "abcde");
}

TEST_CASE("an empty body is a failure") {
  check_failure(answer_to({ok("Content-Length: 0\r\n", ""), Then::close, {}}), code::fetch_empty);
  check_failure(answer_to({ok("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), Then::close, {}}), code::fetch_empty);
}

TEST_CASE("a body of exactly the limit is taken, one byte more is not") {
  CHECK(body_of(answer_to({whole("12345"), Then::close, {}}, 5)) == "12345");
  const Failure failure = check_failure(answer_to({whole("123456"), Then::close, {}}, 5), code::wire_too_large);
  CHECK(argument(failure, "limit") == "5 B");
  CHECK(body_of(answer_to({ok("Transfer-Encoding: chunked\r\n", "5\r\n12345\r\n0\r\n\r\n"), Then::close, {}}, 5)) == "12345");
  check_failure(answer_to({ok("Transfer-Encoding: chunked\r\n", "6\r\n123456\r\n0\r\n\r\n"), Then::close, {}}, 5), code::wire_too_large);
}

TEST_CASE("a length over the limit stops the transfer before the body comes") {
  // The server sends no body and waits: whoever read on would wait as well.
  const Failure failure = check_failure(answer_to({ok("Content-Length: 2000000\r\n", ""), Then::hold, {}}, 1024), code::wire_too_large);
  CHECK(argument(failure, "limit") == "1 kB");
  check_failure(answer_to({ok("Content-Length: 99999999999999999999\r\n", ""), Then::hold, {}}), code::wire_too_large);
}

TEST_CASE("an endless chunked body is stopped at the limit") {
  const Script flood{ok("Transfer-Encoding: chunked\r\n", ""), Then::repeat, "1000\r\n" + std::string(0x1000, 'x') + "\r\n"};
  const Failure failure = check_failure(answer_to(flood, 3U << 20), code::wire_too_large);
  CHECK(argument(failure, "limit") == "3 MB");
}

TEST_CASE("endless headers are stopped") {
  check_failure(answer_to({"HTTP/1.1 200 OK\r\n", Then::repeat, "X-Long: " + std::string(500, 'x') + "\r\n"}), code::wire_bad_answer);
  check_failure(answer_to({"", Then::repeat, "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"}), code::wire_bad_answer);
}

TEST_CASE("an answer packed otherwise than asked for is refused, however it is declared") {
  const Failure failure = check_failure(answer_to({whole("\x1b", "Content-Encoding: br\r\n"), Then::close, {}}), code::fetch_encoded);
  CHECK(argument(failure, "encoding") == "br");
  check_failure(answer_to({whole("x", "content-encoding:br\r\nContent-Encoding: identity\r\n"), Then::close, {}}), code::fetch_encoded);
  check_failure(answer_to({whole("x", "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n"), Then::close, {}}), code::fetch_encoded);
  check_failure(answer_to({whole("x", "Content-Encoding: deflate\r\n"), Then::close, {}}), code::fetch_encoded);
  check_failure(answer_to({ok("Transfer-Encoding: gzip, chunked\r\n", "1\r\nx\r\n0\r\n\r\n"), Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({whole("x", "Content-Encoding:\r\n gzip\r\n"), Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({whole("x", "X: y\r\n Z: gzip\r\n"), Then::close, {}}), code::wire_bad_answer);
  CHECK(body_of(answer_to({whole("x", "Content-Encoding: identity\r\n"), Then::close, {}})) == "x");
}

TEST_CASE("answers that are no HTTP, or contradict themselves, are refused") {
  check_failure(answer_to({"a;b\n1;2\n", Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({"SSH-2.0-OpenSSH_9.2\r\n", Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({ok("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({ok("Content-Length: many\r\n", "abcd"), Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({ok("Content-Length: -3\r\n", "abcd"), Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({ok("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n"), Then::close, {}}), code::wire_broken);
  check_failure(answer_to({ok("Content-Length: 1\r\nETag: \"a\rb\"\r\n", "x"), Then::close, {}}), code::wire_bad_answer);
  check_failure(answer_to({"", Then::close, {}}), code::wire_no_answer);
}

TEST_CASE("headers that break off are a failure") {
  check_failure(answer_to({"HTTP/1.1 200 OK\r\nContent-Le", Then::close, {}}), code::wire_cut);
}

TEST_CASE("what a server sends after the announced length does not reach the next answer") {
  HttpServer server{{{"/f", {ok("Content-Length: 3\r\n", "abcHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad"), Then::next, {}}},
                     {"/g", {whole("good"), Then::close, {}}}}};
  CurlNetwork network;
  CHECK(body_of(test::one(network, request_of(server.url("/f")))) == "abc");
  CHECK(body_of(test::one(network, request_of(server.url("/g")))) == "good");
  CHECK(server.connections() == 2);
}

TEST_CASE("connections are used again, by the next question of the same network") {
  HttpServer server{{{"/f", {whole("f"), Then::next, {}}}, {"/g", {whole("g"), Then::next, {}}}}};
  CurlNetwork network;
  CHECK(body_of(test::one(network, request_of(server.url("/f")))) == "f");
  CHECK(body_of(test::one(network, request_of(server.url("/g")))) == "g");
  CHECK(server.questions().size() == 2);
  CHECK(server.connections() == 1);
}

TEST_CASE("three redirects on the same server are followed, a fourth is not") {
  HttpServer server{{{"/4", to("/3")}, {"/3", to("2")}, {"/2", to("./1")}, {"/1", to("/0?a b")},
                     {"/0?a+b", {whole("end"), Then::close, {}}}, {"/loop", to("/loop")}}};
  CurlNetwork network;
  CHECK(body_of(test::one(network, request_of(server.url("/3")))) == "end");
  const Failure failure = check_failure(test::one(network, request_of(server.url("/4"))), code::wire_redirect_too_many);
  CHECK(argument(failure, "url") == server.url("/4"));
  CHECK(argument(failure, "limit") == "3");
  const std::size_t before = server.questions().size();
  check_failure(test::one(network, request_of(server.url("/loop"))), code::wire_redirect_too_many);
  CHECK(server.questions().size() == before + 4);
}

TEST_CASE("each status that means redirect is followed") {
  for (const char* line : {"301 Moved Permanently", "302 Found", "303 See Other", "307 Temporary Redirect", "308 Permanent Redirect"}) {
    HttpServer server{{{"/f", {status(line, "Location: /g\r\nContent-Length: 0\r\n", ""), Then::close, {}}},
                       {"/g", {whole("g"), Then::close, {}}}}};
    CurlNetwork network;
    CHECK(body_of(test::one(network, request_of(server.url("/f")))) == "g");
  }
}

TEST_CASE("a redirect to another server, port, or protocol sends nothing there") {
  HttpServer other{{{"/f", {whole("wrong"), Then::close, {}}}}};
  HttpServer server{{{"/port", to(other.url("/f"))},
                     {"/host", to("http://localhost:" + std::to_string(other.port()) + "/f?nyckel=HEMLIG")},
                     {"/ftp", to("ftp://127.0.0.1:" + std::to_string(other.port()) + "/f")},
                     {"/file", to("file:///etc/hostname")},
                     {"/user", to("http://a:HEMLIG@127.0.0.1/f")}}};
  CurlNetwork network;
  const Failure port = check_failure(test::one(network, request_of(server.url("/port"))), code::wire_redirect_host);
  CHECK(argument(port, "target") == other.url("/f"));
  const Failure host = check_failure(test::one(network, request_of(server.url("/host"))), code::wire_redirect_host);
  CHECK(argument(host, "target") == "http://localhost:" + std::to_string(other.port()) + "/f");
  check_failure(test::one(network, request_of(server.url("/ftp"))), code::wire_redirect_scheme);
  check_failure(test::one(network, request_of(server.url("/file"))), code::wire_redirect_scheme);
  CHECK(argument(check_failure(test::one(network, request_of(server.url("/user"))), code::wire_redirect_invalid), "target") == "…");
  CHECK(other.connections() == 0);
}

TEST_CASE("a server that never answers is given up after the whole time") {
  HttpServer server{{{"/f", {"", Then::hold, {}}},
                     {"/slow", {"HTTP/1.1 200 OK\r\nContent-", Then::hold, {}}},
                     {"/body", {ok("Content-Length: 9\r\n", "x"), Then::hold, {}}}}};
  CurlNetwork network;
  for (const char* path : {"/f", "/slow", "/body"}) {
    Request request = request_of(server.url(path));
    request.connection.timeout = milliseconds{150};
    CHECK(argument(check_failure(test::one(network, request), code::wire_timeout), "limit") == "150 ms");
  }
}

TEST_CASE("the time is for all redirects together, and no time is not for ever") {
  const Script round{status("302 Found", "Location: /hold\r\nContent-Length: 0\r\n", ""), Then::close, {}};
  HttpServer server{{{"/f", round}, {"/hold", {"", Then::hold, {}}}}};
  CurlNetwork network;
  Request request = request_of(server.url("/f"));
  request.connection.timeout = milliseconds{200};
  CHECK(argument(check_failure(test::one(network, request), code::wire_timeout), "limit") == "200 ms");
  CHECK(server.questions().size() == 2);
  request.connection.timeout = milliseconds{0};
  request.connection.connect_timeout = milliseconds{0};
  CHECK(argument(check_failure(test::one(network, request), code::wire_timeout), "limit") == "0 s");
}

TEST_CASE("a transfer that stands still is given up before the whole time") {
  HttpServer server{{{"/f", {ok("Content-Length: 1000\r\n", "x"), Then::hold, {}}}}};
  CurlNetwork network;
  Request request = request_of(server.url("/f"));
  request.connection.stall_timeout = seconds{1};
  CHECK(argument(check_failure(test::one(network, request), code::wire_slow), "limit") == "1 s");
}

TEST_CASE("a server that sends its headers or its body drop by drop is given up after the whole time") {
  const Script headers{"HTTP/1.1 200 OK\r\n", Then::repeat, "X-Drop: 1\r\n", milliseconds{0}, milliseconds{20}};
  const Script body{ok("Content-Length: 100000\r\n", ""), Then::repeat, "0123456789", milliseconds{0}, milliseconds{20}};
  const Script chunks{ok("Transfer-Encoding: chunked\r\n", ""), Then::repeat, "1\r\nx\r\n", milliseconds{0}, milliseconds{20}};
  HttpServer server{{{"/headers", headers}, {"/body", body}, {"/chunks", chunks}}};
  CurlNetwork network;
  std::vector<Request> requests;
  for (const char* path : {"/headers", "/body", "/chunks"}) {
    requests.push_back(request_of(server.url(path)));
    requests.back().connection.timeout = milliseconds{300};
    requests.back().max_bytes = 200'000;
  }
  for (const auto& answer : network.get(requests)) CHECK(argument(check_failure(answer, code::wire_timeout), "limit") == "300 ms");
  // 500 bytes a second are no standstill, 50 are.
  HttpServer slower{{{"/body", {ok("Content-Length: 100000\r\n", ""), Then::repeat, "x", milliseconds{0}, milliseconds{20}}}}};
  Request request = request_of(slower.url("/body"));
  request.max_bytes = 200'000;
  request.connection.stall_timeout = seconds{1};
  CHECK(argument(check_failure(test::one(network, request), code::wire_slow), "limit") == "1 s");
}

TEST_CASE("time-outs too long for libcurl are no time-outs too short") {
  HttpServer server{{{"/f", {whole("x"), Then::close, {}}}}};
  CurlNetwork network;
  Request request = request_of(server.url("/f"));
  request.connection.timeout = request.connection.connect_timeout = milliseconds{1LL << 40};
  request.connection.stall_timeout = seconds{1LL << 40};
  CHECK(body_of(test::one(network, request)) == "x");
}

TEST_CASE("a server that takes the connection but never speaks TLS is a connection that timed out") {
  Listener silent;
  CurlNetwork network;
  Request request = request_of("https://127.0.0.1:" + std::to_string(silent.port()) + "/f");
  request.connection.connect_timeout = milliseconds{150};
  const Failure failure = check_failure(test::one(network, request), code::wire_connect_timeout);
  CHECK(argument(failure, "limit") == "150 ms");
  CHECK(argument(failure, "host") == "127.0.0.1");
}

TEST_CASE("a port where nobody listens is a refused connection") {
  Listener closed;
  const int port = closed.port();
  closed.close();
  CurlNetwork network;
  const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/f?";
  const Failure failure = check_failure(test::one(network, request_of(url + "nyckel=HEMLIG")), code::wire_refused);
  CHECK(argument(failure, "host") == "127.0.0.1");
  CHECK(argument(failure, "port") == std::to_string(port));
  CHECK(argument(failure, "url") == url + "…");
}

TEST_CASE("a server name that does not exist is told from a server that does not answer") {
  // A label of more than 63 letters cannot exist, so no question about it leaves the machine.
  const std::string host = std::string(70, 'a') + ".invalid";
  CurlNetwork network;
  CHECK(argument(check_failure(test::one(network, request_of("https://" + host + "/f")), code::wire_unknown_host), "host") == host);
}

}  // namespace lagesbild::fetch
