// What an audience may see of a release that was judged for all.
#include "disclosure/audience.hpp"

#include <random>

#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;
using test::made_definition;

namespace {

model::Dataset dataset(const char* id, std::initializer_list<const char*> fields) {
  model::Dataset made;
  made.id = made.form_of = id;
  for (const char* name : fields) {
    made.fields.emplace_back().name = name;
    made.fields.back().audience = Audience::open;
  }
  return made;
}

model::Field& field(model::Facts& facts, std::string_view id, std::string_view name) {
  for (model::Dataset& one : facts.datasets) {
    if (one.id == id) return one.fields.at(one.find(name).value());
  }
  throw std::runtime_error("no dataset " + std::string{id});
}

// Six units in a large forum and two in a small one, each reviewed; all fields for everybody.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(1);
  facts.forums = {test::made_forum("stor"), test::made_forum("liten")};
  facts.rounds = {{"2024", day("2024-01-01"), day("2024-12-31")}};
  for (std::size_t i = 0; i < 8; ++i) {
    const auto owner = i % 2 == 0 ? model::Ownership::public_ : model::Ownership::private_;
    model::Unit unit = test::made_unit("E" + std::to_string(i), i < 6 ? 0 : 1, owner);
    unit.kind = "vårdcentral";
    unit.municipality = "Ort";
    unit.provider = i < 4 ? "Ettan" : "Tvåan";
    unit.figures = {3000, 4, 300, 3, 4, 2, 2020};
    facts.units.push_back(std::move(unit));
    facts.reviews.push_back(test::made_review(i, "2024-03-01", i % 3 == 0 ? "DC" : "A", "2024-04-01"));
    facts.reviews.back().reference = "Dnr";
  }
  facts.measures = {{"plan", "1.1", {"R", "H"}, {"T", "T"}, {"Enheten", "The unit"}, "done", {},
                     day("2025-01-01"), {}, "", "", {}, {}, {}}};
  facts.datasets = {
      dataset("units", {"unit_id", "name", "kind", "forum", "municipality", "ownership", "provider", "listed_patients", "specialists",
                        "specialist_percent", "st_doctors", "supervisors", "supervisors_trained_5y", "manager_since", "valid_from",
                        "valid_to", "predecessor", "aliases"}),
      dataset("reviews", {"review_id", "unit_id", "review_date", "visit", "A", "A_current", "plan_received", "decided_on", "reference",
                          "url"}),
      dataset("measures", {"plan", "number", "heading_sv", "title_sv", "owner_sv", "owner_en", "status", "followed_up"}),
      dataset("indicator_values", {"indicator", "group_kind", "group", "period", "value", "numerator", "denominator", "withheld"})};
  return facts;
}

Release release_of(const model::Facts& facts, Audience audience) {
  const Date today = day(test::made_today);
  return judge(facts, indicators::compute(facts, today), test::open_policy(), today, audience,
               test::measured(facts, {made_definition(test::grade_b_now, 1)}));
}

std::vector<std::string> files_of(const Release& release) {
  std::vector<std::string> files;
  for (const Download& one : release.downloads) files.push_back(one.csv);
  return files;
}

// How many values a release shows, by what they are about.
std::vector<std::size_t> shown_in(const Release& release) {
  std::vector<std::size_t> shown(5);
  for (const UnitCard& unit : release.units) {
    for (const bool told : {!unit.kind.empty(), !unit.municipality.empty(), !unit.provider.empty(), unit.ownership.has_value()}) {
      shown[0] += told;
    }
    const Register& own = *unit.figures.shown();
    for (const auto& one : {own.listed_patients, own.specialists, own.specialist_percent, own.st_doctors, own.supervisors,
                            own.supervisors_trained_5y, own.manager_since}) {
      shown[1] += one.has_value();
    }
    shown[2] += unit.reviewed.shown() != nullptr;
  }
  for (const IndicatorCells& cells : release.indicators.cells) {
    for (const auto& cell : cells.units) shown[3] += cell.shown() != nullptr;
    for (const auto& period : cells.groups) {
      for (const auto& cell : period) shown[4] += cell.shown() != nullptr;
    }
  }
  return shown;
}

}  // namespace

TEST_CASE("a release is narrowed alike from the facts and from a release for all") {
  model::Facts facts = made_facts();
  field(facts, "reviews", "A").audience = Audience::intranet;
  field(facts, "units", "st_doctors").audience = Audience::management;
  const Release all = release_of(facts, Audience::management);
  for (const Audience audience : all_audiences) {
    Release narrowed = all;
    narrow(narrowed, audience);
    const Release judged = release_of(facts, audience);
    CHECK(files_of(narrowed) == files_of(judged));
    CHECK(shown_in(narrowed) == shown_in(judged));
    CHECK(narrowed.has_reviews == judged.has_reviews);
  }
}

TEST_CASE("a wider audience is never shown less, whatever the classes") {
  std::mt19937 random{20};
  for (int round = 0; round < 100; ++round) {
    model::Facts facts = made_facts();
    for (model::Dataset& one : facts.datasets) {
      for (model::Field& own : one.fields) own.audience = random() % 3 == 0 ? all_audiences[random() % 3] : Audience::open;
    }
    const Release all = release_of(facts, Audience::management);
    std::vector<std::size_t> before(5);
    for (const Audience audience : all_audiences) {
      Release narrowed = all;
      narrow(narrowed, audience);
      const auto now = shown_in(narrowed);
      for (std::size_t i = 0; i < now.size(); ++i) CHECK(before[i] <= now[i]);
      before = now;
    }
    CHECK(before == shown_in(release_of(made_facts(), Audience::management)));
  }
}

TEST_CASE("grades for fewer readers take what is said of them along, but not the day of the review") {
  model::Facts facts = made_facts();
  for (const char* name : {"A", "A_current"}) field(facts, "reviews", name).audience = Audience::intranet;
  const Release open = release_of(facts, Audience::open);
  CHECK_FALSE(open.has_reviews);
  CHECK(open.reviews_for_fewer);
  CHECK(open.gaps.empty());
  CHECK(open.now.region.areas.empty());
  CHECK(open.units.at(0).reviewed.reason() == Reason::audience);
  CHECK(files_of(open).at(1).find("R0-2024-03-01;E0;2024-03-01;on_site;2024-04-01") != std::string::npos);
  const Release intranet = release_of(facts, Audience::intranet);
  CHECK(intranet.has_reviews);
  CHECK_FALSE(intranet.reviews_for_fewer);
  CHECK(intranet.units.at(0).reviewed.shown() != nullptr);
}

TEST_CASE("an indicator for more readers than its field tells of large groups only, and of a kind of group whole or not at all") {
  model::Facts facts = made_facts();
  for (const char* name : {"A", "A_current"}) field(facts, "reviews", name).audience = Audience::intranet;
  const Release open = release_of(facts, Audience::open);
  const Indicators& all = open.indicators;
  const IndicatorCells& cells = all.cells.at(0);
  for (const auto& cell : cells.units) CHECK(cell.reason() == Reason::audience);
  const auto shown = [&](GroupKind kind, std::string_view id) {
    return cells.headline(test::group_index(all.groups, kind, id)).shown() != nullptr;
  };
  CHECK(shown(GroupKind::region, "region"));
  CHECK(shown(GroupKind::ownership, "privat"));
  CHECK_FALSE(shown(GroupKind::forum, "liten"));  // two units
  CHECK_FALSE(shown(GroupKind::forum, "stor"));   // what is left of the region
}

TEST_CASE("an indicator for fewer readers is gone") {
  const model::Facts facts = made_facts();
  const Date today = day(test::made_today);
  Definition definition = made_definition(test::grade_b_now, 1);
  definition.audience = Audience::management;
  const auto release = [&](Audience audience) {
    return judge(facts, indicators::compute(facts, today), test::open_policy(), today, audience, test::measured(facts, {definition}));
  };
  CHECK(release(Audience::intranet).indicators.definitions.empty());
  CHECK(release(Audience::intranet).indicators.cells.empty());
  CHECK(release(Audience::management).indicators.definitions.size() == 1);
}

TEST_CASE("groups by provider go with the provider, and the others keep their numbers") {
  model::Facts facts = made_facts();
  const Release before = release_of(facts, Audience::open);
  field(facts, "units", "provider").audience = Audience::intranet;
  const Release open = release_of(facts, Audience::open);
  std::size_t providers = 0;
  for (std::size_t group = 0, now = 0; group < before.indicators.groups.size(); ++group) {
    if (before.indicators.groups[group].kind == GroupKind::provider) {
      ++providers;
      continue;
    }
    CHECK(open.indicators.groups.at(now).id == before.indicators.groups[group].id);
    const Value* value = before.indicators.cells[0].headline(group).shown();
    const Value* same = open.indicators.cells[0].headline(now).shown();
    CHECK((value != nullptr) == (same != nullptr));
    if (value != nullptr && same != nullptr) CHECK((value->k == same->k && value->n == same->n));
    ++now;
  }
  CHECK(providers == 2);
  CHECK(open.units.at(0).provider.empty());
}

TEST_CASE("a measure keeps what its readers may see") {
  model::Facts facts = made_facts();
  for (const char* name : {"owner_en", "status"}) field(facts, "measures", name).audience = Audience::intranet;
  const Release open = release_of(facts, Audience::open);
  CHECK(open.measures.at(0).owner.sv.empty());
  CHECK(open.measures.at(0).status.empty());
  CHECK(open.measures.at(0).followed_up);
  CHECK_FALSE(sees(open, "measures", "status"));
  CHECK(sees(open, "measures", "number"));
  CHECK(sees(open, "measures", "nobody_has_described_this"));
  field(facts, "measures", "number").audience = Audience::intranet;
  CHECK(release_of(facts, Audience::open).measures.empty());
}

TEST_CASE("a unit without its name is no unit") {
  model::Facts facts = made_facts();
  field(facts, "units", "name").audience = Audience::management;
  const Release intranet = release_of(facts, Audience::intranet);
  CHECK(intranet.units.empty());
  CHECK(intranet.indicators.cells.at(0).units.empty());
  CHECK_FALSE(intranet.has_reviews);
}
