// Reads tests/oracle/reference_statistics.csv: statistics computed in R and again in SciPy. The columns are
// id,stat,variant,inputs,param,expected,tol,note; a cell may be quoted. `inputs` and `param` are name=value pairs with | between them; a
// list has ; between its values.
#pragma once
#include <charconv>
#include <cstddef>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild::test {

struct ReferenceRow {
  std::string id, stat, inputs, param, expected, tolerance;
};

inline std::vector<std::string> split_csv(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

inline std::vector<ReferenceRow> reference_rows() {
  std::ifstream file(std::string(LAGESBILD_ROOT) + "/tests/oracle/reference_statistics.csv");
  std::vector<ReferenceRow> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::vector<std::string> cells = split_csv(line);
    if (cells.size() != 8) throw std::runtime_error("not eight cells: " + line);
    rows.push_back({cells[0], cells[1], cells[3], cells[4], cells[5], cells[6]});
  }
  return rows;
}

inline double to_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw std::runtime_error("not a number: " + std::string(text));
  return value;
}

// The text after `name=` in pairs, or nothing.
inline std::optional<std::string_view> named(std::string_view pairs, std::string_view name) {
  while (!pairs.empty()) {
    const std::string_view pair = pairs.substr(0, pairs.find('|'));
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') return pair.substr(name.size() + 1);
    pairs.remove_prefix(pair.size() == pairs.size() ? pairs.size() : pair.size() + 1);
  }
  return std::nullopt;
}

inline std::vector<double> to_numbers(std::string_view list) {
  std::vector<double> numbers;
  for (;;) {
    const std::size_t end = list.find(';');
    numbers.push_back(to_number(list.substr(0, end)));
    if (end == std::string_view::npos) return numbers;
    list.remove_prefix(end + 1);
  }
}

}  // namespace lagesbild::test
