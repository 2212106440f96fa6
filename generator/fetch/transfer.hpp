// The answer to one question for a file, as its bytes arrive. Decides as early as it can (at the end of the headers, at the byte over the
// limit) and breaks the connection then; libcurl sees that as a write error, so ask verdict() before you believe libcurl's own code.
// What has come of a body that broke off is kept between tries, if the server can be asked for just the rest of the same file.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "fetch/gunzip.hpp"
#include "wire/head.hpp"

namespace lagesbild::fetch {

class Transfer {
 public:
  // `etag`, `last_modified`: of the copy at hand, or empty.
  Transfer(std::string shown, std::uint64_t max_bytes, std::string etag, std::string last_modified);
  enum class Next { go_on, stop };

  // Before each question; `tries` is for messages.
  void begin(int tries);
  // The headers that the question has to have.
  std::vector<std::string> question() const;
  // One header line, with its end; also status lines, the empty line and trailers.
  Next header(std::string_view line);
  Next body(std::string_view bytes);

  const std::optional<Failure>& verdict() const { return verdict_; }
  // Where to ask instead; empty when this is not a redirect.
  const std::string& location() const { return redirect_; }
  // The rest cannot be had: the same question is to be asked once more, for the whole.
  bool from_the_start() const { return from_the_start_; }
  // The copy at hand is the newest.
  bool unchanged() const { return unchanged_; }
  // When the server has said all: what is still wrong.
  std::optional<Failure> incomplete() const;
  int status() const { return head_.status(); }
  std::string take_body() { return std::move(body_); }
  // Of the last answer; the type and date of a body are those of the answer that it began with, as the rest need not repeat them.
  std::string field(std::string_view name) const { return std::string{head_.field(name)}; }
  std::string field_of_whole(std::string_view name) const { return std::string{(unchanged_ ? head_ : whole_).field(name)}; }

 private:
  std::string shown_;
  std::uint64_t max_bytes_;
  std::string etag_, last_modified_;  // of the copy at hand
  std::string tries_;
  wire::Head head_, whole_;
  std::string redirect_, body_;
  std::optional<Failure> verdict_;
  bool from_the_start_ = false, unchanged_ = false;
  // Of the file on its way, over all tries.
  std::uint64_t received_ = 0;        // as it came, still packed
  std::uint64_t asked_from_ = 0;      // 0: for the whole
  std::uint64_t in_this_answer_ = 0;
  std::string validator_;             // that the rest is of the same file; empty: it cannot be asked for
  std::string encoding_;
  std::optional<Gunzip> gunzip_;

  Failure failure(Code code, std::vector<Argument> more = {}) const;
  Next refuse(Code code, std::vector<Argument> more = {});
  void forget_what_came();
  Next judge();
  Next judge_whole();
  Next judge_rest();
  Next judge_status();
  std::string encoding() const;
  std::string validator() const;
};

}  // namespace lagesbild::fetch
