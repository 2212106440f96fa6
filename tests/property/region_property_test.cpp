// What holds for every region, tried on some hundreds of made-up ones, the same ones every run.
#include "catch.hpp"
#include "disclosure/release.hpp"
#include "indicators/figures.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::indicators;
using model::Facts;
using test::Forums;
using test::Random;

namespace {

constexpr unsigned regions = 300;

const Date today = test::day(test::made_today);

// All numbers of figures in a row, in a form that can be compared and printed.
struct Flat {
  std::vector<double> numbers;

  void add(double number) { numbers.push_back(number); }
  void add(std::optional<double> number) { numbers.push_back(number.value_or(-1)); }
  template <std::size_t n>
  void add(const std::array<int, n>& counts) {
    for (const int count : counts) add(count);
  }
  void add(const GroupFigures<Raw>& g) {
    for (const int number : {g.units, g.reviewed, g.follows.k, g.follows.n, g.followed_at_review.k, g.followed_at_review.n,
                             g.plans_received, g.plans_late, g.plans_awaited, g.overdue}) {
      add(number);
    }
    add(g.ages);
    for (const auto& area : g.areas) {
      add(area.initial);
      add(area.current);
      for (const int number : {area.at_reference.k, area.at_reference.n, area.moments.n}) add(number);
      add(area.moments.mean);
      add(area.moments.sd);
    }
  }
  void add(const SelectionFigures<Raw>& selection) {
    add(selection.region);
    for (const auto& forum : selection.forums) add(forum);
    for (const auto& owner : selection.ownership) add(owner);
  }
};

std::vector<double> flat(const Figures& figures) {
  Flat all;
  all.add(figures.now);
  for (const auto& round : figures.rounds) all.add(round);
  return all.numbers;
}

// The counts of a group, which add up over groups (means do not).
std::vector<int> counts_of(const GroupFigures<Raw>& g) {
  std::vector<int> counts{g.units,          g.reviewed,   g.follows.k,     g.follows.n, g.followed_at_review.k,
                          g.plans_received, g.plans_late, g.plans_awaited, g.overdue};
  counts.insert(counts.end(), g.ages.begin(), g.ages.end());
  for (const auto& area : g.areas) {
    counts.insert(counts.end(), area.initial.begin(), area.initial.end());
    counts.insert(counts.end(), area.current.begin(), area.current.end());
    counts.insert(counts.end(), {area.at_reference.k, area.at_reference.n});
  }
  return counts;
}

template <class Check>
void for_each_group(const Figures& figures, const Check& check) {
  const auto all_of = [&](const SelectionFigures<Raw>& selection) {
    check(selection.region);
    for (const auto& forum : selection.forums) check(forum);
    for (const auto& owner : selection.ownership) check(owner);
  };
  all_of(figures.now);
  for (const auto& round : figures.rounds) all_of(round);
}

// Whether each number is shown, in a fixed order.
struct Shown {
  std::vector<bool> cells;
  template <class T>
  void add(const disclosure::Cell<T>& cell) {
    cells.push_back(cell.shown() != nullptr);
  }
  void add(const GroupFigures<disclosure::Cell>& g) {
    add(g.units), add(g.reviewed), add(g.follows), add(g.followed_at_review), add(g.plans_received), add(g.plans_late),
        add(g.plans_awaited);
    add(g.overdue), add(g.ages);
    for (const auto& area : g.areas) add(area.initial), add(area.current), add(area.at_reference), add(area.moments);
  }
  void add(const SelectionFigures<disclosure::Cell>& selection) {
    add(selection.region);
    for (const auto& forum : selection.forums) add(forum);
    for (const auto& owner : selection.ownership) add(owner);
  }
};

Shown shown_in(const disclosure::Release& release) {
  Shown shown;
  shown.add(release.now);
  for (const auto& round : release.by_round) shown.add(round);
  for (const auto& unit : release.units) shown.add(unit.figures), shown.add(unit.reviewed);
  return shown;
}

}  // namespace

TEST_CASE("the order of units and reviews does not change a figure, and computing twice gives the same") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Facts facts = test::random_region(random, Forums::some_without);
    const auto figures = flat(compute(facts, today));
    CHECK(figures == flat(compute(facts, today)));
    CHECK(figures == flat(compute(test::shuffled(facts, random), today)));
  }
}

TEST_CASE("a unit counts in a span of days when it was there and nothing that came of it was") {
  int merged = 0;
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    Facts facts = test::random_region(random, Forums::some_without, 12);
    test::random_succession(random, facts);
    const auto counted = [&](Date from, Date to) {
      int units = 0;
      for (const model::Unit& unit : facts.units) {
        bool later_one = false;
        for (auto next = unit.successor; next; next = facts.units[*next].successor) {
          later_one = later_one || facts.units[*next].exists_between(from, to);
        }
        if (unit.exists_between(from, to) && !later_one) ++units;
        if (unit.exists_between(from, to) && later_one) ++merged;
      }
      return units;
    };
    const Figures figures = compute(facts, today);
    CHECK(figures.now.region.units == counted(today, today));
    for (std::size_t r = 0; r < facts.rounds.size(); ++r) {
      CHECK(figures.rounds[r].region.units == counted(facts.rounds[r].from, std::min(facts.rounds[r].to, today)));
    }
    CHECK(flat(figures) == flat(compute(test::shuffled(facts, random), today)));
  }
  CHECK(merged > 100);
}

TEST_CASE("every review belongs to the history of one unit of today, or to none when its unit closed") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    Facts facts = test::random_region(random, Forums::some_without, 12);
    test::random_succession(random, facts);
    const Figures figures = compute(facts, Date{std::chrono::year{2030} / 1 / 1});
    std::vector<int> times(facts.reviews.size());
    for (const UnitState& state : figures.units) {
      CHECK(std::is_sorted(state.reviews.begin(), state.reviews.end(),
                           [&](std::size_t a, std::size_t b) { return facts.reviews[a].date < facts.reviews[b].date; }));
      if (!state.current) continue;
      for (const std::size_t review : state.reviews) ++times[review];
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
      std::size_t last = facts.reviews[i].unit;
      while (facts.units[last].successor) last = *facts.units[last].successor;
      CHECK(times[i] == (facts.units[last].valid_to ? 0 : 1));
    }
  }
}

TEST_CASE("forums add up to the region when every unit has one") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Figures figures = compute(test::random_region(random, Forums::every_unit), today);
    const auto adds_up = [](const SelectionFigures<Raw>& selection) {
      std::vector<int> sum(counts_of(selection.region).size());
      for (const auto& forum : selection.forums) {
        const auto counts = counts_of(forum);
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += counts[i];
      }
      CHECK(sum == counts_of(selection.region));
    };
    adds_up(figures.now);
    for (const auto& round : figures.rounds) adds_up(round);
  }
}

TEST_CASE("the counts of a group agree with each other") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    for_each_group(compute(test::random_region(random, Forums::some_without), today), [](const GroupFigures<Raw>& group) {
      CHECK(group.reviewed <= group.units);
      CHECK(group.follows.n == group.reviewed);
      CHECK(group.followed_at_review.k <= group.follows.k);  // a plan only ever lifts a D
      CHECK(group.plans_late + group.plans_awaited <= group.follows.n - group.follows.k);
      CHECK(std::accumulate(group.ages.begin(), group.ages.end(), 0) == group.reviewed);
      for (const auto& area : group.areas) {
        CHECK(total(area.initial) == group.reviewed);
        CHECK(total(area.current) == group.reviewed);
        CHECK(area.at_reference.n == group.reviewed);
        CHECK(area.at_reference.k <= group.reviewed - area.current[3]);  // at B or better: no D
        CHECK(area.current[3] <= area.initial[3]);
        CHECK(area.current[3] <= group.follows.n - group.follows.k);
        CHECK(area.moments.mean.has_value() == (group.reviewed > 0));
        CHECK(area.moments.sd.has_value() == (group.reviewed > 1));
        if (area.moments.mean) CHECK((*area.moments.mean >= 1.0 && *area.moments.mean <= 4.0));
      }
    });
  }
}

TEST_CASE("raising the smallest group never shows more, and what is shown stays the same") {
  for (unsigned seed = 0; seed < regions; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Facts facts = test::random_region(random, Forums::some_without);
    const Figures figures = compute(facts, today);
    std::vector<bool> before;
    for (int smallest = disclosure::smallest_group_ever; smallest < 50; smallest += 1 + static_cast<int>(random.below(9))) {
      const auto release = disclosure::judge(facts, figures, test::made_policy(smallest), today);
      const Shown now = shown_in(release);
      CHECK(release.tally.judged == now.cells.size());
      CHECK(release.tally.shown == static_cast<std::uint64_t>(std::count(now.cells.begin(), now.cells.end(), true)));
      if (before.empty()) before.assign(now.cells.size(), true);
      REQUIRE(now.cells.size() == before.size());
      bool more = false;
      for (std::size_t i = 0; i < before.size(); ++i) more = more || (now.cells[i] && !before[i]);
      CHECK_FALSE(more);
      before = now.cells;
      if (const int* reviewed = release.now.region.reviewed.shown()) {
        CHECK(*reviewed == figures.now.region.reviewed);
        CHECK(*reviewed >= smallest);
      }
    }
  }
}
