// Files over HTTP, HTTPS and SFTP through libcurl, all at once: at most four from each server and sixteen in total. libcurl calls many
// things success that are not (a body over the limit, half a gzip body, 204, a redirect to ftp); this class does not. Connections are kept
// between calls. A second thread that calls waits its turn.
//
// Choices that a reader may miss: only gzip is asked for, and an answer that is packed otherwise is refused; so is an answer that says
// neither its length nor that it comes in chunks, because its end cannot be told from a cut. Proxies of the environment and
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
