// CSV as people and Excel write it (RFC 4180 and a little more): `;`, `,` or tab, found from the header; CRLF, LF or CR; quotes; UTF-8
// with or without BOM, else Windows-1252 with a warning. Each cell knows its place. Complaints are gathered: bytes that are no text,
// an unclosed quote (placed where it opens), text after a closing quote, a quote inside an unquoted cell, rows with too many or too
// few cells, empty or repeated headings, an empty file, too many rows.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::read {

struct CsvLimits {
  std::size_t rows = 1'000'000;
  std::size_t columns = 500;
};

// Columns and rows as text views into one buffer that the table owns. Blanks around a cell are kept: what they mean is the reader's.
class CsvTable {
 public:
  std::size_t rows() const;      // without the header
  std::size_t columns() const;
  std::string_view heading(std::size_t column) const;
  std::string_view cell(std::size_t row, std::size_t column) const;
  Place heading_place(std::size_t column) const;
  Place cell_place(std::size_t row, std::size_t column) const;   // computed when asked for, so that good rows cost nothing
  std::string excerpt(std::size_t row) const;                    // the row's first line in the file
  const std::string& file() const;
};

}  // namespace lagesbild::read
