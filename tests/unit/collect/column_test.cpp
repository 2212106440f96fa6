#include "collect/column.hpp"

#include "base/text.hpp"
#include "read/forms.hpp"
#include "support.hpp"

using namespace lagesbild;
using namespace lagesbild::test;
using collect::Column;
using model::FieldType;

namespace {

model::Dataset one_field(FieldType type, std::string example = {}) {
  model::Field field;
  field.name = "field";
  field.title = {"Fältet", "The field"};
  field.about = {"Vad som ska stå här.", "What to write here."};
  field.type = type;
  field.example = std::move(example);
  field.least = 0;
  field.most = 10'000;
  field.choices = {{"on_site", {"På plats", "On site"}, {}}, {"digital", {"Digitalt", "Digital"}, {}}};
  model::Dataset dataset;
  dataset.fields.push_back(std::move(field));
  return dataset;
}

template <class T>
bool holds(const collect::CellValue& value, const T& expected) {
  return std::holds_alternative<T>(value) && std::get<T>(value) == expected;
}

}  // namespace

TEST_CASE("values are typed: numbers are numbers, dates dates, and all else text", "[collect]") {
  const auto typed = [](FieldType type, std::string_view text, Language language = Language::sv) {
    const model::Dataset dataset = one_field(type);
    return Column{dataset.fields[0], {dataset, language}}.value(text);
  };
  CHECK(holds(typed(FieldType::integer, "12"), 12.0));
  CHECK(holds(typed(FieldType::decimal, "3,98"), 3.98));
  CHECK(holds(typed(FieldType::decimal, "3.98"), 3.98));
  CHECK(holds(typed(FieldType::integer, "tolv"), std::string{"tolv"}));
  CHECK(holds(typed(FieldType::date, "2026-11-22"), day("2026-11-22")));
  CHECK(holds(typed(FieldType::date, "i höstas"), std::string{"i höstas"}));
  CHECK(holds(typed(FieldType::text, "2019-2022"), std::string{"2019-2022"}));
  CHECK(holds(typed(FieldType::id, "007"), std::string{"007"}));
  CHECK(holds(typed(FieldType::choice, "on_site"), std::string{"På plats"}));
  CHECK(holds(typed(FieldType::choice, "På plats", Language::en), std::string{"On site"}));
  CHECK(holds(typed(FieldType::yes_no, "ja", Language::en), std::string{"yes"}));
  CHECK(holds(typed(FieldType::yes_no, "0"), std::string{"nej"}));
  CHECK(holds(typed(FieldType::text, ""), std::monostate{}));
}

TEST_CASE("what is typed later keeps its kind: text stays text, a date looks like one", "[collect]") {
  const auto format = [](FieldType type) {
    const model::Dataset dataset = one_field(type);
    return std::string{Column{dataset.fields[0], {dataset}}.number_format()};
  };
  for (const FieldType type : {FieldType::text, FieldType::id, FieldType::ids, FieldType::url, FieldType::choice, FieldType::grade,
                               FieldType::yes_no}) {
    CHECK(format(type) == "@");
  }
  for (const FieldType type : {FieldType::integer, FieldType::year, FieldType::percent}) CHECK(format(type) == "0");
  CHECK(format(FieldType::decimal) == "0.00");
  CHECK(format(FieldType::date) == "yyyy-mm-dd");
}

TEST_CASE("the text beside a cell says what to write, the unit, whether it is needed, and an example", "[collect]") {
  model::Dataset dataset = one_field(FieldType::decimal, "4,5");
  dataset.fields[0].unit = {"timmar", "hours"};
  dataset.fields[0].required = true;
  CHECK(Column{dataset.fields[0], {dataset}}.note() == "Vad som ska stå här.\nRäknas i: timmar\nMåste fyllas i.\nExempel: 4,5");
  CHECK(Column{dataset.fields[0], {dataset, Language::en}}.note() ==
        "What to write here.\nMeasured in: hours\nMust be filled in.\nExample: 4.5");
  model::Dataset past = one_field(FieldType::date);
  past.fields[0].past = true;
  CHECK(Column{past.fields[0], {past}}.note() == "Vad som ska stå här.\nInte senare än i dag.");
}

TEST_CASE("long texts are cut to what Excel takes, the explanation before what follows it", "[collect]") {
  model::Dataset dataset = one_field(FieldType::text, std::string(300, 'e'));
  dataset.fields[0].title.sv = std::string(80, 'T');
  dataset.fields[0].about.sv = std::string(400, 'A');
  const Column column{dataset.fields[0], {dataset}};
  CHECK(count_characters(column.caption()) == 32);
  CHECK(count_characters(column.note()) == 255);
  CHECK(column.note().find("\nExempel: eee") != std::string::npos);
  for (const model::Dataset& each : shipped()) {
    for (const Language language : {Language::sv, Language::en}) {
      for (const Column& shown : collect::columns_of({each, language})) {
        INFO(each.id << " " << shown.heading());
        CHECK(count_characters(shown.caption()) <= 32);
        CHECK(shown.caption() == shown.heading());
        CHECK(count_characters(shown.note()) <= 255);
        CHECK(shown.note().starts_with(shown.field().about.in(language)));
        CHECK(count_characters(shown.refusal()) <= 255);
        CHECK(count_characters(shown.refusal_title()) <= 32);
      }
    }
  }
}

TEST_CASE("allowed values are told in words, years without grouping", "[collect]") {
  const auto allowed = [](const model::Dataset& dataset, Language language) {
    return Column{dataset.fields[0], {dataset, language}}.allowed();
  };
  CHECK(allowed(one_field(FieldType::integer), Language::sv) == "0–10\u00A0000");
  CHECK(allowed(one_field(FieldType::integer), Language::en) == "0–10,000");
  CHECK(allowed(one_field(FieldType::year), Language::sv) == "0–10000");
  CHECK(allowed(one_field(FieldType::choice), Language::en) == "On site, Digital");
  CHECK(allowed(one_field(FieldType::yes_no), Language::sv) == "ja, nej");
  CHECK(allowed(one_field(FieldType::text), Language::sv) == "högst 200 tecken");
  CHECK(allowed(one_field(FieldType::date), Language::sv) == "från 1990-01-01");
}

TEST_CASE("every example of a shipped dataset is a value that the reader takes as it is", "[collect]") {
  for (const model::Dataset& dataset : shipped()) {
    for (const model::Field& field : dataset.fields) {
      INFO(dataset.id << " " << field.name << ": " << field.example);
      const read::Value value = read::value_of(field, field.example, end_of_time);
      CHECK((field.example.empty() || value.state == read::Value::State::good));
      CHECK((!field.required || !field.example.empty()));
    }
  }
}
