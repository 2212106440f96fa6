#include "publish/delivery.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <set>

#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "publish/codes.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

std::string in_words(std::chrono::sys_seconds when) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

ManifestFile of_manifest(const std::string& text) { return {std::string{manifest_name}, text.size(), sha256_hex(text)}; }

Paths paths_of(const std::vector<ManifestFile>& files) {
  Paths paths;
  for (const ManifestFile& file : files) paths.push_back(file.path);
  return paths;
}

// What is to be put, in the order of putting; manifest.json last, for it says that the rest is there.
std::vector<ManifestFile> all_files(const BuiltRelease& built) {
  std::vector<ManifestFile> files = built.manifest.files;
  std::sort(files.begin(), files.end(), put_before);
  files.push_back(of_manifest(built.text));
  return files;
}

// What an earlier run has put into the slot: what is as it should be stays, the rest goes.
Result<std::set<std::string>> use_again(Store& store, const std::string& slot, const std::vector<ManifestFile>& wanted) {
  const auto there = store.list(slot);
  if (!there) return there.failure();
  std::map<std::string, const ManifestFile*> by_path;
  for (const ManifestFile& file : wanted) by_path.emplace(file.path, &file);
  std::vector<ManifestFile> promising;
  Paths wrong;
  for (const Stored& each : there.value()) {
    const auto at = by_path.find(each.path);
    if (at != by_path.end() && at->second->bytes == each.bytes) promising.push_back(*at->second);
    else wrong.push_back(each.path);
  }
  const auto differing = unlike(store, slot, promising);
  if (!differing) return differing.failure();
  std::set<std::string> fine;
  for (const ManifestFile& file : promising) fine.insert(file.path);
  for (const std::string& path : differing.value()) {
    fine.erase(path);
    wrong.push_back(path);
  }
  if (!wrong.empty()) {
    if (Result<Done> done = store.erase(slot, wrong); !done) return done.failure();
  }
  return fine;
}

Result<Done> put_in_order(Store& store, const std::string& slot, const BuiltRelease& built, const std::vector<ManifestFile>& files,
                          Delivery& delivery) {
  std::vector<Put> batch;
  const auto rank = [](const ManifestFile& file) {
    return file.path == manifest_name ? 3 : !is_page(file.path) ? 0 : file.path.starts_with("index.") ? 2 : 1;
  };
  for (std::size_t i = 0; i < files.size(); ++i) {
    batch.push_back({files[i], built.folder / files[i].path});
    ++delivery.sent;
    delivery.sent_bytes += files[i].bytes;
    if (i + 1 < files.size() && rank(files[i]) == rank(files[i + 1])) continue;
    if (Result<Done> done = store.put(slot, batch); !done) return done;
    batch.clear();
  }
  return Done{};
}

}  // namespace

Failure differs(Code code, const Store& store, const Paths& paths) {
  return {code, {{"path", store.shown_as()}, {"file", paths.front()}, {"count", std::to_string(paths.size())}}, {}};
}

Result<Locked> Locked::take(Store& store, const source::Target& target, const DeliverOptions& options) {
  Result<StateLock> home = StateLock::take(options.state, target.id);
  if (!home && home.failure().code == code::publish_locked) return Failure{code::publish_locked, {{"path", target.location}}, {}};
  if (!home) return home.failure();
  const Owner owner{home.value().token(), who_we_are(), in_words(options.now)};
  if (Result<Done> done = store.lock(owner); !done) return done.failure();
  return Locked{store, std::move(home).value()};
}

Result<Manifest> judge(const Standing& seen, const Manifest& ours, const std::string& shown_as) {
  if (seen.kind == Standing::Kind::foreign) return Failure{code::publish_target_foreign, {{"path", shown_as}}, {}};
  if (seen.kind == Standing::Kind::nothing) return Manifest{};
  const auto told = [&](const char* key) { return told_in_release(seen.release_json, key); };
  if (!told("audience").empty() && told("audience") != ours.audience) {
    return Failure{code::publish_target_audience, {{"path", shown_as}, {"its", told("audience")}, {"ours", ours.audience}}, {}};
  }
  if (!told("site").empty() && told("site") != ours.site) {
    return Failure{code::publish_other_site, {{"path", shown_as}, {"its", told("site")}, {"ours", ours.site}}, {}};
  }
  Result<Manifest> manifest = parse_manifest(seen.manifest, shown_as);
  if (manifest) return manifest;
  return Manifest{told("site"), told("release"), told("audience"), {}};  // damaged or of an old program: everything is put anew
}

Result<Paths> unlike(Store& store, const std::string& slot, const std::vector<ManifestFile>& files) {
  auto read = store.read_back(slot, paths_of(files));
  if (!read) return read.failure();
  std::map<std::string, const ManifestFile*> seen;
  for (const ManifestFile& file : read.value()) seen.emplace(file.path, &file);
  Paths wrong;
  for (const ManifestFile& file : files) {
    const auto at = seen.find(file.path);
    if (at == seen.end() || *at->second != file) wrong.push_back(file.path);
  }
  return wrong;
}

Result<Paths> unlike_whole(Store& store, const std::string& slot, const Manifest& manifest, const std::string& text) {
  std::vector<ManifestFile> files = manifest.files;
  files.push_back(of_manifest(text));
  auto wrong = unlike(store, slot, files);
  if (!wrong) return wrong;
  const auto there = store.list(slot);
  if (!there) return there.failure();
  for (const Stored& each : there.value()) {
    if (each.path != manifest_name && manifest.find(each.path) == nullptr) wrong.value().push_back(each.path);
  }
  return wrong;
}

Result<Done> stage(Store& store, const std::string& slot, const BuiltRelease& built, const Plan& plan, Delivery& delivery) {
  const std::vector<ManifestFile> files = all_files(built);
  const auto there = use_again(store, slot, files);
  if (!there) return there.failure();
  delivery.found = there.value().size();
  delivery.verified = delivery.found;
  Paths to_copy;
  for (const ManifestFile& file : plan.unchanged) {
    if (!there.value().contains(file.path)) to_copy.push_back(file.path);
  }
  std::set<std::string> here = there.value();
  if (!to_copy.empty()) {
    const auto left = store.copy(slot, to_copy);
    if (!left) return left.failure();
    here.insert(to_copy.begin(), to_copy.end());
    for (const std::string& path : left.value()) here.erase(path);
    delivery.copied = to_copy.size() - left.value().size();
  }
  std::vector<ManifestFile> missing, unread;
  for (const ManifestFile& file : files) {
    if (!here.contains(file.path)) missing.push_back(file);
    if (!there.value().contains(file.path)) unread.push_back(file);
  }
  if (Result<Done> done = put_in_order(store, slot, built, missing, delivery); !done) return done;
  auto wrong = unlike(store, slot, unread);
  if (!wrong) return wrong.failure();
  if (!wrong.value().empty()) {  // a copy of what had been damaged there, or a bad moment: once more, from here
    const std::set<std::string> again{wrong.value().begin(), wrong.value().end()};
    std::vector<ManifestFile> those;
    for (const ManifestFile& file : unread) {
      if (again.contains(file.path)) those.push_back(file);
    }
    if (Result<Done> done = store.erase(slot, wrong.value()); !done) return done;  // it may be linked to what readers see
    if (Result<Done> done = put_in_order(store, slot, built, those, delivery); !done) return done;
    wrong = unlike(store, slot, those);
    if (!wrong) return wrong.failure();
    if (!wrong.value().empty()) return differs(code::publish_verify_differs, store, wrong.value());
  }
  delivery.verified += unread.size();
  return Done{};
}

Result<std::vector<std::string>> read_history(Store& store) {
  const auto text = store.note();
  if (!text) return text.failure();
  std::vector<std::string> all;
  if (!text.value()) return all;
  std::string_view rest = *text.value();
  for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
    const std::string_view line = rest.substr(0, end);
    if (is_good_release_id(line)) all.emplace_back(line);
  }
  return all;
}

Result<Done> write_history(Store& store, const std::vector<std::string>& history) {
  std::string text;
  for (const std::string& release : history) text += release + "\n";
  return store.set_note(text);
}

std::vector<std::string> with_shown(std::vector<std::string> history, const std::string& now, const std::string& before) {
  std::erase(history, now);
  if (!before.empty() && before != now) {
    std::erase(history, before);
    history.insert(history.begin(), before);
  }
  history.insert(history.begin(), now);
  return history;
}

Result<std::vector<std::string>> tidy(Store& store, const std::vector<std::string>& history, std::size_t keep) {
  const auto seen = store.standing();
  if (!seen) return seen.failure();
  const auto slots = store.slots();
  if (!slots) return slots.failure();
  const std::string shown = told_in_release(seen.value().release_json, "release");
  std::set<std::string> kept;
  for (const std::string& release : history) {
    if (release != shown && kept.size() < keep) kept.insert(release);
  }
  std::vector<std::string> removed;
  for (const std::string& slot : slots.value()) {
    if (slot == seen.value().slot || kept.contains(release_of_slot(slot))) continue;
    if (Result<Done> done = store.remove(slot); !done) return done.failure();
    removed.push_back(slot);
  }
  return removed;
}

}  // namespace lagesbild::publish
