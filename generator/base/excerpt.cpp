#include "base/excerpt.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lagesbild {
namespace {

constexpr std::size_t longest_line = 160;
constexpr std::size_t shown_before = 60;  // characters before the caret in a line that is cut
constexpr std::string_view ellipsis = "…";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Cell {
  std::string bytes;
  std::size_t width;
};

bool obeyed(UChar32 point) {
  const auto type = u_charType(point);
  const bool hidden = type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
  const bool direction = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
  return hidden || direction;
}

std::size_t width_of(UChar32 point) {
  const auto type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

// One cell a code point; a byte that is not valid UTF-8 is one, as in count_characters.
std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t window = std::min<std::size_t>(text.size() - at, 4);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    std::int32_t used = 0;
    UChar32 point = 0;
    U8_NEXT(bytes, used, static_cast<std::int32_t>(window), point);
    if (point < 0) used = 1;
    const std::string_view raw = text.substr(at, static_cast<std::size_t>(used));
    if (raw == "\t") {
      cells.push_back({"    ", 4});
    } else if (point < 0 || obeyed(point)) {
      cells.push_back({std::string{replacement}, 1});
    } else {
      cells.push_back({std::string{raw}, width_of(point)});
    }
    at += static_cast<std::size_t>(used);
  }
  return cells;
}

std::size_t width(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
  std::size_t sum = 0;
  for (std::size_t i = from; i < to && i < cells.size(); ++i) sum += cells[i].width;
  return sum;
}

std::string text_of(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += cells[i].bytes;
  return text;
}

struct Cut {
  std::vector<Cell> cells;
  std::size_t caret = 0;
  std::size_t end = 0;
};

// The line, cut around what is wrong when it is long.
Cut cut_around(std::string_view line, int column, int length) {
  Cut cut{cells_of(line), 0, 0};
  const std::size_t size = cut.cells.size();
  cut.caret = std::min(static_cast<std::size_t>(std::max(column - 1, 0)), size);
  cut.end = std::min(cut.caret + static_cast<std::size_t>(std::max(length, 1)), size);
  if (size <= longest_line) return cut;
  const std::size_t start = std::min(cut.caret > shown_before ? cut.caret - shown_before : 0, size - longest_line);
  const std::size_t stop = start + longest_line;
  const auto nth = [&](std::size_t i) { return cut.cells.begin() + static_cast<std::ptrdiff_t>(i); };
  if (stop < size) *nth(stop - 1) = {std::string{ellipsis}, 1};
  if (start > 0) *nth(start) = {std::string{ellipsis}, 1};
  cut.cells = {nth(start), nth(stop)};
  cut.caret -= start;
  cut.end = std::min(cut.end - start, longest_line);
  return cut;
}

}  // namespace

std::string printable(std::string_view text, std::size_t most) {
  const std::vector<Cell> cells = cells_of(text.substr(0, most * 4 + 4));  // a character has at most four bytes
  std::string out;
  const std::size_t shown = cells.size() > most ? most - 1 : cells.size();
  for (std::size_t i = 0; i < shown; ++i) out += cells[i].width == 4 ? " " : cells[i].bytes;
  return shown < cells.size() ? out.append(ellipsis) : out;
}

std::string excerpt_with_caret(std::string_view line, int column, int length) {
  const Cut cut = cut_around(line, column, length);
  std::string out = "  " + text_of(cut.cells, 0, cut.cells.size()) + '\n';
  if (column < 1) return out;
  const std::size_t marked = std::max<std::size_t>(width(cut.cells, cut.caret, cut.end), 1);
  return out.append("  ").append(width(cut.cells, 0, cut.caret), ' ').append("^").append(marked - 1, '~').append("\n");
}

MarkedLine marked_line(std::string_view line, int column, int length) {
  const Cut cut = cut_around(line, column, length);
  const std::size_t end = column < 1 ? cut.caret : cut.end;
  return {text_of(cut.cells, 0, cut.caret), text_of(cut.cells, cut.caret, end), text_of(cut.cells, end, cut.cells.size())};
}

}  // namespace lagesbild
