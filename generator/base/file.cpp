#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>

#include "base/codes.hpp"

namespace lagesbild {
namespace {

Failure failure_of(int error, const std::filesystem::path& path) {
  if (error == ENOENT || error == ENOTDIR) return {code::file_missing, {{"path", path.string()}}, {}};
  if (error == EISDIR) return {code::file_is_folder, {{"path", path.string()}}, {}};
  return {code::file_unreadable, {{"path", path.string()}, {"reason", std::strerror(error)}}, {}};
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { if (fd_ >= 0) ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

std::chrono::nanoseconds read_clock(clockid_t which) {
  timespec now{};
  clock_gettime(which, &now);
  return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

}  // namespace

Result<std::string> RealDisk::read(const std::filesystem::path& file) {
  const Descriptor fd{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  if (fd.get() < 0) return failure_of(errno, file);
  struct stat info{};
  if (::fstat(fd.get(), &info) != 0) return failure_of(errno, file);
  if (S_ISDIR(info.st_mode)) return failure_of(EISDIR, file);
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(info.st_size) + 1);  // one more, so that the end is seen without growing
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = ::read(fd.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure_of(errno, file);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

Result<std::vector<std::string>> RealDisk::list(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator it{folder, error}, end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) names.push_back(it->path().filename().string());
  }
  if (error) return failure_of(error.value(), folder);
  std::sort(names.begin(), names.end());
  return names;
}

Date day_of(std::chrono::sys_seconds time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm local{};
  if (::localtime_r(&seconds, &local) == nullptr) return std::chrono::floor<std::chrono::days>(time);
  return Date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
              std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::chrono::sys_seconds RealClock::now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::chrono::nanoseconds RealClock::wall() { return read_clock(CLOCK_MONOTONIC); }
std::chrono::nanoseconds RealClock::cpu() { return read_clock(CLOCK_PROCESS_CPUTIME_ID); }
std::chrono::nanoseconds RealClock::thread_cpu() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

}  // namespace lagesbild
