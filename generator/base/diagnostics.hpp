// What is wrong with what a person wrote: gathered, never thrown, all of it shown at once. A diagnostic holds a code and named
// arguments, not a sentence: the sentence is in content/common/text/messages/<stage>.yaml, in Swedish and English.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lagesbild {

enum class Severity : std::uint8_t { error, warning };

// The name of a message, such as "csv-unclosed-quote". Declared once, in <stage>/codes.hpp.
struct Code {
  std::string_view id;
  friend bool operator==(Code, Code) = default;
};

// Where in a file. Line and column count from 1; a column counts characters (code points), as an editor does. 0: not known.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
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
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Code code, Place place, std::vector<Argument> arguments = {}, std::string excerpt = {}, int length = 1);
  void warning(Code code, Place place, std::vector<Argument> arguments = {}, std::string excerpt = {}, int length = 1);
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
