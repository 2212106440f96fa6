// Pages of a small made-up region: their addresses, what they say, and that nothing withheld shows through.
#include <filesystem>
#include <stdexcept>

#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using disclosure::Policy;
using model::Ownership;
using test::day;
using Kind = PageRef::Kind;

namespace {

// Forum "stor" has five units, "liten" two, and one unit is in none; the last one is not reviewed.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("stor"), test::made_forum("liten")};
  facts.rounds = {{"2019–2022", day("2019-01-01"), day("2022-12-31")}};
  for (std::size_t i = 0; i < 8; ++i) {
    const auto forum = i < 5 ? std::optional<std::size_t>{0} : i < 7 ? std::optional<std::size_t>{1} : std::nullopt;
    facts.units.push_back(test::made_unit("E" + std::to_string(i), forum, i % 2 == 0 ? Ownership::public_ : Ownership::private_));
  }
  facts.reviews = {test::made_review(0, "2021-03-01", "A B"), test::made_review(0, "2025-03-01", "B C"),
                   test::made_review(1, "2020-02-01", "A A"), test::made_review(2, "2021-06-01", "DC B", "2021-08-01"),
                   test::made_review(3, "2026-06-01", "D A"), test::made_review(4, "2021-01-01", "C C"),
                   test::made_review(5, "2022-11-11", "B D"), test::made_review(6, "2020-10-10", "A A")};
  return facts;
}

disclosure::Release release_of(model::Facts facts, const Policy& policy) {
  const auto figures = indicators::compute(facts, day(test::made_today));
  return disclosure::judge(std::move(facts), figures, policy, day(test::made_today));
}

struct Site {
  disclosure::Release release;
  SiteInfo info;
  Texts texts;
  Context context{release, info, texts};

  Site(model::Facts facts, const Policy& policy, Language language = Language::sv,
       std::vector<Language> languages = {Language::sv, Language::en})
      : release(release_of(std::move(facts), policy)),
        info(test::made_info(std::move(languages))),
        texts(test::shipped_texts(language)) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  const PageRef& page(Kind kind, std::size_t index = 0) const {
    for (const PageRef& ref : context.pages()) {
      if (ref.kind == kind && ref.index == index) return ref;
    }
    throw std::logic_error("no such page");
  }
};

std::string path_after(std::string from, const std::string& href) {
  from.erase(from.rfind('/') == std::string::npos ? 0 : from.rfind('/') + 1);
  return std::filesystem::path{from + href}.lexically_normal().string();
}

}  // namespace

TEST_CASE("links of the shell lead to the same places from every depth and in every language") {
  for (const Language language : {Language::sv, Language::en}) {
    const Site site{made_facts(), test::open_policy(), language};
    CHECK(site.context.folder() == (language == Language::sv ? "" : "en/"));
    for (const PageRef& ref : site.context.pages()) {
      const std::string here = site.context.folder() + ref.path;
      INFO(here);
      const Shell shell = site.context.shell(ref, "namn");
      CHECK(path_after(here, shell.home) == site.context.folder() + "index.html");
      CHECK(path_after(here, shell.root + "assets/a.css") == "assets/a.css");
      CHECK(path_after(here, shell.method_href) == site.context.folder() + "metod.html");
      std::vector<std::string> foot;
      for (const Link& link : shell.foot) foot.push_back(path_after(here, link.href));
      const std::string in = site.context.folder();
      CHECK(foot == std::vector<std::string>{in + "om.html", in + "status.html",
                                           in + "andringar.html", in + "sma-grupper.html", in + "tillganglighet.html"});
      REQUIRE(shell.other_language);
      CHECK(path_after(here, shell.other_language->href) == (language == Language::sv ? "en/" : "") + ref.path);
      CHECK(shell.other_language->code == (language == Language::sv ? "en" : "sv"));
      std::vector<std::string> nav;
      for (const Link& link : shell.nav) nav.push_back(path_after(here, link.href));
      const std::string folder = site.context.folder();
      CHECK(nav == std::vector<std::string>{folder + "index.html", folder + "enheter.html", folder + "omraden.html", folder + "forum.html",
                                            folder + "atgarder.html", folder + "data.html", folder + "metod.html"});
    }
  }
}

TEST_CASE("links go up as many folders as the page lies down") {
  CHECK(way_up("index.html").empty());
  CHECK(way_up("enhet/e1.html") == "../");
  CHECK(way_up("en/enhet/e1.html") == "../../");
}

TEST_CASE("a page below a section marks it as the current one") {
  const Site site{made_facts(), test::open_policy()};
  const auto current = [&](Kind kind) {
    std::string marked;
    for (const Link& link : site.context.shell(site.page(kind), "").nav) marked += link.current ? link.label + ";" : "";
    return marked;
  };
  CHECK(current(Kind::unit) == current(Kind::units));
  CHECK(current(Kind::area) == current(Kind::areas));
  CHECK(current(Kind::forum) == current(Kind::forums));
  CHECK(current(Kind::unit) == site.texts.say("nav.units") + ";");
  CHECK(current(Kind::accessibility).empty());
}

TEST_CASE("a site in one language has no link to another, and says the day of its newest source") {
  const Site site{made_facts(), test::open_policy(), Language::sv, {Language::sv}};
  const Shell shell = site.context.shell(site.page(Kind::overview), "");
  CHECK_FALSE(shell.other_language);
  CHECK_FALSE(shell.notice);
  CHECK(shell.as_of.find("2026-05-31") != std::string::npos);
  CHECK(shell.lang == "sv");
  CHECK(shell.release == "0123456789ab");
  CHECK(shell.sources.size() == 2);
}

TEST_CASE("every unit, area and forum has its page, at an address of its own") {
  const Site site{made_facts(), test::open_policy()};
  std::map<Kind, int> kinds;
  std::map<std::string, int> paths;
  for (const PageRef& ref : site.context.pages()) {
    ++kinds[ref.kind];
    ++paths[ref.path];
  }
  CHECK(kinds == std::map<Kind, int>{{Kind::overview, 1},
                                     {Kind::units, 1},
                                     {Kind::unit, 8},
                                     {Kind::areas, 1},
                                     {Kind::area, 2},
                                     {Kind::forums, 1},
                                     {Kind::forum, 2},
                                     {Kind::meeting, 3},
                                     {Kind::measures, 1},
                                     {Kind::cases, 1},
                                     {Kind::calendar, 3},
                                     {Kind::data, 1},
                                     {Kind::method, 1}, {Kind::small_groups, 1}, {Kind::search, 1}, {Kind::compare, 1},
                                     {Kind::since, 1}, {Kind::about, 1}, {Kind::status, 1},
                                     {Kind::accessibility, 1}});
  CHECK(paths.size() == site.context.pages().size());
  CHECK(site.context.unit_path(3) == "enhet/e3.html");
  CHECK(site.context.area_path(1) == "omrade/b.html");
  CHECK(site.context.forum_path(0) == "forum/stor.html");
}

TEST_CASE("a site without reviews has no pages about them") {
  model::Facts facts = made_facts();
  facts.reviews.clear();
  const Site site{std::move(facts), test::open_policy()};
  std::vector<std::string> paths;
  for (const auto& [path, words] : test::all_words(site.context)) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{"andringar.html", "data.html", "enheter.html", "index.html", "metod.html", "om.html",
                                          "sma-grupper.html", "sok.html", "status.html", "tillganglighet.html"});
  CHECK(site.context.unit_path(0).empty());
}

TEST_CASE("the table of units has a row for each reviewed unit and what to filter them by") {
  const Site site{made_facts(), test::open_policy()};
  const UnitsTable table = units_table(site.context, {0, 2, 3, 5, 7}, "../", "titel");
  CHECK(table.caption == "titel");
  REQUIRE(table.rows.size() == 4);  // 7 is not reviewed
  CHECK(table.rows[0].href == "../enhet/e0.html");
  CHECK(table.rows[0].name == "Enhet E0");
  CHECK(table.rows[0].forum == "Forum stor");
  CHECK(table.rows[0].reviewed == "2025-03-01");
  CHECK(table.rows[0].due == "2030-03-01");
  CHECK_FALSE(table.rows[0].overdue);
  CHECK(table.rows[0].tone == "warn");
  CHECK(table.rows[0].age == "15 månader");
  REQUIRE(table.rows[1].grades.size() == 2);
  CHECK(table.rows[1].grades[0].letter == "C");
  CHECK(table.rows[1].grades[0].grade == "c");
  REQUIRE(table.rows[1].grades[0].before);
  CHECK(table.rows[1].grades[0].before->text == "D");
  CHECK_FALSE(table.rows[1].grades[1].before);
  CHECK(table.rows[1].overdue);
  CHECK(table.rows[2].tone == "bad");
  CHECK(table.rows[2].detail.find("2026-09-01") != std::string::npos);
  REQUIRE(table.areas.size() == 2);
  CHECK(table.areas[1].href == "../omrade/b.html");
  CHECK(table.forums.size() == 2);
  CHECK(table.owners.size() == 2);
  CHECK(table.states.size() == 3);
}

TEST_CASE("a unit that is withheld or not reviewed has no row") {
  const Site open{made_facts(), test::open_policy()};
  CHECK(unit_row(open.context, 0, ""));
  CHECK_FALSE(unit_row(open.context, 7, ""));
  const Site closed{made_facts(), test::made_policy(5)};
  CHECK_FALSE(unit_row(closed.context, 0, ""));
  const UnitsTable table = units_table(closed.context, {0, 1, 2}, "", "");
  CHECK(table.rows.empty());
  CHECK(table.states.empty());
}

TEST_CASE("a withheld unit has a page that says so and no grade, date or status") {
  const Site site{made_facts(), test::made_policy(5)};
  const UnitPage page = unit_page(site.context, site.page(Kind::unit, 5));
  CHECK(page.name == "Enhet E5");
  CHECK(page.status == site.texts.say("withheld.small_group"));
  CHECK(page.lead == site.texts.say("unit.withheld"));
  CHECK_FALSE(page.reviewed);
  CHECK(page.areas.empty());
  CHECK(page.steps.empty());
  CHECK_FALSE(page.history);
  CHECK_FALSE(page.figures);
  CHECK(page.tone == "plain");
  const std::string words = test::words_of(page);
  for (const char* secret : {"2022", "2023-02-11", "2027", "Forum liten"}) CHECK(words.find(secret) == std::string::npos);
}

TEST_CASE("a withheld group is said to be so, on its own page and in the lists") {
  Policy policy = test::made_policy(3);
  const Site site{made_facts(), policy};
  const ForumPage page = forum_page(site.context, site.page(Kind::forum, 1));
  CHECK(page.lead == site.texts.say("withheld.sentence"));
  CHECK(page.table.rows.empty());
  CHECK(page.deadlines.empty());
  for (const AreaLine& line : page.areas.lines) {
    CHECK_FALSE(line.bar);
    CHECK(line.finding == site.texts.say("withheld.small_group"));
    CHECK(line.reached == site.texts.say("withheld.small_group"));
    CHECK(line.initial == site.texts.say("withheld.small_group"));
    CHECK(line.current == site.texts.say("withheld.small_group"));
    CHECK(line.mean == "–");
    CHECK(line.sd == "–");
  }
  const ForumsPage list = forums_page(site.context, site.page(Kind::forums));
  CHECK(list.forums.at(1).finding == site.texts.say("withheld.sentence"));
  CHECK(list.forums.at(0).finding != site.texts.say("withheld.sentence"));
  const AreaPage area = area_page(site.context, site.page(Kind::area, 0));
  CHECK_FALSE(area.forums.at(1).bar);
  CHECK(area.forums.at(0).bar);
  CHECK(area.units.empty());
}

TEST_CASE("a meeting is told what the forum's page and the overview tell, and the region's meeting what they have in common") {
  const Site site{made_facts(), test::open_policy()};
  const ForumPage forum = forum_page(site.context, site.page(Kind::forum, 0));
  CHECK(forum.meeting_href == "../mote/stor.html");
  const MeetingPage meeting = meeting_page(site.context, site.page(Kind::meeting, 0));
  CHECK(meeting.lead == forum.lead);
  REQUIRE(meeting.deadlines);
  CHECK(meeting.deadlines->finding == forum.deadlines_finding);
  CHECK(test::words_of(*meeting.deadlines).find(test::words_of(forum.deadlines.front())) != std::string::npos);
  REQUIRE(meeting.open.size() == 1);  // the fourth unit has a D in the first area; that of the third has been lifted
  CHECK(meeting.open[0].href == "../enhet/e3.html");
  CHECK(meeting.open[0].areas == "A");
  CHECK_FALSE(meeting.forums);
  const OverviewPage overview = overview_page(site.context, site.page(Kind::overview));
  const MeetingPage region = meeting_page(site.context, site.page(Kind::meeting, 2));
  CHECK(overview.state->meeting_href == "mote.html");
  CHECK(region.open.size() == overview.state->open.size());
  CHECK(region.figures.size() == overview.state->figures.size());
  CHECK(region.figures[0].value == overview.state->figures[0].value);
  REQUIRE(region.forums);
  CHECK(region.forums->forums.size() == 2);
  CHECK_FALSE(region.deadlines);
}

TEST_CASE("the meeting of a withheld forum is told of nothing") {
  const Site site{made_facts(), test::made_policy(3)};
  const MeetingPage meeting = meeting_page(site.context, site.page(Kind::meeting, 1));
  CHECK(meeting.lead == site.texts.say("withheld.sentence"));
  CHECK(meeting.open_finding == site.texts.say("withheld.sentence"));
  CHECK(meeting.deadlines->finding == site.texts.say("withheld.sentence"));
  CHECK(meeting.open.empty());
  CHECK(meeting.deadlines->rows.empty());
}

TEST_CASE("when even the region is too small, pages say the same whatever the reviews say") {
  for (const Language language : {Language::sv, Language::en}) {
    const Site site{made_facts(), test::made_policy(100), language};
    model::Facts other = made_facts();
    other.reviews.resize(3);
    other.reviews[0] = test::made_review(0, "2026-01-01", "D D");
    other.reviews[1] = test::made_review(0, "2026-03-01", "D D");
    other.reviews[2] = test::made_review(6, "2010-05-05", "C DC", "2010-07-01");
    const Site twin{std::move(other), test::made_policy(100), language};
    CHECK(test::all_words(site.context) == test::all_words(twin.context));
  }
}
