#include "catch.hpp"
#include "datasets_support.hpp"
#include "read/dataset_codes.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

const std::string heading = "review_id;unit_id;framework;review_date;plan_received;decided_on;A;A_current;B;B_current\n";

DatasetRead of_reviews(const std::string& rows) { return two_units().reviews(heading + rows); }
Told complaints(const std::string& rows) { return of_reviews(rows).told(); }

}  // namespace

TEST_CASE("reviews are read from columns in any order, under their own names or the Swedish ones") {
  const DatasetRead read = two_units().reviews(
      "B nu;B;A NU;A;länk;diarienummer;beslutsdatum;handlingsplan "
      "inkom;besök;granskningsdatum;checklista;enhets-id;gransknings-id;rapportdatum\n"
      "C;D;A;A;https://example.org/;D 1;2021-09-01;2021-06-01;digital;2021-05-01;made;E2;R1;2021-05-30\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.reviews.size() == 1);
  const model::Review& review = read.facts.reviews[0];
  CHECK(review.id.value() == "R1");
  CHECK(review.unit == 1);
  CHECK(to_string(review.date) == "2021-05-01");
  CHECK(review.visit == "digital");
  REQUIRE(review.areas.size() == 2);
  CHECK(review.areas[0].initial == model::Grade::a);
  CHECK_FALSE(review.areas[0].lifted());
  CHECK(review.areas[1].initial == model::Grade::d);
  CHECK(review.areas[1].current == model::Grade::c);
  REQUIRE(review.plan_received);
  CHECK(to_string(*review.plan_received) == "2021-06-01");
  REQUIRE(review.decided_on);
  CHECK(to_string(*review.decided_on) == "2021-09-01");
  CHECK(review.reference == "D 1");
  CHECK(review.url == "https://example.org/");
}

TEST_CASE("reviews stand by unit and date, whatever the order of the rows") {
  const auto ids = [](const std::string& rows) {
    const DatasetRead read = of_reviews(rows);
    CHECK(read.told() == Told{});
    std::string all;
    for (const model::Review& review : read.facts.reviews) all += review.id.value();
    return all;
  };
  CHECK(ids("c;E2;made;2020-01-01;;;A;A;A;A\nb;E1;made;2025-01-01;;;A;A;A;A\na;E1;made;2021-01-01;;;A;A;A;A\n") == "abc");
  CHECK(ids("b;E1;made;2025-01-01;;;A;A;A;A\na;E1;made;2021-01-01;;;A;A;A;A\nc;E2;made;2020-01-01;;;A;A;A;A\n") == "abc");
}

TEST_CASE("every area of the framework has both of its columns") {
  CHECK(two_units().reviews("review_id;unit_id;framework;review_date;A;A_current;B\n").told() == Told{"missing-column 1:0"});
  CHECK(two_units().reviews("review_id;unit_id;framework;review_date;A;A_current;B;B_current;C\n").told() == Told{"unknown-column 1:65"});
}

TEST_CASE("a review has an id, a unit, a checklist, a date and grades") {
  CHECK(complaints(";;;;;;;;;\n") == Told{"empty-cell 2:1", "empty-cell 2:2", "empty-cell 2:3", "empty-cell 2:4", "empty-cell 2:7",
                                          "empty-cell 2:8", "empty-cell 2:9", "empty-cell 2:10"});
}

TEST_CASE("a review is of a unit that there is") {
  const DatasetRead read = of_reviews("R1;E11;made;2021-01-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{"unknown-unit 2:4"});
  CHECK(read.argument(0, "like") == "E1");
}

TEST_CASE("a review follows the site's framework") {
  CHECK(complaints("R1;E1;spur-2012;2021-01-01;;;A;A;A;A\n") == Told{"unknown-framework 2:7"});
}

TEST_CASE("an id is used once, and a unit reviewed once a day") {
  const DatasetRead read = of_reviews("R1;E1;made;2021-01-01;;;A;A;A;A\nR2;E2;made;2021-01-01;;;A;A;A;A\nR1;E1;made;2022-01-01;;;A;A;A;A\n"
                                      "R4;E1;made;2021-01-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{"duplicate-review 4:1", "same-day-review 5:12"});
  CHECK(read.argument(0, "line") == "2");
  CHECK(read.argument(1, "line") == "2");
}

TEST_CASE("dates exist and are written year first") {
  CHECK(complaints("R1;E1;made;2021-02-29;21-01-01;2021/01/01;A;A;A;A\n") == Told{"not-date 2:12", "not-date 2:23", "not-date 2:32"});
}

TEST_CASE("a review is not in the future") {
  CHECK(complaints("R1;E1;made;2026-07-01;;;A;A;A;A\n") == Told{"review-in-future 2:12"});
  CHECK(complaints("R1;E1;made;2026-06-30;;;A;A;A;A\n") == Told{});
}

TEST_CASE("a review outside every round is worth a word") {
  CHECK(complaints("R1;E1;made;2023-01-01;;;A;A;A;A\n") == Told{"warning review-outside-rounds 2:12"});
  CHECK(complaints("R1;E1;made;2022-12-31;;;A;A;A;A\n") == Told{});
  DatasetRead without = two_units();
  without.facts.rounds.clear();
  CHECK(without.reviews(heading + "R1;E1;made;2023-01-01;;;A;A;A;A\n").told() == Told{});
}

TEST_CASE("a small letter is a grade, with a warning, and anything else is none") {
  const DatasetRead read = of_reviews("R1;E1;made;2021-01-01;;;b;B;A;A\n");
  CHECK(read.told() == Told{"warning grade-repaired 2:25"});
  CHECK(read.facts.reviews.at(0).areas.at(0).initial == model::Grade::b);
  for (const char* wrong : {"E", "e", "A+", "4", "Å", "AB"}) {
    CHECK(complaints(std::string{"R1;E1;made;2021-01-01;;;A;A;A;"} + wrong + "\n") == Told{"not-grade 2:31"});
  }
}

TEST_CASE("a plan lifts a D to a C and nothing else") {
  const auto change = [](const std::string& initial, const std::string& current) {
    return complaints("R1;E1;made;2021-01-01;2021-02-01;;D;D;" + initial + ";" + current + "\n");
  };
  for (const char* from : {"A", "B", "C", "D"}) {
    for (const char* to : {"A", "B", "C", "D"}) {
      const bool allowed = std::string{from} == to || (std::string{from} == "D" && std::string{to} == "C");
      CHECK(change(from, to) == (allowed ? Told{} : Told{"grade-change 2:41"}));
    }
  }
}

TEST_CASE("a D does not go away without a plan, and a plan is for a D") {
  CHECK(complaints("R1;E1;made;2021-01-01;;;D;C;A;A\n") == Told{"d-gone-without-plan 2:27"});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-01;;C;C;A;A\n") == Told{"plan-without-d 2:23"});
}

TEST_CASE("a plan comes after its review and before today, and a decision after the plan") {
  CHECK(complaints("R1;E1;made;2021-01-02;2021-01-01;;D;D;A;A\n") == Told{"plan-before-review 2:23"});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-01-01;;D;D;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;2026-07-01;;D;D;A;A\n") == Told{"plan-in-future 2:23"});
  CHECK(complaints("R1;E1;made;2021-01-01;2026-06-30;;D;D;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-02;2021-02-01;D;D;A;A\n") == Told{"decision-before-plan 2:34"});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-02;2021-02-02;D;D;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;;2021-02-02;D;D;A;A\n") == Told{"decision-before-plan 2:24"});
}

TEST_CASE("a visit is on site or digital") {
  CHECK(two_units()
            .reviews("review_id;unit_id;framework;review_date;visit;A;A_current;B;B_current\nR1;E1;made;2021-01-01;telefon;A;A;A;A\n")
            .told() == Told{"not-one-of 2:23"});
}

TEST_CASE("the complaints of all reviews come at once") {
  CHECK(complaints("R1;E9;gammal;2021-13-01;;;A;B;X;A\nR1;E2;made;2027-01-01;;;C;D;a;A\n") ==
        Told{"unknown-unit 2:4", "unknown-framework 2:7", "not-date 2:14", "not-grade 2:31", "grade-change 2:29",
             "warning grade-repaired 3:29", "review-in-future 3:12", "warning review-outside-rounds 3:12", "grade-change 3:27",
             "duplicate-review 3:1"});
}
