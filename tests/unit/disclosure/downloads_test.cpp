// What leaves as rows, and what never does.
#include "disclosure/downloads.hpp"

#include "base/csv.hpp"
#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;

namespace {

// All fields for everybody.
model::Dataset dataset(std::string id, std::initializer_list<const char*> fields) {
  model::Dataset made;
  made.id = made.form_of = std::move(id);
  for (const char* name : fields) {
    model::Field& field = made.fields.emplace_back();
    field.name = name;
    field.audience = Audience::open;
  }
  return made;
}

// Two units, the second one come from a third that is no more, and a review of each of the last two.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("norr")};
  facts.units = {test::made_unit("E1", 0, model::Ownership::private_), test::made_unit("E2"), test::made_unit("E3")};
  facts.units[0].figures.listed_patients = 13750;
  facts.units[0].aliases = {"Ettan", "1:an"};
  facts.units[1].valid_from = day("2023-01-01");
  facts.units[1].predecessors = {2};
  facts.units[2].valid_to = day("2022-12-31");
  facts.units[2].successor = 1;
  facts.reviews = {test::made_review(1, "2024-03-01", "A DC", "2024-05-02"), test::made_review(2, "2021-03-01", "B C")};
  facts.reviews[0].decided_on = day("2024-06-01");
  facts.datasets = {dataset("units", {"unit_id", "name", "forum", "ownership", "listed_patients",
                                      "predecessor", "aliases"}),
                    dataset("reviews", {"review_id", "unit_id", "review_date", "inspectors", "A", "B",
                                        "B_current", "plan_received", "decided_on"})};
  return facts;
}

Release release_of(model::Facts facts, Audience audience = Audience::intranet, const Policy& policy = test::open_policy()) {
  const auto figures = indicators::compute(facts, day("2025-06-30"));
  return judge(std::move(facts), figures, policy, day("2025-06-30"), audience);
}

// The file of a dataset without its mark, or nothing.
std::string csv_of(const Release& release, std::string_view id) {
  for (const Download& download : release.downloads) {
    if (release.datasets[download.dataset].id != id) continue;
    REQUIRE(download.csv.starts_with(csv_mark));
    return download.csv.substr(csv_mark.size());
  }
  return {};
}

}  // namespace

TEST_CASE("the rows of a dataset that is not about persons leave under the names of its fields") {
  const Release release = release_of(made_facts());
  CHECK(csv_of(release, "units") == "unit_id;name;forum;ownership;listed_patients;predecessor;aliases\r\n"
                                    "E1;Enhet E1;norr;privat;13750;;Ettan|1:an\r\n"
                                    "E2;Enhet E2;;;;E3;\r\n"
                                    "E3;Enhet E3;;;;;\r\n");
  REQUIRE(release.downloads.size() == 2);
  CHECK(release.downloads[0].rows == 3);
}

TEST_CASE("each review leaves once, under the unit that it was made of, and without what is not kept of it") {
  const Release release = release_of(made_facts());
  CHECK(csv_of(release, "reviews") == "review_id;unit_id;review_date;A;B;B_current;plan_received;decided_on\r\n"
                                      "R1-2024-03-01;E2;2024-03-01;A;D;C;2024-05-02;2024-06-01\r\n"
                                      "R2-2021-03-01;E3;2021-03-01;B;C;C;;\r\n");
  CHECK(release.downloads.at(1).fields == std::vector<std::size_t>{0, 1, 2, 4, 5, 6, 7, 8});
}

TEST_CASE("a field for a narrower audience than the site's is left out, and a file without fields is none") {
  model::Facts facts = made_facts();
  for (model::Field& one : facts.datasets[1].fields) one.audience = Audience::management;
  facts.datasets[0].fields[3].audience = Audience::intranet;
  facts.datasets[0].fields[4].audience = Audience::management;
  const std::string head = "unit_id;name;forum;ownership;predecessor;aliases\r\n";
  CHECK(csv_of(release_of(facts), "units").starts_with(head));
  CHECK(csv_of(release_of(facts), "reviews").empty());
  CHECK(csv_of(release_of(facts, Audience::open), "units").starts_with("unit_id;name;forum;predecessor;aliases\r\n"));
  CHECK(csv_of(release_of(facts, Audience::management), "units").starts_with("unit_id;name;forum;ownership;listed_patients;"));
  CHECK_FALSE(csv_of(release_of(facts, Audience::management), "reviews").empty());
}

TEST_CASE("what is withheld on the pages is an empty cell, or no row") {
  const Release release = release_of(made_facts(), Audience::management, test::made_policy(5));
  CHECK(csv_of(release, "units").find("13750") == std::string::npos);
  CHECK(csv_of(release, "units").find("E1;Enhet E1;norr;privat;;") != std::string::npos);
  CHECK(csv_of(release, "reviews").empty());
}

TEST_CASE("rows about persons or with free text never leave") {
  model::Facts facts = made_facts();
  facts.datasets[0].about_persons = true;
  facts.datasets[1].fields[0].free_text = true;
  CHECK(barred(facts.datasets[0]) == Barred::about_persons);
  CHECK(barred(facts.datasets[1]) == Barred::free_text);
  CHECK(release_of(facts, Audience::management).downloads.empty());
}

TEST_CASE("published figures, statements, measures and events leave as they were read") {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.published_aggregates = {{1, 181, 398, 5, "Rapporten; sidan", "7"}};
  facts.published_counts = {{"reviews", std::nullopt, 181, "Rapporten", ""}};
  facts.statements = {{"plan", 0, {"=Jag har en plan", "I have a plan"}}};
  facts.benchmarks = {{0, "agree", "sweden", "2020–2022", 72, 3206, "Rapporten"}};
  facts.measures = {{"", "1.1", {"Rubrik", "Heading"}, {"Gör", "Do"}, {}, "started", day("2026-12-31"),
                     {}, {}, "", "12 av 20", {}, {}, {}}};
  facts.events = {{day("2026-01-15"), {"Ny checklista", "New checklist"}, {0, 1}}};
  facts.datasets = {dataset("published_aggregates", {"area", "n", "mean", "sd", "source", "page"}),
                    dataset("published_counts", {"measure", "area", "value"}),
                    dataset("statements", {"statement", "area", "sv", "en"}),
                    dataset("benchmarks", {"statement", "area", "answer", "group", "value", "n"}),
                    dataset("measures", {"plan", "number", "title_sv", "status", "due", "figures"}),
                    dataset("events", {"date", "text_sv", "text_en", "areas"})};
  const Release release = release_of(std::move(facts));
  CHECK(csv_of(release, "published_aggregates") == "area;n;mean;sd;source;page\r\nB;181;\"3,98\";\"0,05\";\"Rapporten; sidan\";7\r\n");
  CHECK(csv_of(release, "published_counts") == "measure;area;value\r\nreviews;;181\r\n");
  CHECK(csv_of(release, "statements") == "statement;area;sv;en\r\nplan;A;\"'=Jag har en plan\";I have a plan\r\n");
  CHECK(csv_of(release, "benchmarks") == "statement;answer;group;value;n\r\nplan;agree;sweden;72;3206\r\n");
  CHECK(csv_of(release, "measures") == "plan;number;title_sv;status;due;figures\r\n;1.1;Gör;started;2026-12-31;12 av 20\r\n");
  CHECK(csv_of(release, "events") == "date;text_sv;text_en;areas\r\n2026-01-15;Ny checklista;New checklist;\"A, B\"\r\n");
}
