// SHA-256, as lower-case hex.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace lagesbild {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void add(std::string_view bytes);
  std::string hex();  // ends it: call once

 private:
  void* context_;
};

std::string sha256_hex(std::string_view bytes);

// The beginning of a hash as an id that stands where personal data are looked for: every other sign is a letter, so that no run of digits
// in it can be taken for a personal number. Still hex; about four fifths of its bits are left.
std::string id_of_hash(std::string_view hex, std::size_t length);

}  // namespace lagesbild
