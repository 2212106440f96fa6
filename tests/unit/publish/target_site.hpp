// Built sites with manifests, and what every kind of target must do with them.
#pragma once
#include <functional>
#include <string>
#include <utility>

#include "catch.hpp"
#include "folder_probe.hpp"
#include "publish/codes.hpp"
#include "publish/deliver.hpp"
#include "publish/target_codes.hpp"
#include "site_folder.hpp"

namespace lagesbild::publish::test {

inline std::string release_json(const std::string& release, const std::string& audience = "open", const std::string& site = "demo") {
  return "{\n  \"generator\": \"lagesbild\",\n  \"site\": \"" + site + "\",\n  \"audience\": \"" + audience + "\",\n  \"release\": \"" +
         release + "\"\n}\n";
}

inline Site with_manifest(Site site, const std::string& release, const std::string& audience = "open", const std::string& name = "demo") {
  site["release.json"] = release_json(release, audience, name);
  site.erase("manifest.json");
  ManifestMaker maker;
  for (const auto& [path, bytes] : site) maker.add(path, bytes);
  site["manifest.json"] = maker.text(name, release, audience);
  return site;
}

// Names as people give them, and as no tool likes them.
inline Site first_site() {
  return with_manifest({{"index.html", "<p>första</p>"},
                        {"enhet/fk001.html", "<p>samma</p>"},
                        {"en/enhet/fk001.html", "<p>same</p>"},
                        {"en/gone.html", "<p>gone</p>"},
                        {"data/Å och ö + 100%.csv", "a;b\n1;2\n"},
                        {"data/tal [1] *.csv", "x\n"},
                        {"data/it's \"so\".csv", "y\n"},
                        {"assets/site.css", ""}},
                       "1a2b");
}

inline Site second_site() {
  Site site = first_site();
  site["index.html"] = "<p>andra, och längre</p>";
  site["omr\u00e5de/a b+c%20.html"] = "<p>ny sida</p>";
  site.erase("en/gone.html");
  return with_manifest(site, "3c4d");
}

inline Site third_site() {
  Site site = second_site();
  site["data/tal [1] *.csv"] = "z\n";
  return with_manifest(site, "5e6f");
}

inline BuiltRelease build(const fs::path& folder, const Site& site) {
  fs::remove_all(folder);
  for (const auto& [path, bytes] : site) write(folder / path, bytes);
  auto built = read_release(folder);
  REQUIRE(built.ok());
  return std::move(built).value();
}

// A target and the way that readers take to it.
struct Place {
  source::Target target;
  std::function<Site()> seen;
  std::function<void(const std::string& path, const std::string& bytes)> spoil;  // a file that readers see, behind our back
};

class Desk {
 public:
  Desk() { options.state = temp.path() / "state"; }
  Result<Delivery> publish(const Place& place, const Site& site) {
    return deliver(place.target, build(temp.path() / "built", site), options);
  }
  TempFolder temp{Where::memory};
  DeliverOptions options;
};

inline bool is_done(const Result<Delivery>& result) { return result.ok() && !result.value().afterwards; }

inline std::string told(const Result<Delivery>& result) {
  if (result) return "fine";
  std::string text{result.failure().code.id};
  for (const Argument& each : result.failure().arguments) text += " " + each.name + "=" + each.value;
  return text;
}

// Old, then new, then back, and everything that is refused in between. The target is empty at first and keeps one release.
inline void publishes_as_every_target_does(Place place) {
  place.target.keep = 1;
  Desk desk;
  desk.options.dry_run = DryRun::yes;
  Result<Delivery> run = desk.publish(place, first_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(run.value().plan.added.size() == 9);
  CHECK(place.seen().empty());
  desk.options.dry_run = DryRun::no;

  run = desk.publish(place, first_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(run.value().switched);
  CHECK(run.value().sent == 10);
  CHECK(place.seen() == first_site());

  run = desk.publish(place, second_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(run.value().plan.added.size() == 1);
  CHECK(run.value().plan.changed.size() == 2);
  CHECK(run.value().plan.deleted.size() == 1);
  CHECK(run.value().verified == 10);
  CHECK(run.value().before == "1a2b");
  CHECK(place.seen() == second_site());

  run = desk.publish(place, second_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK_FALSE(run.value().switched);
  CHECK(run.value().sent == 0);
  CHECK(run.value().verified == 10);

  Site few = with_manifest({{"index.html", "<p>tom</p>"}}, "7a8b");
  run = desk.publish(place, few);
  REQUIRE_FALSE(run.ok());
  CHECK(run.failure().code == code::publish_brake);
  run = desk.publish(place, with_manifest(second_site(), "9c0d", "intranet"));
  REQUIRE_FALSE(run.ok());
  CHECK(run.failure().code == code::publish_target_audience);
  run = desk.publish(place, with_manifest(second_site(), "9c0d", "open", "annan"));
  REQUIRE_FALSE(run.ok());
  CHECK(run.failure().code == code::publish_other_site);
  CHECK(place.seen() == second_site());

  run = desk.publish(place, third_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(run.value().removed == std::vector<std::string>{"1a2b"});
  CHECK(place.seen() == third_site());

  run = rollback(place.target, desk.options);
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(run.value().release == "3c4d");
  CHECK(place.seen() == second_site());
  run = rollback(place.target, desk.options);
  REQUIRE_FALSE(run.ok());
  CHECK(run.failure().code == code::publish_no_release_before);
  run = desk.publish(place, third_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(place.seen() == third_site());

  place.spoil("enhet/fk001.html", "<p>såmma</p>");
  CHECK(place.seen() != third_site());
  run = desk.publish(place, third_site());
  INFO(told(run));
  REQUIRE(run.ok());
  CHECK(run.value().switched);
  CHECK(place.seen() == third_site());
}

}  // namespace lagesbild::publish::test
