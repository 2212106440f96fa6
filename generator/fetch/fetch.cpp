#include "fetch/fetch.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/hash.hpp"
#include "fetch/codes.hpp"

namespace lagesbild::fetch {
namespace {

Result<std::string> get_bytes(const source::Source& source, const std::filesystem::path& folder, Effects& effects) {
  if (source.kind == source::Source::Kind::file) return effects.disk.read(folder / source.location);
  Request request;
  request.url = source.location;
  request.connection = source.connection;
  request.max_bytes = source.max_bytes;
  auto answer = std::move(effects.network.get({request}).front());
  if (!answer) return answer.failure();
  return std::move(std::move(answer).value().body);
}

}  // namespace

std::vector<Copy> fetch_all(const source::Configuration& configuration, Effects& effects, Diagnostics& diagnostics) {
  std::vector<Copy> copies;
  for (const source::Source& source : configuration.sources) {
    auto bytes = get_bytes(source, configuration.site.folder, effects);
    if (!bytes) {
      Diagnostic complaint = bytes.failure().diagnostic();
      if (complaint.place.file.empty()) complaint.place = source.place;  // whoever mends it opens sources.yaml
      diagnostics.add(std::move(complaint));
      continue;
    }
    Copy copy;
    copy.source = &source;
    copy.shown_as = source.kind == source::Source::Kind::url ? source.location.substr(0, source.location.find('?'))
                                  : (configuration.site.folder / source.location).lexically_normal().string();
    copy.bytes = std::move(bytes).value();
    copy.sha256 = sha256_hex(copy.bytes);
    copies.push_back(std::move(copy));
  }
  return copies;
}

bool outside_world_failed(const Diagnostics& diagnostics) {
  static constexpr Code own_mistakes[] = {code::fetch_url_no_scheme,   code::fetch_url_scheme,       code::fetch_url_invalid,
                                          code::fetch_url_credentials, code::fetch_http_not_allowed, code::fetch_ca_file};
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& d) {
    return d.severity == Severity::error && d.code.id.starts_with("fetch-") &&
           std::find(std::begin(own_mistakes), std::end(own_mistakes), d.code) == std::end(own_mistakes);
  });
}

}  // namespace lagesbild::fetch
