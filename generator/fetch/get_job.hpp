// One file over HTTP(S), until it is here or has failed for good: through redirects on its server, from where it broke off, and from the
// start. The login goes with the question as long as it is to the very server that was named.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/effects.hpp"
#include "fetch/transfer.hpp"
#include "wire/engine.hpp"
#include "wire/login.hpp"

namespace lagesbild::fetch {

// What CurlNetwork has under way.
class FileJob : public wire::Job {
 public:
  virtual Result<Answer> take() = 0;               // when it is over
  virtual bool token_refused() const { return false; }
};

class GetJob final : public FileJob {
 public:
  GetJob(const Request& request, wire::Address address, wire::Access access);
  std::string server() const override { return address_.scheme + "://" + address_.host + ":" + address_.port; }
  bool begin(wire::Easy& easy) override;
  Then end(wire::Easy& easy, CURLcode result) override;
  Result<Answer> take() override;
  bool token_refused() const override;

 private:
  const Request& request_;
  const wire::Address first_;
  wire::Address address_;
  wire::Access access_;
  Transfer transfer_;
  int tries_ = 0, redirects_ = 0;
  bool new_try_ = true;
  std::chrono::milliseconds used_{0}, left_{0};    // of the time for this try: what is spent waiting for a slot is not
  std::chrono::steady_clock::time_point begun_;
  std::optional<Failure> failure_;

  Then follow();
  std::optional<Failure> judge(const wire::Easy& easy, CURLcode result);
  bool may_pass() const;
  Then try_again();
};

}  // namespace lagesbild::fetch
