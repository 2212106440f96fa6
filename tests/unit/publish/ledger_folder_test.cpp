// The records of what has been told: where they lie, in which order, and that none is lost or taken for one.
#include "publish/ledger_folder.hpp"

#include <sys/resource.h>

#include <csignal>
#include <thread>

#include "base/codes.hpp"
#include "base/file.hpp"
#include "catch.hpp"
#include "folder_probe.hpp"
#include "publish/codes.hpp"
#include "site_folder.hpp"

namespace lagesbild::publish::test {
namespace {

using Records = std::vector<std::pair<std::string, std::string>>;  // by the name of the file, not its path

Records records(const fs::path& folder) {
  RealDisk disk;
  auto found = read_ledger(folder, disk);
  REQUIRE(found.ok());
  Records all;
  for (const auto& [path, text] : found.value()) {
    CHECK(fs::path{path}.parent_path() == folder);
    all.emplace_back(fs::path{path}.filename().string(), text);
  }
  return all;
}

Code refused(const Result<Done>& result) { return result.ok() ? Code{} : result.failure().code; }

// As a user whom the rights of files bind.
bool become_nobody() { return ::geteuid() != 0 || ::setresuid(65534, 65534, 65534) == 0; }

}  // namespace

TEST_CASE("the ledger of a site lies beside it, by its name", "[publish]") {
  CHECK(ledger_of("/srv/sites/skane") == fs::path{"/srv/sites/ledger/skane"});
  CHECK(ledger_of("/srv/sites/skane/") == fs::path{"/srv/sites/ledger/skane"});
  CHECK(ledger_of("/srv/sites/./x/../skane") == fs::path{"/srv/sites/ledger/skane"});
  CHECK(ledger_of("skane") == fs::current_path() / "ledger/skane");
}

TEST_CASE("without a folder there are no records, and to read makes none", "[publish]") {
  const TempFolder temp;
  CHECK(records(temp / "ledger/site").empty());
  CHECK(names_in(temp.path()).empty());
}

TEST_CASE("records are read as they were written, in the order in which they came", "[publish]") {
  const TempFolder temp{Where::memory};
  const fs::path folder = temp / "ledger/site";
  Records expected;
  for (std::size_t n = 0; n < 12; ++n) {
    const std::string release(1, static_cast<char>('z' - n)), text = "text\t" + std::to_string(n) + "\n";
    REQUIRE(record(folder, n, release, text).ok());
    expected.emplace_back((n + 1 < 10 ? "0000" : "000") + std::to_string(n + 1) + "-" + release + ".tsv", text);
  }
  CHECK(records(folder) == expected);
}

TEST_CASE("a record is for its owner to read, whatever the user's mask", "[publish]") {
  const TempFolder temp{Where::memory};
  const auto body = [&] {
    ::umask(0);
    return record(temp / "ledger/site", 0, "a", "text").ok() && (inode(temp / "ledger/site/00001-a.tsv").st_mode & 07777) == 0600;
  };
  CHECK(in_child(body) == 0);
}

TEST_CASE("when others have recorded since the ledger was read nothing is recorded", "[publish]") {
  const TempFolder temp{Where::memory};
  const fs::path folder = temp / "ledger";
  REQUIRE(record(folder, 0, "a", "first").ok());
  CHECK(refused(record(folder, 0, "b", "second")) == code::publish_ledger_changed);
  CHECK(argument(record(folder, 0, "b", "second").failure(), "path") == folder.string());
  CHECK(refused(record(folder, 2, "b", "second")) == code::publish_ledger_changed);  // one has gone
  CHECK(records(folder) == Records{{"00001-a.tsv", "first"}});
}

TEST_CASE("of those who record at the same time one at most gets through, and what the others wrote is gone", "[publish]") {
  for (int attempt = 0; attempt < 40; ++attempt) {
    const TempFolder temp{Where::memory};
    const fs::path folder = temp / "ledger";
    std::vector<Code> ends(6);
    {
      std::vector<std::jthread> all;
      for (std::size_t i = 0; i < ends.size(); ++i) {
        all.emplace_back([&, i] { ends[i] = refused(record(folder, 0, std::to_string(i), "text")); });
      }
    }
    Records expected;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i] == Code{}) expected.emplace_back("00001-" + std::to_string(i) + ".tsv", "text");
    }
    CHECK(expected.size() <= 1);
    CHECK(records(folder) == expected);
  }
}

TEST_CASE("a record takes the place of no other, also when an older one has been removed", "[publish]") {
  const TempFolder temp{Where::memory};
  const fs::path folder = temp / "ledger";
  REQUIRE(record(folder, 0, "a", "first").ok());
  REQUIRE(record(folder, 1, "b", "second").ok());
  fs::remove(folder / "00001-a.tsv");
  REQUIRE(record(folder, 1, "b", "third").ok());
  CHECK(records(folder) == Records{{"00002-b.tsv", "second"}, {"00003-b.tsv", "third"}});
}

TEST_CASE("what a killed run left half written is no record, and no hindrance", "[publish]") {
  const TempFolder temp{Where::memory};
  const fs::path folder = temp / "ledger";
  write(folder / ".00001-a.tsv.part", "lagesb");
  write(folder / ".00001-a.tsv", "lagesb");
  CHECK(records(folder).empty());
  REQUIRE(record(folder, 0, "a", "whole").ok());
  CHECK(records(folder) == Records{{"00001-a.tsv", "whole"}});
  CHECK_FALSE(fs::exists(folder / ".00001-a.tsv.part"));
}

TEST_CASE("a folder where other files lie is no ledger, folders in it are nothing", "[publish]") {
  const TempFolder temp{Where::memory};
  write(temp / "gamla.tsv/00001-a.tsv", "x");
  CHECK(records(temp.path()).empty());
  for (const char* name : {"index.html", "00001-a.tsv~", "LÄS MIG.txt"}) {
    write(temp / name, "x");
    RealDisk disk;
    const auto found = read_ledger(temp.path(), disk);
    REQUIRE_FALSE(found.ok());
    CHECK(found.failure().code == code::publish_ledger_foreign);
    CHECK(argument(found.failure(), "file") == name);
    CHECK(refused(record(temp.path(), 0, "a", "x")) == code::publish_ledger_foreign);
    fs::remove(temp / name);
  }
}

TEST_CASE("a record that does not fit leaves nothing behind", "[publish]") {
  const TempFolder temp;
  const auto body = [&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
    return refused(record(temp / "ledger", 0, "a", std::string(5000, 'x'))) == code::publish_report_unwritable;
  };
  CHECK(in_child(body) == 0);
  CHECK(names_in(temp / "ledger").empty());
}

TEST_CASE("a ledger that cannot be read is no empty one", "[publish]") {
  const TempFolder temp;
  const fs::path closed = temp / "closed", folder = closed / "site";
  write(folder / "00001-a.tsv", "x");
  REQUIRE(::chmod(temp.path().c_str(), 0755) == 0);
  const auto unreadable = [&] {
    return in_child([&] {
      RealDisk disk;
      if (!become_nobody()) return false;
      const auto found = read_ledger(folder, disk);
      return !found.ok() && found.failure().code == code::file_unreadable &&
             refused(record(folder, 0, "b", "x")) == code::file_unreadable;
    });
  };
  SECTION("the folder") { REQUIRE(::chmod(folder.c_str(), 0) == 0); }
  SECTION("what it lies in") { REQUIRE(::chmod(closed.c_str(), 0) == 0); }
  SECTION("a record") { REQUIRE(::chmod((folder / "00001-a.tsv").c_str(), 0) == 0); }
  CHECK(unreadable() == 0);
  for (const fs::path& each : {closed, folder}) ::chmod(each.c_str(), 0755);
}

TEST_CASE("where the ledger should be and cannot be made is told with its reason", "[publish]") {
  const TempFolder temp;
  write(temp / "ledger", "a file");
  const auto ended = record(temp / "ledger/site", 0, "a", "x");
  CHECK(refused(ended) == code::publish_cannot_write);
  CHECK(argument(ended.failure(), "path") == (temp / "ledger/site").string());
  RealDisk disk;
  CHECK_FALSE(read_ledger(temp / "ledger", disk).ok());
}

}  // namespace lagesbild::publish::test
