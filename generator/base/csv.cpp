#include "base/csv.hpp"

#include <algorithm>

namespace lagesbild {
namespace {

// What spreadsheets skip before they look whether a cell is a formula: blanks, and characters that are not seen.
constexpr std::string_view skipped[] = {" ", "\u00A0", "\u200B", "\u2060", "\u3000", "\uFEFF"};
constexpr std::string_view triggers[] = {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// -3, +0,25, -1.5: what somebody counted, not a formula.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t mark = std::min(text.find_first_of(",."), text.size());
  const std::string_view whole = text.substr(0, mark);
  const std::string_view decimals = mark == text.size() ? "0" : text.substr(mark + 1);
  const auto digits = [](std::string_view part) { return !part.empty() && std::all_of(part.begin(), part.end(), is_digit); };
  return digits(whole) && digits(decimals);
}

bool is_taken_for_a_formula(std::string_view value) {
  std::string_view rest = value;
  const auto starts = [&](std::string_view with) { return rest.starts_with(with); };
  for (;;) {
    const auto* const blank = std::find_if(std::begin(skipped), std::end(skipped), starts);
    if (blank == std::end(skipped)) break;
    rest.remove_prefix(blank->size());
  }
  return std::any_of(std::begin(triggers), std::end(triggers), starts) && !is_number(value);
}

template <class Cells>
std::string joined(const Cells& cells) {
  std::string row;
  std::string_view between;
  for (const auto& cell : cells) {
    row.append(between).append(csv_cell(cell));
    between = ";";
  }
  return row += "\r\n";
}

}  // namespace

std::string csv_cell(std::string_view value) {
  const bool formula = is_taken_for_a_formula(value);
  // Comma and tab too: somebody's spreadsheet splits at them, and what comes after must not become a cell of its own.
  const bool padded = !value.empty() && (value.front() == ' ' || value.back() == ' ');
  if (!formula && !padded && value.find_first_of(";,\t\"\r\n") == std::string_view::npos) return std::string{value};
  std::string cell = formula ? "\"'" : "\"";
  for (const char c : value) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell += '"';
}

std::string csv_row(std::initializer_list<std::string_view> cells) { return joined(cells); }
std::string csv_row(const std::vector<std::string>& cells) { return joined(cells); }

}  // namespace lagesbild
