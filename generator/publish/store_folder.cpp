// A folder on this machine, or one that is mounted. With `exchange` the site is a folder that changes names with the new release in one
// system call; with `symlink` it is a link that is replaced in one. What lies beside `site` begins with ".site.": lock, release-SLOT,
// history.json, ledger; and for a moment link and back.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <set>
#include <system_error>

#include "base/codes.hpp"
#include "base/file.hpp"
#include "publish/codes.hpp"
#include "publish/private_file.hpp"
#include "publish/store.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;

class FolderStore final : public Store {
 public:
  explicit FolderStore(const source::Target& target) : target_(target) {}
  const std::string& shown_as() const override { return target_.location; }
  Result<Done> lock(const Owner& owner) override;
  void unlock() override { lock_.reset(); }
  Result<Done> recover() override;
  Result<Standing> standing() override;
  Result<std::vector<std::string>> slots() override;
  Result<std::vector<Stored>> list(const std::string& slot) override;
  Result<std::optional<std::string>> read(const std::string& slot, const std::string& path) override;
  Result<std::vector<ManifestFile>> read_back(const std::string& slot, const Paths& paths) override;
  Result<Done> put(const std::string& slot, const std::vector<Put>& files) override;
  Result<Paths> copy(const std::string& slot, const Paths& paths) override;
  Result<Done> erase(const std::string& slot, const Paths& paths) override;
  Result<Done> show(const std::string& slot, const std::string& park) override;
  Result<Done> remove(const std::string& slot) override;
  Result<std::optional<std::string>> note() override;
  Result<Done> set_note(const std::string& text) override;
  Result<Done> keep_private(const PrivateFiles& files) override;

 private:
  enum class Make : std::uint8_t { no, yes };
  Result<Done> open_parent(Make make);
  std::string own(const char* what) const { return "." + name_ + "." + what; }
  std::string beside(const std::string& entry) const { return above_ + "/" + entry; }
  Failure fail(Code code, const std::string& entry) const { return failure_of(code, beside(entry), errno); }
  std::string name_of(const std::string& slot) const { return slot.empty() ? name_ : slot_name(name_, slot); }
  fs::path path_of(const std::string& slot) const { return beside(name_of(slot)); }
  Result<std::string> link_target() const;
  Result<Descriptor> open_to_write(const std::string& slot);
  Result<Done> make_folders(const Descriptor& folder, const std::string& slot, const std::string& path);
  Result<Done> rename(const std::string& from, const std::string& to, unsigned flags = 0) const;
  Result<Done> turn_link(const std::string& slot);
  Result<Done> exchange(const std::string& slot, const std::string& park);
  Result<Done> swap_by_renames(const std::string& slot, const std::string& park);
  Result<Done> rename_misnamed(const std::string& slot);

  source::Target target_;
  std::string name_, above_;
  Descriptor parent_, lock_;
  std::set<std::string> folders_;  // made or seen in slots
};

Result<Done> FolderStore::open_parent(Make make) {
  if (parent_) return Done{};
  std::error_code error;
  fs::path full = fs::absolute(target_.location, error).lexically_normal();
  if (!full.has_filename()) full = full.parent_path();
  if (error || target_.location.empty() || !full.has_relative_path() || full.filename() == "..") {
    return Failure{code::publish_bad_target, {{"path", target_.location}}, {}};
  }
  name_ = full.filename().string();
  above_ = full.parent_path().string();
  if (make == Make::yes) fs::create_directories(above_, error);
  if (error) return failure_of(code::publish_cannot_create, above_, error.value());
  parent_ = Descriptor{::open(above_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!parent_ && (make == Make::yes || errno != ENOENT)) return failure_of(code::publish_cannot_read, above_, errno);
  return Done{};
}

Result<Done> FolderStore::lock(const Owner&) {
  if (Result<Done> done = open_parent(Make::yes); !done) return done;
  lock_ = Descriptor{::openat(parent_.get(), own("lock").c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644)};
  if (!lock_) return failure_of(code::publish_cannot_create, beside(own("lock")), errno);
  int got = 0;
  do got = ::flock(lock_.get(), LOCK_EX | LOCK_NB);
  while (got != 0 && errno == EINTR);
  if (got == 0) return Done{};
  const int why = errno;
  lock_.reset();
  if (why == EWOULDBLOCK) return Failure{code::publish_locked, {{"path", target_.location}}, {}};
  return failure_of(code::publish_cannot_create, beside(own("lock")), why);
}

Result<Done> FolderStore::rename(const std::string& from, const std::string& to, unsigned flags) const {
  if (::renameat2(parent_.get(), from.c_str(), parent_.get(), to.c_str(), flags) == 0) return Done{};
  return failure_of(code::publish_cannot_switch, beside(to), errno);
}

// Where the link `site` leads to, when it is one of our slots.
Result<std::string> FolderStore::link_target() const {
  std::string to(4096, '\0');
  const ssize_t size = ::readlinkat(parent_.get(), name_.c_str(), to.data(), to.size());
  to.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  const std::string slot = slot_in_name(name_, to);
  if (slot.empty()) return Failure{code::publish_foreign_link, {{"path", target_.location}}, {}};
  return slot;
}

// The kill came between an exchange and the rename after it: the slot of the new release holds the old one.
Result<Done> FolderStore::rename_misnamed(const std::string& slot) {
  const std::string name = name_of(slot);
  if (kind_of(parent_.get(), name) == Kind::link) {
    return ::unlinkat(parent_.get(), name.c_str(), 0) == 0 ? Result<Done>{Done{}}
                                                           : failure_of(code::publish_cannot_remove, beside(name), errno);
  }
  const std::string release = told_in_release(release_json_of(open_folder(parent_.get(), name).get()), "release");
  if (release == release_of_slot(slot) || !is_good_release_id(release)) return Done{};
  for (const std::string& free : {release, second_slot(release)}) {
    if (kind_of(parent_.get(), name_of(free)) == Kind::missing) return rename(name, name_of(free));
  }
  return remove(slot);
}

Result<Done> FolderStore::recover() {
  folders_.clear();
  const std::string back = own("back");
  if (kind_of(parent_.get(), back) == Kind::link) {  // between two renames, where the file system cannot exchange
    std::string to(4096, '\0');
    const ssize_t size = ::readlinkat(parent_.get(), back.c_str(), to.data(), to.size());
    to.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    if (kind_of(parent_.get(), name_) == Kind::missing && !slot_in_name(name_, to).empty()) {
      if (Result<Done> done = rename(to, name_); !done) return done;
    }
    ::unlinkat(parent_.get(), back.c_str(), 0);
  }
  if (Result<Done> done = remove_tree(parent_.get(), own("link"), beside(own("link"))); !done) return done;
  const auto all = slots();
  if (!all) return all.failure();
  for (const std::string& slot : all.value()) {
    if (Result<Done> done = rename_misnamed(slot); !done) return done;
  }
  return Done{};
}

Result<Standing> FolderStore::standing() {
  if (Result<Done> done = open_parent(Make::no); !done) return done.failure();
  Standing seen;
  const Kind kind = parent_ ? kind_of(parent_.get(), name_) : Kind::missing;
  if (kind == Kind::missing) return seen;
  if (kind == Kind::other) return Failure{code::publish_target_not_folder, {{"path", target_.location}}, {}};
  if (kind == Kind::link && target_.how == source::Target::Switch::exchange) {
    return Failure{code::publish_target_is_link, {{"path", target_.location}}, {}};
  }
  if (kind == Kind::link) {
    auto slot = link_target();
    if (!slot) return slot.failure();
    seen.slot = std::move(slot).value();
  }
  const Descriptor folder = open_folder(parent_.get(), name_of(seen.slot));
  if (!folder) return failure_of(code::publish_cannot_read, target_.location, errno);
  seen.release_json = release_json_of(folder.get());
  if (!says_ours(seen.release_json, Holds::site)) {
    seen.kind = is_empty_folder(folder.get()) ? Standing::Kind::nothing : Standing::Kind::foreign;
    return seen;
  }
  if (kind == Kind::folder && target_.how == source::Target::Switch::symlink) {
    return Failure{code::publish_foreign_link, {{"path", target_.location}}, {}};
  }
  seen.kind = Standing::Kind::ours;
  auto manifest = read({}, std::string{manifest_name});
  if (!manifest) return manifest.failure();
  seen.manifest = manifest.value().value_or("");
  return seen;
}

Result<std::vector<std::string>> FolderStore::slots() {
  std::vector<std::string> all;
  std::error_code error;
  for (fs::directory_iterator at{above_, error}, end; !error && at != end; at.increment(error)) {
    std::string slot = slot_in_name(name_, at->path().filename().string());
    if (!slot.empty()) all.push_back(std::move(slot));
  }
  if (error) return failure_of(code::publish_cannot_read, above_, error.value());
  std::sort(all.begin(), all.end());
  return all;
}

Result<std::vector<Stored>> FolderStore::list(const std::string& slot) {
  std::vector<Stored> all;
  const fs::path folder = path_of(slot);
  std::error_code error;
  if (!fs::exists(folder, error)) return all;
  for (fs::recursive_directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    const fs::file_status status = at->symlink_status(error);
    if (fs::is_directory(status)) continue;
    const auto size = fs::is_regular_file(status) ? at->file_size(error) : 0;
    all.push_back({at->path().lexically_relative(folder).generic_string(), size});
  }
  if (error) return failure_of(code::publish_cannot_read, folder.string(), error.value());
  return all;
}

Result<std::optional<std::string>> FolderStore::read(const std::string& slot, const std::string& path) {
  auto text = RealDisk{}.read(path_of(slot) / path);
  if (text) return std::optional<std::string>{std::move(text).value()};
  if (text.failure().code == code::file_missing) return std::optional<std::string>{};
  return text.failure();
}

Result<std::vector<ManifestFile>> FolderStore::read_back(const std::string& slot, const Paths& paths) {
  std::vector<ManifestFile> all;
  for (const std::string& path : paths) {
    Result<ManifestFile> file = hash_file(path_of(slot), path);
    if (file) all.push_back(std::move(file).value());
    else if (fs::exists(fs::symlink_status(path_of(slot) / path))) return file.failure();
  }
  return all;
}

Result<Descriptor> FolderStore::open_to_write(const std::string& slot) {
  const std::string name = name_of(slot);
  if (::mkdirat(parent_.get(), name.c_str(), 0755) != 0 && errno != EEXIST) return fail(code::publish_cannot_create, name);
  Descriptor folder = open_folder(parent_.get(), name);
  if (!folder) return failure_of(code::publish_cannot_read, beside(name), errno);
  return folder;
}

Result<Done> FolderStore::make_folders(const Descriptor& folder, const std::string& slot, const std::string& path) {
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string inner = path.substr(0, slash);
    if (!folders_.insert(slot + "/" + inner).second) continue;
    if (::mkdirat(folder.get(), inner.c_str(), 0755) != 0 && errno != EEXIST) {
      return failure_of(code::publish_cannot_create, beside(name_of(slot)) + "/" + inner, errno);
    }
  }
  return Done{};
}

Result<Done> FolderStore::put(const std::string& slot, const std::vector<Put>& files) {
  const auto folder = open_to_write(slot);
  if (!folder) return folder.failure();
  for (const Put& each : files) {
    const std::string& path = each.file.path;
    const auto bytes = RealDisk{}.read(each.from);
    if (!bytes) return bytes.failure();
    if (Result<Done> done = make_folders(folder.value(), slot, path); !done) return done;
    ::unlinkat(folder.value().get(), path.c_str(), 0);  // never written through: it may be linked to what readers see
    if (const int error = write_new(folder.value().get(), path, bytes.value())) {
      return failure_of(code::publish_cannot_write, beside(name_of(slot)) + "/" + path, error);
    }
  }
  return Done{};
}

Result<Paths> FolderStore::copy(const std::string& slot, const Paths& paths) {
  const auto folder = open_to_write(slot);
  if (!folder) return folder.failure();
  const Descriptor from{::openat(parent_.get(), name_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!from) return paths;
  Paths left;
  for (const std::string& path : paths) {
    if (Result<Done> done = make_folders(folder.value(), slot, path); !done) return done.failure();
    ::unlinkat(folder.value().get(), path.c_str(), 0);
    const int error = link_or_copy(from.get(), folder.value().get(), path);
    if (error == ENOENT || error == ELOOP) left.push_back(path);
    else if (error != 0) return failure_of(code::publish_cannot_write, beside(name_of(slot)) + "/" + path, error);
  }
  return left;
}

Result<Done> FolderStore::erase(const std::string& slot, const Paths& paths) {
  for (const std::string& path : paths) {
    const std::string full = name_of(slot) + "/" + path;
    if (::unlinkat(parent_.get(), full.c_str(), 0) != 0 && errno != ENOENT) return fail(code::publish_cannot_remove, full);
  }
  return Done{};
}

Result<Done> FolderStore::show(const std::string& slot, const std::string& park) {
  const Descriptor folder = open_folder(parent_.get(), name_of(slot));
  if (!folder) return failure_of(code::publish_cannot_read, path_of(slot).string(), errno);
  // Every byte and every name is on the disk before anybody can see one of them.
  if (::syncfs(folder.get()) != 0) return failure_of(code::publish_cannot_sync, path_of(slot).string(), errno);
  const bool links = target_.how == source::Target::Switch::symlink;
  if (Result<Done> done = links ? turn_link(slot) : exchange(slot, park); !done) return done;
  folders_.clear();
  if (::fsync(parent_.get()) != 0) return failure_of(code::publish_cannot_sync, above_, errno);
  return Done{};
}

Result<Done> FolderStore::turn_link(const std::string& slot) {
  const std::string link = own("link");
  if (kind_of(parent_.get(), name_) == Kind::folder) {
    if (::unlinkat(parent_.get(), name_.c_str(), AT_REMOVEDIR) != 0) return fail(code::publish_cannot_remove, name_);
  }
  if (::symlinkat(name_of(slot).c_str(), parent_.get(), link.c_str()) != 0) return fail(code::publish_cannot_create, link);
  return rename(link, name_);
}

Result<Done> FolderStore::exchange(const std::string& slot, const std::string& park) {
  if (kind_of(parent_.get(), name_) == Kind::missing) return rename(name_of(slot), name_);
  if (::unlinkat(parent_.get(), name_.c_str(), AT_REMOVEDIR) == 0) return rename(name_of(slot), name_);  // it was empty
  if (::renameat2(parent_.get(), name_of(slot).c_str(), parent_.get(), name_.c_str(), RENAME_EXCHANGE) != 0) {
    if (errno == EINVAL || errno == ENOSYS) return swap_by_renames(slot, park);
    return failure_of(code::publish_cannot_switch, target_.location, errno);
  }
  static_cast<void>(rename(name_of(slot), name_of(park)));  // the new site is in place; the next run tries again
  return Done{};
}

// For an instant there is no site; the link `back` tells the next run what it was.
Result<Done> FolderStore::swap_by_renames(const std::string& slot, const std::string& park) {
  const std::string back = own("back");
  if (::symlinkat(name_of(park).c_str(), parent_.get(), back.c_str()) != 0) return fail(code::publish_cannot_create, back);
  Result<Done> done = rename(name_, name_of(park));
  if (done) {
    done = rename(name_of(slot), name_);
    if (!done) static_cast<void>(rename(name_of(park), name_));
  }
  if (kind_of(parent_.get(), name_) == Kind::folder) ::unlinkat(parent_.get(), back.c_str(), 0);
  return done;
}

Result<Done> FolderStore::remove(const std::string& slot) {
  std::erase_if(folders_, [&](const std::string& each) { return each.starts_with(slot + "/"); });
  return remove_tree(parent_.get(), name_of(slot), path_of(slot).string());
}

Result<std::optional<std::string>> FolderStore::note() {
  auto text = RealDisk{}.read(beside(own("history.json")));
  if (text) return std::optional<std::string>{std::move(text).value()};
  if (text.failure().code == code::file_missing) return std::optional<std::string>{};
  return text.failure();
}

Result<Done> FolderStore::set_note(const std::string& text) { return write_file(beside(own("history.json")), text); }

Result<Done> FolderStore::keep_private(const PrivateFiles& files) {
  if (files.empty()) return Done{};
  const std::string folder = own("ledger");
  if (::mkdirat(parent_.get(), folder.c_str(), 0700) != 0 && errno != EEXIST) return fail(code::publish_cannot_create, folder);
  for (const auto& [name, bytes] : files) {
    if (Result<Done> done = write_private(fs::path{beside(folder)} / name, bytes); !done) return done;
  }
  return Done{};
}

}  // namespace

std::unique_ptr<Store> open_folder_store(const source::Target& target) { return std::make_unique<FolderStore>(target); }

}  // namespace lagesbild::publish
