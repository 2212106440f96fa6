// Files of datasets to facts, through the descriptions that ship, with what was said of them. Short to write in a test:
// DatasetRead{}.units("unit_id;name\nE1;Alfa\n").told().
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "made_region.hpp"
#include "read/descriptions.hpp"
#include "read/facts.hpp"
#include "told.hpp"
#include "told_fully.hpp"

namespace lagesbild::read {

// content/common/datasets, for a made-up framework of so many areas; read once.
inline const std::vector<model::Dataset>& shipped_descriptions(std::size_t areas) {
  static std::map<std::size_t, std::vector<model::Dataset>> known;
  std::vector<model::Dataset>& all = known[areas];
  if (!all.empty()) return all;
  const std::filesystem::path folder = LAGESBILD_ROOT "/content/common/datasets";
  RealDisk disk;
  Diagnostics diagnostics;
  const model::Framework framework = test::made_framework(areas);
  const std::vector<std::string> names = disk.list(folder).value();
  for (const std::string& name : names) {
    auto one = read_description(name, disk.read(folder / name).value(), std::filesystem::path{name}.stem(), framework, diagnostics);
    if (one) all.push_back(std::move(*one));
  }
  return all;
}

inline const model::Dataset& shipped_description(const std::string& id, std::size_t areas = 2) {
  for (const model::Dataset& one : shipped_descriptions(areas)) {
    if (one.id == id) return one;
  }
  throw std::out_of_range("no description " + id);
}

// Two forums, two rounds, and today as 2026-06-30.
inline source::Site site_setup() {
  source::Site site;
  site.as_of = test::day(test::made_today);
  site.forums = {{"norr", {"Norra forumet", "The north"}}, {"soder", {"Södra forumet", "The south"}}};
  site.rounds = {{"2019–2022", test::day("2019-01-01"), test::day("2022-12-31")},
                 {"2024–2026", test::day("2024-01-01"), test::day("2026-12-31")}};
  return site;
}

// The areas are A and B, unless said otherwise.
class DatasetRead {
 public:
  source::Site site = site_setup();
  model::Framework framework = test::made_framework(2);

  // Called <dataset>.csv in messages, a second one <dataset>-2.csv.
  DatasetRead& file(const std::string& dataset, std::string text) {
    const int before = files_[dataset]++;
    File& added = all_.emplace_back();
    added.source.dataset = dataset;
    added.source.location = dataset + (before == 0 ? "" : "-" + std::to_string(before + 1)) + (text.starts_with('[') ? ".json" : ".csv");
    added.text = std::move(text);
    return *this;
  }
  DatasetRead& units(std::string text) { return file("units", std::move(text)); }
  DatasetRead& reviews(std::string text) { return file("reviews", std::move(text)); }

  std::vector<std::string> indicators;  // ids that measures may name; none: any

  // All of these read the files the first time they are called.
  const model::Facts& facts() { return read().facts; }
  const Diagnostics& diagnostics() { return read().diagnostics; }
  Told told() { return read::told(diagnostics()); }
  Told told_fully() { return test::told_fully(diagnostics()); }
  std::string argument(std::size_t index, const std::string& name) { return read::argument(diagnostics().all().at(index), name); }
  // The second place of a complaint, "file line:column".
  std::string other(std::size_t index) {
    const Place& place = diagnostics().all().at(index).other;
    return place.file.empty() ? "nowhere" : place.file + " " + std::to_string(place.line) + ":" + std::to_string(place.column);
  }

 private:
  struct Result {
    model::Facts facts;
    Diagnostics diagnostics;
  };
  struct File {
    source::Source source;
    std::string text;
  };
  Result& read() {
    if (result_) return *result_;
    std::vector<fetch::Copy> copies;
    for (const File& one : all_) copies.push_back({&one.source, one.source.location, one.text, ""});
    result_.emplace();
    result_->facts = read_facts(copies, site, framework, shipped_descriptions(framework.areas.size()), result_->diagnostics, indicators);
    return *result_;
  }

  std::vector<File> all_;
  std::map<std::string, int> files_;  // of each dataset
  std::optional<Result> result_;
};

// E1 Alfa and E2 Beta.
inline DatasetRead two_units() {
  DatasetRead read;
  read.units("unit_id;name\nE1;Alfa\nE2;Beta\n");
  return read;
}

}  // namespace lagesbild::read
