// One pass over one file of the site. The HTML must be of the strict kind that we write ourselves: lower case, double quotes, everything
// closed in its turn. What a browser would repair in silence is an error here, because then nobody knows what a reader sees.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "check/elements.hpp"
#include "check/link_index.hpp"

namespace lagesbild::check {

class Scan {
 public:
  enum class Kind : std::uint8_t { page, drawing };

  Scan(Diagnostics& diagnostics, LinkIndex& links) : diagnostics_(diagnostics), links_(links) {}
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;
  // Both: the file is the one that the index was started with.
  void markup(std::string_view text, Kind kind);
  void css(std::string_view text);

 private:
  struct Open {
    const Element* element;
    std::string_view name;   // as written: where it was opened
    std::uint64_t head;      // of the name
    bool needs_name = false; // <svg role="img"> without a name so far
  };
  struct Given {
    Attribute what;
    std::uint64_t head;  // of the name
    std::string_view name;
    std::string_view value;
  };
  struct Reference {
    std::string_view written;   // the link or the id, in the text
    std::string_view attribute; // empty: a link
    std::uint64_t id;
  };
  enum class Loads : std::uint8_t { no, yes };           // does the browser fetch it by itself?
  enum class Braces : std::uint8_t { suspicious, usual };

  // characters.cpp
  void bytes(Braces braces);
  std::size_t odd_byte(std::size_t at, Braces braces);
  void entity();

  // scan.cpp: tags and what they enclose
  void begin(std::string_view text);
  const char* skip_to_markup(const char* from) const;
  const char* skip_value(const char* from) const;
  void prolog();
  void text_run();
  void markup_declaration();
  void end_tag();
  void start_tag();
  std::string_view read_name(std::uint64_t& head);
  bool closes_last();
  bool read_attributes(std::string_view element, bool& closed);
  bool read_attribute(std::string_view element);
  void skip_tag();
  void push(const Element& element, std::string_view name, std::uint64_t head, bool needs_name);
  void pop();
  void unclosed(const Open& open);
  void raw_text(std::string_view name);

  // rules.cpp: what elements and attributes must and may not be
  void outside(std::string_view at, std::string seen);
  void nesting(const Element& element, std::string_view name);
  void text_node(const char* from, const char* to);
  bool element_rules(const Element& element, std::string_view name);
  bool tag_rules(Tag tag, std::string_view name);
  void heading(int level, std::string_view name);
  void attribute_rules(const Element& element, Loads loads);
  void drawing_value(const Given& given);
  void add_id(const Given& given);
  void add_references(const Given& given);
  void whole_page();
  const Given* given(Attribute what) const;
  Loads loads(const Element& element) const;

  // links.cpp
  void link(const Given& given, Loads loads);
  void link(std::string_view value, Loads loads);  // not empty, a part of the text
  void link_scheme(std::string_view value, std::string_view link, Loads loads);
  void link_to(std::string_view value, std::string_view path, std::optional<std::string_view> anchor, Loads loads);
  void link_set(std::string_view value);
  void check_references();

  bool in_drawing() const { return drawings_ > 0; }
  std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - begin_); }
  void error(Code code, std::string_view at, std::vector<Argument> arguments = {});
  void error(Code code, const char* at, std::vector<Argument> arguments = {}) { error(code, {at, 1}, std::move(arguments)); }
  void error_on_page(Code code, std::vector<Argument> arguments = {});

  Diagnostics& diagnostics_;
  LinkIndex& links_;
  Kind kind_ = Kind::page;
  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  Cursor error_cursor_;
  std::string folder_;  // of the file
  std::vector<Open> open_;
  std::array<std::uint16_t, most_elements> open_count_{};  // by element
  std::uint32_t drawings_ = 0, paragraphs_ = 0;  // of those open
  bool upper_case_ = false;   // in the name just read
  std::vector<Given> given_;  // of the tag just read
  HashSet ids_;
  std::vector<std::string_view> id_names_;
  std::vector<Reference> references_;
  std::string target_, decoded_, anchor_;
  int h1_ = 0, last_heading_ = 1, mains_ = 0;
  bool has_title_ = false;
};

}  // namespace lagesbild::check
