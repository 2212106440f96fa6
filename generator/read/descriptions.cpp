#include "read/descriptions.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "base/yaml.hpp"
#include "read/dataset_codes.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {
namespace {

using model::Field;
using model::FieldType;

constexpr std::array<std::pair<std::string_view, FieldType>, 12> types{{{"text", FieldType::text},
                                                                        {"id", FieldType::id},
                                                                        {"integer", FieldType::integer},
                                                                        {"decimal", FieldType::decimal},
                                                                        {"percent", FieldType::percent},
                                                                        {"date", FieldType::date},
                                                                        {"year", FieldType::year},
                                                                        {"grade", FieldType::grade},
                                                                        {"choice", FieldType::choice},
                                                                        {"yes_no", FieldType::yes_no},
                                                                        {"url", FieldType::url},
                                                                        {"ids", FieldType::ids}}};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
}

// The field as it stands for one area of the framework.
Field for_area(Field field, const model::Area& area) {
  const auto fill = [&](std::string& text) { replace_all(text, "{area}", area.letter); };
  const auto fill_both = [&](Localized& text) { fill(text.sv), fill(text.en); };
  fill(field.name);
  fill_both(field.title);
  fill_both(field.about);
  for (std::string& alias : field.aliases) fill(alias);
  return field;
}

class DescriptionReader {
 public:
  DescriptionReader(const yaml::Document& document, const model::Framework& framework, Diagnostics& diagnostics)
      : document_(document), framework_(framework), diagnostics_(diagnostics) {}

  model::Dataset read(yaml::Reader& reader, const std::string& id) {
    model::Dataset dataset;
    dataset.id = reader.text("id");
    if (dataset.id != id) reader.complain("id", code::description_id, {{"seen", dataset.id}, {"expected", id}});
    dataset.form_of = reader.text_or("form_of", dataset.id);
    dataset.title = localized(reader, "title");
    dataset.row = localized(reader, "row");
    dataset.about = localized(reader, "about");
    dataset.computed = reader.yes_no("computed", false);
    dataset.about_persons = reader.yes_no("about_persons", false);
    dataset.key = reader.texts("key");
    if (const yaml::Node* node = reader.list("fields")) {
      for (const yaml::Node& item : node->items) read_field(item, dataset);
    }
    read_coverage(reader, dataset);
    for (const std::string& name : dataset.key) expect_field(reader, "key", dataset, name);
    reader.finish();
    return dataset;
  }

 private:
  Localized localized(yaml::Reader& reader, std::string_view key) { return read_localized(document_, reader, key, diagnostics_); }

  void expect_field(yaml::Reader& reader, std::string_view key, const model::Dataset& dataset, const std::string& name) {
    if (dataset.find(name)) return;
    std::vector<std::string_view> names;
    for (const Field& field : dataset.fields) names.push_back(field.name);
    reader.complain(key, code::description_no_field, {{"seen", name}, {"like", std::string{did_you_mean(name, names)}}});
  }

  void read_coverage(yaml::Reader& reader, model::Dataset& dataset) {
    const yaml::Node* node = reader.map_or_none("coverage");
    if (node == nullptr) return;
    yaml::Reader coverage{document_, *node, diagnostics_};
    dataset.unit_field = coverage.text("unit");
    dataset.year_field = coverage.text("year");
    expect_field(coverage, "unit", dataset, dataset.unit_field);
    expect_field(coverage, "year", dataset, dataset.year_field);
    coverage.finish();
  }

  FieldType read_type(yaml::Reader& reader) {
    const std::string word = reader.one_of("type", {"text", "id", "integer", "decimal", "percent", "date", "year", "grade", "choice",
                                                    "yes_no", "url", "ids"});
    return std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == word; })->second;
  }

  void read_choices(yaml::Reader& reader, Field& field) {
    const yaml::Node* list = reader.list_or_none("choices");
    const std::size_t count = list == nullptr ? 0 : list->items.size();
    if ((field.type == FieldType::choice) != (count > 0)) reader.complain("choices", code::description_choices);
    std::set<std::string> words;
    for (std::size_t i = 0; i < count; ++i) {
      yaml::Reader entry{document_, list->items[i], diagnostics_};
      if (!entry) continue;
      model::Choice choice{entry.text("id"), {entry.text("sv"), entry.text("en")}, entry.texts("aliases")};
      std::set<std::string> own{heading_key(choice.id), heading_key(choice.name.sv), heading_key(choice.name.en)};
      for (const std::string& alias : choice.aliases) own.insert(heading_key(alias));
      for (const std::string& word : own) {
        if (!words.insert(word).second) entry.complain("id", code::description_repeated, {{"seen", word}});
      }
      entry.finish();
      field.choices.push_back(std::move(choice));
    }
  }

  void read_limits(yaml::Reader& reader, Field& field) {
    const bool number = field.type == FieldType::integer || field.type == FieldType::decimal || field.type == FieldType::percent ||
                        field.type == FieldType::year;
    for (const char* key : {"least", "most"}) {
      if (!reader.has(key)) continue;
      if (!number) reader.complain(key, code::description_limits);
      (std::string_view{key} == "least" ? field.least : field.most) = reader.integer(key, -model::no_limit, model::no_limit);
    }
    if (number && !field.least) field.least = field.type == FieldType::year ? 1900 : 0;
    if (number && !field.most) field.most = field.type == FieldType::year ? 2100 : field.type == FieldType::percent ? 100 : model::no_limit;
    if (number && *field.least > *field.most) reader.complain("most", code::description_limits);
    field.longest = static_cast<std::size_t>(reader.integer_or("longest", field.free_text ? 4000 : 200, 1, 100'000));
  }

  void read_field(const yaml::Node& node, model::Dataset& dataset) {
    yaml::Reader reader{document_, node, diagnostics_};
    if (!reader) return;
    Field field;
    field.name = reader.text("name");
    field.title = localized(reader, "title");
    field.aliases = reader.texts("aliases");
    field.about = localized(reader, "about");
    field.type = read_type(reader);
    field.required = reader.yes_no("required", false);
    field.free_text = reader.yes_no("free_text", false);
    field.past = reader.yes_no("past", false);
    if (reader.has("unit")) field.unit = localized(reader, "unit");
    read_limits(reader, field);
    read_choices(reader, field);
    field.refers_to = reader.text_or("refers_to", "");
    field.example = reader.text_or("example", "");
    field.audience = read_audience(reader, "class");
    const bool each_area = reader.has("for_each");
    if (each_area) reader.one_of("for_each", {"area"});
    for (std::size_t i = 0; each_area && i < framework_.areas.size(); ++i) add(reader, dataset, for_area(field, framework_.areas[i]));
    if (!each_area) add(reader, dataset, std::move(field));
    reader.finish();
  }

  // No two fields may be meant by the same heading.
  void add(yaml::Reader& reader, model::Dataset& dataset, Field field) {
    std::set<std::string> own{heading_key(field.name), heading_key(field.title.sv), heading_key(field.title.en)};
    for (const std::string& alias : field.aliases) own.insert(heading_key(alias));
    for (const std::string& key : own) {
      if (!headings_.insert(key).second) reader.complain("name", code::description_repeated, {{"seen", key}});
    }
    dataset.fields.push_back(std::move(field));
  }

  const yaml::Document& document_;
  const model::Framework& framework_;
  Diagnostics& diagnostics_;
  std::set<std::string> headings_;
};

}  // namespace

std::optional<model::Dataset> read_description(const std::string& file, std::string text, const std::string& id,
                                               const model::Framework& framework, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errors();
  const auto document = yaml::parse(file, std::move(text), diagnostics);
  if (!document) return std::nullopt;
  yaml::Reader reader{*document, document->root, diagnostics};
  if (!reader) return std::nullopt;
  model::Dataset dataset = DescriptionReader{*document, framework, diagnostics}.read(reader, id);
  if (diagnostics.errors() != before) return std::nullopt;
  return dataset;
}

}  // namespace lagesbild::read
