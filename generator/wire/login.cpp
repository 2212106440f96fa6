#include "wire/login.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <utility>

#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

// What would end its line, or mean something else there, would let whoever writes the settings send any header at all.
bool is_usable(const Login& login) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::any_of(login.user.begin(), login.user.end(), control)) return false;
  if (login.kind == Login::Kind::basic) return login.user.find(':') == std::string::npos;
  if (login.kind == Login::Kind::header) return !login.header.empty() && std::all_of(login.header.begin(), login.header.end(), is_word);
  if (login.kind == Login::Kind::signature) return !login.region.empty() && std::all_of(login.region.begin(), login.region.end(), is_word);
  return true;
}

}  // namespace

bool is_this_machine(const Address& address) {
  return address.host == "localhost" || address.host == "127.0.0.1" || address.host == "[::1]";
}

bool is_same_place(const Address& a, const Address& b) { return a.scheme == b.scheme && a.host == b.host && a.port == b.port; }

Result<Access> Access::of(const Connection& connection, const Address& address, const Secret* token) {
  const Login& login = connection.login;
  if (login.kind == Login::Kind::none) return Access{login, {}};
  if (!is_usable(login)) return Failure{code::wire_login_unusable, {{"url", address.shown}}, {}};
  const bool in_the_open = address.scheme == "http" && (!is_this_machine(address) || !connection.proxy.empty());
  if (in_the_open && login.kind != Login::Kind::signature) return Failure{code::wire_login_in_the_open, {{"url", address.shown}}, {}};
  if (login.kind == Login::Kind::oauth2) {
    if (token == nullptr) return Failure{code::wire_secret_none, {{"url", address.shown}}, {}};
    return Access{login, *token};
  }
  auto secret = read_secret(login.secret, address.shown);
  if (!secret) return secret.failure();
  return Access{login, std::move(secret).value()};
}

void Access::apply(Easy& easy, const std::string& sha256) const {
  if (!secret_) return;
  const std::string secret{secret_->reveal()};
  switch (login_.kind) {
    case Login::Kind::none: break;
    case Login::Kind::basic: easy.add_header("Authorization: Basic " + base64(login_.user + ":" + secret)); break;
    case Login::Kind::bearer:
    case Login::Kind::oauth2: easy.add_header("Authorization: Bearer " + secret); break;
    case Login::Kind::header: easy.add_header(login_.header + ": " + secret); break;
    case Login::Kind::signature:
      easy.set(CURLOPT_AWS_SIGV4, ("aws:amz:" + login_.region + ":s3").c_str());
      easy.set(CURLOPT_USERNAME, login_.user.c_str());
      easy.set(CURLOPT_PASSWORD, secret.c_str());
      easy.add_header("x-amz-content-sha256: " + sha256);
      break;
  }
}

}  // namespace lagesbild::wire
