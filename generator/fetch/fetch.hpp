// Every source to bytes, each read once, with what is needed to say later where a number came from. Files and network give the same Copy.
#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "source/site.hpp"

namespace lagesbild::fetch {

struct Copy {
  const source::Source* source = nullptr;
  std::string shown_as;  // in messages: the path or the URL without its query
  std::string bytes;
  std::string sha256;
};

// In the order of the sources. A source that fails is an error in `diagnostics` and has no copy.
std::vector<Copy> fetch_all(const source::Configuration& configuration, Effects& effects, Diagnostics& diagnostics);

// Whether a server or the network failed, rather than what sources.yaml says or the files it names.
bool outside_world_failed(const Diagnostics& diagnostics);

}  // namespace lagesbild::fetch
