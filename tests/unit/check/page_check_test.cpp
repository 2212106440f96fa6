#include "check/page_check.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "made_pages.hpp"
#include "check/codes.hpp"

namespace lagesbild::check {
TEST_CASE("a page of ours passes, and so do its style, script and drawing", "[check]") {
  const std::string content =
      "<nav aria-label=\"Meny\"><ul><li><a href=\"enhet/fk001.html#plan\">Åkermyntan &amp; C:o</a></li>\n"
      "<li><a href=\"https://www.socialstyrelsen.se/?a=1&amp;b=2\">Källa</a> <a href=\"mailto:a@b.se\">Brev</a></li></ul></nav>\n"
      "<h2 id=\"omr\u00e5de\">Områden</h2><h3>A</h3><h2>B</h2><p>1&nbsp;234 &lt; 2&#160;000 – nan är ett ord\n<br><img "
      "src=\"assets/a.svg\" alt=\"\"/></p>\n"
      "<!-- sagt -->\n<a href=\"#omr%C3%A5de\">hit</a> <a href=\"index.html#omr\u00e5de\">hit</a> <a href=\"?q=1\">igen</a>\n"
      "<table><caption>T</caption><thead><tr><th id=\"h1\" scope=\"col\">x</th></tr></thead><tbody><tr><td "
      "headers=\"h1\">1</td></tr></tbody></table>\n"
      "<svg role=\"img\" viewBox=\"0 0 1 1\"><title>Namn</title><defs><linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient></defs>"
      "<path d=\"M0 0L1 1Z\" fill=\"url(#g)\"/></svg><label for=\"q\">S</label><input id=\"q\" type=\"search\" required>\n"
      "<script src=\"assets/site.js\" defer></script><link-free></link-free>";
  Files files{
      {"index.html", page_with(content.substr(0, content.rfind("<link-free>")))},
      {"enhet/fk001.html", page_with("<p id=\"plan\"><a href=\"../index.html?status=d#omr\u00e5de\">hem</a></p>")},
      {"assets/site.css",
       "/* url(http://x) */ @media print { a::after { content: \"url(http://y)\"; } } b { background: url(a.svg#g) } c{fill:url(#z)}"},
      {"assets/site.js", "'use strict';"},
      {"assets/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a{}</style><g id=\"g\"/></svg>\n"}};
  CHECK(check_files(files, {"Skriv till a@b.se."}) == Lines{});
}

TEST_CASE("what is not valid text is found where it stands, in characters", "[check]") {
  CHECK(check_content("åäö \xE5") == Lines{"index.html:7:5 check-not-utf8"});
  for (const char* bytes : {"\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\xE0\x80\xAF", "\x80", "\xC3"}) {
    CHECK(check_content(bytes) == Lines{"index.html:7:1 check-not-utf8"});
  }
  CHECK(check_content("\xF0\x9F\x98\x80") == Lines{});
  CHECK(check_content(std::string{"a\0b", 3}) == Lines{"index.html:7:2 check-control-character character=U+0000"});
  CHECK(check_content("a\rb") == Lines{"index.html:7:2 check-control-character character=U+000D"});
  CHECK(check_content("a\xC2\x96z") == Lines{"index.html:7:2 check-control-character character=U+0096"});
  CHECK(check_content("\xEF\xBF\xBD") == Lines{"index.html:7:1 check-control-character character=U+FFFD"});
  CHECK(check_page("\xEF\xBB\xBF" + page_with("")).front() == "index.html:1:1 check-control-character character=U+FEFF");
}

TEST_CASE("braces of templates are left over", "[check]") {
  CHECK(check_content("<p class=\"{{kind}}\">{ok}</p>") ==
        Lines{"index.html:7:11 check-template-leftover seen={{", "index.html:7:17 check-template-leftover seen=}}"});
}

TEST_CASE("values that went wrong are found when they are all that stands there", "[check]") {
  CHECK(check_content("<td>nan</td>").back() == "index.html:7:5 check-suspicious-value value=nan");
  for (const char* value : {"nan", "-nan", "NaN", "inf", "-inf", "Infinity", "-Infinity", "undefined", "NULL", "null"}) {
    CHECK(check_content(std::string{"<p>\n  "} + value + " \n</p>") ==
          Lines{std::string{"index.html:8:3 check-suspicious-value value="} + value});
    CHECK(check_content(std::string{"<p>"} + value + "t</p>") == Lines{});
  }
  CHECK(check_content("<svg><rect x=\"nan\"/><path d=\"M0 -nan\"/></svg>") ==
        Lines{"index.html:7:15 check-suspicious-value value=nan", "index.html:7:30 check-suspicious-value value=M0 -nan"});
}

TEST_CASE("nesting that a browser would repair is an error", "[check]") {
  const std::vector<std::pair<std::string, Lines>> cases{
      {"<div><p>x</div>", {"index.html:7:7 check-unclosed-element element=p"}},
      {"<b><i>x</b></i>", {"index.html:7:5 check-unclosed-element element=i", "index.html:7:12 check-stray-end-tag element=i"}},
      {"x</p>", {"index.html:7:2 check-stray-end-tag element=p"}},
      {"<div/>", {"index.html:7:2 check-unclosed-element element=div"}},
      {"</br>", {"index.html:7:1 check-stray-end-tag element=br"}},
      {"<p><div></div></p>", {"index.html:7:5 check-misplaced-element element=div parent=p"}},
      {"<p><span><ul></ul></span></p>", {"index.html:7:11 check-misplaced-element element=ul parent=p"}},
      {"<a href=\"#x\" id=\"x\"><b><a href=\"#x\">y</a></b></a>", {"index.html:7:25 check-misplaced-element element=a parent=a"}},
      {"<li>x</li>", {"index.html:7:2 check-misplaced-element element=li parent=main"}},
      {"<ul><p>x</p></ul>", {"index.html:7:6 check-misplaced-element element=p parent=ul"}},
      {"<ul>x</ul>", {"index.html:7:5 check-misplaced-text parent=ul"}},
      {"<table><tr>1<td>2</td></tr></table>", {"index.html:7:12 check-misplaced-text parent=tr"}},
      {"<table><td>2</td></table>", {"index.html:7:9 check-misplaced-element element=td parent=table"}},
      {"<div><title>x</title></div>", {"index.html:7:7 check-misplaced-element element=title parent=div"}},
      {"<svg><div></div></svg>", {"index.html:7:7 check-misplaced-element element=div parent=svg"}},
      {"<rect/>",
       {"index.html:7:2 check-misplaced-element element=rect parent=main", "index.html:7:2 check-unclosed-element element=rect"}},
      {"<blink>x</blink>", {"index.html:7:2 check-unknown-element element=blink"}},
      {"<DIV>x</DIV>", {"index.html:7:2 check-not-lower-case name=DIV"}},
  };
  for (const auto& [content, expected] : cases) {
    CAPTURE(content);
    CHECK(check_content(content) == expected);
  }
}

TEST_CASE("what is left open at the end is told where it was opened", "[check]") {
  CHECK(check_page("<!doctype html>\n<html lang=\"sv\"><head><title>x</title></head><body><main><h1>x</h1>") ==
        Lines{"index.html:2:2 check-unclosed-element element=html", "index.html:2:47 check-unclosed-element element=body",
              "index.html:2:53 check-unclosed-element element=main"});
}

TEST_CASE("nothing stands outside the root", "[check]") {
  CHECK(check_page("<!doctype html>x" + page_with("").substr(15) + "<p>x</p>") ==
        Lines{"index.html:1:16 check-outside-root seen=x\n root=html", "index.html:10:2 check-outside-root seen=<p> root=html"});
  CHECK(check_files({{"index.html", page_with("")}, {"a.svg", "<g/>"}}) == Lines{"a.svg:1:2 check-outside-root seen=<g> root=svg"});
}

TEST_CASE("tags, attributes and characters must be written strictly", "[check]") {
  const std::vector<std::pair<std::string, Lines>> cases{
      {"a & b", {"index.html:7:3 check-stray-ampersand"}},
      {"a &amp b", {"index.html:7:3 check-stray-ampersand"}},
      {"a &Auml; b", {"index.html:7:3 check-unknown-entity entity=&Auml;"}},
      {"a &#0; &#xD800; &#x1F600;",
       {"index.html:7:3 check-unknown-entity entity=&#0;", "index.html:7:8 check-unknown-entity entity=&#xD800;"}},
      {"1 < 2", {"index.html:7:3 check-stray-less-than"}},
      {"<p title=\"1 < 2\">x</p>", {"index.html:7:13 check-stray-less-than"}},
      {"<p title=\"a & b\">x</p>", {"index.html:7:13 check-stray-ampersand"}},
      {"<p class=a>x</p>", {"index.html:7:4 check-attribute-form attribute=class"}},
      {"<p class='a'>x</p>", {"index.html:7:4 check-attribute-form attribute=class"}},
      {"<p class=\"a\"id=\"b\">x</p>", {"index.html:7:2 check-broken-tag element=p"}},
      {"<p Class=\"a\">x</p>", {"index.html:7:4 check-not-lower-case name=Class"}},
      {"<p class=\"a\" class=\"b\">x</p>", {"index.html:7:14 check-attribute-twice attribute=class"}},
      {"<p>x</p >", {"index.html:7:5 check-broken-tag element=/p"}},
      {"<!-- x", {"index.html:7:1 check-broken-tag element=!", "index.html:9:1 check-stray-end-tag element=html"}},
  };
  for (const auto& [content, expected] : cases) {
    CAPTURE(content);
    if (content == "<!-- x") CHECK(check_content(content).front() == expected.front());
    else CHECK(check_content(content) == expected);
  }
}

TEST_CASE("a page needs a doctype, a language, a title, one main and one h1", "[check]") {
  CHECK(check_page("<html><head></head><body></body></html>") ==
        Lines{"index.html:0:0 check-h1-count count=0", "index.html:0:0 check-no-main", "index.html:0:0 check-no-title",
              "index.html:1:1 check-no-doctype", "index.html:1:2 check-no-lang"});
  CHECK(check_page("") == Lines{"index.html:0:0 check-h1-count count=0", "index.html:0:0 check-no-main", "index.html:0:0 check-no-title",
                                "index.html:1:1 check-no-doctype"});
  CHECK(check_content("</main><main><h1>x</h1>") ==
        Lines{"index.html:7:9 check-no-main", "index.html:7:15 check-h1-count count=2"});
  CHECK(check_page("<!doctype html><html lang=\" \"><head><title> \n</title></head><body><main><h1>x</h1></main></body></html>") ==
        Lines{"index.html:0:0 check-no-title", "index.html:1:17 check-no-lang"});
}

TEST_CASE("a heading may go down one level at a time and up at will", "[check]") {
  CHECK(check_content("<h2>x</h2><h3>x</h3><h2>x</h2>") == Lines{});
  CHECK(check_content("<h3>x</h3>") == Lines{"index.html:7:2 check-heading-jump from=1 to=3"});
  CHECK(check_content("<h2>x</h2><h4>x</h4><h4>x</h4>") == Lines{"index.html:7:12 check-heading-jump from=2 to=4"});
}

TEST_CASE("pictures need a name or an empty alt", "[check]") {
  CHECK(check_content("<img src=\"index.html\">") == Lines{"index.html:7:2 check-image-without-alt"});
  const Lines nameless{"index.html:7:2 check-drawing-without-name"};
  CHECK(check_content("<svg role=\"img\"><g></g></svg>") == nameless);
  CHECK(check_content("<svg role=\"img\" aria-label=\" \"></svg>") == nameless);
  CHECK(check_content("<svg role=\"img\"><g><title>x</title></g></svg>") == nameless);
  CHECK(check_content("<svg role=\"img\"><title>x</title></svg>") == Lines{});
  CHECK(check_content("<svg role=\"img\" aria-label=\"x\"></svg>") == Lines{});
  CHECK(check_content("<svg role=\"img\" aria-describedby=\"t\"><g id=\"t\"></g></svg>") == nameless);
  CHECK(check_content("<svg role=\"img\" aria-labelledby=\"t\"><g><title id=\"t\">x</title></g></svg>") == Lines{});
  CHECK(check_content("<svg aria-hidden=\"true\"></svg>") == Lines{});
}

TEST_CASE("ids are on a page once, capitals count, and labels find theirs", "[check]") {
  CHECK(check_content("<p id=\"a\">x</p>\n<p id=\"A\">x</p>\n<p id=\"a\">x</p>") == Lines{"index.html:9:8 check-id-twice id=a line=7"});
  CHECK(check_content("<p id=\"\">x</p>") == Lines{"index.html:7:4 check-bad-id id="});
  CHECK(check_content("<p id=\"a b\">x</p>") == Lines{"index.html:7:4 check-bad-id id=a b"});
  CHECK(check_content("<p id=\"fraga\">x</p><label for=\"frage\">x</label>") ==
        Lines{"index.html:7:32 check-id-missing attribute=for id=frage like=fraga"});
  CHECK(check_content("<p id=\"a\" aria-describedby=\"a b\">x</p>") ==
        Lines{"index.html:7:31 check-id-missing attribute=aria-describedby id=b like="});
  CHECK(check_content("<svg><g fill=\"url(#prickar)\"></g></svg>") ==
        Lines{"index.html:7:20 check-id-missing attribute=fill id=prickar like="});
}

TEST_CASE("nothing inline that a security policy would stop", "[check]") {
  const std::vector<std::pair<std::string, Lines>> cases{
      {"<p style=\"color:red\">x</p>", {"index.html:7:4 check-inline-attribute attribute=style"}},
      {"<p onclick=\"f()\">x</p>", {"index.html:7:4 check-inline-attribute attribute=onclick"}},
      {"<script>f()</script>", {"index.html:7:2 check-inline-code element=script"}},
      {"<script>if (a < b && c) \"</p>\"</script>", {"index.html:7:2 check-inline-code element=script"}},
      {"<div><style>a{}</style></div>", {"index.html:7:7 check-inline-code element=style"}},
      {"<a href=\"javascript:f()\">x</a>", {"index.html:7:10 check-link-scheme link=javascript:f()"}},
      {"<a href=\"JavaScript:f()\">x</a>", {"index.html:7:10 check-link-scheme link=JavaScript:f()"}},
      {"<img alt=\"\" src=\"data:image/png;base64,AA\">", {"index.html:7:18 check-link-scheme link=data:image/png;base64,AA"}},
  };
  for (const auto& [content, expected] : cases) {
    CAPTURE(content);
    CHECK(check_content(content) == expected);
  }
}

TEST_CASE("nothing is fetched from another host", "[check]") {
  for (const char* tag :
       {"<img alt=\"\" src=\"https://x.se/a\">", "<img alt=\"\" src=\"//x.se/a\">", "<script src=\"http://x.se/a\"></script>",
        "<form action=\"https://x.se/a\"></form>", "<video poster=\"HTTPS://x.se/a\"></video>", "<object data=\"//x.se/a\"></object>",
        "<a href=\"//x.se/a\">x</a>", "<img alt=\"\" srcset=\"//x.se/a 2x\">", "<iframe src=\"https://x.se/a\"></iframe>",
        "<svg><use href=\"https://x.se/a#b\"/></svg>"}) {
    CAPTURE(tag);
    const Lines found = check_content(tag);
    REQUIRE(found.size() == 1);
    CHECK(found[0].find("check-other-host link=") != std::string::npos);
  }
  const auto in_head = [](const std::string& tag) {
    std::string html = page_with("");
    html.insert(html.find("</head>"), tag);
    return check_page(html);
  };
  CHECK(in_head("<link rel=\"stylesheet\" href=\"https://x.se/a.css\">") ==
        Lines{"index.html:5:30 check-other-host link=https://x.se/a.css"});
  CHECK(in_head("<link rel=\"alternate stylesheet\" href=\"https://x.se/a.css\">").size() == 1);
  CHECK(in_head("<link rel=\"canonical\" href=\"https://x.se/a\">") == Lines{});
}

TEST_CASE("links that break somewhere are refused as they are written", "[check]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"/x.html", "check-link-from-root link=/x.html"},
      {"a\\b.html", "check-link-characters link=a\\b.html"},
      {"a b.html", "check-link-characters link=a b.html"},
      {"A.html", "check-file-name path=A.html"},
      {"\u00e5.html", "check-file-name path=\u00e5.html"},
      {"a//b.html", "check-file-name path=a//b.html"},
      {"../x.html", "check-link-outside link=../x.html"},
      {"a/../../x.html", "check-link-outside link=a/../../x.html"},
      {"#", "check-link-empty"},
      {"&#47;&#47;x.se", "check-other-host link=//x.se"},
      {"ftp://x.se", "check-link-scheme link=ftp://x.se"},
  };
  for (const auto& [link, expected] : cases) {
    CAPTURE(link);
    CHECK(check_content("<a href=\"" + link + "\">x</a>") == Lines{"index.html:7:10 " + expected});
  }
  CHECK(check_content("<a href=\"\">x</a>") == Lines{"index.html:7:4 check-link-empty"});
}

}  // namespace lagesbild::check
