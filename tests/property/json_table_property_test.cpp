// The same table as JSON, however it is laid out, and as CSV has the same cells; places are where the writer put them; and no text is
// passed over in silence.
#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "read/csv.hpp"
#include "read/json_table.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;  // headings first

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t limit) { return engine() % limit; }
  bool coin() { return below(2) == 0; }
};

struct Spot {
  int line = 1;
  int column = 1;
};

// Writes and counts lines and characters on the way.
struct Writer {
  std::string text;
  Spot spot;
  void put(const std::string& part) {
    for (const char c : part) {
      text += c;
      if (c == '\n') {
        spot = {spot.line + 1, 1};
      } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        ++spot.column;
      }
    }
  }
};

std::string random_cell(Random& random) {
  static const std::array<std::string, 22> pieces = {"a", "Z", "0", "12", "-3.90", "1,5", "true", "null", "å", "Ö", "é",
                                                     "–", "😀", " ", ";", "\"", "\\", "\n", "\t", "/", "{}", "[,:]"};
  std::string cell;
  for (std::size_t length = random.below(4); length > 0; --length) cell += pieces[random.below(pieces.size())];
  return cell;
}

Rows random_rows(Random& random) {
  Rows rows(1 + random.below(6));
  const std::size_t columns = 1 + random.below(5);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      rows[row].push_back(random_cell(random) + (row == 0 ? "h" + std::to_string(column) : ""));
    }
  }
  return rows;
}

std::string as_csv(const Rows& rows) {
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      text += column > 0 ? ";\"" : "\"";
      for (const char c : row[column]) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

std::string quoted(const std::string& cell, Random& random) {
  std::string text = "\"";
  for (const char c : cell) {
    const bool must = c == '"' || c == '\\' || c == '\n' || c == '\t';
    if (!must && c != '/' && (static_cast<unsigned char>(c) >= 0x80 || random.below(8) > 0)) {
      text += c;
    } else if (random.coin()) {
      static const std::string hexadecimal = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      text += std::string("\\u00") + hexadecimal[byte / 16U] + hexadecimal[byte % 16U];
    } else {
      text += c == '\n' ? "\\n" : c == '\t' ? "\\t" : must || c == '/' ? std::string("\\") + c : std::string(1, c);
    }
  }
  return text + '"';
}

// As a string, or as the plain value that reads the same.
std::string value(const std::string& cell, Random& random) {
  static const std::array<std::string, 5> plain = {"0", "12", "-3.90", "true", "false"};
  if (cell.empty() && random.coin()) return random.coin() ? "null" : "[ ]";
  if (std::find(plain.begin(), plain.end(), cell) != plain.end() && random.coin()) return cell;
  return quoted(cell, random);
}

struct File {
  Writer out;
  std::vector<std::vector<Spot>> spots;  // row by row, headings first
};

File as_json(const Rows& rows, Random& random) {
  static const std::array<std::string, 6> blanks = {"", " ", "\n", "\n  ", "\t", "\r\n"};
  File file;
  Writer& out = file.out;
  const auto put = [&](const std::string& token) {
    out.put(blanks[random.below(blanks.size())]);
    const Spot spot = out.spot;
    out.put(token);
    return spot;
  };
  const bool wrapped = random.coin();
  if (wrapped) put("{"), put("\"rader\""), put(":");
  put("[");
  file.spots.resize(rows.size(), std::vector<Spot>(rows[0].size()));
  for (std::size_t row = 1; row < rows.size(); ++row) {
    if (row > 1) put(",");
    const Spot start = put("{");
    std::vector<std::size_t> order(rows[0].size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (row > 1) std::shuffle(order.begin(), order.end(), random.engine);
    bool first = true;
    for (const std::size_t column : order) {
      file.spots[row][column] = start;
      if (row > 1 && rows[row][column].empty() && random.coin()) continue;  // it is not there
      if (!std::exchange(first, false)) put(",");
      const Spot name = put(quoted(rows[0][column], random));
      if (row == 1) file.spots[0][column] = name;
      put(":");
      file.spots[row][column] = put(value(rows[row][column], random));
    }
    put("}");
  }
  put("]");
  if (wrapped) put("}");
  put("");
  return file;
}

// The first difference, or "".
std::string difference(const Grid& json, const Grid& csv, const File& file) {
  if (json.columns() != csv.columns() || json.rows() != csv.rows()) return "shape";
  const auto is = [](const Place& place, const Spot& spot) { return place.line == spot.line && place.column == spot.column; };
  for (std::size_t column = 0; column < json.columns(); ++column) {
    if (json.heading(column) != csv.heading(column)) return "heading " + std::to_string(column);
    if (!is(json.heading_place(column), file.spots[0][column])) return "place of heading " + std::to_string(column);
    for (std::size_t row = 0; row < json.rows(); ++row) {
      const std::string where = std::to_string(row) + "," + std::to_string(column);
      if (json.cell(row, column) != csv.cell(row, column)) return "cell " + where;
      if (!is(json.cell_place(row, column), file.spots[row + 1][column])) return "place of " + where;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a table written as JSON in any way and as CSV has the same cells, each at its place") {
  Random random{std::mt19937(20261122)};
  int compared = 0;
  for (int table = 0; table < 4'000; ++table) {
    const Rows rows = random_rows(random);
    if (rows.size() == 1) continue;  // JSON has no headings without rows
    const File file = as_json(rows, random);
    Diagnostics diagnostics;
    const auto json = parse_json("t.json", file.out.text, diagnostics);
    const auto csv = parse_csv("t.csv", as_csv(rows), diagnostics);
    const std::string wrong = !json || !csv || !diagnostics.empty() ? "complaints" : difference(*json, *csv, file);
    ++compared;
    if (wrong.empty()) continue;
    CAPTURE(file.out.text, told(diagnostics));
    FAIL(wrong);
  }
  CHECK(compared > 3'000);
}

TEST_CASE("JSON cut anywhere, or with any byte changed, is a table or an error, placed inside the text") {
  Random random{std::mt19937(5)};
  const std::string good = "{\"rader\": [\n  {\"a\": \"x\\u00e5\\n\", \"b\": [1, \"y\"]},\n  {\"b\": -1.5e2, \"c\": null, \"a\": true}\n]}";
  const std::string bytes = "{}[],:\"\\x019-.eutn \n\t'/\xC3\xA5";
  int errors = 0;
  for (std::size_t i = 0; i < 40'000; ++i) {
    std::string text = good.substr(0, i);  // all of it, from some time on
    for (std::size_t changes = i % 4; changes > 0 && !text.empty(); --changes) {
      const std::size_t at = random.below(text.size());
      if (random.coin()) {
        text[at] = bytes[random.below(bytes.size())];
      } else {
        text.insert(at, 1, bytes[random.below(bytes.size())]);
      }
    }
    Diagnostics diagnostics;
    const auto grid = parse_json("t.json", text, diagnostics);
    bool fine = grid != nullptr || diagnostics.has_errors();
    for (const Diagnostic& one : diagnostics.all()) fine = fine && one.place.line <= 12 && one.place.column <= 90 && one.length >= 1;
    errors += diagnostics.has_errors() ? 1 : 0;
    if (fine) continue;
    CAPTURE(text, told(diagnostics));
    FAIL("neither table nor error");
  }
  CHECK(errors > 20'000);
}
