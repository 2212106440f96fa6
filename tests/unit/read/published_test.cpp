#include "catch.hpp"
#include "datasets_support.hpp"
#include "read/dataset_codes.hpp"
#include "read/facts.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

DatasetRead aggregates(const std::string& rows) {
  return DatasetRead{}.table("area;n;mean;sd;source;page\n" + rows, read_published_aggregates);
}
DatasetRead counts(const std::string& rows) { return DatasetRead{}.table("measure;area;value;source\n" + rows, read_published_counts); }
DatasetRead statements(const std::string& rows) { return DatasetRead{}.table("statement;area;sv;en\n" + rows, read_statements); }
DatasetRead benchmarks(const std::string& rows) {
  return statements("hopp;;Hopp;Hope\nbibliotek;B;Bibliotek;Library\n")
      .table("statement;answer;group;period;value;n;source;area\n" + rows, read_benchmarks);
}
DatasetRead recommendations(const std::string& rows) {
  return DatasetRead{}.table("number;heading_sv;heading_en;title_sv;title_en;owner_sv;owner_en;status;followed_up;note_sv;note_en\n" + rows,
                             read_recommendations);
}

}  // namespace

TEST_CASE("published means and spreads are read with comma or point") {
  const DatasetRead read = aggregates("A;181;3,98;0,2;rapporten;s. 5\nB;1;3.5;1;rapporten;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.published_aggregates.size() == 2);
  const auto& first = read.facts.published_aggregates[0];
  CHECK(first.area == 0);
  CHECK(first.n == 181);
  CHECK(first.mean_hundredths == 398);
  CHECK(first.sd_hundredths == 20);
  CHECK(first.source == "rapporten");
  CHECK(first.page == "s. 5");
  const auto& second = read.facts.published_aggregates[1];
  CHECK(second.area == 1);
  CHECK(second.mean_hundredths == 350);
  CHECK(second.sd_hundredths == 100);
}

TEST_CASE("published means are of known areas, once each, and numbers") {
  CHECK(aggregates("Q;1;3;1;r;\n").told() == Told{"unknown-area 2:1"});
  CHECK(aggregates("A;1;3;1;r;\nA;1;3;1;r;\n").told() == Told{"repeated-row 3:1"});
  CHECK(aggregates("A;0;3;1;r;\n").told() == Told{"not-integer 2:3"});
  for (const char* wrong : {"-3", "3,981", "3,", ",5", "3,9,8", "1e3", "tre", "1234567"}) {
    CHECK(aggregates("A;9;" + std::string{wrong} + ";1;r;\n").told() == Told{"not-decimal 2:5"});
  }
  CHECK(aggregates(";;;;;\n").told() == Told{"empty-cell 2:1", "empty-cell 2:2", "empty-cell 2:3", "empty-cell 2:4", "empty-cell 2:5"});
}

TEST_CASE("published counts are of known measures and areas, once each") {
  const DatasetRead read = counts("reviews;;181;r\nd_before_plans;B;21;r\nd_before_plans;A;0;r\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.published_counts.size() == 3);
  CHECK(read.facts.published_counts[0].measure == "reviews");
  CHECK_FALSE(read.facts.published_counts[0].area);
  CHECK(read.facts.published_counts[0].value == 181);
  CHECK(read.facts.published_counts[1].area == 1);
  CHECK(counts("rewiews;;181;r\n").told() == Told{"not-one-of 2:1"});
  CHECK(counts("reviews;H;181;r\n").told() == Told{"unknown-area 2:9"});
  CHECK(counts("reviews;;1;r\nreviews;A;1;r\nreviews;;2;r\n").told() == Told{"repeated-row 4:1"});
  CHECK(counts("reviews;;-1;\n").told() == Told{"not-integer 2:10", "empty-cell 2:13"});
}

TEST_CASE("statements are in both languages, once each") {
  const DatasetRead read = statements("bibliotek;B;Bibliotek;Library\nhopp;;Hopp;Hope\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.statements.size() == 2);
  CHECK(read.facts.statements[0].id == "bibliotek");
  CHECK(read.facts.statements[0].area == 1);
  CHECK_FALSE(read.facts.statements[1].area);
  CHECK(read.facts.statements[1].wording.en == "Hope");
  CHECK(statements("hopp;;Hopp;\nhopp;;Hopp;Hope\n").told() == Told{"empty-cell 2:12", "repeated-row 3:1"});
  CHECK(statements("hopp;ö;Hopp;Hope\n").told() == Told{"unknown-area 2:6"});
}

TEST_CASE("shares of answers are to known statements, by known groups, once each") {
  const DatasetRead read = benchmarks("bibliotek;agree;sweden;2019-2022;80;476;r;B\nhopp;over_2;general_practice;2019-2022;0;1;r;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.benchmarks.size() == 2);
  CHECK(read.facts.benchmarks[0].statement == 1);
  CHECK(read.facts.benchmarks[0].answer == "agree");
  CHECK(read.facts.benchmarks[0].group == "sweden");
  CHECK(read.facts.benchmarks[0].period == "2019-2022");
  CHECK(read.facts.benchmarks[0].percent == 80);
  CHECK(read.facts.benchmarks[0].n == 476);
  CHECK(read.facts.benchmarks[1].statement == 0);
  CHECK(read.facts.benchmarks[1].answer == "over_2");

  const DatasetRead unknown = benchmarks("biblotek;agree;region;p;1;1;r;\n");
  CHECK(unknown.told() == Told{"unknown-statement 2:1"});
  CHECK(unknown.argument(0, "like") == "bibliotek");
  CHECK(benchmarks("hopp;ja;region;p;1;1;r;\n").told() == Told{"not-one-of 2:6"});
  CHECK(benchmarks("hopp;agree;norge;p;1;1;r;\n").told() == Told{"not-one-of 2:12"});
  CHECK(benchmarks("hopp;agree;region;p;101;0;r;Q\n").told() == Told{"not-integer 2:21", "not-integer 2:25", "unknown-area 2:29"});
  CHECK(benchmarks("hopp;agree;region;p;1;1;r;\nhopp;agree;region;q;1;1;r;\nhopp;agree;region;p;2;2;r;\n").told() ==
        Told{"repeated-row 4:1"});
  CHECK(benchmarks(";;;;;;;\n").told() == Told{"empty-cell 2:1", "empty-cell 2:2", "empty-cell 2:3", "empty-cell 2:4", "empty-cell 2:5",
                                                "empty-cell 2:6", "empty-cell 2:7"});
}

TEST_CASE("recommendations have a number of their own and both languages") {
  const DatasetRead read = recommendations("1.1;R;H;T;T;ägare;owner;done;2026-01-31;not;note\n1.2;R;H;T;T;;;;;;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.recommendations.size() == 2);
  CHECK(read.facts.recommendations[0].status == "done");
  CHECK(to_string(read.facts.recommendations[0].followed_up.value()) == "2026-01-31");
  CHECK(read.facts.recommendations[0].owner.sv == "ägare");
  CHECK(read.facts.recommendations[0].note.en == "note");
  CHECK(read.facts.recommendations[1].status.empty());
  CHECK_FALSE(read.facts.recommendations[1].followed_up);
  CHECK(recommendations("1.1;R;H;T;T;;;klar;igår;;\n1.1;;;;;;;;;;\n").told() == Told{"not-one-of 2:15", "not-date 2:20", "empty-cell 3:5",
                                                                                     "empty-cell 3:6", "empty-cell 3:7", "empty-cell 3:8",
                                                                                     "repeated-row 3:1"});
}

TEST_CASE("all datasets of a site are read against each other, in whatever order they are listed") {
  std::vector<source::Source> sources(2);
  sources[0].dataset = "reviews";
  sources[1].dataset = "units";
  std::vector<fetch::Copy> copies(2);
  copies[0] = {&sources[0], "reviews.csv",
               "review_id;unit_id;framework;review_date;A;A_current;B;B_current\nR1;E1;made;2021-01-01;A;A;B;B\n", ""};
  copies[1] = {&sources[1], "units.csv", "unit_id;name;forum\nE1;Alfa;norr\n", ""};
  source::Site site = site_setup();
  site.forums = {{"norr", {"Norr", "North"}}};
  site.rounds = {{"2019–2022", test::day("2019-01-01"), test::day("2022-12-31")}};
  Diagnostics diagnostics;
  const model::Facts facts = read_facts(copies, site, test::made_framework(2), diagnostics);
  CHECK(told(diagnostics) == Told{});
  CHECK(facts.framework.id == "made");
  REQUIRE(facts.forums.size() == 1);
  CHECK(facts.forums[0].name.en == "North");
  REQUIRE(facts.rounds.size() == 1);
  CHECK(facts.rounds[0].id == "2019–2022");
  REQUIRE(facts.units.size() == 1);
  CHECK(facts.units[0].forum == 0);
  REQUIRE(facts.reviews.size() == 1);
  CHECK(facts.reviews[0].areas.at(1).current == model::Grade::b);
}
