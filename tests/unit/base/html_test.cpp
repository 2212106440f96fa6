#include "base/html.hpp"

#include "catch.hpp"

using namespace lagesbild;

TEST_CASE("escaping leaves nothing that a browser takes for markup", "[base]") {
  CHECK(escape("<a href=\"x\">'&'</a>").str() == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(escape("åäö utan").str() == "åäö utan");
  CHECK(escape("").str().empty());
  CHECK(escape("&amp;").str() == "&amp;amp;");
}

TEST_CASE("escaped text is appended to what is there", "[base]") {
  std::string out = "<p>";
  append_escaped(out, "a<b");
  append_escaped(out, "");
  CHECK(out == "<p>a&lt;b");
  Html html = Html::trusted("<b>");
  html += escape("<");
  CHECK(html == Html::trusted("<b>&lt;"));
}
