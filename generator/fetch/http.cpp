#include "fetch/http.hpp"

#include <mutex>
#include <numeric>
#include <optional>
#include <utility>

#include "fetch/get_job.hpp"
#include "fetch/sftp_job.hpp"
#include "wire/address.hpp"
#include "wire/engine.hpp"
#include "wire/token.hpp"

namespace lagesbild::fetch {
namespace {

using wire::PlainHttp;

Result<std::unique_ptr<FileJob>> job_of(const Request& request, const wire::Tokens& tokens) {
  const Connection& connection = request.connection;
  auto address = wire::parse_address(request.url, connection.allow_http ? PlainHttp::allowed : PlainHttp::refused);
  if (!address) return address.failure();
  if (address.value().scheme == "sftp") return std::unique_ptr<FileJob>{new SftpJob{request, std::move(address).value()}};
  if (auto unusable = wire::unusable_proxy(connection)) return *std::move(unusable);
  const Result<wire::Secret>* token = tokens.find(connection);
  if (token != nullptr && !token->ok()) return token->failure();
  auto access = wire::Access::of(connection, address.value(), token != nullptr ? &token->value() : nullptr);
  if (!access) return access.failure();
  return std::unique_ptr<FileJob>{new GetJob{request, std::move(address).value(), std::move(access).value()}};
}

}  // namespace

struct CurlNetwork::Impl {
  std::mutex one_at_a_time;
  wire::Engine engine;
  wire::Tokens tokens;

  using Answers = std::vector<std::optional<Result<Answer>>>;
  // Those of `which`; returns those whose token was not taken.
  std::vector<std::size_t> run(const std::vector<Request>& requests, const std::vector<std::size_t>& which, Answers& answers);
};

std::vector<std::size_t> CurlNetwork::Impl::run(const std::vector<Request>& requests, const std::vector<std::size_t>& which,
                                                Answers& answers) {
  std::vector<const Connection*> connections;
  for (const std::size_t i : which) connections.push_back(&requests[i].connection);
  tokens.fill(engine, connections);
  std::vector<std::unique_ptr<FileJob>> jobs(requests.size());
  std::vector<wire::Job*> all;
  for (const std::size_t i : which) {
    auto job = job_of(requests[i], tokens);
    if (!job) {
      answers[i] = job.failure();
      continue;
    }
    jobs[i] = std::move(job).value();
    all.push_back(jobs[i].get());
  }
  engine.run(all, {});
  std::vector<std::size_t> refused;
  for (const std::size_t i : which) {
    if (!jobs[i]) continue;
    if (jobs[i]->token_refused()) refused.push_back(i);
    answers[i] = jobs[i]->take();
  }
  return refused;
}

CurlNetwork::CurlNetwork() : impl_(std::make_unique<Impl>()) {}
CurlNetwork::~CurlNetwork() = default;

std::vector<Result<Answer>> CurlNetwork::get(const std::vector<Request>& requests) {
  const std::lock_guard lock{impl_->one_at_a_time};
  Impl::Answers answers(requests.size());
  std::vector<std::size_t> which(requests.size());
  std::iota(which.begin(), which.end(), std::size_t{0});
  const std::vector<std::size_t> refused = impl_->run(requests, which, answers);
  for (const std::size_t i : refused) impl_->tokens.forget(requests[i].connection);
  if (!refused.empty()) impl_->run(requests, refused, answers);
  std::vector<Result<Answer>> out;
  for (auto& answer : answers) out.push_back(std::move(*answer));
  return out;
}

}  // namespace lagesbild::fetch
