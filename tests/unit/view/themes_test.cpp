// What inspectors note and what units share, counted by hand in a region of seven units.
#include "base/prose.hpp"
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;
using Kind = PageRef::Kind;

namespace {

// Forums 0 and 1; unit 4 is in none, and unit 6 is not reviewed. Unit 3 is below the line in the area where it has a strength, and unit 5
// was lifted after its review.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("ett"), test::made_forum("två")};
  const std::optional<std::size_t> forums[] = {0, 0, 1, 1, std::nullopt, 0, 1};
  for (std::size_t i = 0; i < 7; ++i) facts.units.push_back(test::made_unit("E" + std::to_string(i), forums[i]));
  const char* grades[] = {"D A", "A C", "B B", "C A", "A A", "DB A"};
  for (std::size_t i = 0; i < 6; ++i) facts.reviews.push_back(test::made_review(i, "2024-03-01", grades[i], i == 5 ? "2024-04-01" : ""));
  const auto note = [&](std::size_t unit, std::size_t area, const char* kind, const char* theme) {
    facts.findings.push_back({unit, area, kind, theme, "", "Ord.", "", {}, ""});
  };
  note(0, 0, "weakness", "EKG");
  note(0, 0, "weakness", "EKG");
  note(0, 1, "strength", "Schema");
  note(1, 0, "strength", "EKG");
  note(2, 0, "strength", "EKG");
  note(2, 1, "weakness", "Schema");
  note(3, 0, "strength", "EKG");
  note(4, 0, "strength", "EKG");
  note(4, 1, "suggestion", "Schema");
  note(5, 0, "weakness", "EKG");
  note(5, 1, "strength", "");
  facts.good_examples = {{1, 0, "Lokaler", "Ett rum", "Vi delar.", "", {}}, {2, std::nullopt, "", "Hela", "Alla är med.", "", {}},
                         {3, 0, "EKG", "Hemlig", "Ingen har läst.", "", {}}, {4, 0, "EKG", "Läs EKG", "En i veckan. Fler kan.", "", {}}};
  return facts;
}

std::vector<model::Approval> approvals() {
  const auto one = [](const char* unit, const char* sentence, const char* date) {
    return model::Approval{text_hash(sentence), "good_examples", unit, "studierektor", day(date), {}};
  };
  return {one("E1", "Ett rum", "2024-05-04"), one("E1", "Vi delar.", "2024-05-02"), one("E2", "Hela", "2024-05-04"),
          one("E2", "Alla är med.", "2024-05-04"), one("E3", "Hemlig", "2024-05-04"), one("E4", "Läs EKG", "2024-05-04"),
          one("E4", "En i veckan.", "2024-05-09")};
}

disclosure::Release release_of(model::Facts facts, const disclosure::Policy& policy) {
  const auto figures = indicators::compute(facts, day(test::made_today));
  Diagnostics diagnostics;
  auto texts = disclosure::approved_texts(facts, figures.units, approvals(), diagnostics);
  auto release = disclosure::judge(std::move(facts), figures, policy, day(test::made_today));
  release.texts = std::move(texts);
  disclosure::narrow_texts(release);
  return release;
}

struct Site {
  explicit Site(model::Facts facts = made_facts(), const disclosure::Policy& policy = test::open_policy())
      : release(release_of(std::move(facts), policy)) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv});
  Texts texts = test::shipped_texts(Language::sv);
  Context context{release, info, texts};

  const PageRef* find(Kind kind, std::size_t index = 0) const {
    for (const PageRef& ref : context.pages()) {
      if (ref.kind == kind && ref.index == index) return &ref;
    }
    return nullptr;
  }
  ThemesPage themes() const { return themes_page(context, *find(Kind::themes)); }
  ExamplesPage examples() const { return examples_page(context, *find(Kind::examples)); }
  std::optional<Borrowed> borrowed(std::size_t unit) const { return unit_page(context, *find(Kind::unit, unit)).borrowed; }
};

std::string names(const std::vector<Link>& links) {
  std::string all;
  for (const Link& link : links) all += link.label + ";";
  return all;
}

}  // namespace

TEST_CASE("a unit is counted once for a theme, by its latest review, and the most common weakness stands first", "[view]") {
  const ThemesPage page = Site{}.themes();
  REQUIRE(page.rows.size() == 2);
  CHECK(page.rows[0].link.value().label == "EKG");
  CHECK(page.rows[0].weakness.words == "2 (33\u00a0%)");
  CHECK(page.rows[0].strength.words == "4 (67\u00a0%)");
  CHECK(page.rows[0].suggestions == "0");
  CHECK(page.rows[0].strength.bar.width == "100.00");
  CHECK(page.rows[0].weakness.bar.width == "50.00");
  CHECK(page.rows[1].weakness.words == "1 (17\u00a0%)");
  CHECK(page.rows[1].suggestions == "1");
  CHECK(page.lead ==
        "Inspektörerna har noterat något vid 6 av 6 granskade enheter. Den vanligaste svagheten är A EKG: 2 enheter (33\u00a0%).");
}

TEST_CASE("an area's page tells the same numbers of its themes and leads to all of them", "[view]") {
  const Site site;
  const AreaPage page = area_page(site.context, *site.find(Kind::area, 0));
  REQUIRE(page.themes);
  REQUIRE(page.themes->rows.size() == 1);
  CHECK(page.themes->rows[0].weaknesses == "2");
  CHECK(page.themes->rows[0].strengths == "4");
  CHECK(page.themes->all.href == "../teman.html");
}

TEST_CASE("weaknesses are counted in each forum, of its reviewed units", "[view]") {
  const auto forums = Site{}.themes().forums;
  REQUIRE(forums);
  REQUIRE(forums->heads.size() == 3);
  CHECK(forums->heads[1].reviewed == "av 2 enheter");  // the third is not reviewed
  const auto told = [&](std::size_t row, std::size_t forum) {
    const ForumCell& cell = forums->rows[row].forums[forum];
    return cell.units + " " + cell.share;
  };
  CHECK(told(0, 0) == "2 67\u00a0%");
  CHECK(told(0, 1) == "0 0\u00a0%");
  CHECK(told(0, 2) == "2 33\u00a0%");
  CHECK(told(1, 1) == "1 50\u00a0%");
}

TEST_CASE("a forum stands out only where it has enough units to be judged", "[view]") {
  CHECK(Site{}.themes().forums->finding == "Inget forum sticker ut.");
  auto policy = test::open_policy();
  policy.smallest_group_to_judge = 3;
  CHECK(Site{made_facts(), policy}.themes().forums->finding ==
        "Mest sticker A EKG ut i Forum ett: 2 av 3 enheter (67\u00a0%), mot 33\u00a0% i hela regionen.");
}

TEST_CASE("the text is held against the grade of the same review, before any plan", "[view]") {
  const TextAndGrade section = Site{}.themes().otherwise;
  REQUIRE(section.areas.size() == 2);
  CHECK(section.areas[0].weak == "0 av 3");    // 1, 2 and 4 hold the line; 5 did so only later
  CHECK(section.areas[0].strong == "1 av 3");  // of 0, 3 and 5: unit 3
  CHECK(section.areas[1].weak == "1 av 5");
  CHECK(section.areas[1].strong == "0 av 1");  // nothing is noted at unit 1
  REQUIRE(section.areas[0].sorts.size() == 1);
  CHECK(section.areas[0].sorts[0].units.at(0).name == "Enhet E3");
  CHECK(section.areas[0].sorts[0].units.at(0).words == "C.");
  CHECK(section.areas[1].sorts.at(0).units.at(0).themes == "Schema");
  CHECK(section.finding ==
        "I ett fall har en enhet A eller B i ett område, fast en svaghet är noterad. I ett fall har en enhet C eller D, fast bara styrkor "
        "är noterade.");
}

TEST_CASE("a weakness or a suggestion without a theme is no theme, but says that there were not only strengths", "[view]") {
  for (const char* kind : {"weakness", "suggestion"}) {
    model::Facts facts = made_facts();
    facts.findings.push_back({3, 0, kind, "", "", "Ord.", "", {}, ""});
    const ThemesPage page = Site{facts}.themes();
    CHECK(page.rows.size() == 2);
    CHECK(page.otherwise.areas[0].strong == "0 av 3");
  }
}

TEST_CASE("a unit with a weakness is led to units whose strength it is, those of its own forum first", "[view]") {
  const Site site;
  REQUIRE(site.borrowed(0));
  const auto ask = site.borrowed(0)->ask;
  REQUIRE(ask);
  REQUIRE(ask->themes.size() == 1);
  CHECK(ask->themes[0].theme == "A EKG");
  CHECK(names(ask->themes[0].units) == "Enhet E1;Enhet E2;Enhet E4;");  // unit 3 is below the line
  CHECK(names(site.borrowed(2)->ask->themes.at(0).units) == "Enhet E0;");
  CHECK_FALSE(site.borrowed(4));
  const auto told = site.themes().ask;
  REQUIRE(told);
  CHECK(told->themes.at(0).summary == "A EKG: 3 enheter");
  CHECK(told->themes.at(0).units.at(1).forum == "Forum två");
}

TEST_CASE("of its own forum come first also when others stand before them in the order of names", "[view]") {
  const Site site;
  const RegionTheme* theme = site.context.themes().find(0, "EKG");
  REQUIRE(theme != nullptr);
  CHECK(nearest_strong(*theme, site.release, 3, 3) == std::vector<std::size_t>{2, 1, 4});
  CHECK(nearest_strong(*theme, site.release, 1, 3) == std::vector<std::size_t>{2, 4});  // never itself
  CHECK(nearest_strong(*theme, site.release, 4, 1) == std::vector<std::size_t>{1});
}

TEST_CASE("examples of the theme of a weakness come before others of a weak area", "[view]") {
  const Site site;
  const auto good = site.borrowed(0)->good;
  REQUIRE(good);
  REQUIRE(good->examples.size() == 2);
  CHECK(good->examples[0].title == "Läs EKG");
  CHECK(good->examples[1].title == "Ett rum");
  const auto lifted = site.borrowed(5)->good;
  REQUIRE(lifted->examples.size() == 1);  // it holds the line now, but the weakness is noted
  CHECK(lifted->examples[0].title == "Läs EKG");
}

TEST_CASE("approved examples stand by area and theme with the day of the last approval; others are neither shown nor counted", "[view]") {
  const Site site;
  const ExamplesPage page = site.examples();
  REQUIRE(page.areas.size() == 2);
  REQUIRE(page.areas[0].themes.size() == 2);
  CHECK(page.areas[0].themes[0].theme == "EKG");
  CHECK(page.areas[0].themes[0].id == "a-ekg");
  REQUIRE(page.areas[0].themes[0].cards.size() == 1);
  CHECK(page.areas[0].themes[0].cards[0].words == "En i veckan. […]");
  CHECK(page.areas[0].themes[0].cards[0].approved.value().text == "Godkänt 2024-05-09");
  CHECK(page.areas[0].themes[1].cards[0].approved.value().text == "Godkänt 2024-05-04");
  CHECK(page.areas[1].heading == "Hela utbildningen");
  CHECK(page.lead.starts_with("3 goda exempel är godkända att visa, från 3 enheter. Flest finns i A "));
  CHECK(page.missing.value().text.find("finns än: B ") != std::string::npos);  // unit 1 has C there
  CHECK(test::words_of(page).find("Hemlig") == std::string::npos);
}

TEST_CASE("a site without approved examples or without findings lacks those pages", "[view]") {
  model::Facts facts = made_facts();
  facts.good_examples.clear();
  CHECK(Site{facts}.find(Kind::examples) == nullptr);
  CHECK(Site{facts}.find(Kind::themes) != nullptr);
  facts.findings.clear();
  CHECK(Site{facts}.find(Kind::themes) == nullptr);
}

TEST_CASE("units whose reviews are withheld are in no count of themes", "[view]") {
  const Site site{made_facts(), test::made_policy(5)};
  std::size_t shown = 0;
  for (const std::size_t unit : site.context.units()) shown += latest_review(site.release, unit) == nullptr ? 0U : 1U;
  for (const RegionTheme& one : site.context.themes().all()) {
    for (const auto& units : one.units) CHECK(units.size() <= shown);
  }
  CHECK((site.find(Kind::themes) == nullptr) == (shown == 0));
}
