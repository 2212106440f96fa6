#include "wire/exchange.hpp"

#include <memory>
#include <numeric>
#include <utility>

#include "wire/codes.hpp"
#include "wire/exchange_job.hpp"

namespace lagesbild::wire {
namespace {

PlainHttp plain_http(const Connection& connection) { return connection.allow_http ? PlainHttp::allowed : PlainHttp::refused; }

Result<Address> web_address(const Connection& connection, const std::string& url) {
  auto address = parse_address(url, plain_http(connection));
  if (!address || address.value().scheme != "sftp") return address;
  return Failure{code::wire_url_scheme, {{"url", address.value().shown}, {"scheme", "sftp"}}, {}};
}

}  // namespace

Exchanges::Exchanges(Connection connection, const std::string& url, int at_once)
    : connection_(std::move(connection)), server_(web_address(connection_, url)), at_once_(at_once) {}

Result<Address> Exchanges::address_of(const Call& call) const {
  if (!server_) return server_.failure();
  auto address = web_address(connection_, call.url);
  if (!address || is_same_place(address.value(), server_.value())) return address;
  return Failure{code::wire_redirect_host, {{"url", server_.value().shown}, {"target", address.value().shown}}, {}};
}

Result<Access> Exchanges::access_to_server(const Result<Secret>* token) const {
  if (!server_) return server_.failure();
  if (token != nullptr && !token->ok()) return token->failure();
  return Access::of(connection_, server_.value(), token != nullptr ? &token->value() : nullptr);
}

std::vector<std::optional<Result<Reply>>> Exchanges::run(std::span<const Call> calls, const std::vector<std::size_t>& which) {
  std::vector<std::optional<Result<Reply>>> replies(calls.size());
  const auto unusable = unusable_proxy(connection_);
  if (!unusable) tokens_.fill(engine_, {&connection_});
  const Result<Secret>* token = tokens_.find(connection_);
  const auto access = access_to_server(token);
  std::vector<std::unique_ptr<ExchangeJob>> jobs(calls.size());
  std::vector<Job*> all;
  for (const std::size_t i : which) {
    auto address = address_of(calls[i]);
    if (!address) replies[i] = address.failure();
    else if (unusable) replies[i] = *unusable;
    else if (!access) replies[i] = access.failure();
    if (replies[i]) continue;
    jobs[i] = std::make_unique<ExchangeJob>(connection_, calls[i], std::move(address).value(), access.value());
    all.push_back(jobs[i].get());
  }
  engine_.run(all, {at_once_, at_once_});
  for (const std::size_t i : which) {
    if (jobs[i]) replies[i] = jobs[i]->take();
  }
  return replies;
}

std::vector<Result<Reply>> Exchanges::perform(std::span<const Call> calls) {
  std::vector<std::size_t> which(calls.size());
  std::iota(which.begin(), which.end(), std::size_t{0});
  auto replies = run(calls, which);
  if (connection_.login.kind == Login::Kind::oauth2) {
    std::erase_if(which, [&](std::size_t i) { return !replies[i]->ok() || replies[i]->value().status != 401; });
    if (!which.empty()) {
      tokens_.forget(connection_);
      auto again = run(calls, which);
      for (const std::size_t i : which) replies[i] = std::move(again[i]);
    }
  }
  std::vector<Result<Reply>> out;
  for (auto& reply : replies) out.push_back(std::move(*reply));
  return out;
}

Result<Reply> Exchanges::perform(const Call& call) { return std::move(perform(std::span{&call, 1}).front()); }

}  // namespace lagesbild::wire
