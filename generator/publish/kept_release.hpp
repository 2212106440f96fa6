// A copy of what the release before told, kept beside the ledger for the release that takes its place: built again, that one tells the same
// changes. It is written before its release is published and the copies of others go after, so a run that is killed leaves what the
// release that stands there needs. Nothing but what had been published to the same readers is in it.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/effects.hpp"
#include "base/result.hpp"

namespace lagesbild::publish {

using KeptFiles = std::map<std::string, std::string>;  // by path from the site's folder

// `ledger`: the folder of the ledger. Nothing when there is none for this release; fails with kept-release-damaged.
Result<std::optional<KeptFiles>> read_kept(const std::filesystem::path& ledger, const std::string& release, Disk& disk);

// Whole or not at all, and on the disk when it returns.
Result<Done> keep(const std::filesystem::path& ledger, const std::string& release, const KeptFiles& files);

// Those that are kept for other releases than these. What cannot be removed stays until the next time.
void forget_others(const std::filesystem::path& ledger, const std::set<std::string>& releases);

}  // namespace lagesbild::publish
