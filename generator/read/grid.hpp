// A table of text cells with headings, whatever file it came from: CSV, an Excel workbook or JSON. Values are text in one notation for
// all formats: a number with a decimal point and no grouping, a date YYYY-MM-DD, a share formatted as per cent 90%, a yes/no true or
// false. Numbers of a person's own notation stay as written: what they mean is for forms.hpp.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"

namespace lagesbild::read {

// How headings are compared: blanks (also line breaks and U+00A0) around are dropped, those inside become one, letters become small.
std::string heading_key(std::string_view heading);

class Grid {
 public:
  virtual ~Grid() = default;
  virtual const std::string& file() const = 0;
  virtual std::size_t rows() const = 0;     // without the headings; a row may be all empty
  virtual std::size_t columns() const = 0;  // of every row
  virtual std::string_view heading(std::size_t column) const = 0;  // an empty one heads a column without any value
  // Valid as long as the grid is. Blanks around it are kept.
  virtual std::string_view cell(std::size_t row, std::size_t column) const = 0;
  // What a bare number counts days from, where a date is expected: Excel's 1900 system, or 1904 in a workbook that says so.
  virtual Date day_zero() const { return Date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}}; }

  virtual Place cell_place(std::size_t row, std::size_t column) const = 0;
  virtual Place heading_place(std::size_t column) const = 0;
  // A complaint with its place, what stands around it and how much to underline.
  virtual Diagnostic cell_complaint(Severity severity, Code code, std::size_t row, std::size_t column,
                                    std::vector<Argument> arguments = {}) const = 0;
  virtual Diagnostic heading_complaint(Severity severity, Code code, std::size_t column, std::vector<Argument> arguments = {}) const = 0;
};

}  // namespace lagesbild::read
