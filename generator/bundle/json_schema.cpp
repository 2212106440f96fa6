#include "base/json_text.hpp"
#include "bundle/open_json.hpp"

namespace lagesbild::bundle {
namespace {

using model::Field;
using model::FieldType;

class SchemaWriter {
 public:
  SchemaWriter(const view::Context& context, const std::vector<std::unique_ptr<Rows>>& tables) : context_(context), tables_(tables) {}

  std::string write() {
    json_.object([&] {
      json_.text("$schema", "https://json-schema.org/draft/2020-12/schema");
      json_.text("title", context_.texts.say("site.name"));
      json_.text("description", context_.texts.say("data.schema_about"));
      json_.text("type", "object");
      json_.object("properties", [&] { members(); });
      required({"kind", "release", "tables"});
      nothing_else();
      json_.object("$defs", [&] {
        for (const auto& rows : tables_) define(*rows);
      });
    });
    return json_.take();
  }

 private:
  void nothing_else() {
    json_.object("additionalProperties", [&] { json_.object("not", [] {}); });
  }
  void required(std::initializer_list<std::string_view> names) {
    json_.list("required", [&] {
      for (const std::string_view name : names) json_.item(name);
    });
  }
  // An object of texts.
  void texts(std::initializer_list<std::string_view> always, std::initializer_list<std::string_view> sometimes) {
    json_.text("type", "object");
    json_.object("properties", [&] {
      for (const auto& names : {always, sometimes}) {
        for (const std::string_view name : names) json_.object(name, [&] { json_.text("type", "string"); });
      }
    });
    required(always);
    nothing_else();
  }
  void items(std::initializer_list<std::string_view> names) {
    json_.text("type", "array");
    json_.object("items", [&] { texts(names, {}); });
  }

  void members() {
    json_.object("kind", [&] {
      json_.list("enum", [&] {
        for (const std::string_view kind : {"region", "unit", "indicator"}) json_.item(kind);
      });
    });
    json_.object("release", [&] { texts({"site", "release", "as_of", "audience", "region"}, {"notice"}); });
    json_.object("units", [&] { items({"id", "name", "file"}); });
    json_.object("indicators", [&] { items({"id", "name", "file"}); });
    json_.object("indicator", [&] { texts({"id", "name"}, {"question", "counted"}); });
    json_.object("tables", [&] {
      json_.text("type", "object");
      json_.object("properties", [&] {
        for (const auto& rows : tables_) {
          json_.object(rows->dataset().id, [&] {
            json_.text("type", "array");
            json_.object("items", [&] { json_.text("$ref", "#/$defs/" + rows->dataset().id); });
          });
        }
      });
      nothing_else();
    });
  }

  void define(const Rows& rows) {
    json_.object(rows.dataset().id, [&] {
      json_.text("title", rows.dataset().title.in(context_.language()));
      json_.text("type", "object");
      json_.object("properties", [&] {
        for (const Field* field : rows.fields()) json_.object(field->name, [&] { define(*field); });
      });
      json_.list("required", [&] {
        for (const Field* field : rows.fields()) if (field->required) json_.item(field->name);
      });
      nothing_else();
    });
  }

  void define(const Field& field) {
    json_.text("title", field.title.in(context_.language()));
    json_.text("description", field.about.in(context_.language()));
    if (field.name == withheld_field) return json_.yes("const");
    switch (field.type) {
      case FieldType::integer:
      case FieldType::percent:
      case FieldType::year: json_.text("type", "integer"); break;
      case FieldType::decimal: json_.text("type", "number"); break;
      case FieldType::choice:
        return json_.list("enum", [&] {
          for (const model::Choice& choice : field.choices) json_.item(choice.id);
        });
      case FieldType::grade:
        return json_.list("enum", [&] {
          for (const model::Grade grade : model::all_grades) json_.item(std::string(1, model::letter(grade)));
        });
      default: json_.text("type", "string");
    }
    if (field.type == FieldType::date) json_.text("format", "date");
    if (field.least) json_.number("minimum", *field.least);
    if (field.most) json_.number("maximum", *field.most);
  }

  const view::Context& context_;
  const std::vector<std::unique_ptr<Rows>>& tables_;
  JsonText json_;
};

}  // namespace

std::string json_schema(const view::Context& context, const std::vector<std::unique_ptr<Rows>>& tables) {
  return SchemaWriter{context, tables}.write();
}

}  // namespace lagesbild::bundle
