#include "compare/site.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/hash.hpp"
#include "compare/codes.hpp"

namespace lagesbild::compare {
namespace {

constexpr char between_cells = '\x1f';  // no cell holds it: a table with control characters is refused when it is read
constexpr char before_count = '\x1e';

std::string joined(const read::CsvTable& rows, std::size_t row, const std::vector<std::size_t>& columns) {
  std::string all;
  for (const std::size_t column : columns) all.append(rows.cell(row, column)) += between_cells;
  return all;
}

class SiteReader {
 public:
  SiteReader(const std::filesystem::path& folder, Disk& disk, Diagnostics& diagnostics)
      : folder_(folder), disk_(disk), diagnostics_(diagnostics) {}

  std::optional<BuiltSite> read() {
    const auto release_text = text("release.json", code::diff_not_a_site);
    if (!release_text) return std::nullopt;
    auto release = read_release(folder_.string(), shown("release.json"), *release_text, diagnostics_);
    if (!release) return std::nullopt;
    const auto package_text = text(package_name, code::diff_no_data);
    if (!package_text) return std::nullopt;
    auto package = read_package(shown(package_name), *package_text, diagnostics_);
    if (!package) return std::nullopt;
    BuiltSite site{*std::move(release), *std::move(package), {}};
    bool good = true;
    for (const Resource& resource : site.package.resources) {
      auto table = read(resource);
      good = good && table;
      if (table) site.tables.push_back(*std::move(table));
    }
    if (!good) return std::nullopt;
    return site;
  }

 private:
  static constexpr const char* package_name = "data/datapackage.json";

  std::string shown(const std::string& name) const { return (folder_ / name).string(); }

  std::optional<std::string> text(const char* name, Code missing) {
    auto bytes = disk_.read(folder_ / name);
    if (bytes) return std::move(bytes).value();
    diagnostics_.error(missing, {}, {{"path", folder_.string()}});
    return std::nullopt;
  }

  std::optional<Table> read(const Resource& resource) {
    const std::string name = "data/" + resource.path;
    auto bytes = disk_.read(folder_ / name);
    if (!bytes) {
      Diagnostic missing = bytes.failure().diagnostic();
      missing.place = {shown(package_name), 0, 0};
      diagnostics_.add(std::move(missing));
      return std::nullopt;
    }
    const std::size_t errors = diagnostics_.errors();
    const bool changed = !resource.sha256.empty() && sha256_hex(bytes.value()) != resource.sha256;
    auto rows = read::parse_csv(shown(name), std::move(bytes).value(), diagnostics_);
    if (!rows || diagnostics_.errors() > errors || !is_as_described(resource, *rows)) return std::nullopt;
    if (changed) diagnostics_.warning(code::diff_file_changed, {shown(name), 0, 0});
    return Table{resource, *std::move(rows)};
  }

  bool is_as_described(const Resource& resource, const read::CsvTable& rows) {
    for (std::size_t i = 0; i < std::min(rows.columns(), resource.fields.size()); ++i) {
      if (rows.heading(i) == resource.fields[i].name) continue;
      diagnostics_.add(rows.heading_complaint(Severity::error, code::diff_other_heading, i,
                                              {{"seen", std::string{rows.heading(i)}}, {"expected", resource.fields[i].name}}));
      return false;
    }
    if (rows.columns() != resource.fields.size()) {
      diagnostics_.error(code::diff_columns_missing, {rows.file(), 1, 0}, {{"expected", std::to_string(resource.fields.size())}});
      return false;
    }
    return resource.key_is != Resource::Key::unique || tells_rows_apart(resource, rows);
  }

  bool tells_rows_apart(const Resource& resource, const read::CsvTable& rows) {
    std::unordered_set<std::string> seen;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      if (seen.insert(joined(rows, row, resource.key)).second) continue;
      std::string key;
      for (const std::size_t column : resource.key) key.append(key.empty() ? "" : ", ").append(rows.cell(row, column));
      diagnostics_.add(rows.cell_complaint(Severity::error, code::diff_key_repeated, row, resource.key.front(), {{"key", key}}));
      return false;
    }
    return true;
  }

  const std::filesystem::path& folder_;
  Disk& disk_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<std::size_t> Table::find(std::string_view field) const {
  const auto found = std::find_if(about.fields.begin(), about.fields.end(), [&](const Field& one) { return one.name == field; });
  if (found == about.fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - about.fields.begin());
}

const Table* BuiltSite::find(std::string_view name) const {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& one) { return one.about.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

std::vector<std::string> row_keys(const read::CsvTable& rows, const std::vector<std::size_t>& columns) {
  std::vector<std::string> keys;
  keys.reserve(rows.rows());
  std::unordered_map<std::string, std::size_t> times;
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    std::string key = joined(rows, row, columns);
    const std::size_t before = times[key]++;
    if (before > 0) key.append(1, before_count).append(std::to_string(before));
    keys.push_back(std::move(key));
  }
  return keys;
}

std::optional<BuiltSite> read_site(const std::filesystem::path& folder, Disk& disk, Diagnostics& diagnostics) {
  return SiteReader{folder, disk, diagnostics}.read();
}

}  // namespace lagesbild::compare
