#include "check/page_check.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "made_pages.hpp"
#include "check/codes.hpp"

namespace lagesbild::check {
TEST_CASE("a link to a file that is not there is told once, at the first page that has it, with the number", "[check]") {
  const std::string link = "\n<a href=\"../enhet/fk01.html#a\">x</a><a href=\"../enhet/fk01.html#b\">x</a>";
  const Files files{{"index.html", page_with("<a href=\"en/a.html\">x</a><a href=\"en/b.html\">x</a><a href=\"enhet/fk001.html\">x</a>")},
                    {"en/a.html", page_with(link)},
                    {"en/b.html", page_with(link)},
                    {"enhet/fk001.html", page_with("<img alt=\"\" src=\"a.png\">")}};
  CHECK(check_files(files) ==
        Lines{"en/a.html:8:10 check-link-missing link=../enhet/fk01.html#a target=enhet/fk01.html count=4 like=enhet/fk001.html",
              "enhet/fk001.html:7:18 check-link-missing link=a.png target=enhet/a.png count=1 like="});
}

TEST_CASE("a link to a folder is not a link to its page", "[check]") {
  const Files files{{"index.html", page_with("<a href=\"en/index.html\">x</a>")},
                    {"en/index.html", page_with("<a href=\"./\">x</a><a href=\"..\">x</a>")}};
  CHECK(check_files(files) == Lines{"en/index.html:7:10 check-link-missing link=./ target=en/ count=1 like=",
                                    "en/index.html:7:28 check-link-missing link=.. target= count=1 like="});
}

TEST_CASE("a link to a place on a page finds it, here and elsewhere", "[check]") {
  const Files files{
      {"index.html",
       page_with(
           "<a href=\"#omrade-b\">x</a><a href=\"a.html#omrade-a\">x</a><a href=\"a.html?q#omrade-c\">x</a><p id=\"omrade-a\">x</p>")},
      {"a.html", page_with("<p id=\"omrade-c\"><a href=\"index.html#OMRADE-A\">x</a><a href=\"t.csv#row\">x</a></p>")},
      {"t.csv", ""}};
  CHECK(check_files(files) == Lines{"a.html:7:27 check-anchor-missing link=index.html#OMRADE-A target=index.html anchor=OMRADE-A like=",
                                    "index.html:7:10 check-anchor-missing link=#omrade-b target=index.html anchor=omrade-b like=omrade-a",
                                    "index.html:7:35 check-anchor-missing link=a.html#omrade-a target=a.html anchor=omrade-a like="});
}

TEST_CASE("a page that nobody links to is warned of; its own links and those of a style sheet do not count", "[check]") {
  const Files files{{"index.html", page_with("<a href=\"a.html\">x</a>")},
                    {"a.html", page_with("")},
                    {"b.html", page_with("<a href=\"b.html\">x</a><a href=\"#x\" id=\"x\">x</a>")},
                    {"en/index.html", page_with("<iframe src=\"../b.html\"></iframe>")}};
  CHECK(check_files(files) ==
        Lines{"b.html:0:0 warning check-orphan path=b.html", "en/index.html:0:0 warning check-orphan path=en/index.html"});
}

TEST_CASE("style sheets load nothing from elsewhere, and what they load is there", "[check]") {
  const std::string css =
      "@import \"x.css\";\na{src:url( \"https://x.se/a.woff2\" "
      ")}\nb{src:url('font.woff2')}c{src:url(../a/font.woff2)}\nd{src:url(data:x)}e{src:url(/x)}";
  CHECK(check_files({{"index.html", page_with("")}, {"assets/site.css", css}, {"assets/font.woff2", "x"}}) ==
        Lines{"assets/site.css:1:1 check-css-import", "assets/site.css:2:13 check-other-host link=https://x.se/a.woff2",
              "assets/site.css:3:35 check-link-missing link=../a/font.woff2 target=a/font.woff2 count=1 like=",
              "assets/site.css:4:11 check-link-scheme link=data:x", "assets/site.css:4:29 check-link-from-root link=/x"});
}

TEST_CASE("file names are plain, files are not empty, and each is there once", "[check]") {
  CHECK(check_files({{"index.html", page_with("")},
                     {"Data.csv", ""},
                     {"a b.csv", ""},
                     {"/x.csv", ""},
                     {"a/../b.csv", ""},
                     {"site.css", ""},
                     {"site.js", ""},
                     {"a.svg", ""}}) == Lines{"/x.csv:0:0 check-file-name path=/x.csv", "Data.csv:0:0 check-file-name path=Data.csv",
                                              "a b.csv:0:0 check-file-name path=a b.csv", "a.svg:0:0 check-empty-file path=a.svg",
                                              "a/../b.csv:0:0 check-file-name path=a/../b.csv",
                                              "site.css:0:0 check-empty-file path=site.css", "site.js:0:0 check-empty-file path=site.js"});
  PageChecker one, other;
  one.page("index.html", page_with(""));
  one.asset("a.csv", "");
  other.asset("a.csv", "");
  other.asset("a.csv", "");
  SiteCheck site;
  site.add(std::move(one));
  site.add(std::move(other));
  CHECK(described(site.finish()) == Lines{"a.csv:0:0 check-path-twice path=a.csv"});
}

TEST_CASE("what is reported does not depend on the order of pages or on who saw which", "[check]") {
  std::vector<std::pair<std::string, std::string>> pages{{"index.html", page_with("<a href=\"gone.html\">x</a>")}};
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    pages.emplace_back("enhet/" + n + ".html",
                       page_with("<a href=\"../index.html#no" + std::to_string(i % 5) + "\">x</a>\n<a href=\"../gone.html\">x</a><b>" +
                                 "<a href=\"" + std::to_string((i * 7 + 1) % 61) + ".html\">x</a>" + (i % 9 == 0 ? "&x" : "") + "</b>"));
  }
  const auto run = [&](std::size_t threads, std::size_t step) {
    std::vector<PageChecker> parts(threads);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const auto& [path, html] = pages[i * step % pages.size()];
      parts[i % threads].page(path, html);
    }
    SiteCheck site;
    for (PageChecker& part : parts) site.add(std::move(part));
    return described(site.finish());
  };
  const Lines expected = run(1, 1);
  CHECK(expected.size() == 16);  // 5 anchors, gone.html, enhet/60.html, 7 stray &, orphans 55 (nobody) and 10 (only itself)
  CHECK(std::set<std::string>(expected.begin(), expected.end()).size() == expected.size());
  CHECK(run(1, 60) == expected);
  CHECK(run(2, 7) == expected);
  CHECK(run(8, 13) == expected);
}

TEST_CASE("an excerpt shows the line, and a mark of the right length", "[check]") {
  PageChecker checker;
  checker.page("index.html", page_with("<p>ö <blink>x</blink></p>"));
  SiteCheck site;
  site.add(std::move(checker));
  const Diagnostics found = site.finish();
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].excerpt == "<p>ö <blink>x</blink></p>");
  CHECK(found.all()[0].place.column == 7);
  CHECK(found.all()[0].length == 5);
}

TEST_CASE("a page cut off anywhere, or with any byte changed, is read to its end", "[check]") {
  const std::string whole = page_with(
      "<p class=\"a\">å &amp; <a href=\"#x\" id=\"x\">b</a></p><svg><path d=\"M0 0\"/></svg><script src=\"a.js\"></script><!-- x -->");
  for (std::size_t size = 0; size < whole.size() - 1; ++size) {
    PageChecker checker;
    checker.page("index.html", std::string{whole, 0, size});
    SiteCheck site;
    site.add(std::move(checker));
    CAPTURE(size);
    CHECK(site.finish().has_errors());
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    PageChecker checker;
    for (const char c : {'<', '>', '"', '&', '/', '=', '\0', '\xFF', ' '}) {
      std::string changed = whole;
      changed[at] = c;
      checker.page("p" + std::to_string(at) + "-" + std::to_string(static_cast<unsigned char>(c)) + ".html", changed);
    }
    SiteCheck site;
    site.add(std::move(checker));
    CHECK_FALSE(site.finish().empty());
  }
}

}  // namespace lagesbild::check
