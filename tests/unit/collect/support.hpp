// Templates of all shipped datasets in a temporary folder, filled with random rows, and read back as a delivered file is.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "catch.hpp"
#include "collect/template.hpp"
#include "made_region.hpp"
#include "read/csv.hpp"
#include "read/descriptions.hpp"
#include "read/table.hpp"
#include "read/workbook.hpp"

namespace lagesbild::test {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "lagesbild-collect-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator{path_}) all.push_back(entry.path().filename().string());
    return all;
  }

 private:
  fs::path path_;
};

inline std::string bytes_of(const fs::path& file) { return RealDisk{}.read(file).value(); }

// What is delivered, of content/common/datasets, for the eight areas that reviews have.
inline const std::vector<model::Dataset>& shipped() {
  static const std::vector<model::Dataset> all = [] {
    const fs::path folder = LAGESBILD_ROOT "/content/common/datasets";
    RealDisk disk;
    Diagnostics diagnostics;
    std::vector<model::Dataset> read;
    const std::vector<std::string> names = disk.list(folder).value();
    for (const std::string& name : names) {
      const std::string id = fs::path{name}.stem().string();
      read.push_back(read::read_description(name, disk.read(folder / name).value(), id, made_framework(8), diagnostics).value());
    }
    std::erase_if(read, [](const model::Dataset& one) { return one.computed; });
    return read;
  }();
  return all;
}

inline const model::Dataset& shipped(const std::string& id) {
  for (const model::Dataset& one : shipped()) {
    if (one.id == id) return one;
  }
  throw std::out_of_range("no dataset " + id);
}

inline std::string said(const Diagnostics& diagnostics) {
  std::ostringstream out;
  print(out, diagnostics, Language::en);
  return out.str();
}

inline std::unique_ptr<read::Grid> open_workbook(const model::Dataset& dataset, const fs::path& file, Diagnostics& diagnostics) {
  const auto headings = read::headings_of(dataset);
  const auto known = [&](std::string_view key) { return headings.contains(std::string{key}); };
  return read::parse_workbook(file.filename().string(), bytes_of(file), known, "", diagnostics);
}

inline constexpr Date end_of_time{std::chrono::year{2100}, std::chrono::month{1}, std::chrono::day{1}};  // no date is in the future

}  // namespace lagesbild::test
