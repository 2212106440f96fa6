// Nothing withheld shows through: two regions that differ only in what is withheld have the same pages.
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"

using namespace lagesbild;
using test::Forums;
using test::Random;

namespace {

const Date today = test::day(test::made_today);

std::map<std::string, std::string> pages_of(model::Facts facts, const disclosure::Policy& policy, const view::Texts& texts) {
  const auto figures = indicators::compute(facts, today);
  const auto release = disclosure::judge(std::move(facts), figures, policy, today);
  const view::SiteInfo info = test::made_info({Language::sv});
  return test::all_words(view::Context{release, info, texts});
}

// The reviews of the units dealt out anew: the region as a whole stays what it was.
model::Facts dealt_anew(const model::Facts& facts, Random& random) {
  std::vector<std::size_t> order(facts.units.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  random.shuffle(order);
  model::Facts other = facts;
  for (model::Review& review : other.reviews) review.unit = order[review.unit];
  test::put_in_order(other);
  return other;
}

std::size_t largest_part(const model::Facts& facts) {
  std::vector<std::size_t> forums(facts.forums.size() + 1);
  std::vector<std::size_t> owners(2);
  for (const model::Unit& unit : facts.units) {
    if (unit.forum) ++forums[*unit.forum];
    if (unit.ownership) ++owners[static_cast<std::size_t>(*unit.ownership)];
  }
  return std::max(*std::max_element(forums.begin(), forums.end()), *std::max_element(owners.begin(), owners.end()));
}

}  // namespace

TEST_CASE("pages do not tell which unit or small group the reviews are of") {
  const view::Texts texts = test::shipped_texts(Language::sv);
  int region_shown = 0;
  int told_apart = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    const model::Facts facts = test::random_region(random, Forums::some_without, 20);
    const auto policy = test::made_policy(std::max(3, static_cast<int>(largest_part(facts)) + 1));
    const auto pages = pages_of(facts, policy, texts);
    const model::Facts other = dealt_anew(facts, random);
    CHECK(pages == pages_of(other, policy, texts));
    const auto open = pages_of(facts, test::open_policy(), texts);
    CHECK(open.size() == pages.size());
    if (open != pages_of(other, test::open_policy(), texts)) ++told_apart;
    if (pages.at("index.html").find(texts.say("withheld.sentence")) == std::string::npos) ++region_shown;
  }
  CHECK(region_shown > 10);  // else the test says little
  CHECK(told_apart > 50);
}

TEST_CASE("every page of every region can be made, with or without protection, in both languages") {
  for (const Language language : {Language::sv, Language::en}) {
    const view::Texts texts = test::shipped_texts(language);
    for (unsigned seed = 1000; seed < 1050; ++seed) {
      INFO("seed " << seed);
      Random random{seed};
      model::Facts facts = test::random_region(random, seed % 2 == 0 ? Forums::every_unit : Forums::some_without);
      if (seed % 3 == 0) test::random_succession(random, facts);
      const auto open = pages_of(facts, test::open_policy(), texts);
      CHECK(open.size() >= 4);
      for (const auto& [path, words] : open) CHECK(words.find('{') == std::string::npos);  // no placeholder is left
      CHECK(pages_of(facts, test::made_policy(3 + static_cast<int>(random.below(20))), texts).size() == open.size());
    }
  }
}
