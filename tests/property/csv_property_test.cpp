// What is written comes back, in every way of writing it; and no text, however odd, is passed over in silence.
#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "encoded.hpp"
#include "read/csv.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using test::encode;
using test::to_utf32;
using test::to_utf8;
using test::Written;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;  // headings first

enum class Quoting { when_needed, always, at_random };

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
