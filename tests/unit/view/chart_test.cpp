#include "view/chart.hpp"

#include <cmath>
#include <cstdlib>

#include "catch.hpp"
#include "disclosure/gate.hpp"
#include "made_region.hpp"
#include "page_words.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using disclosure::About;
using disclosure::Cell;
using disclosure::GradeCounts;

namespace {

Cell<GradeCounts> shown(GradeCounts counts) {
  const disclosure::Policy policy = test::open_policy();
  return disclosure::Gate{policy}.judge(counts, About::grades, 1);
}

// 33.33 as 3333; every length has two decimals, or none when it is whole.
long hundredths(const std::string& text) { return std::lround(std::stod(text) * 100); }

void check_stacked(const std::vector<Segment>& segments, const GradeCounts& counts) {
  long end = 0;
  std::string grades;
  for (const Segment& segment : segments) {
    CHECK(hundredths(segment.x) == end);
    end += hundredths(segment.width);
    grades += segment.grade;
    CHECK(segment.hatched == (segment.grade == "d"));
    CHECK(std::abs(2 * hundredths(segment.label_x) - 2 * hundredths(segment.x) - hundredths(segment.width)) <= 2);
  }
  CHECK(end == 10000);
  std::string expected;
  for (std::size_t i = 0; i < counts.size(); ++i) expected += counts[i] > 0 ? std::string(1, "abcd"[i]) : "";
  CHECK(grades == expected);
}

GradeBar bar_of(GradeCounts initial, GradeCounts current) {
  static const Texts texts = test::shipped_texts(Language::sv);
  const auto bar = grade_bar(texts, test::made_framework(1), "Norr", shown(initial), shown(current));
  REQUIRE(bar);
  return *bar;
}

}  // namespace

TEST_CASE("the parts of a bar start where the last one ended and fill the width") {
  for (const GradeCounts& counts : {GradeCounts{1, 1, 1, 0}, {3, 3, 0, 1}, {0, 0, 0, 7}, {1, 0, 0, 180}, {59, 61, 30, 31}, {1, 2, 3, 4},
                                    {333, 333, 333, 1}, {1, 1, 1, 4}, {0, 2, 1, 0}}) {
    INFO(counts[0] << ' ' << counts[1] << ' ' << counts[2] << ' ' << counts[3]);
    const GradeBar bar = bar_of(counts, counts);
    check_stacked(bar.initial, counts);
    check_stacked(bar.current, counts);
  }
}

TEST_CASE("a count is written where there is room for it, and only on the bar of now") {
  const GradeBar bar = bar_of({95, 0, 0, 5}, {95, 0, 1, 4});
  for (const Segment& segment : bar.initial) CHECK_FALSE(segment.label);
  REQUIRE(bar.current.size() == 3);
  REQUIRE(bar.current[0].label);
  CHECK(bar.current[0].label->text == "95");
  CHECK_FALSE(bar.current[1].label);
  CHECK_FALSE(bar.current[2].label);
  CHECK(bar_of({95, 0, 0, 5}, {95, 0, 0, 5}).current.at(1).label);  // just room
}

TEST_CASE("the reference line stands after those who reach it") {
  CHECK(bar_of({1, 1, 1, 1}, {1, 2, 1, 0}).line_x == bar_of({0, 0, 1, 1}, {3, 0, 0, 1}).line_x);
  CHECK(hundredths(bar_of({4, 0, 0, 0}, {1, 2, 1, 0}).line_x) == 7500);
  CHECK(hundredths(bar_of({4, 0, 0, 0}, {0, 0, 4, 0}).line_x) == 0);
  CHECK(hundredths(bar_of({4, 0, 0, 0}, {4, 0, 0, 0}).line_x) == 10000);
}

TEST_CASE("a bar says in words what it shows") {
  const std::string words = bar_of({1, 2, 3, 45}, {1, 2, 8, 40}).description;
  CHECK(words.find("Norr") != std::string::npos);
  CHECK(words.find("1 A, 2 B, 3 C, 45 D") != std::string::npos);
  CHECK(words.find("1 A, 2 B, 8 C, 40 D") != std::string::npos);
}

TEST_CASE("there is no bar of nothing, and none of what is withheld") {
  const Texts texts = test::shipped_texts(Language::sv);
  const auto framework = test::made_framework(1);
  CHECK_FALSE(grade_bar(texts, framework, "Norr", shown({0, 0, 0, 0}), shown({0, 0, 0, 0})));
  CHECK_FALSE(grade_bar(texts, framework, "Norr", Cell<GradeCounts>{}, shown({1, 0, 0, 0})));
  CHECK_FALSE(grade_bar(texts, framework, "Norr", shown({1, 0, 0, 0}), Cell<GradeCounts>{}));
  CHECK(region_bar(texts, Cell<GradeCounts>{}).segments.empty());
  CHECK(region_bar(texts, Cell<GradeCounts>{}).words == texts.say("withheld.small_group"));
  CHECK(region_bar(texts, shown({0, 0, 0, 0})).segments.empty());
  check_stacked(region_bar(texts, shown({1, 1, 1, 4})).segments, {1, 1, 1, 4});
}

TEST_CASE("lengths are written with a point, whatever the language of the page") {
  CHECK(std::stod(per_cent(0.12345)) == Approx(12.35));
  CHECK(per_cent(0.12345).find(',') == std::string::npos);
  CHECK(std::stod(per_cent(1.0)) == 100.0);
}
