// What is downloaded can be handed in again: read by the program's own readers it gives the same facts.
#include "base/csv.hpp"
#include "catch.hpp"
#include "datasets_support.hpp"
#include "disclosure/release.hpp"
#include "indicators/figures.hpp"

using namespace lagesbild;
using test::Random;

namespace {

using Files = std::map<std::string, std::string>;  // by dataset

Files downloads_of(model::Facts facts, Audience audience = Audience::management) {
  const Date today = test::day(test::made_today);
  const auto figures = indicators::compute(facts, today);
  const auto release = disclosure::judge(std::move(facts), figures, test::open_policy(), today, audience);
  Files files;
  for (const auto& one : release.downloads) files.emplace(release.datasets[one.dataset].id, one.csv);
  return files;
}

// A reader of these files, in a region with the framework, forums and rounds of `facts`.
read::DatasetRead reader_of(const Files& files, const model::Facts& facts) {
  read::DatasetRead reader;
  reader.framework = facts.framework;
  reader.site.forums.clear();
  for (const model::Forum& forum : facts.forums) reader.site.forums.push_back({forum.id, forum.name});
  for (const auto& [dataset, csv] : files) reader.file(dataset, csv);
  return reader;
}

// Everything of a unit that a row of the register says.
std::string told(const model::Facts& facts, const model::Unit& unit) {
  std::string all = unit.id.value() + "|" + unit.name + "|" + unit.kind + "|" + unit.municipality + "|" + unit.provider;
  if (unit.forum) all += "|in " + facts.forums[*unit.forum].id;
  if (unit.ownership) all += *unit.ownership == model::Ownership::public_ ? "|public" : "|private";
  const model::Register& r = unit.figures;
  for (const auto& figure : {r.listed_patients, r.specialists, r.specialist_percent, r.st_doctors, r.supervisors, r.supervisors_trained_5y,
                             r.manager_since}) {
    all += "|" + (figure ? std::to_string(*figure) : "");
  }
  for (const auto& date : {unit.valid_from, unit.valid_to}) all += "|" + (date ? to_string(*date) : "");
  for (const std::size_t other : unit.predecessors) all += "|from " + facts.units[other].id.value();
  if (unit.successor) all += "|to " + facts.units[*unit.successor].id.value();
  for (const std::string& alias : unit.aliases) all += "|" + alias;
  return all;
}

std::string told(const model::Facts& facts, const model::Review& review) {
  std::string all = review.id.value() + "|" + facts.units[review.unit].id.value() + "|" + to_string(review.date) + "|" + review.visit;
  for (const model::AreaGrade& grade : review.areas) all += std::string{"|"} + model::letter(grade.initial) + model::letter(grade.current);
  for (const auto& date : {review.plan_received, review.decided_on}) all += "|" + (date ? to_string(*date) : "");
  return all + "|" + review.reference + "|" + review.url;
}

std::vector<std::string> told(const model::Facts& facts) {
  std::vector<std::string> all;
  for (const model::Unit& unit : facts.units) all.push_back(told(facts, unit));
  for (const model::Review& review : facts.reviews) all.push_back(told(facts, review));
  return all;
}

// What a random region leaves out, in some of its units.
void add_details(model::Facts& facts, Random& random) {
  for (model::Unit& unit : facts.units) {
    if (random.one_in(2)) unit.kind = "vård; \"central\"";
    if (random.one_in(3)) unit.aliases = {"Ettan, norr", "1:an"};
    if (random.one_in(2)) unit.figures.listed_patients = static_cast<int>(random.below(20000));
    if (random.one_in(2)) unit.figures.manager_since = 2000 + static_cast<int>(random.below(26));
  }
  for (model::Review& review : facts.reviews) {
    if (review.plan_received && random.one_in(2)) review.decided_on = *review.plan_received;
    if (random.one_in(3)) review.reference = "dnr 12/34; 5";
    if (random.one_in(3)) review.url = "https://example.org/?a=1;b=2,3";
  }
}

}  // namespace

TEST_CASE("units and reviews that are downloaded and read back are the same units and reviews") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    model::Facts facts = test::random_region(random, test::Forums::some_without, 15);
    add_details(facts, random);
    facts.datasets = read::shipped_descriptions(facts.framework.areas.size());
    const Files files = downloads_of(facts);
    read::DatasetRead again = reader_of(files, facts);
    CHECK(told(again.facts()) == told(facts));
    CHECK_FALSE(again.diagnostics().has_errors());
    CHECK(downloads_of(again.facts()) == files);
  }
}

TEST_CASE("a unit with all that a register can say of it, and those it came from, come back whole") {
  read::DatasetRead first;
  first.units("unit_id;name;kind;forum;municipality;ownership;provider;listed_patients;specialists;specialist_percent;st_doctors;"
              "supervisors;supervisors_trained_5y;manager_since;valid_from;valid_to;predecessor;aliases\n"
              "E1;Alfa;vårdcentral;norr;Åby;privat;Bolaget AB;12000;4;350;3;2;1;2019;2020-01-01;;E2, E3;Ettan|1:an\n"
              "E2;Beta;;;;;;;;;;;;;;2019-12-31;;\nE3;Gamma;;;;;;;;;;;;;;2019-12-31;;\n");
  const Files files = downloads_of(first.facts());
  read::DatasetRead again;
  for (const auto& [dataset, csv] : files) again.file(dataset, csv);
  CHECK(again.told() == read::Told{});
  CHECK(told(again.facts()) == told(first.facts()));
  CHECK(first.facts().units.at(0).predecessors.size() == 2);
}

TEST_CASE("what has been published, measures and events come back as they were read") {
  read::DatasetRead first;
  first.file("statements", "statement;area;sv;en\nplan;A;Jag har en plan;I have a plan\nwhole;;Det är bra;It is good\n")
      .file("benchmarks",
            "statement;answer;group;period;value;n;source\nplan;Ja;Övriga Sverige;2020–2022;72;3206;\"Rapporten; tabell 1\"\n")
      .file("published_aggregates", "area;n;mean;sd;source;page\nB;181;3,97;0,2;Rapporten;7\nA;181;4;0;Rapporten;\n")
      .file("published_counts", "measure;area;value;source;page\nreviews;;181;Rapporten;\nd_before_plans;B;21;Rapporten;8\n")
      .file("measures",
            "plan;number;heading_sv;heading_en;title_sv;title_en;owner_sv;owner_en;status;due;followed_up;note_sv;note_en;evidence;"
            "figures\n"
            ";1.1;Rubrik;Heading;Gör;Do;Enheten;The unit;started;2026-12-31;2026-05-01;Kommentar;Note;Protokoll;12 av 20\n")
      .file("events", "date;text_sv;text_en;areas\n2026-01-15;Ny checklista;New checklist;A, B\n");
  CHECK_FALSE(first.diagnostics().has_errors());
  const Files files = downloads_of(first.facts());
  CHECK(files.size() == 6);
  CHECK(files.at("published_aggregates").find("\"3,97\";\"0,20\"") != std::string::npos);
  read::DatasetRead again;
  for (const auto& [dataset, csv] : files) again.file(dataset, csv);
  CHECK(again.told() == read::Told{});
  CHECK(downloads_of(again.facts()) == files);
}
