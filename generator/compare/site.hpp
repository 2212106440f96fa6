// A built site as data: what it says about itself and every table of data/, each held against what datapackage.json says of it.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "compare/package.hpp"
#include "read/csv.hpp"

namespace lagesbild::compare {

struct Table {
  Resource about;
  read::CsvTable rows;
  std::optional<std::size_t> find(std::string_view field) const;
};

struct BuiltSite {
  ReleaseFile release;
  Package package;
  std::vector<Table> tables;  // by the order of the package
  const Table* find(std::string_view name) const;
};

// What tells rows apart: the texts of some columns, in a form that two different rows never share. The second of two rows with the same
// texts has another key than the first.
std::vector<std::string> row_keys(const read::CsvTable& rows, const std::vector<std::size_t>& columns);

// Nothing after an error. A table that is not as it was when the site was built is a warning as long as it can be read.
std::optional<BuiltSite> read_site(const std::filesystem::path& folder, Disk& disk, Diagnostics& diagnostics);

}  // namespace lagesbild::compare
