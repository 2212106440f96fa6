// Tells somebody that a run has failed: a command that gets the report on its standard input, and a webhook that gets it as JSON.
#pragma once
#include <optional>
#include <string>

#include "base/result.hpp"
#include "source/publication.hpp"

namespace lagesbild::cli {

// Both are tried whatever comes of the other. The command runs without a shell, for at most a minute.
Result<Done> notify(const source::Notify& whom, const std::string& report);

}  // namespace lagesbild::cli
