// What has been done at a target, or would be, in lines for people.
#pragma once
#include <string>

#include "base/messages.hpp"
#include "publishing.hpp"

namespace lagesbild::cli {

// One line and, for a dry run, what would be put and removed. Ends with a line end; empty for a target that failed: that is a message.
std::string delivery_words(const TargetReport& target, publish::DryRun dry_run, Language language);

std::string megabytes(std::uint64_t bytes, Language language);
std::string count(std::uint64_t n, Language language);

}  // namespace lagesbild::cli
