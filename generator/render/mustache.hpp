// Strict Mustache on top of kainjow's: what that library lets pass in silence is an error with a place here. Passes the core of the
// public specification. Templates are read and parsed once, partials flattened into them. Inside a section of a list or an object a
// name is looked up in that item only; what a row needs of the whole page is a field of the page whose name starts with page_.
#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"

namespace kainjow::mustache {
template <class Text>
class basic_data;
}

namespace lagesbild::render {

using Data = kainjow::mustache::basic_data<std::string>;  // the library's tree; pages fill theirs by bind.hpp

template <class T>
concept TextLike = std::same_as<std::decay_t<T>, std::string> || std::same_as<std::decay_t<T>, std::string_view> ||
                   std::same_as<std::decay_t<T>, const char*>;

// What a template may be given: text, yes/no, a list, or named values. Numbers, null and pointers do not compile: view/ writes numbers
// as a reader should see them.
class Value {
 public:
  using List = std::vector<Value>;
  using Object = std::map<std::string, Value, std::less<>>;
  template <TextLike T>
  Value(T&& text) : state_(std::string(std::forward<T>(text))) {}  // NOLINT: to be written as plain text
  template <std::same_as<bool> T>
  Value(T yes) : state_(yes) {}  // NOLINT
  Value(List list) : state_(std::move(list)) {}  // NOLINT
  Value(Object object) : state_(std::move(object)) {}  // NOLINT
  Data data() const;

 private:
  std::variant<std::string, bool, List, Object> state_;
};

// `{{text.some.key}}` is replaced, escaped, at load by what this returns; nothing is an error at that place.
using TextLookup = std::function<std::optional<std::string>(std::string_view key)>;

struct Source {
  std::string file;  // as it is to be shown in messages
  std::string text;
};
using Sources = std::vector<std::pair<std::string, Source>>;  // by name without ending: "pages/unit", "partials/grade_cell"

// specification: a missing name or partial is nothing, names are found further out, a partial may include itself. For its tests.
enum class Rules : std::uint8_t { site, specification };
// collapse: indentation and empty lines go, except in <pre> and <textarea>; a line end always stays, so HTML means the same.
enum class Blanks : std::uint8_t { keep, collapse };
struct Options {
  Rules rules = Rules::site;
  Blanks blanks = Blanks::keep;
};

// Parsed, immutable, to be rendered from any number of threads. Cheap to copy.
class Template {
 public:
  struct Parsed;
  explicit Template(std::shared_ptr<const Parsed> parsed) : parsed_(std::move(parsed)) {}
  // One template on its own. Nothing, and at least one error, when it is wrong.
  static std::optional<Template> parse(Source source, Sources partials, Diagnostics& diagnostics, Options options = {});
  const Parsed& parsed() const { return *parsed_; }

 private:
  std::shared_ptr<const Parsed> parsed_;
};

// Renders into memory that it keeps from page to page. One a thread.
class Renderer {
 public:
  Renderer();
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  // The page, until the next call. A name without a value, or a value of the wrong kind, is an error at its tag, once a tag; the page
  // is then not fit for use. The characters U+0001-U+0007 of values do not survive.
  std::string_view render(const Template& page, const Data& data, Diagnostics& diagnostics);
  std::string_view render(const Template& page, const Value& value, Diagnostics& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lagesbild::render
