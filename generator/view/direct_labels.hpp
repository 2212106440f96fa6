// Where labels stand below the marks of a chart one line high, each on a level of its own where it would cover another. What a reader would
// get wrong: they are placed for the narrowest screen, where a letter takes more of the width than anywhere else, so nothing collides on a
// wider one.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace lagesbild::view {

struct LabelledMark {
  double at = 0;              // per cent of the width
  std::string label;
};

struct LabelPlace {
  std::size_t level = 0;      // 0 nearest the marks
  enum class Side : unsigned char { before, after } side = Side::before;  // of the line down from its mark
};

// In the order of the marks.
std::vector<LabelPlace> place_labels(const std::vector<LabelledMark>& marks);

inline constexpr int label_height = 19;     // px from level to level
// How many levels are in use, in px.
int height_of(const std::vector<LabelPlace>& places);

}  // namespace lagesbild::view
