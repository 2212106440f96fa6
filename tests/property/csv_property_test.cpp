// What is written comes back, in every way of writing it; and no text, however odd, is passed over in silence.
#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "read/csv.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;  // headings first

enum class Quoting { when_needed, always, at_random };
enum class Written { utf8, utf8_with_mark, utf16_little, utf16_big, windows_1252 };

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t limit) { return engine() % limit; }
};

struct Spot {
  int line = 1;
  int column = 1;
};

struct File {
  std::u32string text;
  std::vector<Spot> spots;  // of each cell, row by row
};

std::u32string to_utf32(const std::string& utf8) {
  std::u32string out;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += char32_t{byte};
    } else if (byte >= 0xC0) {
      out += static_cast<char32_t>(byte < 0xE0 ? byte & 0x1FU : byte < 0xF0 ? byte & 0x0FU : byte & 0x07U);
    } else {
      out.back() = (out.back() << 6U) | (byte & 0x3FU);
    }
  }
  return out;
}

std::string to_utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) {
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6)), put(0x80 | (c & 63));
    } else if (c < 0x10000) {
      put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 63)), put(0x80 | (c & 63));
    } else {
      put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 63)), put(0x80 | ((c >> 6) & 63)), put(0x80 | (c & 63));
    }
  }
  return out;
}

std::string random_cell(Random& random) {
  static const std::array<std::string, 24> pieces = {"a", "b", "Z",  "0", "1,5", "å", "Ö",  "é",    "€",  "–", "😀", " ",
                                                     ";", ",", "\t", "\"", "\n", "\r", "\r\n", "\"\"", "=1", ".", "'", "x"};
  std::string cell;
  for (std::size_t length = random.below(6); length > 0; --length) cell += pieces[random.below(pieces.size())];
  return cell;
}

Rows random_rows(Random& random) {
  Rows rows;
  const std::size_t columns = 1 + random.below(5);
  for (std::size_t row = 0, count = 1 + random.below(6); row < count; ++row) {
    Row cells;
    for (std::size_t column = 0; column < columns; ++column) {
      cells.push_back(random_cell(random) + (row == 0 ? "h" + std::to_string(column) : ""));
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

// Of headings the separators too, for they decide which it is; of a single column as well, where no heading can tell.
bool needs_quotes(const Row& row, const std::string& cell, bool heading) {
  if (cell.find_first_of(heading || row.size() == 1 ? ";,\t\"\r\n" : "\"\r\n") != cell.npos) return true;
  return row.size() == 1 && cell.find_first_not_of(" ") == cell.npos;  // else a blank line
}

// Line ends and separators are written here and nowhere else, so the spots are counted independently of the reader.
File write(const Rows& rows, char separator, Quoting quoting, const std::vector<std::string>& ends, Random& random) {
  File file;
  Spot spot;
  const auto put = [&](const std::string& part) {
    const std::u32string text = to_utf32(part);
    for (std::size_t i = 0; i < text.size(); ++i) {
      file.text += text[i];
      ++spot.column;
      if (text[i] == U'\n' || (text[i] == U'\r' && (i + 1 == text.size() || text[i + 1] != U'\n'))) spot = {spot.line + 1, 1};
    }
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (c > 0) put(std::string(1, separator));
      file.spots.push_back(spot);
      const std::string& cell = rows[r][c];
      const bool must = needs_quotes(rows[r], cell, r == 0) || cell.find(separator) != cell.npos;
      if (must || quoting == Quoting::always || (quoting == Quoting::at_random && random.below(2) == 0)) {
        std::string quoted = "\"";
        for (const char ch : cell) quoted += ch == '"' ? "\"\"" : std::string(1, ch);
        put(quoted + "\"");
      } else {
        put(cell);
      }
    }
    const bool last = r + 1 == rows.size();
    if (!last || random.below(2) == 0) put(ends[random.below(ends.size())]);
  }
  return file;
}

std::string utf16(const std::u32string& text, bool little) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    const char low = static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
    out += little ? low : high;
    out += little ? high : low;
  };
  put(0xFEFF);
  for (const char32_t c : text) {
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10U));
      put(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

// Nothing when a character is not in Windows-1252, or when there is none that tells the bytes from UTF-8.
std::optional<std::string> windows_1252(const std::u32string& text) {
  std::string out;
  bool ascii = true;
  for (const char32_t c : text) {
    const char32_t byte = c == U'€' ? 0x80 : c == U'–' ? 0x96 : c;
    if (byte > 0xFF) return std::nullopt;
    ascii = ascii && byte < 0x80;
    out += static_cast<char>(static_cast<unsigned char>(byte));
  }
  if (ascii || out.find("\xD6\x80") != out.npos || out.find("\xD6\x96") != out.npos) return std::nullopt;  // "Ö€", "Ö–" are UTF-8 too
  return out;
}

std::optional<std::string> encode(const std::u32string& text, Written written) {
  switch (written) {
    case Written::utf8: return to_utf8(text);
    case Written::utf8_with_mark: return "\xEF\xBB\xBF" + to_utf8(text);
    case Written::utf16_little: return utf16(text, true);
    case Written::utf16_big: return utf16(text, false);
    case Written::windows_1252: return windows_1252(text);
  }
  return std::nullopt;
}

// The first difference, or "".
std::string difference(const CsvTable& table, const Rows& rows, const File& file) {
  if (table.columns() != rows[0].size() || table.rows() + 1 != rows.size()) return "shape";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string where = std::to_string(r) + "," + std::to_string(c);
      const Place place = r == 0 ? table.heading_place(c) : table.cell_place(r - 1, c);
      const Spot& spot = file.spots[r * rows[0].size() + c];
      if ((r == 0 ? table.heading(c) : table.cell(r - 1, c)) != rows[r][c]) return "cell " + where;
      if (place.line != spot.line || place.column != spot.column) return "place of " + where;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a table written in any way is read back cell by cell, each at its place") {
  const std::vector<std::vector<std::string>> line_ends = {{"\n"}, {"\r\n"}, {"\r"}, {"\n", "\r\n", "\r", "\n\n", "\r\n  \r\n"}};
  Random random{std::mt19937(20240607)};
  std::array<int, 5> read{};
  for (int table = 0; table < 150; ++table) {
    const Rows rows = random_rows(random);
    for (const char separator : {';', '\t', ','}) {
      for (const Quoting quoting : {Quoting::when_needed, Quoting::always, Quoting::at_random}) {
        for (const auto& ends : line_ends) {
          const File file = write(rows, separator, quoting, ends, random);
          for (int way = 0; way < 5; ++way) {
            const auto bytes = encode(file.text, static_cast<Written>(way));
            if (!bytes) continue;
            Diagnostics diagnostics;
            const auto got = parse_csv("t.csv", *bytes, diagnostics);
            const bool warned = static_cast<Written>(way) == Written::windows_1252;
            const std::string wrong = !got || diagnostics.has_errors() || diagnostics.warnings() != (warned ? 1U : 0U)
                                          ? "complaints"
                                          : difference(*got, rows, file);
            ++read[static_cast<std::size_t>(way)];
            if (wrong.empty()) continue;
            CAPTURE(to_utf8(file.text), separator, way, told(diagnostics));
            FAIL(wrong);
          }
        }
      }
    }
  }
  for (const int count : read) CHECK(count > 100);  // every encoding was met
}

TEST_CASE("every short text of difficult characters is a table or an error, and places lie inside the text") {
  const std::string alphabet = "a;\"\n\r,";
  std::size_t texts = 0;
  std::size_t tables = 0;
  for (std::size_t length = 0; length <= 6; ++length) {
    std::vector<std::size_t> digits(length, 0);
    for (bool more = true; more;) {
      std::string text;
      for (const std::size_t digit : digits) text += alphabet[digit];
      ++texts;
      Diagnostics diagnostics;
      const auto table = parse_csv("t.csv", text, diagnostics);
      bool fine = table.has_value() || diagnostics.has_errors();
      for (const Diagnostic& one : diagnostics.all()) fine = fine && one.place.line <= 7 && one.place.column <= 7;
      if (table && !diagnostics.has_errors()) {
        ++tables;
        for (std::size_t row = 0; row < table->rows(); ++row) {
          const Place place = table->cell_place(row, table->columns() - 1);
          fine = fine && place.line >= 2 && place.line <= 7 && place.column <= 7 && table->cell(row, 0).size() <= 6;
        }
      }
      if (!fine) {
        CAPTURE(text, told(diagnostics));
        FAIL("neither table nor error");
      }
      more = false;
      for (std::size_t i = 0; i < length && !more; ++i) {
        digits[i] = (digits[i] + 1) % alphabet.size();
        more = digits[i] != 0;
      }
    }
  }
  CHECK(texts == 55987);  // 1 + 6 + ... + 6^6
  CHECK(tables > 1000);
  CHECK(tables < texts / 2);
}

TEST_CASE("random bytes never come through as text with control characters or lost ones") {
  Random random{std::mt19937(7)};
  const std::string bytes = "a;\n\"\xC3\xA5\xE5\x81\x80\x96\xEF\xBF\xBD\xFE\xFF\x01\x7F";
  std::size_t through = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t length = random.below(12); length > 0; --length) text += bytes[random.below(bytes.size())];
    Diagnostics diagnostics;
    const auto got = decode_text("t.csv", text, diagnostics);
    if (got.has_value() == diagnostics.has_errors()) {
      CAPTURE(text);
      FAIL("text and errors at once, or none of them");
    }
    if (!got) continue;
    ++through;
    const std::u32string characters = to_utf32(got->utf8);
    if (to_utf8(characters) != got->utf8) FAIL("not UTF-8");
    for (const char32_t c : characters) {
      const bool line_or_tab = c == '\t' || c == '\n' || c == '\r';
      const bool bad = c == 0xFFFD || c == 0xFEFF || (c < 0x20 && !line_or_tab) || (c >= 0x7F && c < 0xA0);
      if (bad) FAIL("unfit character");
    }
  }
  CHECK(through > 1000);
}
