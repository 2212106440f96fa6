#include "fetch/fetch.hpp"

#include "catch.hpp"
#include "fetch/codes.hpp"
#include "made_world.hpp"
#include "told_fully.hpp"

using namespace lagesbild;
using test::argument_of;
using test::MadeDisk;
using test::MadeNetwork;
using test::Told;
using test::told_fully;

namespace {

source::Source from_file(std::string dataset, std::string file) {
  source::Source source;
  source.dataset = std::move(dataset);
  source.location = std::move(file);
  return source;
}

source::Source from_url(std::string dataset, std::string url) {
  source::Source source = from_file(std::move(dataset), std::move(url));
  source.kind = source::Source::Kind::url;
  return source;
}

struct World {
  MadeDisk disk;
  MadeNetwork network;
  test::StillClock clock{};
  Diagnostics diagnostics{};

  std::vector<fetch::Copy> fetch(const source::Configuration& configuration) {
    Effects effects{disk, network, clock};
    return fetch::fetch_all(configuration, {}, effects, diagnostics);
  }
};

source::Configuration made_site(std::vector<source::Source> sources) {
  source::Configuration configuration;
  configuration.site.folder = "sites/s";
  configuration.sources = std::move(sources);
  return configuration;
}

}  // namespace

TEST_CASE("files are read from the folder of the site, each once, and shown by their path") {
  World world{MadeDisk{{{"sites/s/data/a.csv", "abc"}, {"sites/s/./b.csv", ""}}}, MadeNetwork{}};
  const auto configuration = made_site({from_file("units", "data/a.csv"), from_file("reviews", "./b.csv")});
  const auto copies = world.fetch(configuration);
  CHECK(told_fully(world.diagnostics) == Told{});
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].source == &configuration.sources[0]);
  CHECK(copies[0].shown_as == "sites/s/data/a.csv");
  CHECK(copies[0].bytes == "abc");
  CHECK(copies[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(copies[1].source == &configuration.sources[1]);
  CHECK(copies[1].shown_as == "sites/s/b.csv");
  CHECK(copies[1].bytes.empty());
  CHECK(copies[1].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(world.disk.reads == std::map<std::string, int>{{"sites/s/data/a.csv", 1}, {"sites/s/./b.csv", 1}});
  CHECK(world.network.asked.empty());
}

TEST_CASE("a URL is asked for as its source says, and shown without what may be a key") {
  const std::string url = "https://example.org/units.csv?key=secret";
  World world{MadeDisk{}, MadeNetwork{{{url, Answer{"rows", "text/csv", ""}}}}};
  source::Source source = from_url("units", url);
  source.connection.allow_http = true;
  source.max_bytes = 12345;
  source.connection.timeout = std::chrono::seconds{7};
  source.connection.ca_file = "sites/s/ca.pem";
  const auto configuration = made_site({source});
  const auto copies = world.fetch(configuration);
  CHECK(told_fully(world.diagnostics) == Told{});
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].shown_as == "https://example.org/units.csv");
  CHECK(copies[0].bytes == "rows");
  REQUIRE(world.network.asked.size() == 1);
  const Request& request = world.network.asked[0];
  CHECK(request.url == url);
  CHECK(request.connection.allow_http);
  CHECK(request.max_bytes == 12345);
  CHECK(request.connection.timeout == std::chrono::seconds{7});
  CHECK(request.connection.ca_file == "sites/s/ca.pem");
  CHECK(world.disk.reads.empty());
}

TEST_CASE("a source without a certificate file trusts those of the system") {
  World world{MadeDisk{}, MadeNetwork{{{"https://example.org/a", Answer{"rows", "", ""}}}}};
  world.fetch(made_site({from_url("units", "https://example.org/a")}));
  REQUIRE(world.network.asked.size() == 1);
  CHECK(world.network.asked[0].connection.ca_file.empty());
  CHECK_FALSE(world.network.asked[0].connection.allow_http);
}

TEST_CASE("every source that fails is told, and the others are fetched all the same") {
  const Failure forbidden{code::fetch_forbidden, {{"url", "https://example.org/b"}, {"status", "403"}}, {}};
  World world{MadeDisk{{{"sites/s/d.csv", "d"}}},
              MadeNetwork{{{"https://example.org/b", forbidden}, {"https://example.org/c", Answer{"c", "", ""}}}}};
  world.disk.fail("sites/s/e.csv", code::file_unreadable);
  const auto configuration = made_site({from_file("units", "a.csv"), from_url("reviews", "https://example.org/b"),
                                        from_url("statements", "https://example.org/c"), from_file("benchmarks", "d.csv"),
                                        from_file("measures", "e.csv")});
  const auto copies = world.fetch(configuration);
  CHECK(told_fully(world.diagnostics) == Told{":0:0 file-missing", ":0:0 fetch-forbidden", ":0:0 file-unreadable"});
  CHECK(argument_of(world.diagnostics, 0, "path") == "sites/s/a.csv");
  CHECK(argument_of(world.diagnostics, 1, "status") == "403");
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].source == &configuration.sources[2]);
  CHECK(copies[0].bytes == "c");
  CHECK(copies[1].source == &configuration.sources[3]);
  CHECK(copies[1].bytes == "d");
}

TEST_CASE("a source that fails is complained about where it is written") {
  source::Source source = from_file("units", "a.csv");
  source.place = {"sites/s/sources.yaml", 3, 11};
  World world{MadeDisk{}, MadeNetwork{}};
  CHECK(world.fetch(made_site({source})).empty());
  CHECK(told_fully(world.diagnostics) == Told{"sites/s/sources.yaml:3:11 file-missing"});
}

TEST_CASE("a site without sources has no copies") {
  World world{MadeDisk{}, MadeNetwork{}};
  CHECK(world.fetch(made_site({})).empty());
  CHECK(world.diagnostics.empty());
}
