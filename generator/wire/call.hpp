// What is asked of a server and what it says, without anything about how.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lagesbild::wire {

struct Call {
  std::string method = "GET";
  std::string url;                        // percent-encoded; on the server of the Exchanges
  std::vector<std::string> headers = {};  // "Depth: 1"; never the login's own
  std::string body = {};                  // what is sent
  std::filesystem::path file = {};        // or this file, read while it is sent
  std::string sha256 = {};                // of what is sent, as hex, when it is known; worked out where a signature needs it
  std::uint64_t max_bytes = 64ULL << 20;  // of the body of the answer, counted while it arrives
};

struct Reply {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in the order they came
  std::string body;
  int attempts = 1;                       // more than one: an earlier try may have been carried out though its answer was lost
  std::string_view header(std::string_view name) const {  // the first of that name; empty: none
    for (const auto& [key, value] : headers) {
      if (key == name) return value;
    }
    return {};
  }
};

}  // namespace lagesbild::wire
