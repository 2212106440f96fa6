#include "publish/web_calls.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

constexpr std::uint64_t largest_file = 1ULL << 30;
constexpr std::size_t read_at_a_time = 16;  // their bytes are in memory at once

wire::Call getting(std::string url) {
  wire::Call call;
  call.url = std::move(url);
  call.headers = {"Cache-Control: no-cache"};  // what lies there, not what somebody on the way remembers
  call.max_bytes = largest_file;
  return call;
}

}  // namespace

bool is_fine(int status) { return status >= 200 && status < 300; }

Failure WebCalls::refused(const wire::Call& call, int status) const {
  const std::string asked = call.method + " " + call.url.substr(0, call.url.find('?'));
  const Code code = status == 401 || status == 403 ? code::publish_web_forbidden
                    : status == 507                ? code::publish_web_full
                                                   : code::publish_web_refused;
  return {code, {{"path", shown_as_}, {"asked", asked}, {"status", std::to_string(status)}}, {}};
}

Result<wire::Reply> WebCalls::ask(wire::Call call) { return exchanges_.perform(call); }

Result<std::vector<wire::Reply>> WebCalls::ask_all(std::vector<wire::Call> calls) {
  std::vector<wire::Reply> replies;
  for (Result<wire::Reply>& reply : exchanges_.perform(calls)) {
    if (!reply) return reply.failure();
    replies.push_back(std::move(reply).value());
  }
  return replies;
}

Result<std::optional<std::string>> WebCalls::get(const std::string& url) {
  const wire::Call call = getting(url);
  auto reply = ask(call);
  if (!reply) return reply.failure();
  if (reply.value().status == 404) return std::optional<std::string>{};
  if (reply.value().status != 200) return refused(call, reply.value().status);
  return std::optional<std::string>{std::move(reply.value().body)};
}

Result<std::vector<ManifestFile>> WebCalls::hash(const std::vector<std::string>& paths, const UrlOf& url_of) {
  std::vector<ManifestFile> all;
  for (std::size_t begin = 0; begin < paths.size(); begin += read_at_a_time) {
    const std::size_t end = std::min(paths.size(), begin + read_at_a_time);
    std::vector<wire::Call> calls;
    for (std::size_t i = begin; i < end; ++i) calls.push_back(getting(url_of(paths[i])));
    const auto replies = ask_all(calls);
    if (!replies) return replies.failure();
    for (std::size_t i = begin; i < end; ++i) {
      const wire::Reply& reply = replies.value()[i - begin];
      if (reply.status == 404) continue;
      if (reply.status != 200) return refused(calls[i - begin], reply.status);
      all.push_back({paths[i], reply.body.size(), sha256_hex(reply.body)});
    }
  }
  return all;
}

}  // namespace lagesbild::publish
