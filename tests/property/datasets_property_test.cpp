// How a file is written does not change what it says: order of rows and columns, separator, encoding, line ends, what headings are called,
// CSV or JSON. And of annual reports nothing is left but counts.
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "datasets_support.hpp"
#include "encoded.hpp"
#include "facts_dump.hpp"
#include "made_files.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using test::MadeFile;
using test::Random;
using test::Rows;
using test::Written;

namespace {

constexpr unsigned regions = 40;

enum class Headings { names, any };
enum class Order { kept, any };

struct Way {
  Order order = Order::kept;
  Headings headings = Headings::names;
  char separator = ';';
  std::string line_end = "\n";
  Written written = Written::utf8;
};

Rows shuffled(const Rows& rows, Random& random) {
  std::vector<std::size_t> columns(rows[0].size());
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  random.shuffle(columns);
  std::vector<std::vector<std::string>> below(rows.begin() + 1, rows.end());
  random.shuffle(below);
  Rows out;
  const auto add = [&](const std::vector<std::string>& row) {
    std::vector<std::string>& cells = out.emplace_back();
    for (const std::size_t column : columns) cells.push_back(row[column]);
  };
  add(rows[0]);
  for (const auto& row : below) add(row);
  return out;
}

// Something that the field may be called, in some case.
std::string called(const model::Field& field, Random& random) {
  std::vector<std::string> all{field.name, field.title.sv, field.title.en};
  all.insert(all.end(), field.aliases.begin(), field.aliases.end());
  std::string heading = all[random.below(all.size())];
  if (random.one_in(3)) {
    for (char& c : heading) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return random.one_in(3) ? " " + heading + "  " : heading;
}

Rows written_rows(const MadeFile& file, const Way& way, Random& random) {
  Rows rows = way.order == Order::any ? shuffled(file.rows, random) : file.rows;
  const model::Dataset& described = shipped_description(file.form);
  for (std::string& heading : rows[0]) {
    if (way.headings == Headings::any) heading = called(described.fields[described.find(heading).value()], random);
  }
  for (auto& row : rows) {
    for (std::string& cell : row) {
      for (std::size_t at = cell.find('\n'); at != std::string::npos; at = cell.find('\n', at + way.line_end.size())) {
        cell.replace(at, 1, way.line_end);
      }
    }
  }
  return rows;
}

// Nothing where the encoding lacks a character.
std::optional<std::string> written(const MadeFile& file, const Way& way, Random& random) {
  return encode(test::to_utf32(test::written_csv(written_rows(file, way, random), way.separator, way.line_end)), way.written);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? "\\" + std::string{c} : c == '\n' ? "\\n" : std::string{c};
  return out + "\"";
}

// Numbers with and without quotation marks, and nothing in all the ways of saying it.
std::string written_json(const MadeFile& file, Random& random) {
  const Rows rows = written_rows(file, {Order::any, Headings::any}, random);
  std::string text = "[";
  for (std::size_t r = 1; r < rows.size(); ++r) {
    text += r == 1 ? "\n  {" : ",\n  {";
    std::string between;
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& cell = rows[r][c];
      if (cell.empty() && r > 1 && random.one_in(3)) continue;
      const bool bare = cell == "0" || (!cell.empty() && cell[0] != '0' && cell.find_first_not_of("0123456789") == std::string::npos);
      text += between + quoted(rows[0][c]) + ": ";
      text += cell.empty() && random.one_in(2) ? "null" : bare && random.one_in(2) ? cell : quoted(cell);
      between = ", ";
    }
    text += "}";
  }
  return text + "\n]\n";
}

// What the files say; when there is anything wrong with them, that.
std::string said(DatasetRead read) {
  if (!read.diagnostics().has_errors()) return test::dump(read.facts());
  std::string wrong;
  for (const std::string& one : read.told_fully()) wrong += "wrong: " + one + "\n";
  return wrong;
}

// As they were made.
std::string said(const std::vector<MadeFile>& files) {
  DatasetRead read;
  for (const MadeFile& file : files) read.file(file.dataset, test::written_csv(file.rows));
  return said(read);
}

// How many lines of a dump begin so.
std::size_t count_of(const std::string& dump, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = dump.find(what + "|"); at != std::string::npos; at = dump.find(what + "|", at + 1)) {
    if (at == 0 || dump[at - 1] == '\n') ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("made-up files hold something of every dataset, and nothing wrong") {
  std::string all;
  for (unsigned seed = 0; seed < regions; ++seed) {
    Random random{seed};
    all += said(test::MadeFiles{random}.files);
  }
  for (const char* what : {"unit", "review", "finding", "reports", "answers", "survey", "statement", "benchmark", "aggregate", "count",
                           "measure", "event", "example", "comment", "delivery"}) {
    CAPTURE(what);
    CHECK(count_of(all, what) >= regions);
  }
  CHECK(all.find("wrong: ") == std::string::npos);
}

TEST_CASE("the facts are the same however the files are written") {
  const std::vector<std::string> ends{"\n", "\r\n", "\r"};
  std::array<int, 5> read{};
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const std::vector<MadeFile> files = test::MadeFiles{random}.files;
    const std::string expected = said(files);
    for (int i = 0; i < 5; ++i) {
      const Way way{Order::any, Headings::any, ";,\t"[random.below(3)], ends[random.below(3)], static_cast<Written>(i)};
      CAPTURE(i, way.separator, way.line_end.size());
      DatasetRead other;
      for (const MadeFile& file : files) {
        auto bytes = written(file, way, random);
        if (bytes) ++read[static_cast<std::size_t>(i)];
        else bytes = written(file, {way.order, way.headings, way.separator, way.line_end, Written::utf8}, random);
        other.file(file.dataset, *bytes);
      }
      REQUIRE(said(other) == expected);
    }
  }
  for (const int files : read) CHECK(files > 200);
}

TEST_CASE("the facts are the same from JSON") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const std::vector<MadeFile> files = test::MadeFiles{random}.files;
    DatasetRead other;
    for (const MadeFile& file : files) {
      const bool empty = file.rows.size() == 1;  // JSON then has no headings
      other.file(file.dataset, empty ? test::written_csv(file.rows) : written_json(file, random));
    }
    REQUIRE(said(other) == said(files));
  }
}

TEST_CASE("the facts are the same in whatever order the files are listed, and when a file is cut in two") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const std::vector<MadeFile> files = test::MadeFiles{random}.files;
    std::vector<MadeFile> parts;
    for (const MadeFile& file : files) {
      Rows first{file.rows[0]}, second{file.rows[0]};
      for (std::size_t row = 1; row < file.rows.size(); ++row) (random.one_in(2) ? first : second).push_back(file.rows[row]);
      parts.push_back({file.dataset, file.form, first});
      parts.push_back({file.dataset, file.form, second});
    }
    random.shuffle(parts);
    REQUIRE(said(parts) == said(files));
  }
}

TEST_CASE("counts of annual reports are those that one gets by counting, for every small file") {
  // Every file of up to three reports with two questions: each answered yes, no or not at all, in one of two years.
  const std::vector<std::string> answers{"ja", "nej", ""};
  const std::size_t kinds = 2 * 3 * 3;
  for (std::size_t reports = 0; reports <= 3; ++reports) {
    std::size_t files = 1;
    for (std::size_t i = 0; i < reports; ++i) files *= kinds;
    for (std::size_t number = 0; number < files; ++number) {
      Rows rows{{"unit_id", "year", "individual_plan", "library_access"}};
      std::map<std::string, int> expected;
      for (std::size_t i = 0, rest = number; i < reports; ++i, rest /= kinds) {
        const std::string year = rest % 2 == 0 ? "2024" : "2025", plan = answers[rest / 2 % 3], library = answers[rest / 6 % 3];
        rows.push_back({"E1", year, plan, library});
        ++expected["reports|E1|" + year];
        if (!plan.empty()) ++expected["answers|E1|" + year + "|individual_plan|" + (plan == "ja" ? "1" : "0")];
        if (!library.empty()) ++expected["answers|E1|" + year + "|library_access|" + (library == "ja" ? "1" : "0")];
      }
      std::string lines;
      for (const auto& [key, count] : expected) lines += key + "|" + std::to_string(count) + "|\n";
      std::string seen = said(DatasetRead{}.units("unit_id;name\nE1;Alfa\n").file("annual_reports", test::written_csv(rows)));
      std::string kept;
      for (std::size_t at = 0, end = 0; at < seen.size(); at = end + 1) {
        end = seen.find('\n', at);
        const std::string line = seen.substr(at, end - at + 1);
        if (line.starts_with("reports|") || line.starts_with("answers|")) kept += line;
      }
      if (kept != lines) FAIL(kept + "instead of\n" + lines);
    }
  }
}

TEST_CASE("nothing about who answered two questions of an annual report alike is left in the facts") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    std::vector<MadeFile> files = test::MadeFiles{random}.files;
    const std::string expected = said(files);
    for (MadeFile& file : files) {
      if (file.dataset != "annual_reports") continue;
      // Answers change places between reports of the same unit (the year is that of the file), each question by itself.
      for (std::size_t column = 2; column < file.rows[0].size(); ++column) {
        for (std::size_t i = 1; i < file.rows.size(); ++i) {
          const std::size_t other = 1 + random.below(file.rows.size() - 1);
          if (file.rows[i][0] == file.rows[other][0]) std::swap(file.rows[i][column], file.rows[other][column]);
        }
      }
    }
    REQUIRE(said(files) == expected);
  }
}
