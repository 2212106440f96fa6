// Any bytes are a table or an error, and every cell of a table can be asked for with its place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lagesbild;
  Diagnostics diagnostics;
  const auto table = read::parse_csv("fuzz.csv", std::string(data, data + size), diagnostics, {200, 50, std::size_t{1} << 20});
  if (!table && !diagnostics.has_errors()) std::abort();
  for (const Diagnostic& one : diagnostics.all()) {
    if (one.place.line < 0 || one.place.column < 0 || one.length < 1) std::abort();
  }
  if (!table) return 0;
  int line = 0;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    for (std::size_t column = 0; column < table->columns(); ++column) {
      const Diagnostic one = table->cell_complaint(Severity::error, Code{"fuzz"}, row, column);
      if (one.place.line < line || one.place.column < 1 || table->cell(row, column).find('\0') != std::string_view::npos) std::abort();
      line = one.place.line;
    }
  }
  for (std::size_t column = 0; column < table->columns(); ++column) {
    if (table->find_column(table->heading(column)) != column) std::abort();
  }
  return 0;
}
