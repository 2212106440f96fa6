#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "expect.hpp"
#include "fetch/codes.hpp"
#include "fetch/gunzip.hpp"
#include "fetch/http.hpp"
#include "gzip.hpp"
#include "http_server.hpp"
#include "wire/codes.hpp"

namespace lagesbild::fetch {
namespace {

using test::argument;
using test::body_of;
using test::check_failure;
using test::gzip;
using test::HttpServer;
using test::Then;

std::string packed_answer(const std::string& bytes, const std::string& fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n" + fields + "\r\n" + bytes;
}

std::string packed_chunks(const std::string& bytes, std::size_t size = 1000) {
  std::string out = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    const std::string part = bytes.substr(at, size);
    char length[20];
    std::snprintf(length, sizeof length, "%zx\r\n", part.size());
    out += length + part + "\r\n";
  }
  return out + "0\r\n\r\n";
}

Result<Answer> answer_to(const std::string& bytes, std::uint64_t max_bytes = 1000) {
  HttpServer server{{{"/f", {bytes, Then::close, {}}}}};
  CurlNetwork network;
  Request request;
  request.url = server.url("/f");
  request.connection.allow_http = true;
  request.connection.tries = 1;
  request.max_bytes = max_bytes;
  return test::one(network, request);
}

std::string noise(std::size_t size) {
  std::string out;
  std::uint32_t state = 1;
  while (out.size() < size) out += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return out;
}

}  // namespace

TEST_CASE("a packed answer is unpacked, by length and in chunks") {
  CHECK(body_of(answer_to(packed_answer(gzip("a;b\n1;2\n")))) == "a;b\n1;2\n");
  const std::string large = noise(200'000);
  CHECK((body_of(answer_to(packed_chunks(gzip(large), 777), 300'000)) == large));
  CHECK(body_of(answer_to(packed_answer(gzip("x"), "X: y\r\n"), 1000)) == "x");
}

TEST_CASE("a packed answer that is cut, damaged or goes on after its end is refused") {
  const std::string whole = gzip(noise(500));
  for (const std::size_t size : {std::size_t{1}, std::size_t{9}, whole.size() / 2, whole.size() - 8, whole.size() - 1}) {
    check_failure(answer_to(packed_answer(whole.substr(0, size))), code::fetch_packed_damaged);
    check_failure(answer_to(packed_chunks(whole.substr(0, size))), code::fetch_packed_damaged);
  }
  for (const std::size_t at : {std::size_t{0}, whole.size() / 2, whole.size() - 6, whole.size() - 1}) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    check_failure(answer_to(packed_answer(damaged)), code::fetch_packed_damaged);
  }
  check_failure(answer_to(packed_answer("a;b\n1;2\n")), code::fetch_packed_damaged);
  check_failure(answer_to(packed_answer(whole + "x")), code::fetch_packed_more);
  check_failure(answer_to(packed_chunks(whole + gzip("more"), 5)), code::fetch_packed_more);
  check_failure(answer_to(packed_answer(gzip(""))), code::fetch_empty);
}

TEST_CASE("a bomb is stopped at the limit, with and without a length") {
  const std::string bomb = gzip(std::string(50'000'000, '0'));
  REQUIRE(bomb.size() < 60'000);
  CHECK(argument(check_failure(answer_to(packed_answer(bomb), 1U << 20), code::wire_too_large), "limit") == "1 MB");
  check_failure(answer_to(packed_chunks(bomb), 1U << 20), code::wire_too_large);
  // The bytes on their way count too.
  const std::string dense = noise(5'000);
  check_failure(answer_to(packed_chunks(gzip(dense)), 4'999), code::wire_too_large);
}

TEST_CASE("unpacking gives the same however the bytes are divided") {
  const std::string text = noise(3'000) + std::string(200'000, 'x');
  const std::string packed = gzip(text);
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, packed.size()}) {
    Gunzip gunzip;
    std::string out;
    for (std::size_t at = 0; at < packed.size(); at += step) gunzip.add(packed.substr(at, step), out, text.size());
    CHECK(gunzip.state() == Gunzip::State::whole);
    CHECK((out == text));
    std::string none;
    CHECK(gunzip.add("x", none, 10) == Gunzip::State::more_after_the_end);
  }
  Gunzip capped;
  std::string out;
  CHECK(capped.add(packed, out, text.size() - 1) == Gunzip::State::too_large);
  CHECK(out.size() < text.size());
}

}  // namespace lagesbild::fetch
