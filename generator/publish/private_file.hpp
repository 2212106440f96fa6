// A file for the one who runs the program, and for nobody else: only the owner may read it, and it may not lie in the folder of a site,
// from where it would be handed out.
#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/result.hpp"

namespace lagesbild::publish {

// Fails when `file` is a folder, or in a folder that is published: `site`, or one that holds a built site. To be asked before the work
// begins.
Result<Done> may_be_private(const std::filesystem::path& file, const std::optional<std::filesystem::path>& site);

// For everybody. Whole or not at all; replaces what was there.
Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes);

// The same, for the owner only.
Result<Done> write_private(const std::filesystem::path& file, std::string_view bytes);

}  // namespace lagesbild::publish
