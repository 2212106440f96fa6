// What ST doctors answer, on the page of a unit: the closest numbers, and whom they are about.
#include "view/unit_answers.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"
#include "page_words.hpp"
#include "view/own_numbers.hpp"
#include "view/page_small_groups.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;

namespace {

constexpr std::size_t small = 0;    // has two reports in all
constexpr std::size_t former = 13;  // exists no more

// Two forums of six units. Each unit but one has eight reports a year, half of them yes.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("norr"), test::made_forum("vast")};
  facts.datasets = test::made_datasets();
  facts.report_questions = test::made_questions();
  for (std::size_t i = 0; i < 14; ++i) {
    facts.units.push_back(test::made_unit("E" + std::to_string(i), i % 2));
    if (i == former) facts.units.back().valid_to = day("2023-12-31");
    for (const int year : {2024, 2025}) {
      if (i != former) facts.reports.push_back(test::regular_reports(i, year, i == small ? 1 : 4, i == small ? 0 : 4));
    }
  }
  test::put_in_order(facts);
  return facts;
}

struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv});
  Texts texts = test::shipped_texts(Language::sv);
  Context context;

  explicit Site(std::vector<disclosure::RollUp> roll_up = {disclosure::RollUp::unit_pool, disclosure::RollUp::forum,
                                                           disclosure::RollUp::region})
      : release(release_of(std::move(roll_up))), context(release, info, texts) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  static disclosure::Release release_of(std::vector<disclosure::RollUp> roll_up) {
    model::Facts facts = made_facts();
    disclosure::Policy policy = test::open_policy();
    policy.roll_up = std::move(roll_up);
    indicators::Settings settings;
    settings.pool_years = 2;
    settings.pool_from = 2024;
    auto measured = test::measured(facts, {test::made_definition(test::regular_share)}, settings);
    const auto figures = indicators::compute(facts, day(test::made_today));
    return disclosure::judge(std::move(facts), figures, policy, day(test::made_today), Audience::management, std::move(measured));
  }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a unit with enough answers is told of itself, beside the region in the same time") {
  const Site site;
  const auto answers = unit_answers(site.context, 3);
  REQUIRE(answers);
  REQUIRE(answers->own);
  CHECK_FALSE(answers->instead);
  CHECK(answers->lead == "På den enda frågan står enhetens egna svar.");
  REQUIRE(answers->own->groups.size() == 1);
  CHECK(answers->own->groups[0].whom == "Enheten, 2024–2025");
  const AnswerRow& row = answers->own->groups[0].rows.at(0);
  CHECK(row.value == "50\u00a0%");
  CHECK(row.basis == "8 av 16 årsrapporter");
  CHECK_FALSE(row.region.empty());
}

TEST_CASE("a unit with too few answers is told of its forum or region, by name, and nothing says by which rule") {
  const Site site;
  const auto answers = unit_answers(site.context, small);
  REQUIRE(answers);
  CHECK_FALSE(answers->own);
  REQUIRE(answers->instead);
  CHECK(has(answers->lead, "för få eller för lika"));
  REQUIRE(answers->instead->groups.size() == 1);
  const std::string& whom = answers->instead->groups[0].whom;
  CHECK((has(whom, "Forum norr, 2025") || has(whom, site.info.region.sv)));
  CHECK_FALSE(has(test::words_of(*answers), "2 årsrapporter\n"));
}

TEST_CASE("where units are not told of, all have their forum instead, and the indicator's page lists none") {
  const Site site{{disclosure::RollUp::forum, disclosure::RollUp::region}};
  for (std::size_t unit = 0; unit < former; ++unit) {
    const auto answers = unit_answers(site.context, unit);
    REQUIRE(answers);
    CHECK_FALSE(answers->own);
  }
  CHECK_FALSE(own_numbers({site.context, 0}));
}

TEST_CASE("a unit that exists no more has no answers on its page") {
  const Site site;
  CHECK_FALSE(unit_answers(site.context, former));
}

TEST_CASE("the indicator's page lists the units that may be told of in order of name, without the others") {
  const Site site;
  const auto numbers = own_numbers({site.context, 0});
  REQUIRE(numbers);
  CHECK(has(numbers->title, "2024–2025"));
  std::size_t unit = 0;
  for (const OwnNumber& row : numbers->rows) {
    CHECK(row.name != "Enhet E0");
    while (unit < site.release.units.size() && site.release.units[unit].name != row.name) ++unit;
  }
  CHECK(unit < site.release.units.size());  // they stand as the units of the release do
}

TEST_CASE("the page on small groups counts all that was judged once, and only rules that were used") {
  const Site site;
  const SmallGroupsPage page = small_groups_page(site.context, {PageRef::Kind::small_groups, 0, "sma-grupper.html"});
  REQUIRE(page.counts);
  CHECK_FALSE(page.counts->rules.empty());
  for (const RuleCount& one : page.counts->rules) CHECK(one.n != "0");
  const disclosure::Tally& tally = site.release.tally;
  CHECK(tally.shown + tally.withheld == tally.judged);
  std::uint64_t by_reason = 0;
  for (const std::uint64_t n : tally.by_reason) by_reason += n;
  CHECK(by_reason == tally.withheld);
  CHECK(tally.rolled_up <= tally.withheld);
}

TEST_CASE("the page on small groups says whether single units are told of") {
  const auto rules_of = [](const Site& site) {
    std::string all;
    for (const auto& rule : small_groups_page(site.context, {PageRef::Kind::small_groups, 0, "sma-grupper.html"}).rules) all += rule.text;
    return all;
  };
  CHECK(has(rules_of(Site{}), "bara för flera år tillsammans"));
  CHECK(has(rules_of(Site{{disclosure::RollUp::region}}), "visas inte för sig"));
}
