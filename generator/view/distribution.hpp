// How answers are spread over their classes, as one bar from 0 to 100 % with a label to each class. The classes have an order, and so do
// the tones. What a reader would get wrong: the widths are of rounded shares put side by side, and may leave a per cent at the end.
#pragma once
#include <string>
#include <tuple>
#include <vector>

#include "view/fields.hpp"

namespace lagesbild::view {

struct DistributionPart {
  std::string kind;
  std::string x;
  std::string width;
  std::string middle;
  std::string label;
  std::string side;
  std::string label_y;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &DistributionPart::kind, "class: tone-1, the strongest, to tone-4"},
                      Field{"x", &DistributionPart::x, "left edge, per cent"}, Field{"width", &DistributionPart::width, "per cent"},
                      Field{"middle", &DistributionPart::middle, "per cent"},
                      Field{"label", &DistributionPart::label, "the class and its share"},
                      Field{"side", &DistributionPart::side, "class: before or after the line down from the middle"},
                      Field{"label_y", &DistributionPart::label_y, "foot of the label, px"}};
  }
};

struct Distribution {
  std::string description;
  std::string height;
  std::vector<DistributionPart> parts;
  static constexpr auto fields() {
    return std::tuple{Field{"description", &Distribution::description, "the parts in a sentence"},
                      Field{"height", &Distribution::height, "px"}, Field{"parts", &Distribution::parts, "one a class, in order"}};
  }
};

struct ClassShare {
  int percent = 0;
  std::string label;
};

enum class Strongest : unsigned char { first, last };

Distribution distribution(std::string description, const std::vector<ClassShare>& shares, Strongest strongest);

}  // namespace lagesbild::view
