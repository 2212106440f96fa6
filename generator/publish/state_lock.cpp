#include "publish/state_lock.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <random>
#include <system_error>

#include "publish/codes.hpp"

namespace lagesbild::publish {
namespace {

constexpr std::size_t token_size = 32;

std::string random_token() {
  std::random_device chance;  // the kernel's
  std::string token;
  while (token.size() < token_size) token += "0123456789abcdef"[chance() & 15];
  return token;
}

}  // namespace

Result<StateLock> StateLock::take(const std::filesystem::path& state, const std::string& target) {
  std::error_code error;
  std::filesystem::create_directories(state, error);
  if (error) return failure_of(code::publish_cannot_create, state.string(), error.value());
  const std::string path = (state / ("publish-" + target + ".lock")).string();
  StateLock lock;
  lock.file_ = Descriptor{::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600)};
  if (!lock.file_) return failure_of(code::publish_cannot_create, path, errno);
  int got = 0;
  do got = ::flock(lock.file_.get(), LOCK_EX | LOCK_NB);
  while (got != 0 && errno == EINTR);
  if (got != 0 && errno == EWOULDBLOCK) return Failure{code::publish_locked, {{"path", target}}, {}};
  if (got != 0) return failure_of(code::publish_cannot_create, path, errno);
  std::array<char, token_size> kept{};
  const ssize_t size = ::pread(lock.file_.get(), kept.data(), kept.size(), 0);
  if (size == static_cast<ssize_t>(token_size)) {
    lock.token_.assign(kept.data(), kept.size());
    return lock;
  }
  lock.token_ = random_token();
  const bool written = ::pwrite(lock.file_.get(), lock.token_.data(), token_size, 0) == static_cast<ssize_t>(token_size);
  if (!written || ::fsync(lock.file_.get()) != 0) return failure_of(code::publish_cannot_write, path, errno);
  return lock;
}

std::string who_we_are() {
  std::array<char, 256> machine{};
  if (::gethostname(machine.data(), machine.size() - 1) != 0) machine[0] = '\0';
  const passwd* user = ::getpwuid(::geteuid());
  return (user != nullptr ? std::string{user->pw_name} : std::to_string(::geteuid())) + "@" + machine.data();
}

}  // namespace lagesbild::publish
