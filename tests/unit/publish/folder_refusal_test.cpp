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
TEST_CASE("a folder that is not ours is refused and stays as it is", "[publish]") {
  const TempFolder temp;
  const auto refused = [&](Code code) {
    const std::vector<std::string> before = fingerprint(temp.path());
    const Result<FolderRelease> release = FolderRelease::open(temp / "site");
    REQUIRE_FALSE(release.ok());
    CHECK(release.failure().code == code);
    CHECK(argument(release.failure(), "path") == (temp / "site").string());
    CHECK(fingerprint(temp.path()) == before);
  };
  SECTION("with somebody's files") {
    write(temp / "site/thesis.doc", "x");
    refused(code::publish_target_foreign);
  }
  SECTION("with another program's release.json") {
    write(temp / "site/release.json", "{\"generator\": \"another\", \"name\": \"lagesbild\"}");
    refused(code::publish_target_foreign);
  }
  SECTION("a symbolic link, even to a release of ours") {
    REQUIRE(publish(temp / "real", old_site()).ok());
    fs::create_directory_symlink(temp / "real", temp / "site");
    refused(code::publish_target_is_link);
  }
  SECTION("a file") {
    write(temp / "site", "x");
    refused(code::publish_target_not_folder);
  }
}

TEST_CASE("a pack of sheets never takes the place of a site, nor a site of a pack", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  const auto pack_over_site = FolderRelease::open(temp / "site", std::nullopt, Holds::pack);
  REQUIRE_FALSE(pack_over_site.ok());
  CHECK(pack_over_site.failure().code == code::publish_target_not_pack);
  CHECK(is_wrong_target(pack_over_site.failure()));
  const auto write_pack = [&](const char* sheet) {
    auto release = FolderRelease::open(temp / "pack", std::nullopt, Holds::pack);
    REQUIRE(release.ok());
    REQUIRE(release.value().put("release.json", "{\"generator\": \"lagesbild preview-pack\"}").ok());
    REQUIRE(release.value().put("enhet/fk001.html", sheet).ok());
    return release.value().commit();
  };
  REQUIRE(write_pack("ett").ok());
  REQUIRE(write_pack("två").ok());
  CHECK(read(temp / "pack/enhet/fk001.html") == "två");
  const auto site_over_pack = FolderRelease::open(temp / "pack");
  REQUIRE_FALSE(site_over_pack.ok());
  CHECK(site_over_pack.failure().code == code::publish_target_foreign);
  CHECK(read_site(temp / "site") == old_site());
}

TEST_CASE("a target without a name is refused", "[publish]") {
  for (const char* folder : {"", "/", "/.", "..", "site/.."}) {
    const Result<FolderRelease> release = FolderRelease::open(folder);
    REQUIRE_FALSE(release.ok());
    CHECK(release.failure().code == code::publish_bad_target);
  }
}

TEST_CASE("two runs at once: the second is refused, and may go on when the first is done", "[publish]") {
  const TempFolder temp;
  {
    const Result<FolderRelease> first = FolderRelease::open(temp / "site");
    REQUIRE(first.ok());
    const Result<FolderRelease> second = FolderRelease::open(temp / "site");
    REQUIRE_FALSE(second.ok());
    CHECK(second.failure().code == code::publish_locked);
    CHECK(argument(second.failure(), "path") == (temp / "site").string());
    CHECK(FolderRelease::open(temp / "another").ok());
  }
  CHECK(publish(temp / "site", old_site()).ok());
}

TEST_CASE("paths that would leave the site are refused, and so is the release", "[publish]") {
  const TempFolder temp;
  using namespace std::string_literals;
  for (const std::string& path : {""s, "/etc/passwd"s, "../x"s, "a/../x"s, "a/.."s, "a//b"s, "a/"s, "./a"s, "a\\b"s, "a\0b"s,
                                  std::string(256, 'a')}) {
    Result<FolderRelease> release = FolderRelease::open(temp / "site");
    REQUIRE(release.ok());
    const Result<Done> done = release.value().put(path, "x");
    REQUIRE_FALSE(done.ok());
    CHECK(done.failure().code == code::publish_bad_path);
    CHECK(argument(done.failure(), "path") == path);
    REQUIRE(release.value().put("release.json", old_site()["release.json"]).ok());
    const Result<Summary> commit = release.value().commit();
    REQUIRE_FALSE(commit.ok());
    CHECK(commit.failure().code == code::publish_bad_path);
  }
  CHECK_FALSE(fs::exists(temp / "site"));
}

TEST_CASE("a path that differs only in capitals is there already", "[publish]") {
  const TempFolder temp;
  Result<FolderRelease> release = FolderRelease::open(temp / "site");
  REQUIRE(release.ok());
  REQUIRE(release.value().put("enhet/FK1.html", "x").ok());
  const Result<Done> done = release.value().put("enhet/fk1.html", "x");
  REQUIRE_FALSE(done.ok());
  CHECK(done.failure().code == code::publish_same_path);
  CHECK(argument(done.failure(), "path") == "enhet/fk1.html");
  CHECK(argument(done.failure(), "other") == "enhet/FK1.html");
}

TEST_CASE("a release that the next run would not know again is refused", "[publish]") {
  const TempFolder temp;
  for (const char* marker : {"", "{}", "{\"generator\": \"other\"}", "{\"generator\" \"lagesbild\"}"}) {
    const Result<Summary> done = publish(temp / "site", {{"index.html", "x"}, {"release.json", marker}});
    REQUIRE_FALSE(done.ok());
    CHECK(done.failure().code == code::publish_no_marker);
  }
  CHECK(publish(temp / "site", {{"release.json", "{ \"a\": 1,\n\"generator\" :\n \"lagesbild\"}"}}).ok());
}

TEST_CASE("a folder that somebody replaced or filled in the meantime is left alone", "[publish]") {
  const TempFolder temp;
  SECTION("replaced") {
    REQUIRE(publish(temp / "site", old_site()).ok());
    Result<FolderRelease> release = FolderRelease::open(temp / "site");
    REQUIRE(release.ok());
    for (const auto& [path, bytes] : new_site()) REQUIRE(release.value().put(path, bytes).ok());
    fs::rename(temp / "site", temp / "elsewhere");
    write(temp / "site/thesis.doc", "x");
    const Result<Summary> done = release.value().commit();
    REQUIRE_FALSE(done.ok());
    CHECK(done.failure().code == code::publish_target_changed);
  }
  SECTION("filled") {
    Result<FolderRelease> release = FolderRelease::open(temp / "site");
    REQUIRE(release.ok());
    for (const auto& [path, bytes] : new_site()) REQUIRE(release.value().put(path, bytes).ok());
    write(temp / "site/thesis.doc", "x");
    const Result<Summary> done = release.value().commit();
    REQUIRE_FALSE(done.ok());
    CHECK(done.failure().code == code::publish_target_changed);
  }
  CHECK(read_site(temp / "site") == Site{{"thesis.doc", "x"}});
}

TEST_CASE("a parent where we may not write is told with path and reason", "[publish]") {
  const TempFolder temp;
  fs::create_directory(temp / "closed");
  REQUIRE(::chmod(temp.path().c_str(), 0755) == 0);
  REQUIRE(::chmod((temp / "closed").c_str(), 0555) == 0);
  const auto body = [&] {
    if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) return false;  // rights do not bind root
    const Result<FolderRelease> direct = FolderRelease::open(temp / "closed/site");
    const Result<FolderRelease> below = FolderRelease::open(temp / "closed/a/site");
    return !direct.ok() && direct.failure().code == code::publish_cannot_create &&
           argument(direct.failure(), "path") == (temp / "closed/.site.lock").string() &&
           argument(direct.failure(), "reason") == "Permission denied" && !below.ok() &&
           below.failure().code == code::publish_cannot_create &&
           argument(below.failure(), "path") == (temp / "closed/a").string();
  };
  CHECK(in_child(body) == 0);
  ::chmod((temp / "closed").c_str(), 0755);
}

TEST_CASE("a file that does not fit is told with path and reason, and the old site stands", "[publish]") {
  const TempFolder temp;
  REQUIRE(publish(temp / "site", old_site()).ok());
  const auto body = [&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
    Site site = new_site();
    site["big.html"] = std::string(5000, 'x');
    const Result<Summary> done = publish(temp / "site", site);
    return !done.ok() && done.failure().code == code::publish_cannot_write &&
           argument(done.failure(), "path") == (temp / ".site.staging/big.html").string() &&
           argument(done.failure(), "reason") == "File too large";
  };
  CHECK(in_child(body) == 0);
  CHECK(read_site(temp / "site") == old_site());
  CHECK_FALSE(fs::exists(temp / ".site.staging"));
}

TEST_CASE("files are 0644 and folders 0755, less what the user's mask takes", "[publish]") {
  const TempFolder temp;
  const auto modes_with_mask = [&](mode_t mask, mode_t file, mode_t folder) {
    return in_child([&] {
      ::umask(mask);
      const fs::path site = temp / ("m" + std::to_string(mask)).c_str();
      return publish(site, old_site()).ok() && (inode(site / "enhet/fk001.html").st_mode & 07777) == file &&
             (inode(site / "enhet").st_mode & 07777) == folder && (inode(site).st_mode & 07777) == folder;
    });
  };
  CHECK(modes_with_mask(0, 0644, 0755) == 0);
  CHECK(modes_with_mask(027, 0640, 0750) == 0);
}

TEST_CASE("eight threads may put a thousand files each", "[publish]") {
  const TempFolder temp{Where::memory};
  const auto path_of = [](int thread, int file) {
    return "d" + std::to_string(file % 7) + "/e" + std::to_string(file % 3) + "/" + std::to_string(thread) + "-" + std::to_string(file);
  };
  const auto run = [&](const std::string& content) {
    Result<FolderRelease> release = FolderRelease::open(temp / "site");
    REQUIRE(release.ok());
    REQUIRE(release.value().put("release.json", old_site()["release.json"]).ok());
    std::atomic<int> failed{0};
    {
      std::vector<std::jthread> threads;
      for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
          for (int file = 0; file < 1000; ++file) {
            const bool changes = file % 100 == 0;
            if (!release.value().put(path_of(thread, file), changes ? content : "the same").ok()) ++failed;
          }
        });
      }
    }
    CHECK(failed == 0);
    Result<Summary> done = release.value().commit();
    REQUIRE(done.ok());
    return done.value();
  };
  CHECK(run("first").written == 8001);
  const Summary second = run("second");
  CHECK(second.written == 80);
  CHECK(second.unchanged == 7921);
  CHECK(second.deleted == 0);
  const Site site = read_site(temp / "site");
  CHECK(site.size() == 8001);
  CHECK(site.at(path_of(7, 900)) == "second");
  CHECK(site.at(path_of(7, 901)) == "the same");
}

TEST_CASE("of the same path from many threads exactly one is taken", "[publish]") {
  const TempFolder temp;
  Result<FolderRelease> release = FolderRelease::open(temp / "site");
  REQUIRE(release.ok());
  std::atomic<int> taken{0};
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread) {
      threads.emplace_back([&] {
        if (release.value().put("a/b.html", "x").ok()) ++taken;
      });
    }
  }
  CHECK(taken == 1);
}

}  // namespace lagesbild::publish::test
