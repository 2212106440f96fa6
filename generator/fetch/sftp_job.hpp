// One file over SFTP. libcurl believes any server unless it is told whom to believe, so known_hosts is required, and nothing is sent before
// the server's key has been found there. The user: in the address, or of a login with a password; with an identity that key is used alone.
#pragma once
#include <optional>
#include <string>

#include "fetch/get_job.hpp"
#include "wire/secret.hpp"

namespace lagesbild::fetch {

class SftpJob final : public FileJob {
 public:
  SftpJob(const Request& request, wire::Address address);
  std::string server() const override { return "sftp://" + address_.host + ":" + address_.port; }
  bool begin(wire::Easy& easy) override;
  Then end(wire::Easy& easy, CURLcode result) override;
  Result<Answer> take() override;

 private:
  enum class HostKey { not_seen, known, unknown, changed };
  const Request& request_;
  const wire::Address address_;
  std::string user_;
  std::optional<wire::Secret> password_;  // none: an identity
  std::string body_;
  int tries_ = 0;
  bool too_large_ = false;
  HostKey host_key_ = HostKey::not_seen;
  std::chrono::steady_clock::time_point begun_;
  std::optional<Failure> failure_;

  std::optional<Failure> unusable();
  Failure failure(Code code, std::vector<Argument> more = {}) const;
  Failure failure_of(const wire::Easy& easy, CURLcode result) const;
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* job) noexcept;
  static int on_host_key(CURL* easy, const curl_khkey* known, const curl_khkey* found, curl_khmatch match, void* job) noexcept;
};

}  // namespace lagesbild::fetch
