#include "publish/manifest.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "base/text.hpp"
#include "publish/codes.hpp"
#include "publish/system.hpp"
#include "publish/target_codes.hpp"

namespace lagesbild::publish {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int most_depth = 3;

Failure broken(const std::string& shown, std::string reason) {
  return {code::publish_manifest_broken, {{"path", shown}, {"reason", std::move(reason)}}, {}};
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Nothing, with the reason, for what the library lets pass or throws at.
std::optional<Json> parse_strictly(std::string_view text, std::string& reason) {
  std::vector<std::set<std::string>> open;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > most_depth) reason = "too deep";
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second) reason = parsed.get<std::string>();
    return reason.empty();
  };
  try {
    Json json = Json::parse(text.begin(), text.end(), watch);
    if (reason.empty()) return json;
  } catch (const Json::exception& error) {
    reason = "JSON, byte " + std::to_string(error.id);
  }
  return std::nullopt;
}

std::optional<std::string> text_of(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

// Nothing when it is not of the one form that we write.
std::optional<ManifestFile> file_of(const Json& entry) {
  if (!entry.is_object() || entry.size() != 3) return std::nullopt;
  const auto path = text_of(entry, "path"), hash = text_of(entry, "sha256");
  const auto bytes = entry.find("bytes");
  if (!path || !hash || bytes == entry.end() || !bytes->is_number_unsigned()) return std::nullopt;
  if (!is_good_path(*path) || *path == manifest_name || !is_hash(*hash)) return std::nullopt;
  return ManifestFile{*path, bytes->get<std::uint64_t>(), *hash};
}

}  // namespace

const ManifestFile* Manifest::find(std::string_view path) const {
  const auto at = std::lower_bound(files.begin(), files.end(), path,
                                   [](const ManifestFile& one, std::string_view wanted) { return one.path < wanted; });
  return at != files.end() && at->path == path ? &*at : nullptr;
}

std::uint64_t Manifest::bytes() const {
  std::uint64_t sum = 0;
  for (const ManifestFile& file : files) sum += file.bytes;
  return sum;
}

bool is_good_path(std::string_view path) {
  const auto is_bad = [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::any_of(path.begin(), path.end(), is_bad) || find_invalid_utf8(path)) return false;
  for (std::size_t start = 0;;) {
    const std::size_t slash = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, slash - start);
    if (part.empty() || part == "." || part == ".." || part.size() > 255) return false;
    if (slash == path.size()) return true;
    start = slash + 1;
  }
}

bool is_good_release_id(std::string_view id) {
  constexpr std::string_view fine = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  return !id.empty() && id.size() <= 64 && id.find_first_not_of(fine) == std::string_view::npos;
}

std::string write_manifest(const Manifest& manifest) {
  std::string text = "{\n  \"generator\": \"lagesbild\",\n  \"site\": ";
  append_json(text, manifest.site);
  append_json(text.append(",\n  \"release\": "), manifest.release);
  append_json(text.append(",\n  \"audience\": "), manifest.audience);
  text += ",\n  \"files\": [";
  const char* before = "\n";
  for (const ManifestFile& file : manifest.files) {
    append_json(text.append(before).append("    {\"path\": "), file.path);
    text.append(", \"bytes\": ").append(std::to_string(file.bytes)).append(", \"sha256\": \"").append(file.sha256).append("\"}");
    before = ",\n";
  }
  return text + "\n  ]\n}\n";
}

Result<Manifest> parse_manifest(std::string_view text, const std::string& shown) {
  std::string reason;
  const std::optional<Json> json = parse_strictly(text, reason);
  if (!json) return broken(shown, reason);
  if (!json->is_object() || json->size() != 5 || text_of(*json, "generator") != "lagesbild") return broken(shown, "generator");
  const auto site = text_of(*json, "site"), release = text_of(*json, "release"), audience = text_of(*json, "audience");
  if (!site || !audience) return broken(shown, "site, audience");
  if (!release || !is_good_release_id(*release)) return broken(shown, "release");
  Manifest manifest{*site, *release, *audience, {}};
  const auto files = json->find("files");
  if (files == json->end() || !files->is_array()) return broken(shown, "files");
  for (const Json& entry : *files) {
    auto file = file_of(entry);
    if (!file || (!manifest.files.empty() && manifest.files.back().path >= file->path)) {
      return broken(shown, "files, " + std::to_string(manifest.files.size() + 1));
    }
    manifest.files.push_back(*std::move(file));
  }
  return manifest;
}

void ManifestMaker::add(std::string_view path, std::string_view bytes) {
  if (path == manifest_name) return;
  ManifestFile file{std::string{path}, bytes.size(), sha256_hex(bytes)};  // the work, outside of the lock
  const std::lock_guard guard{lock_};
  files_.insert_or_assign(file.path, std::move(file));
}

std::string ManifestMaker::text(std::string_view site, std::string_view release, std::string_view audience) const {
  const std::lock_guard guard{lock_};
  Manifest manifest{std::string{site}, std::string{release}, std::string{audience}, {}};
  for (const auto& [path, file] : files_) manifest.files.push_back(file);
  return write_manifest(manifest);
}

std::string Differences::first() const {
  for (const auto* each : {&missing, &changed, &extra}) {
    if (!each->empty()) return each->front();
  }
  return {};
}

Result<ManifestFile> hash_file(const fs::path& folder, const std::string& path) {
  const fs::path file = folder / path;
  const Descriptor open{::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
  if (!open) return failure_of(code::publish_cannot_read, file.string(), errno);
  Sha256 hash;
  ManifestFile found{path, 0, {}};
  std::vector<char> block(64U << 10);
  for (;;) {
    const ssize_t got = ::read(open.get(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure_of(code::publish_cannot_read, file.string(), errno);
    if (got == 0) break;
    hash.add({block.data(), static_cast<std::size_t>(got)});
    found.bytes += static_cast<std::uint64_t>(got);
  }
  found.sha256 = hash.hex();
  return found;
}

Result<Differences> differences(const fs::path& folder, const Manifest& manifest) {
  std::set<std::string> there;
  std::error_code error;
  for (fs::recursive_directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
    if (!at->is_directory(error) || at->is_symlink(error)) there.insert(at->path().lexically_relative(folder).generic_string());
  }
  if (error) return failure_of(code::publish_cannot_read, folder.string(), error.value());
  there.erase(std::string{manifest_name});
  Differences found;
  for (const ManifestFile& file : manifest.files) {
    if (there.erase(file.path) == 0) {
      found.missing.push_back(file.path);
      continue;
    }
    const Result<ManifestFile> seen = hash_file(folder, file.path);
    if (!seen || seen.value() != file) found.changed.push_back(file.path);
  }
  found.extra.assign(there.begin(), there.end());
  return found;
}

Result<BuiltRelease> read_release(const fs::path& folder) {
  const fs::path file = folder / manifest_name;
  Result<std::string> text = RealDisk{}.read(file);
  if (!text) return Failure{code::publish_no_manifest, {{"path", folder.string()}}, {}};
  Result<Manifest> manifest = parse_manifest(text.value(), file.string());
  if (!manifest) return manifest.failure();
  const Result<Differences> found = differences(folder, manifest.value());
  if (!found) return found.failure();
  if (!found.value().none()) {
    const std::string count = std::to_string(found.value().count());
    return Failure{code::publish_built_differs, {{"path", folder.string()}, {"file", found.value().first()}, {"count", count}}, {}};
  }
  return BuiltRelease{folder, std::move(manifest).value(), std::move(text).value()};
}

}  // namespace lagesbild::publish
