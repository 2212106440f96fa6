// HTTP and HTTPS through libcurl, which lives only in this stage. libcurl calls many things success that are not (a body over the limit,
// half a gzip body, 204, a redirect to ftp); this class does not. One transfer at a time (a second thread waits its turn), over connections
// that are kept between calls; to fetch in parallel, give each thread a CurlNetwork of its own.
//
// Choices that a reader may miss: no compression is asked for, and an answer that is compressed all the same is refused; so is an answer
// that says neither its length nor that it comes in chunks, because its end cannot be told from a cut. Proxies of the environment and
// .netrc are not used. With a ca_file only that is trusted, not the system's certificates as well.
#pragma once
#include <memory>

#include "base/effects.hpp"

namespace lagesbild::fetch {

inline constexpr int max_redirects = 3;

class CurlNetwork final : public Network {
 public:
  CurlNetwork();
  ~CurlNetwork() override;
  CurlNetwork(const CurlNetwork&) = delete;
  CurlNetwork& operator=(const CurlNetwork&) = delete;
  std::vector<Result<Answer>> get(const std::vector<Request>& requests) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace lagesbild::fetch
