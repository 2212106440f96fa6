// Real temporary folders for the tests of publishing, and sites as maps from path to bytes.
#pragma once
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "publish/folder.hpp"

namespace lagesbild::publish::test {

namespace fs = std::filesystem;
using Site = std::map<std::string, std::string>;

// `memory` for tests that publish hundreds of times: publishing waits for the whole disk, and the disk may be busy with others' files.
enum class Where { disk, memory };

class TempFolder {
 public:
  explicit TempFolder(Where where = Where::disk) {
    const bool in_memory = where == Where::memory && ::access("/dev/shm", W_OK | X_OK) == 0;
    const fs::path above = in_memory ? fs::path{"/dev/shm"} : fs::temp_directory_path();
    std::string name = (above / "lagesbild-publish-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  fs::path operator/(const char* name) const { return path_ / name; }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

inline std::string read(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

inline void write(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream{file, std::ios::binary} << bytes;
}

// Every file below the folder; empty when there is no folder.
inline Site read_site(const fs::path& folder) {
  Site site;
  if (!fs::exists(folder)) return site;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (!entry.is_directory()) site[entry.path().lexically_relative(folder).generic_string()] = read(entry.path());
  }
  return site;
}

inline Result<Summary> publish(const fs::path& folder, const Site& site) {
  Result<FolderRelease> release = FolderRelease::open(folder);
  if (!release) return release.failure();
  for (const auto& [path, bytes] : site) {
    if (const Result<Done> done = release.value().put(path, bytes); !done) return done.failure();
  }
  return release.value().commit();
}

inline Site old_site() {
  return {{"release.json", "{\n  \"generator\": \"lagesbild\",\n  \"id\": 1\n}\n"},
          {"index.html", "<p>gammal</p>"},
          {"enhet/fk001.html", "<p>samma</p>"},
          {"en/enhet/fk001.html", "<p>same</p>"},
          {"en/gone.html", "<p>gone</p>"},
          {"assets/site.css", ""}};
}

inline Site new_site() {
  Site site = old_site();
  site["release.json"] = "{\"generator\":\"lagesbild\",\"id\":2}";
  site["index.html"] = "<p>ny och längre</p>";
  site["omrade/a.html"] = "<p>ny sida</p>";
  site.erase("en/gone.html");
  return site;
}

}  // namespace lagesbild::publish::test
