// Any bytes are a table or an error, every cell can be asked for with its place, and what is masked has nothing more to mask.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/personal_data.hpp"
#include "read/json_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  const std::string bytes(data, data + size);
  const std::string masked = mask_personal_data(bytes);
  if (find_personal_data(masked) || mask_personal_data(masked) != masked) std::abort();

  Diagnostics diagnostics;
  const auto grid = read::parse_json("fuzz.json", bytes, diagnostics, {200, 50, 8, std::size_t{1} << 20});
  if (!grid && !diagnostics.has_errors()) std::abort();
  for (const Diagnostic& one : diagnostics.all()) {
    if (one.place.line < 0 || one.place.column < 0 || one.length < 1) std::abort();
  }
  if (!grid) return 0;
  if (grid->columns() == 0 || grid->columns() > 50 || grid->rows() > 200) std::abort();
  for (std::size_t column = 0; column < grid->columns(); ++column) {
    if (grid->heading(column).empty() || grid->heading_place(column).line < 1) std::abort();
    for (std::size_t row = 0; row < grid->rows(); ++row) {
      const Diagnostic one = grid->cell_complaint(Severity::error, Code{"fuzz"}, row, column);
      if (one.place.line < 1 || one.place.column < 1 || grid->cell(row, column).find('\0') != std::string_view::npos) std::abort();
    }
  }
  return 0;
}
