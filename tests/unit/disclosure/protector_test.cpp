#include "disclosure/protector.hpp"

#include <set>

#include "catch.hpp"
#include "made_layout.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::Random;

namespace {

const std::vector<Need> anybody{{0}};
const std::vector<Need> yes_and_no{{0}, {1}};

// Everything told but some rows.
Protector made(const Layout& layout, const std::vector<Counts>& categories, const std::vector<Need>& needs,
               const std::vector<std::size_t>& withheld, const std::vector<std::size_t>& known = {}) {
  auto states = test::all_told(layout, categories);
  for (const std::size_t row : known) states[row] = State::known;
  return Protector{layout, categories, needs, [&] {
                     for (const std::size_t row : withheld) states[row] = State::withheld;
                     return states;
                   }()};
}

std::set<std::size_t> withheld(const Protector& protector) {
  std::set<std::size_t> rows;
  for (std::size_t row = 0; row < protector.states().size(); ++row) {
    if (protector.states()[row] == State::withheld) rows.insert(row);
  }
  return rows;
}

std::vector<std::size_t> small(const Layout& layout, const std::vector<Counts>& categories, std::int64_t smallest) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < layout.rows(); ++row) {
    std::int64_t persons = 0;
    for (const Counts& counts : categories) persons += test::sum_over(layout, counts, row);
    if (persons > 0 && persons < smallest) rows.push_back(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("a single withheld forum gets a partner, the one with fewest persons") {
  const Layout layout = test::made_layout(
      8, 1,
      {{Side::first, test::units_up_to(8)}, {Side::first, {0, 1}}, {Side::first, {2, 3}}, {Side::first, {4, 5}}, {Side::first, {6, 7}}},
      {1});
  const std::vector<Counts> counts{{2, 2, 9, 9, 6, 6, 8, 8}};
  std::vector<std::size_t> first{layout.group_row(0, 1)};
  for (std::size_t unit = 0; unit < 8; ++unit) first.push_back(layout.unit_row(0, unit));
  Protector protector = made(layout, counts, anybody, first);
  protector.close();
  CHECK(test::fault_of(protector, anybody).empty());
  CHECK(protector.states()[layout.group_row(0, 3)] == State::withheld);
  CHECK(protector.reason(layout.group_row(0, 3)) == Reason::linked);
  CHECK(protector.states()[layout.group_row(0, 0)] == State::told);
  CHECK(protector.states()[layout.group_row(0, 2)] == State::told);
  CHECK(protector.states()[layout.group_row(0, 4)] == State::told);
  CHECK(protector.proofs().open.empty());
}

TEST_CASE("two withheld in every row and column are not enough when one of them is exact all the same") {
  // a a . .    Those marked a balance each other in a square, and so do those marked b, but what is marked x is the only way between
  // a a . .    them: the sums of the first two lines and columns tell it.
  // . x b b
  // . . b b
  const Layout layout = test::forums_by_owners(4, 4);
  const std::vector<Counts> counts{{4, 4, 9, 9, 4, 4, 9, 9, 9, 4, 4, 4, 9, 9, 4, 4}};
  std::vector<std::size_t> first;
  for (const std::size_t unit : {0U, 1U, 4U, 5U, 9U, 10U, 11U, 14U, 15U}) first.push_back(layout.unit_row(0, unit));
  Protector protector = made(layout, counts, anybody, first);
  protector.close();
  CHECK(test::fault_of(protector, anybody).empty());
  CHECK(protector.proofs().open.empty());
  CHECK(withheld(protector).size() > first.size());
  CHECK(withheld(protector).size() <= first.size() + 2);
}

TEST_CASE("a square that balances needs nothing beside") {
  const Layout layout = test::forums_by_owners(4, 4);
  const std::vector<Counts> counts{{4, 4, 9, 9, 4, 4, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9}};
  std::vector<std::size_t> first;
  for (const std::size_t unit : {0U, 1U, 4U, 5U}) first.push_back(layout.unit_row(0, unit));
  Protector protector = made(layout, counts, anybody, first);
  protector.close();
  CHECK(withheld(protector) == std::set(first.begin(), first.end()));
  CHECK(test::fault_of(protector, anybody).empty());
}

TEST_CASE("several years less some of them are no way to a year that is withheld") {
  Layout layout = test::units_by_slots(3, 3);
  layout.spans.push_back({4, 3});  // the first two years, beside all three
  const std::vector<Counts> counts{{20, 20, 20, 20, 20, 2, 20, 20, 20}};  // the second unit's last year
  const std::size_t last = layout.unit_row(2, 1);
  Protector protector = made(layout, counts, anybody, {last});
  protector.close();
  CHECK(test::fault_of(protector, anybody).empty());
  const auto told = [&](std::size_t span) { return protector.states()[layout.unit_row(span, 1)] == State::told; };
  CHECK_FALSE((told(3) && told(4)));
  CHECK_FALSE((told(3) && told(0) && told(1)));
}

TEST_CASE("a forum across kinds of owner is safe in each direction") {
  const Layout layout = test::forums_by_owners(3, 2);
  const std::vector<Counts> counts{{3, 12, 14, 13, 16, 12}};
  Protector protector = made(layout, counts, anybody, {layout.unit_row(0, 0)});
  protector.close();
  CHECK(test::fault_of(protector, anybody).empty());
  CHECK(withheld(protector).size() == 4);  // a square
}

TEST_CASE("what others have told already cannot be protected, and says so") {
  const Layout layout = test::made_layout(4, 1, {{Side::first, test::units_up_to(4)}, {Side::first, {0, 1}}, {Side::first, {2, 3}}}, {1});
  const std::vector<Counts> counts{{2, 2, 9, 9}};
  const std::size_t secret = layout.group_row(0, 1);
  Protector protector = made(layout, counts, anybody, {secret}, {layout.group_row(0, 0), layout.group_row(0, 2)});
  protector.close();
  CHECK(protector.proofs().open == std::vector{secret});
  CHECK(protector.states()[layout.unit_row(0, 2)] == State::told);  // nothing is given up in vain
  CHECK(test::fault_of(protector, anybody).empty());
}

TEST_CASE("where nothing is withheld, nothing has to be") {
  const Layout layout = test::forums_by_owners(3, 3);
  Protector protector = made(layout, {{1, 2, 3, 4, 5, 6, 7, 8, 9}}, anybody, {});
  protector.close();
  CHECK(withheld(protector).empty());
  CHECK(protector.proofs().walks.empty());
}

TEST_CASE("what is withheld beside keeps a reason of its own, when it has one") {
  const Layout layout = test::made_layout(4, 1, {{Side::first, test::units_up_to(4)}, {Side::first, {0, 1}}, {Side::first, {2, 3}}}, {1});
  std::vector<std::size_t> units;
  for (std::size_t unit = 0; unit < 4; ++unit) units.push_back(layout.unit_row(0, unit));
  Protector protector = made(layout, {{4, 4, 9, 9}}, anybody, units);
  protector.withhold(layout.group_row(0, 1), Reason::small_group);
  protector.close();
  CHECK(protector.reason(layout.group_row(0, 1)) == Reason::small_group);
  CHECK(protector.reason(layout.group_row(0, 2)) == Reason::linked);
  protector.withhold(layout.group_row(0, 2), Reason::few_units);
  CHECK(protector.reason(layout.group_row(0, 2)) == Reason::few_units);
  protector.withhold(layout.group_row(0, 2), Reason::one_unit);
  CHECK(protector.reason(layout.group_row(0, 2)) == Reason::few_units);  // the first one stays
}

TEST_CASE("everything withheld is proven, in every region, by tables that give the same site") {
  std::size_t proven = 0, open = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Layout layout = test::random_layout(random);
    const bool two = random.one_in(2);
    const auto categories = test::random_counts(random, layout, two ? 2 : 1, 9);
    const auto& needs = two ? yes_and_no : anybody;
    Protector protector = made(layout, categories, needs, {});
    for (const std::int64_t smallest : {3, 4, 5}) {
      const auto before = withheld(protector);
      for (const std::size_t row : small(layout, categories, smallest)) protector.withhold(row, Reason::small_group);
      protector.close();
      CHECK(test::fault_of(protector, needs) == "");
      const auto now = withheld(protector);
      CHECK(std::includes(now.begin(), now.end(), before.begin(), before.end()));
    }
    CHECK((protector.categories() == categories));
    proven += protector.proofs().proofs.size();
    open += protector.proofs().open.size();
  }
  CHECK(proven > 5000);
  CHECK(open < proven / 20);
}

TEST_CASE("what the others are called does not change what is withheld") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Layout layout = test::random_layout(random);
    const auto categories = test::random_counts(random, layout, 2, 9);
    const auto first = small(layout, categories, 5);
    Protector one = made(layout, categories, yes_and_no, first);
    Protector other = made(layout, {categories[1], categories[0]}, {{1}, {0}}, first);
    one.close();
    other.close();
    CHECK(withheld(one) == withheld(other));
  }
}

TEST_CASE("what is withheld beside follows from how many there are, not from what they answered") {
  std::size_t same = 0, all = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    Random random{seed};
    const Layout layout = test::random_layout(random);
    auto categories = test::random_counts(random, layout, 2, 9);
    for (Counts& counts : categories) {
      for (std::int32_t& count : counts) count += 6;  // so that no category is too few to move
    }
    std::vector<std::size_t> first;
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      if (random.one_in(8)) first.push_back(row);
    }
    Protector one = made(layout, categories, yes_and_no, first);
    for (std::size_t cell = 0; cell < categories[0].size(); ++cell) {  // others among them say yes
      if (random.one_in(2)) std::swap(categories[0][cell], categories[1][cell]);
    }
    Protector other = made(layout, categories, yes_and_no, first);
    one.close();
    other.close();
    ++all;
    same += withheld(one) == withheld(other);
    CHECK(withheld(one) == withheld(other));
  }
  CHECK(same == all);
}
