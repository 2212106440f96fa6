// An Atom feed of what is new: the release, and each source with the day it is from. A release knows no other, so readers of the feed keep
// the older entries themselves. Ids are made from checksums: the same data have the same id in every release.
#pragma once
#include <string>
#include <string_view>

#include "view/shell.hpp"

namespace lagesbild::view {

inline constexpr std::string_view feed_path = "data/andringar.atom";

std::string atom_feed(const Context& context);

}  // namespace lagesbild::view
