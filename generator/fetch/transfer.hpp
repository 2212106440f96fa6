// One question and its answer, as the bytes arrive. Decides as early as it can (at the end of the headers, at the byte over the limit) and
// breaks the connection then; libcurl sees that as a write error, so ask verdict() before you believe libcurl's own code.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace lagesbild::fetch {

class Transfer {
 public:
  Transfer(std::string shown, std::uint64_t max_bytes) : shown_(std::move(shown)), max_bytes_(max_bytes) {}
  enum class Next { go_on, stop };

  // One header line, with its end; also status lines, the empty line and trailers.
  Next header(std::string_view line);
  Next body(std::string_view bytes);

  const std::optional<Failure>& verdict() const { return verdict_; }
  // Where to ask instead; empty when this is not a redirect.
  const std::string& location() const { return redirect_; }
  // When the server has said all: what is still wrong.
  std::optional<Failure> incomplete() const;
  std::string take_body() { return std::move(body_); }
  const std::string& content_type() const { return content_type_; }
  const std::string& last_modified() const { return last_modified_; }

 private:
  std::string shown_;
  std::uint64_t max_bytes_;
  std::size_t header_bytes_ = 0;
  bool judged_ = false;     // the headers of the final answer (not of a 1xx) have ended
  bool malformed_ = false;
  int status_ = 0;
  std::optional<std::uint64_t> length_;
  bool chunked_ = false;
  std::string content_type_, last_modified_, location_, encoding_, redirect_, body_;
  std::optional<Failure> verdict_;

  Next refuse(Code code, std::vector<Argument> more = {});
  void start(std::string_view status_line);
  void field(std::string_view name, std::string_view value);
  Next judge();
  Next judge_status();
};

// "64 MB", "10 kB" or "123 B", exact; a MB is 1024 kB, as in Windows.
std::string size_text(std::uint64_t bytes);

}  // namespace lagesbild::fetch
