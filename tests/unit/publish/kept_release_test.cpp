// The copy of the release before: written whole, read as it was, and nobody else's.
#include "publish/kept_release.hpp"

#include "base/file.hpp"
#include "catch.hpp"
#include "folder_probe.hpp"
#include "publish/codes.hpp"
#include "publish/ledger_folder.hpp"
#include "site_folder.hpp"

namespace lagesbild::publish::test {
namespace {

const KeptFiles files{{"data/a.csv", "x;y\r\n1;2\r\n"}, {"data/empty.csv", ""}, {"release.json", std::string{"{}\n\0å", 6}}};

std::optional<KeptFiles> kept(const fs::path& ledger, const std::string& release) {
  RealDisk disk;
  auto found = read_kept(ledger, release, disk);
  REQUIRE(found.ok());
  return std::move(found).value();
}

}  // namespace

TEST_CASE("what is kept for a release is read as it was, and for another there is nothing", "[publish]") {
  const TempFolder temp{Where::memory};
  const fs::path ledger = temp / "ledger/site";
  CHECK_FALSE(kept(ledger, "b"));
  REQUIRE(keep(ledger, "b", files).ok());
  CHECK(kept(ledger, "b") == files);
  CHECK_FALSE(kept(ledger, "c"));
  CHECK((fs::status(ledger / "before/b").permissions() & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
}

TEST_CASE("what is kept is not taken for a record of what has been told", "[publish]") {
  const TempFolder temp{Where::memory};
  REQUIRE(keep(temp / "ledger/site", "b", files).ok());
  RealDisk disk;
  const auto records = read_ledger(temp / "ledger/site", disk);
  REQUIRE(records.ok());
  CHECK(records.value().empty());
}

TEST_CASE("only what is kept for the release that stands there is left when it has been published", "[publish]") {
  const TempFolder temp{Where::memory};
  for (const char* release : {"a", "b", "c"}) REQUIRE(keep(temp.path(), release, files).ok());
  forget_others(temp.path(), {"b"});
  CHECK(names_in(temp / "before") == std::vector<std::string>{"b"});
  forget_others(temp / "nowhere", {"b"});
}

TEST_CASE("a copy that is cut off or changed anywhere is refused", "[publish]") {
  const TempFolder temp{Where::memory};
  REQUIRE(keep(temp.path(), "b", files).ok());
  RealDisk disk;
  const std::string whole = disk.read(temp / "before/b").value();
  const auto code_of = [&](const std::string& text) {
    fs::remove(temp / "before/b");
    std::ofstream{temp / "before/b", std::ios::binary} << text;
    const auto found = read_kept(temp.path(), "b", disk);
    return found.ok() ? Code{} : found.failure().code;
  };
  CHECK(code_of(whole) == Code{});
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    CHECK(code_of(whole.substr(0, at)) == code::kept_release_damaged);
    std::string other = whole;
    other[at] = static_cast<char>(other[at] ^ 1);
    CHECK(code_of(other) == code::kept_release_damaged);
  }
}
}  // namespace lagesbild::publish::test
