#include "publish/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "publish/codes.hpp"
#include "publish/manifest.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {
namespace {

struct File {
  std::string path;  // as given
  Compared compared = Compared::missing;
};

// The paths that were put, by lower-cased path; many threads write, so it is cut in pieces with a lock each.
struct Shard {
  std::mutex lock;
  std::unordered_map<std::string, File> files;
};

std::string lower_case(std::string_view path) {
  std::string lower{path};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// A folder to put a site in needs a name and a parent: not "/" and not "..". Nothing when it has none.
std::optional<std::filesystem::path> with_a_name(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::path full = std::filesystem::absolute(folder, error);
  if (error || folder.empty()) return std::nullopt;
  while (full.has_relative_path() && (full.filename().empty() || full.filename() == ".")) full = full.parent_path();
  if (!full.has_relative_path() || full.filename() == "..") return std::nullopt;
  return full;
}

}  // namespace

struct FolderRelease::Impl {
  std::string shown;     // the folder, in messages
  std::string above;     // its parent, in messages
  std::optional<Audience> audience;
  Holds holds = Holds::site;
  std::string name, staging_name, previous_name, older_name;
  Descriptor parent, lock, current, staging;  // current: the release that stands there, if one does
  std::array<Shard, 64> shards;
  std::mutex folders_lock;                    // for staging, folders and failure
  std::unordered_set<std::string> folders;    // made in staging
  std::optional<Failure> failure;             // the first of put()
  std::atomic<std::uint64_t> bytes{0}, written{0}, unchanged{0}, replaced{0};
  std::atomic<bool> marked{false};
  bool staged = false;                        // is there a staging folder to take away?

  ~Impl() {
    // No place for a failure here: what cannot be removed now is met, and told of, by the next run.
    if (staged) static_cast<void>(remove(staging_name));
  }
  std::string beside(const std::string& entry) const { return above + "/" + entry; }
  Result<Done> remove(const std::string& entry) const { return remove_tree(parent.get(), entry, beside(entry)); }
  Result<Done> open_parent(const std::filesystem::path& full);
  Result<Done> take_lock();
  Result<Done> repair();
  Result<Done> look_at_target();
  Result<Done> make_folders(std::string_view path);
  Result<Done> store(const std::string& path, std::string_view content, Compared compared);
  Result<Done> fail(Failure what);
  Result<Done> link_unchanged();
  Result<Done> check_target_is_still_the_same() const;
  Result<Done> switch_over();
  Result<Done> swap_by_renames();
  void keep_previous();
};

Result<Done> FolderRelease::Impl::open_parent(const std::filesystem::path& full) {
  shown = full.string();
  above = full.parent_path().string();
  name = full.filename().string();
  staging_name = "." + name + ".staging";
  previous_name = "." + name + ".previous";
  older_name = "." + name + ".older";
  std::error_code error;
  std::filesystem::create_directories(full.parent_path(), error);
  if (error) return failure_of(code::publish_cannot_create, above, error.value());
  parent = Descriptor{::open(above.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!parent) return failure_of(code::publish_cannot_read, above, errno);
  return Done{};
}

Result<Done> FolderRelease::Impl::take_lock() {
  const std::string lock_name = "." + name + ".lock";
  lock = Descriptor{::openat(parent.get(), lock_name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644)};
  if (!lock) return failure_of(code::publish_cannot_create, beside(lock_name), errno);
  int got = 0;
  do got = ::flock(lock.get(), LOCK_EX | LOCK_NB);
  while (got != 0 && errno == EINTR);
  if (got == 0) return Done{};
  if (errno == EWOULDBLOCK) return Failure{code::publish_locked, {{"path", shown}}, {}};
  return failure_of(code::publish_cannot_create, beside(lock_name), errno);
}

// After a kill. Only ever called under the lock, so nobody is using what is lying about.
Result<Done> FolderRelease::Impl::repair() {
  const auto rename_within = [&](const std::string& from, const std::string& to) -> Result<Done> {
    if (::renameat(parent.get(), from.c_str(), parent.get(), to.c_str()) == 0) return Done{};
    return failure_of(code::publish_cannot_switch, beside(to), errno);
  };
  // Between two renames, where the file system cannot exchange: the site is missing and was the previous one an instant ago.
  if (kind_of(parent.get(), name) == Kind::missing && kind_of(parent.get(), previous_name) == Kind::folder &&
      is_our_release(open_folder(parent.get(), previous_name).get(), holds)) {
    if (Result<Done> done = rename_within(previous_name, name); !done) return done;
  }
  if (kind_of(parent.get(), older_name) == Kind::folder && kind_of(parent.get(), previous_name) == Kind::missing) {
    if (Result<Done> done = rename_within(older_name, previous_name); !done) return done;
  }
  if (Result<Done> done = remove(older_name); !done) return done;
  return remove(staging_name);
}

Result<Done> FolderRelease::Impl::look_at_target() {
  const Kind kind = kind_of(parent.get(), name);
  if (kind == Kind::missing) return Done{};
  if (kind == Kind::link) return Failure{code::publish_target_is_link, {{"path", shown}}, {}};
  if (kind == Kind::other) return Failure{code::publish_target_not_folder, {{"path", shown}}, {}};
  Descriptor folder = open_folder(parent.get(), name);
  if (!folder) return failure_of(code::publish_cannot_read, shown, errno);
  if (is_our_release(folder.get(), holds)) {
    const std::string its = audience_of_release(folder.get());
    if (audience && !its.empty() && its != to_string(*audience)) {
      return Failure{code::publish_target_audience, {{"path", shown}, {"its", its}, {"ours", std::string{to_string(*audience)}}}, {}};
    }
    current = std::move(folder);
    return Done{};
  }
  if (is_empty_folder(folder.get())) return Done{};
  return Failure{holds == Holds::site ? code::publish_target_foreign : code::publish_target_not_pack, {{"path", shown}}, {}};
}

bool is_wrong_target(const Failure& failure) {
  return failure.code == code::publish_bad_target || failure.code == code::publish_target_is_link ||
         failure.code == code::publish_target_not_folder || failure.code == code::publish_target_foreign ||
         failure.code == code::publish_target_not_pack ||
         failure.code == code::publish_target_audience || failure.code == code::publish_report_not_folder ||
         failure.code == code::publish_report_foreign || failure.code == code::publish_private_is_folder ||
         failure.code == code::publish_private_in_site || failure.code == code::publish_ledger_foreign;
}

Result<FolderRelease> FolderRelease::open(const std::filesystem::path& folder, std::optional<Audience> audience, Holds holds) {
  const std::optional<std::filesystem::path> full = with_a_name(folder);
  if (!full) return Failure{code::publish_bad_target, {{"path", folder.string()}}, {}};
  auto impl = std::make_unique<Impl>();
  impl->audience = audience;
  impl->holds = holds;
  if (Result<Done> done = impl->open_parent(*full); !done) return done.failure();
  // Before anything is written beside it: a folder that we are going to refuse stays as it is, and so does what is around it.
  if (Result<Done> done = impl->look_at_target(); !done) return done.failure();
  if (Result<Done> done = impl->take_lock(); !done) return done.failure();
  impl->current.reset();  // another run may have switched it before we had the lock
  if (Result<Done> done = impl->repair(); !done) return done.failure();
  if (Result<Done> done = impl->look_at_target(); !done) return done.failure();
  return FolderRelease{std::move(impl)};
}

FolderRelease::FolderRelease(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FolderRelease::FolderRelease(FolderRelease&&) noexcept = default;
FolderRelease& FolderRelease::operator=(FolderRelease&&) noexcept = default;
FolderRelease::~FolderRelease() = default;

Result<Done> FolderRelease::put(std::string_view path, std::string_view bytes) {
  if (!is_good_path(path)) return impl_->fail({code::publish_bad_path, {{"path", std::string{path}}}, {}});
  const std::string file{path};
  std::string key = lower_case(path);
  Shard& shard = impl_->shards[std::hash<std::string>{}(key) % impl_->shards.size()];
  const Compared compared = impl_->current ? compare(impl_->current.get(), file, bytes) : Compared::missing;
  {
    const std::lock_guard guard{shard.lock};
    const auto [at, is_new] = shard.files.try_emplace(std::move(key), File{file, compared});
    if (!is_new) return impl_->fail({code::publish_same_path, {{"path", file}, {"other", at->second.path}}, {}});
  }
  if (path == "release.json" && says_ours(bytes, impl_->holds)) impl_->marked = true;
  impl_->bytes += bytes.size();
  return impl_->store(file, bytes, compared);
}

Result<Done> FolderRelease::Impl::store(const std::string& path, std::string_view content, Compared compared) {
  if (compared == Compared::same) {
    ++unchanged;
    return Done{};
  }
  if (compared == Compared::different) ++replaced;
  ++written;
  if (Result<Done> done = make_folders(path); !done) return fail(done.failure());
  if (const int error = write_new(staging.get(), path, content)) {
    return fail(failure_of(code::publish_cannot_write, beside(staging_name) + "/" + path, error));
  }
  return Done{};
}

Result<Done> FolderRelease::Impl::fail(Failure what) {
  const std::lock_guard guard{folders_lock};
  if (!failure) failure = what;
  return what;
}

// The staging folder, and in it the folders above `path`.
Result<Done> FolderRelease::Impl::make_folders(std::string_view path) {
  const std::lock_guard guard{folders_lock};
  if (!staged) {
    if (::mkdirat(parent.get(), staging_name.c_str(), 0755) != 0) {
      return failure_of(code::publish_cannot_create, beside(staging_name), errno);
    }
    staged = true;
    staging = open_folder(parent.get(), staging_name);
    if (!staging) return failure_of(code::publish_cannot_read, beside(staging_name), errno);
  }
  const std::size_t last = path.rfind('/');
  if (last == std::string_view::npos || folders.contains(std::string{path.substr(0, last)})) return Done{};
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    const std::string folder{path.substr(0, slash)};
    if (!folders.insert(folder).second) continue;
    if (::mkdirat(staging.get(), folder.c_str(), 0755) != 0) {
      return failure_of(code::publish_cannot_create, beside(staging_name) + "/" + folder, errno);
    }
  }
  return Done{};
}

Result<Summary> FolderRelease::commit() {
  Impl& work = *impl_;
  if (work.failure) return *work.failure;
  if (!work.marked) return Failure{code::publish_no_marker, {{"path", work.shown}}, {}};
  Summary summary;
  for (const Shard& shard : work.shards) summary.files += shard.files.size();
  summary.bytes = work.bytes;
  summary.written = work.written;
  summary.unchanged = work.unchanged;
  if (work.current) {
    const Result<std::uint64_t> old = count_files(work.current.get(), work.shown);
    if (!old) return old.failure();
    summary.deleted = old.value() - std::min(old.value(), work.unchanged + work.replaced);
    if (summary.written == 0 && summary.deleted == 0) return summary;
  }
  if (Result<Done> done = work.link_unchanged(); !done) return done.failure();
  // Every byte and every name is on the disk before anybody can see one of them.
  if (::syncfs(work.staging.get()) != 0) return failure_of(code::publish_cannot_sync, work.beside(work.staging_name), errno);
  if (Result<Done> done = work.check_target_is_still_the_same(); !done) return done.failure();
  if (Result<Done> done = work.switch_over(); !done) return done.failure();
  summary.switched = true;
  return summary;
}

Result<Done> FolderRelease::Impl::link_unchanged() {
  for (const Shard& shard : shards) {
    for (const auto& [key, file] : shard.files) {
      if (file.compared != Compared::same) continue;
      if (Result<Done> done = make_folders(file.path); !done) return done;
      if (const int error = link_or_copy(current.get(), staging.get(), file.path)) {
        return failure_of(code::publish_cannot_write, beside(staging_name) + "/" + file.path, error);
      }
    }
  }
  return Done{};
}

// The lock keeps other runs of ours away, not a person with a file manager.
Result<Done> FolderRelease::Impl::check_target_is_still_the_same() const {
  struct stat seen{}, held{};
  const bool there = ::fstatat(parent.get(), name.c_str(), &seen, AT_SYMLINK_NOFOLLOW) == 0;
  const bool same = current ? there && ::fstat(current.get(), &held) == 0 && seen.st_ino == held.st_ino && seen.st_dev == held.st_dev
                            : !there || S_ISDIR(seen.st_mode);  // not empty any more: the rename refuses
  if (!same) return Failure{code::publish_target_changed, {{"path", shown}}, {}};
  return Done{};
}

Result<Done> FolderRelease::Impl::switch_over() {
  if (!current) {
    if (::renameat(parent.get(), staging_name.c_str(), parent.get(), name.c_str()) != 0) {
      if (errno == ENOTEMPTY || errno == EEXIST) return Failure{code::publish_target_changed, {{"path", shown}}, {}};
      return failure_of(code::publish_cannot_switch, shown, errno);
    }
    staged = false;
  } else if (::renameat2(parent.get(), staging_name.c_str(), parent.get(), name.c_str(), RENAME_EXCHANGE) != 0) {
    if (errno != EINVAL && errno != ENOSYS) return failure_of(code::publish_cannot_switch, shown, errno);
    if (Result<Done> done = swap_by_renames(); !done) return done;
  }
  if (::fsync(parent.get()) != 0) return failure_of(code::publish_cannot_sync, above, errno);
  keep_previous();
  return Done{};
}

// For file systems that cannot exchange two names. For an instant there is no site; repair() mends that after a kill.
Result<Done> FolderRelease::Impl::swap_by_renames() {
  const auto move = [&](const std::string& from, const std::string& to) {
    return ::renameat(parent.get(), from.c_str(), parent.get(), to.c_str()) == 0;
  };
  if (!move(previous_name, older_name) && errno != ENOENT) return failure_of(code::publish_cannot_switch, beside(older_name), errno);
  if (!move(name, previous_name)) return failure_of(code::publish_cannot_switch, beside(previous_name), errno);
  if (!move(staging_name, name)) {
    const int error = errno;
    static_cast<void>(move(previous_name, name));  // the next run tries again when this fails too
    return failure_of(code::publish_cannot_switch, shown, error);
  }
  staged = false;
  return Done{};
}

// The new site is in place and safe: nothing here is worth failing for. What stays behind is removed by the next run.
void FolderRelease::Impl::keep_previous() {
  if (staged) {  // after an exchange the old site has the name of staging
    const auto move = [&](unsigned flags) {
      return ::renameat2(parent.get(), staging_name.c_str(), parent.get(), previous_name.c_str(), flags) == 0;
    };
    if (kind_of(parent.get(), previous_name) == Kind::missing) {
      staged = !move(0);
    } else if (move(RENAME_EXCHANGE)) {
      staged = !remove(staging_name).ok();
    }
    return;
  }
  static_cast<void>(remove(older_name));
}

}  // namespace lagesbild::publish
