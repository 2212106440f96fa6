#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using model::Grade;

namespace {

const std::string heading = "review_id;unit_id;framework;review_date;plan_received;decided_on;A;A_current;B;B_current\n";

DatasetRead of_reviews(const std::string& rows) { return two_units().reviews(heading + rows); }
Told complaints(const std::string& rows) { return of_reviews(rows).told(); }

// The long form.
const std::string long_heading = "review_id;unit_id;framework;area;grade;stage;date;plan_received\n";

DatasetRead of_grades(const std::string& rows) { return two_units().reviews(long_heading + rows); }

std::string grades_of(const model::Review& review) {
  std::string out;
  for (const model::AreaGrade& area : review.areas) out += std::string{letter(area.initial)} + letter(area.current) + " ";
  return out;
}

}  // namespace

TEST_CASE("reviews are read from columns in any order, under the names that people use") {
  DatasetRead read = two_units().reviews(
      "B nu;B;A NU;A;länk;diarienummer;beslutsdatum;handlingsplan "
      "inkom;besök;granskningsdatum;checklista;enhets-id;gransknings-id;rapportdatum\n"
      "C;D;A;A;https://example.org/;D 1;2021-09-01;2021-06-01;digital;2021-05-01;made;E2;R1;2021-05-30\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().reviews.size() == 1);
  const model::Review& review = read.facts().reviews[0];
  CHECK(review.id.value() == "R1");
  CHECK(review.unit == 1);
  CHECK(to_string(review.date) == "2021-05-01");
  CHECK(review.visit == "digital");
  CHECK(grades_of(review) == "AA DC ");
  CHECK(to_string(review.plan_received.value()) == "2021-06-01");
  CHECK(to_string(review.decided_on.value()) == "2021-09-01");
  CHECK(review.reference == "D 1");
  CHECK(review.url == "https://example.org/");
}

TEST_CASE("a row of grades is not taken for a row of headings, though areas are called by letters") {
  DatasetRead read = two_units().reviews(
      "A;B;A_current;B_current;review_id;unit_id;framework;review_date\n"
      "A;B;A;B;R1;E1;made;2021-01-01\n"
      "B;A;B;A;R2;E2;made;2021-01-01\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts().reviews.size() == 2);
}

TEST_CASE("reviews stand by unit and date, whatever the order of the rows") {
  const auto ids = [](const std::string& rows) {
    DatasetRead read = of_reviews(rows);
    CHECK(read.told() == Told{});
    std::string all;
    for (const model::Review& review : read.facts().reviews) all += review.id.value();
    return all;
  };
  CHECK(ids("c;E2;made;2020-01-01;;;A;A;A;A\nb;E1;made;2025-01-01;;;A;A;A;A\na;E1;made;2021-01-01;;;A;A;A;A\n") == "abc");
  CHECK(ids("b;E1;made;2025-01-01;;;A;A;A;A\na;E1;made;2021-01-01;;;A;A;A;A\nc;E2;made;2020-01-01;;;A;A;A;A\n") == "abc");
}

TEST_CASE("a file has the grades of every area, or of none") {
  CHECK(two_units().reviews("review_id;unit_id;framework;review_date;A;A_current;B\n").told() == Told{"missing-column 1:1"});
  CHECK(two_units().reviews("review_id;unit_id;framework;review_date;A;A_current;B;B_current;C\n").told() == Told{"unknown-column 1:65"});
}

TEST_CASE("grades that hold now may be left out of a file where no plan has changed any") {
  DatasetRead read = two_units().reviews("review_id;unit_id;framework;review_date;A;B\nR1;E1;made;2021-01-01;C;D\n");
  CHECK(read.told() == Told{});
  CHECK(grades_of(read.facts().reviews.at(0)) == "CC DD ");
}

TEST_CASE("a review has an id, a unit, a checklist, a date and grades") {
  CHECK(complaints(";E1;;;;;;;;\n") == Told{"empty-cell 2:1", "empty-cell 2:5", "empty-cell 2:6"});
  CHECK(complaints("R1;;;;;;;;;\n") == Told{"empty-cell 2:4", "empty-cell 2:5", "empty-cell 2:6", "empty-cell 2:9", "empty-cell 2:10",
                                            "empty-cell 2:11", "empty-cell 2:12", "review-without-unit 2:4"});
}

TEST_CASE("a row of nothing but separators is passed over") { CHECK(complaints(";;;;;;;;;\n") == Told{}); }

TEST_CASE("a review is of a unit that there is") {
  DatasetRead read = of_reviews("R1;E11;made;2021-01-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{"unknown-unit 2:4"});
  CHECK(read.argument(0, "like") == "E1");
}

TEST_CASE("a unit or review whose own row could not be read is not called unknown") {
  DatasetRead units;
  units.units("unit_id;name\nE1;Alfa\nE2\n").reviews(heading + "R1;E2;made;2021-01-01;;;A;A;A;A\n");
  CHECK(units.told_fully() == test::Told{"units.csv:3:1 csv-row-too-short"});
  DatasetRead reviews = of_reviews("R1;E2;made;2021-01-01;;;A;A;A\n").file("findings", "review_id;area;kind\nR1;A;weakness\n");
  CHECK(reviews.told_fully() == test::Told{"reviews.csv:2:1 csv-row-too-short"});
}

TEST_CASE("a review follows the site's framework") {
  CHECK(complaints("R1;E1;spur-2012;2021-01-01;;;A;A;A;A\n") == Told{"unknown-framework 2:7"});
}

TEST_CASE("an id is used once, and a unit reviewed once a day") {
  DatasetRead read = of_reviews(
      "R1;E1;made;2021-01-01;;;A;A;A;A\nR2;E2;made;2021-01-01;;;A;A;A;A\nR1;E1;made;2022-01-01;;;A;A;A;B\n"
      "R4;E1;made;2021-01-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{"repeated-row 4:1", "same-day-review 5:12"});
  CHECK(read.other(0) == "reviews.csv 2:1");
  CHECK(read.other(1) == "reviews.csv 2:12");
}

TEST_CASE("the same review twice in the same words counts once") {
  DatasetRead read = of_reviews("R1;E1;made;2021-01-01;;;A;A;A;A\n").reviews(heading + "R1;E1;made;2021-01-01;;;A;A;A;A\n");
  CHECK(read.told_fully() == test::Told{"warning reviews-2.csv:2:1 row-twice"});
  CHECK(read.other(0) == "reviews.csv 2:1");
  CHECK(read.facts().reviews.size() == 1);
}

TEST_CASE("dates exist and are written year first") {
  CHECK(complaints("R1;E1;made;2021-02-29;21-01-01;1/2/2021;A;A;A;A\n") ==
        Told{"not-date 2:12", "not-date 2:23", "not-date 2:32"});
}

TEST_CASE("no date of a review is in the future") {
  CHECK(complaints("R1;E1;made;2026-07-01;;;A;A;A;A\n") == Told{"date-in-future 2:12"});
  CHECK(complaints("R1;E1;made;2026-06-30;;;A;A;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;2026-07-01;;D;D;A;A\n") == Told{"date-in-future 2:23"});
  CHECK(complaints("R1;E1;made;2021-01-01;2026-06-30;;D;D;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-01;2026-07-01;D;D;A;A\n") == Told{"date-in-future 2:34"});
}

TEST_CASE("a review is of a unit that existed that day") {
  DatasetRead read;
  read.units("unit_id;name;valid_from;valid_to\nE1;Alfa;2020-06-01;2021-12-31\n");
  read.reviews(heading +
               "R1;E1;made;2020-05-31;;;A;A;A;A\nR2;E1;made;2020-06-01;;;A;A;A;A\nR3;E1;made;2021-12-31;;;A;A;A;A\n"
               "R4;E1;made;2022-01-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{"before-the-unit 2:4", "after-the-unit 5:4"});
  CHECK(read.argument(0, "date") == "2020-05-31");
  CHECK(read.argument(1, "to") == "2021-12-31");
  CHECK(read.other(0) == "units.csv 2:1");
  CHECK(read.other(1) == "units.csv 2:1");
}

TEST_CASE("a review outside every round is worth a word") {
  CHECK(complaints("R1;E1;made;2023-01-01;;;A;A;A;A\n") == Told{"warning review-outside-rounds 2:12"});
  CHECK(complaints("R1;E1;made;2022-12-31;;;A;A;A;A\n") == Told{});
  DatasetRead without = two_units();
  without.site.rounds.clear();
  CHECK(without.reviews(heading + "R1;E1;made;2023-01-01;;;A;A;A;A\n").told() == Told{});
}

TEST_CASE("a small letter or one with blanks is a grade, with a warning, and anything else is none") {
  DatasetRead read = of_reviews("R1;E1;made;2021-01-01;;;b; B ;A;A\xC2\xA0\n");
  CHECK(read.told() == Told{"warning grade-repaired 2:25", "warning blanks-repaired 2:27", "warning blanks-repaired 2:33"});
  CHECK(grades_of(read.facts().reviews.at(0)) == "BB AA ");
  for (const char* wrong : {"E", "e", "A+", "4", "Å", "AB", "A B"}) {
    CHECK(complaints(std::string{"R1;E1;made;2021-01-01;;;A;A;A;"} + wrong + "\n") == Told{"not-grade 2:31"});
  }
  CHECK(complaints("R1;E1;made;2021-01-01;;;X;A;A;A\n") == Told{"not-grade 2:25"});  // and nothing about a missing one
}

TEST_CASE("a plan lifts a D to a C and nothing else") {
  const auto change = [](const std::string& initial, const std::string& current) {
    return of_reviews("R1;E1;made;2021-01-01;2021-02-01;;D;D;" + initial + ";" + current + "\n");
  };
  for (const char* from : {"A", "B", "C", "D"}) {
    for (const char* to : {"A", "B", "C", "D"}) {
      const bool allowed = std::string{from} == to || (std::string{from} == "D" && std::string{to} == "C");
      DatasetRead read = change(from, to);
      CHECK(read.told() == (allowed ? Told{} : Told{"grade-change 2:41"}));
      if (!allowed) CHECK(read.other(0) == "reviews.csv 2:39");
    }
  }
}

TEST_CASE("a D does not go away without a plan, and a plan is for a D") {
  CHECK(complaints("R1;E1;made;2021-01-01;;;D;C;A;A\n") == Told{"d-gone-without-plan 2:27"});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-01;;C;C;A;A\n") == Told{"plan-without-d 2:23"});
}

TEST_CASE("a report is written after the visit") {
  const auto reported = [](const char* date) {
    const std::string heads = "review_id;unit_id;framework;review_date;report_date;A;B;A_current;B_current\n";
    return two_units().reviews(heads + "R1;E1;made;2021-01-02;" + date + ";A;A;A;A\n");
  };
  CHECK(reported("2021-01-01").told() == Told{"report-before-visit 2:23"});
  DatasetRead read = reported("2021-01-02");
  CHECK(read.told() == Told{});
  CHECK(to_string(read.facts().reviews.at(0).report_date.value()) == "2021-01-02");
  CHECK_FALSE(reported("").facts().reviews.at(0).report_date);
}

TEST_CASE("a plan comes after its review and a decision after the plan") {
  CHECK(complaints("R1;E1;made;2021-01-02;2021-01-01;;D;D;A;A\n") == Told{"plan-before-review 2:23"});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-01-01;;D;D;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-02;2021-02-01;D;D;A;A\n") == Told{"decision-before-plan 2:34"});
  CHECK(complaints("R1;E1;made;2021-01-01;2021-02-02;2021-02-02;D;D;A;A\n") == Told{});
  CHECK(complaints("R1;E1;made;2021-01-01;;2021-02-02;D;D;A;A\n") == Told{"decision-before-plan 2:24"});
}

TEST_CASE("a visit is on site or digital") {
  const std::string with_visit = "review_id;unit_id;framework;review_date;visit;A;A_current;B;B_current\n";
  CHECK(two_units().reviews(with_visit + "R1;E1;made;2021-01-01;telefon;A;A;A;A\n").told() == Told{"not-one-of 2:23"});
  DatasetRead read = two_units().reviews(with_visit + "R1;E1;made;2021-01-01;PÅ PLATS;A;A;A;A\nR2;E2;made;2021-01-01;on_site;A;A;A;A\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts().reviews.at(0).visit == "on_site");
  CHECK(read.facts().reviews.at(1).visit == "on_site");
}

TEST_CASE("the complaints of all reviews come at once, what cells say before what reviews say") {
  CHECK(complaints("R1;E9;gammal;2021-13-01;;;A;B;X;A\nR2;E2;made;2027-01-01;;;C;D;a;A\n") ==
        Told{"not-date 2:14", "not-grade 2:31", "date-in-future 3:12", "warning grade-repaired 3:29", "unknown-unit 2:4",
             "unknown-framework 2:7", "grade-change 2:29", "warning review-outside-rounds 3:12", "grade-change 3:27"});
}

// One grade a row.

TEST_CASE("a review may be written with one grade a row") {
  DatasetRead read = of_grades(
      "R1;E2;made;B;D;initial;2021-01-01;\n"
      "R1;;;A;A;Vid granskningen;2021-01-01;\n"
      "R1;;;B;C;Efter beslut;2021-09-01;2021-03-01\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().reviews.size() == 1);
  const model::Review& review = read.facts().reviews[0];
  CHECK(review.unit == 1);
  CHECK(grades_of(review) == "AA DC ");
  CHECK(to_string(review.date) == "2021-01-01");
  CHECK(to_string(review.plan_received.value()) == "2021-03-01");
  CHECK(to_string(review.decided_on.value()) == "2021-09-01");
}

TEST_CASE("the decision is the last one where there are several") {
  const std::string start = "R1;E1;made;A;D;initial;2021-01-01;2021-03-01\nR1;E1;made;B;D;initial;2021-01-01;\n";
  const std::string a = "R1;E1;made;A;C;current;2021-05-01;\n", b = "R1;E1;made;B;C;current;2021-09-01;\n";
  for (const std::string& rows : {start + a + b, b + a + start}) {
    DatasetRead read = of_grades(rows);
    CHECK(read.told() == Told{});
    CHECK(to_string(read.facts().reviews.at(0).decided_on.value()) == "2021-09-01");
  }
}

TEST_CASE("every area has a first grade") {
  DatasetRead read = of_grades("R1;E1;made;A;A;initial;2021-01-01;\n");
  CHECK(read.told() == Told{"missing-grade 2:1"});
  CHECK(read.argument(0, "area") == "B");
  CHECK(of_grades("R1;E1;made;A;A;initial;2021-01-01;\nR1;E1;made;B;X;initial;2021-01-01;\n").told() == Told{"not-grade 3:14"});
}

TEST_CASE("some row of a review names its unit") {
  CHECK(of_grades("R1;;made;A;A;initial;2021-01-01;\nR1;;made;B;A;initial;2021-01-01;\n").told() == Told{"review-without-unit 2:4"});
}

TEST_CASE("a grade stands once, and both places are named when two rows disagree") {
  const std::string first = "R1;E1;made;A;A;initial;2021-01-01;\nR1;E1;made;B;A;initial;2021-01-01;\n";
  DatasetRead read = of_grades(first + "R1;E1;made;B;B;initial;2021-01-01;\n");
  CHECK(read.told() == Told{"repeated-row 4:1"});
  CHECK(read.other(0) == "reviews.csv 3:1");
}

TEST_CASE("the rows of a review say the same of its unit, day, plan, visit, reference and link") {
  const std::string columns = "review_id;area;grade;stage;date;unit_id;plan_received;visit;reference;url\n";
  const auto of = [&](const std::string& first, const std::string& second) {
    return two_units().reviews(columns + "R1;A;D;initial;" + first + "\nR1;B;D;initial;" + second + "\n");
  };
  const std::string usual = "2021-01-01;E1;2021-02-01;digital;Dnr 1;https://a.example/";
  CHECK(of(usual, usual).told() == Told{});
  CHECK(of(usual, "2021-01-01;;;;;").told() == Told{});
  for (const auto& [other, place] :
       {std::pair{"2021-01-02;;;;;", "3:16"}, {"2021-01-01;E2;;;;", "3:27"}, {"2021-01-01;;2021-02-02;;;", "3:28"},
        {"2021-01-01;;;on_site;;", "3:29"}, {"2021-01-01;;;;Dnr 2;", "3:30"}, {"2021-01-01;;;;;https://b.example/", "3:31"}}) {
    DatasetRead read = of(usual, other);
    CHECK(read.told() == Told{std::string{"review-disagrees "} + place});
    CHECK(read.other(0) == "reviews.csv 2:1");
    DatasetRead backwards = of(other, usual);
    CHECK(backwards.told().size() == 1);
  }
}

TEST_CASE("an area and a stage are known ones, in any case") {
  CHECK(of_grades("R1;E1;made;a;A;INITIAL;2021-01-01;\nR1;E1;made;B;A;initial;2021-01-01;\n").told() == Told{});
  CHECK(of_grades("R1;E1;made;Q;A;initial;2021-01-01;\nR1;E1;made;B;A;initial;2021-01-01;\n").told() ==
        Told{"unknown-area 2:12", "missing-grade 2:1"});
  CHECK(of_grades("R1;E1;made;A;A;sist;2021-01-01;\nR1;E1;made;B;A;initial;2021-01-01;\n").told().front() == "not-one-of 2:16");
}

TEST_CASE("reviews and their grades may lie in two files, in both forms") {
  DatasetRead read = two_units();
  read.reviews("review_id;unit_id;framework;review_date;plan_received;decided_on\nR1;E2;made;2021-01-01;2021-02-01;2021-03-01\n");
  read.reviews(
      "gransknings-id;område;gradering;skede;datum\nR1;A;B;initial;2021-01-01\nR1;B;D;initial;2021-01-01\nR1;B;C;current;2021-03-01\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().reviews.size() == 1);
  CHECK(read.facts().reviews[0].unit == 1);
  CHECK(grades_of(read.facts().reviews[0]) == "BB DC ");
}

TEST_CASE("a decision may come in a file of its own") {
  DatasetRead read = two_units();
  read.reviews("review_id;unit_id;framework;review_date;plan_received;A;B\nR1;E2;made;2021-01-01;2021-02-01;D;A\n");
  read.reviews("review_id;area;grade;stage;date\nR1;A;C;current;2021-03-01\n");
  CHECK(read.told() == Told{});
  CHECK(grades_of(read.facts().reviews.at(0)) == "DC AA ");
  CHECK(to_string(read.facts().reviews.at(0).decided_on.value()) == "2021-03-01");
}

TEST_CASE("two files that disagree about a grade are both named") {
  DatasetRead read = of_reviews("R1;E1;made;2021-01-01;;;A;A;B;B\n");
  read.reviews("review_id;area;grade;stage;date\nR1;A;A;initial;2021-01-01\nR1;B;C;initial;2021-01-01\n");
  CHECK(read.told_fully() == test::Told{"reviews-2.csv:3:6 grade-twice"});
  CHECK(read.argument(0, "grade") == "C");
  CHECK(read.argument(0, "other") == "B");
  CHECK(read.other(0) == "reviews.csv 2:29");
}

TEST_CASE("what has been reviewed is noted as delivered, once a unit and year") {
  DatasetRead read = of_reviews("R1;E1;made;2021-01-01;;;A;A;A;A\nR2;E1;made;2021-05-01;;;A;A;A;A\nR3;E1;made;2025-05-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts().deliveries == std::vector<model::Delivery>{{"reviews", 0, "2021"}, {"reviews", 0, "2025"}});
}

// How a row names its unit.

TEST_CASE("a unit may be named by its id in other case, its name or another name, with a warning that says how it was read") {
  DatasetRead read;
  read.units("unit_id;name;aliases\nE1;Alfa vårdcentral;Alfa VC|Gamla Alfa\nE2;Beta;\n");
  read.reviews(heading +
               "R1;e1;made;2021-01-01;;;A;A;A;A\nR2;ALFA  Vårdcentral;made;2021-01-02;;;A;A;A;A\nR3;gamla alfa;made;2021-01-03;;;A;A;A;A\n"
               "R4;Alfa\xC2\xA0VC;made;2021-01-04;;;A;A;A;A\nR5;E1;made;2021-01-05;;;A;A;A;A\n");
  CHECK(read.told() == Told{"warning blanks-repaired 5:4", "warning unit-by-name 2:4", "warning unit-by-name 3:4",
                            "warning unit-by-name 4:4", "warning unit-by-name 5:4"});
  CHECK(read.argument(2, "id") == "E1");
  CHECK(read.argument(2, "name") == "Alfa vårdcentral");
  for (const model::Review& review : read.facts().reviews) CHECK(review.unit == 0);
}

TEST_CASE("a unit that is named in the same way on many rows is worth one warning a file") {
  const std::string rows = "R1;alfa;made;2021-01-01;;;A;A;A;A\nR2;ALFA;made;2021-01-02;;;A;A;A;A\nR3;e1;made;2021-01-03;;;A;A;A;A\n";
  DatasetRead read = of_reviews(rows).reviews(heading + "R4;alfa;made;2021-01-04;;;A;A;A;A\nR5;alfa;made;2021-01-05;;;A;A;A;A\n");
  CHECK(read.told_fully() == test::Told{"warning reviews.csv:2:4 unit-by-name", "warning reviews.csv:4:4 unit-by-name",
                                        "warning reviews-2.csv:2:4 unit-by-name"});
  for (const model::Review& review : read.facts().reviews) CHECK(review.unit == 0);
}

TEST_CASE("a name of several units names none of them") {
  DatasetRead read;
  read.units("unit_id;name;aliases\nE1;Alfa;\nE2;Beta;Alfa\n").reviews(heading + "R1;alfa;made;2021-01-01;;;A;A;A;A\n");
  CHECK(read.told() == Told{"unit-name-of-several 2:4"});
  DatasetRead same;
  same.units("unit_id;name;aliases\nalfa;Alfa;ALFA\n").reviews(heading + "R1;aLFA;made;2021-01-01;;;A;A;A;A\n");
  CHECK(same.told() == Told{"warning unit-by-name 2:4"});
}
