// A site of two units, the name of one of which looks like a formula, as the shipped descriptions have it.
#pragma once
#include "catch.hpp"
#include "datasets_support.hpp"
#include "disclosure/release.hpp"
#include "indicators/figures.hpp"
#include "page_words.hpp"

namespace lagesbild::test {

struct Site {
  disclosure::Release release;
  view::SiteInfo info = test::made_info({Language::sv});
  view::Texts texts = test::shipped_texts(Language::sv);
  view::Context context{release, info, texts};

  explicit Site(Audience audience = Audience::management) : release(made(audience)) {}
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  static disclosure::Release made(Audience audience) {
    model::Facts facts;
    facts.framework = test::made_framework(2);
    facts.units = {test::made_unit("E1"), test::made_unit("E2")};
    facts.units[0].name = "=1+1";
    facts.units[0].figures.listed_patients = 12000;
    facts.units[0].valid_from = day("2020-01-31");
    facts.units[1].name = "007";
    facts.reviews = {test::made_review(0, "2025-03-01", "A DC")};
    facts.datasets = read::shipped_descriptions(2);
    const auto figures = indicators::compute(facts, day(test::made_today));
    return disclosure::judge(std::move(facts), figures, test::open_policy(), day(test::made_today), audience);
  }
};

}  // namespace lagesbild::test
