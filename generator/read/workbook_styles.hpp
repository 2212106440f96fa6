// What a number in a workbook means: a bare number, a day or a share. Excel keeps all three as one number and tells them apart by the
// format of the cell only, so a date with a wrong format is a number like 45000 here too.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/workbook_package.hpp"

namespace lagesbild::read {

enum class NumberKind : std::uint8_t { plain, date, percent };

// By the code of a format, such as `yyyy\-mm\-dd;@` or `0.0%`. Codes are in English in the file, whatever language Excel speaks.
NumberKind kind_of_format(std::string_view format_code);

enum class DateSystem : std::uint8_t { from_1900, from_1904 };

// YYYY-MM-DD, without the time of day. Nothing for a number that is no day: before the first or after 9999, or a time only.
// The 60th day of the 1900 system is 1900-02-29, which did not exist; it is given as such, for somebody to be told.
std::optional<std::string> day_of_serial(double serial, DateSystem system);

// As Excel shows it with all its figures: 15 of them, a decimal point, no exponent between 1e-7 and 1e21.
std::string number_text(double number);
// Nothing when the text is no finite number.
std::optional<double> parse_number(std::string_view text);

class Styles {
 public:
  // False when there was an error, and it has been told.
  bool read(Package& package, const std::string& part);
  // Of the style that a cell names; nothing when there is no such style.
  std::optional<NumberKind> kind(std::size_t style) const;

 private:
  std::vector<NumberKind> kinds_;
};

}  // namespace lagesbild::read
