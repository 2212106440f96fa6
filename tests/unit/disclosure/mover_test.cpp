#include "disclosure/mover.hpp"

#include "catch.hpp"
#include "made_layout.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::Random;

namespace {

// By how much a move changes a row, in a category.
std::int64_t change(const Layout& layout, const Move& move, std::size_t row, std::size_t category) {
  std::vector<Counts> none(category + 1, Counts(layout.units * layout.slots));
  return test::sum_over(layout, test::after(none, layout, move)[category], row);
}

struct Table {
  Layout layout;
  Counts counts;
  std::vector<State> states;
};

Table table(Layout layout, Counts counts) {
  auto states = test::all_told(layout, {counts});
  return {std::move(layout), std::move(counts), std::move(states)};
}

bool moves(const Table& table, std::size_t row, int sign, int size) {
  Mover mover{table.layout, table.states, table.counts};
  Move move;
  const bool found = mover.find(row, sign, size, 0, table.counts, move);
  CHECK(found == !move.empty());
  return found;
}

}  // namespace

TEST_CASE("nothing moves what is known") {
  const Table all = table(test::forums_by_owners(2, 2), {4, 4, 4, 4});
  for (std::size_t row = 0; row < all.layout.rows(); ++row) {
    for (const int sign : {1, -1}) CHECK_FALSE(moves(all, row, sign, 1));
  }
}

TEST_CASE("a single withheld number is known from the rest; four in a square are not") {
  Table square = table(test::forums_by_owners(2, 2), {4, 4, 4, 4});
  square.states[square.layout.unit_row(0, 0)] = State::withheld;
  CHECK_FALSE(moves(square, square.layout.unit_row(0, 0), 1, 1));
  for (std::size_t unit = 0; unit < 4; ++unit) square.states[square.layout.unit_row(0, unit)] = State::withheld;
  for (std::size_t unit = 0; unit < 4; ++unit) {
    CHECK(moves(square, square.layout.unit_row(0, unit), 1, 4));
    CHECK(moves(square, square.layout.unit_row(0, unit), -1, 4));
    CHECK_FALSE(moves(square, square.layout.unit_row(0, unit), 1, 5));  // nobody is left to move
  }
}

TEST_CASE("nobody is moved to where nobody is") {
  Table square = table(test::forums_by_owners(2, 2), {4, 4, 4, 0});
  for (std::size_t unit = 0; unit < 3; ++unit) square.states[square.layout.unit_row(0, unit)] = State::withheld;
  for (std::size_t unit = 0; unit < 3; ++unit) {
    for (const int sign : {1, -1}) CHECK_FALSE(moves(square, square.layout.unit_row(0, unit), sign, 1));
  }
}

TEST_CASE("between years of two units when their sum over the years is told") {
  Table years = table(test::units_by_slots(2, 2), {4, 5, 6, 7});
  for (const std::size_t unit : {0U, 1U}) {
    for (const std::size_t year : {0U, 1U}) years.states[years.layout.unit_row(year, unit)] = State::withheld;
  }
  Mover mover{years.layout, years.states, years.counts};
  Move move;
  REQUIRE(mover.find(years.layout.unit_row(0, 0), 1, 3, 0, years.counts, move));
  CHECK(move.size() == 4);
  CHECK(test::fault_of(years.layout, years.states, {years.counts}, test::after({years.counts}, years.layout, move)).empty());
}

TEST_CASE("a row that is told since is kept") {
  Table square = table(test::forums_by_owners(2, 2), {4, 4, 4, 4});
  for (std::size_t unit = 0; unit < 4; ++unit) square.states[square.layout.unit_row(0, unit)] = State::withheld;
  Mover mover{square.layout, square.states, square.counts};
  Move move;
  REQUIRE(mover.find(square.layout.unit_row(0, 0), 1, 1, 0, square.counts, move));
  square.states[square.layout.unit_row(0, 3)] = State::told;
  mover.changed(square.layout.unit_row(0, 3));
  move.clear();
  CHECK_FALSE(mover.find(square.layout.unit_row(0, 0), 1, 1, 0, square.counts, move));
}

TEST_CASE("every move leaves what is known, needs nobody who is not there, and changes its row by at least what was asked") {
  int found = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const Layout layout = test::random_layout(random);
    const auto categories = test::random_counts(random, layout, 2, 6);
    Counts alive = categories[0];
    for (std::size_t cell = 0; cell < alive.size(); ++cell) alive[cell] += categories[1][cell];
    auto states = test::all_told(layout, categories);
    for (State& state : states) {
      if (state == State::told && !random.one_in(3)) state = State::withheld;
    }
    Mover mover{layout, states, alive};
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      for (const int sign : {1, -1}) {
        const int size = 1 + static_cast<int>(random.below(3));
        const std::size_t category = random.below(2);
        Move move;
        if (!mover.find(row, sign, size, category, categories[category], move)) {
          CHECK(move.empty());
          continue;
        }
        ++found;
        CHECK(states[row] == State::withheld);
        CHECK(test::fault_of(layout, states, categories, test::after(categories, layout, move)).empty());
        CHECK(sign * change(layout, move, row, category) >= size);
        for (const Shift& one : move) {
          CHECK(one.category == category);
          CHECK(alive[layout.cell(one.unit, one.slot)] > 0);
        }
      }
    }
  }
  CHECK(found > 3000);
}
