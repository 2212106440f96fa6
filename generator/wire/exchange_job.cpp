#include "wire/exchange_job.hpp"

#include <algorithm>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/hash.hpp"
#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

std::string hash_of(std::FILE* file) {
  Sha256 hash;
  std::string buffer(64U << 10, '\0');
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file)) hash.add(std::string_view{buffer}.substr(0, got));
  std::rewind(file);
  return hash.hex();
}

}  // namespace

ExchangeJob::ExchangeJob(const Connection& connection, Call call, Address address, Access access)
    : connection_(connection), call_(std::move(call)), address_(std::move(address)), access_(std::move(access)) {}

std::size_t ExchangeJob::on_header(char* data, std::size_t size, std::size_t count, void* job) noexcept {
  ExchangeJob& self = *static_cast<ExchangeJob*>(job);
  if (self.head_.add({data, size * count}) != Head::Line::too_long) return size * count;
  self.failure_ = Failure{code::wire_bad_answer, {{"url", self.address_.shown}}, {}};
  return size * count + 1;
}

std::size_t ExchangeJob::on_body(char* data, std::size_t size, std::size_t count, void* job) noexcept {
  ExchangeJob& self = *static_cast<ExchangeJob*>(job);
  if (size * count <= self.call_.max_bytes - self.body_.size()) {
    self.body_.append(data, size * count);
    return size * count;
  }
  self.failure_ = Failure{code::wire_too_large, {{"url", self.address_.shown}, {"limit", size_text(self.call_.max_bytes)}}, {}};
  return size * count + 1;
}

std::size_t ExchangeJob::on_send(char* data, std::size_t size, std::size_t count, void* job) noexcept {
  ExchangeJob& self = *static_cast<ExchangeJob*>(job);
  std::size_t given = static_cast<std::size_t>(std::min<std::uint64_t>(size * count, self.size_ - self.sent_));
  if (self.file_) {
    given = std::fread(data, 1, given, self.file_.get());
    if (std::ferror(self.file_.get()) != 0) return CURL_READFUNC_ABORT;
  } else {
    std::memcpy(data, self.call_.body.data() + self.sent_, given);
  }
  self.sent_ += given;
  return given;
}

int ExchangeJob::on_seek(void* job, curl_off_t offset, int origin) noexcept {
  ExchangeJob& self = *static_cast<ExchangeJob*>(job);
  if (origin != SEEK_SET || offset < 0 || static_cast<std::uint64_t>(offset) > self.size_) return CURL_SEEKFUNC_CANTSEEK;
  if (self.file_ && std::fseek(self.file_.get(), static_cast<long>(offset), SEEK_SET) != 0) return CURL_SEEKFUNC_FAIL;
  self.sent_ = static_cast<std::uint64_t>(offset);
  return CURL_SEEKFUNC_OK;
}

bool ExchangeJob::open_what_is_sent() {
  sent_ = 0;
  size_ = call_.body.size();
  if (!call_.file.empty()) {
    std::error_code error;
    size_ = std::filesystem::file_size(call_.file, error);
    file_.reset(error ? nullptr : std::fopen(call_.file.c_str(), "rbe"));
    if (!file_) return false;
  }
  if (call_.sha256.empty() && access_.signs()) call_.sha256 = file_ ? hash_of(file_.get()) : sha256_hex(call_.body);
  return true;
}

void ExchangeJob::send(Easy& easy) {
  const bool sends = size_ > 0 || call_.method == "PUT" || call_.method == "POST";
  if (sends) {
    easy.set(CURLOPT_UPLOAD, 1L);
    easy.set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size_));
    easy.set(CURLOPT_READFUNCTION, &ExchangeJob::on_send);
    easy.set(CURLOPT_READDATA, this);
    easy.set(CURLOPT_SEEKFUNCTION, &ExchangeJob::on_seek);
    easy.set(CURLOPT_SEEKDATA, this);
    // No round trip, and no second's wait for servers that do not answer it. libcurl would sign a header that it leaves out.
    if (access_.signs()) easy.set(CURLOPT_EXPECT_100_TIMEOUT_MS, 1L);
    else easy.add_header("Expect:");
  } else if (call_.method == "HEAD") {
    easy.set(CURLOPT_NOBODY, 1L);
  }
  if (call_.method != "GET" || sends) easy.set(CURLOPT_CUSTOMREQUEST, call_.method.c_str());
}

bool ExchangeJob::begin(Easy& easy) {
  ++tries_;
  head_ = {};
  body_.clear();
  failure_.reset();
  begun_ = std::chrono::steady_clock::now();
  if (!open_what_is_sent()) {
    failure_ = Failure{code::wire_file_unreadable, {{"path", call_.file.string()}}, {}};
    return false;
  }
  easy.prepare(connection_, address_, connection_.timeout);
  easy.set(CURLOPT_HEADERFUNCTION, &ExchangeJob::on_header);
  easy.set(CURLOPT_HEADERDATA, this);
  easy.set(CURLOPT_WRITEFUNCTION, &ExchangeJob::on_body);
  easy.set(CURLOPT_WRITEDATA, this);
  send(easy);
  for (const std::string& line : call_.headers) easy.add_header(line);
  access_.apply(easy, call_.sha256);
  if (easy.complete()) return true;
  failure_ = Failure{code::wire_failed, {{"url", address_.shown}, {"reason", "libcurl"}}, {}};
  return false;
}

Job::Then ExchangeJob::try_again(std::optional<std::chrono::seconds> asked_for, Then::What what) {
  if (tries_ >= connection_.tries) return {};
  return {what, wait_before_next(connection_, tries_, asked_for)};
}

Job::Then ExchangeJob::end(Easy& easy, CURLcode result) {
  file_.reset();
  if (failure_) return {};  // ours: libcurl only knows that it was stopped
  // A server that says no before it has read everything may break the connection: its answer is worth more than how it ended.
  const bool said_no = result == CURLE_SEND_ERROR && head_.status() >= 400;
  const bool answered = head_.ended() && !head_.malformed() && (result == CURLE_OK || said_no);
  if (!answered) {
    const Trip trip{connection_, address_, address_, connection_.timeout, begun_, tries_};
    const bool cut = result == CURLE_OK && !head_.ended();
    if (cut) failure_ = Failure{code::wire_cut, {{"url", address_.shown}, {"tries", std::to_string(tries_)}}, {}};
    else if (result == CURLE_OK) failure_ = Failure{code::wire_bad_answer, {{"url", address_.shown}}, {}};
    else failure_ = failure_of(easy, result, trip);
    return is_passing(failure_->code) ? try_again({}, Then::What::again) : Then{};
  }
  if (!is_passing(head_.status())) return {};
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto asked_for = retry_after(head_.field("retry-after"), now);
  return try_again(asked_for, asked_for ? Then::What::again_alone : Then::What::again);
}

Result<Reply> ExchangeJob::take() {
  if (failure_) return *failure_;
  return Reply{head_.status(), head_.fields(), std::move(body_), tries_};
}

}  // namespace lagesbild::wire
