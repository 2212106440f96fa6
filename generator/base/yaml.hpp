// Strict YAML: what yaml-cpp lets through is refused here, with a place. No duplicate keys, anchors, aliases, tags, merge keys, second
// documents, complex keys, tabs, NUL or control characters, broken UTF-8, unclosed quotes, or text that the parser silently drops;
// depth and size are limited. A value is text: `012`, `no` and `1_000` stay what was written until somebody asks for a number or a yes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostics.hpp"

namespace lagesbild::yaml {

struct Limits {
  std::size_t bytes = 1U << 20;
  int depth = 16;
};

struct Node;
struct Entry;

struct Node {
  enum class Kind : std::uint8_t { empty, scalar, list, map };  // empty: `key:` with nothing after it
  Kind kind = Kind::empty;
  std::string scalar;
  bool quoted = false;          // '80' or "80" or a block scalar: never a number
  std::vector<Node> items;      // of a list
  std::vector<Entry> entries;   // of a map, in the order of the file
  int line = 0;                 // from 1
  int column = 0;               // from 1, in characters
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  int line = 0;
  int column = 0;
  Node value;
};

struct Document {
  std::string file;             // as it is to be shown
  std::string text;
  Node root;
  Place place(const Node& node) const { return {file, node.line, node.column}; }
  std::string excerpt(int line) const;  // that line of the text
};

// Nothing, and at least one error, when the text is not strict YAML.
std::optional<Document> parse(std::string file, std::string text, Diagnostics& diagnostics, Limits limits = {});

// Reads a map key by key; whoever reads says at the end with `finish()` that nothing else may stand there, and unknown keys are reported
// with "did you mean". Required keys that are missing, and values of the wrong form, are reported when they are asked for, and a
// harmless value is returned, so that one run shows all mistakes. A Reader of something that is not a map reports that once.
// `key:` with nothing after it counts as not there where the key is optional, and as an error where it is required.
class Reader {
 public:
  Reader(const Document& document, const Node& node, Diagnostics& diagnostics);
  explicit operator bool() const { return is_map_; }

  std::string text(std::string_view key);                                   // required, not empty
  std::string text_or(std::string_view key, std::string otherwise);
  bool yes_no(std::string_view key, bool otherwise);                        // ja/nej, yes/no, true/false, unquoted
  // Required. `least` after an error; so with number().
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::int64_t integer_or(std::string_view key, std::int64_t otherwise, std::int64_t least, std::int64_t most);
  double number(std::string_view key, double least, double most);           // required; decimal point
  std::optional<Date> date(std::string_view key);                           // required; nothing after an error
  std::optional<Date> date_or_none(std::string_view key);
  // Required; one of `allowed`, else an error with did-you-mean and the first of them.
  std::string one_of(std::string_view key, std::initializer_list<std::string_view> allowed);
  std::vector<std::string> texts(std::string_view key);                     // a list of scalars; empty when not there
  const Node* list(std::string_view key);                                   // required; null after an error
  const Node* list_or_none(std::string_view key);
  const Node* map(std::string_view key);
  const Node* map_or_none(std::string_view key);
  bool has(std::string_view key) const;

  Place place(std::string_view key) const;  // of the value, or of the map when the key is not there
  // An error at a key's value, with an excerpt.
  void complain(std::string_view key, Code code, std::vector<Argument> arguments = {});
  void finish();

 private:
  const Document& document_;
  const Node& node_;
  Diagnostics& diagnostics_;
  bool is_map_;
  std::vector<std::string> asked_;
  const Node* get(std::string_view key, bool required);
  const Node* get_scalar(std::string_view key, bool required);
  const Node* get_collection(std::string_view key, bool required, Node::Kind kind);
  std::int64_t read_integer(std::string_view key, const Node& value, std::int64_t least, std::int64_t most);
  std::optional<Date> read_date(std::string_view key, const Node* value);
};

}  // namespace lagesbild::yaml
