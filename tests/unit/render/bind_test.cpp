#include "render/bind.hpp"

#include "catch.hpp"
#include "render_support.hpp"

using namespace lagesbild;
using namespace lagesbild::render;
using namespace render_support;
using view::Field;

namespace {

using Errors = std::vector<std::string>;

struct Cell {
  std::string grade;
  bool open = false;
  static constexpr auto fields() { return std::tuple{Field{"grade", &Cell::grade, "A-D"}, Field{"open", &Cell::open, "not mended"}}; }
};

struct Row {
  std::string name;
  std::vector<Cell> cells;
  std::optional<Cell> last;
  static constexpr auto fields() {
    return std::tuple{Field{"name", &Row::name, "the unit"}, Field{"cells", &Row::cells, "a cell an area"},
                      Field{"last", &Row::last, "the latest"}};
  }
};

struct Page {
  std::string page_root;
  Html intro_html;
  bool draft = false;
  Cell total;
  std::vector<Row> rows;
  static constexpr auto fields() {
    return std::tuple{Field{"page_root", &Page::page_root, "the way to the top"}, Field{"intro_html", &Page::intro_html, "first words"},
                      Field{"draft", &Page::draft, "not for all"}, Field{"total", &Page::total, "of all units"},
                      Field{"rows", &Page::rows, "a row a unit"}};
  }
};

struct BadName {
  std::string name_html;
  static constexpr auto fields() { return std::tuple{Field{"name_html", &BadName::name_html, "text that claims to be HTML"}}; }
};
struct GoodName {
  Html name_html;
  static constexpr auto fields() { return std::tuple{Field{"name_html", &GoodName::name_html, "HTML"}}; }
};
static_assert(bind::sound_names<GoodName>() && !bind::sound_names<BadName>());

constexpr const char* whole =
    "{{page_root}}{{{intro_html}}}{{#draft}}utkast{{/draft}}{{#total}}{{grade}}{{#open}}!{{/open}}{{/total}}\n"
    "{{#rows}}\n{{name}}:{{#cells}}{{grade}}{{#open}}!{{/open}}{{page_root}}{{/cells}}"
    "{{#last}}({{grade}}){{/last}}{{^last}}-{{name}}{{/last}}\n{{/rows}}\n";

Template parsed(const std::string& text) {
  Diagnostics diagnostics;
  const auto page = Template::parse({"sida.html", text}, {}, diagnostics);
  REQUIRE(page);
  return *page;
}

Row row(const std::string& name, std::size_t cells, bool last) {
  Row made;
  made.name = name;
  for (std::size_t i = 0; i < cells; ++i) made.cells.push_back({std::string(1, static_cast<char>('A' + i % 4)), i % 2 == 1});
  if (last) made.last = Cell{"D", true};
  return made;
}

// The same page as a tree made from scratch.
Value cell_value(const Cell& cell) { return Value::Object{{"grade", cell.grade}, {"open", cell.open}}; }
Value page_value(const Page& page) {
  Value::List rows;
  for (const Row& one : page.rows) {
    Value::List cells;
    for (const Cell& cell : one.cells) cells.push_back(cell_value(cell));
    rows.push_back(Value::Object{{"name", one.name}, {"cells", cells}, {"last", one.last ? cell_value(*one.last) : Value(false)}});
  }
  return Value::Object{{"page_root", page.page_root}, {"intro_html", page.intro_html.str()}, {"draft", page.draft},
                       {"total", cell_value(page.total)}, {"rows", rows}};
}

Errors contract_of(const std::string& text) {
  Diagnostics diagnostics;
  Contract contract;
  contract.check(parsed(text), shape_of<Page>(), diagnostics);
  return told(diagnostics);
}

}  // namespace

TEST_CASE("a page is bound field by field", "[render]") {
  PageTree<Page> tree;
  Renderer renderer;
  Diagnostics diagnostics;
  Page page{"../", Html::trusted("<p>&</p>"), true, {"B & C", true}, {row("Eken", 2, true), row("Granen", 0, false)}};
  CHECK(renderer.render(parsed(whole), tree.fill(page), diagnostics) ==
        "../<p>&</p>utkastB &amp; C!\nEken:A../B!../(D)\nGranen:-Granen\n");
  CHECK(diagnostics.empty());
}

TEST_CASE("a tree filled over and over says the same as one made from scratch", "[render]") {
  PageTree<Page> tree;
  Renderer renderer, fresh;
  Diagnostics diagnostics;
  const Template page_template = parsed(whole);
  unsigned state = 12345;  // a small generator: the same pages every time
  const auto next = [&](unsigned below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16) % below;
  };
  for (int round = 0; round < 300; ++round) {
    Page page{std::string(next(40), 'x'), Html::trusted("<i>" + std::to_string(round) + "</i>"), next(2) == 1, {"g", next(2) == 1}, {}};
    for (unsigned i = next(25); i > 0; --i) page.rows.push_back(row("n" + std::to_string(i), next(9), next(2) == 1));
    const std::string filled(renderer.render(page_template, tree.fill(page), diagnostics));
    REQUIRE(filled == fresh.render(page_template, page_value(page), diagnostics));
  }
  CHECK(diagnostics.empty());
}

TEST_CASE("a template that shows every field keeps its contract", "[render]") {
  Diagnostics diagnostics;
  check_contract<Page>(parsed(whole), diagnostics);
  CHECK(told(diagnostics).empty());
}

TEST_CASE("a name that is no field where it stands breaks the contract at its place", "[render]") {
  CHECK(contract_of("{{page_rot}}") == Errors{"sida.html:1:1 template-unknown-name name=page_rot like=page_root"});
  CHECK(contract_of("{{#rows}}\n {{draft}}{{/rows}}") == Errors{"sida.html:2:2 template-unknown-name name=draft like="});
  CHECK(contract_of("{{#rows}}{{nam}}{{/rows}}") == Errors{"sida.html:1:10 template-unknown-name name=nam like=name"});
  CHECK(contract_of("{{#rows}}{{#cells}}{{name}}{{/cells}}{{/rows}}") == Errors{"sida.html:1:20 template-unknown-name name=name like="});
  CHECK(contract_of("{{^rows}}{{name}}{{/rows}}") == Errors{"sida.html:1:10 template-unknown-name name=name like="});
  CHECK(contract_of("{{#rows}}{{.}}{{/rows}}") == Errors{"sida.html:1:10 template-unknown-name name=. like="});
  CHECK(contract_of("{{#draft}}{{page_root}}{{/draft}}{{^rows}}{{page_root}}{{/rows}}{{total.grade}}").empty());
  CHECK(contract_of("{{#rows}}{{last.grade}}{{cells.grade}}{{/rows}}") ==
        Errors{"sida.html:1:10 template-unknown-name name=last.grade like=",
               "sida.html:1:24 template-unknown-name name=cells.grade like="});
}

TEST_CASE("one wrong section is one error, however much it holds", "[render]") {
  CHECK(contract_of("{{#row}}{{name}}{{#cells}}{{grade}}{{/cells}}{{/row}}") ==
        Errors{"sida.html:1:1 template-unknown-name name=row like=rows"});
}

TEST_CASE("a field of another kind than its tag breaks the contract", "[render]") {
  CHECK(contract_of("{{draft}}{{rows}}{{total}}") ==
        Errors{"sida.html:1:1 template-not-text name=draft", "sida.html:1:10 template-not-text name=rows",
               "sida.html:1:18 template-not-text name=total"});
  CHECK(contract_of("{{#page_root}}{{/page_root}}{{^intro_html}}{{/intro_html}}") ==
        Errors{"sida.html:1:1 template-section-of-text name=page_root", "sida.html:1:29 template-section-of-text name=intro_html"});
}

TEST_CASE("a field that no template shows breaks the contract; one template that does is enough", "[render]") {
  Diagnostics diagnostics;
  check_contract<Page>(parsed("{{page_root}}{{{intro_html}}}{{#draft}}{{/draft}}{{#rows}}{{name}}{{/rows}}"), diagnostics);
  CHECK(told(diagnostics) == Errors{"sida.html:0:0 template-unused-field name=total meaning=of all units",
                                    "sida.html:0:0 template-unused-field name=total.grade meaning=A-D",
                                    "sida.html:0:0 template-unused-field name=total.open meaning=not mended",
                                    "sida.html:0:0 template-unused-field name=rows.cells meaning=a cell an area",
                                    "sida.html:0:0 template-unused-field name=rows.last meaning=the latest"});
  Diagnostics together;
  Contract contract;
  contract.check(parsed("{{page_root}}{{{intro_html}}}{{#draft}}{{/draft}}{{#rows}}{{name}}{{/rows}}"), shape_of<Page>(), together);
  contract.check(parsed(whole), shape_of<Page>(), together);
  contract.report_unused(together);
  CHECK(told(together).empty());
}
