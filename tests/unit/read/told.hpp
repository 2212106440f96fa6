// Diagnostics as short lines, "code line:column" with "warning " before a warning, to compare exactly.
#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace lagesbild::read {

inline std::vector<std::string> told(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& one : diagnostics.all()) {
    lines.push_back((one.severity == Severity::warning ? "warning " : "") + std::string(one.code.id) + " " +
                    std::to_string(one.place.line) + ":" + std::to_string(one.place.column));
  }
  return lines;
}

inline std::string argument(const Diagnostic& one, const std::string& name) {
  for (const Argument& argument : one.arguments) {
    if (argument.name == name) return argument.value;
  }
  return "(no argument " + name + ")";
}

using Told = std::vector<std::string>;

}  // namespace lagesbild::read
