// Pages of a made-up indicator: what they say, and that nothing withheld shows through.
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using indicators::Definition;
using indicators::GroupKind;
using indicators::PeriodKind;
using test::day;

namespace {

constexpr int years = 2;  // 2024 and 2025

Definition made_definition() {
  Definition definition;
  definition.id = "pahittad";
  definition.name = {"Namnet", "The name"};
  definition.question = {"Frågan?", "The question?"};
  definition.source = indicators::Source::annual_reports;
  definition.target = indicators::Target{true, 90, {"Källan", "The source"}};
  definition.publication = indicators::Publication::published;
  return definition;
}

struct Counts {
  std::int64_t k = 0;
  std::int64_t n = 0;
  int units = 10;
};

// One indicator for the region and its groups, in two years.
struct Made {
  indicators::Measured measured;

  explicit Made(Definition definition = made_definition()) {
    measured.definitions = {std::move(definition)};
    for (int i = 0; i < years; ++i) {
      const std::string year = std::to_string(2024 + i);
      const auto index = static_cast<std::size_t>(2024 + i);
      measured.periods.push_back({PeriodKind::year, year, day(year + "-01-01"), day(year + "-12-31"), true, index});
    }
    measured.indicators.resize(1);
    measured.indicators[0].periods = {0, 1};
    measured.indicators[0].groups.resize(years);
    add(GroupKind::region, "", {600, 675}, {606, 675});
  }
  Made& add(GroupKind kind, const std::string& name, Counts before, Counts now) {
    indicators::Group group;
    group.kind = kind;
    group.id = name;
    group.name = {name, name};
    measured.groups.all.push_back(std::move(group));
    const Counts counts[] = {before, now};
    for (std::size_t i = 0; i < years; ++i) {
      indicators::Value value;
      value.k = counts[i].k;
      value.n = counts[i].n;
      value.units = counts[i].units;
      value.largest = 1;
      measured.indicators[0].groups[i].push_back(value);
    }
    return *this;
  }
};

struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv});
  Texts texts = test::shipped_texts(Language::sv);
  Context context;

  explicit Site(Made made) : release(release_of(std::move(made))), context(release, info, texts) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  IndicatorPage page() const { return indicator_page(context, {PageRef::Kind::indicator, 0, "indikator/pahittad.html"}); }

  static disclosure::Release release_of(Made made) {
    disclosure::Release release;
    release.framework = test::made_framework(1);
    release.policy = test::open_policy();
    release.as_of = day(test::made_today);
    disclosure::Gate gate{release.policy};
    for (std::size_t i = 0; i * years < made.measured.indicators[0].units.size(); ++i) {
      release.units.emplace_back();
      release.units.back().name = "Enhet " + std::to_string(i);
    }
    release.indicators = judged(gate, std::move(made.measured), release.policy);
    return release;
  }

  // By the primary rules alone: what the rest of a region forces to be withheld is no matter of the pages.
  static disclosure::Indicators judged(disclosure::Gate& gate, indicators::Measured measured, const disclosure::Policy& policy) {
    disclosure::IndicatorCells cells;
    const indicators::IndicatorFigures& figures = measured.indicators[0];
    cells.periods = figures.periods;
    std::vector<std::vector<const indicators::Value*>> shown(years);
    for (std::size_t i = 0; i < years; ++i) {
      auto& period = cells.groups.emplace_back();
      for (const indicators::Value& value : figures.groups[i]) {
        cells.has_data = cells.has_data || value.n > 0;
        const auto because = disclosure::withheld_because({value.n, value.units, value.largest, value.k}, policy.smallest_group);
        period.push_back(gate.judge(value, value.n == 0 ? std::nullopt : because));
      }
      for (const auto& cell : period) shown[i].push_back(cell.shown());
    }
    for (const indicators::UnitValue& value : figures.units) cells.units.push_back(gate.judge(value, std::nullopt));
    cells.assessment = indicators::assess({measured.definitions[0], measured.periods, cells.periods, measured.groups.all, shown,
                                           policy.smallest_group_to_judge, measured.settings.outlier_limit});
    disclosure::Indicators all;
    all.definitions = std::move(measured.definitions);
    all.periods = std::move(measured.periods);
    all.groups = std::move(measured.groups.all);
    all.cells.push_back(std::move(cells));
    return all;
  }
};

const IndicatorGroup& row_of(const IndicatorPage& page, const std::string& name) {
  for (const IndicatorGroups& block : page.groups) {
    for (const IndicatorGroup& row : block.rows) {
      if (row.name == name) return row;
    }
  }
  throw std::logic_error("no such row");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the lead says the value, what it rests on, whether the target is met and what has changed") {
  const Site site{Made{}};
  CHECK(indicator_lead({site.context, 0}) ==
        "2025 var det 90\u00a0% (606 av 675 årsrapporter). Målet, minst 90\u00a0%, nås inte riktigt (89,8\u00a0%). "
        "Det är 1 procentenhet mer än 2024, men det kan vara slump.");
  CHECK(site.page().question == "Frågan?");
}

TEST_CASE("nothing of a withheld value is on the page, neither its numbers nor a mark") {
  Made made;
  made.add(GroupKind::forum, "Öppet", {88, 97}, {87, 97}).add(GroupKind::forum, "Dolt", {4444, 7123, 2}, {4321, 7123, 2});
  const Site site{std::move(made)};
  const IndicatorPage page = site.page();
  const IndicatorGroup& hidden = row_of(page, "Dolt");
  CHECK_FALSE(hidden.mark);
  CHECK(hidden.value == cell_text(site.context, site.release.indicators.definitions[0], site.release.indicators.cells[0].headline(2)));
  CHECK((hidden.basis + hidden.range + hidden.shrunk + hidden.judgement + hidden.change).empty());
  for (const std::string& words : {test::words_of(page), test::words_of(site.context, site.context.pages().back())}) {
    for (const char* secret : {"7123", "7\u00a0123", "4321", "4\u00a0321", "4444", "61\u00a0%", "60,66", "62\u00a0%"}) {
      CHECK_FALSE(has(words, secret));
    }
  }
  REQUIRE(page.gap);
  CHECK(page.gap->parts.size() == 1);
  CHECK(has(page.gap->note, "inte med"));
}

TEST_CASE("a group is better, worse or as the region in words, and not judged on few answers") {
  Made made;
  made.add(GroupKind::forum, "Låg", {40, 97}, {40, 97}).add(GroupKind::forum, "Lik", {87, 97}, {87, 97});
  made.add(GroupKind::forum, "Liten", {3, 6}, {3, 6});
  const Site site{std::move(made)};
  const IndicatorPage page = site.page();
  CHECK(has(row_of(page, "Låg").judgement, "sämre än"));
  CHECK(row_of(page, "Låg").tone == "bad");
  CHECK(has(row_of(page, "Lik").judgement, "som "));
  CHECK(row_of(page, "Lik").tone == "plain");
  CHECK(has(row_of(page, "Liten").judgement, "för få svar"));
  CHECK(row_of(page, "Liten").mark->hollow);
  CHECK(page.groups_title == "Ett ST-forum skiljer sig tydligt från regionen");
}

TEST_CASE("two years are joined by a line, but never across a break in the series") {
  CHECK(Site{Made{}}.page().series.front().steps.size() == 1);
  CHECK(Site{Made{}}.page().series.front().breaks.empty());
  Definition broken = made_definition();
  broken.breaks = {{day("2025-01-01"), {"Ny fråga.", "A new question."}}};
  const Site site{Made{broken}};
  const IndicatorPage page = site.page();
  CHECK(page.series.front().dots.size() == 2);
  CHECK(page.series.front().steps.empty());
  CHECK(page.series.front().breaks.size() == 1);
  CHECK(page.series.front().breaks.front().text == "50.00");
  CHECK(has(page.breaks.front().text, "2025-01-01: Ny fråga."));
  CHECK_FALSE(has(page.lead, "2024"));
}

TEST_CASE("a year that is withheld leaves a hole in the line") {
  Made made;
  made.measured.indicators[0].groups[0][0].units = 2;
  made.add(GroupKind::ownership, "", {90, 100}, {90, 100});
  made.measured.groups.all.back().ownership = model::Ownership::private_;
  const Site site{std::move(made)};
  const SeriesChart chart = series_chart({site.context, 0}, Scale{}, whole_region);
  CHECK(chart.dots.size() == 1);
  CHECK(chart.steps.empty());
  CHECK_FALSE(site.page().has_series);
}

TEST_CASE("of many groups of a kind thirty are shown, and it is said how many are not") {
  Made made;
  for (int i = 0; i < 35; ++i) made.add(GroupKind::provider, "Vårdgivare " + std::to_string(i), {50, 60}, {50, 60});
  const Site site{std::move(made)};
  const IndicatorPage page = site.page();
  REQUIRE(page.groups.size() == 1);
  CHECK(page.groups.front().rows.size() == 30);
  CHECK(page.groups.front().more->text == "och 5 till i nedladdningen");
}

TEST_CASE("units that do not meet it are named in their own order, unless more than a yes or a no is known of them") {
  Definition definition = made_definition();
  definition.source = indicators::Source::reviews;
  for (const std::int64_t n : {1, 2}) {
    Made made{definition};
    made.measured.indicators[0].units = {{1, 1}, {0, 1}, {1, 1}, {1, 1}, {0, 1}, {0, n}};  // unit by unit: before, now
    const Site site{std::move(made)};
    const auto units = unmet_units({site.context, 0});
    CHECK(units.has_value() == (n == 1));
    if (!units) continue;
    CHECK(units->title == "2 enheter uppfyller det inte");
    CHECK(units->units.front().name == "Enhet 0");
    CHECK(units->units.back().name == "Enhet 2");
  }
}

TEST_CASE("an indicator without data is listed without a page, and an archived one with its reason") {
  Made made;
  for (auto& period : made.measured.indicators[0].groups) period[0] = {};
  Site site{std::move(made)};
  CHECK(site.context.indicator_path(0).empty());
  Definition old = made_definition();
  old.publication = indicators::Publication::archived;
  old.archived_because = {"Frågan ställs inte längre.", "The question is no longer asked."};
  site.release.unpublished = {old};
  const IndicatorsPage page = indicators_page(site.context, {PageRef::Kind::indicators, 0, "indikatorer.html"});
  CHECK(page.blocks.empty());
  REQUIRE(page.without.size() == 1);
  CHECK(page.without.front().name == "Namnet");
  REQUIRE(page.archived.size() == 1);
  CHECK(page.archived.front().why == "Frågan ställs inte längre.");
}

TEST_CASE("agreement is a word, by the limits of Landis and Koch") {
  const Texts texts = test::shipped_texts(Language::sv);
  const std::pair<double, const char*> words[] = {{-0.3, "ingen"}, {0, "ingen"},     {0.2, "svag"},      {0.21, "viss"}, {0.4, "viss"},
                                                  {0.6, "måttlig"}, {0.61, "god"}, {0.81, "mycket god"}, {1, "mycket god"}};
  for (const auto& [kappa, word] : words) CHECK(agreement_text(texts, kappa) == word);
}

TEST_CASE("another role's difference is told with its interval, and as chance when it may be that") {
  for (const std::int64_t managers : {75, 42}) {
    Definition definition = made_definition();
    definition.source = indicators::Source::survey;
    definition.numerator.subject.statement = "tid";
    definition.numerator.test = indicators::Condition::Test::one_of;
    definition.numerator.values = {0};
    Site site{Made{definition}};
    site.release.statements = {{"tid", std::nullopt, {"Jag har tid", "I have time"}}};
    indicators::RoleComparison manager;
    manager.round = site.release.indicators.periods[1].index;
    manager.role = model::Role::manager;
    manager.agree = {managers, 100};
    manager.doctors_agree = {40, 100};
    manager.units = 20;
    manager.pairs = 20;
    manager.difference = managers == 75 ? indicators::Interval{21.5, 46.6} : indicators::Interval{-11.4, 15.3};
    manager.kappa = 0.3;
    disclosure::Gate gate{site.release.policy};
    site.release.indicators.roles = {gate.judge(manager, std::nullopt)};
    const auto roles = compared_roles({site.context, 0});
    REQUIRE(roles);
    REQUIRE(roles->rows.size() == 2);
    CHECK(roles->rows[0].value == "40\u00a0%");
    CHECK(roles->rows[1].agreement == "viss");
    CHECK(roles->rows[1].marked == (managers == 75));
    CHECK(roles->rows[1].difference == (managers == 75 ? "35 procentenheter högre än ST-läkarna (95 % intervall 22–47)"
                                                       : "2 procentenheter högre än ST-läkarna, kan vara slump"));
  }
}

TEST_CASE("events stand in the charts of their area where they happened, and in words with the same number") {
  Definition definition = made_definition();
  definition.area = 0;
  Site site{Made{std::move(definition)}};
  site.release.events = {{day("2023-06-30"), {"För tidigt", "Too early"}, {}},
                         {day("2024-07-01"), {"Alla", "All"}, {}},
                         {day("2024-07-02"), {"Ett annat område", "Another area"}, {1}},
                         {day("2025-07-02"), {"Området", "The area"}, {0}}};
  const IndicatorPage page = site.page();
  REQUIRE(page.events.size() == 2);
  CHECK(page.events[0].number == "1");
  CHECK(page.events[0].text == "Alla");
  CHECK(page.events[1].date == "2025-07-02");
  const auto& marks = page.series.front().events;
  REQUIRE(marks.size() == 2);
  CHECK(std::stod(marks[0].x) == Approx(25).margin(0.2));  // the middle of the first of two years
  CHECK(std::stod(marks[1].x) == Approx(75).margin(0.2));
  CHECK(marks[1].number == "2");
}

TEST_CASE("small charts of an area say in words what they do not show") {
  Definition definition = made_definition();
  definition.area = 0;
  const Site site{Made{std::move(definition)}};
  const auto development = development_in(site.context, 0, "../");
  REQUIRE(development);
  REQUIRE(development->panels.size() == 1);
  CHECK(development->panels.front().notes.empty());
  CHECK(development->rows.size() == 2);
  CHECK_FALSE(development->compared);
}

TEST_CASE("a forum stands before the region's line, with a gap where its value is withheld") {
  Definition definition = made_definition();
  definition.area = 0;
  Made made{std::move(definition)};
  made.add(GroupKind::forum, "Norr", {4, 4}, {70, 80});
  made.measured.groups.all.back().forum = 0;
  const Site site{std::move(made)};
  CHECK_FALSE(development_of(site.context, 0, "../"));  // fewer than three years of its own
  const SeriesChart chart = series_chart({site.context, 0}, Scale{}, 1);
  CHECK(chart.periods.size() == 2);
  CHECK(chart.dots.size() == 1);
  CHECK(chart.steps.empty());
}
