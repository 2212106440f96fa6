#include "fetch/http.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

#include "fetch/address.hpp"
#include "fetch/codes.hpp"
#include "fetch/transfer.hpp"

namespace lagesbild::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr long least_bytes_per_second = 100;

// libcurl needs this once in the life of the process, before any handle and from one thread: a static does just that.
CURLcode start_libcurl() {
  static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
  return result;
}

struct FreeEasy { void operator()(CURL* easy) const { curl_easy_cleanup(easy); } };
struct FreeList { void operator()(curl_slist* list) const { curl_slist_free_all(list); } };

// What is true of one hop, for the callbacks and for telling what went wrong.
struct Hop {
  const Request& request;
  const Address& first;
  const Address& address;
  milliseconds left;        // of request.timeout when the hop began
  Transfer transfer;
  bool connected = false;   // also through TLS
};

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* hop) noexcept {
  const std::string_view line{data, size * count};
  return static_cast<Hop*>(hop)->transfer.header(line) == Transfer::Next::go_on ? line.size() : line.size() + 1;
}

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* hop) noexcept {
  const std::string_view bytes{data, size * count};
  return static_cast<Hop*>(hop)->transfer.body(bytes) == Transfer::Next::go_on ? bytes.size() : bytes.size() + 1;
}

int on_connected(void* hop, char*, char*, int, int) noexcept {
  static_cast<Hop*>(hop)->connected = true;
  return CURL_PREREQFUNC_OK;
}

// libcurl reads 0 as "for ever" and refuses what does not fit an int.
template <class Duration>
long limit_of(Duration duration) {
  return static_cast<long>(std::clamp<std::int64_t>(duration.count(), 1, std::numeric_limits<int>::max()));
}

std::string duration_text(milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

bool set_options(CURL* easy, Hop& hop, curl_slist* headers) {
  bool all = true;
  const auto set = [&](CURLoption option, auto value) { all = (curl_easy_setopt)(easy, option, value) == CURLE_OK && all; };
  const Connection& request = hop.request.connection;
  curl_easy_reset(easy);  // options only: connections stay
  set(CURLOPT_URL, hop.address.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, hop.address.scheme.c_str());
  set(CURLOPT_FOLLOWLOCATION, 0L);  // get() follows, after looking
  set(CURLOPT_PROXY, "");
  set(CURLOPT_HTTPHEADER, headers);
  set(CURLOPT_USERAGENT, "lagesbild");
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_HTTP09_ALLOWED, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, limit_of(hop.left));
  set(CURLOPT_CONNECTTIMEOUT_MS, limit_of(request.connect_timeout));
  set(CURLOPT_LOW_SPEED_LIMIT, least_bytes_per_second);
  set(CURLOPT_LOW_SPEED_TIME, limit_of(request.stall_timeout));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!request.ca_file.empty()) {
    set(CURLOPT_CAINFO, request.ca_file.c_str());
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));  // else the system's folder is trusted as well
  }
  set(CURLOPT_HEADERFUNCTION, &on_header);
  set(CURLOPT_HEADERDATA, &hop);
  set(CURLOPT_WRITEFUNCTION, &on_body);
  set(CURLOPT_WRITEDATA, &hop);
  set(CURLOPT_PREREQFUNCTION, &on_connected);
  set(CURLOPT_PREREQDATA, &hop);
  return all;
}

Failure timeout_failure(const Hop& hop, steady_clock::time_point begun) {
  const std::string& url = hop.first.shown;
  if (!hop.connected && hop.request.connection.connect_timeout < hop.left) {
    return {code::fetch_connect_timeout,
            {{"url", url}, {"host", hop.address.host}, {"limit", duration_text(hop.request.connection.connect_timeout)}}, {}};
  }
  // libcurl has one code for both; it counts whole milliseconds.
  if (steady_clock::now() - begun < hop.left - milliseconds{10}) {
    return {code::fetch_slow, {{"url", url}, {"limit", duration_text(hop.request.connection.stall_timeout)}}, {}};
  }
  return {code::fetch_timeout, {{"url", url}, {"limit", duration_text(hop.request.connection.timeout)}}, {}};
}

Failure certificate_failure(CURL* easy, const Hop& hop) {
  constexpr long ok = 0, unspecified = 1, not_yet_valid = 9, expired = 10;  // as in openssl/x509_vfy.h
  long result = 0;
  curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
  Code code = code::fetch_certificate;
  if (result == ok || result == unspecified) code = code::fetch_certificate_host;  // the chain passed, then libcurl itself read the name
  if (result == not_yet_valid || result == expired) code = code::fetch_certificate_dates;
  return {code, {{"url", hop.first.shown}, {"host", hop.address.host}}, {}};
}

Failure connect_failure(CURL* easy, const Hop& hop) {
  long error = 0;
  curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &error);
  return {error == ECONNREFUSED ? code::fetch_refused : code::fetch_unreachable,
          {{"url", hop.first.shown}, {"host", hop.address.host}, {"port", hop.address.port}}, {}};
}

Failure failure_of(CURL* easy, CURLcode result, const Hop& hop, steady_clock::time_point begun) {
  const std::string& url = hop.first.shown;
  const std::string& host = hop.address.host;
  const std::string reason = std::string{curl_easy_strerror(result)} + ", " + std::to_string(result);
  switch (result) {
    case CURLE_URL_MALFORMAT: return {code::fetch_url_invalid, {{"url", url}}, {}};
    case CURLE_COULDNT_RESOLVE_HOST: return {code::fetch_unknown_host, {{"url", url}, {"host", host}}, {}};
    case CURLE_COULDNT_CONNECT: return connect_failure(easy, hop);
    case CURLE_OPERATION_TIMEDOUT: return timeout_failure(hop, begun);
    case CURLE_SSL_CONNECT_ERROR: return {code::fetch_tls, {{"url", url}, {"host", host}, {"reason", reason}}, {}};
    case CURLE_PEER_FAILED_VERIFICATION: return certificate_failure(easy, hop);
    case CURLE_SSL_CACERT_BADFILE: return {code::fetch_ca_file, {{"url", url}, {"path", hop.request.connection.ca_file}}, {}};
    case CURLE_PARTIAL_FILE: return {code::fetch_cut, {{"url", url}}, {}};
    case CURLE_GOT_NOTHING: return {code::fetch_no_answer, {{"url", url}}, {}};
    case CURLE_UNSUPPORTED_PROTOCOL:  // an answer without a status line; other protocols never come this far
    case CURLE_WEIRD_SERVER_REPLY: return {code::fetch_bad_answer, {{"url", url}}, {}};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return {code::fetch_broken, {{"url", url}, {"reason", reason}}, {}};
    default: return {code::fetch_failed, {{"url", url}, {"reason", reason}}, {}};
  }
}

}  // namespace

struct CurlNetwork::Impl {
  std::mutex one_at_a_time;
  CURLcode started = start_libcurl();
  std::unique_ptr<CURL, FreeEasy> easy{started == CURLE_OK ? curl_easy_init() : nullptr};
  std::unique_ptr<curl_slist, FreeList> headers{curl_slist_append(nullptr, "Accept-Encoding: identity")};

  std::optional<Failure> perform(Hop& hop);
  Result<Answer> get(const Request& request);
};

// Nothing when the answer is whole or a redirect.
std::optional<Failure> CurlNetwork::Impl::perform(Hop& hop) {
  if (!easy || !headers || !set_options(easy.get(), hop, headers.get())) {
    return Failure{code::fetch_failed, {{"url", hop.first.shown}, {"reason", "libcurl"}}, {}};
  }
  const auto begun = steady_clock::now();
  const CURLcode result = curl_easy_perform(easy.get());
  if (hop.transfer.verdict()) return hop.transfer.verdict();
  if (!hop.transfer.location().empty()) return std::nullopt;
  if (result != CURLE_OK) return failure_of(easy.get(), result, hop, begun);
  return hop.transfer.incomplete();
}

CurlNetwork::CurlNetwork() : impl_(std::make_unique<Impl>()) {}
CurlNetwork::~CurlNetwork() = default;

Result<Answer> CurlNetwork::Impl::get(const Request& request) {
  const auto first = parse_address(request.url, request.connection.allow_http ? PlainHttp::allowed : PlainHttp::refused);
  if (!first) return first.failure();
  const auto begun = steady_clock::now();
  Address address = first.value();
  for (int redirects = 0; redirects <= max_redirects; ++redirects) {
    const auto left = request.connection.timeout - std::chrono::duration_cast<milliseconds>(steady_clock::now() - begun);
    Hop hop{request, first.value(), address, left, Transfer{first.value().shown, request.max_bytes}};
    if (auto failure = perform(hop)) return *std::move(failure);
    Transfer& transfer = hop.transfer;
    if (transfer.location().empty()) return Answer{transfer.take_body(), transfer.content_type(), transfer.last_modified()};
    auto next = follow(first.value(), address, transfer.location());
    if (!next) return next.failure();
    address = std::move(next).value();
  }
  return Failure{code::fetch_redirect_too_many, {{"url", first.value().shown}, {"limit", std::to_string(max_redirects)}}, {}};
}

std::vector<Result<Answer>> CurlNetwork::get(const std::vector<Request>& requests) {
  const std::lock_guard lock{impl_->one_at_a_time};
  std::vector<Result<Answer>> answers;
  for (const Request& request : requests) answers.push_back(impl_->get(request));
  return answers;
}

}  // namespace lagesbild::fetch
