#include "view/spread.hpp"

#include <algorithm>
#include <cstddef>

namespace lagesbild::view {

// Without their gaps the places need only ascend, which is isotonic regression: neighbours that would cross are put at their mean (pool
// adjacent violators; Ayer et al. 1955, Ann Math Stat 26:641-647).
std::vector<double> spread(std::vector<double> wanted, double gap, double least, double most) {
  struct Block {
    double sum;
    std::size_t count;
    double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] - gap * static_cast<double>(i), 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  const double room = std::max(least, most - gap * static_cast<double>(wanted.empty() ? 0 : wanted.size() - 1));
  std::size_t at = 0;
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i < block.count; ++i, ++at) {
      wanted[at] = std::clamp(block.mean(), least, room) + gap * static_cast<double>(at);
    }
  }
  return wanted;
}

}  // namespace lagesbild::view
