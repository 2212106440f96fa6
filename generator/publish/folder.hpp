// Puts a site into a folder, whole or not at all. The pages are staged beside the folder; files that are the same as in the release that
// stands there are hard-linked, never rewritten; everything is on disk before the folder is switched in one system call; the release
// that was there is kept as the previous one until the next time. A run that is killed leaves the old site as it was, and the next run
// finishes. Two runs at once: the second is refused. Where nothing differs nothing is written, not even beside the folder.
// Beside `site`: .site.lock (stays), .site.staging (while it runs), .site.previous (the release before), .site.older (for a moment).
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/audience.hpp"
#include "base/result.hpp"
#include "publish/system.hpp"

namespace lagesbild::publish {

struct Summary {
  std::uint64_t files = 0;     // of the release
  std::uint64_t bytes = 0;
  std::uint64_t written = 0;   // files that are new or changed
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;   // files of the old release that the new one does not have
  bool switched = false;       // false: nothing differed, the folder was left as it was
};

// The folder is one that we must not write to, such as one with somebody else's files: a mistake in the command, not in the world.
bool is_wrong_target(const Failure& failure);

class FolderRelease {
 public:
  // `folder` may be missing, empty, or hold a release of ours (a file release.json with the right "generator"); anything else is refused,
  // so that nobody's files are replaced; and so is a release for another audience, so that a site for few never takes the place of an open
  // one. A pack of sheets (`holds`) never takes the place of a site, nor a site of a pack. Folders above it are made when they are missing.
  static Result<FolderRelease> open(const std::filesystem::path& folder, std::optional<Audience> audience = std::nullopt,
                                    Holds holds = Holds::site);
  FolderRelease(FolderRelease&&) noexcept;
  FolderRelease& operator=(FolderRelease&&) noexcept;
  ~FolderRelease();  // without commit(): what was staged is taken away, the old site stands

  // `path` is relative, with `/`; each path once, capitals or not. May be called from many threads. After a failure commit() fails too.
  Result<Done> put(std::string_view path, std::string_view bytes);
  // Once, after all put() have returned. A release without our release.json is refused: the next run would not know it again.
  Result<Summary> commit();

 private:
  struct Impl;
  explicit FolderRelease(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lagesbild::publish
