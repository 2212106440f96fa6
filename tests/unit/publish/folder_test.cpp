#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "folder_probe.hpp"
#include "publish/codes.hpp"
#include "site_folder.hpp"

namespace lagesbild::publish::test {
TEST_CASE("a first release makes the folder and those above it", "[publish]") {
  const TempFolder temp;
  const Result<Summary> done = publish(temp / "a/b/site", old_site());
  REQUIRE(done.ok());
  CHECK(done.value().files == 6);
  CHECK(done.value().written == 6);
  CHECK(done.value().unchanged == 0);
  CHECK(done.value().deleted == 0);
  CHECK(done.value().switched);
  std::uint64_t bytes = 0;
  for (const auto& [path, content] : old_site()) bytes += content.size();
  CHECK(done.value().bytes == bytes);
  CHECK(read_site(temp / "a/b/site") == old_site());
  CHECK(names_in(temp / "a/b") == std::vector<std::string>{".site.lock", "site"});
}

TEST_CASE("an empty folder may be taken, and a path may end in a slash or a dot", "[publish]") {
  const TempFolder temp;
  fs::create_directory(temp / "site");
  REQUIRE(publish(temp / "site/", old_site()).ok());
  CHECK(read_site(temp / "site") == old_site());
  REQUIRE(publish(temp / "site/.", new_site()).ok());
  CHECK(read_site(temp / "site") == new_site());
}

TEST_CASE("a second release keeps the unchanged files, never writes into the old ones, and keeps the old release", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  const struct stat same = inode(temp / "site/enhet/fk001.html");
  const struct stat changed = inode(temp / "site/index.html");
  const Result<Summary> done = publish(temp / "site", new_site());
  REQUIRE(done.ok());
  CHECK(done.value().files == 6);
  CHECK(done.value().written == 3);
  CHECK(done.value().unchanged == 3);
  CHECK(done.value().deleted == 1);
  CHECK(done.value().switched);
  CHECK(read_site(temp / "site") == new_site());
  CHECK(read_site(temp / ".site.previous") == old_site());
  CHECK(inode(temp / "site/enhet/fk001.html").st_ino == same.st_ino);
  CHECK(inode(temp / "site/enhet/fk001.html").st_mtim.tv_nsec == same.st_mtim.tv_nsec);
  CHECK(inode(temp / "site/index.html").st_ino != changed.st_ino);
  CHECK(inode(temp / ".site.previous/index.html").st_ino == changed.st_ino);
  CHECK(names_in(temp.path()) == std::vector<std::string>{".site.lock", ".site.previous", "site"});
}

TEST_CASE("the previous release is the one before, however many there were", "[publish]") {
  const TempFolder temp;
  Site third = new_site();
  third["index.html"] = "<p>tredje</p>";
  REQUIRE(publish(temp / "site", old_site()).ok());
  REQUIRE(publish(temp / "site", new_site()).ok());
  REQUIRE(publish(temp / "site", third).ok());
  CHECK(read_site(temp / "site") == third);
  CHECK(read_site(temp / ".site.previous") == new_site());
  CHECK(names_in(temp.path()) == std::vector<std::string>{".site.lock", ".site.previous", "site"});
}

TEST_CASE("when nothing differs nothing is touched, not even beside the folder", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  REQUIRE(publish(temp / "site", new_site()).ok());
  const std::vector<std::string> before = fingerprint(temp.path());
  const Result<Summary> done = publish(temp / "site", new_site());
  REQUIRE(done.ok());
  CHECK_FALSE(done.value().switched);
  CHECK(done.value().unchanged == 6);
  CHECK(done.value().written == 0);
  CHECK(done.value().deleted == 0);
  CHECK(fingerprint(temp.path()) == before);
}

TEST_CASE("a release that only lacks a file is a release", "[publish]") {
  const TempFolder temp;
  Site less = old_site();
  less.erase("en/gone.html");
  REQUIRE(publish(temp / "site", old_site()).ok());
  const Result<Summary> done = publish(temp / "site", less);
  REQUIRE(done.ok());
  CHECK(done.value().switched);
  CHECK(done.value().written == 0);
  CHECK(done.value().deleted == 1);
  CHECK(read_site(temp / "site") == less);
}

TEST_CASE("a file of the same size with other bytes is changed, also past the first block", "[publish]") {
  const TempFolder temp;
  Site site = old_site();
  site["data.csv"] = std::string(200'000, 'a');
  REQUIRE(publish(temp / "site", site).ok());
  site["data.csv"][199'999] = 'b';
  const Result<Summary> done = publish(temp / "site", site);
  REQUIRE(done.ok());
  CHECK(done.value().written == 1);
  CHECK(read_site(temp / "site") == site);
}

TEST_CASE("a file may become a folder and a folder a file", "[publish]") {
  const TempFolder temp;
  Site site = old_site();
  site["a"] = "file";
  site["b/c"] = "file";
  REQUIRE(publish(temp / "site", site).ok());
  site.erase("a");
  site.erase("b/c");
  site["a/d"] = "file";
  site["b"] = "file";
  const Result<Summary> done = publish(temp / "site", site);
  REQUIRE(done.ok());
  CHECK(done.value().deleted == 2);
  CHECK(read_site(temp / "site") == site);
}

TEST_CASE("a link that somebody put into the site is replaced, not followed", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  write(temp / "outside.html", old_site()["index.html"]);
  fs::remove(temp / "site/index.html");
  fs::create_symlink(temp / "outside.html", temp / "site/index.html");
  const Result<Summary> done = publish(temp / "site", old_site());
  REQUIRE(done.ok());
  CHECK(done.value().written == 1);
  CHECK(S_ISREG(inode(temp / "site/index.html").st_mode));
}

TEST_CASE("a release that is not committed leaves the old site and nothing else", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  const std::vector<std::string> names = names_in(temp.path());
  {
    Result<FolderRelease> release = FolderRelease::open(temp / "site");
    REQUIRE(release.ok());
    REQUIRE(release.value().put("deep/down/new.html", "x").ok());
    CHECK(read(temp / ".site.staging/deep/down/new.html") == "x");
  }
  CHECK(read_site(temp / "site") == old_site());
  CHECK(names_in(temp.path()) == names);
}

TEST_CASE("what a killed run left behind is taken away", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  write(temp / ".site.staging/enhet/half.html", "<p>hal");
  fs::create_symlink(temp / "site", temp / ".site.staging/link");
  write(temp / ".site.older/release.json", old_site()["release.json"]);
  REQUIRE(publish(temp / "site", new_site()).ok());
  CHECK(read_site(temp / "site") == new_site());
  CHECK(names_in(temp.path()) == std::vector<std::string>{".site.lock", ".site.previous", "site"});
}

TEST_CASE("a site that is missing because a run was killed between two renames comes back", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  fs::rename(temp / "site", temp / ".site.previous");
  const Result<FolderRelease> release = FolderRelease::open(temp / "site");
  REQUIRE(release.ok());
  CHECK(read_site(temp / "site") == old_site());
}

}  // namespace lagesbild::publish::test
