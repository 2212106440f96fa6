// Charts as files of their own: the same bars as on the page, nothing withheld, and where the numbers come from.
#include "view/picture.hpp"

#include <algorithm>

#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/areas_chart.hpp"
#include "view/page_area.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;
using Of = PictureRef::Of;

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
  Picture made(Of of, std::size_t index = 0) const {
    const auto refs = pictures(context);
    const auto found = std::find_if(refs.begin(), refs.end(), [&](const PictureRef& ref) { return ref.of == of && ref.index == index; });
    REQUIRE(found != refs.end());
    return picture(context, *found);
  }
};

std::string joined(const std::vector<PictureLine>& lines) {
  std::string out;
  for (const PictureLine& line : lines) out += (out.empty() ? "" : " ") + line.text;
  return out;
}

}  // namespace

TEST_CASE("there is a picture of the overview, of each area and of each forum, and pages link to them") {
  const Site site;
  std::vector<std::string> paths;
  for (const PictureRef& ref : pictures(site.context)) paths.push_back(ref.path);
  CHECK(paths == std::vector<std::string>{"bild/oversikt-omraden.svg", "bild/omrade-a.svg", "bild/omrade-b.svg",
                                          "bild/forum-stor-omraden.svg", "bild/forum-liten-omraden.svg"});
  const AreaPage page = area_page(site.context, {PageRef::Kind::area, 1, "omrade/b.html"});
  REQUIRE(page.picture);
  CHECK(page.picture->href == "../bild/omrade-b.svg");
}

TEST_CASE("a picture holds the page's own bars") {
  const Site site;
  const AreasChart chart = areas_chart(site.context, site.release.now.region, "", "");
  const Picture picture = site.made(Of::overview);
  REQUIRE(picture.rows.size() == chart.lines.size());
  for (std::size_t i = 0; i < chart.lines.size(); ++i) {
    REQUIRE(picture.rows[i].bar);
    CHECK(picture.rows[i].bar->description == chart.lines[i].bar->description);
    CHECK(joined(picture.rows[i].words) == chart.lines[i].finding);
  }
  CHECK(picture.keys.size() == 4);
}

TEST_CASE("what is withheld on the page has no bar and no number in the picture") {
  const Site site;
  const Picture picture = site.made(Of::forum, 1);
  for (const PictureRow& row : picture.rows) {
    CHECK_FALSE(row.bar);
    CHECK(joined(row.words).find_first_of("0123456789") == std::string::npos);
  }
}

TEST_CASE("a picture says itself where its numbers come from and that they are fictional, in the language of its pages") {
  CHECK(joined(Site{}.made(Of::overview).foot).find("Allt är påhittat.") != std::string::npos);
  const Site english{Language::en};
  const Picture picture = english.made(Of::area);
  CHECK(picture.lang == "en");
  CHECK(joined(picture.foot).find(english.info.region.en) != std::string::npos);
  CHECK(joined(picture.foot).find("All of it is fictional.") != std::string::npos);
}

TEST_CASE("long words are put on lines below each other, inside the picture") {
  const Picture picture = Site{}.made(Of::area);
  REQUIRE(picture.under.size() >= 1);
  int before = std::stoi(picture.heading.back().y);
  for (const PictureLine& line : picture.under) {
    CHECK(std::stoi(line.y) == before + 20);
    before = std::stoi(line.y);
  }
  CHECK(std::stoi(picture.foot.back().y) < std::stoi(picture.height));
}
