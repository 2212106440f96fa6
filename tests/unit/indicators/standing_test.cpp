// What is said of numbers: better, worse, rising, on target. All of it from the numbers that are handed over, and from no others.
#include "indicators/standing.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using test::day;
using test::made_definition;

namespace {

Value share(std::int64_t k, std::int64_t n) { return {3, 0, k, n, std::nullopt}; }

Value mean(double mean, std::optional<double> sd, std::int64_t n) { return {3, 0, 0, n, Spread{mean, sd, Quartiles{mean, mean, mean}}}; }

PeriodOfTime year(int one, bool over = true) {
  return {PeriodKind::year, std::to_string(one), day(std::to_string(one) + "-01-01"), day(std::to_string(one) + "-12-31"), over,
          static_cast<std::size_t>(one)};
}

PeriodOfTime now() { return {PeriodKind::now, "now", day(test::made_today), day(test::made_today), true, 0}; }

using Line = std::vector<std::optional<Value>>;  // by group; nothing: withheld

// The region and its forums, in some periods.
struct Scene {
  Definition definition = made_definition(test::regular_share);
  int smallest = 8;
  Confidence limit = Confidence::percent_99_8;
  std::vector<PeriodOfTime> times;
  std::vector<Line> values;
  GroupKind kind = GroupKind::forum;

  Scene& in(PeriodOfTime time, Line line) {
    times.push_back(std::move(time));
    values.push_back(std::move(line));
    return *this;
  }

  Assessment assess() const {
    std::vector<Group> groups(1);
    for (std::size_t i = 1; i < values.front().size(); ++i) groups.push_back({kind, "g" + std::to_string(i), {}, {}, {}, {}, {}, 1});
    std::vector<std::size_t> periods;
    std::vector<std::vector<const Value*>> shown;
    for (const Line& line : values) {
      periods.push_back(periods.size());
      auto& row = shown.emplace_back();
      for (const auto& value : line) row.push_back(value ? &*value : nullptr);
    }
    return indicators::assess({definition, times, periods, groups, shown, smallest, limit});
  }
  // Of the first group after the region, in the last period.
  Standing last() const { return assess().standings.back().at(1); }
};

// One forum against a region, in a year.
Scene against(const Value& region, const Value& forum) { return Scene{}.in(year(2025), {region, forum}); }

Judgement judged(const Value& region, const Value& forum) { return against(region, forum).last().judgement; }

const Value half = share(500, 1000);
const Value most = share(900, 1000);

}  // namespace

TEST_CASE("a group is better or worse only beyond the limit of its size") {
  // Of 20 with a half in all: 2 or fewer, and 18 or more, with a probability of 0.0002 each.
  CHECK(judged(half, share(2, 20)) == Judgement::worse);
  CHECK(judged(half, share(3, 20)) == Judgement::as_group);
  CHECK(judged(half, share(17, 20)) == Judgement::as_group);
  CHECK(judged(half, share(18, 20)) == Judgement::better);
}

TEST_CASE("a region may take the narrower limits") {
  Scene scene = against(half, share(5, 20));
  CHECK(scene.last().judgement == Judgement::as_group);
  scene.limit = Confidence::percent_95;
  CHECK(scene.last().judgement == Judgement::worse);
}

TEST_CASE("a group with few answers is not judged, however far away") {
  CHECK(judged(most, share(0, 7)) == Judgement::too_few);
  CHECK(judged(most, share(0, 8)) == Judgement::worse);
  CHECK(judged(mean(4, 1, 100), mean(1, 0.1, 7)) == Judgement::too_few);
}

TEST_CASE("where less is better the verdict is turned round, and where neither is there is none") {
  Scene scene = against(half, share(18, 20));
  scene.definition.better = Better::lower;
  CHECK(scene.last().judgement == Judgement::worse);
  scene.definition.better = Better::none;
  CHECK(scene.last().judgement == Judgement::higher);
  scene.values.back()[1] = share(2, 20);
  CHECK(scene.last().judgement == Judgement::lower);
  scene.definition.better = Better::lower;
  CHECK(scene.last().judgement == Judgement::better);
}

TEST_CASE("the region is not judged against itself, and nobody against a region that is withheld") {
  CHECK(against(half, share(2, 20)).assess().standings.back()[0].judgement == Judgement::none);
  CHECK(Scene{}.in(year(2025), {std::nullopt, share(2, 20)}).last().judgement == Judgement::none);
}

TEST_CASE("nothing is said of what is withheld or of nobody") {
  for (const std::optional<Value>& nothing : {std::optional<Value>{}, std::optional{share(0, 0)}}) {
    const Standing standing = Scene{}.in(year(2025), {half, nothing}).last();
    CHECK(standing.judgement == Judgement::none);
    CHECK_FALSE(standing.interval);
    CHECK_FALSE(standing.shrunk);
    CHECK_FALSE(standing.change);
    CHECK_FALSE(standing.meets_target);
  }
}

TEST_CASE("a mean is judged by the spread of the region's values and the size of the group") {
  const Value region = mean(4, 1, 100);  // of 16: 4 -+ 3.09 / 4
  const auto verdict = [&](double value) {
    Scene scene = against(region, mean(value, 0.5, 16));
    scene.definition = made_definition(test::hours_mean);
    return scene.last().judgement;
  };
  CHECK(verdict(3.22) == Judgement::worse);
  CHECK(verdict(3.23) == Judgement::as_group);
  CHECK(verdict(4.77) == Judgement::as_group);
  CHECK(verdict(4.78) == Judgement::better);
}

TEST_CASE("medians and counts are not judged") {
  for (const char* count : {"dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n",
                            "dataset: units\nkind: count\nnumerator: {sum: st_doctors}\ndenominator: {field: unit, answered: ja}\n"}) {
    Scene scene = Scene{}.in(now(), {mean(90, 5, 100), mean(10, 1, 50)});
    scene.definition = made_definition(count);
    CHECK(scene.last().judgement == Judgement::none);
    CHECK_FALSE(scene.last().interval);
  }
}

TEST_CASE("when the forums differ more than chance makes them, it takes more to stand out") {
  const auto scene_of = [](std::initializer_list<std::int64_t> ks) {
    Line line{share(500, 1000)};
    for (const std::int64_t k : ks) line.push_back(share(k, 100));
    return Scene{}.in(year(2025), std::move(line));
  };
  const Assessment spread = scene_of({30, 70, 35, 65, 40, 60}).assess();
  CHECK(spread.overdispersion > 5);
  CHECK(spread.standings.back()[1].judgement == Judgement::as_group);
  const Assessment one = scene_of({30, 50, 51, 49, 52, 48}).assess();
  CHECK(one.overdispersion == 1);
  CHECK(one.standings.back()[1].judgement == Judgement::worse);
  const Assessment few = scene_of({30, 70, 35, 65}).assess();  // four forums prove nothing
  CHECK(few.overdispersion == 1);
  CHECK(few.standings.back()[1].judgement == Judgement::worse);
}

TEST_CASE("the interval of a share is in per cent and holds it") {
  const Standing standing = against(half, share(9, 10)).last();
  REQUIRE(standing.interval);
  CHECK(standing.interval->lower == Approx(100 * wilson(9, 10)->lower));
  CHECK(standing.interval->lower < 90);
  CHECK(standing.interval->upper > 90);
}

TEST_CASE("a share drawn towards all is between what the group said and what all said") {
  const Assessment all = Scene{}.in(year(2025), {share(100, 200), share(8, 10), share(40, 100), share(52, 90)}).assess();
  const auto& standings = all.standings.back();
  CHECK_FALSE(standings[0].shrunk);
  REQUIRE(standings[1].shrunk);
  CHECK(*standings[1].shrunk < 0.8);
  CHECK(*standings[1].shrunk > 0.5);
  CHECK(*standings[2].shrunk > 0.4);
  CHECK(*standings[2].shrunk < 0.5);
  CHECK(0.8 - *standings[1].shrunk > 10 * (52.0 / 90 - *standings[3].shrunk));  // the small group is drawn further than the large one
}

TEST_CASE("forums that differ no more than by chance are drawn all the way") {
  const Assessment all = Scene{}.in(year(2025), {share(100, 200), share(50, 100), share(50, 100)}).assess();
  CHECK(*all.standings.back()[1].shrunk == Approx(0.5));
  CHECK_FALSE(against(half, share(5, 10)).last().shrunk);  // one forum alone has nothing to be drawn towards
}

TEST_CASE("a change is from the period before of the same kind, with the interval of the difference") {
  PeriodOfTime pool = year(2022);
  pool.kind = PeriodKind::pool;
  const auto changed = [&](std::int64_t k) {
    const Scene before = Scene{}.in(year(2024), {half, share(50, 100)}).in(pool, {half, share(1, 100)});
    return Scene{before}.in(year(2025), {half, share(k, 100)}).last().change;
  };
  REQUIRE(changed(80));
  CHECK(changed(80)->period == 0);
  CHECK(changed(80)->difference == Approx(30));
  CHECK(changed(80)->direction == Difference::up);
  CHECK(changed(80)->interval->lower > 0);
  CHECK(changed(52)->direction == Difference::chance);
  CHECK(changed(20)->direction == Difference::down);
}

TEST_CASE("a change of a mean is told, but nobody says whether it is chance") {
  Scene scene = Scene{}.in(year(2024), {mean(4, 1, 50), mean(3, 1, 50)}).in(year(2025), {mean(4, 1, 50), mean(3.5, 1, 50)});
  scene.definition = made_definition(test::hours_mean);
  CHECK(scene.last().change->difference == 0.5);
  CHECK_FALSE(scene.last().change->interval);
  CHECK(scene.last().change->direction == Difference::chance);
}

TEST_CASE("there is no change across a break") {
  Scene scene = Scene{}.in(year(2024), {half, share(50, 100)}).in(year(2025), {half, share(80, 100)});
  scene.definition.breaks.push_back({day("2025-01-01"), {"Ny fråga", "New question"}});
  CHECK_FALSE(scene.last().change);
  scene.definition.breaks.front().from = day("2024-01-01");
  CHECK(scene.last().change);
}

TEST_CASE("there is no change from a period that is withheld, nor past it") {
  const Scene scene =
      Scene{}.in(year(2023), {half, share(50, 100)}).in(year(2024), {half, std::nullopt}).in(year(2025), {half, share(80, 100)});
  CHECK_FALSE(scene.last().change);
  CHECK_FALSE(scene.assess().standings[1][1].change);
}

TEST_CASE("a trend is told in a word, over whole years without a hole or a break") {
  const auto scene_of = [](std::initializer_list<std::optional<std::int64_t>> ks, bool last_over = true) {
    Scene scene;
    int one = 2021;
    for (const auto k : ks) {
      const bool last = one == 2020 + static_cast<int>(ks.size());
      scene.in(year(one++, !last || last_over), {half, k ? std::optional{share(*k, 100)} : std::nullopt});
    }
    return scene;
  };
  const auto trend = [](const Scene& scene) { return scene.assess().trends.at(1); };
  CHECK(trend(scene_of({20, 40, 60})) == Trend::up);
  CHECK(trend(scene_of({60, 40, 20})) == Trend::down);
  CHECK(trend(scene_of({50, 51, 49})) == Trend::none);
  CHECK(trend(scene_of({20, 60})) == Trend::too_little);
  CHECK(trend(scene_of({20, std::nullopt, 60, 80})) == Trend::too_little);
  CHECK(trend(scene_of({20, 40, 60}, false)) == Trend::too_little);  // a year that goes on does not count
  Scene broken = scene_of({90, 10, 20, 40, 60});
  CHECK(trend(broken) == Trend::none);
  broken.definition.breaks.push_back({day("2022-01-01"), {"Ny fråga", "New question"}});
  CHECK(trend(broken) == Trend::up);
  broken.definition.breaks.front().from = day("2024-01-01");
  CHECK(trend(broken) == Trend::too_little);
}

TEST_CASE("a target is met by what is exactly on it") {
  const auto meets = [](const char* count, bool at_least, std::int64_t limit, const Value& value) {
    Scene scene = against(half, value);
    scene.definition = made_definition(count);
    scene.definition.target = Target{at_least, limit, {}};
    return scene.last().meets_target.value();
  };
  CHECK(meets(test::regular_share, true, 90, share(9, 10)));
  CHECK(meets(test::regular_share, true, 90, share(900, 1000)));
  CHECK_FALSE(meets(test::regular_share, true, 90, share(899, 1000)));
  CHECK(meets(test::regular_share, false, 10, share(1, 10)));
  CHECK_FALSE(meets(test::regular_share, false, 10, share(101, 1000)));
  CHECK(meets(test::regular_share, true, 57, share(57, 100)));  // 100 * 0.57 is less than 57 in binary
  CHECK(meets(test::hours_mean, true, 420, mean(4.2, 1, 10)));
  CHECK_FALSE(meets(test::hours_mean, true, 421, mean(4.2, 1, 10)));
  CHECK(meets("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n", false, 92, mean(92, 1, 10)));
  CHECK_FALSE(meets("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n", false, 92, mean(92.5, 1, 10)));
  CHECK_FALSE(against(half, share(9, 10)).last().meets_target);
}

TEST_CASE("a median that is protected meets no target and is no number") {
  Value value = mean(92, 1, 10);
  value.spread->quartiles.reset();
  Scene scene = against(half, value);
  scene.definition = made_definition("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n");
  scene.definition.target = Target{false, 120, {}};
  CHECK_FALSE(scene.last().meets_target);
  CHECK_FALSE(number_of(scene.definition, value));
}

TEST_CASE("now is told first, else the latest year that is over and that the region has a value of") {
  const Value v = half;
  PeriodOfTime pool = year(2024);
  pool.kind = PeriodKind::pool;
  CHECK(Scene{}.in(year(2024), {v, v}).in(now(), {v, v}).in(year(2025), {v, v}).assess().headline == 1);
  CHECK(Scene{}.in(year(2023), {v, v}).in(year(2024), {v, v}).in(year(2025, false), {v, v}).assess().headline == 1);
  CHECK(Scene{}.in(year(2023), {v, v}).in(year(2024), {std::nullopt, v}).in(year(2025, false), {v, v}).assess().headline == 0);
  CHECK(Scene{}.in(year(2023), {v, v}).in(pool, {v, v}).assess().headline == 0);
  CHECK(Scene{}.in(year(2024), {v, v}).in(year(2025), {share(0, 0), v}).assess().headline == 0);
}

TEST_CASE("a funnel is drawn for sizes that are judged, around the region, and for shares only") {
  const Assessment drawn = against(half, share(50, 100)).assess();
  REQUIRE_FALSE(drawn.funnel.empty());
  CHECK(drawn.funnel.front().n == 8);
  CHECK(drawn.funnel.back().n == 110);
  for (const FunnelPoint& point : drawn.funnel) {
    CHECK(point.outer.lower <= point.inner.lower);
    CHECK(point.inner.lower <= 0.5);
    CHECK(point.inner.upper >= 0.5);
    CHECK(point.outer.upper >= point.inner.upper);
  }
  CHECK(against(half, share(3, 7)).assess().funnel.empty());
  CHECK(Scene{}.in(year(2025), {std::nullopt, share(50, 100)}).assess().funnel.empty());
  Scene hours = against(mean(4, 1, 100), mean(4, 1, 50));
  hours.definition = made_definition(test::hours_mean);
  CHECK(hours.assess().funnel.empty());
}

TEST_CASE("an indicator without periods has nothing to say, and says it") {
  const Definition definition = made_definition(test::regular_share);
  const std::vector<Group> groups(2);
  const Assessment none = indicators::assess({definition, {}, {}, groups, {}, 8, Confidence::percent_95});
  CHECK(none.standings.empty());
  CHECK(none.funnel.empty());
  CHECK(none.trends.size() == 2);
}
