// What can be searched and compared: that it leads somewhere, that it is in order, and that nothing withheld is in it.
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.hpp"
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/comparison.hpp"
#include "view/findable.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using disclosure::Policy;
using model::Ownership;
using test::day;

namespace {

// Three units are reviewed, one of them was lifted from D to C; the last is not reviewed.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("norr")};
  facts.rounds = {{"2019–2022", day("2019-01-01"), day("2022-12-31")}};
  for (const char* id : {"E1", "E2", "E3", "E4"}) facts.units.push_back(test::made_unit(id, 0, Ownership::public_));
  facts.units[0].name = "Ängby \"Södra\"";
  facts.units[0].municipality = "Ekby";
  facts.units[0].aliases = {"Gamla Ängby"};
  facts.reviews = {test::made_review(0, "2021-03-01", "DC B"), test::made_review(1, "2020-02-01", "A A"),
                   test::made_review(2, "2021-06-01", "C B")};
  return facts;
}

struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv, Language::en});
  Texts texts;
  Context context{release, info, texts};

  explicit Site(model::Facts facts, const Policy& policy = test::open_policy(), Language language = Language::sv)
      : release(judged(std::move(facts), policy)), texts(test::shipped_texts(language)) {}
  static disclosure::Release judged(model::Facts facts, const Policy& policy) {
    const auto figures = indicators::compute(facts, day(test::made_today));
    return disclosure::judge(std::move(facts), figures, policy, day(test::made_today));
  }
};

// The value that a script of ours sets.
nlohmann::json value_of(std::string script) {
  const std::size_t begin = script.find('{', script.find("||{}") == std::string::npos ? 0 : script.find("||{}") + 4);
  return nlohmann::json::parse(script.substr(begin, script.rfind('}') - begin + 1));
}

std::string units_script(const Context& context) {
  std::string text;
  comparison_scripts(context, [&](std::string_view, std::string_view bytes) { text += bytes; });
  return text;
}

}  // namespace

TEST_CASE("everything with a page can be found once, in Swedish order, and leads to that page") {
  for (const Language language : {Language::sv, Language::en}) {
    const Site site{made_facts(), test::open_policy(), language};
    std::set<std::string> planned, found;
    for (const PageRef& ref : site.context.pages()) planned.insert(ref.path);
    const SwedishOrder order;
    std::string before;
    for (const Findable& one : site.context.findable()) {
      INFO(one.name);
      CHECK(planned.count(one.path) == 1);
      CHECK(found.insert(one.path).second);
      CHECK(before <= order.key(one.name));
      before = order.key(one.name);
    }
    planned.erase("sok.html");
    CHECK(found == planned);
  }
}

TEST_CASE("a unit is found by name, id, other names, forum and municipality, and what the file says is JSON") {
  const Site site{made_facts()};
  const auto script = value_of(search_script(site.context));
  bool seen = false;
  for (const auto& one : script["found"]) {
    if (one[1] != "Ängby \"Södra\"") continue;
    seen = true;
    CHECK(one[2] == "enhet/e1.html");
    const std::string about = script["abouts"][one[3].get<std::size_t>()];
    CHECK(about.find("Ekby") != std::string::npos);
    CHECK(about.find(site.context.forum_name(0)) != std::string::npos);
    CHECK(one[4] == "E1 Gamla Ängby");
    CHECK(one[5] == 1);
  }
  CHECK(seen);
  for (const char* word : {"none", "one", "many", "all", "cut"}) CHECK_FALSE(script["words"][word].get<std::string>().empty());
  CHECK(search_script_path(site.context) == "assets/search-sv.js");
}

TEST_CASE("a unit without a page of its own is found on the list of units") {
  auto facts = made_facts();
  facts.reviews.clear();
  const Site site{std::move(facts)};
  for (const Findable& one : site.context.findable()) {
    if (one.kind == Findable::Kind::unit) CHECK(one.path == "enheter.html");
  }
  CHECK(units_script(site.context).empty());
}

TEST_CASE("the page Sök lists all there is under its first letter") {
  const Site site{made_facts()};
  for (const PageRef& ref : site.context.pages()) {
    if (ref.kind != PageRef::Kind::search) continue;
    const SearchPage page = search_page(site.context, ref);
    std::size_t rows = 0;
    for (const FoundLetter& letter : page.letters) rows += letter.rows.size();
    CHECK(rows == site.context.findable().size());
    CHECK(page.letters.back().letter == "Ö");  // Översikt
    CHECK_FALSE(page.has_parts);
  }
}

TEST_CASE("a comparison has a cell a row, in the words of the unit's page, and only for units with grades") {
  const Site site{made_facts()};
  std::vector<ComparisonRow> rows;
  for (const ComparisonGroup& group : comparison_groups(site.context)) rows.insert(rows.end(), group.rows.begin(), group.rows.end());
  const auto units = value_of(units_script(site.context));
  CHECK(units.size() == 3);
  CHECK(units.contains("e1"));
  CHECK_FALSE(units.contains("e4"));
  for (const auto& [id, unit] : units.items()) CHECK(unit[1].size() == rows.size());
  const auto& cells = units["e1"][1];
  CHECK(cells[0].get<std::string>().substr(0, 5) == "warn:");
  bool lifted = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].kind == ComparisonRow::Kind::grade && rows[i].name.front() == 'A') lifted = cells[i] == "DC";
  }
  CHECK(lifted);
}

TEST_CASE("a unit's address names it in the comparison, and its own page leads there") {
  const Site site{made_facts()};
  for (const PageRef& ref : site.context.pages()) {
    if (ref.kind != PageRef::Kind::unit) continue;
    const UnitPage page = unit_page(site.context, ref);
    const bool reviewed = ref.path != "enhet/e4.html";
    REQUIRE(page.compare.has_value() == reviewed);
    if (reviewed) CHECK(page.compare->text == "../jamfor.html?enheter=" + ref.path.substr(6, 2));
  }
}
