// A file to download as an Excel workbook: its rows in typed cells, the dictionary of its columns, and what a reader must know. It says
// what the CSV says, cell by cell, and nothing in it is a formula. The same release gives the same bytes.
#pragma once
#include <string>

#include "base/result.hpp"
#include "bundle/rows.hpp"
#include "view/shell.hpp"

namespace lagesbild::bundle {

struct Packed {
  std::string bytes;
  std::string words;     // what it says that the CSV file does not, for those who look through what leaves
};

// Cells of a workbook that anybody wants to wait for. A larger file is told to be CSV only.
inline constexpr std::size_t most_cells = 250'000;
bool fits_workbook(const disclosure::Download& download);

// `rows`: those of the download. Fails with workbook-not-made.
Result<Packed> workbook(const view::Context& context, const disclosure::Download& download, const Rows& rows);

}  // namespace lagesbild::bundle
