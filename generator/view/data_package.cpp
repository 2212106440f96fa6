#include "view/data_package.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/hash.hpp"
#include "base/json_text.hpp"

namespace lagesbild::view {
namespace {

using disclosure::Download;
using model::Dataset;
using model::FieldType;

std::string_view type_of(FieldType type) {
  switch (type) {
    case FieldType::percent:
    case FieldType::integer: return "integer";
    case FieldType::decimal: return "number";
    case FieldType::date: return "date";
    case FieldType::year: return "year";
    default: return "string";
  }
}

class PackageWriter {
 public:
  explicit PackageWriter(const Context& context) : context_(context) {}

  std::string write() {
    const SiteInfo& site = context_.site;
    const disclosure::Release& release = context_.release;
    json_.object([&] {
      json_.text("profile", "tabular-data-package");
      json_.text("name", site.id);
      json_.text("title", context_.texts.say("site.name") + ", " + words(site.region));
      const std::string& notice = words(site.notice);
      json_.text("description", (notice.empty() ? "" : notice + " ") + words(site.introduction));
      json_.object("lagesbild", [&] {
        json_.text("version", site.version);
        json_.text("release", site.release_id);
        json_.text("as_of", to_string(release.as_of));
        json_.text("audience", to_string(release.audience));
        json_.text("language", to_string(context_.language()));
        json_.text("region", words(site.region));
        if (!notice.empty()) json_.text("notice", notice);
        write_sources();
        write_definitions();
      });
      json_.list("resources", [&] {
        for (const Download& download : release.downloads) write(download);
      });
    });
    return json_.take();
  }

 private:
  const std::string& words(const Localized& text) const { return text.in(context_.language()); }
  const Dataset& described(const Download& download) const { return context_.release.datasets[download.dataset]; }

  // Also of what is not in the package: figures on the pages come from there.
  void write_sources() {
    json_.list("sources", [&] {
      for (const SourceInfo& source : context_.site.sources) {
        json_.object([&] {
          json_.text("dataset", source.dataset);
          json_.text("title", words(source.title));
          json_.text("location", source.location);
          json_.text("updated", to_string(source.updated));
          json_.text("sha256", source.sha256);
        });
      }
    });
  }

  // By which definitions, and by which decisions of the site, the values of the indicators were computed.
  void write_definitions() {
    if (context_.release.indicators.definitions.empty()) return;
    json_.text("settings", context_.site.settings_sha256);
    json_.list("definitions", [&] {
      for (const disclosure::Definition& one : context_.release.indicators.definitions) {
        json_.object([&] {
          json_.text("id", one.id);
          json_.text("dataset", disclosure::kind::dataset_of(one.source));
          json_.text("sha256", one.sha256);
        });
      }
    });
  }

  void write(const Download& download) {
    const Dataset& dataset = described(download);
    json_.object([&] {
      json_.text("profile", "tabular-data-resource");
      json_.text("name", dataset.id);
      json_.text("path", dataset.id + ".csv");
      json_.text("title", words(dataset.title));
      json_.text("description", words(dataset.about));
      json_.text("format", "csv");
      json_.text("mediatype", "text/csv");
      json_.text("encoding", "utf-8");
      json_.number("bytes", static_cast<std::int64_t>(download.csv.size()));
      json_.text("hash", "sha256:" + sha256_hex(download.csv));
      json_.object("dialect", [&] {
        json_.text("delimiter", ";");
        json_.text("lineTerminator", "\r\n");
        json_.text("quoteChar", "\"");
        json_.yes("doubleQuote");
        json_.yes("header");
      });
      json_.list("sources", [&] {
        for (const SourceInfo& source : context_.site.sources) {
          if (source.dataset != dataset.id) continue;
          json_.object([&] { json_.text("title", words(source.title) + ", " + to_string(source.updated)); });
        }
      });
      json_.object("schema", [&] { write_schema(download, dataset); });
    });
  }

  void write_schema(const Download& download, const Dataset& dataset) {
    json_.list("fields", [&] {
      for (const std::size_t field : download.fields) write(dataset.fields[field]);
    });
    json_.list("missingValues", [&] { json_.item(""); });
    const auto key = [&](std::string_view called) {
      json_.list(called, [&] {
        for (const std::string& name : dataset.key) json_.item(name);
      });
    };
    if (is_primary(download, dataset)) key("primaryKey");
    else if (is_whole(download, dataset)) key("lagesbildKey");  // tells rows apart too, but parts of it may be empty
    const auto foreign = foreign_keys(download, dataset);
    if (foreign.empty()) return;
    json_.list("foreignKeys", [&] {
      for (const model::Field* field : foreign) write_reference(*field, dataset);
    });
  }

  // Every part of the key is in the file.
  static bool is_whole(const Download& download, const Dataset& dataset) {
    return !dataset.key.empty() && std::all_of(dataset.key.begin(), dataset.key.end(), [&](const std::string& name) {
      const auto field = dataset.find(name);
      return field && has(download, *field);
    });
  }

  // No part of a primary key may be empty.
  static bool is_primary(const Download& download, const Dataset& dataset) {
    return is_whole(download, dataset) && std::all_of(dataset.key.begin(), dataset.key.end(), [&](const std::string& name) {
      return dataset.fields[*dataset.find(name)].required;
    });
  }

  static bool has(const Download& download, std::size_t field) {
    return std::binary_search(download.fields.begin(), download.fields.end(), field);
  }

  // Fields whose values stand in a column of another file. Several ids in a cell are no key.
  std::vector<const model::Field*> foreign_keys(const Download& download, const Dataset& dataset) const {
    std::vector<const model::Field*> keys;
    for (const std::size_t index : download.fields) {
      const model::Field& field = dataset.fields[index];
      if (field.refers_to.empty() || field.type == FieldType::ids) continue;
      for (const Download& other : context_.release.downloads) {
        const auto target = described(other).find(field.refers_to.substr(field.refers_to.find('.') + 1));
        const bool meant = field.refers_to.starts_with(described(other).id + ".");
        if (meant && target && has(other, *target)) keys.push_back(&field);
      }
    }
    return keys;
  }

  void write_reference(const model::Field& field, const Dataset& dataset) {
    const std::size_t dot = field.refers_to.find('.');
    const std::string resource = field.refers_to.substr(0, dot);
    json_.object([&] {
      json_.text("fields", field.name);
      json_.object("reference", [&] {
        json_.text("resource", resource == dataset.id ? "" : resource);  // "": this one
        json_.text("fields", field.refers_to.substr(dot + 1));
      });
    });
  }

  void write(const model::Field& field) {
    json_.object([&] {
      json_.text("name", field.name);
      json_.text("title", words(field.title));
      json_.text("description", words(field.about));
      json_.text("type", type_of(field.type));
      if (field.type == FieldType::url) json_.text("format", "uri");
      if (field.type == FieldType::decimal) json_.text("decimalChar", ",");
      json_.object("constraints", [&] { write_constraints(field); });
    });
  }

  void write_constraints(const model::Field& field) {
    if (field.required) json_.yes("required");
    if (field.least) json_.number("minimum", *field.least);
    if (field.most) json_.number("maximum", *field.most);
    if (field.type == FieldType::id) json_.text("pattern", "\\S+");
    const bool one_of_few = field.type == FieldType::choice || field.type == FieldType::grade;
    if (type_of(field.type) == "string" && !one_of_few) json_.number("maxLength", static_cast<std::int64_t>(field.longest));
    if (field.type == FieldType::choice) {
      json_.list("enum", [&] {
        for (const model::Choice& choice : field.choices) json_.item(choice.id);
      });
    }
    if (field.type == FieldType::grade) {
      json_.list("enum", [&] {
        for (const disclosure::Grade grade : model::all_grades) json_.item(std::string(1, disclosure::letter(grade)));
      });
    }
  }

  const Context& context_;
  JsonText json_;
};

}  // namespace

std::string csv_path(std::string_view dataset) { return std::string{data_folder}.append(dataset) + ".csv"; }
std::string plain_csv_path(std::string_view dataset) { return std::string{data_folder}.append(plain_folder).append(dataset) + ".csv"; }
std::string workbook_path(std::string_view dataset) { return std::string{data_folder}.append(dataset) + ".xlsx"; }

std::string data_package(const Context& context) { return PackageWriter{context}.write(); }

void data_files(const Context& context, const std::function<void(std::string_view path, std::string_view bytes)>& sink) {
  const std::string folder{data_folder};
  for (const Download& download : context.release.downloads) {
    const std::string& id = context.release.datasets[download.dataset].id;
    sink(csv_path(id), download.csv);
    sink(plain_csv_path(id), std::string_view{download.csv}.substr(csv_mark.size()));
  }
  if (!context.release.downloads.empty()) sink(folder + std::string{data_package_name}, data_package(context));
}

}  // namespace lagesbild::view
