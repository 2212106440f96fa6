// Holds templates against the structs of view/: every name in a template is a field of the struct in whose section it stands, of the
// right kind, and every field is shown by some template. A struct may serve several pages: a field that one of them shows is used.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/mustache.hpp"

namespace lagesbild::render {

// What a template may know, taken from a described struct (bind.hpp: shape_of).
struct Shape {
  enum class Kind : std::uint8_t { text, html, yes_no, object, list, optional };
  struct Entry {
    std::string_view name;
    Kind kind;
    std::string_view meaning;
    std::vector<Shape> inner;  // of an object, list or optional: one
  };
  const void* type = nullptr;  // which struct
  std::vector<Entry> entries;
};

class Contract {
 public:
  // Every name in the template that is no field where it stands, or one of another kind.
  void check(const Template& page, const Shape& shape, Diagnostics& diagnostics);
  // Fields that no template checked so far shows; at the file of the first one that could.
  void report_unused(Diagnostics& diagnostics) const;

 private:
  struct Use {
    std::string file;
    std::string name;
    std::string meaning;
    bool used = false;
  };
  std::vector<Use> uses_;
  std::map<std::pair<const void*, std::string_view>, std::size_t> index_;

  void expect(const Shape& shape, const std::string& file, const std::string& inside);
};

}  // namespace lagesbild::render
