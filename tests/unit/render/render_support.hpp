// Diagnostics as short lines, to compare whole lists of them.
#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace render_support {

// "file:line:column code name=value ..."
inline std::vector<std::string> told(const lagesbild::Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const lagesbild::Diagnostic& one : diagnostics.all()) {
    std::string line = one.place.file + ":" + std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + " ";
    line += one.code.id;
    for (const lagesbild::Argument& argument : one.arguments) line += " " + argument.name + "=" + argument.value;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace render_support
