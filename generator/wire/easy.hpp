// One question to a server through libcurl, set up from a Connection so that nothing of libcurl's own choosing is left: TLS 1.2 or later,
// certificates checked, no redirects followed, one protocol, no proxy or password from the environment or ~/.netrc.
// An option that cannot be set is remembered: a question that lacks one (the CA file, say) must not be asked.
#pragma once
#include <curl/curl.h>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "base/connection.hpp"
#include "wire/address.hpp"

namespace lagesbild::wire {

class Easy {
 public:
  Easy();
  Easy(const Easy&) = delete;
  Easy& operator=(const Easy&) = delete;
  CURL* handle() const { return handle_.get(); }

  // Forgets the last question, but not the connections, and sets what Connection and Address say; `left`: of the time for this attempt.
  void prepare(const Connection& connection, const Address& address, std::chrono::milliseconds left);
  template <class T>
  void set(CURLoption option, T value) {
    all_set_ = handle_ && (curl_easy_setopt)(handle_.get(), option, value) == CURLE_OK && all_set_;
  }
  void add_header(const std::string& line);  // "Name: value"
  // After everything is set: whether the question may be asked.
  bool complete();

  bool connected() const { return connected_; }                 // also through TLS
  const char* said() const { return said_.data(); }             // libcurl's own words: they may hold anything
  template <class T>
  T info(CURLINFO what) const {
    T value{};
    if (handle_) (curl_easy_getinfo)(handle_.get(), what, &value);
    return value;
  }

 private:
  struct FreeEasy { void operator()(CURL* easy) const { curl_easy_cleanup(easy); } };
  struct FreeList { void operator()(curl_slist* list) const { curl_slist_free_all(list); } };
  std::unique_ptr<curl_slist, FreeList> headers_;
  std::array<char, CURL_ERROR_SIZE> said_{};
  bool all_set_ = true;
  bool connected_ = false;
  std::unique_ptr<CURL, FreeEasy> handle_;

  static int on_connected(void* easy, char*, char*, int, int) noexcept;
  void prepare_tls(const Connection& connection);
};

// libcurl needs to be started once in the life of the process, before any handle and from one thread.
CURLcode start_libcurl();

// Whether the proxy is an address that may be used: http://host:port, without a user name or password.
std::optional<Failure> unusable_proxy(const Connection& connection);

}  // namespace lagesbild::wire
