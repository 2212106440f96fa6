// Built sites in memory, as small as a comparison can do with.
#pragma once
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "compare/changes.hpp"
#include "made_world.hpp"

namespace lagesbild::test {

inline std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in{text};
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

struct MadeTable {
  std::string name;
  std::string fields;           // "unit_id listed_patients:integer A:grade"
  std::string key;              // "unit_id"; empty: none
  std::vector<std::string> rows;  // lines of CSV
  std::string may_be_empty = {};  // a key of which parts may be empty
  std::string unit_field = {};
};

struct MadeSource {
  std::string dataset, location, updated, sha256;
};

struct MadeSite {
  std::string site = "pahittad", release = "aaaa", version = "1.0", as_of = "2026-06-30";
  std::vector<MadeTable> tables;
  std::vector<MadeSource> sources = {{"units", "units.csv", "2026-06-01", "u"}, {"reviews", "reviews.csv", "2026-06-01", "r"}};
  std::vector<MadeSource> definitions = {};  // location: the indicator's id
  std::string settings = {};
  bool tells_sources = true;

  std::string csv(const MadeTable& table) const {
    std::string text = "\xEF\xBB\xBF";
    for (const std::string& field : parts_of(table.fields, ' ')) text += (text.size() > 3 ? ";" : "") + parts_of(field, ':').front();
    for (const std::string& row : table.rows) text += "\r\n" + row;
    return text + "\r\n";
  }

  std::string package() const {
    JsonText json;
    json.object([&] {
      json.text("title", "Lägesbild, Påhittad");
      json.object("lagesbild", [&] {
        json.text("language", "sv");
        json.text("region", "Påhittad");
        if (!settings.empty()) json.text("settings", settings);
        if (tells_sources) list(json, "sources", sources);
        if (!definitions.empty()) list(json, "definitions", definitions);
      });
      json.list("resources", [&] {
        for (const MadeTable& table : tables) json.object([&] { describe(json, table); });
      });
    });
    return json.take();
  }

  std::string release_file() const {
    return R"({"generator": "lagesbild", "version": ")" + version + R"(", "site": ")" + site + R"(", "as_of": ")" + as_of +
           R"(", "release": ")" + release + R"("})";
  }

  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all{{"s/release.json", release_file()}, {"s/data/datapackage.json", package()}};
    for (const MadeTable& table : tables) all["s/data/" + table.name + ".csv"] = csv(table);
    return all;
  }

 private:
  static void list(JsonText& json, const char* key, const std::vector<MadeSource>& all) {
    json.list(key, [&] {
      for (const MadeSource& one : all) {
        json.object([&] {
          json.text("id", one.location);
          json.text("dataset", one.dataset);
          json.text("title", "Titel " + one.location);
          json.text("location", one.location);
          json.text("updated", one.updated);
          json.text("sha256", one.sha256);
        });
      }
    });
  }

  static void names(JsonText& json, const char* key, const std::string& text) {
    if (text.empty()) return;
    json.list(key, [&] {
      for (const std::string& name : parts_of(text, ' ')) json.item(std::string_view{name});
    });
  }

  void describe(JsonText& json, const MadeTable& table) const {
    json.text("name", table.name);
    json.text("path", table.name + ".csv");
    json.text("title", "Titel " + table.name);
    json.text("hash", "sha256:" + sha256_hex(csv(table)));
    json.object("schema", [&] {
      json.list("fields", [&] {
        for (const std::string& field : parts_of(table.fields, ' ')) {
          const auto parts = parts_of(field, ':');
          const std::string type = parts.size() > 1 ? parts[1] : "string";
          json.object([&] {
            json.text("name", parts[0]);
            json.text("title", "Kolumn " + parts[0]);
            json.text("type", type == "grade" ? "string" : type);
            if (type == "grade") json.object("constraints", [&] { names(json, "enum", "A B C D"); });
          });
        }
      });
      names(json, "primaryKey", table.key);
      names(json, "lagesbildKey", table.may_be_empty);
      if (table.unit_field.empty()) return;
      json.list("foreignKeys", [&] {
        json.object([&] {
          json.text("fields", table.unit_field);
          json.object("reference", [&] { json.text("resource", "units"); });
        });
      });
    });
  }
};

inline std::optional<compare::BuiltSite> read_made(const std::map<std::string, std::string>& files, Diagnostics& diagnostics) {
  MadeDisk disk{files};
  return compare::read_site("s", disk, diagnostics);
}

inline view::Changes changes_between(const MadeSite& before, const MadeSite& after) {
  Diagnostics diagnostics;
  const auto old_site = read_made(before.files(), diagnostics);
  const auto new_site = read_made(after.files(), diagnostics);
  if (!diagnostics.empty()) throw std::logic_error(std::string{diagnostics.all().front().code.id});
  return compare::compare(old_site.value(), new_site.value());
}

}  // namespace lagesbild::test
