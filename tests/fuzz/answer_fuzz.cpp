// Whatever a server says, twice (the second time to a question for the rest): a body within the limit, a place to go on to, or a failure.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fetch/transfer.hpp"

namespace {

using lagesbild::fetch::Transfer;

constexpr std::uint64_t max_bytes = 5'000;

// As libcurl hands an answer over: lines up to the empty one, then the body in pieces.
bool hand_over(Transfer& transfer, std::string_view bytes, std::size_t piece) {
  for (bool in_head = true; in_head && !bytes.empty();) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    if (transfer.header(bytes.substr(0, end)) == Transfer::Next::stop) return false;
    in_head = bytes.substr(0, end).find_first_not_of("\r\n") != std::string_view::npos;
    bytes.remove_prefix(end);
  }
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    if (transfer.body(bytes.substr(0, piece)) == Transfer::Next::stop) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string bytes(data + 2, data + size);
  const std::size_t piece = data[0] % 64U + 1U;
  const std::size_t first = bytes.size() * data[1] / 255U;
  Transfer transfer{"https://h/f", max_bytes, piece % 2 == 0 ? "\"tag\"" : "", ""};
  const std::string_view all{bytes};
  for (const std::string_view part : {all.substr(0, first), all.substr(first)}) {
    transfer.begin(1);
    if (transfer.question().empty()) std::abort();
    for (const std::string& line : transfer.question()) {
      if (line.find_first_of("\r\n") != std::string::npos) std::abort();
    }
    const bool went_on = hand_over(transfer, part, piece);
    if (!went_on && !transfer.verdict() && transfer.location().empty() && !transfer.from_the_start()) std::abort();
    if (went_on && !transfer.incomplete() && !transfer.unchanged()) {
      const std::string body = transfer.take_body();
      if (body.empty() || body.size() > max_bytes) std::abort();
      return 0;
    }
  }
  return 0;
}
