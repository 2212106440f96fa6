#include "base/hash.hpp"

#include <openssl/evp.h>

#include <array>
#include <cassert>

namespace lagesbild {
namespace {
EVP_MD_CTX* md(void* context) { return static_cast<EVP_MD_CTX*>(context); }
}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  [[maybe_unused]] const int ok = EVP_DigestInit_ex(md(context_), EVP_sha256(), nullptr);
  assert(ok == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(md(context_)); }

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(md(context_), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  EVP_DigestFinal_ex(md(context_), bytes.data(), &size);
  std::string out;
  for (unsigned i = 0; i < size; ++i) {
    out += "0123456789abcdef"[bytes[i] >> 4];
    out += "0123456789abcdef"[bytes[i] & 15];
  }
  return out;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

std::string id_of_hash(std::string_view hex, std::size_t length) {
  std::string id{hex.substr(0, length)};
  for (std::size_t i = 0; i < id.size(); i += 2) {
    if (id[i] <= '9') id[i] = static_cast<char>('a' + (id[i] - '0') % 6);
  }
  return id;
}

}  // namespace lagesbild
