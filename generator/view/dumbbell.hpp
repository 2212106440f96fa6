// Groups that answered the same, as marks on one line from 0 to 100 %: a shape and a label each. What a reader would get wrong: the line
// between the lowest and the highest is drawn of groups that are parts of a whole; beside others it is the range that the first may well
// be in.
#pragma once
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "disclosure/indicators.hpp"
#include "view/fields.hpp"

namespace lagesbild::view {

struct DumbbellMark {
  std::string kind;
  std::string x;
  std::string shape;
  std::string label;
  std::string side;
  std::string label_y;
  static constexpr auto fields() {
    return std::tuple{Field{"kind", &DumbbellMark::kind, "class: own, sweden, general_practice, supervisor, manager or study_director"},
                      Field{"x", &DumbbellMark::x, "per cent of the width"},
                      Field{"shape", &DumbbellMark::shape, "path around its place, px"},
                      Field{"label", &DumbbellMark::label, "whose, and the share"},
                      Field{"side", &DumbbellMark::side, "class: before or after the line down from the mark"},
                      Field{"label_y", &DumbbellMark::label_y, "foot of the label, px"}};
  }
};

struct Stretch {
  std::string from;
  std::string to;
  static constexpr auto fields() {
    return std::tuple{Field{"from", &Stretch::from, "left end, per cent"}, Field{"to", &Stretch::to, "right end, per cent"}};
  }
};

struct Dumbbell {
  std::string description;
  std::string height;
  std::optional<Stretch> span;
  std::optional<Stretch> range;
  std::vector<DumbbellMark> marks;
  static constexpr auto fields() {
    return std::tuple{Field{"description", &Dumbbell::description, "the marks in a sentence"}, Field{"height", &Dumbbell::height, "px"},
                      Field{"span", &Dumbbell::span, "from the lowest to the highest; absent beside others"},
                      Field{"range", &Dumbbell::range, "95 % interval of the first mark"},
                      Field{"marks", &Dumbbell::marks, "one a group, the first on top of the others"}};
  }
};

// A share to be drawn.
struct Marked {
  std::string kind;
  int percent = 0;
  std::string label;
};

enum class Between : unsigned char { parts, others };

// `description` as a name would begin: what is answered. `interval` in per cent, of the first.
Dumbbell dumbbell(std::string description, const std::vector<Marked>& shares, Between between,
                  const std::optional<disclosure::Interval>& interval = std::nullopt);

// The path of a kind's shape, around 0, for keys too.
std::string shape_of(std::string_view kind);

}  // namespace lagesbild::view
