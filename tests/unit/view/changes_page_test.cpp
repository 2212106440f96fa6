// What has changed between two releases, in words: on a page, and for a terminal.
#include "catch.hpp"
#include "page_words.hpp"
#include "view/page_changes.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using What = RowChange::What;

namespace {

const Texts& swedish() {
  static const Texts texts = test::shipped_texts(Language::sv);
  return texts;
}

ColumnChange number(const std::string& name, std::int64_t from, std::int64_t to, int digits = 0) {
  std::int64_t unit = 1;
  for (int i = 0; i < digits; ++i) unit *= 10;
  const auto decimal = [&](std::int64_t figures) { return Decimal::rounded_ratio(figures, unit, digits); };
  return {name, "Kolumn " + name, decimal(from)->plain(Language::sv), decimal(to)->plain(Language::sv), decimal(from), decimal(to),
          decimal(to - from)};
}

RowChange row(const std::string& key, std::vector<ColumnChange> columns, double size = 0, std::vector<std::size_t> because = {0}) {
  return {What::changed, {key}, {}, std::move(columns), size, std::move(because)};
}

TableChanges table(const std::string& name, std::vector<RowChange> rows) {
  TableChanges made{name, "Titel " + name, {}, {}, std::move(rows), {}};
  for (const RowChange& one : made.rows) ++made.counts[static_cast<std::size_t>(one.what)];
  return made;
}

Changes made_changes(std::vector<TableChanges> tables = {}) {
  Changes changes;
  changes.site = "pahittad";
  changes.language = "sv";
  changes.before = {"aaaa", "2026-06-30", "1.0", "Påhittad", ""};
  changes.after = {"bbbb", "2026-06-30", "1.0", "Påhittad", "Allt är påhittat."};
  changes.causes = {{Cause::Kind::source, Cause::State::changed, "units.csv", "units", "Registret", "2026-06-01", "2026-07-01"}};
  changes.tables = std::move(tables);
  for (const TableChanges& one : changes.tables) {
    for (std::size_t i = 0; i < whats; ++i) changes.counts[i] += one.counts[i];
  }
  return changes;
}

std::string text_of(const Changes& changes, std::size_t most = 20) {
  return changes_text(changes_page(changes, swedish(), most), swedish());
}

}  // namespace

TEST_CASE("nothing that has changed is said in three words") {
  Changes changes = made_changes({table("units", {})});
  changes.causes.clear();
  changes.before.release = "bbbb";
  const ChangesPage page = changes_page(changes, swedish(), 20);
  CHECK(page.lead == "Inget har ändrats.");
  CHECK(page.notes.empty());
  CHECK_FALSE(page.causes);
  CHECK_FALSE(page.unchanged);
}

TEST_CASE("releases whose data are the same say what that may be") {
  Changes changes = made_changes({table("units", {})});
  CHECK(changes_page(changes, swedish(), 20).lead == "Inga värden i filerna har ändrats.");
  changes.causes.clear();
  const ChangesPage page = changes_page(changes, swedish(), 20);
  CHECK(page.lead == "Inget har ändrats.");
  CHECK(page.notes.at(0).text.find("inte är data") != std::string::npos);
}

TEST_CASE("a comparison begins with how much has changed, as a page and as text") {
  RowChange gone = row("E3", {});
  gone.what = What::removed;
  RowChange named = row("E1", {number("patients", 6000, 7200)});
  named.name = "Eken";
  const Changes changes = made_changes({table("units", {named, row("E2", {number("value", 872, 890, 1)}), gone}), table("events", {})});
  CHECK(text_of(changes) ==
        "Påhittad\n"
        "Allt är påhittat.\n"
        "  Utgåva: aaaa → bbbb\n"
        "  Läget: 2026-06-30\n"
        "  Program: 1.0\n"
        "\n"
        "2 rader ändrade och 1 rad borttagen i en tabell.\n"
        "\n"
        "Vad som kan ha orsakat ändringarna\n"
        "  källa Registret (units.csv): ändrad, 2026-06-01 → 2026-07-01\n"
        "\n"
        "Titel units (units): 2 rader ändrade och 1 rad borttagen\n"
        "  Orsak: källan Registret.\n"
        "  E1, Eken\n"
        "    Kolumn patients: 6\u00A0000 → 7\u00A0200 (+1\u00A0200)\n"
        "  E2\n"
        "    Kolumn value: 87,2 → 89,0 (+1,8)\n"
        "  E3: borttagen\n"
        "\n"
        "Utan ändringar: Titel events.\n");
}

TEST_CASE("the largest changes come first, then rows that came or went, and the rest are counted") {
  RowChange added = row("new", {});
  added.what = What::added;
  const Changes changes = made_changes({table("t", {added, row("small", {}, .1), row("large", {}, .9), row("like small", {}, .1)})});
  const ChangesPage all = changes_page(changes, swedish(), 20);
  std::string order;
  for (const ChangedRow& one : all.tables.at(0).rows) order += one.label + " ";
  CHECK(order == "large small like small new ");
  CHECK_FALSE(all.tables[0].more);
  const ChangesPage some = changes_page(changes, swedish(), 1);
  CHECK(some.tables.at(0).rows.size() == 1);
  CHECK(some.tables[0].more.value().text == "och 3 till");
  CHECK(text_of(changes, 3).find("  och en till (--all visar alla)\n") != std::string::npos);
}

TEST_CASE("a region that has got another name is told") {
  Changes changes = made_changes();
  changes.before.region = "Gamla";
  CHECK(text_of(changes).find("  Region: Gamla → Påhittad\n") != std::string::npos);
}

TEST_CASE("a minus is a minus, and no difference has no sign") {
  const auto page = changes_page(made_changes({table("t", {row("a", {number("x", 3, 1), number("y", 100, 100, 2)})})}), swedish(), 20);
  const ChangedRow& changed = page.tables.at(0).rows.at(0);
  CHECK(changed.first.value().difference == "\u22122");
  CHECK(changed.others.at(0).difference == "0,00");
  CHECK(changed.span == "2");
}

TEST_CASE("an interval goes with its value") {
  const auto shown = [](std::vector<ColumnChange> columns) {
    const auto page = changes_page(made_changes({table("t", {row("a", std::move(columns))})}), swedish(), 20);
    std::string names = page.tables.at(0).rows.at(0).first.value().column;
    for (const ValueRow& one : page.tables[0].rows[0].others) names += ", " + one.column;
    return names;
  };
  CHECK(shown({number("value", 1, 2), number("lower", 0, 1), number("numerator", 3, 4)}) == "Kolumn value, Kolumn numerator");
  CHECK(shown({number("lower", 0, 1)}) == "Kolumn lower");
}

TEST_CASE("an empty value is called so, and what is no number stays as it is") {
  const ColumnChange text{"plan", "Plan", "", "2026-07-01", {}, {}, {}};
  const auto page = changes_page(made_changes({table("t", {row("a", {text})})}), swedish(), 20);
  const ValueRow& value = page.tables.at(0).rows.at(0).first.value();
  CHECK(value.before == "tomt");
  CHECK(value.after == "2026-07-01");
  CHECK(value.difference.empty());
}

TEST_CASE("a cause that all rows share is said once, otherwise of each row") {
  Changes changes = made_changes({table("t", {row("a", {}), row("b", {}, 0, {})})});
  changes.causes.push_back({Cause::Kind::as_of, Cause::State::changed, {}, {}, {}, "2026-06-30", "2026-07-31"});
  changes.tables[0].rows[0].because = {0, 1};
  const ChangesPage page = changes_page(changes, swedish(), 20);
  CHECK(page.tables.at(0).notes.empty());
  CHECK(page.tables[0].because_head);
  CHECK(page.tables[0].rows.at(0).because.value().text == "källan Registret och att läget har flyttats");
  CHECK(page.tables[0].rows.at(1).because.value().text == "okänd");
  CHECK(page.notes.at(0).text == "När läget flyttas ändras åldrar och tidsfrister av sig själva.");
}

TEST_CASE("each kind of cause has its words") {
  Changes changes = made_changes();
  using Kind = Cause::Kind;
  using State = Cause::State;
  changes.causes = {{Kind::source, State::added, "a.csv", "units", "A", "", "2026-07-01"},
                    {Kind::definition, State::removed, "d", "units", {}, {}, {}},
                    {Kind::settings, State::changed, {}, {}, {}, {}, {}}, {Kind::program, State::changed, {}, {}, {}, "1.0", "1.1"}};
  CHECK(text_of(changes).find("  källa A (a.csv): ny, – → 2026-07-01\n"
                              "  definition d: borttagen\n"
                              "  inställningar: ändrade\n"
                              "  program: annan version, 1.0 → 1.1\n") != std::string::npos);
}

TEST_CASE("a reader of another language than the site's first looks up columns by their names in the files") {
  const Changes changes = made_changes({table("units", {row("E1", {number("patients", 1, 2)})})});
  const ChangesPage page = changes_page(changes, test::shipped_texts(Language::en), 20);
  CHECK(page.lead == "1 row changed in one table.");
  CHECK(page.tables.at(0).title == "units");
  CHECK(page.tables[0].rows.at(0).first.value().column == "patients");
}

TEST_CASE("a row without a key is told by its beginning") {
  RowChange whole = row("", {});
  whole.key = {"", std::string(60, 'a'), "ö" + std::string(60, 'b')};
  whole.what = What::added;
  const ChangesPage page = changes_page(made_changes({table("t", {whole})}), swedish(), 20);
  const std::string& label = page.tables.at(0).rows.at(0).label;
  CHECK(label.starts_with(std::string(60, 'a') + " · ö"));
  CHECK(label.ends_with("b…"));
  CHECK(label.size() <= 93);
}
