#include "fetch/get_job.hpp"

#include <utility>

#include "fetch/codes.hpp"
#include "fetch/http.hpp"
#include "wire/codes.hpp"
#include "wire/faults.hpp"
#include "wire/head.hpp"

namespace lagesbild::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* transfer) noexcept {
  const std::string_view line{data, size * count};
  return static_cast<Transfer*>(transfer)->header(line) == Transfer::Next::go_on ? line.size() : line.size() + 1;
}

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* transfer) noexcept {
  const std::string_view bytes{data, size * count};
  return static_cast<Transfer*>(transfer)->body(bytes) == Transfer::Next::go_on ? bytes.size() : bytes.size() + 1;
}

}  // namespace

GetJob::GetJob(const Request& request, wire::Address address, wire::Access access)
    : request_(request), first_(std::move(address)), address_(first_), access_(std::move(access)),
      transfer_(first_.shown, request.max_bytes, request.etag, request.last_modified) {}

bool GetJob::begin(wire::Easy& easy) {
  if (new_try_) {
    ++tries_;
    redirects_ = 0;
    used_ = milliseconds{0};
    address_ = first_;
    new_try_ = false;
  }
  failure_.reset();
  transfer_.begin(tries_);
  left_ = request_.connection.timeout - used_;
  begun_ = steady_clock::now();
  easy.prepare(request_.connection, address_, left_);
  easy.set(CURLOPT_HEADERFUNCTION, &on_header);
  easy.set(CURLOPT_HEADERDATA, &transfer_);
  easy.set(CURLOPT_WRITEFUNCTION, &on_body);
  easy.set(CURLOPT_WRITEDATA, &transfer_);
  for (const std::string& line : transfer_.question()) easy.add_header(line);
  if (wire::is_same_place(first_, address_)) access_.apply(easy, {});
  if (easy.complete()) return true;
  failure_ = Failure{code::wire_failed, {{"url", first_.shown}, {"reason", "libcurl"}}, {}};
  return false;
}

wire::Job::Then GetJob::follow() {
  auto next = wire::follow(first_, address_, transfer_.location());
  if (!next) failure_ = next.failure();
  else if (++redirects_ > max_redirects) {
    failure_ = Failure{code::wire_redirect_too_many, {{"url", first_.shown}, {"limit", std::to_string(max_redirects)}}, {}};
  }
  if (failure_) return {};
  address_ = std::move(next).value();
  return {Then::What::again, milliseconds{0}};
}

std::optional<Failure> GetJob::judge(const wire::Easy& easy, CURLcode result) {
  if (transfer_.verdict()) return transfer_.verdict();
  if (result == CURLE_OK) return transfer_.incomplete();
  return wire::failure_of(easy, result, {request_.connection, first_, address_, left_, begun_, tries_});
}

bool GetJob::may_pass() const {
  const Code code = failure_->code;
  const bool by_status = code == code::fetch_status || code == code::fetch_too_often || code == code::fetch_unavailable;
  if (by_status) return wire::is_passing(transfer_.status());
  return wire::is_passing(code) || code == code::fetch_packed_damaged;
}

wire::Job::Then GetJob::try_again() {
  if (!may_pass() || tries_ >= request_.connection.tries) return {};
  new_try_ = true;
  std::optional<std::chrono::seconds> asked_for;
  if (wire::is_passing(transfer_.status())) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    asked_for = wire::retry_after(transfer_.field("retry-after"), now);
  }
  const milliseconds wait = wire::wait_before_next(request_.connection, tries_, asked_for);
  return {asked_for ? Then::What::again_alone : Then::What::again, wait};
}

wire::Job::Then GetJob::end(wire::Easy& easy, CURLcode result) {
  used_ += std::chrono::duration_cast<milliseconds>(steady_clock::now() - begun_);
  if (!transfer_.verdict() && transfer_.from_the_start()) return {Then::What::again, milliseconds{0}};
  if (!transfer_.verdict() && !transfer_.location().empty()) return follow();
  failure_ = judge(easy, result);
  return failure_ ? try_again() : Then{};
}

bool GetJob::token_refused() const {
  return failure_ && failure_->code == code::fetch_login_needed && request_.connection.login.kind == Login::Kind::oauth2;
}

Result<Answer> GetJob::take() {
  if (failure_) {
    const bool named = request_.connection.login.kind != Login::Kind::none;
    if (named && failure_->code == code::fetch_login_needed) failure_->code = code::fetch_login_refused;
    return *failure_;
  }
  Answer answer;
  answer.unchanged = transfer_.unchanged();
  if (!answer.unchanged) answer.body = transfer_.take_body();
  answer.content_type = transfer_.field_of_whole("content-type");
  answer.last_modified = transfer_.field_of_whole("last-modified");
  answer.etag = transfer_.field_of_whole("etag");
  if (answer.unchanged && answer.etag.empty()) answer.etag = request_.etag;
  if (answer.unchanged && answer.last_modified.empty()) answer.last_modified = request_.last_modified;
  answer.attempts = tries_;
  return answer;
}

}  // namespace lagesbild::fetch
