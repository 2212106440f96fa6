// The primary rules for numbers about persons, each at its edge.
#include "disclosure/gate.hpp"

#include "catch.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;

namespace {

std::optional<Reason> because(const Basis& basis, int smallest = 5) { return withheld_because(basis, smallest); }

// Four units with a quarter each, and k of n; so that only k can be wrong.
std::optional<Reason> of_share(std::int64_t k, std::int64_t n) { return because({n, 4, static_cast<int>(n / 4), k}); }

}  // namespace

TEST_CASE("fewer persons than the smallest group are withheld") {
  CHECK(because({4, 3, 2, 2}) == Reason::small_group);
  CHECK_FALSE(because({5, 3, 2, std::nullopt}));
  CHECK(because({5, 3, 2, std::nullopt}, 6) == Reason::small_group);
  CHECK_FALSE(because({6, 3, 2, 3}, 6));
  CHECK(because({0, 0, 0, 0}) == Reason::small_group);
}

TEST_CASE("answers from one or two units are withheld, however many") {
  CHECK(because({1000, 2, 500, 500}) == Reason::few_units);
  CHECK(because({1000, 1, 1000, 500}) == Reason::few_units);
  CHECK_FALSE(because({1000, std::nullopt, 1000, 500}));  // a unit that is told of by itself is no group
  CHECK_FALSE(because({1000, 3, 500, 500}));
}

TEST_CASE("a unit may give exactly 85 per cent of the answers, and no more") {
  CHECK_FALSE(because({20, 3, 17, 10}));
  CHECK(because({20, 3, 18, 10}) == Reason::one_unit);
  CHECK_FALSE(because({1000, 3, 850, 500}));
  CHECK(because({1000, 3, 851, 500}) == Reason::one_unit);
  CHECK(because({7, 3, 6, 3}) == Reason::one_unit);  // 85.7 per cent
}

TEST_CASE("that all or none said so is known of each, in a group of any size") {
  CHECK(of_share(0, 10) == Reason::all_alike);
  CHECK(of_share(10, 10) == Reason::all_alike);
  CHECK(of_share(0, 100'000) == Reason::all_alike);
  CHECK(of_share(100'000, 100'000) == Reason::all_alike);
}

TEST_CASE("the one who differs is known to those who do not, up to 50") {
  CHECK(of_share(1, 50) == Reason::all_alike);
  CHECK(of_share(49, 50) == Reason::all_alike);
  CHECK(of_share(1, 8) == Reason::all_alike);
  CHECK_FALSE(of_share(4, 8));
}

TEST_CASE("when fewer than three differ, smaller groups are known too closely") {
  CHECK(of_share(2, 50) == Reason::few_differ);
  CHECK(of_share(48, 50) == Reason::few_differ);
  CHECK(of_share(1, 51) == Reason::few_differ);
  CHECK(of_share(99'998, 100'000) == Reason::few_differ);
  CHECK_FALSE(of_share(3, 50));
  CHECK_FALSE(of_share(99'997, 100'000));
}

TEST_CASE("a number that is no share is held by the other rules alone") {
  CHECK_FALSE(because({8, 3, 4, std::nullopt}));
  CHECK(because({8, 2, 4, std::nullopt}) == Reason::few_units);
}

TEST_CASE("the gate hands over what may be shown and counts the rest") {
  const Policy policy = test::made_policy(5);
  Gate gate{policy};
  CHECK(*gate.judge(7, std::optional<Reason>{}).shown() == 7);
  const auto withheld = gate.judge(7, std::optional{Reason::few_units});
  CHECK(withheld.shown() == nullptr);
  CHECK(withheld.reason() == Reason::few_units);
  CHECK(gate.tally().judged == 2);
  CHECK(gate.tally().shown == 1);
  CHECK(gate.tally().withheld == 1);
}
