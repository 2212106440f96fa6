// One Call until it has its Reply: with new tries for what passes. Used by Exchanges, and for the tokens of OAuth2.
#pragma once
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wire/call.hpp"
#include "wire/engine.hpp"
#include "wire/faults.hpp"
#include "wire/head.hpp"
#include "wire/login.hpp"

namespace lagesbild::wire {

class ExchangeJob final : public Job {
 public:
  ExchangeJob(const Connection& connection, Call call, Address address, Access access);
  std::string server() const override { return address_.scheme + "://" + address_.host + ":" + address_.port; }
  bool begin(Easy& easy) override;
  Then end(Easy& easy, CURLcode result) override;
  // When it is over.
  Result<Reply> take();

 private:
  struct CloseFile { void operator()(std::FILE* file) const { std::fclose(file); } };
  const Connection& connection_;
  Call call_;
  Address address_;
  Access access_;
  int tries_ = 0;
  std::chrono::steady_clock::time_point begun_;
  Head head_;
  std::string body_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::uint64_t size_ = 0, sent_ = 0;  // of what is sent
  std::optional<Failure> failure_;

  bool open_what_is_sent();
  void send(Easy& easy);
  Then try_again(std::optional<std::chrono::seconds> asked_for, Then::What what);
  static std::size_t on_header(char* data, std::size_t size, std::size_t count, void* job) noexcept;
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* job) noexcept;
  static std::size_t on_send(char* data, std::size_t size, std::size_t count, void* job) noexcept;
  static int on_seek(void* job, curl_off_t offset, int origin) noexcept;
};

}  // namespace lagesbild::wire
