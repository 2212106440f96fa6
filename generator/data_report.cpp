#include "data_report.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "content.hpp"
#include "indicators/coverage.hpp"

namespace lagesbild {
namespace {

// A dataset's own description, not that of another form of it.
const model::Dataset* find_dataset(const std::vector<model::Dataset>& datasets, const std::string& id) {
  const auto found = std::find_if(datasets.begin(), datasets.end(), [&](const model::Dataset& one) { return one.id == id; });
  return found == datasets.end() ? nullptr : &*found;
}

// fil-units; a number after it where two files have the same name.
void name_pages(std::vector<view::ReportFile>& files) {
  std::set<std::string> taken;
  for (view::ReportFile& file : files) {
    const std::string stem = "fil-" + slug(std::filesystem::path{file.name}.stem().string());
    file.stem = stem;
    for (int n = 2; !taken.insert(file.stem).second; ++n) file.stem = stem + "-" + std::to_string(n);
  }
}

// Within the site's folder, as people who work there name it.
std::string short_name(const std::string& path, const std::filesystem::path& folder) {
  if (path.empty()) return "Lägesbild";
  const std::string within = std::filesystem::path{path}.lexically_relative(folder).generic_string();
  return within.empty() || within.starts_with("..") ? path : within;
}

}  // namespace

void DataReport::described(const source::Configuration& configuration, const std::vector<model::Dataset>& datasets) {
  const source::Site& site = site_.emplace(configuration.site);
  data_.region = site.region;
  data_.notice = site.notice.value_or(Localized{});
  data_.contact = site.contact;
  data_.as_of = site.as_of;
  data_.version = LAGESBILD_VERSION;
  std::set<std::string> sources;
  for (const source::Source& source : configuration.sources) {
    sources.insert(source.dataset);
    const auto [at, is_new] = by_location_.try_emplace(source.location, data_.files.size());
    if (is_new) data_.files.emplace_back();
    view::ReportFile& file = data_.files[at->second];
    file.name = source.kind == source::Source::Kind::url ? source.location.substr(0, source.location.find('?')) : source.location;
    file.contents.push_back(source.title);
    file.updated = source.updated;
    const model::Dataset* dataset = find_dataset(datasets, source.dataset);
    if (dataset == nullptr || dataset->about_persons) file.about_persons = true;
  }
  for (const model::Dataset& dataset : datasets) {
    if (!dataset.unit_field.empty() && sources.contains(dataset.id)) data_.followed.push_back({dataset.id, dataset.title});
  }
}

void DataReport::fetched(const std::vector<fetch::Copy>& copies) {
  for (const fetch::Copy& copy : copies) {
    view::ReportFile& file = data_.files[by_location_.at(copy.source->location)];
    file.path = copy.shown_as;
    file.bytes = copy.bytes.size();
    file.sha256 = copy.sha256;
  }
}

void DataReport::read(const model::Facts& facts) {
  for (const model::TableRead& table : facts.tables) {
    for (view::ReportFile& file : data_.files) {
      if (file.bytes && file.path == table.file) file.rows = file.rows.value_or(0) + table.rows;
    }
  }
  for (const model::Forum& forum : facts.forums) data_.forums.push_back(forum.name);
  for (const model::Unit& unit : facts.units) {
    const bool gone = unit.valid_to && *unit.valid_to < data_.as_of;
    data_.units.push_back({unit.id.value(), unit.name, unit.forum, gone ? unit.valid_to : std::nullopt});
  }
  std::vector<std::string> followed;
  for (const view::ReportDataset& dataset : data_.followed) followed.push_back(dataset.id);
  data_.coverage = indicators::coverage(facts, followed, data_.as_of);
}

view::ReportData DataReport::with_complaints(const Diagnostics& found) const {
  view::ReportData data = data_;
  std::map<std::string, std::size_t> by_path;
  for (std::size_t i = 0; i < data.files.size(); ++i) {
    if (data.files[i].bytes) by_path.emplace(data.files[i].path, i);
  }
  for (const Diagnostic& one : found.all()) {
    const auto [at, is_new] = by_path.try_emplace(one.place.file, data.files.size());
    if (is_new) {
      view::ReportFile& file = data.files.emplace_back();
      file.path = one.place.file;
      file.name = short_name(file.path, site_->folder);
    }
    data.files[at->second].complaints.push_back(one);
  }
  name_pages(data.files);
  return data;
}

std::optional<render::Files> DataReport::files(const Diagnostics& found, Language language, Disk& disk, Diagnostics& diagnostics) const {
  const auto wording = read_wording(*site_, language, disk, diagnostics);
  if (!wording) return std::nullopt;
  render::Files files = render::render_report(with_complaints(found), wording->texts, wording->templates, diagnostics);
  for (const char* name : {"site.css", "icon.svg"}) {
    auto bytes = disk.read(site_->templates / "assets" / name);
    if (bytes) files.emplace_back(std::string{"assets/"} + name, std::move(bytes).value());
    else diagnostics.add(bytes.failure().diagnostic());
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return files;
}

}  // namespace lagesbild
