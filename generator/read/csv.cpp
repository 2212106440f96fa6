#include "read/csv.hpp"

#include <algorithm>
#include <utility>

namespace lagesbild::read {

using std::size_t;

std::string heading_key(std::string_view heading) {
  std::string key;
  bool blank = false;
  for (size_t i = 0; i < heading.size(); ++i) {
    unsigned char c = static_cast<unsigned char>(heading[i]);
    const unsigned char next = i + 1 < heading.size() ? static_cast<unsigned char>(heading[i + 1]) : 0;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (c == 0xC2 && next == 0xA0)) {
      if (c == 0xC2) ++i;
      blank = true;
      continue;
    }
    if (blank && !key.empty()) key += ' ';
    blank = false;
    if (c >= 'A' && c <= 'Z') c = static_cast<unsigned char>(c + ('a' - 'A'));
    key += static_cast<char>(c);
    if (c == 0xC3) {  // À to Þ without ×, so also Å Ä Ö
      key += static_cast<char>(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next);
      ++i;
    }
  }
  return key;
}

std::string_view CsvTable::unescaped(Cell cell) const {
  const auto found = std::lower_bound(unescaped_.begin(), unescaped_.end(), cell.begin,
                                      [](const Unescaped& one, std::uint32_t begin) { return one.cell_begin < begin; });
  return std::string_view(side_).substr(found->begin, found->length);
}

std::optional<size_t> CsvTable::find_column(std::string_view heading) const {
  const auto found = std::find(keys_.begin(), keys_.end(), heading_key(heading));
  if (found == keys_.end()) return std::nullopt;
  return static_cast<size_t>(found - keys_.begin());
}

size_t CsvTable::start(size_t line, size_t column) const {
  const size_t begin = cells_[line * columns_ + column].begin;
  return begin > 0 && text_[begin - 1] == '"' ? begin - 1 : begin;
}

Place CsvTable::place(size_t line, size_t column) const {
  const size_t row = start(line, 0);  // a row begins where a line does
  SpotFinder spot(std::string_view(text_).substr(row));
  spot.move_to(start(line, column) - row);
  return {file_, static_cast<int>(lines_[line]) + spot.line() - 1, spot.column(), {}};
}

std::string CsvTable::excerpt(size_t row) const { return excerpt_at(text_, start(row + 1, 0)); }

Diagnostic CsvTable::complaint(Severity severity, Code code, size_t line, size_t column, std::vector<Argument> arguments) const {
  const Cell& cell = cells_[line * columns_ + column];
  const size_t offset = start(line, column);
  const size_t end = cell.begin + (cell.length & ~has_doubled) + (cell.begin - offset);
  return {severity, code, place(line, column), std::move(arguments), excerpt_at(text_, offset), underlined(text_, offset, end), {}};
}

Diagnostic CsvTable::cell_complaint(Severity severity, Code code, size_t row, size_t column, std::vector<Argument> arguments) const {
  return complaint(severity, code, row + 1, column, std::move(arguments));
}

Diagnostic CsvTable::heading_complaint(Severity severity, Code code, size_t column, std::vector<Argument> arguments) const {
  return complaint(severity, code, 0, column, std::move(arguments));
}

}  // namespace lagesbild::read
