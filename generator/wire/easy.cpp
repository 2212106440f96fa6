#include "wire/easy.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

constexpr long least_bytes_per_second = 100;

// libcurl reads 0 as "for ever" and refuses what does not fit an int.
template <class Duration>
long limit_of(Duration duration) {
  return static_cast<long>(std::clamp<std::int64_t>(duration.count(), 1, std::numeric_limits<int>::max()));
}

}  // namespace

CURLcode start_libcurl() {
  static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
  return result;
}

Easy::Easy() : handle_(start_libcurl() == CURLE_OK ? curl_easy_init() : nullptr) {}

int Easy::on_connected(void* easy, char*, char*, int, int) noexcept {
  static_cast<Easy*>(easy)->connected_ = true;
  return CURL_PREREQFUNC_OK;
}

void Easy::prepare(const Connection& connection, const Address& address, std::chrono::milliseconds left) {
  if (handle_) curl_easy_reset(handle_.get());
  headers_.reset();
  said_.fill('\0');
  all_set_ = handle_ != nullptr;
  connected_ = false;
  set(CURLOPT_ERRORBUFFER, said_.data());
  set(CURLOPT_URL, address.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, address.scheme.c_str());
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, connection.proxy.c_str());
  set(CURLOPT_NOPROXY, "");
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(CURLOPT_USERAGENT, "lagesbild");
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_HTTP09_ALLOWED, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, limit_of(left));
  set(CURLOPT_CONNECTTIMEOUT_MS, limit_of(connection.connect_timeout));
  set(CURLOPT_LOW_SPEED_LIMIT, least_bytes_per_second);
  set(CURLOPT_LOW_SPEED_TIME, limit_of(connection.stall_timeout));
  set(CURLOPT_PREREQFUNCTION, &Easy::on_connected);
  set(CURLOPT_PREREQDATA, this);
  prepare_tls(connection);
}

void Easy::prepare_tls(const Connection& connection) {
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!connection.ca_file.empty()) {
    set(CURLOPT_CAINFO, connection.ca_file.c_str());
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));  // else the system's folder is trusted as well
  }
  if (!connection.pinned_key.empty()) {
    // Without the prefix libcurl takes it for the name of a file.
    const std::string prefix = connection.pinned_key.starts_with("sha256//") ? "" : "sha256//";
    set(CURLOPT_PINNEDPUBLICKEY, (prefix + connection.pinned_key).c_str());
  }
  if (!connection.client_certificate.empty()) {
    set(CURLOPT_SSLCERT, connection.client_certificate.c_str());
    set(CURLOPT_SSLKEY, (connection.client_key.empty() ? connection.client_certificate : connection.client_key).c_str());
  }
}

void Easy::add_header(const std::string& line) {
  curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
  if (longer == nullptr) {
    all_set_ = false;
    return;
  }
  static_cast<void>(headers_.release());
  headers_.reset(longer);
}

bool Easy::complete() {
  set(CURLOPT_HTTPHEADER, headers_.get());
  return all_set_;
}

std::optional<Failure> unusable_proxy(const Connection& connection) {
  if (connection.proxy.empty()) return std::nullopt;
  const auto address = parse_address(connection.proxy, PlainHttp::allowed);
  if (address && address.value().scheme == "http") return std::nullopt;
  return Failure{code::wire_proxy_invalid, {{"proxy", masked(connection.proxy)}}, {}};
}

}  // namespace lagesbild::wire
