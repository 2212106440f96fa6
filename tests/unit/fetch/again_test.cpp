// New tries, conditional requests, resume of what broke off, many at once.
#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <utility>

#include "expect.hpp"
#include "fetch/codes.hpp"
#include "fetch/http.hpp"
#include "gzip.hpp"
#include "http_server.hpp"
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
using std::chrono::milliseconds;

Request request_of(const HttpServer& server, const std::string& path = "/f") {
  Request request;
  request.url = server.url(path);
  request.connection.allow_http = true;
  request.connection.retry_wait = milliseconds{2};
  return request;
}

std::string head(const std::string& line, const std::string& fields, const std::string& body = "") {
  return "HTTP/1.1 " + line + "\r\n" + fields + "\r\n" + body;
}

// "abcdefghij", of which only the first `size` bytes come.
Script broken(std::size_t size, const std::string& fields, Then then = Then::close) {
  return {head("200 OK", "Content-Length: 10\r\n" + fields, std::string{"abcdefghij"}.substr(0, size)), then, {}};
}

Script rest(const std::string& range, const std::string& body, const std::string& fields = "") {
  const std::string length = "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  return {head("206 Partial Content", "Content-Range: " + range + length + fields, body), Then::next, {}};
}

// The answer to a file that breaks off after five bytes and is then answered by `second` (and `third`).
struct Resumed {
  HttpServer server;
  CurlNetwork network;
  Result<Answer> answer;
  Resumed(Script first, Script second, Script third = {whole("abcdefghij"), Then::next, {}})
      : server({{"/f", std::move(first)}}), answer(get(std::move(second), std::move(third))) {}
  Result<Answer> get(Script second, Script third) {
    server.then("/f", std::move(second));
    server.then("/f", std::move(third));
    return test::one(network, request_of(server));
  }
  bool asked(std::size_t question, const std::string& line) const {
    return server.questions().at(question).find("\r\n" + line + "\r\n") != std::string::npos;
  }
};

}  // namespace

TEST_CASE("a body that broke off is asked for from where it did, if the server can vouch that it is the same file") {
  for (const Then then : {Then::close, Then::reset}) {
    const Resumed resumed{broken(5, "ETag: \"v1\"\r\nContent-Type: text/csv\r\n", then), rest("bytes 5-9/10", "fghij")};
    CHECK(body_of(resumed.answer) == "abcdefghij");
    CHECK(resumed.answer.value().content_type == "text/csv");
    CHECK(resumed.answer.value().etag == "\"v1\"");
    CHECK(resumed.answer.value().attempts == 2);
    CHECK(resumed.asked(1, "Range: bytes=5-"));
    CHECK(resumed.asked(1, "If-Range: \"v1\""));
  }
  const std::string dates = "Last-Modified: Sun, 22 Nov 2026 08:00:00 GMT\r\nDate: Sun, 22 Nov 2026 08:01:00 GMT\r\n";
  const Resumed by_date{broken(5, dates), rest("bytes 5-9/*", "fghij")};
  CHECK(body_of(by_date.answer) == "abcdefghij");
  CHECK(by_date.asked(1, "If-Range: Sun, 22 Nov 2026 08:00:00 GMT"));
}

TEST_CASE("a body may break off more than once") {
  const Script second{head("206 Partial Content", "Content-Range: bytes 5-9/10\r\nContent-Length: 5\r\n", "fg"), Then::close, {}};
  const Resumed resumed{broken(5, "ETag: \"v1\"\r\n"), second, rest("bytes 7-9/10", "hij")};
  CHECK(body_of(resumed.answer) == "abcdefghij");
  CHECK(resumed.asked(2, "Range: bytes=7-"));
  CHECK(resumed.answer.value().attempts == 3);
}

TEST_CASE("a packed body is continued as it came") {
  const std::string text(5'000, 'a');
  const std::string packed = test::gzip(text + "slut\n");
  const std::size_t half = packed.size() / 2;
  const std::string fields = "Content-Encoding: gzip\r\nETag: \"p\"\r\n";
  const std::string size = std::to_string(packed.size());
  const Script first{head("200 OK", fields + "Content-Length: " + size + "\r\n", packed.substr(0, half)), Then::close, {}};
  const std::string range = "bytes " + std::to_string(half) + "-" + std::to_string(packed.size() - 1) + "/" + size;
  const Resumed resumed{first, rest(range, packed.substr(half), fields)};
  CHECK((body_of(resumed.answer) == text + "slut\n"));
  CHECK(resumed.server.questions().size() == 2);
}

TEST_CASE("what cannot be continued is fetched from the start") {
  const std::string tag = "ETag: \"v1\"\r\n";
  // The file is another by now.
  const Resumed changed{broken(5, tag), {whole("0123456789"), Then::next, {}}};
  CHECK(body_of(changed.answer) == "0123456789");
  CHECK(changed.server.questions().size() == 2);
  // The server does not know the range, or answers with another one.
  const Script no_such_range{head("416 Range Not Satisfiable", "Content-Range: bytes */3\r\nContent-Length: 0\r\n"), Then::next, {}};
  for (const Script& second : {no_such_range, rest("bytes 4-9/10", "efghij"), rest("bytes 5-8/10", "fghi"), rest("bytes 5-9/10", "fghi"),
                               rest("bytes 5-9", "fghij"), rest("lines 5-9/10", "fghij"), rest("bytes 9-5/10", "fghij"),
                               rest("bytes 5-9/10", "fghij", "Content-Encoding: gzip\r\n")}) {
    const Resumed resumed{broken(5, tag), second};
    INFO(second.bytes);
    CHECK(body_of(resumed.answer) == "abcdefghij");
    REQUIRE(resumed.server.questions().size() == 3);
    CHECK(resumed.server.questions()[2].find("Range") == std::string::npos);
    CHECK(resumed.answer.value().attempts == 2);  // to be told that the rest cannot be had is no failure
  }
}

TEST_CASE("nobody asks for the rest of a file that may have changed") {
  const std::string recent = "Last-Modified: Sun, 22 Nov 2026 08:00:00 GMT\r\nDate: Sun, 22 Nov 2026 08:00:59 GMT\r\n";
  for (const std::string fields : {"", "ETag: W/\"v1\"\r\n", recent.c_str(), "Last-Modified: Sun, 22 Nov 2026 08:00:00 GMT\r\n"}) {
    const Resumed resumed{broken(5, fields), {whole("abcdefghij"), Then::next, {}}};
    CHECK(body_of(resumed.answer) == "abcdefghij");
    CHECK(resumed.server.questions().at(1).find("Range") == std::string::npos);
  }
}

TEST_CASE("a range that nobody asked for is a failure, and so is one beyond the limit") {
  HttpServer server{{{"/f", rest("bytes 0-9/20", "abcdefghij")}, {"/large", broken(5, "ETag: \"v\"\r\n")}}};
  server.then("/large", rest("bytes 5-1999/2000", std::string(1995, 'x')));
  CurlNetwork network;
  CHECK(argument(check_failure(test::one(network, request_of(server)), code::fetch_status), "status") == "206");
  Request capped = request_of(server, "/large");
  capped.max_bytes = 1000;
  check_failure(test::one(network, capped), code::wire_too_large);
}

TEST_CASE("a copy at hand is asked about, and kept when it is the newest") {
  HttpServer server{{{"/f", {head("304 Not Modified", "ETag: \"v2\"\r\n"), Then::next, {}}},
                     {"/g", {whole("new", "ETag: \"v3\"\r\n"), Then::next, {}}}}};
  CurlNetwork network;
  Request request = request_of(server);
  request.etag = "\"v1\"";
  request.last_modified = "Sun, 22 Nov 2026 08:00:00 GMT";
  const auto kept = test::one(network, request);
  CHECK(body_of(kept).empty());
  CHECK(kept.value().unchanged);
  CHECK(kept.value().etag == "\"v2\"");
  CHECK(kept.value().last_modified == request.last_modified);
  CHECK(server.questions()[0].find("\r\nIf-None-Match: \"v1\"\r\n") != std::string::npos);
  CHECK(server.questions()[0].find("\r\nIf-Modified-Since: Sun, 22 Nov 2026 08:00:00 GMT\r\n") != std::string::npos);
  request.url = server.url("/g");
  const auto fresh = test::one(network, request);
  CHECK(body_of(fresh) == "new");
  CHECK_FALSE(fresh.value().unchanged);
  CHECK(fresh.value().etag == "\"v3\"");
}

TEST_CASE("an unchanged file that nobody has is a failure, and so is one at the rest of a body") {
  HttpServer server{{{"/f", {head("304 Not Modified", ""), Then::next, {}}}}};
  CurlNetwork network;
  CHECK(argument(check_failure(test::one(network, request_of(server)), code::fetch_status), "status") == "304");
  Request injected = request_of(server);
  injected.etag = "\"v1\"\r\nX-Injected: 1";
  check_failure(test::one(network, injected), code::fetch_status);
  CHECK(server.questions().back().find("Injected") == std::string::npos);
  const Resumed resumed{broken(5, "ETag: \"v\"\r\n"), {head("304 Not Modified", ""), Then::next, {}}};
  check_failure(resumed.answer, code::fetch_status);
}

TEST_CASE("what passes is tried again until it works, or as often as was said") {
  for (const char* line : {"503 Service Unavailable", "500 Internal Server Error", "429 Too Many Requests", "408 Request Timeout"}) {
    HttpServer server{{{"/f", {head(line, "Content-Length: 0\r\n"), Then::next, {}}}}};
    server.then("/f", {whole("good"), Then::next, {}});
    CurlNetwork network;
    const auto answer = test::one(network, request_of(server));
    CHECK(body_of(answer) == "good");
    CHECK(answer.value().attempts == 2);
  }
  HttpServer server{{{"/f", {head("500 Internal Server Error", "Content-Length: 0\r\n"), Then::next, {}}},
                     {"/reset", {head("200 OK", "Content-Length: 9\r\n", "abc"), Then::reset, {}}}}};
  CurlNetwork network;
  Request request = request_of(server);
  request.connection.tries = 5;
  CHECK(argument(check_failure(test::one(network, request), code::fetch_status), "tries") == "5");
  CHECK(server.questions().size() == 5);
  CHECK(argument(check_failure(test::one(network, request_of(server, "/reset")), code::wire_broken), "tries") == "3");
}

TEST_CASE("what will not pass is not tried again") {
  const std::string none = "Content-Length: 0\r\n";
  const std::pair<std::string, Code> faults[] = {
      {head("404 Not Found", none), code::fetch_not_found},  {head("401 No", none), code::fetch_login_needed},
      {head("403 No", none), code::fetch_forbidden},         {head("501 No", none), code::fetch_status},
      {whole(std::string(100, 'x')), code::wire_too_large},  {whole(""), code::fetch_empty},
      {head("200 OK", "", "x"), code::fetch_length_unknown}, {"no HTTP\r\n", code::wire_bad_answer},
      {head("302 Found", "Location: ftp://h/\r\n" + none), code::wire_redirect_scheme}};
  for (const auto& [bytes, code] : faults) {
    HttpServer server{{{"/f", {bytes, Then::close, {}}}}};
    CurlNetwork network;
    Request request = request_of(server);
    request.max_bytes = 50;
    check_failure(test::one(network, request), code);
    CHECK(server.questions().size() == 1);
  }
}

TEST_CASE("Retry-After is honoured, and the server left alone meanwhile") {
  HttpServer server{{{"/f", {head("503 Service Unavailable", "Retry-After: 1\r\nContent-Length: 0\r\n"), Then::next, {}}},
                     {"/g", {whole("g"), Then::next, {}}}}};
  server.then("/f", {whole("f"), Then::next, {}});
  CurlNetwork network;
  std::vector<Request> requests{request_of(server)};
  for (int i = 0; i < 6; ++i) requests.push_back(request_of(server, "/g"));
  requests.front().connection.retry_wait = milliseconds{0};
  const auto begun = std::chrono::steady_clock::now();
  const auto answers = network.get(requests);
  CHECK(body_of(answers[0]) == "f");
  for (std::size_t i = 1; i < answers.size(); ++i) CHECK(body_of(answers[i]) == "g");
  CHECK(std::chrono::steady_clock::now() - begun >= milliseconds{990});
}

TEST_CASE("a time-out is of one try, and a slow server that gets well is waited for") {
  HttpServer server{{{"/f", {"", Then::hold, {}}}}};
  server.then("/f", {whole("good"), Then::next, {}});
  CurlNetwork network;
  Request request = request_of(server);
  request.connection.timeout = milliseconds{500};
  const auto answer = test::one(network, request);
  CHECK(body_of(answer) == "good");
  CHECK(answer.value().attempts == 2);
}

TEST_CASE("queueing takes nothing of a request's time, and no server is asked for more than four files at once") {
  HttpServer server{{}};
  std::vector<Request> requests;
  for (int i = 0; i < 12; ++i) {
    const std::string path = "/" + std::to_string(i);
    server.then(path, {whole(std::to_string(i)), Then::next, {}, milliseconds{300}});
    requests.push_back(request_of(server, path));
    requests.back().connection.timeout = milliseconds{700};
    requests.back().connection.tries = 1;
  }
  CurlNetwork network;
  const auto begun = std::chrono::steady_clock::now();
  const auto answers = network.get(requests);
  for (std::size_t i = 0; i < 12; ++i) CHECK(body_of(answers[i]) == std::to_string(i));
  CHECK(std::chrono::steady_clock::now() - begun < milliseconds{3'400});  // one after the other: 3.6 s
  CHECK(server.most_at_once() <= 4);
  CHECK(server.most_at_once() > 1);
}

TEST_CASE("several servers are asked at the same time, sixteen files in all, and one that hangs holds up nobody") {
  std::vector<std::unique_ptr<HttpServer>> servers;
  std::vector<Request> requests;
  for (int s = 0; s < 5; ++s) {
    servers.push_back(std::make_unique<HttpServer>(std::map<std::string, Script>{}));
    for (int i = 0; i < 4; ++i) {
      const std::string path = "/" + std::to_string(i);
      servers.back()->then(path, {whole("x"), Then::next, {}, milliseconds{100}});
      requests.push_back(request_of(*servers.back(), path));
    }
  }
  HttpServer hangs{{{"/f", {"", Then::hold, {}}}}};
  requests.insert(requests.begin(), request_of(hangs));
  requests.front().connection.timeout = milliseconds{500};
  requests.front().connection.tries = 1;
  CurlNetwork network;
  const auto answers = network.get(requests);
  check_failure(answers.front(), code::wire_timeout);
  for (std::size_t i = 1; i < answers.size(); ++i) CHECK(body_of(answers[i]) == "x");
}

TEST_CASE("no requests are no work") { CHECK(CurlNetwork{}.get({}).empty()); }

}  // namespace lagesbild::fetch
