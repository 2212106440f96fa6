#include "publish/system.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>
#include <vector>

#include "publish/codes.hpp"

namespace lagesbild::publish {
namespace {

constexpr std::size_t block = 64U << 10;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using Listing = std::unique_ptr<DIR, CloseFolder>;

Listing list(Descriptor folder) {
  Listing listing{folder ? ::fdopendir(folder.get()) : nullptr};
  if (listing) folder.release();
  return listing;
}

// Next entry that is not . or ..; null at the end, then errno tells whether it was one.
const dirent* next(DIR* listing) {
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(listing);
    if (!entry) return nullptr;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") return entry;
  }
}

bool is_folder(int at, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  return kind_of(at, entry.d_name) == Kind::folder;
}

ssize_t read_some(int fd, char* to, std::size_t size) {
  ssize_t got = 0;
  do got = ::read(fd, to, size);
  while (got < 0 && errno == EINTR);
  return got;
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

int create_file(int folder, const std::string& path, Readers readers = Readers::everybody) {
  return ::openat(folder, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, readers == Readers::owner ? 0600 : 0644);
}

int copy_file(int from, int to, const std::string& path) {
  const Descriptor in{::openat(from, path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)};
  if (!in) return errno;
  Descriptor out{create_file(to, path)};
  if (!out) return errno;
  std::vector<char> buffer(block);
  for (;;) {
    const ssize_t got = read_some(in.get(), buffer.data(), buffer.size());
    if (got < 0) return errno;
    if (got == 0) return 0;
    if (const int error = write_all(out.get(), {buffer.data(), static_cast<std::size_t>(got)})) return error;
  }
}

}  // namespace

void Descriptor::reset() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

Failure failure_of(Code code, std::string path, int error) {
  return {code, {{"path", std::move(path)}, {"reason", std::system_category().message(error)}}, {}};
}

Kind kind_of(int at, const std::string& name) {
  struct stat info{};
  if (::fstatat(at, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return Kind::missing;
  if (S_ISLNK(info.st_mode)) return Kind::link;
  return S_ISDIR(info.st_mode) ? Kind::folder : Kind::other;
}

Descriptor open_folder(int at, const std::string& name) {
  return Descriptor{::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
}

bool is_empty_folder(int folder) {
  const Listing listing = list(open_folder(folder, "."));
  return listing && !next(listing.get()) && errno == 0;
}

std::string release_json_of(int folder) {
  const Descriptor file{::openat(folder, "release.json", O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
  struct stat info{};
  if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
  std::string text(block, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = read_some(file.get(), text.data() + size, text.size() - size);
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  text.resize(size);
  return text;
}

namespace {

// Of a file that we have written; empty for another key.
std::string_view text_at(std::string_view json, std::string_view quoted_key) {
  const std::size_t at = json.find(quoted_key);
  if (at == std::string_view::npos) return {};
  std::string_view rest = json.substr(at + quoted_key.size());
  const auto skip_blanks = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size())); };
  skip_blanks();
  if (!rest.starts_with(':')) return {};
  rest.remove_prefix(1);
  skip_blanks();
  if (!rest.starts_with('"')) return {};
  rest.remove_prefix(1);
  return rest.substr(0, rest.find('"'));
}

}  // namespace

bool is_our_release(int folder, Holds holds) { return says_ours(release_json_of(folder), holds); }
bool says_ours(std::string_view release_json, Holds holds) {
  return text_at(release_json, "\"generator\"") == (holds == Holds::site ? "lagesbild" : "lagesbild preview-pack");
}
std::string told_in_release(std::string_view release_json, std::string_view key) {
  return std::string{text_at(release_json, '"' + std::string{key} + '"')};
}
std::string audience_of_release(int folder) { return std::string{text_at(release_json_of(folder), "\"audience\"")}; }

Compared compare(int folder, const std::string& path, std::string_view bytes) {
  const Descriptor file{::openat(folder, path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
  if (!file) return errno == ENOENT || errno == ENOTDIR ? Compared::missing : Compared::different;
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return Compared::different;
  if (S_ISDIR(info.st_mode)) return Compared::missing;
  if (!S_ISREG(info.st_mode) || static_cast<std::uint64_t>(info.st_size) != bytes.size()) return Compared::different;
  std::array<char, block> buffer;  // not cleared: it is on the hot path
  while (!bytes.empty()) {
    const ssize_t got = read_some(file.get(), buffer.data(), std::min(buffer.size(), bytes.size()));
    if (got <= 0 || std::memcmp(buffer.data(), bytes.data(), static_cast<std::size_t>(got)) != 0) return Compared::different;
    bytes.remove_prefix(static_cast<std::size_t>(got));
  }
  return Compared::same;
}

int write_new(int folder, const std::string& path, std::string_view bytes, Readers readers) {
  const int fd = create_file(folder, path, readers);
  if (fd < 0) return errno;
  const int error = write_all(fd, bytes);
  if (::close(fd) != 0 && error == 0 && errno != EINTR) return errno;  // quotas of network disks are told here
  return error;
}

int link_or_copy(int from, int to, const std::string& path) {
  if (::linkat(from, path.c_str(), to, path.c_str(), 0) == 0) return 0;
  const bool no_links_here = errno == EXDEV || errno == EMLINK || errno == EPERM || errno == EOPNOTSUPP;
  return no_links_here ? copy_file(from, to, path) : errno;
}

Result<std::uint64_t> count_files(int folder, const std::string& shown) {
  const Listing listing = list(open_folder(folder, "."));
  if (!listing) return failure_of(code::publish_cannot_read, shown, errno);
  std::uint64_t files = 0;
  while (const dirent* entry = next(listing.get())) {
    if (!is_folder(folder, *entry)) {
      ++files;
      continue;
    }
    const std::string below = shown + "/" + entry->d_name;
    const Descriptor inner = open_folder(folder, entry->d_name);
    if (!inner) return failure_of(code::publish_cannot_read, below, errno);
    const Result<std::uint64_t> more = count_files(inner.get(), below);
    if (!more) return more;
    files += more.value();
  }
  if (errno != 0) return failure_of(code::publish_cannot_read, shown, errno);
  return files;
}

Result<Done> remove_tree(int at, const std::string& name, const std::string& shown) {
  if (::unlinkat(at, name.c_str(), 0) == 0 || errno == ENOENT) return Done{};
  const int why_not_a_file = errno;
  {
    const Descriptor folder = open_folder(at, name);
    if (!folder) return failure_of(code::publish_cannot_remove, shown, why_not_a_file == EISDIR ? errno : why_not_a_file);
    const Listing listing = list(open_folder(folder.get(), "."));
    if (!listing) return failure_of(code::publish_cannot_remove, shown, errno);
    while (const dirent* entry = next(listing.get())) {
      const Result<Done> done = remove_tree(folder.get(), entry->d_name, shown + "/" + entry->d_name);
      if (!done) return done;
    }
  }
  if (::unlinkat(at, name.c_str(), AT_REMOVEDIR) != 0) return failure_of(code::publish_cannot_remove, shown, errno);
  return Done{};
}

}  // namespace lagesbild::publish
