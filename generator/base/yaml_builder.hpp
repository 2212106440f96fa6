// Builds our tree from the events of yaml-cpp, and follows the source text beside them: every character between two events must be one
// that the structure needs. So whatever the parser drops or makes up is seen. Included only by yaml*.cpp.
#pragma once
#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/yaml.hpp"
#include "base/yaml_source.hpp"

namespace lagesbild::yaml {

struct Stop {};  // thrown through yaml-cpp when going on is of no use; parse() catches it

bool forgot_blank(std::string_view plain);  // `name:value`, but not `http://...` or `12:30`

class Builder final : public YAML::EventHandler {
 public:
  Builder(Source& source, Limits limits, Diagnostics& diagnostics) : source_(source), limits_(limits), diagnostics_(diagnostics) {}
  Node take() { return std::move(root_); }
  std::size_t cursor() const { return cursor_; }  // the end of what has been understood
  // Offset of the innermost bracket that is still open, or nothing.
  std::optional<std::size_t> open_bracket() const;
  bool following() const { return following_; }
  std::size_t errors() const { return errors_; }
  void refuse(Code code, std::size_t offset, std::size_t bytes, std::vector<Argument> arguments = {});
  void finish();  // what stands after the document

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close('}'); }

 private:
  struct Frame {
    Node* node;
    bool bracketed;           // [ ] or { }
    bool one_pair;            // [a: 1]: a map without braces in a list with brackets
    int indent;               // column of the first character, in bytes
    std::size_t start;
    std::size_t members = 0;  // items or keys so far
    bool has_key = false;     // a key waits for its value
    std::size_t key_start = 0;
    std::size_t last_dash = 0;
    std::unordered_map<std::string, std::pair<int, int>> seen{};
  };

  bool expects_key() const;
  void lose(std::size_t offset);
  void skip_blank();
  void consume(char indicator);
  void before_node();
  bool refuse_properties(std::size_t at, YAML::anchor_t anchor, const std::string& tag);
  std::size_t arrive(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag);
  bool outdented(std::size_t at, int column) const;
  Node& place_node(Node node);
  void place_key(std::size_t at, const std::string& key, bool quoted);
  void open(Node::Kind kind, const YAML::Mark& mark, std::size_t at, YAML::EmitterStyle::value style);
  void close(char bracket);
  std::size_t null_word(std::size_t at) const;
  void missing_colon();
  void check_value(std::size_t at, std::size_t end, const std::string& value, bool plain);
  void check_plain(std::size_t at, std::size_t end, const std::string& value);
  void check_quoted(std::size_t at, std::size_t end);
  std::size_t scalar_end(std::size_t at, bool plain, const std::string& value);
  std::size_t plain_end(std::size_t at, std::string_view value) const;
  std::size_t quoted_end(std::size_t at) const;
  std::size_t block_end(std::size_t at, int parent) const;

  Source& source_;
  Limits limits_;
  Diagnostics& diagnostics_;
  Node root_;
  std::vector<Frame> stack_;
  std::size_t cursor_ = 0;
  bool following_ = true;  // false once the cursor cannot be trusted: one mistake must not be told twice
  std::size_t refused_at_ = std::string::npos;
  std::size_t errors_ = 0;
};

}  // namespace lagesbild::yaml
