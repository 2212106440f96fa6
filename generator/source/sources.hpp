// sources.yaml: where each dataset comes from.
#pragma once
#include <vector>

#include "base/effects.hpp"
#include "base/hash.hpp"
#include "source/connection.hpp"
#include "source/site.hpp"

namespace lagesbild::source {

// The files of queries are read here, and go into the fingerprint as sources.yaml itself does. Errors are in the section's diagnostics.
std::vector<Source> read_sources(const Section& section, Date as_of, Disk& disk, Sha256& fingerprint);

}  // namespace lagesbild::source
