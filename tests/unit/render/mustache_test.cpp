#include "render/mustache.hpp"

#include <atomic>
#include <sstream>
#include <thread>

#include "catch.hpp"
#include "base/messages.hpp"
#include "render/codes.hpp"
#include "render_support.hpp"

using namespace lagesbild;
using namespace lagesbild::render;
using namespace render_support;

static_assert(std::is_constructible_v<Value, const char*>);
static_assert(std::is_constructible_v<Value, const char (&)[4]>);
static_assert(std::is_constructible_v<Value, std::string>);
static_assert(std::is_constructible_v<Value, std::string_view>);
static_assert(std::is_constructible_v<Value, bool>);
static_assert(std::is_constructible_v<Value, Value::List>);
static_assert(std::is_constructible_v<Value, Value::Object>);
static_assert(!std::is_constructible_v<Value, int>);
static_assert(!std::is_constructible_v<Value, unsigned char>);
static_assert(!std::is_constructible_v<Value, char>);
static_assert(!std::is_constructible_v<Value, std::size_t>);
static_assert(!std::is_constructible_v<Value, double>);
static_assert(!std::is_constructible_v<Value, std::nullptr_t>);
static_assert(!std::is_constructible_v<Value, const int*>);
static_assert(!std::is_constructible_v<Value, void*>);
static_assert(!std::is_constructible_v<Value, const Value*>);
static_assert(!std::is_constructible_v<Value, Blanks>);

namespace {

struct Seen {
  std::string out;
  std::vector<std::string> errors;
};

Seen render_text(const std::string& text, const Value& value, Sources partials = {}, Options options = {}) {
  Diagnostics diagnostics;
  Seen seen;
  if (const auto page = Template::parse({"sida.html", text}, std::move(partials), diagnostics, options)) {
    Renderer renderer;
    seen.out = renderer.render(*page, value, diagnostics);
  }
  seen.errors = told(diagnostics);
  return seen;
}

std::vector<std::string> errors_of(const std::string& text, Sources partials = {}) {
  Diagnostics diagnostics;
  const auto page = Template::parse({"sida.html", text}, std::move(partials), diagnostics);
  CHECK(page.has_value() == diagnostics.empty());
  return told(diagnostics);
}

using Errors = std::vector<std::string>;

}  // namespace

TEST_CASE("values are escaped, and finished HTML is not", "[render]") {
  const Value value = Value::Object{{"name", "<Å & \"Ö\" 'ä'>"}, {"name_html", "<b>Å & Ö</b>"}};
  CHECK(render_text("{{name}}|{{{name_html}}}|{{&name_html}}", value).out ==
        "&lt;Å &amp; &quot;Ö&quot; &#39;ä&#39;&gt;|<b>Å & Ö</b>|<b>Å & Ö</b>");
}

TEST_CASE("a line of blanks that a value makes is kept", "[render]") {
  const Value value = Value::Object{{"yes", true}, {"blank", " "}};
  CHECK(render_text("{{#yes}}{{blank}}{{/yes}}\nx", value).out == " \nx");
  CHECK(render_text("{{#yes}}{{blank}}{{/yes}}", value).out == " ");
  CHECK(render_text("", value).out.empty());
}

TEST_CASE("a value that looks like a tag is text", "[render]") {
  CHECK(render_text("{{a}} {{b}}", Value::Object{{"a", "{{b}}"}, {"b", "\x01" "0\x02"}}).out == "{{b}} \x01" "0\x02");
}

TEST_CASE("a name without a value is an error at each of its tags, told once a tag", "[render]") {
  const Value value = Value::Object{{"rows", Value::List{Value::Object{}, Value::Object{}}}};
  const Seen seen = render_text("å {{title}}\n{{#rows}}{{name}}{{/rows}}\n  {{title}}\n", value);
  CHECK(seen.errors == Errors{"sida.html:1:3 template-missing-value name=title", "sida.html:2:10 template-missing-value name=name",
                              "sida.html:3:3 template-missing-value name=title"});
}

TEST_CASE("a missing value shows the line and underlines the tag", "[render]") {
  Diagnostics diagnostics;
  const auto page = Template::parse({"sida.html", "a\nö {{title}} b\r\n"}, {}, diagnostics);
  Renderer renderer;
  renderer.render(*page, Value::Object{}, diagnostics);
  std::ostringstream out;
  print(out, diagnostics, Language::sv);
  CHECK(out.str() ==
        "sida.html:2:3: fel: sidan har inget värde för ”title” [template-missing-value]\n"
        "  ö {{title}} b\n"
        "    ^~~~~~~~~\n"
        "  tips: inuti ett avsnitt gäller bara radens egna namn, och sidans namn som börjar på page_\n");
}

TEST_CASE("a missing value in a partial is told at the partial's own file", "[render]") {
  const Sources partials{{"partials/cell", {"cell.html", "<td>\n  {{grade}}</td>\n"}}};
  const Seen seen = render_text("rad\n  {{> partials/cell}}\n", Value::Object{}, partials);
  CHECK(seen.errors == Errors{"cell.html:2:3 template-missing-value name=grade"});
}

TEST_CASE("a row does not borrow the page's value", "[render]") {
  const Value value = Value::Object{{"name", "sidan"}, {"rows", Value::List{Value::Object{}}}, {"unit", Value::Object{}}};
  CHECK(render_text("{{#rows}}{{name}}{{/rows}}", value).errors == Errors{"sida.html:1:10 template-missing-value name=name"});
  CHECK(render_text("{{#unit}}{{name}}{{/unit}}", value).errors == Errors{"sida.html:1:10 template-missing-value name=name"});
}

TEST_CASE("a row gets the page's value by a name that starts with page_", "[render]") {
  const Value row = Value::Object{{"page_root", "fel"}, {"cells", Value::List{Value::Object{}}}};
  const Value value = Value::Object{{"page_root", "../"}, {"rows", Value::List{row}}};
  const Seen seen = render_text("{{#rows}}{{page_root}}{{#cells}}{{page_root}}{{/cells}}{{/rows}}", value);
  CHECK(seen.out == "../../");
  CHECK(seen.errors.empty());
}

TEST_CASE("a yes, a no and an empty list leave names where they were", "[render]") {
  const Value value = Value::Object{{"yes", true}, {"no", false}, {"rows", Value::List{}}, {"name", "Eken"}};
  const Seen seen = render_text("{{#yes}}{{name}}{{^no}}{{name}}{{^rows}}{{name}}{{/rows}}{{/no}}{{/yes}}", value);
  CHECK(seen.out == "EkenEkenEken");
  CHECK(seen.errors.empty());
}

TEST_CASE("a dotted name goes through objects from where it stands", "[render]") {
  const Value value = Value::Object{{"unit", Value::Object{{"area", Value::Object{{"name", "A"}}}}}};
  CHECK(render_text("{{unit.area.name}}{{#unit}}{{area.name}}{{/unit}}", value).out == "AA");
  CHECK(render_text("{{unit.area.letter}}", value).errors == Errors{"sida.html:1:1 template-missing-value name=unit.area.letter"});
}

TEST_CASE("the thing itself is text in a list of texts", "[render]") {
  CHECK(render_text("{{#rows}}{{.}};{{/rows}}", Value::Object{{"rows", Value::List{"a", "b"}}}).out == "a;b;");
}

TEST_CASE("a value of another kind than its tag is an error", "[render]") {
  const Value value = Value::Object{{"yes", true}, {"rows", Value::List{}}, {"unit", Value::Object{}}, {"text_field", ""}};
  CHECK(render_text("{{yes}}", value).errors == Errors{"sida.html:1:1 template-not-text name=yes"});
  CHECK(render_text("{{rows}}", value).errors == Errors{"sida.html:1:1 template-not-text name=rows"});
  CHECK(render_text("{{unit}}", value).errors == Errors{"sida.html:1:1 template-not-text name=unit"});
  CHECK(render_text("a{{#text_field}}b{{/text_field}}", value).errors == Errors{"sida.html:1:2 template-section-of-text name=text_field"});
  CHECK(render_text("a{{^text_field}}b{{/text_field}}", value).errors == Errors{"sida.html:1:2 template-section-of-text name=text_field"});
}

TEST_CASE("a renderer forgets the misses of the page before", "[render]") {
  Diagnostics diagnostics;
  const auto page = Template::parse({"sida.html", "{{name}}!"}, {}, diagnostics);
  Renderer renderer;
  renderer.render(*page, Value::Object{}, diagnostics);
  CHECK(diagnostics.errors() == 1);
  CHECK(renderer.render(*page, Value::Object{{"name", "Eken"}}, diagnostics) == "Eken!");
  CHECK(diagnostics.errors() == 1);
}

TEST_CASE("each mistake in a template's text has its code and place", "[render]") {
  const auto at = [](const std::string& what) { return Errors{"sida.html:" + what}; };
  CHECK(errors_of("å {{name") == at("1:3 template-unclosed-tag close=}}"));
  CHECK(errors_of("å {{{name_html}}") == at("1:3 template-unclosed-tag close=}}}"));
  CHECK(errors_of("{{=<% %>}}") == at("1:1 template-unclosed-tag close==}}"));
  CHECK(errors_of("\n{{}}") == at("2:1 template-empty-name"));
  CHECK(errors_of("{{#}}{{/a}}") == Errors{"sida.html:1:1 template-empty-name", "sida.html:1:6 template-unopened-section name=a"});
  CHECK(errors_of("{{{ }}}") == at("1:1 template-empty-name"));
  CHECK(errors_of("{{>}}") == at("1:1 template-empty-name"));
  CHECK(errors_of("{{a b}}") == at("1:1 template-bad-name tag={{a b}}"));
  CHECK(errors_of("{{namn\n}") == at("1:1 template-unclosed-tag close=}}"));
  CHECK(errors_of("{{a}\n<b>{{c}}") == at("1:1 template-bad-name tag={{a}..."));
  CHECK(errors_of("{{Namn}}") == at("1:1 template-bad-name tag={{Namn}}"));
  CHECK(errors_of("{{mål}}") == at("1:1 template-bad-name tag={{mål}}"));
  CHECK(errors_of("{{a..b}}") == at("1:1 template-bad-name tag={{a..b}}"));
  CHECK(errors_of("{{.a}}") == at("1:1 template-bad-name tag={{.a}}"));
  CHECK(errors_of("{{> ../x}}") == at("1:1 template-bad-name tag={{> ../x}}"));
  CHECK(errors_of("{{$block}}") == at("1:1 template-unsupported-tag tag={{$block}}"));
  CHECK(errors_of("{{<parent}}") == at("1:1 template-unsupported-tag tag={{<parent}}"));
  CHECK(errors_of("{{>*dynamic}}") == at("1:1 template-unsupported-tag tag={{>*dynamic}}"));
  CHECK(errors_of("{{=<%=}}") == at("1:1 template-bad-delimiter tag={{=<%=}}"));
  CHECK(errors_of("{{=a=b c=}}") == at("1:1 template-bad-delimiter tag={{=a=b c=}}"));
  CHECK(errors_of("{{=a b c=}}") == at("1:1 template-bad-delimiter tag={{=a b c=}}"));
  CHECK(errors_of("a\n{{/b}}") == at("2:1 template-unopened-section name=b"));
  CHECK(errors_of("a\n {{#b}}") == at("2:2 template-unclosed-section name=b end={{/b}}"));
  CHECK(errors_of("a\x07") == at("1:2 template-bad-character character=U+0007"));
  CHECK(errors_of("\xEF\xBB\xBF" "a") == at("1:1 template-bad-character character=U+FEFF"));
  CHECK(errors_of("a\xC3") == at("1:2 template-not-utf8"));
  CHECK(errors_of("{{{name}}}") == at("1:1 template-raw-text name=name tag={{name}}"));
  CHECK(errors_of("{{&name}}") == at("1:1 template-raw-text name=name tag={{name}}"));
  CHECK(errors_of("{{a_html}}") == at("1:1 template-escaped-html name=a_html tag={{{a_html}}}"));
}

TEST_CASE("crossed sections are one error that names both", "[render]") {
  CHECK(errors_of("{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}") ==
        Errors{"sida.html:3:1 template-crossed-section name=a open=b line=2", "sida.html:4:1 template-unopened-section name=b"});
  CHECK(errors_of("{{#a}}{{#b}}{{/a}}") == Errors{"sida.html:1:13 template-crossed-section name=a open=b line=1"});
  CHECK(errors_of("{{#rows}}{{/row}}") == Errors{"sida.html:1:10 template-crossed-section name=row open=rows line=1",
                                                "sida.html:1:1 template-unclosed-section name=rows end={{/rows}}"});
}

TEST_CASE("all mistakes of a text are told at once", "[render]") {
  CHECK(errors_of("{{}}\n{{A}}\n{{{b}}}") == Errors{"sida.html:1:1 template-empty-name", "sida.html:2:1 template-bad-name tag={{A}}",
                                                   "sida.html:3:1 template-raw-text name=b tag={{b}}"});
}

TEST_CASE("nesting has a limit, also through partials", "[render]") {
  std::string open, close, value;
  for (int i = 0; i < 100; ++i) {
    open += "{{#a}}";
    close += "{{/a}}";
  }
  CHECK(errors_of(open + close).empty());
  CHECK(errors_of(open + "{{#a}}{{/a}}" + close) == Errors{"sida.html:1:601 template-too-deep limit=100"});
  CHECK(errors_of("{{#a}}{{> partials/deep}}{{/a}}", {{"partials/deep", {"deep.html", open + close}}}) ==
        Errors{"deep.html:1:595 template-too-deep limit=100"});
}

TEST_CASE("partials that multiply stop at a size", "[render]") {
  Sources partials{{"partials/p0", {"p0.html", std::string(1000, 'x')}}};
  for (int i = 1; i <= 30; ++i) {
    const std::string below = "{{> partials/p" + std::to_string(i - 1) + "}}";
    partials.push_back({"partials/p" + std::to_string(i), {"p.html", below + below}});
  }
  CHECK(errors_of("{{> partials/p30}}", partials) == Errors{"p.html:1:18 template-too-large limit=1048576"});
}

TEST_CASE("indentation and empty lines can be left out, except where they are content", "[render]") {
  const std::string text =
      "<ul>\n  {{#rows}}\n    <li>\n      {{n}}\n\n    </li>\n  {{/rows}}\n</ul>\n"
      "<pre>\n  a\n\n    {{t}}\n</pre>\n   <p>x</p> <Textarea>\n  b\n</Textarea>\n\n  y\n";
  const Value value = Value::Object{{"rows", Value::List{Value::Object{{"n", "1"}}, Value::Object{{"n", "2"}}}}, {"t", "  "}};
  CHECK(render_text(text, value, {}, {Rules::site, Blanks::collapse}).out ==
        "<ul>\n<li>\n1\n</li>\n<li>\n2\n</li>\n</ul>\n<pre>\n  a\n\n      \n</pre>\n<p>x</p> <Textarea>\n  b\n</Textarea>\ny\n");
  CHECK(render_text(text, value).out ==
        "<ul>\n    <li>\n      1\n\n    </li>\n    <li>\n      2\n\n    </li>\n</ul>\n"
        "<pre>\n  a\n\n      \n</pre>\n   <p>x</p> <Textarea>\n  b\n</Textarea>\n\n  y\n");
}

TEST_CASE("words never grow together where blanks are left out", "[render]") {
  const Options collapse{Rules::site, Blanks::collapse};
  const Value no = Value::Object{{"x", false}, {"rows", Value::List{Value::Object{}, Value::Object{}}}, {"v", "v"}};
  CHECK(render_text("a{{#x}}b\n{{/x}}{{#x}}{{/x}}\n  c", no, {}, collapse).out == "a\nc");
  CHECK(render_text("{{#rows}}\n  a{{/rows}}", no, {}, collapse).out == "  a  a");
  CHECK(render_text("{{#rows}}\n  a\n{{/rows}}", no, {}, collapse).out == "a\na\n");
  CHECK(render_text("{{v}}\n  {{v}}  {{v}}\n", no, {}, collapse).out == "v\nv  v\n");
  const Sources partials{{"partials/a", {"a.html", "a"}}};
  CHECK(render_text("{{#rows}}\n  {{> partials/a}}\n{{/rows}}\n", no, partials, collapse).out == "a\na\n");
}

TEST_CASE("a partial within a line does not break it", "[render]") {
  const Sources partials{{"partials/cell", {"cell.html", "<td>{{n}}</td>\n"}}, {"partials/crlf", {"crlf.html", "x\r\n"}}};
  CHECK(render_text("<tr>{{> partials/cell}}{{> partials/crlf}}</tr>\n", Value::Object{{"n", "1"}}, partials).out ==
        "<tr><td>1</td>x</tr>\n");
}

TEST_CASE("partials indented within each other add up, empty lines stay empty", "[render]") {
  const Sources partials{{"partials/a", {"a.html", "a\n\n  {{> partials/b}}\n{{#yes}}\nc\n{{/yes}}\n"}},
                         {"partials/b", {"b.html", "b\nb\n"}}};
  CHECK(render_text(" {{> partials/a}}\n", Value::Object{{"yes", true}}, partials).out == " a\n\n   b\n   b\n c\n");
}

TEST_CASE("one template renders from several threads at once", "[render]") {
  Diagnostics diagnostics;
  const auto page = Template::parse({"sida.html", "{{#rows}}<td>{{n}}</td>\n{{/rows}}{{borta}}"}, {}, diagnostics);
  REQUIRE(page);
  const Value value = Value::Object{{"rows", Value::List{Value::Object{{"n", "1 & 2"}}, Value::Object{{"n", "3"}}}}};
  std::atomic<int> right = 0;
  const auto work = [&] {
    Renderer renderer;
    for (int i = 0; i < 200; ++i) {
      Diagnostics own;
      if (renderer.render(*page, value, own) == "<td>1 &amp; 2</td>\n<td>3</td>\n" && own.errors() == 1) ++right;
    }
  };
  std::thread first(work), second(work);
  first.join();
  second.join();
  CHECK(right == 400);
}
