#include "wire/secret.hpp"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "wire/codes.hpp"

namespace lagesbild::wire {
namespace {

constexpr std::size_t longest_secret = 16U << 10;

// A descriptor that is closed on every way out.
class OpenFile {
 public:
  explicit OpenFile(const char* path) : fd_(::open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)) {}
  ~OpenFile() { if (fd_ >= 0) ::close(fd_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

Result<Secret> checked(std::string text, const std::string& place) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  Secret secret{text};
  OPENSSL_cleanse(text.data(), text.size());
  if (control) return Failure{code::wire_secret_unusable, {{"place", place}}, {}};
  return secret;
}

Result<Secret> read_file(const std::string& path) {
  const OpenFile file{path.c_str()};
  struct stat about{};
  // Looked at after it is opened: what is checked is what is read.
  const bool regular = file.fd() >= 0 && ::fstat(file.fd(), &about) == 0 && S_ISREG(about.st_mode);
  if (!regular) return Failure{code::wire_secret_file, {{"path", path}}, {}};
  if ((about.st_mode & S_IROTH) != 0) return Failure{code::wire_secret_open, {{"path", path}}, {}};
  std::string text(longest_secret + 1, '\0');
  std::size_t size = 0;
  for (ssize_t got = 1; got > 0 && size < text.size(); size += static_cast<std::size_t>(got)) {
    got = ::read(file.fd(), text.data() + size, text.size() - size);
    if (got < 0) return Failure{code::wire_secret_file, {{"path", path}}, {}};
  }
  if (size > longest_secret) return Failure{code::wire_secret_unusable, {{"place", path}}, {}};
  text.resize(size);
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
  if (text.empty()) return Failure{code::wire_secret_empty, {{"path", path}}, {}};
  return checked(std::move(text), path);
}

}  // namespace

void Secret::wipe() {
  OPENSSL_cleanse(text_.data(), text_.size());
  text_.clear();
}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  text_ = other.text_;
  other.wipe();
  return *this;
}

Secret& Secret::operator=(const Secret& other) {
  if (this == &other) return *this;
  wipe();
  text_ = other.text_;
  return *this;
}

Result<Secret> read_secret(const SecretPlace& place, const std::string& shown) {
  if (!place.file.empty()) return read_file(place.file.string());
  if (place.variable.empty()) return Failure{code::wire_secret_none, {{"url", shown}}, {}};
  const char* value = std::getenv(place.variable.c_str());
  if (value == nullptr || *value == '\0') return Failure{code::wire_secret_variable, {{"variable", place.variable}}, {}};
  return checked(value, place.variable);
}

std::string base64(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace lagesbild::wire
