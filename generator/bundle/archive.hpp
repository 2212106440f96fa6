// A zip of files. Times are the given day's midnight, names are in the order given, and nothing comes from the machine: the same files give
// the same bytes.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace lagesbild::bundle {

// Names with `/` and ASCII only.
std::string archive(const std::vector<std::pair<std::string, std::string>>& files, Date date);

}  // namespace lagesbild::bundle
