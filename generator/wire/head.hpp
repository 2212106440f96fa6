// The head of an answer, line by line as libcurl hands it over: statuses 1xx are passed over, trailers ignored, and what no honest server
// sends (endless headers, two lengths, folded lines) is seen.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lagesbild::wire {

class Head {
 public:
  enum class Line { more, ended, too_long };
  // One line with its end; also status lines, the empty line and trailers. `ended` is said once, for the final answer.
  Line add(std::string_view line);

  bool ended() const { return ended_; }
  int status() const { return status_; }
  bool malformed() const { return malformed_; }
  bool chunked() const { return chunked_; }
  std::optional<std::uint64_t> length() const { return length_; }  // larger than 64 bits: the largest number
  // The value of a field; the first when there are more; empty when it is not there.
  std::string_view field(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }  // names in lower case

 private:
  std::size_t bytes_ = 0;
  bool ended_ = false, malformed_ = false, chunked_ = false;
  int status_ = 0;
  std::optional<std::uint64_t> length_;
  std::vector<std::pair<std::string, std::string>> fields_;

  void start(std::string_view status_line);
  void keep(std::string name, std::string_view value);
};

bool is_redirect(int status);
// Whether the same question may get another answer if it is asked again in a while.
bool is_passing(int status);

// Seconds of a date as HTTP writes it; nothing when it is none.
std::optional<std::int64_t> http_date(std::string_view text);
// What Retry-After asks for, in seconds or as a date, at most two minutes; nothing when it says nothing that can be understood.
std::optional<std::chrono::seconds> retry_after(std::string_view value, std::chrono::sys_seconds now);

}  // namespace lagesbild::wire
