// What is due, on pages and in files: the same days everywhere, whatever they are asked by.
#include "view/calendar.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/icalendar.hpp"
#include "view/page_forum.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;

namespace {

// Today 2026-06-30. In the forum: a late plan, a plan awaited, a decision awaited, a review that is overdue, one far ahead.
model::Facts made_facts() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("ett"), test::made_forum("två")};
  for (std::size_t i = 0; i < 6; ++i) {
    facts.units.push_back(test::made_unit("E" + std::to_string(i), std::optional<std::size_t>{i < 5 ? 0U : 1U}));
  }
  facts.reviews = {test::made_review(0, "2024-11-30", "D D"), test::made_review(1, "2026-05-31", "D A"),
                   test::made_review(2, "2026-02-01", "D A", "2026-06-01"), test::made_review(3, "2021-03-31", "A A"),
                   test::made_review(4, "2025-01-01", "A A"), test::made_review(5, "2026-01-31", "A D")};
  model::Measure measure;
  measure.plan = "plan";
  measure.number = "1.1";
  measure.title = {"Gör det, nu; helst", "Do it"};
  measure.status = "started";
  measure.due = day("2026-06-29");
  measure.next_follow_up = day("2026-12-31");
  facts.measures = {measure};
  return facts;
}

struct Site {
  Date today;
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv, Language::en});
  Texts texts = test::shipped_texts(Language::sv);
  Context context{release, info, texts};

  explicit Site(Date as_of = day("2026-06-30"), model::Facts facts = made_facts(), const disclosure::Policy& policy = test::open_policy())
      : today(as_of), release(judged(as_of, std::move(facts), policy)) {}
  static disclosure::Release judged(Date as_of, model::Facts facts, const disclosure::Policy& policy) {
    indicators::FollowUp rules;
    rules.decision_days = 60;
    const auto figures = indicators::compute(facts, as_of, rules);
    return disclosure::judge(std::move(facts), figures, policy, as_of);
  }
};

using Said = std::vector<std::string>;

Said said(const std::vector<Due>& all) {
  static constexpr const char* kinds[] = {"plan", "decision", "review", "measure", "follow up"};
  Said lines;
  for (const Due& due : all) {
    const std::string name = due.name.starts_with("Enhet ") ? due.name.substr(6) : due.name.substr(0, 3);
    lines.push_back(to_string(due.date) + " " + name + " " + kinds[static_cast<std::size_t>(due.kind)] +
                    (due.late ? " late" : ""));
  }
  return lines;
}

// Unfolded, as a reader of the file does.
std::string whole(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("the calendar of a forum is of its units, each step once, however many areas wait for it") {
  const Site site;
  CHECK(said(calendar_of(site.context, 0)) == Said{"2025-02-28 E0 plan late", "2026-03-31 E3 review late", "2026-07-31 E2 decision",
                                                   "2026-08-31 E1 plan"});
  CHECK(said(calendar_of(site.context, 1)) == Said{"2026-04-30 E5 plan late"});
}

TEST_CASE("the region's calendar holds all forums and the steps of its plans") {
  const Site site;
  CHECK(said(calendar_of(site.context, std::nullopt)) ==
        Said{"2025-02-28 E0 plan late", "2026-03-31 E3 review late", "2026-04-30 E5 plan late", "2026-06-29 1.1 measure late",
             "2026-07-31 E2 decision", "2026-08-31 E1 plan", "2026-12-31 1.1 follow up"});
}

TEST_CASE("reviews are told two years ahead to the day, over a leap day too") {
  model::Facts facts = made_facts();
  facts.measures.clear();
  facts.reviews = {test::made_review(0, "2023-02-28", "A A")};  // due 2028-02-28
  CHECK(said(calendar_of(Site{day("2026-02-27"), facts}.context, std::nullopt)).empty());
  CHECK(said(calendar_of(Site{day("2026-02-28"), facts}.context, std::nullopt)) == Said{"2028-02-28 E0 review"});
  facts.reviews = {test::made_review(0, "2024-02-29", "A A")};  // due 2029-02-28
  CHECK(said(calendar_of(Site{day("2029-02-28"), facts}.context, std::nullopt)) == Said{"2029-02-28 E0 review"});
  CHECK(said(calendar_of(Site{day("2029-03-01"), facts}.context, std::nullopt)) == Said{"2029-02-28 E0 review late"});
}

TEST_CASE("a forum's page tells the next six months of its calendar") {
  const Site site;
  std::vector<std::string> dates;
  for (const Deadline& one : deadlines_of(site.context, site.context.units_of_forum(0), "")) dates.push_back(one.date);
  CHECK(dates == std::vector<std::string>{"2025-02-28", "2026-03-31", "2026-07-31", "2026-08-31"});
}

TEST_CASE("the file has a whole day for each entry, in lines that no reader cuts") {
  const Site site;
  const std::string name = "Kalender med ett namn som är så långt att det går över flera rader, åäö åäö åäö";
  const std::string file = icalendar(site.context, name, calendar_of(site.context, std::nullopt));
  for (std::size_t from = 0; from < file.size();) {
    const std::size_t end = file.find("\r\n", from);
    REQUIRE(end != std::string::npos);
    CHECK(end - from <= 75);
    CHECK((static_cast<unsigned char>(file[from]) & 0xC0U) != 0x80U);  // no letter is cut in two
    from = end + 2;
  }
  const std::string text = whole(file);
  CHECK(text.find("X-WR-CALNAME:Kalender med ett namn som är så långt att det går över flera rader\\, åäö åäö åäö\r\n") !=
        std::string::npos);
  CHECK(text.find("DTSTART;VALUE=DATE:20260831\r\nSUMMARY:Enhet E1: Handlingsplan ska komma in\r\n") != std::string::npos);
  CHECK(text.find("SUMMARY:1.1 Gör det\\, nu\\; helst: Ska följas upp\r\n") != std::string::npos);
  CHECK(text.find("DTSTAMP:20260630T000000Z\r\n") != std::string::npos);
}

TEST_CASE("an entry keeps its identity when its day moves, and no two have the same") {
  const auto uids = [](const Site& site) {
    std::vector<std::string> all;
    const std::string text = whole(icalendar(site.context, "K", calendar_of(site.context, std::nullopt)));
    for (std::size_t at = 0; (at = text.find("UID:", at)) != std::string::npos; ++at) {
      all.push_back(text.substr(at, text.find("\r\n", at) - at));
    }
    return all;
  };
  model::Facts moved = made_facts();
  moved.measures[0].next_follow_up = day("2026-11-30");
  const auto first = uids(Site{}), second = uids(Site{day("2026-06-30"), moved});
  CHECK(first == second);
  CHECK(std::set<std::string>(first.begin(), first.end()).size() == first.size());
}

TEST_CASE("where grades are protected, the register and the calendar say so, and do not say that there is nothing") {
  disclosure::Policy policy = test::open_policy();
  policy.grades_about_persons = true;
  policy.smallest_group = 5;
  const Site site{day("2026-06-30"), made_facts(), policy};
  const std::string withheld = site.texts.say("withheld.sentence");
  CHECK(cases_finding(site.context) == withheld);
  for (const PageRef& ref : site.context.pages()) {
    if (ref.kind == PageRef::Kind::calendar) CHECK(calendar_page(site.context, ref).lead.ends_with(withheld));
    if (ref.kind != PageRef::Kind::cases) continue;
    const CasesPage page = cases_page(site.context, ref);
    CHECK(page.open_finding == withheld);
    CHECK(page.closed_finding == withheld);
    CHECK(page.areas.at(0).open == "–");
    CHECK(page.open.empty());
  }
}
