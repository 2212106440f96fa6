// Diagnostics as lines, "file:line:column code" with "warning " before a warning, to compare exactly.
#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::test {

using Told = std::vector<std::string>;

inline Told told_fully(const Diagnostics& diagnostics) {
  Told lines;
  for (const Diagnostic& one : diagnostics.all()) {
    lines.push_back((one.severity == Severity::warning ? "warning " : "") + one.place.file + ":" + std::to_string(one.place.line) + ":" +
                    std::to_string(one.place.column) + " " + std::string(one.code.id));
  }
  return lines;
}

inline std::string argument_of(const Diagnostics& diagnostics, std::size_t index, const std::string& name) {
  if (index >= diagnostics.all().size()) return "(no diagnostic)";
  for (const Argument& argument : diagnostics.all()[index].arguments) {
    if (argument.name == name) return argument.value;
  }
  return "(no argument " + name + ")";
}

}  // namespace lagesbild::test
