// What is new since the last release, in words: which news a unit has, in which order, and what is said when there is nothing to compare.
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/since_words.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;
using Kinds = std::vector<NewsKind>;

namespace {

// One unit in a forum, with a review; today the state that its grades give it.
struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv});
  Texts texts = test::shipped_texts(Language::sv);
  std::optional<Context> context;

  explicit Site(const model::Review& review) {
    release = judged(review, day(test::made_today));
    context.emplace(release, info, texts);
  }
  static disclosure::Release judged(const model::Review& review, Date as_of) {
    model::Facts facts;
    facts.framework = test::made_framework(2);
    facts.forums = {test::made_forum("norr")};
    facts.units = {test::made_unit("E0", 0)};
    facts.reviews = {review};
    const auto figures = indicators::compute(facts, as_of);
    return disclosure::judge(std::move(facts), figures, test::open_policy(), as_of);
  }
  // As an earlier release told of it on that day.
  void was(const model::Review& review, const char* as_of) {
    info.since.state = SinceLast::State::told;
    info.since.units_compared = true;
    info.since.before.as_of = as_of;
    info.since.units = {{0, false, false, *judged(review, day(as_of)).units[0].reviewed.shown()}};
  }
  Kinds kinds() const {
    Kinds all;
    for (const News& one : news_of(*context, info.since.units.at(0))) all.push_back(one.kind);
    return all;
  }
  std::string page() const { return test::words_of(since_page(*context, context->pages().front())); }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a first release says that there is nothing to compare with, and tells nothing") {
  Site site{test::made_review(0, "2025-01-10", "A A")};
  CHECK(since_lead(*site.context) == site.texts.say("since.first"));
  const SincePage page = since_page(*site.context, site.context->pages().front());
  CHECK(page.groups.empty());
  CHECK_FALSE(page.figures);
  CHECK(figure_since(*site.context, 1).empty());
}

TEST_CASE("an earlier release that cannot be read is said to be so") {
  Site site{test::made_review(0, "2025-01-10", "A A")};
  site.info.since.state = SinceLast::State::unreadable;
  CHECK(since_lead(*site.context) == site.texts.say("since.unreadable"));
  CHECK(since_page(*site.context, site.context->pages().front()).groups.empty());
}

TEST_CASE("a plan that lifts the last D makes a unit follow the regulations") {
  Site site{test::made_review(0, "2026-01-10", "DC A", "2026-04-01")};
  site.was(test::made_review(0, "2026-01-10", "D A"), "2026-03-31");
  CHECK(site.kinds() == Kinds{NewsKind::started, NewsKind::grade, NewsKind::plan_received});
  CHECK(has(since_lead(*site.context), "en enhet har börjat följa föreskrifterna"));
  CHECK(has(site.page(), "Område A: D blev C"));
}

TEST_CASE("a new review with a D makes a unit stop following them, and that comes first") {
  Site site{test::made_review(0, "2026-06-01", "A D")};
  site.was(test::made_review(0, "2021-01-10", "A B"), "2026-03-31");
  CHECK(site.kinds() == Kinds{NewsKind::stopped, NewsKind::new_d, NewsKind::reviewed});
  CHECK(has(site.page(), "nytt D: Område B"));
}

TEST_CASE("time alone makes plans and reviews late") {
  Site late{test::made_review(0, "2026-03-01", "D A")};
  late.was(test::made_review(0, "2026-03-01", "D A"), "2026-05-31");
  CHECK(late.kinds() == Kinds{NewsKind::plan_late});
  Site old{test::made_review(0, "2021-06-01", "A A")};
  old.was(test::made_review(0, "2021-06-01", "A A"), "2026-05-31");
  CHECK(old.kinds() == Kinds{NewsKind::overdue});
}

TEST_CASE("a unit that the earlier release did not have is new") {
  Site site{test::made_review(0, "2026-03-01", "A A")};
  site.info.since.state = SinceLast::State::told;
  site.info.since.units = {{0, true, false, std::nullopt}};
  CHECK(site.kinds() == Kinds{NewsKind::new_unit});
}

TEST_CASE("key figures tell how far they are from the last release") {
  Site site{test::made_review(0, "2026-01-10", "D A")};
  site.info.since.state = SinceLast::State::told;
  site.info.since.before.as_of = "2026-03-31";
  site.info.since.region = StateBefore{{1, 1}, 0, 1};
  CHECK(figure_since(*site.context, 1) == "+1 sedan 2026-03-31");
  CHECK(figure_since(*site.context, 3) == "−1 sedan 2026-03-31");
  CHECK(has(figure_since(*site.context, 0), "−100"));
  site.info.since.region = StateBefore{{0, 1}, 1, 0};
  CHECK(figure_since(*site.context, 1) == "oförändrat sedan 2026-03-31");
}
