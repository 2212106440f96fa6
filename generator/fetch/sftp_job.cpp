#include "fetch/sftp_job.hpp"

#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "fetch/codes.hpp"
#include "wire/codes.hpp"
#include "wire/faults.hpp"

namespace lagesbild::fetch {
namespace {

bool is_readable(const std::string& path) { return ::access(path.c_str(), R_OK) == 0; }

// Whether the file holds an RSA key, in the old form or in OpenSSH's own. Only the part of it that is public is looked at.
bool is_rsa(const std::string& path) {
  std::ifstream in{path};
  std::string first, second, third;
  std::getline(in, first);
  if (first.find("BEGIN RSA ") != std::string::npos) return true;
  if (first.find("BEGIN OPENSSH ") == std::string::npos) return false;
  std::getline(in, second);
  std::getline(in, third);
  std::string packed = second + third;
  packed.resize(packed.size() / 4 * 4);
  std::string bytes(packed.size() + 1, '\0');
  EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), reinterpret_cast<const unsigned char*>(packed.data()),
                  static_cast<int>(packed.size()));
  return bytes.find("ssh-rsa") != std::string::npos;
}

}  // namespace

SftpJob::SftpJob(const Request& request, wire::Address address) : request_(request), address_(std::move(address)), user_(address_.user) {
  if (user_.empty()) user_ = request_.connection.login.user;
  failure_ = unusable();
}

Failure SftpJob::failure(Code code, std::vector<Argument> more) const {
  Failure out{code, {{"url", address_.shown}}, {}};
  std::move(more.begin(), more.end(), std::back_inserter(out.arguments));
  return out;
}

std::optional<Failure> SftpJob::unusable() {
  const Connection& connection = request_.connection;
  if (address_.url.ends_with('/') || address_.url.find('?') != std::string::npos) return failure(code::fetch_sftp_folder);
  if (connection.known_hosts.empty() || !is_readable(connection.known_hosts)) {
    return failure(code::fetch_sftp_known_hosts, {{"path", connection.known_hosts.empty() ? "-" : connection.known_hosts}});
  }
  if (user_.empty()) return failure(code::fetch_sftp_user);
  if (!connection.identity.empty()) {
    if (!is_readable(connection.identity)) return failure(code::fetch_sftp_identity, {{"path", connection.identity}});
    if (is_rsa(connection.identity)) return failure(code::fetch_sftp_rsa, {{"path", connection.identity}});
    return std::nullopt;
  }
  auto secret = wire::read_secret(connection.login.secret, address_.shown);
  if (!secret) return secret.failure();
  password_ = std::move(secret).value();
  return std::nullopt;
}

std::size_t SftpJob::on_body(char* data, std::size_t size, std::size_t count, void* job) noexcept {
  SftpJob& self = *static_cast<SftpJob*>(job);
  self.too_large_ = size * count > self.request_.max_bytes - self.body_.size();
  if (self.too_large_) return size * count + 1;
  self.body_.append(data, size * count);
  return size * count;
}

int SftpJob::on_host_key(CURL*, const curl_khkey*, const curl_khkey*, curl_khmatch match, void* job) noexcept {
  SftpJob& self = *static_cast<SftpJob*>(job);
  self.host_key_ = match == CURLKHMATCH_OK ? HostKey::known : match == CURLKHMATCH_MISMATCH ? HostKey::changed : HostKey::unknown;
  return match == CURLKHMATCH_OK ? CURLKHSTAT_FINE : CURLKHSTAT_REJECT;
}

bool SftpJob::begin(wire::Easy& easy) {
  if (tries_ == 0 && failure_) return false;
  ++tries_;
  failure_.reset();
  body_.clear();
  too_large_ = false;
  host_key_ = HostKey::not_seen;
  const Connection& connection = request_.connection;
  begun_ = std::chrono::steady_clock::now();
  easy.prepare(connection, address_, connection.timeout);
  easy.set(CURLOPT_PROXY, "");  // a web proxy has no part in this
  easy.set(CURLOPT_FRESH_CONNECT, 1L);  // libcurl would lend a connection to who has another key, or believes other servers
  easy.set(CURLOPT_FORBID_REUSE, 1L);
  easy.set(CURLOPT_WRITEFUNCTION, &SftpJob::on_body);
  easy.set(CURLOPT_WRITEDATA, this);
  easy.set(CURLOPT_SSH_KNOWNHOSTS, connection.known_hosts.c_str());
  easy.set(CURLOPT_SSH_KEYFUNCTION, &SftpJob::on_host_key);
  easy.set(CURLOPT_SSH_KEYDATA, this);
  easy.set(CURLOPT_USERNAME, user_.c_str());
  if (password_) {
    easy.set(CURLOPT_SSH_AUTH_TYPES, static_cast<long>(CURLSSH_AUTH_PASSWORD));
    easy.set(CURLOPT_PASSWORD, std::string{password_->reveal()}.c_str());
  } else {
    easy.set(CURLOPT_SSH_AUTH_TYPES, static_cast<long>(CURLSSH_AUTH_PUBLICKEY));
    easy.set(CURLOPT_SSH_PRIVATE_KEYFILE, connection.identity.c_str());
    easy.set(CURLOPT_SSH_PUBLIC_KEYFILE, "");  // worked out from the private one
  }
  if (easy.complete()) return true;
  failure_ = failure(code::wire_failed, {{"reason", "libcurl"}});
  return false;
}

Failure SftpJob::failure_of(const wire::Easy& easy, CURLcode result) const {
  const Connection& connection = request_.connection;
  const auto about_key = [&](Code code) { return failure(code, {{"host", address_.host}, {"path", connection.known_hosts}}); };
  if (too_large_) return failure(code::wire_too_large, {{"limit", wire::size_text(request_.max_bytes)}});
  if (host_key_ == HostKey::unknown) return about_key(code::fetch_sftp_host_unknown);
  if (host_key_ == HostKey::changed) return about_key(code::fetch_sftp_host_changed);
  switch (result) {
    case CURLE_FAILED_INIT:
    case CURLE_SSH:
      // libssh2 asks for a key of the kinds that known_hosts has, so a server without one of them never shows its own.
      if (host_key_ == HostKey::not_seen) return about_key(code::fetch_sftp_exchange);
      return wire::failure_of(easy, result, {connection, address_, address_, connection.timeout, begun_, tries_});
    case CURLE_LOGIN_DENIED: return failure(code::fetch_sftp_login, {{"user", user_}});
    case CURLE_REMOTE_FILE_NOT_FOUND: return failure(code::fetch_sftp_missing);
    case CURLE_REMOTE_ACCESS_DENIED: return failure(code::fetch_sftp_forbidden, {{"user", user_}});
    default: return wire::failure_of(easy, result, {connection, address_, address_, connection.timeout, begun_, tries_});
  }
}

wire::Job::Then SftpJob::end(wire::Easy& easy, CURLcode result) {
  if (result != CURLE_OK) failure_ = failure_of(easy, result);
  else if (body_.empty()) failure_ = failure(code::fetch_empty);
  if (!failure_ || !wire::is_passing(failure_->code) || tries_ >= request_.connection.tries) return {};
  return {Then::What::again, wire::wait_before_next(request_.connection, tries_, {})};
}

Result<Answer> SftpJob::take() {
  if (failure_) return *failure_;
  Answer answer;
  answer.body = std::move(body_);
  answer.attempts = tries_;
  return answer;
}

}  // namespace lagesbild::fetch
