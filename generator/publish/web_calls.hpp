// What the stores on web servers (WebDAV, S3) have in common: questions many at a time, and files that are read back as hashes.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "publish/manifest.hpp"
#include "source/publication.hpp"
#include "wire/exchange.hpp"

namespace lagesbild::publish {

class WebCalls {
 public:
  explicit WebCalls(const source::Target& target) : exchanges_(target.connection, target.location), shown_as_(target.location) {}

  Result<wire::Reply> ask(wire::Call call);
  // The first failure when there is one; the others may have been carried out.
  Result<std::vector<wire::Reply>> ask_all(std::vector<wire::Call> calls);
  // The text, or nothing when it is not there (404).
  Result<std::optional<std::string>> get(const std::string& url);
  // Those that are not there are left out.
  using UrlOf = std::function<std::string(const std::string& path)>;
  Result<std::vector<ManifestFile>> hash(const std::vector<std::string>& paths, const UrlOf& url_of);
  // What the server said no to.
  Failure refused(const wire::Call& call, int status) const;

 private:
  wire::Exchanges exchanges_;
  std::string shown_as_;
};

bool is_fine(int status);  // 2xx

}  // namespace lagesbild::publish
