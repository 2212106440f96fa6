#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

DatasetRead measures(const std::string& rows) {
  return DatasetRead{}.file("measures",
                            "plan;number;heading_sv;heading_en;title_sv;title_en;owner_sv;owner_en;status;due;followed_up;note_sv;note_en;"
                            "evidence;figures\n" +
                                rows);
}
DatasetRead events(const std::string& rows) { return DatasetRead{}.file("events", "date;text_sv;text_en;areas\n" + rows); }

}  // namespace

TEST_CASE("measures have a number of their own within a plan, and both languages") {
  DatasetRead read = measures("p;1.1;R;H;T;M;ägare;owner;Klar;2027-12-31;2026-01-31;not;note;protokoll;12 av 20\np;1.2;R;H;T;M;;;;;;;;;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().measures.size() == 2);
  const model::Measure& first = read.facts().measures[0];
  CHECK(first.plan == "p");
  CHECK(first.number == "1.1");
  CHECK(first.heading.en == "H");
  CHECK(first.title.en == "M");
  CHECK(first.owner.sv == "ägare");
  CHECK(first.status == "done");
  CHECK(to_string(first.due.value()) == "2027-12-31");  // may well be ahead
  CHECK(to_string(first.followed_up.value()) == "2026-01-31");
  CHECK(first.note.en == "note");
  CHECK(first.evidence == "protokoll");
  CHECK(first.figures == "12 av 20");
  CHECK(read.facts().measures[1].status.empty());
  CHECK_FALSE(read.facts().measures[1].followed_up);
}

TEST_CASE("measures have a known status, dates and a number once a plan") {
  CHECK(measures(";1.1;R;H;T;T;;;klart;;igår;;;;\n").told() == Told{"not-one-of 2:16", "not-date 2:23"});
  CHECK(measures(";1.1;R;H;T;T;;;;;2026-07-01;;;;\n").told() == Told{"date-in-future 2:18"});
  CHECK(measures("p;1;R;H;T;T;;;;;;;;;\nq;1;R;H;T;T;;;;;;;;;\np;1;R;H;T;U;;;;;;;;;\n").told() == Told{"repeated-row 4:3"});
  CHECK(measures(";1;R;H;T;T;;;;;;;;;\n;1;R;H;T;U;;;;;;;;;\n").told() == Told{"repeated-row 3:2"});
  CHECK(measures("p;1;;;;;;;;;;;;;\n").told() == Told{"empty-cell 2:5", "empty-cell 2:6", "empty-cell 2:7", "empty-cell 2:8"});
}

TEST_CASE("measures stand plan by plan in the order of their numbers, whatever the order of the rows") {
  for (const char* rows : {"p;10.1;R;H;T;T;;;;;;;;;\np;2.1;R;H;T;T;;;;;;;;;\nb;3;R;H;T;T;;;;;;;;;\n",
                           "b;3;R;H;T;T;;;;;;;;;\np;2.1;R;H;T;T;;;;;;;;;\np;10.1;R;H;T;T;;;;;;;;;\n"}) {
    DatasetRead read = measures(rows);
    std::string numbers;
    for (const model::Measure& measure : read.facts().measures) numbers += measure.plan + measure.number + " ";
    CHECK(numbers == "b3 p2.1 p10.1 ");
  }
}

TEST_CASE("a measure may be told of year by year, with a day for the next follow-up and what shows whether it helps") {
  const std::string heads = "plan;number;year;heading_sv;heading_en;title_sv;title_en;status;next_follow_up;indicators\n";
  DatasetRead read;
  read.indicators = {"open_d", "late_plans"};
  read.file("measures", heads + "p;1;2025;R;H;T;M;started;2027-01-01;open_d, late_plans\n");
  read.file("measures", heads + "p;1;2024;R;H;T;M;not_started;;late_plan\n");
  CHECK(read.told() == Told{"warning unknown-indicator 2:31"});
  CHECK(read.argument(0, "like") == "late_plans");
  REQUIRE(read.facts().measures.size() == 2);
  CHECK(read.facts().measures[0].year == 2024);
  CHECK(to_string(read.facts().measures[1].next_follow_up.value()) == "2027-01-01");
  CHECK(read.facts().measures[1].indicators == std::vector<std::string>{"open_d", "late_plans"});
  CHECK(DatasetRead{}.file("measures", heads + "p;1;2025;R;H;T;M;;;\np;1;2025;R;H;T;N;;;\n").told() == Told{"repeated-row 3:3"});
}

TEST_CASE("a figure is of a measure that there is, and has a value, a target or both") {
  const auto figures = [](const std::string& rows) {
    return measures("p;1;R;H;T;M;;;;;;;;;\n").file("measure_figures", "plan;number;figure;label_sv;label_en;year;value;target\n" + rows);
  };
  DatasetRead read = figures("p;1;posts;Platser;Posts;2018;;20\np;1;posts;Platser;Posts;2017;29,5;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().measure_figures.size() == 2);
  CHECK(read.facts().measure_figures[0].year == 2017);
  CHECK(read.facts().measure_figures[0].value == 2950);
  CHECK(read.facts().measure_figures[1].target == 2000);
  CHECK_FALSE(read.facts().measure_figures[1].value);
  CHECK(figures("p;2;posts;Platser;Posts;2018;1;\n").told() == Told{"unknown-measure 2:3"});
  CHECK(figures("p;1;posts;Platser;Posts;2018;;\n").told() == Told{"figure-without-number 2:30"});
  CHECK(figures("p;1;posts;Platser;Posts;2018;1;\np;1;posts;Platser;Posts;2018;2;\n").told() == Told{"repeated-row 3:5"});
}

TEST_CASE("events stand by date and name the areas they concern") {
  DatasetRead read = events("2026-01-15;Ny checklista;New checklist;B, a b\n2024-05-01;Ny blankett;New form;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().events.size() == 2);
  CHECK(read.facts().events[0].text.sv == "Ny blankett");
  CHECK(read.facts().events[0].areas.empty());
  CHECK(to_string(read.facts().events[1].date) == "2026-01-15");
  CHECK(read.facts().events[1].areas == std::vector<std::size_t>{0, 1});
}

TEST_CASE("an event concerns known areas") {
  DatasetRead read = events("2026-01-15;a;b;A Q,Z\n");
  CHECK(read.told() == Told{"unknown-area 2:16", "unknown-area 2:16"});
  CHECK(read.argument(1, "seen") == "Z");
}

TEST_CASE("an event is told once, however its day is written") {
  DatasetRead read = events("2026-01-15;a;b;\n2026/01/15;a;c;\n");
  CHECK(read.told() == Told{"warning date-repaired 3:1", "repeated-row 3:1"});
  CHECK(read.other(1) == "events.csv 2:1");
}
