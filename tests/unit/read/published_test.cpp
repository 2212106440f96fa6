#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

DatasetRead aggregates(const std::string& rows) {
  return DatasetRead{}.file("published_aggregates", "area;n;mean;sd;source;page\n" + rows);
}
DatasetRead counts(const std::string& rows) { return DatasetRead{}.file("published_counts", "measure;area;value;source\n" + rows); }
DatasetRead statements(const std::string& rows) { return DatasetRead{}.file("statements", "statement;area;sv;en\n" + rows); }
DatasetRead benchmarks(const std::string& rows) {
  return statements("hopp;;Hopp;Hope\nbibliotek;B;Bibliotek;Library\n")
      .file("benchmarks", "statement;answer;group;period;value;n;source;area\n" + rows);
}

}  // namespace

TEST_CASE("published means and spreads are read with comma or point, and stand by area") {
  DatasetRead read = aggregates("B;1;3.5;1;rapporten;\nA;181;3,98;0,2;rapporten;s. 5\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().published_aggregates.size() == 2);
  const auto& first = read.facts().published_aggregates[0];
  CHECK(first.area == 0);
  CHECK(first.n == 181);
  CHECK(first.mean_hundredths == 398);
  CHECK(first.sd_hundredths == 20);
  CHECK(first.source == "rapporten");
  CHECK(first.page == "s. 5");
  const auto& second = read.facts().published_aggregates[1];
  CHECK(second.area == 1);
  CHECK(second.mean_hundredths == 350);
  CHECK(second.sd_hundredths == 100);
}

TEST_CASE("published means are of known areas, once each, and numbers") {
  CHECK(aggregates("Q;1;3;1;r;\n").told() == Told{"unknown-area 2:1"});
  CHECK(aggregates("A;1;3;1;r;\nA;2;3;1;r;\n").told() == Told{"repeated-row 3:1"});
  CHECK(aggregates("A;1;3;1;r;\nA;1;3;1;r;\n").told() == Told{"warning row-twice 3:1"});
  CHECK(aggregates("A;0;3;1;r;\n").told() == Told{"not-integer 2:3"});
  for (const char* wrong : {"-3", "3,981", "3,", ",5", "3,9,8", "1e3", "tre", "101"}) {
    CHECK(aggregates("A;9;" + std::string{wrong} + ";1;r;\n").told() == Told{"not-decimal 2:5"});
  }
  CHECK(aggregates("A;;;;;\n").told() == Told{"empty-cell 2:3", "empty-cell 2:4", "empty-cell 2:5", "empty-cell 2:6"});
}

TEST_CASE("published counts are of known measures and areas, once each") {
  DatasetRead read = counts("reviews;;181;r\nD före planer;B;21;r\nd_before_plans;A;0;r\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().published_counts.size() == 3);
  CHECK(read.facts().published_counts[0].measure == "d_before_plans");
  CHECK(read.facts().published_counts[0].area == 0);
  CHECK(read.facts().published_counts[1].area == 1);
  CHECK(read.facts().published_counts[1].value == 21);
  CHECK(read.facts().published_counts[2].measure == "reviews");
  CHECK_FALSE(read.facts().published_counts[2].area);
  CHECK(counts("rewiews;;181;r\n").told() == Told{"not-one-of 2:1"});
  CHECK(counts("reviews;H;181;r\n").told() == Told{"unknown-area 2:9"});
  CHECK(counts("reviews;;1;r\nreviews;A;1;r\nGranskningar;;2;r\n").told() == Told{"repeated-row 4:1"});
  CHECK(counts("reviews;;-1;\n").told() == Told{"not-integer 2:10", "empty-cell 2:13"});
}

TEST_CASE("statements are in both languages, once each, in the order of the file") {
  DatasetRead read = statements("hopp;;Hopp;Hope\nbibliotek;b;Bibliotek;Library\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().statements.size() == 2);
  CHECK(read.facts().statements[0].id == "hopp");
  CHECK_FALSE(read.facts().statements[0].area);
  CHECK(read.facts().statements[0].wording.en == "Hope");
  CHECK(read.facts().statements[1].area == 1);
  CHECK(statements("hopp;;Hopp;\nhopp;;Hopp;Hope\n").told() == Told{"empty-cell 2:12", "repeated-row 3:1"});
  CHECK(statements("hopp;ö;Hopp;Hope\n").told() == Told{"unknown-area 2:6"});
}

TEST_CASE("shares of answers are to known statements, by known groups, once each, in the order of statements and answers") {
  DatasetRead read = benchmarks(
      "bibliotek;agree;sweden;2019-2022;80;476;r;B\nhopp;disagree;sweden;2019-2022;1;476;r;\nhopp;Över 2 "
      "timmar;Allmänmedicin;2019-2022;0;1;r;\nhopp;agree;sweden;2019-2022;75 %;476;r;\n");
  CHECK(read.told() == Told{});
  const auto& all = read.facts().benchmarks;
  REQUIRE(all.size() == 4);
  CHECK(all[0].statement == 0);
  CHECK(all[0].answer == "agree");
  CHECK(all[0].percent == 75);
  CHECK(all[1].answer == "disagree");
  CHECK(all[2].answer == "over_2");
  CHECK(all[2].group == "general_practice");
  CHECK(all[3].statement == 1);
  CHECK(all[3].group == "sweden");
  CHECK(all[3].period == "2019-2022");
  CHECK(all[3].n == 476);

  DatasetRead unknown = benchmarks("biblotek;agree;region;p;1;1;r;\n");
  CHECK(unknown.told() == Told{"unknown-statement 2:1"});
  CHECK(unknown.argument(0, "like") == "bibliotek");
  CHECK(benchmarks("hopp;kanske;region;p;1;1;r;\n").told() == Told{"not-one-of 2:6"});
  CHECK(benchmarks("hopp;agree;norge;p;1;1;r;\n").told() == Told{"not-one-of 2:12"});
  CHECK(benchmarks("hopp;agree;region;p;101;0;r;Q\n").told() == Told{"not-integer 2:21", "not-integer 2:25", "unknown-area 2:29"});
  CHECK(benchmarks("hopp;agree;region;p;1;1;r;\nhopp;agree;region;q;1;1;r;\nhopp;ja;region;p;2;2;r;\n").told() ==
        Told{"repeated-row 4:1"});
  CHECK(benchmarks("hopp;;;;;;;\n").told() ==
        Told{"empty-cell 2:6", "empty-cell 2:7", "empty-cell 2:8", "empty-cell 2:9", "empty-cell 2:10", "empty-cell 2:11"});
}

TEST_CASE("all datasets of a site are read against each other, in whatever order they are listed") {
  DatasetRead read;
  read.site.forums = {{"norr", {"Norr", "North"}}};
  read.site.rounds = {{"2019–2022", test::day("2019-01-01"), test::day("2022-12-31")}};
  read.reviews("review_id;unit_id;framework;review_date;A;A_current;B;B_current\nR1;E1;made;2021-01-01;A;A;B;B\n");
  read.units("unit_id;name;forum\nE1;Alfa;norr\n");
  CHECK(read.told() == Told{});
  const model::Facts& facts = read.facts();
  CHECK(facts.framework.id == "made");
  REQUIRE(facts.forums.size() == 1);
  CHECK(facts.forums[0].name.en == "North");
  REQUIRE(facts.rounds.size() == 1);
  CHECK(facts.rounds[0].id == "2019–2022");
  REQUIRE(facts.units.size() == 1);
  CHECK(facts.units[0].forum == 0);
  REQUIRE(facts.reviews.size() == 1);
  CHECK(facts.reviews[0].areas.at(1).current == model::Grade::b);
  CHECK(facts.datasets.size() == shipped_descriptions(2).size());
}

TEST_CASE("when the file of units cannot be used, no row elsewhere is said to be about an unknown unit") {
  DatasetRead read;
  read.units("unit_id;nmn\nE1;Alfa\n");
  read.reviews("review_id;unit_id;framework;review_date;A;A_current;B;B_current\nR1;E1;made;2021-01-01;A;A;B;Q\n");
  CHECK(read.told_fully() == test::Told{"units.csv:1:9 unknown-column", "units.csv:1:0 missing-column", "reviews.csv:2:29 not-grade"});
}

TEST_CASE("a dataset without a description is an error, where it is listed") {
  DatasetRead read;
  read.file("fikon", "a;b\n1;2\n");
  CHECK(read.told() == Told{"dataset-not-described 0:0"});
}
