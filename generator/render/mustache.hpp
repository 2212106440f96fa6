// Strict Mustache on top of kainjow's: what that library lets pass in silence is an error with a place here. Passes the core of the
// public specification. Templates are read and parsed once; partials are flattened into the text at load (one nobody can inline,
// a partial that includes itself, is refused); a parsed template may be rendered from many threads, because no render of it can fail
// inside the library.
#pragma once
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::render {

// What a template may be given: text, yes/no, a list, or named values. Numbers, null and pointers do not compile: view/ writes numbers
// as a reader should see them.
class Value;

// `{{text.some.key}}` is replaced, escaped, at load by what this returns; nothing is an error at that place ({key} is "some.key").
using TextLookup = std::function<std::optional<std::string>(std::string_view key)>;

struct Source {
  std::string file;  // as it is to be shown in messages
  std::string text;
};

class Template;   // parsed, immutable
class TemplateSet;  // all templates of a site in one language, by name without ending: "pages/unit", "partials/grade_cell"

}  // namespace lagesbild::render
