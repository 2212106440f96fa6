#include "render/template_set.hpp"

#include "catch.hpp"
#include "render_support.hpp"

using namespace lagesbild;
using namespace lagesbild::render;
using namespace render_support;

namespace {

using Errors = std::vector<std::string>;
using Names = std::vector<std::string>;

std::optional<std::string> text_of(std::string_view key) {
  if (key == "nav.home") return "Hem & <hus>";
  if (key == "long") return "en\n  två";
  if (key == "intro_html") return "<b>Hem</b>";
  return std::nullopt;
}

Errors errors_of(Sources sources) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(std::move(sources), text_of, diagnostics);
  CHECK(set.has_value() == diagnostics.empty());
  return told(diagnostics);
}

}  // namespace

TEST_CASE("a set renders its pages and knows its partials are none", "[render]") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load({{"pages/unit", {"pages/unit.html", "<h1>{{name}}</h1>\n  {{> partials/foot}}\n"}},
                                      {"pages/area", {"pages/area.html", "x"}},
                                      {"partials/foot", {"partials/foot.html", "<p>\n  {{name}}\n</p>\n"}}},
                                     text_of, diagnostics);
  REQUIRE(set);
  CHECK(set->names() == Names{"pages/area", "pages/unit"});
  CHECK(set->find("partials/foot") == nullptr);
  CHECK(set->find("pages/none") == nullptr);
  REQUIRE(set->find("pages/unit") != nullptr);
  Renderer renderer;
  CHECK(renderer.render(*set->find("pages/unit"), Value::Object{{"name", "Eken"}}, diagnostics) == "<h1>Eken</h1>\n<p>\nEken\n</p>\n");
  CHECK(diagnostics.empty());
}

TEST_CASE("texts are put in when the set is loaded, and remembered", "[render]") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load({{"pages/a", {"a.html", "{{text.nav.home}}|{{{text.intro_html}}}|{{#yes}}{{text.long}}{{/yes}}\n"}},
                                      {"partials/unused", {"u.html", "{{text.nav.home}}"}}},
                                     text_of, diagnostics);
  REQUIRE(set);
  CHECK(set->used_texts() == std::set<std::string>{"intro_html", "long", "nav.home"});
  Renderer renderer;
  CHECK(renderer.render(*set->find("pages/a"), Value::Object{{"yes", true}}, diagnostics) ==
        "Hem &amp; &lt;hus&gt;|<b>Hem</b>|en\n  två\n");
  CHECK(diagnostics.empty());
}

TEST_CASE("a text that does not exist is an error at its place, once however often its partial is included", "[render]") {
  CHECK(errors_of({{"pages/a", {"a.html", "{{> partials/p}}{{> partials/p}}"}},
                   {"pages/b", {"b.html", "{{> partials/p}}"}},
                   {"partials/p", {"p.html", "<p>\n {{text.nav.hem}}"}}}) == Errors{"p.html:2:2 template-unknown-text key=nav.hem"});
  CHECK(errors_of({{"pages/a", {"a.html", "{{text.intro_html}}"}}}) ==
        Errors{"a.html:1:1 template-escaped-html name=text.intro_html tag={{{text.intro_html}}}"});
}

TEST_CASE("an unknown partial is an error with the name that was meant", "[render]") {
  CHECK(errors_of({{"pages/a", {"a.html", "x\n {{> partials/grade_cel}} {{> partials/other}} {{> pages/b}}"}},
                   {"pages/b", {"b.html", ""}},
                   {"partials/grade_cell", {"p.html", ""}}}) ==
        Errors{"a.html:2:2 template-unknown-partial name=partials/grade_cel like=partials/grade_cell",
               "a.html:2:27 template-unknown-partial name=partials/other like=",
               "a.html:2:48 template-unknown-partial name=pages/b like="});
}

TEST_CASE("a partial that includes itself is an error that names the way round", "[render]") {
  CHECK(errors_of({{"pages/a", {"a.html", "{{> partials/p}}"}},
                   {"partials/p", {"p.html", "{{> partials/q}}"}},
                   {"partials/q", {"q.html", "\n {{> partials/p}}"}}}) ==
        Errors{"q.html:2:2 template-partial-cycle chain=partials/p > partials/q > partials/p"});
  CHECK(errors_of({{"partials/p", {"p.html", "{{> partials/p}}"}}}) ==
        Errors{"p.html:1:1 template-partial-cycle chain=partials/p > partials/p"});
}

TEST_CASE("a section may not begin in one file and end in another", "[render]") {
  CHECK(errors_of({{"pages/a", {"a.html", "{{> partials/p}}{{/x}}"}}, {"partials/p", {"p.html", "{{#x}}"}}}) ==
        Errors{"a.html:1:17 template-unopened-section name=x", "p.html:1:1 template-unclosed-section name=x end={{/x}}"});
}

TEST_CASE("partials that no page includes are known, also those that only such partials include", "[render]") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load({{"pages/a", {"a.html", "{{> partials/used}}"}},
                                      {"partials/used", {"1.html", "{{> partials/inner}}"}},
                                      {"partials/inner", {"2.html", ""}},
                                      {"partials/lost", {"3.html", "{{> partials/lost_too}}"}},
                                      {"partials/lost_too", {"4.html", ""}}},
                                     text_of, diagnostics);
  REQUIRE(set);
  CHECK(set->unused_partials() == Names{"partials/lost", "partials/lost_too"});
}

TEST_CASE("two templates of one name are an error", "[render]") {
  CHECK(errors_of({{"pages/a", {"a.html", ""}}, {"pages/a", {"a.txt", ""}}}) == Errors{"a.txt:0:0 template-duplicate name=pages/a"});
}

TEST_CASE("a set outlives what it was loaded from, and so do its templates", "[render]") {
  Diagnostics diagnostics;
  std::optional<Template> page;
  {
    const auto set = TemplateSet::load({{"pages/a", {"a.html", "{{n}}{{m}}"}}}, text_of, diagnostics);
    page = *set->find("pages/a");
  }
  Renderer renderer;
  CHECK(renderer.render(*page, Value::Object{{"n", "1"}}, diagnostics) == "1");
  CHECK(told(diagnostics) == Errors{"a.html:1:6 template-missing-value name=m"});
}
