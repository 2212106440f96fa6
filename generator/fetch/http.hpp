// HTTP and HTTPS through libcurl, which lives only in this stage. libcurl calls many things success that are not (a body over the limit,
// half a gzip body, 204, a redirect to ftp); this class does not.
#pragma once
#include "base/effects.hpp"

namespace lagesbild::fetch {

class CurlNetwork final : public Network {
 public:
  CurlNetwork();
  ~CurlNetwork() override;
  CurlNetwork(const CurlNetwork&) = delete;
  CurlNetwork& operator=(const CurlNetwork&) = delete;
  Result<Answer> get(const Request& request) override;
};

}  // namespace lagesbild::fetch
