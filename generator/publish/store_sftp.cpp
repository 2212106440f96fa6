// A folder on a server, over SFTP. The site is a link that is replaced by another in one step (posix-rename, which every OpenSSH has).
// Beside `site`: .site.release-SLOT, .site.lock (a folder with its owner in it), .site.history.json, .site.ledger.
#include <algorithm>
#include <charconv>
#include <set>

#include "base/file.hpp"
#include "publish/codes.hpp"
#include "publish/private_file.hpp"
#include "publish/sftp.hpp"
#include "publish/store.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;
using Steps = Result<std::vector<SftpStep>>;

constexpr std::size_t at_a_time = 1000;  // files that are got in one session, for they take room on our disk

struct Entry {
  std::string path;  // absolute
  bool is_folder = false;
  std::uint64_t bytes = 0;
};

class SftpStore final : public Store {
 public:
  SftpStore(const source::Target& target, const SftpAddress& address)
      : location_(target.location), sftp_(address, target.connection, target.location) {
    const std::size_t slash = address.path.rfind('/');
    name_ = address.path.substr(slash + 1);
    above_ = address.path.substr(0, slash);
  }
  const std::string& shown_as() const override { return location_; }
  Result<Done> lock(const Owner& owner) override;
  void unlock() override;
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
  Result<std::optional<std::string>> note() override { return get(beside(own("history.json"))); }
  Result<Done> set_note(const std::string& text) override;
  Result<Done> keep_private(const PrivateFiles& files) override;

 private:
  std::string own(const std::string& what) const { return "." + name_ + "." + what; }
  std::string beside(const std::string& entry) const { return above_ + "/" + entry; }
  std::string path_of(const std::string& slot) const { return beside(slot.empty() ? name_ : slot_name(name_, slot)); }
  Result<Done> run(const std::vector<std::string>& commands);
  Failure complaint(const SftpStep& step) const;
  std::string get_command(const std::string& path, const std::string& as) const;
  Result<std::optional<std::string>> got(const SftpStep& step, const std::string& as) const;
  Result<std::optional<std::string>> get(const std::string& path);
  Result<std::vector<Entry>> entries(const Paths& folders);
  Result<std::vector<Entry>> tree(const std::string& folder);
  std::vector<std::string> folders_above(const std::string& root, const Paths& paths) const;
  std::vector<std::string> put_whole(const std::string& path, const fs::path& from) const;

  std::string location_, name_, above_;
  Sftp sftp_;
  bool locked_ = false;
};

std::string word(const std::string& path) { return sftp_quoted(path); }

Result<Done> SftpStore::run(const std::vector<std::string>& commands) {
  const Steps steps = sftp_.run(commands);
  if (!steps) return steps.failure();
  return Done{};
}

Failure SftpStore::complaint(const SftpStep& step) const {
  std::string reason = step.said.empty() ? std::string{} : step.said.back();
  std::replace_if(reason.begin(), reason.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
  return {code::publish_sftp_failed, {{"path", location_}, {"reason", reason.substr(0, 160)}}, {}};
}

// A line of the listing that is not "Fetching ..." is a complaint.
bool has_got(const SftpStep& step) {
  return std::all_of(step.said.begin(), step.said.end(), [](const std::string& line) { return line.starts_with("Fetching "); });
}

std::string SftpStore::get_command(const std::string& path, const std::string& as) const {
  return "-get " + word(path) + " " + word((sftp_.scratch() / as).string());
}

// After that command.
Result<std::optional<std::string>> SftpStore::got(const SftpStep& step, const std::string& as) const {
  if (says_missing(step)) return std::optional<std::string>{};
  if (!has_got(step)) return complaint(step);
  const fs::path local = sftp_.scratch() / as;
  auto text = RealDisk{}.read(local);
  std::error_code ignored;
  fs::remove(local, ignored);
  if (!text) return text.failure();
  return std::optional<std::string>{std::move(text).value()};
}

Result<std::optional<std::string>> SftpStore::get(const std::string& path) {
  const Steps steps = sftp_.run({get_command(path, "got")});
  if (!steps) return steps.failure();
  return got(steps.value().at(0), "got");
}

// What is in the folders, one level deep. Folders that are not there are empty.
Result<std::vector<Entry>> SftpStore::entries(const Paths& folders) {
  std::vector<std::string> commands;
  for (const std::string& folder : folders) commands.push_back("-ls -lan " + word(folder + "/"));
  const Steps steps = sftp_.run(commands);
  if (!steps) return steps.failure();
  std::vector<Entry> all;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const SftpStep& step = steps.value()[i];
    if (says_missing(step)) continue;
    for (const std::string& line : step.said) {  // -rw-r--r--    1 0    0      5 Nov 24 02:20 /folder/name
      const std::size_t at = line.find(" " + folders[i] + "/");
      if (at == std::string::npos) return complaint(step);
      Entry entry{line.substr(at + 1), line.front() == 'd', 0};
      std::size_t start = 0;
      for (int column = 0; column < 4; ++column) start = line.find_first_not_of(' ', line.find(' ', start));
      std::from_chars(line.data() + start, line.data() + at, entry.bytes);
      const std::string last = entry.path.substr(folders[i].size());
      entry.path = folders[i] + "/" + last.substr(last.find_first_not_of('/'));
      if (!entry.path.ends_with("/.") && !entry.path.ends_with("/..")) all.push_back(std::move(entry));
    }
  }
  return all;
}

Result<std::vector<Entry>> SftpStore::tree(const std::string& folder) {
  std::vector<Entry> all;
  for (Paths level{folder}; !level.empty();) {
    auto found = entries(level);
    if (!found) return found;
    level.clear();
    for (Entry& entry : found.value()) {
      if (entry.is_folder) level.push_back(entry.path);
      all.push_back(std::move(entry));
    }
  }
  return all;
}

Result<Done> SftpStore::lock(const Owner& owner) {
  const std::string draft = beside(own("lock-" + owner.token)), lock = beside(own("lock"));
  const fs::path local = sftp_.scratch() / "owner.json";
  if (Result<Done> done = write_private(local, owner_text(owner)); !done) return done;
  std::vector<std::string> commands;
  for (std::size_t slash = above_.find('/', 1); slash != std::string::npos; slash = above_.find('/', slash + 1)) {
    commands.push_back("-mkdir " + word(above_.substr(0, slash)));
  }
  if (!above_.empty()) commands.push_back("-mkdir " + word(above_));
  commands.push_back("-mkdir " + word(draft));
  commands.push_back("put " + word(local.string()) + " " + word(draft + "/owner.json"));
  const std::size_t turn = commands.size();
  commands.push_back("-rename " + word(draft) + " " + word(lock));  // refused when there is one with an owner
  commands.push_back("-rm " + word(draft + "/owner.json"));
  commands.push_back("-rmdir " + word(draft));
  commands.push_back(get_command(lock + "/owner.json", "holder"));
  const Steps steps = sftp_.run(commands);
  if (!steps) return steps.failure();
  const auto text = got(steps.value().back(), "holder");
  if (!text) return text.failure();
  const SftpStep& turned = steps.value().at(turn);
  const bool was_there = !turned.said.empty() && turned.said.back().ends_with(": Failure");  // not empty, as far as SFTP can say it
  if (!text.value() && was_there) return locked_by_nobody_now(location_);
  if (!text.value()) return complaint(turned);
  const Owner holder = parse_owner(*text.value());
  if (holder.token != owner.token) return locked_by(location_, holder);
  locked_ = true;
  return Done{};
}

void SftpStore::unlock() {
  if (!std::exchange(locked_, false)) return;
  static_cast<void>(run({"-rm " + word(beside(own("lock")) + "/owner.json"), "-rmdir " + word(beside(own("lock")))}));
}

Result<Done> SftpStore::recover() { return run({"-rm " + word(beside(own("link")))}); }

Result<Standing> SftpStore::standing() {
  Standing seen;
  const std::string site = path_of({});
  const Steps steps = sftp_.run({"-cd " + word(site), "-pwd", get_command(site + "/release.json", "release"),
                                 get_command(site + "/" + std::string{manifest_name}, "manifest")});
  if (!steps) return steps.failure();
  const SftpStep& changed = steps.value()[0];
  if (says_missing(changed)) return seen;
  if (!changed.said.empty()) return complaint(changed);
  const std::string where = steps.value()[1].said.empty() ? std::string{} : steps.value()[1].said.front();
  seen.slot = slot_in_name(name_, where.substr(where.rfind('/') + 1));
  auto release = got(steps.value()[2], "release");
  if (!release) return release.failure();
  seen.release_json = release.value().value_or("");
  if (!says_ours(seen.release_json, Holds::site)) {
    const auto inside = entries({site});
    if (!inside) return inside.failure();
    seen.kind = inside.value().empty() ? Standing::Kind::nothing : Standing::Kind::foreign;
    return seen;
  }
  if (seen.slot.empty()) return Failure{code::publish_foreign_link, {{"path", location_}}, {}};
  seen.kind = Standing::Kind::ours;
  auto manifest = got(steps.value()[3], "manifest");
  if (!manifest) return manifest.failure();
  seen.manifest = manifest.value().value_or("");
  return seen;
}

Result<std::vector<std::string>> SftpStore::slots() {
  const auto there = entries({above_});
  if (!there) return there.failure();
  std::vector<std::string> all;
  for (const Entry& entry : there.value()) {
    std::string slot = slot_in_name(name_, entry.path.substr(above_.size() + 1));
    if (!slot.empty()) all.push_back(std::move(slot));
  }
  return all;
}

Result<std::vector<Stored>> SftpStore::list(const std::string& slot) {
  const std::string folder = path_of(slot);
  const auto there = tree(folder);
  if (!there) return there.failure();
  std::vector<Stored> all;
  for (const Entry& entry : there.value()) {
    if (!entry.is_folder) all.push_back({entry.path.substr(folder.size() + 1), entry.bytes});
  }
  return all;
}

Result<std::optional<std::string>> SftpStore::read(const std::string& slot, const std::string& path) {
  return get(path_of(slot) + "/" + path);
}

Result<std::vector<ManifestFile>> SftpStore::read_back(const std::string& slot, const Paths& paths) {
  std::vector<ManifestFile> all;
  const fs::path local = sftp_.scratch() / "back";
  for (std::size_t begin = 0; begin < paths.size(); begin += at_a_time) {
    std::error_code error;
    fs::remove_all(local, error);
    fs::create_directory(local, error);
    std::vector<std::string> commands;
    const std::size_t end = std::min(paths.size(), begin + at_a_time);
    for (std::size_t i = begin; i < end; ++i) {
      commands.push_back("-get " + word(path_of(slot) + "/" + paths[i]) + " " + word((local / std::to_string(i)).string()));
    }
    const Steps steps = sftp_.run(commands);
    if (!steps) return steps.failure();
    for (std::size_t i = begin; i < end; ++i) {
      const SftpStep& step = steps.value()[i - begin];
      if (says_missing(step)) continue;
      if (!has_got(step)) return complaint(step);
      auto file = hash_file(local, std::to_string(i));
      if (!file) return file.failure();
      all.push_back({paths[i], file.value().bytes, file.value().sha256});
    }
    fs::remove_all(local, error);
  }
  return all;
}

// The folders that the files need, those above first.
std::vector<std::string> SftpStore::folders_above(const std::string& root, const Paths& paths) const {
  std::set<std::string> folders{""};
  for (const std::string& path : paths) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      folders.insert("/" + path.substr(0, slash));
    }
  }
  std::vector<std::string> commands;
  for (const std::string& folder : folders) commands.push_back("-mkdir " + word(root + folder));
  return commands;
}

Result<Done> SftpStore::put(const std::string& slot, const std::vector<Put>& files) {
  Paths paths;
  for (const Put& each : files) paths.push_back(each.file.path);
  std::vector<std::string> commands = folders_above(path_of(slot), paths);
  for (const Put& each : files) {  // -f: on the server's disk before the next one
    commands.push_back("put -f " + word(each.from.string()) + " " + word(path_of(slot) + "/" + each.file.path));
  }
  return run(commands);
}

Result<Paths> SftpStore::copy(const std::string& slot, const Paths& paths) {
  std::vector<std::string> commands = folders_above(path_of(slot), paths);
  const std::size_t first = commands.size();
  for (const std::string& path : paths) {
    commands.push_back("-ln " + word(path_of({}) + "/" + path) + " " + word(path_of(slot) + "/" + path));
  }
  const Steps steps = sftp_.run(commands);
  if (!steps) return steps.failure();
  Paths left;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (!steps.value()[first + i].said.empty()) left.push_back(paths[i]);
  }
  return left;
}

Result<Done> SftpStore::erase(const std::string& slot, const Paths& paths) {
  std::vector<std::string> commands;
  for (const std::string& path : paths) commands.push_back("-rm " + word(path_of(slot) + "/" + path));
  const Steps steps = sftp_.run(commands);
  if (!steps) return steps.failure();
  for (const SftpStep& step : steps.value()) {
    const bool fine = step.said.empty() || step.said.back().starts_with("Removing ") || says_missing(step);
    if (!fine) return complaint(step);
  }
  return Done{};
}

Result<Done> SftpStore::show(const std::string& slot, const std::string&) {
  const std::string link = beside(own("link"));
  return run({"-rmdir " + word(path_of({})),  // when somebody has made an empty one
              "-rm " + word(link), "ln -s " + word(slot_name(name_, slot)) + " " + word(link),
              "rename " + word(link) + " " + word(path_of({}))});
}

Result<Done> SftpStore::remove(const std::string& slot) {
  const auto there = tree(path_of(slot));
  if (!there) return there.failure();
  std::vector<std::string> commands;
  for (auto entry = there.value().rbegin(); entry != there.value().rend(); ++entry) {  // deepest first
    commands.push_back((entry->is_folder ? "rmdir " : "rm ") + word(entry->path));
  }
  commands.push_back("-rmdir " + word(path_of(slot)));
  return run(commands);
}

// Whole or not at all: under another name first.
std::vector<std::string> SftpStore::put_whole(const std::string& path, const fs::path& from) const {
  const std::string draft = word(path + ".part");
  return {"-rm " + draft, "put -f " + word(from.string()) + " " + draft, "rename " + draft + " " + word(path)};
}

Result<Done> SftpStore::set_note(const std::string& text) {
  const fs::path local = sftp_.scratch() / "note";
  if (Result<Done> done = write_private(local, text); !done) return done;
  return run(put_whole(beside(own("history.json")), local));
}

Result<Done> SftpStore::keep_private(const PrivateFiles& files) {
  if (files.empty()) return Done{};
  const std::string folder = beside(own("ledger"));
  std::vector<std::string> commands{"-mkdir " + word(folder), "chmod 700 " + word(folder)};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path local = sftp_.scratch() / ("private" + std::to_string(i));  // 0600, and so is what is put
    if (Result<Done> done = write_private(local, files[i].second); !done) return done;
    for (std::string& command : put_whole(folder + "/" + files[i].first, local)) commands.push_back(std::move(command));
  }
  return run(commands);
}

}  // namespace

Result<std::unique_ptr<Store>> open_sftp_store(const source::Target& target) {
  const auto address = SftpAddress::of(target.location);
  if (!address) return Failure{code::publish_bad_location, {{"path", target.location}}, target.place};
  if (target.connection.known_hosts.empty()) return Failure{code::publish_sftp_known_hosts, {{"path", target.location}}, target.place};
  return std::unique_ptr<Store>{std::make_unique<SftpStore>(target, *address)};
}

}  // namespace lagesbild::publish
