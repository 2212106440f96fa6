// What is wrong with a YAML file before and after yaml-cpp has its say: bytes that it would let through, and its own complaints in our
// words. Included only by yaml*.cpp.
#pragma once
#include <yaml-cpp/exceptions.h>

#include <string>

#include "base/yaml_builder.hpp"

namespace lagesbild::yaml {

// The text with BOM off and line ends plain, or nothing and an error: not UTF-8, control characters, tabs.
std::optional<std::string> clean(const std::string& file, const std::string& bytes, Diagnostics& diagnostics, Limits limits);

// Says what the parser stumbled on.
void explain(const YAML::Exception& trouble, Source& source, Builder& builder);

}  // namespace lagesbild::yaml
