// Charts as files of their own: the same bars as on the page, nothing withheld, and where the numbers come from.
#include "view/picture.hpp"

#include <algorithm>

#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/areas_chart.hpp"
#include "view/page_area.hpp"
#include "view/page_forum.hpp"
#include "view/page_overview.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;

namespace {

// Forum "stor" has five units, "liten" two.
disclosure::Release made_release() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("stor"), test::made_forum("liten")};
  for (std::size_t i = 0; i < 7; ++i) {
    facts.units.push_back(test::made_unit("E" + std::to_string(i), std::optional<std::size_t>{i < 5 ? 0 : 1}, model::Ownership::public_));
    facts.reviews.push_back(test::made_review(i, "2021-03-01", i % 2 == 0 ? "A B" : "D C"));
  }
  const auto figures = indicators::compute(facts, day(test::made_today));
  disclosure::Policy policy = test::made_policy(3);  // grades of two units are withheld
  policy.grades_about_persons = true;
  return disclosure::judge(std::move(facts), figures, policy, day(test::made_today));
}

SiteInfo made_up() {
  SiteInfo info = test::made_info({Language::sv, Language::en});
  info.notice = {"Allt är påhittat.", "All of it is fictional."};
  return info;
}

struct Site {
  explicit Site(Language language = Language::sv)
      : release(made_release()), info(made_up()), texts(test::shipped_texts(language)) {}
  disclosure::Release release;
  SiteInfo info;
  Texts texts;
  Context context{release, info, texts};
  OverviewPage overview() const { return overview_page(context, {PageRef::Kind::overview, 0, "index.html"}); }
  ForumPage forum(std::size_t index) const { return forum_page(context, {PageRef::Kind::forum, index, context.forum_path(index)}); }
  Picture made(const Shell& shell, const Figures& figures, std::string_view path) const {
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) { return figure.path == path; });
    REQUIRE(found != figures.end());
    return picture(context, shell, *found);
  }
  Picture of_overview() const {
    const OverviewPage page = overview();
    return made(page.shell, page.take_away, "bild/oversikt-omraden");
  }
};

std::string joined(const std::vector<PictureLine>& lines) {
  std::string out;
  for (const PictureLine& line : lines) out += (out.empty() ? "" : " ") + line.text;
  return out;
}

}  // namespace

TEST_CASE("what a page shows in charts and tables can be taken away, under the names of the page and its section") {
  const Site site;
  std::vector<std::string> paths;
  for (const Figure& figure : site.overview().take_away) paths.push_back(figure.path);
  CHECK(paths == std::vector<std::string>{"bild/oversikt-nyckeltal", "bild/oversikt-omraden", "bild/oversikt-forum",
                                         "bild/oversikt-alder"});
  const AreaPage page = area_page(site.context, {PageRef::Kind::area, 1, "omrade/b.html"});
  REQUIRE(page.files);
  CHECK(page.files->picture->href == "../bild/omrade-b-fordelning.svg");
  CHECK(page.files->numbers->href == "../bild/omrade-b-fordelning.csv");
  CHECK_FALSE(page.unit_files->picture);  // a table without a chart
}

TEST_CASE("a picture holds the page's own bars") {
  const Site site;
  const AreasChart chart = areas_chart(site.context, site.release.now.region, "", "");
  const Picture picture = site.of_overview();
  REQUIRE(picture.rows.size() == chart.lines.size());
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    REQUIRE(picture.rows[i].bar);
    CHECK(picture.rows[i].bar->description == chart.lines[i].bar->description);
    CHECK(joined(picture.rows[i].words) == chart.lines[i].finding);
  }
  REQUIRE(picture.keys.size() == 4);
  CHECK(picture.keys.back().hatched);
}

TEST_CASE("what is withheld on the page has no bar and no number in the picture or in the file of numbers") {
  const Site site;
  const ForumPage page = site.forum(1);
  for (const PictureRow& row : site.made(page.shell, page.take_away, "bild/forum-liten-omraden").rows) {
    CHECK_FALSE(row.bar);
    CHECK(joined(row.words).find_first_of("0123456789") == std::string::npos);
  }
  for (const auto& row : page.take_away.front().table.rows) {
    for (const std::string& cell : row) CHECK(cell.find_first_of("0123456789") == std::string::npos);
  }
}

TEST_CASE("the file of numbers is for spreadsheets: a mark, semicolons, counts as numbers, and no formula") {
  const Site site;
  const std::string csv = figure_csv(site.overview().take_away.at(1));
  const std::string expected = "\xEF\xBB\xBFOmråde;A vid granskningen;B vid granskningen;C vid granskningen;D vid granskningen;"
                               "A nu;B nu;C nu;D nu;Når B-linjen;Medel;SD\r\nA Område A;4;0;0;3;4;0;0;3;57 %;";
  CHECK(csv.substr(0, expected.size()) == expected);
  Figure figure;
  figure.table = {{"=A1", "b"}, {{"@x", "-3"}}};
  CHECK(figure_csv(figure) == "\xEF\xBB\xBF\"'=A1\";b\r\n\"'@x\";-3\r\n");
}

TEST_CASE("a picture says itself where its numbers come from and that they are fictional, in the language of its pages") {
  CHECK(joined(Site{}.of_overview().foot).find("Allt är påhittat.") != std::string::npos);
  const Site english{Language::en};
  const Picture picture = english.of_overview();
  CHECK(picture.lang == "en");
  CHECK(joined(picture.foot).find(english.info.region.en) != std::string::npos);
  CHECK(joined(picture.foot).find("All of it is fictional.") != std::string::npos);
}

TEST_CASE("a picture takes no more of the style with it than its charts need") {
  Site site;
  site.info.chart_style = "/* Charts */all{}/* Charts of grades */grades{}/* Charts of dots */dots{}/* Charts of curves */curves{}";
  const OverviewPage page = site.overview();
  CHECK(site.of_overview().style_html.str() == "<style>all{}grades{}</style>");
  CHECK(site.made(page.shell, page.take_away, "bild/oversikt-alder").style_html.str() == "<style>all{}dots{}</style>");
}

TEST_CASE("long words are put on lines below each other, inside the picture") {
  const Picture picture = Site{}.of_overview();
  REQUIRE(picture.under.size() >= 1);
  int before = std::stoi(picture.heading.back().y);
  for (const PictureLine& line : picture.under) {
    CHECK(std::stoi(line.y) == before + 20);
    before = std::stoi(line.y);
  }
  CHECK(std::stoi(picture.foot.back().y) < std::stoi(picture.height));
}
