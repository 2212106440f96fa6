// What a release is made of: every file with its size and its hash, in manifest.json at its top. It is the last file that is put in its
// place, so a release that has it has been put whole; whether it still is whole is known only by reading it back (`differences`).
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace lagesbild::publish {

inline constexpr std::string_view manifest_name = "manifest.json";

struct ManifestFile {
  std::string path;    // relative, with /
  std::uint64_t bytes = 0;
  std::string sha256;  // lower-case hex
  friend bool operator==(const ManifestFile&, const ManifestFile&) = default;
};

struct Manifest {
  std::string site, release, audience;
  std::vector<ManifestFile> files;  // by path, bytewise; not manifest.json itself
  friend bool operator==(const Manifest&, const Manifest&) = default;
  const ManifestFile* find(std::string_view path) const;
  std::uint64_t bytes() const;
};

// A path that every kind of target can hold: relative, no empty part, no ".." or ".", no backslash, no control character, UTF-8.
bool is_good_path(std::string_view path);
// What may stand in the name of a folder: letters of ASCII, digits, - and _; at most 64.
bool is_good_release_id(std::string_view id);

std::string write_manifest(const Manifest& manifest);
// Strict: another form, a name twice, a bad path, a path twice, files out of order are publish-manifest-broken; `shown` is for its message.
Result<Manifest> parse_manifest(std::string_view text, const std::string& shown);

// Gathers what is built, from any thread.
class ManifestMaker {
 public:
  void add(std::string_view path, std::string_view bytes);
  // The text of manifest.json, when all files have been added; the order in which they came does not matter.
  std::string text(std::string_view site, std::string_view release, std::string_view audience) const;

 private:
  mutable std::mutex lock_;
  std::map<std::string, ManifestFile, std::less<>> files_;
};

// A folder held against a manifest.
struct Differences {
  std::vector<std::string> missing, changed, extra;  // paths, sorted
  bool none() const { return missing.empty() && changed.empty() && extra.empty(); }
  std::string first() const;  // the path of one of them; empty when there is none
  std::size_t count() const { return missing.size() + changed.size() + extra.size(); }
};
Result<Differences> differences(const std::filesystem::path& folder, const Manifest& manifest);

// A built site, as it stands in its folder.
struct BuiltRelease {
  std::filesystem::path folder;
  Manifest manifest;
  std::string text;  // of manifest.json
};
// Fails when there is no manifest, or when any file differs from it.
Result<BuiltRelease> read_release(const std::filesystem::path& folder);

// The size and hash of a file on the disk; its bytes are never held at once.
Result<ManifestFile> hash_file(const std::filesystem::path& folder, const std::string& path);

}  // namespace lagesbild::publish
