#include "wire/faults.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <random>
#include <string_view>

#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

Failure timeout_failure(const Easy& easy, const Trip& trip, const std::string& tries) {
  const std::string& url = trip.first.shown;
  const Connection& connection = trip.connection;
  if (!easy.connected() && connection.connect_timeout < trip.left) {
    return {code::wire_connect_timeout,
            {{"url", url}, {"host", trip.address.host}, {"limit", duration_text(connection.connect_timeout)}, {"tries", tries}}, {}};
  }
  // libcurl has one code for both; it counts whole milliseconds.
  if (steady_clock::now() - trip.begun < trip.left - milliseconds{10}) {
    return {code::wire_slow, {{"url", url}, {"limit", duration_text(connection.stall_timeout)}, {"tries", tries}}, {}};
  }
  return {code::wire_timeout, {{"url", url}, {"limit", duration_text(connection.timeout)}, {"tries", tries}}, {}};
}

Failure certificate_failure(const Easy& easy, const Trip& trip) {
  constexpr long ok = 0, unspecified = 1, not_yet_valid = 9, expired = 10;  // as in openssl/x509_vfy.h
  const long result = easy.info<long>(CURLINFO_SSL_VERIFYRESULT);
  Code code = code::wire_certificate;
  if (result == ok || result == unspecified) code = code::wire_certificate_host;  // the chain passed, then libcurl itself read the name
  if (result == not_yet_valid || result == expired) code = code::wire_certificate_dates;
  return {code, {{"url", trip.first.shown}, {"host", trip.address.host}}, {}};
}

Failure connect_failure(const Easy& easy, const Trip& trip, const std::string& tries) {
  const std::string& url = trip.first.shown;
  if (!trip.connection.proxy.empty()) {
    return {code::wire_proxy_unreachable, {{"url", url}, {"proxy", masked(trip.connection.proxy)}, {"tries", tries}}, {}};
  }
  const bool refused = easy.info<long>(CURLINFO_OS_ERRNO) == ECONNREFUSED;
  return {refused ? code::wire_refused : code::wire_unreachable,
          {{"url", url}, {"host", trip.address.host}, {"port", trip.address.port}, {"tries", tries}}, {}};
}

Failure client_files_failure(const Trip& trip) {
  const Connection& connection = trip.connection;
  const bool key = ::access(connection.client_certificate.c_str(), R_OK) == 0 && !connection.client_key.empty();
  return {code::wire_client_files, {{"url", trip.first.shown}, {"path", key ? connection.client_key : connection.client_certificate}}, {}};
}

// The connection ended in the middle: by the network, by a proxy that refuses the way, or by a server that wants to see a certificate of
// ours (TLS 1.3 says so only after the client believes that all is well).
Failure broken_failure(const Easy& easy, const Trip& trip, const std::string& reason, const std::string& tries) {
  const std::string& url = trip.first.shown;
  const long proxy_status = easy.info<long>(CURLINFO_HTTP_CONNECTCODE);
  if (proxy_status >= 300) {
    return {code::wire_proxy_refused,
            {{"url", url}, {"proxy", masked(trip.connection.proxy)}, {"status", std::to_string(proxy_status)}}, {}};
  }
  if (std::string_view{easy.said()}.find("certificate required") != std::string_view::npos) {
    return {code::wire_client_wanted, {{"url", url}, {"host", trip.address.host}}, {}};
  }
  return {code::wire_broken, {{"url", url}, {"reason", reason}, {"tries", tries}}, {}};
}

}  // namespace

Failure failure_of(const Easy& easy, CURLcode result, const Trip& trip) {
  const std::string& url = trip.first.shown;
  const std::string& host = trip.address.host;
  const std::string tries = std::to_string(trip.tries);
  const std::string reason = std::string{curl_easy_strerror(result)} + ", " + std::to_string(result);
  switch (result) {
    case CURLE_URL_MALFORMAT: return {code::wire_url_invalid, {{"url", url}}, {}};
    case CURLE_COULDNT_RESOLVE_HOST: return {code::wire_unknown_host, {{"url", url}, {"host", host}, {"tries", tries}}, {}};
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT: return connect_failure(easy, trip, tries);
    case CURLE_OPERATION_TIMEDOUT: return timeout_failure(easy, trip, tries);
    case CURLE_SSL_CONNECT_ERROR: return {code::wire_tls, {{"url", url}, {"host", host}, {"reason", reason}}, {}};
    case CURLE_PEER_FAILED_VERIFICATION: return certificate_failure(easy, trip);
    case CURLE_SSL_CACERT_BADFILE: return {code::wire_ca_file, {{"url", url}, {"path", trip.connection.ca_file}}, {}};
    case CURLE_SSL_CERTPROBLEM: return client_files_failure(trip);
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return {code::wire_pinned_key, {{"url", url}, {"host", host}}, {}};
    case CURLE_PARTIAL_FILE: return {code::wire_cut, {{"url", url}, {"tries", tries}}, {}};
    case CURLE_GOT_NOTHING: return {code::wire_no_answer, {{"url", url}, {"tries", tries}}, {}};
    case CURLE_UNSUPPORTED_PROTOCOL:  // an answer without a status line; other protocols never come this far
    case CURLE_WEIRD_SERVER_REPLY: return {code::wire_bad_answer, {{"url", url}}, {}};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR: return broken_failure(easy, trip, reason, tries);
    default: return {code::wire_failed, {{"url", url}, {"reason", reason}}, {}};
  }
}

bool is_passing(Code code) {
  static constexpr Code passing[] = {code::wire_unknown_host,    code::wire_refused, code::wire_unreachable, code::wire_proxy_unreachable,
                                     code::wire_connect_timeout, code::wire_timeout, code::wire_slow,        code::wire_cut,
                                     code::wire_no_answer,       code::wire_broken};
  return std::find(std::begin(passing), std::end(passing), code) != std::end(passing);
}

milliseconds wait_before_next(const Connection& connection, int tries, std::optional<std::chrono::seconds> asked_for) {
  constexpr milliseconds longest = std::chrono::minutes{2};
  if (asked_for) return std::min<milliseconds>(*asked_for, longest);
  milliseconds wait = std::clamp(connection.retry_wait, milliseconds{0}, longest);
  for (int i = 1; i < tries && wait < longest; ++i) wait *= 2;
  wait = std::min(wait, longest);
  std::random_device seed;  // nothing that is published depends on it
  return std::uniform_int_distribution<milliseconds::rep>{wait.count() / 2, wait.count()}(seed) * milliseconds{1};
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1024;
  if (bytes != 0 && bytes % (kilo * kilo) == 0) return std::to_string(bytes / (kilo * kilo)) + " MB";
  if (bytes != 0 && bytes % kilo == 0) return std::to_string(bytes / kilo) + " kB";
  return std::to_string(bytes) + " B";
}

std::string duration_text(milliseconds time) {
  return time.count() % 1000 == 0 ? std::to_string(time.count() / 1000) + " s" : std::to_string(time.count()) + " ms";
}

}  // namespace lagesbild::wire
