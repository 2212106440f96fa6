#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

std::vector<std::string> names(const model::Facts& facts) {
  std::vector<std::string> all;
  for (const model::Unit& unit : facts.units) all.push_back(unit.name);
  return all;
}

Told of_units(const std::string& text) { return DatasetRead{}.units(text).told(); }

}  // namespace

TEST_CASE("units are read from columns in any order, under the names that people use") {
  DatasetRead read;
  read.units(
      "Driftsform;namn;ST-FORUM;hsa-id;typ;kommun;vårdgivare;listade patienter;specialister;specialister procent;st-läkare;handledare;"
      "handledare utbildade 5 år;verksamhetschef sedan;fr.o.m.;t.o.m.;kallas även\n"
      "privat; Åby vårdcentral ;soder;E1;vårdcentral;Åby;Bolaget AB;12000;4;350;3;2;1;2019;2018-02-01;2030-12-31;Åby VC| Åby läkarhus |\n"
      "offentlig;Ör;;E2;;;;;;;;;;;;;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().units.size() == 2);
  const model::Unit& unit = read.facts().units[0];
  CHECK(unit.id.value() == "E1");
  CHECK(unit.name == "Åby vårdcentral");
  CHECK(unit.kind == "vårdcentral");
  CHECK(unit.forum == 1);
  CHECK(unit.municipality == "Åby");
  CHECK(unit.ownership == model::Ownership::private_);
  CHECK(unit.provider == "Bolaget AB");
  CHECK(unit.figures.listed_patients == 12000);
  CHECK(unit.figures.specialists == 4);
  CHECK(unit.figures.specialist_percent == 350);
  CHECK(unit.figures.st_doctors == 3);
  CHECK(unit.figures.supervisors == 2);
  CHECK(unit.figures.supervisors_trained_5y == 1);
  CHECK(unit.figures.manager_since == 2019);
  CHECK(unit.valid_from == test::day("2018-02-01"));
  CHECK(unit.valid_to == test::day("2030-12-31"));
  CHECK(unit.aliases == std::vector<std::string>{"Åby VC", "Åby läkarhus"});
  const model::Unit& silent = read.facts().units[1];
  CHECK(silent.ownership == model::Ownership::public_);
  CHECK_FALSE(silent.forum);
  CHECK_FALSE(silent.figures.listed_patients);
  CHECK_FALSE(silent.figures.manager_since);
  CHECK_FALSE(silent.valid_from);
  CHECK_FALSE(silent.valid_to);
  CHECK(silent.aliases.empty());
}

TEST_CASE("units may come in several files") {
  DatasetRead read;
  read.units("unit_id;name\nE1;Alfa\n").units("namn,id\nBeta,E2\n");
  CHECK(read.told() == Told{});
  CHECK(names(read.facts()) == std::vector<std::string>{"Alfa", "Beta"});
}

TEST_CASE("units stand in the Swedish order of their names, whatever the order of the rows") {
  const std::vector<std::string> expected{"Adam 2", "Adam 10", "Orm", "Zeta", "Åby", "Älv", "Öster"};
  CHECK(names(DatasetRead{}.units("unit_id;name\n1;Öster\n2;Åby\n3;Zeta\n4;Älv\n5;Adam 10\n6;Orm\n7;Adam 2\n").facts()) == expected);
  CHECK(names(DatasetRead{}.units("unit_id;name\n7;Adam 2\n4;Älv\n1;Öster\n6;Orm\n5;Adam 10\n3;Zeta\n2;Åby\n").facts()) == expected);
}

TEST_CASE("units of the same name stand in the order of their ids") {
  for (const char* text : {"unit_id;name\nE2;Samma\nE1;Samma\n", "unit_id;name\nE1;Samma\nE2;Samma\n"}) {
    DatasetRead read;
    read.units(text);
    CHECK(read.told() == Told{});
    CHECK(read.facts().units.at(0).id.value() == "E1");
  }
}

TEST_CASE("a table of no units is no table") { CHECK(of_units("unit_id;name\n") == Told{"no-units 1:1"}); }

TEST_CASE("a unit has an id and a name") {
  CHECK(of_units("unit_id;name\n;A\nE2; \n") == Told{"empty-cell 2:1", "empty-cell 3:4"});
  CHECK(of_units("unit_id;name\n;A\n;B\n") == Told{"empty-cell 2:1", "empty-cell 3:1"});
}

TEST_CASE("a unit stands in the table once, and both rows are named when it does not") {
  DatasetRead read;
  read.units("name;unit_id\nA;E1\nB;E2\nC;E1\n");
  CHECK(read.told() == Told{"repeated-row 4:3"});
  CHECK(read.argument(0, "key") == "E1");
  CHECK(read.other(0) == "units.csv 2:3");
}

TEST_CASE("the same row twice is read once, with a warning, even from another file with its columns in another order") {
  DatasetRead read;
  read.units("name;unit_id\nA;E1\nA;E1\n").units("id;enhet\nE1;A\nE2;B\n");
  CHECK(read.told_fully() == test::Told{"warning units.csv:3:3 row-twice", "warning units-2.csv:2:1 row-twice"});
  CHECK(read.other(1) == "units.csv 2:3");
  CHECK(names(read.facts()) == std::vector<std::string>{"A", "B"});
}

TEST_CASE("the row that was there first is named rightly, also after others have been left out") {
  DatasetRead read;
  read.units("unit_id;name\nE1;A\nE1;A\nE2;B\n").units("unit_id;name\nE2;C\n");
  CHECK(read.told_fully() == test::Told{"warning units.csv:3:1 row-twice", "units-2.csv:2:1 repeated-row"});
  CHECK(read.other(1) == "units.csv 4:1");
}

TEST_CASE("two units do not get the same address") {
  DatasetRead read;
  read.units("unit_id;name\nÅ-1;A\na-1;B\n");
  CHECK(read.told() == Told{"unit-file-name 3:1"});
  CHECK(read.argument(0, "other") == "Å-1");
  CHECK(read.other(0) == "units.csv 2:1");
}

TEST_CASE("an id has something to make an address of, and no blanks") {
  DatasetRead read;
  read.units("name;unit_id\nA;!!!\nB;--\n");
  CHECK(read.told() == Told{"unit-id-form 2:3", "unit-id-form 3:3"});
  CHECK(read.argument(0, "id") == "!!!");
  CHECK(of_units("name;unit_id\nA;E 1\n") == Told{"id-with-blank 2:3"});
}

TEST_CASE("a forum is one of the site's, by id or name in any case") {
  DatasetRead read;
  read.units("unit_id;name;forum\nE1;A;norr\nE2;B;SODER\nE3;C;södra  forumet\nE4;D;The North\nE5;E;\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts().units[0].forum == 0);
  CHECK(read.facts().units[1].forum == 1);
  CHECK(read.facts().units[2].forum == 1);
  CHECK(read.facts().units[3].forum == 0);
  CHECK_FALSE(read.facts().units[4].forum);

  DatasetRead unknown;
  unknown.units("unit_id;name;forum\nE1;A;nor\nE2;B;västra\n");
  CHECK(unknown.told() == Told{"unknown-forum 2:6", "unknown-forum 3:6"});
  CHECK(unknown.argument(0, "like") == "norr");
  CHECK(unknown.argument(1, "like").empty());
}

TEST_CASE("ownership is public or private, in the words that people use") {
  DatasetRead wrong;
  wrong.units("unit_id;name;ownership\nE1;A;kommunal\nE2;B;privt\n");
  CHECK(wrong.told() == Told{"not-one-of 2:6", "not-one-of 3:6"});
  CHECK(wrong.argument(1, "like") == "Privat");
  DatasetRead read;
  read.units("unit_id;name;ownership\nE1;A;public\nE2;B;PRIVATE\nE3;C;\nE4;D;Egen  regi\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts().units.at(0).ownership == model::Ownership::public_);
  CHECK(read.facts().units.at(1).ownership == model::Ownership::private_);
  CHECK_FALSE(read.facts().units.at(2).ownership);
  CHECK(read.facts().units.at(3).ownership == model::Ownership::public_);
}

TEST_CASE("register figures are whole numbers within reason") {
  const auto of = [](const std::string& heading, const std::string& value) {
    return of_units("unit_id;name;" + heading + "\nE1;Ö;" + value + "\n");
  };
  for (const char* wrong : {"-1", "1,5", "fler", "1000001", "0x10", "99999999999", "12,000", "1.000"}) {
    CHECK(of("listed_patients", wrong) == Told{"not-integer 2:6"});
  }
  for (const char* right : {"", "0", "1000000", " 7 "}) CHECK(of("listed_patients", right) == Told{});
  CHECK(of("listed_patients", "13 750") == Told{"warning number-repaired 2:6"});
  CHECK(of("manager_since", "1949") == Told{"not-integer 2:6"});
  CHECK(of("manager_since", "2100") == Told{});
  for (const char* heading : {"specialists", "st_doctors", "supervisors", "supervisors_trained_5y"})
    CHECK(of(heading, "10001") == Told{"not-integer 2:6"});
}

TEST_CASE("newly trained supervisors are among the supervisors") {
  CHECK(of_units("unit_id;name;supervisors;supervisors_trained_5y\nE1;A;2;3\n") == Told{"more-trained-than-supervisors 2:8"});
  CHECK(of_units("unit_id;name;supervisors;supervisors_trained_5y\nE1;A;3;3\nE2;B;;3\nE3;C;3;\n") == Told{});
}

TEST_CASE("the forms of all cells are told first, row by row in the order of the description, then what rows say of each other") {
  CHECK(of_units("forum;name;unit_id;ownership;specialists\nöster;;E1;stat;många\nnorr;Å;E1;;-2\n") ==
        Told{"empty-cell 2:7", "not-one-of 2:11", "not-integer 2:16", "not-integer 3:12", "repeated-row 3:8", "unknown-forum 2:1"});
}

TEST_CASE("a unit ends after it has begun") {
  CHECK(of_units("unit_id;name;valid_from;valid_to\nE1;A;2020-01-02;2020-01-01\n") == Told{"unit-ends-before 2:17"});
  CHECK(of_units("unit_id;name;valid_from;valid_to\nE1;A;2020-01-01;2020-01-01\n") == Told{});
}

// What became of units.

namespace {

const std::string succession = "unit_id;name;valid_from;valid_to;predecessor\n";

}  // namespace

TEST_CASE("a merged, a renamed and a taken-over unit go on as another one") {
  DatasetRead read;
  read.units(succession +
             "E1;Delta;;2020-12-31;\n"
             "E2;Charlie;;2021-06-30;\n"
             "E3;Bravo;2021-07-01;2023-12-31;E1, E2\n"
             "E4;Alfa;2024-01-01;;E3\n"
             "E5;Echo;;2022-01-01;\n");
  CHECK(read.told() == Told{});
  const auto& units = read.facts().units;
  REQUIRE(units.size() == 5);
  CHECK(units[0].predecessors == std::vector<std::size_t>{1});
  CHECK_FALSE(units[0].successor);
  CHECK(units[1].predecessors == std::vector<std::size_t>{3, 2});
  CHECK(units[1].successor == 0);
  CHECK(units[2].successor == 1);
  CHECK(units[3].successor == 1);
  CHECK_FALSE(units[4].successor);  // closed
}

TEST_CASE("ids of predecessors are parted by commas, semicolons, blanks or lines, and named once each") {
  for (const char* ids : {"E1,E2", "E1, E2", "E1 E2", "\"E1;E2\"", "\"E1\nE2\"", "E2  ,, E1", "E1 E2 E1"}) {
    DatasetRead read;
    read.units(succession + "E1;A;;2020-01-01;\nE2;B;;2020-01-01;\nE3;C;2020-01-02;;" + ids + "\n");
    CHECK_FALSE(read.diagnostics().has_errors());
    CHECK(read.facts().units[2].predecessors.size() == 2);
  }
}

TEST_CASE("a predecessor is in the register") {
  DatasetRead read;
  read.units(succession + "E10;A;;2020-01-01;\nE3;C;2020-01-02;;E11\n");
  CHECK(read.told() == Told{"unknown-predecessor 3:18"});
  CHECK(read.argument(0, "like") == "E10");
}

TEST_CASE("a unit has one successor, or its history would be counted twice") {
  DatasetRead read;
  read.units(succession + "E1;A;;2020-01-01;\nE2;B;2020-01-02;;E1\nE3;C;2020-01-02;;E1\n");
  CHECK(read.told() == Told{"two-successors 4:18"});
  CHECK(read.argument(0, "old") == "E1");
  CHECK(read.argument(0, "new") == "E3");
  CHECK(read.other(0) == "units.csv 3:1");
}

TEST_CASE("a predecessor has ended before its successor begins, or both would count") {
  const auto of = [](const std::string& rows) { return of_units(succession + rows); };
  CHECK(of("E1;A;;2020-01-01;\nE2;B;2020-01-02;;E1\n") == Told{});
  CHECK(of("E1;A;;2020-01-01;\nE2;B;2020-01-01;;E1\n") == Told{"predecessor-still-open 3:18"});
  CHECK(of("E1;A;;;\nE2;B;2020-01-01;;E1\n") == Told{"predecessor-still-open 3:18"});
  CHECK(of("E1;A;;2020-01-01;\nE2;B;;;E1\n") == Told{"predecessor-still-open 3:8"});
  DatasetRead read;
  read.units(succession + "E1;A;;;\nE2;B;2020-01-01;;E1\n");
  CHECK(read.other(0) == "units.csv 2:1");
}

TEST_CASE("no unit comes from itself, in one step or several") {
  CHECK(of_units(succession + "E1;A;2020-01-01;2021-01-01;E1\n") == Told{"predecessor-still-open 2:28"});
  CHECK(of_units(succession + "E1;A;2020-01-01;2021-01-01;E2\nE2;B;2022-01-01;2023-01-01;E1\n") == Told{"predecessor-still-open 2:28"});
}
