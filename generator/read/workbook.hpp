// A sheet of an Excel workbook (.xlsx, .xlsm) as a Grid. Values are what the cells hold, in Grid's notation, not what they look like:
// 0,8966 shown as "90 %" is 89.66%. Nothing is computed: of a formula it is the value that the program which saved the file left behind.
// Rows and columns that are hidden, by a filter for instance, are read as any other.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/grid.hpp"

namespace lagesbild::read {

struct WorkbookLimits {
  std::size_t bytes = std::size_t{128} << 20;          // of the file
  std::size_t part_bytes = std::size_t{256} << 20;     // of one part, unpacked
  std::size_t unpacked_bytes = std::size_t{512} << 20; // of all parts that are read, and of the text of all cells of a sheet
  std::size_t times = 200;                             // the file's size, that it may unpack to ...
  std::size_t times_from = std::size_t{16} << 20;      // ... when that is more than these bytes
  std::size_t parts = 10'000;
  std::size_t strings = 5'000'000;                     // in the table that cells share
  std::size_t rows = 200'000;
  std::size_t columns = 500;
};

// A grid also when there were errors, if there are headings to read by; nobody may count on it when `diagnostics` has errors. Nothing when
// an error left no table.
// `known`: whether heading_key() of a cell is a heading of the dataset. The heading row is the one of the first 50 with the most of them,
// at least two, or one that stands alone; the rows above it are titles and are not looked at.
// `sheet`: the sheet's name (case and blanks do not matter; a hidden one too). Empty: the first visible sheet that has a heading row,
// with a warning when others have the same headings.
std::unique_ptr<Grid> parse_workbook(std::string file_shown, std::string bytes, const std::function<bool(std::string_view key)>& known,
                                     const std::string& sheet, Diagnostics& diagnostics, WorkbookLimits limits = {});

}  // namespace lagesbild::read
