// CSV that is safe to open in a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe before it, so what is
// written is not always what came in: these files are for people, not to be read back as data.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

// Before the first row: Excel takes the file for UTF-8 only with it.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

// The value as one cell, quoted where it has to be. Neutralised is what starts, after blanks, with = + - @ a tab or a line end, also in
// full width; a plain number such as -0,25 is left alone.
std::string csv_cell(std::string_view value);

// The cells between semicolons, and CRLF.
std::string csv_row(std::initializer_list<std::string_view> cells);
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace lagesbild
