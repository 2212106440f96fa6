#include "source/sources.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "source/codes.hpp"

namespace lagesbild::source {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

// A path below the site's folder, and nowhere else.
std::string read_inside(yaml::Reader& reader, std::string_view key) {
  std::string name = reader.text(key);
  const auto inside = std::filesystem::path{name}.lexically_normal();
  if (inside.is_absolute() || (!inside.empty() && *inside.begin() == "..")) reader.complain(key, code::source_outside, {{"seen", name}});
  return name;
}

// `database:` as a question, and where the question stands.
void read_query(const Section& section, const yaml::Node& node, Disk& disk, Sha256& fingerprint, Source& source) {
  yaml::Reader reader{section.document, node, section.diagnostics};
  if (!reader) return;
  source.kind = Source::Kind::database;
  Query query;
  query.connection = reader.text("connection");
  query.password = read_secret(section, reader);
  source.location = read_inside(reader, "query");
  source.place = reader.place("query");
  if (!source.location.empty() && !section.diagnostics.has_errors()) {
    auto sql = disk.read(section.folder / source.location);
    if (sql) {
      fingerprint.add(sql.value());
      query.sql = std::move(sql).value();
    } else {
      Diagnostic complaint = sql.failure().diagnostic();
      complaint.place = source.place;
      section.diagnostics.add(std::move(complaint));
    }
  }
  query.parameters = reader.texts("parameters");
  query.login_timeout = std::chrono::seconds{reader.integer_or("login_seconds", 10, 1, 3600)};
  query.timeout = std::chrono::seconds{reader.integer_or("timeout_seconds", 60, 1, 3600)};
  query.shown_as = source.location;
  reader.finish();
  source.query = std::move(query);
}

void read_location(const Section& section, const yaml::Node& node, yaml::Reader& reader, Disk& disk, Sha256& fingerprint, Source& source) {
  const bool file = reader.has("file"), url = reader.has("url"), database = reader.has("database");
  if (file + url + database != 1) {
    section.diagnostics.error(code::source_location, section.document.place(node), {}, section.document.excerpt(node.line));
    reader.text_or("file", "");
    reader.text_or("url", "");
    if (database) reader.map_or_none("database");
    return;
  }
  if (const yaml::Node* question = database ? reader.map("database") : nullptr) {
    read_query(section, *question, disk, fingerprint, source);
    return;
  }
  if (database) return;
  if (url) source.kind = Source::Kind::url;
  source.location = url ? reader.text("url") : read_inside(reader, "file");
  source.place = reader.place(url ? "url" : "file");
}

// What is held against the bytes when they have come.
void read_expectations(yaml::Reader& reader, Source& source) {
  source.max_bytes = static_cast<std::uint64_t>(reader.integer_or("max_megabytes", 64, 1, 4096)) << 20;
  if (source.query) source.query->max_bytes = source.max_bytes;
  source.sha256 = reader.text_or("sha256", "");
  const bool sound = source.sha256.size() == 64 && source.sha256.find_first_not_of(hex_digits) == std::string::npos;
  if (!source.sha256.empty() && !sound) reader.complain("sha256", code::source_sha256);
  source.min_rows = static_cast<std::size_t>(reader.integer_or("min_rows", 1, 0, 1'000'000'000));
  if (source.kind == Source::Kind::file) return;  // a file of the site's own is as it is
  source.may_shrink_percent = static_cast<int>(reader.integer_or("may_shrink_percent", 20, 0, 100));
  source.max_age = std::chrono::days{reader.integer_or("max_age_days", 35, 0, 3660)};
}

Source read_source(const Section& section, const yaml::Node& node, Date as_of, Disk& disk, Sha256& fingerprint) {
  yaml::Reader reader{section.document, node, section.diagnostics};
  Source source;
  if (!reader) return source;
  const std::size_t before = section.diagnostics.errors();
  source.dataset = reader.one_of("dataset", {"units", "reviews", "findings", "annual_reports", "survey", "statements", "benchmarks",
                                             "published_aggregates", "published_counts", "measures", "measure_figures",
                                             "good_examples", "comments", "events"});
  if (section.diagnostics.errors() != before) source.dataset.clear();  // the first of the allowed ones, not what was meant
  read_location(section, node, reader, disk, fingerprint, source);
  source.sheet = reader.text_or("sheet", "");
  source.title = read_localized(section.document, reader, "title", section.diagnostics);
  // A file is as old as somebody says; what is fetched can be dated by the day it came.
  source.updated = source.kind == Source::Kind::file ? reader.date("updated") : reader.date_or_none("updated");
  if (as_of != Date{} && source.updated && *source.updated > as_of) {
    reader.complain("updated", code::source_after_as_of, {{"seen", to_string(*source.updated)}, {"as_of", to_string(as_of)}});
  }
  if (source.kind == Source::Kind::url || source.location.empty()) source.connection = read_connection(section, reader);
  read_expectations(reader, source);
  reader.finish();
  return source;
}

// A table whose rows name those of another table says nothing without it.
void refuse_alone(const yaml::Document& document, const yaml::Node& list, const std::vector<Source>& sources, Diagnostics& diagnostics) {
  static constexpr std::pair<std::string_view, std::string_view> needs[] = {
      {"reviews", "units"},  {"findings", "reviews"},   {"annual_reports", "units"}, {"survey", "units"},
      {"survey", "statements"}, {"good_examples", "units"}, {"comments", "units"}, {"benchmarks", "statements"}};
  const auto unreadable = [](const Source& source) { return source.dataset.empty(); };
  if (std::any_of(sources.begin(), sources.end(), unreadable)) return;  // it may be the one that is needed
  for (const auto& [dataset, needed] : needs) {
    const auto find = [&](std::string_view name) {
      return std::find_if(sources.begin(), sources.end(), [&](const Source& source) { return source.dataset == name; });
    };
    const auto alone = find(dataset);
    if (alone == sources.end() || find(needed) != sources.end()) continue;
    const yaml::Node& node = list.items[static_cast<std::size_t>(alone - sources.begin())];
    diagnostics.error(code::source_alone, document.place(node), {{"dataset", std::string{dataset}}, {"needed", std::string{needed}}},
                      document.excerpt(node.line));
  }
}

}  // namespace

std::vector<Source> read_sources(const Section& section, Date as_of, Disk& disk, Sha256& fingerprint) {
  const yaml::Document& document = section.document;
  std::vector<Source> sources;
  yaml::Reader reader{document, document.root, section.diagnostics};
  const yaml::Node* list = reader ? reader.list("sources") : nullptr;
  if (list != nullptr) {
    for (const yaml::Node& node : list->items) {
      Source source = read_source(section, node, as_of, disk, fingerprint);
      for (std::size_t i = 0; i < sources.size(); ++i) {
        const bool same = sources[i].location == source.location && sources[i].sheet == source.sheet;
        if (same && sources[i].dataset == source.dataset && !source.dataset.empty()) {
          section.diagnostics.error(code::source_twice, document.place(node),
                                    {{"dataset", source.dataset}, {"line", std::to_string(list->items[i].line)}},
                                    document.excerpt(node.line));
        }
      }
      sources.push_back(std::move(source));
    }
    refuse_alone(document, *list, sources, section.diagnostics);
  }
  if (reader) reader.finish();
  return sources;
}

}  // namespace lagesbild::source
