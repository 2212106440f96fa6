// The list of what was withheld: every withheld number once with its rule, and no values.
#include "disclosure/withheld_log.hpp"

#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::day;

TEST_CASE("grades that a site counts as about persons are listed when they are withheld, and not otherwise") {
  const auto log = [](const Policy& policy) {
    model::Facts facts;
    facts.framework = test::made_framework(1);
    facts.forums = {test::made_forum("liten")};
    facts.units = {test::made_unit("E0", 0), test::made_unit("E1")};
    facts.reviews = {test::made_review(0, "2025-03-01", "A"), test::made_review(1, "2025-03-01", "B")};
    const auto figures = indicators::compute(facts, day(test::made_today));
    return withheld_log(judge(std::move(facts), figures, policy, day(test::made_today), Audience::management));
  };
  const std::string all = log(test::made_policy(5));
  CHECK(all.find("grades;forum;liten;now;small_group") != std::string::npos);
  CHECK(all.find("grades;unit;E0;now;small_group") != std::string::npos);
  CHECK(log(test::open_policy()).find("small_group") == std::string::npos);
}
