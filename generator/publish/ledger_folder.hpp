// The folder beside a site that records what its releases have told about persons. A release is recorded before it is published: one that
// is recorded and then not published costs nothing but that its numbers are settled.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/effects.hpp"
#include "base/result.hpp"

namespace lagesbild::publish {

// ledger/<name> beside the site's folder.
std::filesystem::path ledger_of(const std::filesystem::path& out);

// The records there, by name and in order of it; none when there is no such folder. Fails when other files are there too: then it is
// some other folder, and to begin a ledger there would be to forget what has been told.
Result<std::vector<std::pair<std::string, std::string>>> read_ledger(const std::filesystem::path& folder, Disk& disk);

// As a new file, whole or not at all, for its owner to read. Fails when there are not as many records as when it was read: somebody else
// has published meanwhile, and what is to be recorded was judged without knowing that.
Result<Done> record(const std::filesystem::path& folder, std::size_t recorded, const std::string& release, std::string_view text);

}  // namespace lagesbild::publish
