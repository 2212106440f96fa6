// An Atom feed of what is new: the release, units with news since the one before, and each source with the day it is from. What was new
// before that, readers of the feed keep themselves. Ids are made from checksums: the same data have the same id in every release.
#pragma once
#include <string>
#include <string_view>

#include "view/shell.hpp"

namespace lagesbild::view {

inline constexpr std::string_view feed_path = "data/andringar.atom";

std::string atom_feed(const Context& context);

}  // namespace lagesbild::view
