// What is wrong with what a person wrote: gathered, never thrown, all of it shown at once. A diagnostic holds a code and named
// arguments, not a sentence: the sentence is in content/common/text/messages/<stage>.yaml, in Swedish and English.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lagesbild {

enum class Severity : std::uint8_t { error, warning };

// The name of a message, such as "csv-unclosed-quote". Declared once, in <stage>/codes.hpp.
struct Code {
  std::string_view id;
  friend bool operator==(Code, Code) = default;
};

// Where in a file. Line and column count from 1; a column counts characters (code points), as an editor does. 0: not known.
// In a workbook, where people have no lines, `cell` is shown instead; line is the row then, and column a place in the excerpt.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  std::string cell = {};  // Enheter!C5; otherwise empty
  friend bool operator==(const Place&, const Place&) = default;
};

struct Argument {
  std::string name;   // as in {name} of the message
  std::string value;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Code code;
  Place place;
  std::vector<Argument> arguments;
  std::string excerpt;  // the line of the source; empty when there is none to show
  int length = 1;       // characters to underline from place.column
  Place other = {};     // the second place of a disagreement between two rows or files; no file: there is none
  std::string heading = {};  // of the column, where the place is a cell of a table with headings
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Code code, Place place, std::vector<Argument> arguments = {}, std::string excerpt = {}, int length = 1);
  void warning(Code code, Place place, std::vector<Argument> arguments = {}, std::string excerpt = {}, int length = 1);
  // The same row or the same thing somewhere else, shown after the last one that was added.
  void see_also(Place other) { if (!all_.empty()) all_.back().other = std::move(other); }
  // Appends all of `other`, in its order.
  void merge(Diagnostics other);
  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return all_.size() - errors_; }
  bool empty() const { return all_.empty(); }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace lagesbild
