// Last good copies: kept, confirmed, used when a newer one cannot be had, and never when they are damaged or too old.
#include <fstream>

#include "catch.hpp"
#include "fetch/cache_codes.hpp"
#include "fetch/fetch.hpp"
#include "made_world.hpp"
#include "nginx.hpp"
#include "told_fully.hpp"
#include "wire/codes.hpp"

using namespace lagesbild;
using test::Told;

namespace {

const std::string url = "https://server/u.csv?key=hemlig";

// A network whose next answer the test says.
class NextAnswer final : public Network {
 public:
  std::vector<Result<Answer>> get(const std::vector<Request>& requests) override {
    asked = requests;
    return std::vector<Result<Answer>>(requests.size(), next);
  }
  Result<Answer> next = Failure{code::wire_timeout, {{"url", "u"}, {"limit", "1 s"}}, {}};
  std::vector<Request> asked;
};

struct Kept {
  test::TemporaryFolder folder;
  test::MadeDisk disk;
  NextAnswer network;
  test::StillClock clock;
  source::Configuration site;
  Diagnostics diagnostics;
  Online online = Online::yes;
  fetch::Shape shape{10, {"unit_id", "name"}};
  fetch::Columns columns = fetch::Columns::as_before;

  Kept() {
    source::Source source;
    source.dataset = "units";
    source.location = url;
    source.kind = source::Source::Kind::url;
    source.place = {"s/sources.yaml", 3, 10, {}};
    site.sources.push_back(source);
  }
  fetch::Cache cache() const { return fetch::Cache{folder.path() / "cache"}; }
  std::vector<fetch::Copy> fetch() {
    diagnostics = {};
    Effects effects{disk, network, clock};
    effects.online = online;
    const fetch::FetchOrder order{cache(), columns, [this](const fetch::Copy&) -> Result<fetch::Shape> { return shape; }};
    return fetch::fetch_all(site, order, effects, diagnostics);
  }
  // As the pipeline does when everything could be read.
  void fetch_and_accept(Answer answer) {
    network.next = std::move(answer);
    const auto copies = fetch();
    REQUIRE(copies.size() == 1);
    REQUIRE(fetch::accept(copies, cache()).ok());
  }
  void fail_by(Code code) { network.next = Failure{code, {{"url", "u"}, {"limit", "1 s"}, {"status", "500"}}, {}}; }
  void days_later(int days) { clock.day += std::chrono::days{days}; }
  std::vector<std::string> told() const {
    std::vector<std::string> codes;
    for (const Diagnostic& one : diagnostics.all()) {
      codes.push_back((one.severity == Severity::warning ? "warning " : "error ") + std::string{one.code.id});
    }
    return codes;
  }
};

Answer rows(std::string bytes, std::string etag = "\"1\"") {
  Answer answer{std::move(bytes), "text/csv", "Tue, 30 Jun 2026 00:00:00 GMT"};
  answer.etag = std::move(etag);
  return answer;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a copy that was read is asked about by its marks, and confirmed when nothing is newer") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  kept.days_later(7);
  Answer same;
  same.unchanged = true;
  kept.network.next = same;
  const auto copies = kept.fetch();
  REQUIRE(copies.size() == 1);
  CHECK(kept.network.asked.at(0).etag == "\"1\"");
  CHECK(kept.network.asked.at(0).last_modified == "Tue, 30 Jun 2026 00:00:00 GMT");
  CHECK(copies[0].bytes == "first");
  CHECK_FALSE(copies[0].kept);
  REQUIRE(fetch::accept(copies, kept.cache()).ok());
  const auto known = kept.cache().find(kept.site.sources[0]);
  REQUIRE(known.ok());
  CHECK(known.value()->fetched + std::chrono::days{7} == known.value()->confirmed);
}

TEST_CASE("a copy that has come and was never read is not a good one") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  kept.network.next = rows("second", "\"2\"");
  REQUIRE(kept.fetch().size() == 1);  // and an error when it is read: accept() is not called
  kept.fail_by(code::wire_timeout);
  const auto copies = kept.fetch();
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].bytes == "first");
  CHECK(kept.network.asked.at(0).etag == "\"1\"");
}

TEST_CASE("what cannot be fetched gives the last good copy, and says why and from when") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  kept.days_later(14);
  kept.fail_by(code::wire_timeout);
  const auto copies = kept.fetch();
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].kept);
  CHECK(copies[0].why_kept == "wire-timeout");
  CHECK(copies[0].fetched == kept.clock.day - std::chrono::days{14});
  CHECK(kept.told() == Strings{"warning wire-timeout", "warning cache-used"});
  CHECK(test::argument_of(kept.diagnostics, 1, "date") == "2026-06-30");
  CHECK(kept.diagnostics.all()[0].place.line == 3);
  CHECK_FALSE(fetch::outside_world_failed(kept.diagnostics));
}

TEST_CASE("offline the last good copies are used, and those that could not be fetched are still told") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  kept.online = Online::no;
  kept.network.asked.clear();
  CHECK(kept.fetch().at(0).bytes == "first");
  CHECK(kept.told().empty());
  kept.online = Online::yes;
  kept.fail_by(code::wire_timeout);
  kept.fetch();
  kept.online = Online::no;
  kept.network.asked.clear();
  CHECK(kept.fetch().at(0).kept);
  CHECK(kept.told() == Strings{"warning cache-used"});
  CHECK(kept.network.asked.empty());
}

TEST_CASE("without a copy what cannot be fetched is an error, and so is a copy that is too old") {
  Kept kept;
  CHECK(kept.fetch().empty());
  CHECK(kept.told() == Strings{"error wire-timeout"});
  CHECK(fetch::outside_world_failed(kept.diagnostics));
  kept.online = Online::no;
  CHECK(kept.fetch().empty());
  CHECK(kept.told() == Strings{"error cache-empty"});
  kept.online = Online::yes;
  kept.fetch_and_accept(rows("first"));
  kept.fail_by(code::wire_timeout);
  kept.days_later(35);
  CHECK(kept.fetch().size() == 1);
  kept.days_later(1);
  CHECK(kept.fetch().empty());
  CHECK(kept.told() == Strings{"warning wire-timeout", "error cache-too-old"});
}

TEST_CASE("an answer that will not do is not believed") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  const auto told = [&](Answer answer) {
    kept.network.next = std::move(answer);
    const auto copies = kept.fetch();
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].bytes == (kept.told().empty() ? "other" : "first"));
    return kept.told().empty() ? std::string{} : kept.told().at(0);
  };
  CHECK(told(rows("other")).empty());
  CHECK(told(rows("\xEF\xBB\xBF\n <!DOCTYPE html><title>Logga in</title>")) == "warning fetch-page");
  CHECK(told(rows("<HTML>")) == "warning fetch-page");
  kept.shape.rows = 8;
  CHECK(told(rows("other")).empty());
  kept.shape.rows = 7;
  CHECK(told(rows("other")) == "warning fetch-shrunk");
  kept.shape.rows = 0;
  CHECK(told(rows("other")) == "warning fetch-few-rows");
  kept.shape = {10, {"unit_id"}};
  CHECK(told(rows("other")) == "warning fetch-column-gone");
  kept.columns = fetch::Columns::may_go;
  CHECK(told(rows("other")).empty());
  kept.site.sources[0].sha256 = std::string(64, 'a');
  CHECK(told(rows("other")) == "warning fetch-checksum");
}

TEST_CASE("what sources.yaml says wrongly is an error though there is a copy") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  kept.fail_by(code::wire_http_not_allowed);
  CHECK(kept.fetch().empty());
  CHECK(kept.told() == Strings{"error wire-http-not-allowed"});
  CHECK_FALSE(fetch::outside_world_failed(kept.diagnostics));
}

TEST_CASE("a damaged copy is never used, and bytes that nobody speaks of are removed") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  kept.fetch_and_accept(rows("second", "\"2\""));
  const auto objects = kept.folder.path() / "cache" / "objects";
  CHECK(std::distance(std::filesystem::directory_iterator{objects}, {}) == 1);
  for (const auto& object : std::filesystem::directory_iterator{objects}) std::ofstream{object.path()} << "secomd";
  kept.fail_by(code::wire_timeout);
  CHECK(kept.fetch().empty());
  CHECK(kept.told() == Strings{"warning cache-damaged", "error wire-timeout", "error cache-damaged"});
  CHECK(kept.network.asked.at(0).etag.empty());  // the server must send it again
  const auto states = kept.folder.path() / "cache" / "sources";
  for (const auto& state : std::filesystem::directory_iterator{states}) std::ofstream{state.path()} << "{";
  kept.network.next = rows("third");
  CHECK(kept.fetch().at(0).bytes == "third");
  CHECK(kept.told() == Strings{"warning cache-damaged"});
}

TEST_CASE("nothing that may be a key is kept with a copy, and only its owner can read it") {
  Kept kept;
  kept.fetch_and_accept(rows("first"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator{kept.folder.path() / "cache"}) {
    CHECK(entry.path().string().find("hemlig") == std::string::npos);
    if (!entry.is_regular_file()) continue;
    CHECK((std::filesystem::status(entry).permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none);
    std::ifstream in{entry.path()};
    CHECK(std::string{std::istreambuf_iterator<char>{in}, {}}.find("hemlig") == std::string::npos);
  }
}

TEST_CASE("times are written as they are read") {
  for (const char* text : {"2026-11-24T02:45:40Z", "1999-12-31T23:59:59Z", "2028-02-29T00:00:00Z"}) {
    const auto time = fetch::parse_time(text);
    REQUIRE(time);
    CHECK(fetch::to_text(*time) == text);
  }
  for (const char* text :
       {"", "2026-11-24", "2026-11-24T24:00:00Z", "2026-13-24T02:45:40Z", "2026-11-24T02:45:4 Z", "2026-11-24 02:45:40Z"}) {
    CHECK_FALSE(fetch::parse_time(text));
  }
}
