#include "publish/manifest.hpp"

#include "base/hash.hpp"
#include "target_site.hpp"

namespace lagesbild::publish::test {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a manifest reads as it was written, whatever the order of files", "[publish]") {
  ManifestMaker one, other;
  one.add("b.html", "b");
  one.add("data/\"å\" 1.csv", "a");
  one.add("manifest.json", "never listed");
  other.add("data/\"å\" 1.csv", "a");
  other.add("b.html", "b");
  const std::string text = one.text("demo", "1a2b", "open");
  CHECK(text == other.text("demo", "1a2b", "open"));
  const auto manifest = parse_manifest(text, "here");
  REQUIRE(manifest.ok());
  CHECK(manifest.value().release == "1a2b");
  CHECK(manifest.value().audience == "open");
  CHECK(manifest.value().site == "demo");
  REQUIRE(manifest.value().files.size() == 2);
  CHECK(manifest.value().files[1] == ManifestFile{"data/\"å\" 1.csv", 1, sha256_hex("a")});
  CHECK(manifest.value().find("b.html") != nullptr);
  CHECK(manifest.value().find("c.html") == nullptr);
  CHECK(write_manifest(manifest.value()) == text);
  CHECK(parse_manifest(ManifestMaker{}.text("demo", "1", "open"), "here").ok());
}

TEST_CASE("a manifest that is not exactly ours is refused", "[publish]") {
  ManifestMaker maker;
  maker.add("a.html", "a");
  maker.add("b.html", "b");
  const std::string text = maker.text("demo", "1a2b", "open");
  const std::vector<std::pair<std::string, std::string>> faults{
      {"\"lagesbild\"", "\"other\""},
      {"\"site\"", "\"release\""},
      {"\"1a2b\"", "\"../1\""},
      {"\"1a2b\"", "\"\""},
      {"\"a.html\"", "\"../a.html\""},
      {"\"a.html\"", "\"/a.html\""},
      {"\"a.html\"", "\"a\\nb.html\""},
      {"\"a.html\"", "\"b.html\""},
      {"\"a.html\"", "\"c.html\""},
      {"\"a.html\"", "\"manifest.json\""},
      {"\"bytes\": 1", "\"bytes\": -1"},
      {"\"bytes\": 1", "\"bytes\": 1.5"},
      {"\"bytes\": 1", "\"bytes\": 1, \"bytes\": 1"},
      {"\"bytes\": 1", "\"bytes\": 1, \"more\": 1"},
      {"\"sha256\": \"c", "\"sha256\": \"C"},
      {"}\n", ""},
      {"[", "[[[["},
  };
  for (const auto& [from, to] : faults) {
    CAPTURE(from, to);
    const auto manifest = parse_manifest(replaced(text, from, to), "here");
    REQUIRE_FALSE(manifest.ok());
    CHECK(manifest.failure().code == code::publish_manifest_broken);
  }
  CHECK_FALSE(parse_manifest("", "here").ok());
  CHECK_FALSE(parse_manifest(std::string(100'000, '['), "here").ok());
}

TEST_CASE("a built site that has been touched is told from its manifest", "[publish]") {
  const TempFolder temp{Where::memory};
  build(temp / "built", first_site());
  write(temp / "built/en/gone.html", "<p>other</p>");
  write(temp / "built/more.html", "");
  fs::remove(temp / "built/index.html");
  const auto manifest = parse_manifest(first_site().at("manifest.json"), "here");
  const auto found = differences(temp / "built", manifest.value());
  REQUIRE(found.ok());
  CHECK(found.value().changed == std::vector<std::string>{"en/gone.html"});
  CHECK(found.value().extra == std::vector<std::string>{"more.html"});
  CHECK(found.value().missing == std::vector<std::string>{"index.html"});
  const auto read = read_release(temp / "built");
  REQUIRE_FALSE(read.ok());
  CHECK(read.failure().code == code::publish_built_differs);
  CHECK(argument(read.failure(), "count") == "3");
  fs::remove(temp / "built/manifest.json");
  CHECK(read_release(temp / "built").failure().code == code::publish_no_manifest);
}

TEST_CASE("a link in a built site is a difference, even one to the right bytes", "[publish]") {
  const TempFolder temp{Where::memory};
  build(temp / "built", first_site());
  fs::rename(temp / "built/index.html", temp / "index.html");
  fs::create_symlink(temp / "index.html", temp / "built/index.html");
  CHECK(read_release(temp / "built").failure().code == code::publish_built_differs);
}

}  // namespace lagesbild::publish::test
