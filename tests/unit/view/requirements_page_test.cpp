// The page about requirements on units, and the checklist of a unit, in words.
#include "view/page_requirements.hpp"

#include "catch.hpp"
#include "made_indicators.hpp"
#include "page_words.hpp"
#include "view/page_unit.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;

namespace {

constexpr const char* patients =
    "dataset: units\nkind: share\nnumerator: {field: listed_patients, at_least: 3000}\n"
    "denominator: {field: listed_patients, answered: ja}\nnear: {closer_than: 300, why: {sv: Nära, en: Near}}\n";

struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv});
  Texts texts = test::shipped_texts(Language::sv);
  Context context;

  explicit Site(const std::vector<std::optional<int>>& listed) : release(release_of(listed)), context(release, info, texts) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  static disclosure::Release release_of(const std::vector<std::optional<int>>& listed) {
    model::Facts facts;
    facts.framework = test::made_framework(2);
    facts.forums = {test::made_forum("norr"), test::made_forum("vast")};
    facts.datasets = test::made_datasets();
    for (std::size_t i = 0; i < listed.size(); ++i) {
      facts.units.push_back(test::made_unit("E" + std::to_string(10 + i), i % 2));
      facts.units.back().figures.listed_patients = listed[i];
      facts.reviews.push_back(test::made_review(i, "2025-01-01", "A A"));
    }
    test::put_in_order(facts);
    auto measured = test::measured(facts, {test::made_definition(patients)});
    const auto figures = indicators::compute(facts, day(test::made_today));
    return disclosure::judge(std::move(facts), figures, test::open_policy(), day(test::made_today), Audience::management,
                             std::move(measured));
  }

  RequirementsPage page() const {
    for (const PageRef& ref : context.pages()) {
      if (ref.kind == PageRef::Kind::requirements) return requirements_page(context, ref);
    }
    return {};
  }
  RequirementRow row(std::size_t unit) const { return requirement_row(context, context.requirements().at(0), unit, ""); }
};

std::vector<std::string> names(const RequirementsPage& page) {
  std::vector<std::string> all;
  for (const PressedUnit& one : page.units) all.push_back(one.link ? one.link->label : one.plain->text);
  return all;
}

}  // namespace

TEST_CASE("a requirement says what the unit has, the limit, the state and what is missing") {
  const Site site{{2850, 3000, 3299, 3300, std::nullopt}};
  CHECK(site.row(0).own == "2\u00a0850 listade patienter");
  CHECK(site.row(0).limit == "minst 3\u00a0000");
  CHECK(site.row(0).tone == "bad");
  REQUIRE(site.row(0).missing);
  CHECK(site.row(0).missing->text == "150 listade patienter fattas");
  CHECK(site.row(1).tone == "warn");
  CHECK_FALSE(site.row(1).missing);
  CHECK(site.row(2).tone == "warn");
  CHECK(site.row(3).tone == "good");
  CHECK(site.row(4).tone == "plain");
  CHECK(site.row(4).own == "–");
}

TEST_CASE("the page counts every unit once, and lists those that are under or near a limit, worst first") {
  const Site site{{3300, 3299, 2999, 4000, std::nullopt}};
  const RequirementsPage page = site.page();
  REQUIRE(page.summary);
  REQUIRE(page.summary->lines.size() == 1);
  const RequirementLine& line = page.summary->lines[0];
  CHECK(line.under == "1");
  CHECK(line.near == "1");
  CHECK(line.met == "2");
  CHECK(line.not_known == "1");
  CHECK(line.bar);
  CHECK(names(page) == std::vector<std::string>{site.release.units[2].name, site.release.units[1].name});
  CHECK(page.lead.find("Av 5 enheter ligger en under minst en gräns.") == 0);
  CHECK(page.lead.find("Registret saknar uppgifter om en enhet.") != std::string::npos);
  const UnitsTally tally = tally_of(site.context, site.context.units());
  CHECK(tally.under + tally.near + tally.clear + tally.untold == tally.units);
  CHECK(page.summary->forums.at(0).units == "3");
}

TEST_CASE("without a register there is no page, and a forum says nothing of it") {
  const Site silent{{std::nullopt, std::nullopt}};
  CHECK(silent.context.requirements().empty());
  CHECK(silent.context.requirements_path().empty());
  CHECK(requirements_finding(silent.context, silent.context.units()).empty());
  for (const PageRef& ref : silent.context.pages()) CHECK(ref.kind != PageRef::Kind::requirements);
}

TEST_CASE("a long list is cut into parts, and only the first has the summary") {
  const Site site{std::vector<std::optional<int>>(rows_per_page + 1, 2000)};
  std::vector<RequirementsPage> parts;
  for (const PageRef& ref : site.context.pages()) {
    if (ref.kind == PageRef::Kind::requirements) parts.push_back(requirements_page(site.context, ref));
  }
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].units.size() == rows_per_page);
  CHECK(parts[0].summary);
  CHECK(parts[1].units.size() == 1);
  CHECK_FALSE(parts[1].summary);
  CHECK(parts[0].has_parts);
}
