// What holds for the indicators of every region, and for every table of grades that is small enough to try them all.
#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_indicators.hpp"
#include "told_indicators.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using model::Facts;
using test::day;
using test::Forums;
using test::made_definition;
using test::Random;

namespace {

constexpr unsigned regions = 100;
const Date today = day(test::made_today);

std::vector<Definition> definitions() {
  return {made_definition(test::grade_b_now, 1),
          made_definition("dataset: reviews\nkind: days\nvalue: {field: days_to_plan}\n"),
          made_definition("dataset: reviews\nkind: share\nnumerator: {field: plan_in_time, equals: ja}\n"
                          "denominator: {field: plan_in_time, answered: ja}\n"),
          made_definition("dataset: units\nkind: share\nnumerator: {sum: supervisors_trained_5y}\ndenominator: {sum: supervisors}\n"),
          made_definition(test::regular_share),
          made_definition(test::hours_mean),
          made_definition(test::breadth_agree)};
}

int few(Random& random, std::size_t below) { return static_cast<int>(random.below(below)); }

model::ReportGroup random_reports(Random& random, std::size_t unit, int year) {
  model::ReportGroup group = test::regular_reports(unit, year, few(random, 6), few(random, 4));
  for (int hours = 0; hours < 8; ++hours) {
    if (random.one_in(3)) group.questions[test::hours].push_back({25 * hours, 1 + few(random, 4)});
  }
  return group;
}

// A region with reviews, a register, annual reports and a survey, where some units have become others.
Facts random_facts(Random& random, Forums forums, std::size_t most_units) {
  Facts facts = test::random_region(random, forums, most_units);
  test::random_succession(random, facts);
  facts.report_questions = test::made_questions();
  facts.statements.resize(1);
  facts.statements[0].id = "breadth";
  for (std::size_t u = 0; u < facts.units.size(); ++u) {
    model::Unit& unit = facts.units[u];
    unit.figures.listed_patients = 1000 * few(random, 15);
    if (!random.one_in(4)) unit.figures.supervisors = 3 + few(random, 4);
    if (!random.one_in(4)) unit.figures.supervisors_trained_5y = few(random, 4);
    for (int year = 2020; year < 2026; ++year) {
      const Date first = Date{std::chrono::year{year} / 1 / 1}, last = Date{std::chrono::year{year} / 12 / 31};
      if (unit.exists_between(first, last) && !random.one_in(4)) facts.reports.push_back(random_reports(random, u, year));
    }
    for (std::size_t round = 0; round < facts.rounds.size(); ++round) {
      if (random.one_in(3) || !unit.exists_between(facts.rounds[round].from, facts.rounds[round].to)) continue;
      facts.survey.push_back({round, 0, u, model::Role::st_doctor, {few(random, 5), few(random, 3), few(random, 3), 0, 0, 0, 0}, {}});
    }
  }
  test::put_in_order(facts);
  return facts;
}

Settings few_similar() {
  Settings settings;
  settings.similar_units = 3;
  return settings;
}

std::vector<double> flat(const Value& value) {
  const auto count = [](std::int64_t number) { return static_cast<double>(number); };
  std::vector<double> all{count(value.units), count(value.largest), count(value.k), count(value.n)};
  if (!value.spread) return all;
  all.insert(all.end(), {value.spread->mean, value.spread->sd.value_or(-1), value.spread->quartiles->lower, value.spread->quartiles->median,
                         value.spread->quartiles->upper});
  return all;
}

// Every value of every group, in order.
std::vector<std::vector<double>> flat(const Measured& measured) {
  std::vector<std::vector<double>> all;
  for (const IndicatorFigures& figures : measured.indicators) {
    for (const auto& period : figures.groups) {
      for (const Value& value : period) all.push_back(flat(value));
    }
  }
  return all;
}

// k, n and units of all groups of a kind together, by indicator and period.
std::vector<std::vector<std::int64_t>> sums(const Measured& measured, GroupKind kind) {
  std::vector<std::vector<std::int64_t>> all;
  for (const IndicatorFigures& figures : measured.indicators) {
    for (const auto& period : figures.groups) {
      auto& sum = all.emplace_back(3);
      for (std::size_t group = 0; group < period.size(); ++group) {
        if (measured.groups.all[group].kind != kind) continue;
        sum[0] += period[group].k, sum[1] += period[group].n, sum[2] += period[group].units;
      }
    }
  }
  return all;
}

template <class Check>
void for_each_region(const Check& check, Forums forums = Forums::some_without, std::size_t most_units = 15) {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Facts facts = random_facts(random, forums, most_units);
    check(facts, random);
  }
}

}  // namespace

TEST_CASE("the order of units and rows does not change a value, nor does the number of threads") {
  for_each_region([](const Facts& facts, Random& random) {
    const auto once = flat(test::measured(facts, definitions(), few_similar()));
    CHECK((once == flat(test::measured(facts, definitions(), few_similar(), {}, today, 4))));
    CHECK((once == flat(test::measured(test::shuffled(facts, random), definitions(), few_similar()))));
  });
}

TEST_CASE("the region is its forums and those without one") {
  for_each_region([](const Facts& facts, Random&) {
    Facts other = facts;  // those without one have one of their own
    other.forums.push_back(test::made_forum("none"));
    for (model::Unit& unit : other.units) unit.forum = unit.forum.value_or(facts.forums.size());
    const Measured measured = test::measured(facts, definitions());
    const Measured apart = test::measured(other, definitions());
    CHECK((sums(measured, GroupKind::region) == sums(apart, GroupKind::forum)));
    for (std::size_t i = 0; i < measured.indicators.size(); ++i) {
      for (std::size_t period = 0; period < measured.indicators[i].groups.size(); ++period) {
        for (std::size_t group = 0; group <= facts.forums.size(); ++group) {
          CHECK(flat(measured.indicators[i].groups[period][group]) == flat(apart.indicators[i].groups[period][group]));
        }
      }
    }
  });
}

TEST_CASE("the region is its owners and its sizes when every unit has one") {
  for_each_region([](const Facts& facts, Random& random) {
    Facts owned = facts;
    for (model::Unit& unit : owned.units) unit.ownership = static_cast<model::Ownership>(random.below(2));
    const Measured measured = test::measured(owned, definitions());
    const auto region = sums(measured, GroupKind::region);
    CHECK(region == sums(measured, GroupKind::ownership));
    CHECK(region == sums(measured, GroupKind::size));
  });
}

TEST_CASE("years put together are the sum of them") {
  int pools = 0;
  for_each_region([&](const Facts& facts, Random&) {
    const Measured measured = test::measured(facts, {made_definition(test::regular_share), made_definition(test::hours_mean)});
    for (const IndicatorFigures& figures : measured.indicators) {
      for (std::size_t pool = 0; pool < figures.periods.size(); ++pool) {
        const PeriodOfTime& time = measured.periods[figures.periods[pool]];
        if (time.kind != PeriodKind::pool) continue;
        ++pools;
        for (std::size_t group = 0; group < measured.groups.all.size(); ++group) {
          std::int64_t k = 0, n = 0;
          for (std::size_t one = 0; one < figures.periods.size(); ++one) {
            const PeriodOfTime& year = measured.periods[figures.periods[one]];
            if (year.kind != PeriodKind::year || year.from < time.from || year.to > time.to) continue;
            k += figures.groups[one][group].k, n += figures.groups[one][group].n;
          }
          CHECK(figures.groups[pool][group].k == k);
          CHECK(figures.groups[pool][group].n == n);
        }
      }
    }
  });
  CHECK(pools > 100);
}

TEST_CASE("no unit gives more than there is, and every share is one") {
  for_each_region([](const Facts& facts, Random&) {
    const Measured measured = test::measured(facts, definitions(), few_similar());
    for (std::size_t i = 0; i < measured.indicators.size(); ++i) {
      const bool share = is_share(measured.definitions[i].kind) && measured.definitions[i].numerator.test != Condition::Test::sum;
      for (const auto& period : measured.indicators[i].groups) {
        for (const Value& value : period) {
          CHECK(value.largest <= value.n);
          CHECK(value.largest * value.units >= value.n);
          CHECK((value.n == 0) == (value.units == 0));
          if (share) CHECK((value.k >= 0 && value.k <= value.n));
          if (value.spread) CHECK((value.spread->quartiles->lower <= value.spread->quartiles->median &&
                                   value.spread->quartiles->median <= value.spread->quartiles->upper));
        }
      }
    }
  });
}

TEST_CASE("the interval of what is shown holds it, and so does what is drawn towards all") {
  int intervals = 0, drawn = 0;
  for_each_region([&](const Facts& facts, Random&) {
    const auto policy = test::made_policy(3);
    disclosure::Gate gate{policy};
    const auto measured = test::measured(facts, definitions());
    const disclosure::Protection protection{measured, disclosure::questions_of(facts, measured, policy, day(test::made_today)), 3, 1};
    const auto all = disclosure::judge_indicators(gate, protection, measured, {}, facts, policy);
    for (std::size_t i = 0; i < all.cells.size(); ++i) {
      for (std::size_t period = 0; period < all.cells[i].groups.size(); ++period) {
        const double region = all.cells[i].groups[period][0].shown() == nullptr
                                  ? 0
                                  : number_of(all.definitions[i], *all.cells[i].groups[period][0].shown()).value_or(0);
        for (std::size_t group = 0; group < all.groups.size(); ++group) {
          const Value* value = all.cells[i].groups[period][group].shown();
          const Standing& standing = all.cells[i].assessment.standings[period][group];
          if (value == nullptr || value->n == 0) {
            CHECK_FALSE(standing.interval);
            continue;
          }
          const double number = number_of(all.definitions[i], *value).value_or(-1);
          if (standing.interval) {
            ++intervals;
            CHECK((standing.interval->lower <= number + 1e-9 && number <= standing.interval->upper + 1e-9));
          }
          if (standing.shrunk) {
            ++drawn;
            CHECK((*standing.shrunk >= 0 && *standing.shrunk <= 1));
          }
          if (standing.judgement == Judgement::better) CHECK(number > region);
          if (standing.judgement == Judgement::worse) CHECK(number < region);
          if (value->n < policy.smallest_group_to_judge) {
            CHECK((standing.judgement == Judgement::none || standing.judgement == Judgement::too_few));
          }
        }
      }
    }
  }, Forums::some_without, 60);  // of few units, little is told
  CHECK(intervals > 1000);
  CHECK(drawn > 300);
}

TEST_CASE("of every table of up to six units, the share at the line and the gap are what anybody would count") {
  const Definition definition = made_definition(test::grade_b_now, 1);
  for (std::size_t units = 1; units <= 6; ++units) {
    for (std::size_t table = 0; table < std::size_t{1} << (2 * units); ++table) {
      Facts facts;
      facts.framework = test::made_framework(1);
      std::int64_t at_line = 0;
      std::vector<int> missing;
      for (std::size_t u = 0; u < units; ++u) {
        const std::size_t grade = table >> (2 * u) & 3;
        facts.units.push_back(test::made_unit("E" + std::to_string(u)));
        facts.reviews.push_back(test::made_review(u, "2025-01-01", std::string(1, "ABCD"[grade])));
        at_line += grade < 2;
        missing.push_back(grade < 2 ? 0 : static_cast<int>(grade) - 1);
      }
      const auto figures = compute(facts, today);
      const auto release =
          disclosure::judge(facts, figures, test::open_policy(), today, Audience::intranet, test::measured(facts, {definition}));
      const Value& value = *release.indicators.cells[0].headline(0).shown();
      const disclosure::Gap& gap = release.gaps[0];
      const int points = std::accumulate(missing.begin(), missing.end(), 0);
      std::sort(missing.rbegin(), missing.rend());
      std::size_t named = 0;
      int told = 0;
      while (2 * told < points) told += missing[named++];
      const bool as_counted = value.k == at_line && value.n == static_cast<std::int64_t>(units) && gap.points == points &&
                              gap.units_below == static_cast<int>(units) - at_line && gap.few.size() == named && gap.points_of_few == told;
      INFO("units " << units << " table " << table);
      if (!as_counted) CHECK(as_counted);
    }
  }
}
