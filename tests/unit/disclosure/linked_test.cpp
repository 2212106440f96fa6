#include "disclosure/linked.hpp"

#include "catch.hpp"
#include "made_layout.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::Random;

TEST_CASE("each row has a place of its own, and its place tells what it is of") {
  const Layout layout = test::forums_by_owners(2, 3);
  CHECK(layout.rows() == 6 + 1 + 2 + 3);
  std::vector<bool> seen(layout.rows());
  for (std::size_t group = 0; group < layout.groups; ++group) {
    const std::size_t row = layout.group_row(0, group);
    CHECK_FALSE(layout.is_unit(row));
    CHECK(layout.group_of(row) == group);
    seen.at(row) = true;
  }
  for (std::size_t unit = 0; unit < layout.units; ++unit) {
    const std::size_t row = layout.unit_row(0, unit);
    CHECK(layout.is_unit(row));
    CHECK(layout.unit_of(row) == unit);
    seen.at(row) = true;
  }
  CHECK(std::count(seen.begin(), seen.end(), true) == static_cast<std::ptrdiff_t>(layout.rows()));
  const Layout years = test::units_by_slots(2, 3);
  CHECK(years.span_of(years.unit_row(3, 1)) == 3);
  CHECK(years.span_of(years.group_row(0, 0)) == 0);
}

TEST_CASE("a row holds its units, and a unit that has become another is held by that, and by what that became") {
  Layout layout = test::units_by_slots(4, 1);
  layout.successor = {2, 1, 3, 3};
  layout.hold();
  CHECK(layout.holder == std::vector<std::uint32_t>{3, 1, 3, 3});
  CHECK(layout.units_in(layout.unit_row(0, 0)) == std::vector<std::uint32_t>{0});
  CHECK(layout.units_in(layout.unit_row(0, 2)) == std::vector<std::uint32_t>{0, 2});
  CHECK(layout.units_in(layout.unit_row(0, 3)) == std::vector<std::uint32_t>{0, 2, 3});
  CHECK(layout.contains(layout.unit_row(0, 3), 0));
  CHECK(layout.contains(layout.unit_row(0, 0), 0));
  CHECK_FALSE(layout.contains(layout.unit_row(0, 0), 2));
  CHECK_FALSE(layout.contains(layout.unit_row(0, 3), 1));
  CHECK(layout.contains(layout.group_row(0, 0), 0));
  const Layout crossed = test::forums_by_owners(2, 2);
  CHECK(crossed.contains(crossed.group_row(0, 1), 1));       // the first forum
  CHECK_FALSE(crossed.contains(crossed.group_row(0, 1), 2));
  CHECK(crossed.contains(crossed.group_row(0, 3), 2));       // the first kind of owner
}

TEST_CASE("what a row contains is what its cells are, in every layout") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    Random random{seed};
    const Layout layout = test::random_layout(random);
    for (std::size_t row = 0; row < layout.rows(); ++row) {
      std::vector<std::size_t> cells;
      for (std::uint32_t unit = 0; unit < layout.units; ++unit) {
        for (std::size_t slot = 0; slot < layout.slots; ++slot) {
          const bool inside = (layout.spans[layout.span_of(row)].slots >> slot & 1U) != 0;
          if (inside && layout.contains(row, unit)) cells.push_back(layout.cell(unit, slot));
        }
      }
      CHECK(cells == test::cells_of(layout, row));
    }
  }
}
