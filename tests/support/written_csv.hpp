// Tables of text as a CSV file, every cell in quotation marks so that it may hold anything.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::test {

using Rows = std::vector<std::vector<std::string>>;  // headings first

inline std::string written_csv(const Rows& rows, char separator = ';', std::string_view line_end = "\n") {
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? "\"" : std::string{separator} + "\"";
      for (const char c : row[i]) text += c == '"' ? "\"\"" : std::string{c};
      text += '"';
    }
    text += line_end;
  }
  return text;
}

}  // namespace lagesbild::test
