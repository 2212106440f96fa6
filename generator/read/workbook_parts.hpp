// What surrounds the sheets of a workbook: which sheets there are, where each one is kept, and the strings that cells share. Parts are
// found through relationships: names such as xl/worksheets/sheet1.xml are a habit of Excel's only, and sheet1 need not be the first sheet.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/workbook_styles.hpp"
#include "read/workbook_xml.hpp"

namespace lagesbild::read {

struct Sheet {
  enum class Shown : std::uint8_t { yes, no };
  std::string name;
  Shown shown = Shown::yes;
  std::string part;  // empty: it is no table but a chart or a macro
};

struct WorkbookParts {
  enum class Formulas : std::uint8_t { computed, not_computed };
  std::vector<Sheet> sheets;  // in the order of the tabs
  std::string styles;         // part; empty when there is none
  std::string strings;        // part; empty when there is none
  DateSystem dates = DateSystem::from_1900;
  Formulas formulas = Formulas::computed;  // not: the program that wrote the file left that to Excel
};

// Nothing when there was an error, and it has been told; also for a package that is something else than a workbook with XML in it.
std::optional<WorkbookParts> read_workbook_parts(Package& package);

// The text of an element with <t>, or with runs of <r><t> that are joined; what shows how it is pronounced is left out.
class RichText {
 public:
  void start(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);
  void text(std::string_view piece) { if (taking_) text_ += piece; }
  std::string take();  // what has been read, and a new beginning

 private:
  enum class Blanks : std::uint8_t { dropped, kept };
  std::string text_;
  std::size_t run_ = 0;  // where in text_ the <t> begins
  Blanks blanks_ = Blanks::dropped;
  bool taking_ = false;
  bool phonetic_ = false;
};

// Text in cells has characters that XML cannot hold, and some that it can, as _x000D_.
std::string without_escapes(std::string_view text);

struct SharedStrings {
  std::string text;                 // one after the other
  std::vector<std::uint32_t> ends;  // in text
};

// Nothing when there was an error, and it has been told.
std::optional<SharedStrings> read_shared_strings(Package& package, const std::string& part);

}  // namespace lagesbild::read
