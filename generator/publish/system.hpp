// The system calls of publishing, one by one, with path and reason on failure. Paths are relative to an open folder, so that nothing
// moves under us when a folder above is renamed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace lagesbild::publish {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept { std::swap(fd_, other.fd_); return *this; }
  ~Descriptor() { reset(); }
  void reset();
  int get() const { return fd_; }
  void release() { fd_ = -1; }  // somebody else closes it
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

Failure failure_of(Code code, std::string path, int error);

enum class Kind : std::uint8_t { missing, folder, link, other };
Kind kind_of(int at, const std::string& name);

Descriptor open_folder(int at, const std::string& name);  // not a link
bool is_empty_folder(int folder);
// What a folder of ours holds: the "generator" of its release.json says it.
enum class Holds : std::uint8_t { site, pack };
// Is there a release.json that says that the folder is ours, and holds this?
bool is_our_release(int folder, Holds holds);
// For whom the release in the folder is; empty when it does not say.
std::string audience_of_release(int folder);
bool says_ours(std::string_view release_json, Holds holds);
// The text of release.json; empty when there is none.
std::string release_json_of(int folder);
// A member of it, such as audience; empty when there is none. Only for a file that we have written.
std::string told_in_release(std::string_view release_json, std::string_view key);

enum class Compared : std::uint8_t { missing, same, different };
// The file of the release that stands there against the bytes of the new one.
Compared compare(int folder, const std::string& path, std::string_view bytes);

enum class Readers : std::uint8_t { everybody, owner };
// Zero, or errno. The file must not exist.
int write_new(int folder, const std::string& path, std::string_view bytes, Readers readers = Readers::everybody);
// A hard link, or a copy where the file system has or allows no link. Zero, or errno.
int link_or_copy(int from, int to, const std::string& path);
// Files of any kind but folders, at any depth. Nothing when a folder cannot be read.
Result<std::uint64_t> count_files(int folder, const std::string& shown);
// Everything in it, links not followed; fine when it is not there.
Result<Done> remove_tree(int at, const std::string& name, const std::string& shown);

}  // namespace lagesbild::publish
