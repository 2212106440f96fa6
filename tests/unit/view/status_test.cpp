// What readers see of sources that could not be fetched: a label on pages with numbers, the status page, the feed.
#include "catch.hpp"
#include "made_region.hpp"
#include "page_words.hpp"
#include "view/feed.hpp"
#include "view/source_state.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using test::day;
using Kind = PageRef::Kind;

namespace {

struct Site {
  disclosure::Release release;
  SiteInfo info = test::made_info({Language::sv, Language::en});
  Texts texts;
  std::optional<Context> context;

  explicit Site(Language language = Language::sv) : texts(test::shipped_texts(language)) {
    model::Facts facts;
    facts.framework = test::made_framework(2);
    facts.forums = {test::made_forum("norr")};
    facts.units = {test::made_unit("E0", 0)};
    facts.reviews = {test::made_review(0, "2025-01-10", "A A")};
    const auto figures = indicators::compute(facts, day(test::made_today));
    release = disclosure::judge(std::move(facts), figures, test::open_policy(), day(test::made_today));
  }
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  void keep(std::size_t source, const char* since, const char* code = "wire-timeout") {
    info.sources[source].fetched = day(since);
    info.sources[source].kept = true;
    info.sources[source].why_kept = code;
  }
  const Context& made() {
    context.emplace(release, info, texts);
    return *context;
  }
  const PageRef& page(Kind kind) {
    for (const PageRef& ref : made().pages()) {
      if (ref.kind == kind) return ref;
    }
    throw std::logic_error("no such page");
  }
  StatusPage status() {
    const PageRef ref = page(Kind::status);
    return status_page(*context, ref);
  }
  std::optional<KeptCopies> label(Kind kind) {
    const PageRef ref = page(kind);
    return context->shell(ref, "namn").kept;
  }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a page with numbers says which source could not be fetched and from which day its copy is") {
  Site site;
  CHECK_FALSE(site.label(Kind::overview));
  site.keep(1, "2026-05-16");
  const auto label = site.label(Kind::unit);
  REQUIRE(label);
  REQUIRE(label->sentences.size() == 1);
  CHECK(label->sentences[0].text == "Granskningar kunde inte hämtas. Siffrorna bygger på kopian från 2026-05-16.");
  CHECK_FALSE(label->more);
  for (const Kind kind : {Kind::accessibility, Kind::search, Kind::status}) CHECK_FALSE(site.label(kind));
  for (const auto& [path, words] : test::all_words(*site.context)) {
    INFO(path);
    CHECK_FALSE(has(words, "wire-timeout"));
    CHECK_FALSE(has(words, "reviews.csv kunde"));
  }
}

TEST_CASE("three sources are named, and the way to the status page leads to the others from every folder") {
  Site site;
  const SourceInfo one = site.info.sources[0];
  for (int i = 0; i < 3; ++i) site.info.sources.push_back(one);
  for (std::size_t i = 0; i < site.info.sources.size(); ++i) site.keep(i, "2026-05-16");
  const auto label = site.label(Kind::unit);
  REQUIRE(label);
  CHECK(label->sentences.size() == 3);
  REQUIRE(label->more);
  CHECK(label->more->label == "Och 2 till");
  CHECK(label->more->href == "../status.html");
}

TEST_CASE("the status page begins with how the sources came") {
  Site site;
  CHECK(site.status().lead == "Alla 2 källor är filer i webbplatsens mapp.");
  site.info.sources[0].fetched = day("2026-06-29");
  CHECK(site.status().lead == "Alla 2 källor är på plats: 1 är hämtade och 1 är filer i webbplatsens mapp.");
  site.info.sources[1].fetched = day("2026-06-29");
  CHECK(site.status().lead == "Alla 2 källor är hämtade.");
  site.keep(0, "2026-05-16");
  CHECK(site.status().lead == "1 av 2 källor kunde inte hämtas. Siffror ur den bygger på den senaste fungerande kopian.");
  site.info.sources.clear();
  CHECK(site.status().lead == "Webbplatsen har inga källor.");
}

TEST_CASE("the status page lists each source with its days, its rows and its state; copies first, with why in words") {
  Site site;
  site.info.sources[0].fetched = day("2026-06-29");
  site.info.sources[0].rows = 12345;
  site.keep(1, "2026-05-16", "fetch-not-found");
  site.info.since.before = {"fedcba987654", "2026-06-22", "0", "", ""};
  const StatusPage page = site.status();
  REQUIRE(page.sources.size() == 2);
  CHECK(page.sources[0].title == "Granskningar");
  CHECK(page.sources[0].state == "senaste fungerande kopian");
  CHECK(page.sources[0].fetched == "2026-05-16");
  REQUIRE(page.sources[0].why);
  CHECK(page.sources[0].why->text == "Servern svarade med ett fel.");
  CHECK(page.sources[1].state == "hämtad");
  CHECK(page.sources[1].updated == "2025-01-31");
  CHECK(page.sources[1].rows == "12\u00A0345");
  CHECK(page.facts.back().value == "fedcba987654, 2026-06-22");
  site.info.sources[0].fetched.reset();
  CHECK(site.status().sources[1].fetched == "lades i webbplatsens mapp");
}

TEST_CASE("why a source is a copy is told in groups, also for codes that nobody has thought of") {
  const auto all_are = [](WhyKept why, std::initializer_list<std::string_view> codes) {
    for (const std::string_view code : codes) {
      INFO(code);
      CHECK(why_kept(code) == why);
    }
  };
  all_are(WhyKept::no_contact, {"wire-connect-timeout", "wire-refused", "wire-proxy-refused", "wire-certificate-dates", "wire-broken",
                                "fetch-sftp-host-changed", "fetch-database-connect", "fetch-database-broken", "fetch-database-crashed"});
  all_are(WhyKept::refused, {"fetch-status", "fetch-login-refused", "wire-token-refused", "fetch-not-found", "fetch-unavailable",
                             "wire-redirect-host", "fetch-sftp-missing", "fetch-database-login", "fetch-database-sql"});
  all_are(WhyKept::not_whole, {"wire-cut", "wire-too-large", "fetch-packed-damaged", "fetch-empty", "fetch-length-unknown",
                               "wire-bad-answer"});
  all_are(WhyKept::not_as_expected, {"fetch-page", "fetch-few-rows", "fetch-shrunk", "fetch-column-gone", "fetch-checksum",
                                     "fetch-database-column-twice", "csv-unclosed-quote"});
  all_are(WhyKept::other, {"", "wire-failed", "wire-secret-empty", "wire-something-new", "cache-damaged"});
}

TEST_CASE("the feed says in the release's entry that there are copies, and leads to the status page") {
  Site site;
  CHECK(has(atom_feed(site.made()), "<link rel=\"related\" href=\"../status.html\"/>"));
  CHECK_FALSE(has(atom_feed(site.made()), "kopia"));
  site.keep(1, "2026-05-16");
  CHECK(has(atom_feed(site.made()), "1 av 2 källor kunde inte hämtas och är en kopia från förut.</summary>"));
  Site english{Language::en};
  english.keep(0, "2026-05-16");
  english.keep(1, "2026-05-16");
  CHECK(has(atom_feed(english.made()), "2 of 2 sources could not be fetched and are copies from before."));
  CHECK(english.status().lead == "2 of 2 sources could not be fetched. Numbers from them rest on their last good copies.");
}
