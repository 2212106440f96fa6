// The proof that a built release tells nothing that it withholds, kept beside the ledger for whoever publishes it: without the proof of the
// very release it is not published. Secret, as witnesses are.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/effects.hpp"
#include "base/result.hpp"

namespace lagesbild::publish {

// In the place of those of other releases.
Result<Done> keep_proof(const std::filesystem::path& ledger, const std::string& release, std::string_view witnesses);

// Fails with publish-no-proof when that release has none there.
Result<std::string> read_proof(const std::filesystem::path& ledger, const std::string& release, Disk& disk);

}  // namespace lagesbild::publish
