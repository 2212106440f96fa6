#include "catch.hpp"
#include "datasets_support.hpp"
#include "read/dataset_codes.hpp"

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

TEST_CASE("units are read from columns in any order, under their own names or the Swedish ones") {
  const DatasetRead read = DatasetRead{}.units(
      "Driftsform;namn;ST-FORUM;enhets-id;typ;kommun;vårdgivare;listade patienter;specialister;specialister procent;st-läkare;handledare;"
      "handledare utbildade 5 år;verksamhetschef sedan\n"
      "privat; Åby vårdcentral ;soder;E1;vårdcentral;Åby;Bolaget AB;12000;4;350;3;2;1;2019\n"
      "offentlig;Ör;;E2;;;;;;;;;;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts.units.size() == 2);
  const model::Unit& unit = read.facts.units[0];
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
  const model::Unit& silent = read.facts.units[1];
  CHECK(silent.ownership == model::Ownership::public_);
  CHECK_FALSE(silent.forum);
  CHECK_FALSE(silent.figures.listed_patients);
  CHECK_FALSE(silent.figures.manager_since);
}

TEST_CASE("units stand in the Swedish order of their names, whatever the order of the rows") {
  const std::vector<std::string> expected{"Adam 2", "Adam 10", "Orm", "Zeta", "Åby", "Älv", "Öster"};
  CHECK(names(DatasetRead{}.units("unit_id;name\n1;Öster\n2;Åby\n3;Zeta\n4;Älv\n5;Adam 10\n6;Orm\n7;Adam 2\n").facts) == expected);
  CHECK(names(DatasetRead{}.units("unit_id;name\n7;Adam 2\n4;Älv\n1;Öster\n6;Orm\n5;Adam 10\n3;Zeta\n2;Åby\n").facts) == expected);
}

TEST_CASE("units of the same name stand in the order of their ids") {
  for (const char* text : {"unit_id;name\nE2;Samma\nE1;Samma\n", "unit_id;name\nE1;Samma\nE2;Samma\n"}) {
    const DatasetRead read = DatasetRead{}.units(text);
    CHECK(read.told() == Told{});
    CHECK(read.facts.units.at(0).id.value() == "E1");
  }
}

TEST_CASE("columns are known, needed and there once") {
  CHECK(of_units("unit_id;name;forun\nE1;A;norr\n") == Told{"unknown-column 1:14"});
  CHECK(of_units("unit_id;kind\nE1;A\n") == Told{"missing-column 1:0"});
  CHECK(of_units("unit_id;name;namn\nE1;A;B\n") == Told{"column-twice 1:14"});
  CHECK(of_units("kind;forun;typ\nE1;A;B\n") ==
        Told{"unknown-column 1:6", "column-twice 1:12", "missing-column 1:0", "missing-column 1:0"});
  const DatasetRead read = DatasetRead{}.units("unit_id;name;forun\nE1;A;norr\n");
  CHECK(read.argument(0, "like") == "forum");
  CHECK(read.facts.units.empty());
}

TEST_CASE("a table of no units is no table") { CHECK(of_units("unit_id;name\n") == Told{"no-units 1:0"}); }

TEST_CASE("a unit has an id and a name") {
  CHECK(of_units("unit_id;name\n;A\nE2; \n") == Told{"empty-cell 2:1", "empty-cell 3:4"});
  CHECK(of_units("unit_id;name\n;A\n;B\n") == Told{"empty-cell 2:1", "empty-cell 3:1"});
}

TEST_CASE("a unit stands in the table once") {
  const DatasetRead read = DatasetRead{}.units("name;unit_id\nA;E1\nB;E2\nC;E1\n");
  CHECK(read.told() == Told{"duplicate-unit 4:3"});
  CHECK(read.argument(0, "line") == "2");
}

TEST_CASE("two units do not get the same address") {
  const DatasetRead read = DatasetRead{}.units("unit_id;name\nÅ 1;A\na-1;B\n");
  CHECK(read.told() == Told{"unit-file-name 3:1"});
  CHECK(read.argument(0, "other") == "Å 1");
}

TEST_CASE("a forum is one of the site's") {
  const DatasetRead read = DatasetRead{}.units("unit_id;name;forum\nE1;A;Norr\nE2;B;västra\n");
  CHECK(read.told() == Told{"unknown-forum 2:6", "unknown-forum 3:6"});
  CHECK(read.argument(0, "like") == "norr");
  CHECK(read.argument(1, "like").empty());
}

TEST_CASE("ownership is public or private, in Swedish or English") {
  CHECK(of_units("unit_id;name;ownership\nE1;A;kommunal\n") == Told{"not-one-of 2:6"});
  const DatasetRead read = DatasetRead{}.units("unit_id;name;ownership\nE1;A;public\nE2;B;private\nE3;C;\n");
  CHECK(read.told() == Told{});
  CHECK(read.facts.units.at(0).ownership == model::Ownership::public_);
  CHECK(read.facts.units.at(1).ownership == model::Ownership::private_);
  CHECK_FALSE(read.facts.units.at(2).ownership);
}

TEST_CASE("register figures are whole numbers within reason") {
  const auto of = [](const std::string& heading, const std::string& value) {
    return of_units("unit_id;name;" + heading + "\nE1;Ö;" + value + "\n");
  };
  for (const char* wrong : {"-1", "1 000", "1,5", "fler", "1000001", "0x10", "99999999999"}) {
    CHECK(of("listed_patients", wrong) == Told{"not-integer 2:6"});
  }
  for (const char* right : {"", "0", "1000000", " 7 "}) CHECK(of("listed_patients", right) == Told{});
  CHECK(of("manager_since", "1949") == Told{"not-integer 2:6"});
  CHECK(of("manager_since", "2100") == Told{});
  for (const char* heading : {"specialists", "st_doctors", "supervisors", "supervisors_trained_5y"})
    CHECK(of(heading, "10001") == Told{"not-integer 2:6"});
}

TEST_CASE("the complaints of all rows and cells come at once") {
  CHECK(of_units("unit_id;name;forum;ownership;specialists\nE1;;öster;stat;många\nE1;Å;norr;;-2\n") ==
        Told{"empty-cell 2:4", "unknown-forum 2:5", "not-one-of 2:11", "not-integer 2:16", "not-integer 3:12", "duplicate-unit 3:1"});
}

TEST_CASE("an id has something to make an address of") {
  const DatasetRead read = DatasetRead{}.units("name;unit_id\nA;!!!\nB;--\n");
  CHECK(read.told() == Told{"unit-id-form 2:3", "unit-id-form 3:3"});
  CHECK(read.argument(0, "id") == "!!!");
}
