// Labels that never lie over each other, and lines from what it was to what it became.
#include "view/slope_chart.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "page_words.hpp"
#include "view/figure.hpp"
#include "view/spread.hpp"

using namespace lagesbild;
using namespace lagesbild::view;

namespace {

SlopeItem item(const std::string& name, std::optional<double> before, std::optional<double> now) {
  const auto text = [](std::optional<double> number) { return number ? std::to_string(static_cast<int>(*number)) : "visas inte"; };
  return {name, name, "", text(before), text(now), before, now};
}

std::optional<SlopeSection> made(const std::vector<SlopeItem>& items) {
  static const Texts texts = test::shipped_texts(Language::sv);
  return slope_section(texts, items, {"då", "nu", "slope.d", "D"}, 40);
}

int px(const std::string& text) { return std::stoi(text); }

}  // namespace

TEST_CASE("labels stand where they want to when there is room") {
  CHECK(spread({10, 50, 90}, 20, 0, 100) == std::vector<double>{10, 50, 90});
  CHECK(spread({}, 20, 0, 100).empty());
}

TEST_CASE("labels that would lie over each other move as little as they can, to both sides") {
  CHECK(spread({50, 50, 50}, 20, 0, 100) == std::vector<double>{30, 50, 70});
  CHECK(spread({0, 0, 100}, 20, 0, 100) == std::vector<double>{0, 20, 100});
  CHECK(spread({95, 100}, 20, 0, 100) == std::vector<double>{80, 100});
}

TEST_CASE("labels keep their order and distance, and stay inside where there is room for all") {
  std::mt19937 random{7};
  for (int i = 0; i < 500; ++i) {
    std::vector<double> wanted(1 + random() % 10);
    for (double& one : wanted) one = static_cast<double>(random() % 200);
    std::sort(wanted.begin(), wanted.end());
    const auto places = spread(wanted, 19, 0, 200);
    for (std::size_t k = 0; k < places.size(); ++k) {
      CHECK(places[k] >= -1e-9);
      CHECK(places[k] <= 200 + 1e-9);
      if (k > 0) CHECK(places[k] - places[k - 1] >= 19 - 1e-9);
    }
  }
}

TEST_CASE("a slope goes from what it was to what it became, and labels of equal values stand apart") {
  const auto section = made({item("A", 30, 10), item("B", 30, 10), item("C", 0, 0)});
  REQUIRE(section);
  const auto& lines = section->chart.lines;
  REQUIRE(lines.size() == 3);
  CHECK(px(lines[0].y1) < px(lines[0].y2));  // fell
  CHECK(lines[0].y1 == lines[1].y1);
  CHECK(std::abs(px(lines[0].left_y) - px(lines[1].left_y)) >= 18);
  CHECK(lines[0].left == "A 30");
  CHECK(lines[0].right == "10 A");
  CHECK(px(lines[2].y1) == px(section->chart.foot));
  CHECK(section->finding == "Antalet D minskade efter handlingsplan i 2 av 3 områden och ökade i inget.");
}

TEST_CASE("where one end is withheld there is no line and no number, only words in the table") {
  const auto section = made({item("A", 30, 10), item("B", 20, std::nullopt), item("C", 3, 4)});
  REQUIRE(section);
  CHECK(section->chart.lines.size() == 2);
  REQUIRE(section->rows.size() == 3);
  CHECK(section->rows[1].now == "visas inte");
  CHECK_FALSE(made({item("A", 30, 10), item("B", 20, std::nullopt)}));  // one line is no comparison
}

TEST_CASE("a slope is taken away with the same numbers as in its table") {
  static const Texts texts = test::shipped_texts(Language::sv);
  const Figure figure = slope_figure(texts, *made({item("A", 30, 10), item("C", 3, 4)}), "2019");
  CHECK(figure.table.rows == std::vector<std::vector<std::string>>{{"A", "30", "10"}, {"C", "3", "4"}});
}
