// The last good copy of every source that is fetched. What is fetched is kept by its checksum and held against it each time it is used; a
// small file per source says which one is its last good, when it came, and when it was last known to be the newest. A copy becomes the
// last good one only by note(), which is called when it has been read without an error, never when it merely arrived.
// In the folder: objects/<sha256>, sources/<key>.json. Only its owner can read it. Every file is written whole or not at all.
#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/effects.hpp"
#include "base/result.hpp"
#include "source/site.hpp"

namespace lagesbild::fetch {

// What is known of a source. Nothing in it is a secret: addresses are without query.
struct Kept {
  std::string sha256;                   // of the last good copy; empty: there has been none
  std::chrono::sys_seconds fetched{};   // when these bytes first came
  std::chrono::sys_seconds confirmed{}; // when they were last known to be the newest
  std::string etag, last_modified;      // to ask with
  std::size_t bytes = 0;
  std::size_t rows = 0;
  std::vector<std::string> columns;     // fields of the dataset that it has
  std::chrono::sys_seconds tried{};     // the last time, whatever came of it
  std::string failure;                  // what that time failed by, such as fetch-timeout; empty: it did not
};

class Cache {
 public:
  explicit Cache(std::filesystem::path folder) : folder_(std::move(folder)) {}
  const std::filesystem::path& folder() const { return folder_; }

  // Nothing when the source has never been tried. Fails with cache-damaged.
  Result<std::optional<Kept>> find(const source::Source& source) const;
  // The bytes of a last good copy. Fails with cache-damaged when they are not those that were kept.
  Result<std::string> read(const std::string& sha256) const;
  // Puts bytes there, which are nobody's last good copy until note() says so; sweep() removes them otherwise.
  Result<Done> put(const std::string& sha256, std::string_view bytes) const;
  // What is known of the source from now on.
  Result<Done> note(const source::Source& source, const Kept& kept) const;
  // Removes bytes that no source speaks of. What cannot be removed stays until the next time.
  void sweep() const;

 private:
  std::filesystem::path folder_;
  std::filesystem::path state_of(const source::Source& source) const;
};

// YYYY-MM-DDTHH:MM:SSZ, and back; nothing for any other text.
std::string to_text(std::chrono::sys_seconds time);
std::optional<std::chrono::sys_seconds> parse_time(std::string_view text);

}  // namespace lagesbild::fetch
