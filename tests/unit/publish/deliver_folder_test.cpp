// A folder as a target: both ways to switch, kills and failing system calls one after another.
#include <spawn.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <array>
#include <cstdlib>
#include <fstream>

#include "target_site.hpp"

extern char** environ;

namespace lagesbild::publish::test {
namespace {

using Switch = source::Target::Switch;

Place folder_place(const fs::path& site, Switch how) {
  Place place;
  place.target.id = "folder";
  place.target.location = site.string();
  place.target.how = how;
  place.seen = [site] { return read_site(site); };
  place.spoil = [site](const std::string& path, const std::string& bytes) {
    fs::remove(site / path);  // the file alone, not what it is linked to
    write(site / path, bytes);
  };
  return place;
}

Result<Delivery> publish_once(const fs::path& all, Switch how, const Site& site) {
  DeliverOptions options;
  options.state = all / "state";
  options.private_files = {{"1.json", "[1]"}};
  return deliver(folder_place(all / "site", how).target, build(all / "built", site), options);
}

struct Ended {
  bool killed = false;
  int code = -1;
};

Ended publish_under_strace(const fs::path& all, Switch how, const std::vector<std::string>& injections) {
  std::vector<std::string> words{"strace", "-f", "-o", "/dev/null", "-E", "LAGESBILD_DELIVER_IN=" + all.string(),
                                 "-E", std::string{"LAGESBILD_DELIVER_BY="} + (how == Switch::symlink ? "symlink" : "exchange"),
                                 "-E", "ASAN_OPTIONS=detect_leaks=0"};
  for (const std::string& each : injections) words.insert(words.end(), {"-e", "inject=" + each});
  words.insert(words.end(), {"-e", "trace=mkdirat,write,linkat,syncfs,renameat2,renameat,rename,symlinkat,fsync,unlinkat,unlink,flock",
                             fs::read_symlink("/proc/self/exe").string(), "a child delivers the second site"});
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  ::posix_spawn_file_actions_init(&quiet);
  ::posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
  pid_t child = -1;
  const int error = ::posix_spawnp(&child, "strace", &quiet, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&quiet);
  INFO("strace is needed: apt-get install strace");
  REQUIRE(error == 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return {WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

// At the first, second ... such call, until the child no longer meets it. Returns how many there were.
int inject_at_each(const std::string& call, const std::string& what, Switch how, const std::vector<std::string>& always = {}) {
  for (int n = 1;; ++n) {
    const TempFolder temp{Where::memory};
    build(temp / "built", second_site());
    REQUIRE(publish_once(temp.path(), how, with_manifest({{"index.html", "<p>0</p>"}}, "0")).ok());
    REQUIRE(publish_once(temp.path(), how, first_site()).ok());
    build(temp / "built", second_site());
    std::vector<std::string> injections = always;
    injections.push_back(call + ":" + what + ":when=" + std::to_string(n));
    const Ended ended = publish_under_strace(temp.path(), how, injections);
    CAPTURE(call, what, n, ended.killed, ended.code);
    const Site seen = read_site(temp / "site");
    const bool whole = seen == first_site() || seen == second_site();
    const bool away = !always.empty() && seen.empty() && read_site(temp / ".site.release-1a2b") == first_site();
    REQUIRE((whole || away));
    const Result<Delivery> again = publish_once(temp.path(), how, second_site());
    INFO(told(again));
    REQUIRE(again.ok());
    REQUIRE(read_site(temp / "site") == second_site());
    REQUIRE(read_site(temp / ".site.release-1a2b") == first_site());
    std::vector<std::string> names{".site.history.json", ".site.ledger", ".site.lock", ".site.release-0",
                                   ".site.release-1a2b", "built",        "site",       "state"};
    if (how == Switch::symlink) names.insert(names.begin() + 5, ".site.release-3c4d");
    REQUIRE(names_in(temp.path()) == names);
    if (!ended.killed && ended.code == 0) return n - 1;
  }
}

}  // namespace

TEST_CASE("a child delivers the second site", "[.child]") {
  const char* all = std::getenv("LAGESBILD_DELIVER_IN");
  const char* how = std::getenv("LAGESBILD_DELIVER_BY");
  REQUIRE(all != nullptr);
  REQUIRE(how != nullptr);
  CHECK(is_done(publish_once(all, std::string{how} == "symlink" ? Switch::symlink : Switch::exchange, second_site())));
}

TEST_CASE("a folder target does as every target does, by exchange and by link", "[publish]") {
  for (const Switch how : {Switch::exchange, Switch::symlink}) {
    const TempFolder temp{Where::memory};
    CAPTURE(how == Switch::symlink);
    publishes_as_every_target_does(folder_place(temp / "www/site", how));
    CHECK(fs::is_symlink(temp / "www/site") == (how == Switch::symlink));
  }
}

TEST_CASE("unchanged files are linked, records are for the owner only and lie outside of the site", "[publish]") {
  const TempFolder temp{Where::memory};
  REQUIRE(publish_once(temp.path(), Switch::exchange, first_site()).ok());
  const auto second = publish_once(temp.path(), Switch::exchange, second_site());
  REQUIRE(second.ok());
  CHECK(second.value().copied == 6);
  CHECK(fs::hard_link_count(temp / "site/enhet/fk001.html") == 2);
  CHECK(read(temp / ".site.ledger/1.json") == "[1]");
  CHECK((inode(temp / ".site.ledger").st_mode & 0777) == 0700);
  CHECK((inode(temp / ".site.ledger/1.json").st_mode & 0777) == 0600);
}

TEST_CASE("a folder that is not ours is refused and left as it is", "[publish]") {
  const TempFolder temp{Where::memory};
  write(temp / "site/mine.html", "mine");
  const auto run = publish_once(temp.path(), Switch::exchange, first_site());
  REQUIRE_FALSE(run.ok());
  CHECK(run.failure().code == code::publish_target_foreign);
  CHECK(read_site(temp / "site") == Site{{"mine.html", "mine"}});
  fs::remove_all(temp / "site");
  fs::create_directory(temp / "other");
  fs::create_symlink("other", temp / "site");
  CHECK(publish_once(temp.path(), Switch::exchange, first_site()).failure().code == code::publish_target_is_link);
  CHECK(publish_once(temp.path(), Switch::symlink, first_site()).failure().code == code::publish_foreign_link);
  fs::remove(temp / "site");
  fs::create_directory(temp / "site");
  CHECK(publish_once(temp.path(), Switch::exchange, first_site()).ok());
  CHECK(read_site(temp / "site") == first_site());
}

TEST_CASE("while a run holds the lock another is refused, at the target and at home", "[publish]") {
  const TempFolder temp{Where::memory};
  REQUIRE(publish_once(temp.path(), Switch::exchange, first_site()).ok());
  for (const char* lock : {".site.lock", "state/publish-folder.lock"}) {
    const Descriptor held{::open((temp / lock).c_str(), O_RDWR | O_CLOEXEC)};
    REQUIRE(::flock(held.get(), LOCK_EX) == 0);
    CHECK(publish_once(temp.path(), Switch::exchange, second_site()).failure().code == code::publish_locked);
    CHECK(read_site(temp / "site") == first_site());
  }
  CHECK(publish_once(temp.path(), Switch::exchange, second_site()).ok());
}

TEST_CASE("what an interrupted run has put is used again once its hash has been read back", "[publish]") {
  const TempFolder temp{Where::memory};
  REQUIRE(publish_once(temp.path(), Switch::exchange, first_site()).ok());
  write(temp / ".site.release-3c4d/index.html", second_site().at("index.html"));
  write(temp / ".site.release-3c4d/release.json", std::string(second_site().at("release.json").size(), 'x'));
  write(temp / ".site.release-3c4d/stray.html", "stray");
  const auto run = publish_once(temp.path(), Switch::exchange, second_site());
  REQUIRE(run.ok());
  CHECK(run.value().found == 1);
  CHECK(run.value().sent == 3);
  CHECK(read_site(temp / "site") == second_site());
}

TEST_CASE("a site that a program without manifests has put is replaced and kept", "[publish]") {
  const TempFolder temp{Where::memory};
  Site old = first_site();
  old.erase("manifest.json");
  REQUIRE(publish(temp / "site", old).ok());
  REQUIRE(publish_once(temp.path(), Switch::exchange, second_site()).ok());
  CHECK(read_site(temp / "site") == second_site());
  CHECK(read_site(temp / ".site.release-1a2b") == old);
}

TEST_CASE("a delivery to a folder that is killed at any system call leaves a whole site, and the next run finishes", "[publish]") {
  for (const char* call : {"mkdirat", "write", "linkat", "syncfs", "renameat2", "renameat", "rename", "fsync", "unlinkat"}) {
    CHECK(inject_at_each(call, "signal=KILL", Switch::exchange) > 0);
  }
  for (const char* call : {"syncfs", "symlinkat", "renameat", "fsync", "unlinkat"}) {
    CHECK(inject_at_each(call, "signal=KILL", Switch::symlink) > 0);
  }
}

TEST_CASE("so does a delivery where the file system cannot exchange two folders", "[publish]") {
  for (const char* call : {"symlinkat", "renameat", "unlinkat", "fsync"}) {
    CHECK(inject_at_each(call, "signal=KILL", Switch::exchange, {"renameat2:error=EINVAL"}) > 0);
  }
}

TEST_CASE("a system call that fails in a delivery leaves a whole site, and the next run finishes", "[publish]") {
  for (const Switch how : {Switch::exchange, Switch::symlink}) {
    for (const char* call : {"linkat", "syncfs", "fsync"}) CHECK(inject_at_each(call, "error=ENOSPC", how) > 0);
  }
}

}  // namespace lagesbild::publish::test
