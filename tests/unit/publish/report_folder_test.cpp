// A report goes into a folder without harming what lies there.
#include "publish/report_folder.hpp"

#include "catch.hpp"
#include "publish/codes.hpp"
#include "site_folder.hpp"

using namespace lagesbild;
using namespace lagesbild::publish;
using namespace lagesbild::publish::test;

namespace {

const std::string page = "<!doctype html>\n<meta name=\"generator\" content=\"lagesbild report\">\n";

std::vector<std::pair<std::string, std::string>> files(const std::string& words = "") {
  return {{"index.html", page + words}, {"fil-a.html", page}, {"fil-a.csv", "a;b\r\n"}, {"assets/site.css", "p{}"}};
}

Site as_site(const std::vector<std::pair<std::string, std::string>>& all) { return {all.begin(), all.end()}; }

Code refused(const Result<Done>& result) { return result ? Code{} : result.failure().code; }

}  // namespace

TEST_CASE("a report makes its folder and those above it") {
  const TempFolder temporary;
  const fs::path folder = temporary / "a/b";
  REQUIRE(may_hold_report(folder));
  CHECK_FALSE(fs::exists(folder));
  REQUIRE(write_report(folder, files()));
  CHECK(read_site(folder) == as_site(files()));
}

TEST_CASE("a report replaces its own files and leaves those of others") {
  const TempFolder temporary;
  write(temporary / "brev.txt", "hej");
  REQUIRE(write_report(temporary.path(), files("ett")));
  write(temporary / "fil-b.html", page);  // of a file that is no longer delivered
  REQUIRE(may_hold_report(temporary.path()));
  REQUIRE(write_report(temporary.path(), files("två")));
  Site expected = as_site(files("två"));
  expected["brev.txt"] = "hej";
  expected["fil-b.html"] = page;
  CHECK(read_site(temporary.path()) == expected);
}

TEST_CASE("a folder with the first page of something else is refused at once") {
  const TempFolder temporary;
  write(temporary / "index.html", "<!doctype html><title>Vår webbplats</title>");
  CHECK(refused(may_hold_report(temporary.path())) == code::publish_report_foreign);
  const auto written = write_report(temporary.path(), files());
  CHECK(refused(written) == code::publish_report_foreign);
  CHECK(is_wrong_target(written.failure()));
  CHECK(read_site(temporary.path()).size() == 1);
}

TEST_CASE("a folder without a report but with a file that a report would replace is refused before anything is written") {
  const TempFolder temporary;
  write(temporary / "assets/site.css", "body{}");
  CHECK(may_hold_report(temporary.path()));
  const auto written = write_report(temporary.path(), files());
  REQUIRE(refused(written) == code::publish_report_foreign);
  CHECK(written.failure().arguments[1].value == "assets/site.css");
  CHECK(read_site(temporary.path()) == Site{{"assets/site.css", "body{}"}});
}

TEST_CASE("what is no folder cannot hold a report") {
  const TempFolder temporary;
  write(temporary / "fil", "x");
  CHECK(refused(may_hold_report(temporary / "fil")) == code::publish_report_not_folder);
  CHECK(refused(may_hold_report("")) == code::publish_report_not_folder);
  CHECK(is_wrong_target(may_hold_report("").failure()));
}

TEST_CASE("a folder that cannot be made is told of with its reason") {
  const TempFolder temporary;
  write(temporary / "fil", "x");
  const auto written = write_report(temporary / "fil/rapport", files());
  CHECK(refused(written) == code::publish_report_unwritable);
  CHECK_FALSE(is_wrong_target(written.failure()));
}

TEST_CASE("a file that cannot be replaced leaves no draft behind") {
  const TempFolder temporary;
  REQUIRE(write_report(temporary.path(), files()));
  fs::remove(temporary / "fil-a.csv");
  write(temporary / "fil-a.csv/inne", "x");
  const Site before = read_site(temporary.path());
  CHECK(refused(write_report(temporary.path(), files())) == code::publish_report_unwritable);
  CHECK(read_site(temporary.path()) == before);
}

TEST_CASE("a link where a page goes is replaced and what it leads to is left alone") {
  const TempFolder temporary;
  write(temporary / "utanför", "deras");
  const fs::path folder = temporary / "rapport";
  REQUIRE(write_report(folder, files()));
  fs::remove(folder / "fil-a.csv");
  fs::create_symlink(temporary / "utanför", folder / "fil-a.csv");
  REQUIRE(write_report(folder, files()));
  CHECK(read(temporary / "utanför") == "deras");
  CHECK(read_site(folder) == as_site(files()));
}

TEST_CASE("what a killed run left half written is no hindrance") {
  const TempFolder temporary;
  write(temporary / ".index.html.part", "<!doc");
  REQUIRE(write_report(temporary.path(), files()));
  CHECK(read_site(temporary.path()) == as_site(files()));
}
