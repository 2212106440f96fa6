// A secret, from where it stands to where it is sent. It has no way into a stream, a string or a message but reveal(), so that a search for
// that word finds every place that a secret can leave by. Its memory is wiped when it goes.
#pragma once
#include <string>
#include <string_view>

#include "base/connection.hpp"
#include "base/result.hpp"

namespace lagesbild::wire {

class Secret {
 public:
  explicit Secret(std::string text) : text_(std::move(text)) {}
  ~Secret() { wipe(); }
  Secret(Secret&& other) noexcept : text_(other.text_) { other.wipe(); }  // short texts are copied by a move, so it is done by hand
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret& other) = default;
  Secret& operator=(const Secret& other);
  std::string_view reveal() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
  void wipe();
};

// From the variable, or from the file without its last line end. A variable that is not set, a file that others on the machine may read, an
// empty secret and one with a line end or another control character in it are failures. Neither named: wire_secret_none, about `shown`.
Result<Secret> read_secret(const SecretPlace& place, const std::string& shown);

std::string base64(std::string_view bytes);

}  // namespace lagesbild::wire
