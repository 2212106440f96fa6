// Where labels stand so that none lies over another: as near to what they name as a least distance allows. The order is kept.
#pragma once
#include <vector>

namespace lagesbild::view {

// `wanted` ascends. All between `least` and `most` where there is room for that; otherwise from `least` on.
std::vector<double> spread(std::vector<double> wanted, double gap, double least, double most);

}  // namespace lagesbild::view
