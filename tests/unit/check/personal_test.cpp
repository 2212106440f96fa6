// Numbers here are made up or published as tests by those who issue them.
#include "catch.hpp"
#include "made_pages.hpp"

namespace lagesbild::check {

TEST_CASE("personal numbers, addresses and telephone numbers are stopped in every kind of file", "[check]") {
  CHECK(check_files({{"index.html", page_with("<p title=\"811228-9874\">å anna.b@region.se</p>")},
                     {"assets/site.js", "/* 19811228T123 */"},
                     {"data/units.csv", "id;telefon\r\nFK1;070-123 45 67\r\n"},
                     {"release.json", "{\"vem\": \"701063-2391\"}"}}) ==
        Lines{"assets/site.js:1:4 check-personal-number masked=•••••••••••• count=1",
              "data/units.csv:2:5 check-phone-number masked=•••-••• •• •• count=1",
              "index.html:7:11 check-personal-number masked=••••••-•••• count=1",
              "index.html:7:26 check-email-address masked=••••.•@••••••.•• count=1",
              "release.json:1:10 check-personal-number masked=••••••-•••• count=1"});
}

TEST_CASE("what stands on many pages is told once, where it comes first, whoever saw it", "[check]") {
  PageChecker one, other;
  one.page("index.html", page_with("<a href=\"b.html\">b</a><a href=\"c.html\">c</a>"));
  one.page("c.html", page_with("anna.b@region.se"));
  other.page("b.html", page_with("ANNA.B@region.se, anna.b@region.se"));
  SiteCheck site;
  site.add(std::move(one));
  site.add(std::move(other));
  CHECK(described(site.finish()) == Lines{"b.html:7:1 check-email-address masked=••••.•@••••••.•• count=3"});
}

TEST_CASE("whom the site says to turn to may be shown anywhere, and nobody else", "[check]") {
  const Files files{{"index.html", page_with("<a href=\"mailto:st@region.se\">st@region.se</a> 08-123 456 78")}};
  CHECK(check_files(files, {"Skriv till st@region.se.", "Ring 08-123 456 78."}) == Lines{});
  CHECK(check_files(files, {"Skriv till st@region.se."}) == Lines{"index.html:7:48 check-phone-number masked=••-••• ••• •• count=1"});
  CHECK(check_files(files, {"Skriv till annan@region.se, ring 08-123 456 78."}) ==
        Lines{"index.html:7:17 check-email-address masked=••@••••••.•• count=2"});
}

TEST_CASE("no message about anything shows what points out a person", "[check]") {
  PageChecker checker;
  checker.page("index.html", page_with("<p>811228-9874 <blink>x</blink> <a href=\"anna.b@region.se\">y</a></p>"));
  SiteCheck site;
  site.add(std::move(checker));
  const Diagnostics found = site.finish();
  CHECK(found.errors() == 4);
  for (const Diagnostic& one : found.all()) {
    CHECK(one.excerpt.find("9874") == std::string::npos);
    CHECK(described(one).find("region.se") == std::string::npos);
  }
}

TEST_CASE("figures in cells, drawings, dates and checksums are nobody's number", "[check]") {
  CHECK(check_content("<table><tr><td>0</td><td>70</td><td>123</td><td>45</td><td>67</td></tr></table>"
                      "<svg><path d=\"M81 12L28 98V74H811.2Z\"/></svg><p>2026-11-22 2025-01-31, 13 750 av 1 234 567 890</p>") == Lines{});
  CHECK(check_files({{"index.html", page_with("")},
                     {"release.json", "{\"release\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}"}}) == Lines{});
}

}  // namespace lagesbild::check
