// The data quality report in words: what a person who delivered a file is told, and what is kept from them.
#include <algorithm>

#include "base/csv.hpp"
#include "base/messages.hpp"
#include "catch.hpp"
#include "made_report.hpp"
#include "page_words.hpp"
#include "view/page_coverage.hpp"
#include "view/page_report.hpp"
#include "view/report_tables.hpp"

using namespace lagesbild;
using namespace lagesbild::view;
using disclosure::Coverage;
using test::made_complaint;
using test::made_report;

namespace {

const Texts& swedish() {
  static const Texts texts = test::shipped_texts(Language::sv);
  return texts;
}

std::string lines_of(const std::vector<Note>& notes) {
  std::string all;
  for (const Note& note : notes) all += note.text + "\n";
  return all;
}

// The file with `complaints`, in a report without any others.
struct OneFile {
  ReportData data = made_report();
  ReportFile& file = data.files.front();
  explicit OneFile(std::vector<Diagnostic> complaints) { file.complaints = std::move(complaints); }
  ComplaintRow only() const { return complaint_rows(data, file, swedish(), 10).at(0); }
};

}  // namespace

TEST_CASE("the first page counts what must be mended and what should be looked at") {
  const ReportPage page = report_page(made_report(), swedish());
  CHECK(page.lead == "2 fel måste rättas. En varning bör kontrolleras.");
  CHECK(page.shell.notice->text == "Påhittat.");
  CHECK_FALSE(page.shell.crumb);
  ReportData sound = made_report();
  for (ReportFile& file : sound.files) file.complaints.clear();
  CHECK(report_page(sound, swedish()).lead == "Inga fel och inga varningar.");
  CHECK(report_page(sound, swedish()).notes.empty());
  sound.files[0].complaints = {made_complaint(Severity::warning, "f", 1)};
  CHECK(report_page(sound, swedish()).lead == "Inga fel. En varning bör kontrolleras.");
}

TEST_CASE("each file has a status in words, and the site's own files stand apart") {
  ReportData data = made_report();
  data.files[1].complaints = {made_complaint(Severity::warning, "f", 1)};
  data.files.push_back(test::made_report_file("handelser.json", {"Händelser", "Events"}));
  data.files.push_back(test::made_report_file("atgarder.csv", {"Åtgärder", "Measures"}));
  data.files.back().rows.reset();
  const ReportPage page = report_page(data, swedish());
  std::string told;
  for (const ReportFileRow& row : page.files) {
    told += row.name + ": " + row.tone + " " + row.status + ", " + row.errors + "/" + row.warnings + "\n";
  }
  CHECK(told ==
        "granskningar.csv: bad måste rättas, 1/1\n"
        "enheter.csv: warn bör kontrolleras, 0/1\n"
        "enkat.csv: bad kom inte fram, 0/0\n"
        "handelser.json: good utan anmärkning, 0/0\n"
        "atgarder.csv: plain inte läst, 0/0\n");
  REQUIRE(page.others);
  REQUIRE(page.others->rows.size() == 1);
  CHECK(page.others->rows[0].status == "måste rättas");
  CHECK(page.files[0].rows == "17");
  CHECK(page.files[0].size == "12 kB");
  CHECK(page.files[0].sha256 == "aaaaaaaaaaaa");
  CHECK(page.files[2].size == "–");
  CHECK(page.files[0].href == "fil-granskningar.html");
  CHECK(page.files[0].csv == "fil-granskningar.csv");
}

TEST_CASE("sizes are written as people write them") {
  CHECK(size_in_words(swedish(), 0) == "0 byte");
  CHECK(size_in_words(swedish(), 999) == "999 byte");
  CHECK(size_in_words(swedish(), 1500) == "2 kB");
  CHECK(size_in_words(swedish(), 1'250'000) == "1,3 MB");
}

TEST_CASE("complaints come in the order of the file, sheet by sheet") {
  Diagnostic later = made_complaint(Severity::error, "b.xlsx", 2), earlier = later;
  later.place.cell = "Öst!A2";
  earlier.place = {"b.xlsx", 7, 1, "Norr!B7"};
  const OneFile one{{made_complaint(Severity::error, "f", 3), later, made_complaint(Severity::warning, "f", 2), earlier}};
  std::string places;
  for (const ComplaintRow& row : complaint_rows(one.data, one.file, swedish(), 10)) places += row.place + " (" + row.detail + ") ";
  CHECK(places == "rad 2 (tecken 5) rad 3 (tecken 5) cell B7 (blad Norr) cell A2 (blad Öst) ");
}

TEST_CASE("a place is said as people see it in their file") {
  Diagnostic cell = made_complaint(Severity::error, "f", 3);
  cell.heading = "Besöksdatum";
  CHECK(OneFile{{cell}}.only().detail == "kolumn Besöksdatum");
  CHECK(OneFile{{cell}}.only().column == "Besöksdatum");
  cell.place.cell = "Blad1!AB3";
  CHECK(OneFile{{cell}}.only().place == "cell AB3");
  CHECK(OneFile{{cell}}.only().detail == "blad Blad1, kolumn Besöksdatum");
  cell.heading.clear();
  CHECK(OneFile{{cell}}.only().column == "AB");
  cell.place = {"f"};
  CHECK(OneFile{{cell}}.only().place == "hela filen");
  CHECK(OneFile{{cell}}.only().row.empty());
}

TEST_CASE("what is wrong is marked in its line, and the other place of a disagreement is named") {
  Diagnostic one = made_complaint(Severity::error, "sites/x/granskningar.csv", 3, "2021-13-01");
  one.other = {"sites/x/enheter.csv", 8, 1};
  const ComplaintRow row = OneFile{{one}}.only();
  CHECK(row.before == "abc;");
  CHECK(row.marked == "2021-13-01");
  CHECK(row.after == ";def");
  CHECK(row.see_also == "rad 8, tecken 1, i enheter.csv");
  one.other.file = "sites/x/granskningar.csv";
  CHECK(OneFile{{one}}.only().see_also == "rad 8, tecken 1");
  CHECK(row.severity == "fel");
  CHECK(row.message == message_text(one, Language::sv));
  CHECK(row.hint == hint_text(one, Language::sv));
}

TEST_CASE("rows about persons are not repeated anywhere in the report") {
  ReportData data = made_report();
  data.files[0].about_persons = true;
  const ReportFilePage page = report_file_page(data, data.files[0], swedish());
  CHECK(lines_of(page.notes).find("Raderna handlar om personer") != std::string::npos);
  CHECK(test::words_of(page).find("abc") == std::string::npos);
  CHECK(complaints_csv(data, data.files[0], swedish()).find("abc") == std::string::npos);
  data.files[0].about_persons = false;
  CHECK(test::words_of(report_file_page(data, data.files[0], swedish())).find("abc") != std::string::npos);
}

TEST_CASE("warnings are left out before errors, and how many stand in the table is said") {
  std::vector<Diagnostic> many;
  for (int i = 1; i <= 499; ++i) many.push_back(made_complaint(Severity::error, "f", 1000 + i));
  for (int i = 1; i <= 3; ++i) many.push_back(made_complaint(Severity::warning, "f", i));
  const OneFile one{std::move(many)};
  const ReportFilePage page = report_file_page(one.data, one.file, swedish());
  REQUIRE(page.complaints->rows.size() == most_complaints_on_page);
  CHECK(page.complaints->rows[0].tone == "warn");
  CHECK(page.complaints->rows[1].tone == "bad");
  CHECK(lines_of(page.notes).find("Tabellen visar 500 av 502.") != std::string::npos);
}

TEST_CASE("a file without complaints says so, one that did not come says that") {
  const ReportData data = made_report();
  CHECK(report_file_page(data, data.files[1], swedish()).lead == "Inga fel och inga varningar.");
  CHECK_FALSE(report_file_page(data, data.files[1], swedish()).complaints);
  CHECK(report_file_page(data, data.files[2], swedish()).lead == "Filen kom inte fram, så den har inte kontrollerats.");
  CHECK(lines_of(report_file_page(data, data.files[0], swedish()).notes) == "Rätta i originalfilen, spara och lämna in den på nytt.\n");
  CHECK(report_file_page(data, data.files[0], swedish()).shell.crumb->href == "index.html");
  CHECK(report_file_page(data, data.files[3], swedish()).facts.empty());
}

TEST_CASE("the table for Excel has a row a complaint and nothing that Excel would run") {
  Diagnostic evil = made_complaint(Severity::error, "f", 3, "=cmd|x");
  evil.heading = "=1+1";
  OneFile one{{evil}};
  one.file.name = "@fil;1.csv";
  CHECK(complaints_csv(one.data, one.file, swedish()) ==
        "\xEF\xBB\xBF"
        "allvarlighet;fil;plats;rad;kolumn;kod;meddelande;så rättar du;se även\r\n"
        "fel;\"'@fil;1.csv\";\"rad 3, kolumn =1+1\";3;\"'=1+1\";yaml-not-date;" +
            csv_cell(message_text(evil, Language::sv)) + ";" + csv_cell(hint_text(evil, Language::sv)) + ";\r\n");
}

TEST_CASE("the table for Excel ends with how many are left out") {
  const OneFile one{std::vector<Diagnostic>(10'002, made_complaint(Severity::error, "f", 3))};
  const std::string csv = complaints_csv(one.data, one.file, swedish());
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 10'002);
  CHECK(csv.ends_with(";2 meddelanden till visas inte;;\r\n"));
}

TEST_CASE("coverage says for each dataset how the latest period that is over went") {
  const ReportData data = made_report();
  CHECK(lines_of(coverage_findings(data, swedish())) ==
        "Årsrapporter 2025 saknas för 2 av 2 enheter.\n"
        "Enkätsvar: inget har kommit in som gick att läsa.\n");
  CHECK(coverage_reserve(data, swedish())->text.find("preliminära") != std::string::npos);
  ReportData sound = data;
  for (ReportFile& file : sound.files) file.complaints.clear();
  CHECK_FALSE(coverage_reserve(sound, swedish()));
  sound.coverage[1].units = {Coverage::delivered, Coverage::not_expected, Coverage::delivered};
  CHECK(lines_of(coverage_findings(sound, swedish())).starts_with("Årsrapporter 2025 finns för alla enheter som väntas lämna in.\n"));
}

TEST_CASE("coverage shows each unit under its forum, with a word in every cell") {
  const CoveragePage page = coverage_page(made_report(), swedish());
  std::string told;
  for (const CoverageGroup& group : page.table->groups) {
    told += group.forum->name + "\n";
    for (const CoverageRow& row : group.rows) {
      told += row.name + (row.gone.empty() ? ":" : " (" + row.gone + "):");
      for (const CoverageCell& cell : row.cells) told += " " + cell.tone + " " + cell.state + ",";
      told += "\n";
    }
  }
  CHECK(told ==
        "Norr\nEkens vårdcentral: good levererat, bad saknas, plain inte än,\n"
        "Söder\nLindens läkarhus (till 2024-03-31): good levererat, stopped väntas inte, stopped väntas inte,\n"
        "Utan ST-forum\nÅsens vårdcentral: bad saknas, bad saknas, good levererat,\n");
  REQUIRE(page.missing);
  CHECK(page.missing->periods[0].heading == "Årsrapporter 2024: en av 3 enheter");
  CHECK(lines_of(page.missing->periods[1].names) == "Ekens vårdcentral\nÅsens vårdcentral\n");
  CHECK(page.table->totals[1].missing == "2");
}

TEST_CASE("a unit that nothing is expected of has no row, and many missing units are not listed") {
  ReportData data = made_report();
  for (auto& column : data.coverage) column.units[1] = Coverage::not_expected;
  CHECK(coverage_page(data, swedish()).table->groups.size() == 2);
  for (int i = 0; i < 100; ++i) {
    data.units.push_back({"M", "Mängd", {}, {}});
    for (auto& column : data.coverage) column.units.push_back(Coverage::missing);
  }
  const CoveragePage page = coverage_page(data, swedish());
  CHECK_FALSE(page.missing->periods[0].listed);
  CHECK(page.missing->periods[0].names.empty());
}

TEST_CASE("without forums units are not grouped") {
  ReportData data = made_report();
  data.forums.clear();
  for (ReportUnit& unit : data.units) unit.forum.reset();
  const CoveragePage page = coverage_page(data, swedish());
  REQUIRE(page.table->groups.size() == 1);
  CHECK_FALSE(page.table->groups[0].forum);
}

TEST_CASE("coverage that nobody knows, that nobody follows, or that has no period over yet is told in words") {
  ReportData data = made_report();
  data.coverage = {{"annual_reports", "2026", false, {Coverage::not_yet, Coverage::not_yet, Coverage::not_yet}}};
  data.followed.pop_back();
  CHECK(coverage_page(data, swedish()).lead == "Ingen period är slut än.");
  data.coverage.clear();
  data.followed.clear();
  CHECK(coverage_page(data, swedish()).lead == "Webbplatsen hämtar inget som varje enhet lämnar in.");
  data.units.clear();
  CHECK(coverage_page(data, swedish()).lead.starts_with("Täckningen är inte känd"));
  CHECK_FALSE(coverage_page(data, swedish()).table);
}

TEST_CASE("the table of coverage for Excel has the same words") {
  CHECK(coverage_csv(made_report(), test::shipped_texts(Language::en)) ==
        "\xEF\xBB\xBF"
        "unit;unit id;ended;ST forum;Annual reports 2024;Annual reports 2025;Annual reports 2026\r\n"
        "Ekens vårdcentral;E1;;North;delivered;missing;not yet\r\n"
        "Lindens läkarhus;E2;2024-03-31;South;delivered;not expected;not expected\r\n"
        "Åsens vårdcentral;E3;;Without ST forum;missing;missing;delivered\r\n");
}
