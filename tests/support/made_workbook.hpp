// Workbooks made by hand for tests: parts as text, zipped as they are, so that anything a program or a person might do wrong can be made.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace lagesbild::test {

struct Part {
  std::string name;
  std::string bytes;
};
using Parts = std::vector<Part>;

// From a text such as "=== xl/workbook.xml\n<workbook>...\n=== ...": what is below each such line, up to the next one, is a part.
Parts parts_in(const std::string& text);

enum class Packing { deflated, stored };
std::string zipped(const Parts& parts, Packing packing = Packing::deflated);  // the same bytes every time
Parts unzipped(const std::string& bytes);

struct MadeSheet {
  std::string name = "Blad1";
  std::string rows = {};    // what is inside <sheetData>
  std::string after = {};   // what comes after it, such as <mergeCells>
  std::string state = {};   // hidden, veryHidden
};

struct MadeWorkbook {
  std::vector<MadeSheet> sheets = {};
  std::vector<std::string> strings = {};  // what is inside each <si>
  std::vector<std::string> formats = {};  // codes of number formats: style 1 is the first
  std::string properties = {};            // attributes of <workbookPr>
  std::string more = {};                  // what is at the end of <workbook>
};

Parts parts_of(const MadeWorkbook& workbook);
inline std::string made(const MadeWorkbook& workbook) { return zipped(parts_of(workbook)); }
// One sheet with these rows.
inline std::string made(const std::string& rows) { return made(MadeWorkbook{.sheets = {{.rows = rows}}}); }

std::string xml_escaped(const std::string& text);
// <row> with inline strings, "-" for no cell.
std::string text_row(const std::vector<std::string>& cells);

}  // namespace lagesbild::test
