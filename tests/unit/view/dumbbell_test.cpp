// Charts whose marks and parts carry their labels: none covers another, and what is drawn is what is said.
#include "view/dumbbell.hpp"

#include <random>

#include "base/text.hpp"
#include "catch.hpp"
#include "view/direct_labels.hpp"
#include "view/distribution.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using Side = LabelPlace::Side;

namespace {

// From and to in per cent of a chart 250 px wide with letters of 7 px.
std::pair<double, double> extent(const LabelledMark& mark, Side side) {
  const double width = 100 * 7.0 * static_cast<double>(count_characters(mark.label)) / 250;
  return side == Side::before ? std::pair{mark.at - width, mark.at} : std::pair{mark.at, mark.at + width};
}

}  // namespace

TEST_CASE("labels of marks near each other stand on levels of their own, and share one when there is room") {
  const auto near = place_labels({{90, "ST-läkare 90 %"}, {91, "Handledare 91 %"}, {95, "Studierektor 95 %"}});
  CHECK(near[0].level == 0);
  CHECK(near[1].level == 1);
  CHECK(near[2].level == 2);
  CHECK(height_of(near) == 3 * label_height);
  const auto far = place_labels({{40, "A 40 %"}, {95, "B 95 %"}});
  CHECK(far[0].level == far[1].level);
  CHECK(height_of({}) == 0);
}

TEST_CASE("a label stands before its mark unless the left edge is too near") {
  CHECK(place_labels({{70, "ST-läkare 70 %"}})[0].side == Side::before);
  CHECK(place_labels({{5, "ST-läkare 5 %"}})[0].side == Side::after);
}

TEST_CASE("no label covers another on the narrowest screen, wherever the marks are") {
  std::mt19937 random{1};
  for (int round = 0; round < 2000; ++round) {
    std::vector<LabelledMark> marks;
    for (const char* name : {"ST-läkare", "Handledare", "Verksamhetschef", "Studierektor"}) {
      const auto percent = random() % 101;
      marks.push_back({static_cast<double>(percent), name + (" " + std::to_string(percent)) + " %"});
    }
    const auto places = place_labels(marks);
    for (std::size_t a = 0; a < marks.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        if (places[a].level != places[b].level) continue;
        const auto [from, to] = extent(marks[a], places[a].side);
        const auto [other_from, other_to] = extent(marks[b], places[b].side);
        INFO(marks[a].label << " and " << marks[b].label);
        REQUIRE((to <= other_from || other_to <= from));
      }
    }
  }
}

TEST_CASE("a dumbbell spans from the lowest to the highest of the parts, and others have no line between") {
  const std::vector<Marked> shares{
      {"own", 38, "ST-läkare 38 %"}, {"manager", 74, "Verksamhetschef 74 %"}, {"supervisor", 61, "Handledare 61 %"}};
  const Dumbbell roles = dumbbell("Vad.", shares, Between::parts);
  REQUIRE(roles.span);
  CHECK(roles.span->from == "38");
  CHECK(roles.span->to == "74");
  REQUIRE(roles.marks.size() == 3);
  CHECK(roles.marks.back().kind == "own");  // on top
  CHECK(roles.marks.front().shape == shape_of("supervisor"));
  CHECK(shape_of("supervisor") != shape_of("manager"));
  CHECK_FALSE(dumbbell("Vad.", shares, Between::others).span);
  CHECK_FALSE(dumbbell("Vad.", {shares.front()}, Between::parts).span);
}

TEST_CASE("the range that a share may be in is drawn where it is known") {
  const Dumbbell chart = dumbbell("Vad.", {{"own", 72, "Regionen 72 %"}}, Between::others, disclosure::Interval{67.81, 75.9});
  REQUIRE(chart.range);
  CHECK(chart.range->from == "67.81");
  CHECK(chart.range->to == "75.90");
}

TEST_CASE("a distribution never runs past its end, though rounded shares may") {
  const Distribution chart = distribution("Hur.", {{34, "a 34 %"}, {34, "b 34 %"}, {33, "c 33 %"}}, Strongest::last);
  REQUIRE(chart.parts.size() == 3);
  const double end = std::stod(chart.parts.back().x) + std::stod(chart.parts.back().width);
  CHECK(end <= 100.01);
  CHECK(chart.parts.back().kind == "tone-1");
  CHECK(distribution("Hur.", {{50, "a"}, {50, "b"}}, Strongest::first).parts.front().kind == "tone-1");
}
