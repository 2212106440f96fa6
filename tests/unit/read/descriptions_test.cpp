#include "read/descriptions.hpp"

#include "catch.hpp"
#include "datasets_support.hpp"
#include "read/forms.hpp"
#include "read/table.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using model::Audience;
using model::FieldType;

namespace {

const std::string description_yaml =
    "id: d\n"                                                                        // 1
    "title: {sv: Data, en: Data}\n"                                                  // 2
    "row: {sv: en rad, en: a row}\n"                                                 // 3
    "about: {sv: Om., en: About.}\n"                                                 // 4
    "about_persons: ja\n"                                                            // 5
    "key: [unit_id]\n"                                                               // 6
    "coverage: {unit: unit_id, year: year}\n"                                        // 7
    "fields:\n"                                                                      // 8
    "  - name: unit_id\n"                                                            // 9
    "    title: {sv: Enhets-id, en: Unit id}\n"                                      // 10
    "    aliases: [hsa-id, enhetskod]\n"                                             // 11
    "    about: {sv: Om., en: About.}\n"                                             // 12
    "    type: id\n"                                                                 // 13
    "    required: ja\n"                                                             // 14
    "    refers_to: units.unit_id\n"                                                 // 15
    "    example: EXEMPEL-1\n"                                                       // 16
    "    class: open\n"                                                              // 17
    "  - {name: year, title: {sv: År, en: Year}, about: {sv: o, en: o}, type: year, class: intranet}\n"  // 18
    "  - name: role\n"                                                               // 19
    "    title: {sv: Roll, en: Role}\n"                                              // 20
    "    about: {sv: Om., en: About.}\n"                                             // 21
    "    type: choice\n"                                                             // 22
    "    choices:\n"                                                                 // 23
    "      - {id: st, sv: ST-läkare, en: ST doctor, aliases: [läkare]}\n"            // 24
    "      - {id: chef, sv: Chef, en: Head}\n"                                       // 25
    "    class: management\n"                                                        // 26
    "  - name: \"{area}\"\n"                                                         // 27
    "    for_each: area\n"                                                           // 28
    "    title: {sv: \"Område {area}\", en: \"Area {area}\"}\n"                      // 29
    "    aliases: [\"grad {area}\"]\n"                                               // 30
    "    about: {sv: \"Grad {area}.\", en: \"Grade {area}.\"}\n"                     // 31
    "    type: grade\n"                                                              // 32
    "    class: open\n"                                                              // 33
    "  - name: hours\n"                                                              // 34
    "    title: {sv: Timmar, en: Hours}\n"                                           // 35
    "    about: {sv: Om., en: About.}\n"                                             // 36
    "    type: decimal\n"                                                            // 37
    "    unit: {sv: timmar, en: hours}\n"                                            // 38
    "    least: 1\n"                                                                 // 39
    "    most: 60\n"                                                                 // 40
    "    class: open\n";                                                             // 41

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}
std::string with(const std::string& from, const std::string& to) { return with(description_yaml, from, to); }

Told complaints(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_description("d.yaml", text, "d", test::made_framework(2), diagnostics));
  return told(diagnostics);
}

model::Dataset sound(const std::string& text) {
  Diagnostics diagnostics;
  const auto dataset = read_description("d.yaml", text, "d", test::made_framework(2), diagnostics);
  CHECK(told(diagnostics) == Told{});
  REQUIRE(dataset);
  return *dataset;
}

bool has_number(FieldType type) {
  return type == FieldType::integer || type == FieldType::decimal || type == FieldType::percent || type == FieldType::year;
}

}  // namespace

TEST_CASE("a description is taken over as it is written") {
  const model::Dataset dataset = sound(description_yaml);
  CHECK(dataset.id == "d");
  CHECK(dataset.form_of == "d");
  CHECK(dataset.title.sv == "Data");
  CHECK(dataset.row.en == "a row");
  CHECK(dataset.about_persons);
  CHECK(dataset.key == std::vector<std::string>{"unit_id"});
  CHECK(dataset.unit_field == "unit_id");
  CHECK(dataset.year_field == "year");
  REQUIRE(dataset.fields.size() == 6);
  const model::Field& unit = dataset.fields[0];
  CHECK(unit.aliases == std::vector<std::string>{"hsa-id", "enhetskod"});
  CHECK(unit.required);
  CHECK(unit.refers_to == "units.unit_id");
  CHECK(unit.example == "EXEMPEL-1");
  CHECK(unit.audience == Audience::open);
  CHECK(unit.longest == 200);
  CHECK(dataset.fields[1].audience == Audience::intranet);
  CHECK_FALSE(dataset.fields[1].required);
  const model::Field& role = dataset.fields[2];
  REQUIRE(role.choices.size() == 2);
  CHECK(role.choices[0].name.sv == "ST-läkare");
  CHECK(role.choices[0].aliases == std::vector<std::string>{"läkare"});
  CHECK(role.audience == Audience::management);
  const model::Field& hours = dataset.fields[5];
  CHECK(hours.unit.sv == "timmar");
  CHECK(hours.least == 1);
  CHECK(hours.most == 60);
}

TEST_CASE("a field for each area stands once for every area of the framework") {
  const model::Dataset dataset = sound(description_yaml);
  CHECK(dataset.fields[3].name == "A");
  CHECK(dataset.fields[4].name == "B");
  CHECK(dataset.fields[4].title.sv == "Område B");
  CHECK(dataset.fields[4].aliases == std::vector<std::string>{"grad B"});
  CHECK(dataset.fields[4].about.en == "Grade B.");
}

TEST_CASE("numbers have limits, also where none are written") {
  const model::Dataset dataset = sound(with(with("    least: 1\n", ""), "    most: 60\n", ""));
  CHECK(dataset.fields[5].least == 0);
  CHECK(dataset.fields[5].most.value() >= 1'000'000);
  CHECK(dataset.fields[1].least == 1900);
  CHECK(dataset.fields[1].most == 2100);
  const model::Dataset percent = sound(with(with(with("type: decimal", "type: percent"), "    least: 1\n", ""), "    most: 60\n", ""));
  CHECK(percent.fields[5].most == 100);
}

TEST_CASE("a field that nobody has decided who may see stops the build") {
  CHECK(complaints(with("    class: management\n", "")) == Told{"yaml-missing-key 19:5"});
  CHECK(complaints(with("class: management", "class: everybody")) == Told{"yaml-not-allowed 26:12"});
}

TEST_CASE("a description is called what its file is called") { CHECK(complaints(with("id: d", "id: e")) == Told{"description-id 1:5"}); }

TEST_CASE("no heading stands for two fields, whatever its case and blanks") {
  CHECK(complaints(with("aliases: [hsa-id, enhetskod]", "aliases: [hsa-id, ÅR]")) == Told{"description-repeated 18:12"});
  CHECK(complaints(with("name: hours", "name: role")) == Told{"description-repeated 34:11"});
  CHECK(complaints(with("title: {sv: Timmar, en: Hours}", "title: {sv: \"Område  b\", en: Hours}")) == Told{"description-repeated 34:11"});
  CHECK(complaints(with("aliases: [hsa-id, enhetskod]", "aliases: [hsa-id, a]")) == Told{"description-repeated 27:11"});
}

TEST_CASE("a field may say the same heading twice itself") {
  CHECK(sound(with("aliases: [hsa-id, enhetskod]", "aliases: [unit_id, Enhets-ID]")).fields.size() == 6);
}

TEST_CASE("no word stands for two choices") {
  CHECK(complaints(with("aliases: [läkare]", "aliases: [CHEF]")) == Told{"description-repeated 25:14"});
}

TEST_CASE("key and coverage name fields") {
  CHECK(complaints(with("key: [unit_id]", "key: [unit_id, yeer]")) == Told{"description-no-field 6:6"});
  CHECK(complaints(with("coverage: {unit: unit_id, year: year}", "coverage: {unit: unit, year: when}")) ==
        Told{"description-no-field 7:18", "description-no-field 7:30"});
  CHECK(complaints(with("coverage: {unit: unit_id, year: year}", "coverage: {unit: unit_id}")) ==
        Told{"yaml-missing-key 7:11", "description-no-field 7:11"});
}

TEST_CASE("limits are for numbers only, the smaller one first") {
  CHECK(complaints(with("    most: 60\n", "    most: 0\n")) == Told{"description-limits 40:11"});
  CHECK(complaints(with("type: decimal", "type: date")) == Told{"description-limits 39:12", "description-limits 40:11"});
  CHECK(complaints(with("least: 1\n", "least: ett\n")) == Told{"yaml-not-integer 39:12"});
}

TEST_CASE("choices are for the type choice, and it must have some") {
  CHECK(complaints(with("type: decimal", "type: choice")).front() == "description-limits 39:12");
  CHECK(complaints(with("type: choice", "type: text")) == Told{"description-choices 24:7"});
  const std::size_t from = description_yaml.find("    choices:"), to = description_yaml.find("    class: management");
  CHECK(complaints(std::string{description_yaml}.erase(from, to - from)) == Told{"description-choices 19:5"});
}

TEST_CASE("types, keys and languages are known ones") {
  CHECK(complaints(with("type: year", "type: jahr")) == Told{"yaml-not-allowed 18:74"});
  CHECK(complaints(with("for_each: area", "for_each: forum")) == Told{"yaml-not-allowed 28:15"});
  CHECK(complaints(with("required: ja", "requird: ja")) == Told{"yaml-unknown-key 14:5"});
  CHECK(complaints(with("title: {sv: Timmar, en: Hours}", "title: {sv: Timmar}")) == Told{"yaml-missing-key 35:12"});
  CHECK(complaints(with("required: ja", "required: kanske")) == Told{"yaml-not-yes-no 14:15"});
}

TEST_CASE("the mistakes of a description are told in one run") {
  const std::string text = with(with(with(with("key: [unit_id]", "key: [x]"), "type: year", "type: jahr"), "    class: management\n", ""),
                                "most: 60", "most: 0");
  CHECK(complaints(text).size() == 4);
}

// Those that ship.

TEST_CASE("every shipped dataset is described, for any framework") {
  for (const std::size_t areas : {1U, 2U, 8U, 26U}) CHECK(shipped_descriptions(areas).size() == 19);
  Diagnostics diagnostics;
  RealDisk disk;
  const std::filesystem::path folder = LAGESBILD_ROOT "/content/common/datasets";
  const std::vector<std::string> names = disk.list(folder).value();
  for (const std::string& name : names) {
    read_description(name, disk.read(folder / name).value(), std::filesystem::path{name}.stem(), test::made_framework(8), diagnostics);
  }
  CHECK(test::told_fully(diagnostics) == test::Told{});
}

TEST_CASE("a shipped example is a right value of its field, but never one that could be real") {
  for (const model::Dataset& dataset : shipped_descriptions(8)) {
    if (dataset.computed) continue;  // nobody fills it in
    bool says_example = false;
    for (const model::Field& field : dataset.fields) {
      CAPTURE(dataset.id, field.name, field.example);
      const std::string key = heading_key(field.example);
      says_example = says_example || key.find("exempel") != std::string::npos || key.find("example") != std::string::npos;
      if (field.required) CHECK_FALSE(field.example.empty());
      if (field.example.empty()) continue;
      CHECK(value_of(field, field.example, Date{}).state == Value::State::good);
    }
    CHECK(says_example);
  }
}

TEST_CASE("shipped fields point at fields that there are, with limits where they are numbers") {
  for (const model::Dataset& dataset : shipped_descriptions(2)) {
    for (const model::Field& field : dataset.fields) {
      CAPTURE(dataset.id, field.name);
      CHECK(has_number(field.type) == (field.least && field.most));
      if (field.past) CHECK(field.type == FieldType::date);
      if (field.free_text) CHECK(field.type == FieldType::text);
      if (!field.unit.sv.empty()) CHECK(has_number(field.type));
      if (field.refers_to.empty()) continue;
      const std::size_t dot = field.refers_to.find('.');
      CHECK(shipped_description(field.refers_to.substr(0, dot)).find(field.refers_to.substr(dot + 1)));
    }
    CHECK_NOTHROW(shipped_description(dataset.form_of));
  }
}

TEST_CASE("a field of both forms of a dataset is the same in both, so that a heading means the same") {
  for (const model::Dataset& form : shipped_descriptions(2)) {
    if (form.id == form.form_of) continue;
    const model::Dataset& main = shipped_description(form.form_of);
    CHECK(form.about_persons == main.about_persons);
    for (const model::Field& field : form.fields) {
      const auto same = main.find(field.name);
      if (!same) continue;
      CAPTURE(form.id, field.name);
      CHECK(field.type == main.fields[*same].type);
      CHECK(field.title.sv == main.fields[*same].title.sv);
      CHECK(field.audience == main.fields[*same].audience);
      CHECK(field.choices.size() == main.fields[*same].choices.size());
    }
  }
}

TEST_CASE("what concerns persons is never open") {
  for (const model::Dataset& dataset : shipped_descriptions(2)) {
    if (!dataset.about_persons) continue;
    for (const model::Field& field : dataset.fields) {
      CAPTURE(dataset.id, field.name);
      CHECK(field.audience != Audience::open);
    }
  }
}
