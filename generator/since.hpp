// What is new since the release before: finds it, holds it against this one, and says what to keep of it for the next time the same release
// is built. The rows of both come from the files that they publish; what is said of units is worked out from the earlier rows by the same
// rules as today's.
#pragma once
#include <optional>

#include "base/diagnostics.hpp"
#include "base/effects.hpp"
#include "compare/site.hpp"
#include "pipeline.hpp"
#include "publish/kept_release.hpp"

namespace lagesbild {

// What is compared of a built site: its description and its tables. As much of it as can be read.
publish::KeptFiles data_of_site(const std::filesystem::path& folder, Disk& disk);
std::optional<compare::BuiltSite> read_built(const publish::KeptFiles& files, Diagnostics& diagnostics);

// Sets `judged.info.since`. An earlier release that cannot be read is a warning, or an error when it was named in the order. Returns what
// is to be kept when this release is published in the place of the earlier one.
std::optional<publish::KeptFiles> tell_since(const Order& order, const std::optional<std::filesystem::path>& ledger, Judged& judged,
                                             Effects& effects, Diagnostics& diagnostics);

}  // namespace lagesbild
