// Which groups there are, and who belongs to them.
#include "indicators/groups.hpp"

#include <set>

#include "../read/told.hpp"
#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using model::Ownership;
using read::Told;
using test::day;

namespace {

const Date today = day(test::made_today);

model::Unit unit(const std::string& id, std::size_t forum, Ownership owner, std::optional<int> patients = std::nullopt,
                 std::optional<int> doctors = std::nullopt) {
  model::Unit one = test::made_unit(id, forum, owner);
  one.figures.listed_patients = patients;
  one.figures.st_doctors = doctors;
  return one;
}

model::Facts region() {
  model::Facts facts;
  facts.forums = {test::made_forum("norr"), test::made_forum("soder")};
  facts.units = {unit("E0", 0, Ownership::public_), unit("E1", 0, Ownership::private_), unit("E2", 1, Ownership::private_)};
  facts.units[0].kind = "läkarhus";
  facts.units[1].municipality = facts.units[2].municipality = "Byn";
  facts.units[1].provider = "Åkern AB";
  facts.units[2].provider = "Akern AB";
  return facts;
}

struct Made {
  Made(const model::Facts& facts, const std::string& rules, const Settings& settings = {}) {
    auto read = std::optional{std::vector<GroupRule>{}};
    if (!rules.empty()) read = read_groups("groups.yaml", "groups:\n" + rules, diagnostics);
    if (read) groups = make_groups(facts, *read, settings, today, diagnostics);
  }
  // Units of a group, "0 2".
  std::string members(GroupKind kind, const std::string& id) const {
    const auto group = static_cast<std::uint32_t>(test::group_index(groups.all, kind, id));
    std::string all;
    for (std::size_t u = 0; u < groups.of_unit.size(); ++u) {
      const auto& own = groups.of_unit[u];
      if (std::find(own.begin(), own.end(), group) != own.end()) all += (all.empty() ? "" : " ") + std::to_string(u);
    }
    return all;
  }
  std::vector<std::string> ids(GroupKind kind) const {
    std::vector<std::string> all;
    for (const Group& group : groups.all) {
      if (group.kind == kind) all.push_back(group.id);
    }
    return all;
  }
  Told told() const { return read::told(diagnostics); }

  Diagnostics diagnostics;
  Groups groups;
};

std::string rule(const std::string& id, const std::string& rest) {
  return "  - {id: " + id + ", kind: own, name: {sv: Egen, en: Own}, " + rest + "}\n";
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the region holds all, and the register's groups those that it says") {
  const Made made{region(), ""};
  CHECK(made.groups.all.front().kind == GroupKind::region);
  CHECK(made.members(GroupKind::region, "region") == "0 1 2");
  CHECK(made.members(GroupKind::forum, "norr") == "0 1");
  CHECK(made.members(GroupKind::ownership, "privat") == "1 2");
  CHECK(made.groups.all.front().units == 3);
  CHECK(made.ids(GroupKind::size).empty());
}

TEST_CASE("providers whose names look alike in an address have different ids") {
  const Made made{region(), ""};
  const Ids ids = made.ids(GroupKind::provider);
  REQUIRE(ids == Ids{"akern-ab", "akern-ab-2"});
  CHECK(made.members(GroupKind::provider, "akern-ab") == "2");  // A before Å
}

TEST_CASE("a group of the region's own holds the units that every line of it holds for") {
  CHECK(Made{region(), rule("g", "forums: [norr]")}.members(GroupKind::own, "g") == "0 1");
  CHECK(Made{region(), rule("g", "forums: [norr], ownership: privat")}.members(GroupKind::own, "g") == "1");
  CHECK(Made{region(), rule("g", "forums: [norr, soder], municipalities: [Byn]")}.members(GroupKind::own, "g") == "1 2");
  CHECK(Made{region(), rule("g", "units: [E0, E2]")}.members(GroupKind::own, "g") == "0 2");
  CHECK(Made{region(), rule("g", "kinds: [läkarhus]")}.members(GroupKind::own, "g") == "0");
  CHECK(Made{region(), rule("g", "providers: [Åkern AB]")}.members(GroupKind::own, "g") == "1");
}

TEST_CASE("a unit may be in two groups of the region's own") {
  const Made made{region(), rule("a", "units: [E0, E1]") + rule("b", "units: [E1, E2]")};
  CHECK(made.members(GroupKind::own, "a") == "0 1");
  CHECK(made.members(GroupKind::own, "b") == "1 2");
}

TEST_CASE("a member that does not exist is told with what was likely meant") {
  const auto like = [](const std::string& given) {
    const Made made{region(), rule("g", given)};
    REQUIRE_FALSE(made.diagnostics.empty());
    CHECK(made.diagnostics.all()[0].code == Code{"group-member"});
    CHECK(made.diagnostics.all()[0].place.line == 2);
    return read::argument(made.diagnostics.all()[0], "like");
  };
  CHECK(like("forums: [nor]") == "norr");
  CHECK(like("municipalities: [Byen]") == "Byn");
  CHECK(like("providers: [Åkerns AB]") == "Åkern AB");
  CHECK(like("kinds: [lakarhus]") == "läkarhus");
  CHECK(like("units: [okänd]").empty());
}

TEST_CASE("a group that nobody belongs to is told of, once") {
  CHECK(Made{region(), rule("g", "forums: [soder], ownership: offentlig")}.told() == Told{"group-empty 2:5"});
  model::Facts facts = region();
  facts.units[2].valid_to = day("2024-12-31");
  CHECK(Made{facts, rule("g", "forums: [soder]")}.told() == Told{"group-empty 2:5"});
  CHECK(Made{region(), rule("g", "forums: [nowhere]")}.told() == Told{"group-member 2:5"});
}

TEST_CASE("a group says whom it holds") {
  CHECK(Made{region(), "  - {id: g, kind: own, name: {sv: Egen, en: Own}}\n"}.told() == Told{"group-without-rule 2:10"});
  CHECK(Made{region(), rule("g", "units: []")}.told() == Told{"group-without-rule 2:10"});
}

TEST_CASE("ids of groups are their own within a kind and fit an address") {
  const std::string own = rule("g", "forums: [norr]");
  CHECK(Made{region(), own + own}.told() == Told{"group-twice 3:10"});
  CHECK(Made{region(), own + "  - {id: g, kind: study_director, name: {sv: S, en: S}, forums: [norr]}\n"}.told().empty());
  CHECK(Made{region(), rule("Norra", "forums: [norr]")}.told() == Told{"group-id-form 2:10"});
  CHECK(Made{region(), rule("å", "forums: [norr]")}.told() == Told{"group-id-form 2:10"});
  CHECK(Made{region(), rule("g", "forum: [norr]")}.told() == Told{"yaml-unknown-key 2:51"});
}

TEST_CASE("a size band begins with its limit") {
  model::Facts facts;
  for (const int patients : {2999, 3000, 7999, 8000, 12000, 50000}) {
    facts.units.push_back(unit("E" + std::to_string(patients), 0, Ownership::public_, patients));
  }
  facts.forums = {test::made_forum("norr")};
  facts.units.push_back(unit("E", 0, Ownership::public_));
  const Made made{facts, ""};
  CHECK(made.ids(GroupKind::size) == Ids{"0-2999", "3000-7999", "8000-11999", "12000-och-fler"});
  CHECK(made.members(GroupKind::size, "0-2999") == "0");
  CHECK(made.members(GroupKind::size, "3000-7999") == "1 2");
  CHECK(made.members(GroupKind::size, "12000-och-fler") == "4 5");
}

TEST_CASE("similar units are sought wider until they are enough") {
  Settings settings;
  settings.similar_units = 3;
  model::Facts facts;
  facts.forums = {test::made_forum("norr")};
  for (int i = 0; i < 3; ++i) facts.units.push_back(unit("A" + std::to_string(i), 0, Ownership::public_, 5000, 3));
  facts.units.push_back(unit("B", 0, Ownership::private_, 5000, 3));  // the only private one: 3
  facts.units.push_back(unit("C", 0, Ownership::private_, 5000, 9));  // with many doctors in training: 4
  facts.units.push_back(unit("D", 0, Ownership::private_, 1000, 9));  // and small: 5
  facts.units.push_back(unit("E", 0, Ownership::private_, 5000));     // nobody knows how many doctors in training: 6
  const Made made{facts, "", settings};
  const auto id_of = [&](std::size_t u) { return made.groups.similar[u] ? made.groups.all[*made.groups.similar[u]].id : "none"; };
  CHECK(id_of(0) == "offentlig-3000-7999-st-2-3");
  CHECK(id_of(3) == "3000-7999-st-2-3");
  CHECK(id_of(4) == "3000-7999");
  CHECK(id_of(5) == "none");
  CHECK(id_of(6) == "none");
  CHECK(made.members(GroupKind::similar, "3000-7999") == "0 1 2 3 4");
  settings.similar_units = 4;
  const Made fewer{facts, "", settings};
  REQUIRE(fewer.groups.similar[0]);
  CHECK(fewer.groups.all[*fewer.groups.similar[0]].id == "3000-7999-st-2-3");
}

TEST_CASE("a unit that is no more keeps its groups, but nobody is compared with it or counts it") {
  Settings settings;
  settings.similar_units = 3;
  model::Facts facts;
  facts.forums = {test::made_forum("norr")};
  for (int i = 0; i < 3; ++i) facts.units.push_back(unit("A" + std::to_string(i), 0, Ownership::public_, 5000, 3));
  facts.units[1].valid_to = day("2025-12-31");
  const Made made{facts, "", settings};
  CHECK(made.members(GroupKind::forum, "norr") == "0 1 2");
  CHECK(made.groups.all.front().units == 2);
  CHECK(made.ids(GroupKind::similar).empty());
}

TEST_CASE("no two groups of a kind have the same id") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    test::Random random{seed};
    model::Facts facts = test::random_region(random, test::Forums::some_without);
    for (model::Unit& one : facts.units) one.figures.listed_patients = static_cast<int>(random.below(15000));
    Settings settings;
    settings.similar_units = 3;
    const Made made{facts, "", settings};
    std::set<std::pair<GroupKind, std::string>> seen;
    for (const Group& group : made.groups.all) CHECK(seen.emplace(group.kind, group.id).second);
  }
}
