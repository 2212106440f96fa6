// Kills and failing system calls, one after another, by strace. The child is this very program: its hidden test publishes.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "catch.hpp"
#include "site_folder.hpp"

extern char** environ;

namespace lagesbild::publish::test {
namespace {

// Every call that changes something on the disk or waits for it; a kill at any other call leaves what one of these leaves.
constexpr std::array calls{"openat", "mkdirat", "write", "close", "linkat", "syncfs", "renameat2", "renameat", "fsync", "unlinkat"};
enum class Exchange { works, missing };

std::string joined() {
  std::string all;
  for (const char* call : calls) all.append(all.empty() ? "" : ",").append(call);
  return all;
}

struct Ended {
  bool killed = false;
  int code = -1;  // 0: published
};

Ended publish_under_strace(const fs::path& folder, const std::vector<std::string>& injections) {
  std::vector<std::string> words{"strace", "-f", "-o", "/dev/null", "-E", "LAGESBILD_PUBLISH_TO=" + folder.string(),
                                 "-E", "ASAN_OPTIONS=detect_leaks=0", "-e", "trace=" + joined()};
  for (const std::string& each : injections) {
    words.push_back("-e");
    words.push_back("inject=" + each);
  }
  words.push_back(fs::read_symlink("/proc/self/exe").string());
  words.push_back("a child publishes the new site");
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

bool holds_whole_site(const TempFolder& temp, Exchange exchange) {
  const Site seen = read_site(temp / "site");
  if (seen == old_site() || seen == new_site()) return true;
  // Without exchange there is an instant without a site: it must be there as the previous one.
  return exchange == Exchange::missing && seen.empty() && read_site(temp / ".site.previous") == old_site();
}

// Injects `what` at the first, second, ... `call` until the child no longer meets it. Returns how many it met.
template <class Met>
int inject_at_each(const std::string& call, const std::string& what, Exchange exchange, Met met) {
  for (int n = 1;; ++n) {
    const TempFolder temp{Where::memory};
    Site before_old = old_site();
    before_old["index.html"] = "<p>ännu äldre</p>";
    REQUIRE(publish(temp / "site", before_old).ok());  // so that there is a previous one to put away
    REQUIRE(publish(temp / "site", old_site()).ok());
    std::vector<std::string> injections;
    if (exchange == Exchange::missing) injections.push_back("renameat2:error=EINVAL");
    injections.push_back(call + ":" + what + ":when=" + std::to_string(n));
    const Ended ended = publish_under_strace(temp / "site", injections);
    CAPTURE(call, what, n, ended.killed, ended.code);
    REQUIRE(holds_whole_site(temp, exchange));
    if (!ended.killed && ended.code == 0) REQUIRE(read_site(temp / "site") == new_site());
    const Result<Summary> again = publish(temp / "site", new_site());
    REQUIRE(again.ok());
    REQUIRE(read_site(temp / "site") == new_site());
    REQUIRE_FALSE(fs::exists(temp / ".site.staging"));
    REQUIRE_FALSE(fs::exists(temp / ".site.older"));
    if (!met(ended)) return n - 1;
  }
}

int kill_at_each(const std::string& call, Exchange exchange) {
  return inject_at_each(call, "signal=KILL", exchange, [](const Ended& ended) { return ended.killed; });
}

}  // namespace

// Run by the tests below, not by itself.
TEST_CASE("a child publishes the new site", "[.child]") {
  const char* folder = std::getenv("LAGESBILD_PUBLISH_TO");
  REQUIRE(folder != nullptr);
  CHECK(publish(folder, new_site()).ok());
}

TEST_CASE("a run that is killed at any system call leaves a whole site, and the next one finishes", "[publish]") {
  for (const char* call : calls) {
    const int kills = kill_at_each(call, Exchange::works);
    if (std::string{call} != "renameat") CHECK(kills > 0);
    if (std::string{call} == "linkat") CHECK(kills == 3);
    if (std::string{call} == "renameat2") CHECK(kills == 2);
  }
}

TEST_CASE("so does a run on a file system that cannot exchange two folders", "[publish]") {
  CHECK(kill_at_each("renameat", Exchange::missing) == 3);
  for (const char* call : {"syncfs", "fsync", "unlinkat"}) CHECK(kill_at_each(call, Exchange::missing) > 0);
}

TEST_CASE("a system call that fails leaves a whole site, and the next run finishes", "[publish]") {
  for (const char* call : {"mkdirat", "linkat", "syncfs", "renameat2", "fsync"}) {
    const int failures =
        inject_at_each(call, "error=ENOSPC", Exchange::works, [](const Ended& ended) { return ended.code != 0; });
    CHECK(failures > 0);
  }
}

TEST_CASE("where the file system has no hard links the unchanged files are copied", "[publish]") {
  for (const char* error : {"EXDEV", "EMLINK", "EPERM"}) {
    const TempFolder temp;
    REQUIRE(publish(temp / "site", old_site()).ok());
    const Ended ended = publish_under_strace(temp / "site", {std::string{"linkat:error="} + error});
    CHECK(ended.code == 0);
    CHECK(read_site(temp / "site") == new_site());
    CHECK(fs::hard_link_count(temp / "site/enhet/fk001.html") == 1);
  }
}

}  // namespace lagesbild::publish::test
