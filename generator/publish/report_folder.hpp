// Puts the files of a data quality report into a folder that may hold other things. Only files of an earlier report are replaced, each as a
// whole; nothing is removed. Unlike a site (folder.hpp) a report is not switched as one: whoever mails it looks at it first.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace lagesbild::publish {

// Fails when `folder` is no folder, or its index.html is not that of a report: a site's, for example. It may be missing. To be asked before
// the work begins.
Result<Done> may_hold_report(const std::filesystem::path& folder);

// Path and bytes; paths are plain names, or names in one folder. The file that tells a report, index.html, is to come first, so that the
// next run knows the folder again even if this one is killed. Fails before anything is written when a file of that name is somebody else's.
Result<Done> write_report(const std::filesystem::path& folder, const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace lagesbild::publish
