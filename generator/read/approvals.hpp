// The file approvals.csv of a site: which sentences of free text may be shown. Strict: a line that cannot be read is an error, never an
// approval, and never silently none.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/approval.hpp"

namespace lagesbild::read {

inline constexpr const char* approvals_file = "approvals.csv";  // in the site's folder; need not be there

// Nothing after an error.
std::optional<std::vector<model::Approval>> read_approvals(std::string file, std::string bytes, Diagnostics& diagnostics);

// As the file is written: sorted, so that a changed line is a changed line in any comparison of versions.
std::string approvals_text(std::vector<model::Approval> approvals);

}  // namespace lagesbild::read
