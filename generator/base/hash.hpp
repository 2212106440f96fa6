// SHA-256, as lower-case hex.
#pragma once
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

}  // namespace lagesbild
