// The proof beside a release: silent when all is well, and never about what is not.
#include "disclosure/witness.hpp"

#include <algorithm>
#include <functional>

#include "catch.hpp"
#include "made_release.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::MadeRelease;
using test::named;

namespace {

// The share is question 0, the mean question 1.
const MadeRelease& sound() {
  static const MadeRelease made = test::released(test::region_of_reports({2024, 2025}),
                                                 {named("regular", test::regular_share), named("hours", test::hours_mean)});
  return made;
}

std::string with(const std::string& what, const std::string& by) {
  std::string csv = sound().csv;
  const std::size_t at = csv.find(what);
  REQUIRE(at != std::string::npos);
  return csv.replace(at, what.size(), by);
}

std::string joined(const std::vector<std::string>& faults) {
  std::string all;
  for (const std::string& fault : faults) all += fault + "\n";
  return all;
}

std::string faults(const std::string& csv) { return joined(faults_of(sound().evidence.witnesses, csv)); }

// After a change to the witnesses.
std::string faults(const std::function<void(Witnesses&)>& change) {
  Witnesses all = sound().evidence.witnesses;
  change(all);
  return joined(faults_of(all, sound().csv));
}

bool has(const std::string& all, const std::string& part) { return all.find(part) != std::string::npos; }

// The row of a share by the names that the site calls it.
std::size_t row_of(const Witnesses& all, const std::string& group, const std::string& period) {
  const NamedLayout& named = all.layouts[all.questions[0].layout];
  const auto at = std::find_if(named.groups.begin(), named.groups.end(), [&](const auto& one) { return one.second == group; });
  const auto when = std::find(named.periods.begin(), named.periods.end(), period);
  REQUIRE((at != named.groups.end() && when != named.periods.end()));
  const auto span = static_cast<std::size_t>(when - named.periods.begin());
  return named.layout.group_row(span, static_cast<std::size_t>(at - named.groups.begin()));
}

Proof& proof_of(Witnesses& all, std::size_t row) {
  for (Proof& proof : all.questions[0].proofs) {
    if (proof.row == row) return proof;
  }
  throw std::runtime_error("no proof");
}

// A walk that proves a forum's share of a year, with both ends.
Walk& walk_of(Witnesses& all) { return all.questions[0].walks.at(proof_of(all, row_of(all, "f3", "2025")).walk); }

}  // namespace

TEST_CASE("there is nothing to say of a release that is right, nor of a site without the file") {
  CHECK(faults(sound().csv).empty());
  CHECK(faults(std::string{}).empty());
  REQUIRE(sound().evidence.witnesses.questions.size() == 2);
  CHECK(sound().evidence.witnesses.questions[0].proofs.size() > 10);
  CHECK(sound().evidence.witnesses.questions[1].proofs.size() > 10);
}

TEST_CASE("another number in the file than that of the tables is found") {
  const std::string share = "regular;forum;f0;2025;share;\"60,00\";9;15;", mean = "hours;forum;f1;2025;mean;\"4,60\";;15;";
  const std::string of_share = "annual_reports/regular: the site tells another number of forum f0 2025 for regular";
  const std::string of_mean = "annual_reports/hours: the site tells another number of forum f1 2025 for hours";
  CHECK(has(faults(with(share, "regular;forum;f0;2025;share;\"60,00\";10;15;")), of_share));
  CHECK(has(faults(with(share, "regular;forum;f0;2025;share;\"60,00\";9;16;")), of_share));
  CHECK(has(faults(with(mean, "hours;forum;f1;2025;mean;\"4,61\";;15;")), of_mean));
  CHECK(has(faults(with(mean, "hours;forum;f1;2025;mean;\"4,60\";;14;")), of_mean));
}

TEST_CASE("a withheld row that the file tells is found, and a row that nobody knows of") {
  const std::string secret = "regular;forum;f3;2025;share;;;;ja", told = "share;\"60,00\";6;10;";
  const auto instead = [&](const std::string& row) { return faults(with(secret, "regular;" + row + ";" + told)); };
  CHECK(has(instead("forum;f3;2025"), "the site tells forum f3 2025, which the witnesses take for withheld"));
  CHECK(has(instead("unit;E10;2025"), "the site tells unit E10 2025"));
  CHECK(has(instead("forum;f9;2025"), "a number that no row stands for: f9"));
  CHECK(has(instead("forum;f3;2026"), "a number that no row stands for: f3"));
  const auto forgotten = [](Witnesses& all) { all.questions[0].secret[row_of(all, "f3", "2025")] = false; };
  CHECK(has(faults(forgotten), "the witnesses know nothing of forum f3 2025"));
}

TEST_CASE("a file without a column that is checked is found") {
  CHECK(has(faults(with("denominator", "denom")), "the file of the values has no column denominator"));
}

TEST_CASE("a table that does not give what the file tells is found") {
  CHECK(has(faults([](Witnesses& all) { ++all.questions[0].table[0][0]; }), "the site tells another number of"));
  CHECK_FALSE(faults([](Witnesses& all) { std::swap(all.questions[0].table[0], all.questions[0].table[1]); }).empty());
}

TEST_CASE("an indicator that counts other categories than the file does is found") {
  const auto turned = [](Witnesses& all) {
    WitnessedIndicator& share = all.questions[0].indicators[0];
    std::swap(share.numerator, share.rest);
  };
  CHECK(has(faults(turned), "another number"));
  CHECK(has(faults([](Witnesses& all) { all.questions[1].indicators[0].rest.pop_back(); }), "another number"));
  CHECK(has(faults([](Witnesses& all) { all.questions[1].indicators[0].scale = 1; }), "another number"));
  CHECK(has(faults([](Witnesses& all) { std::swap(all.questions[1].answers[0], all.questions[1].answers[1]); }), "another number"));
}

TEST_CASE("a walk that changes what is told is found, and nothing that it was to show counts as shown") {
  const auto changed = faults([](Witnesses& all) { walk_of(all).up.push_back({0, 1, 0, 1}); });  // of the first forum
  CHECK(has(changed, "gives another site"));
  CHECK(has(changed, "nothing shows that"));
  CHECK(has(faults([](Witnesses& all) { walk_of(all).down.push_back({0, 1, 0, 1}); }), "gives another site"));
  CHECK(has(faults([](Witnesses& all) { all.questions[0].known[row_of(all, "f3", "2025")] = true; }), "gives another site"));
  CHECK(has(faults([](Witnesses& all) { walk_of(all).up.push_back({99, 1, 0, 0}); }), "gives another site"));
  CHECK(has(faults([](Witnesses& all) { walk_of(all).up.push_back({0, 99, 0, 0}); }), "gives another site"));
  CHECK(has(faults([](Witnesses& all) { walk_of(all).up.push_back({0, 1, 99, 0}); }), "gives another site"));
}

TEST_CASE("a walk after which fewer than nobody would have answered is found") {
  const auto far = [](Witnesses& all) {
    for (Shift& shift : walk_of(all).up) shift.by *= 100;
  };
  CHECK(has(faults(far), "gives another site"));
}

TEST_CASE("a walk where answers have changed since they were told of shows nothing") {
  CHECK(has(faults([](Witnesses& all) { all.questions[0].frozen = 2; }), "gives another site"));
}

TEST_CASE("two tables that are too close are found") {
  const auto shorter = [](Witnesses& all) {
    Walk& walk = walk_of(all);
    walk.down.clear();
    for (Shift& shift : walk.up) shift.by = shift.by > 0 ? 1 : -1;
  };
  CHECK(has(faults(shorter), "are too close"));
  CHECK(has(faults([](Witnesses& all) { walk_of(all) = {}; }), "are too close"));
}

TEST_CASE("a proof that is missing is found, for each need of a row") {
  const auto without = [](Witnesses& all) {
    const std::size_t row = row_of(all, "f3", "2025");
    auto& proofs = all.questions[0].proofs;
    proofs.erase(std::find_if(proofs.begin(), proofs.end(), [&](const Proof& one) { return one.row == row; }));
  };
  CHECK(faults(without) == "annual_reports/regular: nothing shows that forum f3 2025 cannot be computed\n");
  CHECK(has(faults([](Witnesses& all) { all.questions[1].proofs.clear(); }), "annual_reports/hours: nothing shows that"));
  CHECK(has(faults([](Witnesses& all) { all.questions[0].needs.push_back({0, 1}); }), "nothing shows that"));
}

TEST_CASE("of a row that nothing can protect no proof is asked") {
  const auto open = [](Witnesses& all) {
    const std::size_t row = row_of(all, "f3", "2025");
    std::erase_if(all.questions[0].proofs, [&](const Proof& one) { return one.row == row; });
    all.questions[0].open[row] = true;
  };
  CHECK(faults(open).empty());
}

TEST_CASE("a proof that points at the wrong row, need or walk is found") {
  const auto elsewhere = faults([](Witnesses& all) { proof_of(all, row_of(all, "f3", "2025")).row = row_of(all, "f0", "2025"); });
  CHECK(has(elsewhere, "the tables for forum f0 2025 are too close"));
  CHECK(has(elsewhere, "nothing shows that forum f3 2025"));
  for (std::size_t Proof::*part : {&Proof::row, &Proof::need, &Proof::walk}) {
    CHECK(has(faults([&](Witnesses& all) { all.questions[0].proofs[0].*part = 1'000'000; }), "a proof of nothing"));
  }
}

TEST_CASE("the row of a unit takes in what became it, and a walk through what it was moves it") {
  model::Facts facts = test::region_of_reports({2025});
  facts.units[12].predecessors = {11};
  facts.units[11].successor = 12;
  facts.units[11].valid_to = test::day("2025-12-31");
  facts.units[12].valid_from = test::day("2026-01-01");
  std::erase_if(facts.reports, [](const model::ReportGroup& one) { return one.unit == 12; });
  for (model::ReportGroup& reports : facts.reports) reports.questions[test::regular] = {{0, 20}, {1, 20}};
  Policy policy = test::open_policy();
  policy.roll_up = {RollUp::unit, RollUp::region};
  const MadeRelease made = test::released(facts, {named("regular", test::regular_share)}, {}, policy);
  REQUIRE(has(made.csv, "regular;unit;E22;2025;share;\"50,00\";20;40;"));
  CHECK(joined(faults_of(made.evidence.witnesses, made.csv)).empty());
  Witnesses other = made.evidence.witnesses;
  other.questions[0].walks.push_back({{{11, 0, 0, 1}, {0, 0, 0, -1}}, {}});
  CHECK(has(joined(faults_of(other, made.csv)), "gives another site"));
}

TEST_CASE("of very many faults the first are told") {
  CHECK(faults_of([] {
          Witnesses all = sound().evidence.witnesses;
          for (Witness& one : all.questions) one.proofs.clear();
          return all;
        }(), sound().csv).size() == 20);
}
