// Files that are no workbook, are damaged, or unpack to more than anybody needs.
#include <string>

#include "read/encoding.hpp"
#include "workbook_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace lagesbild::test;
using namespace std::string_literals;

namespace {

const std::string sound_rows = text_row({"a", "b"}) + text_row({"1", "2"});

// The sound workbook with one part changed; taken out when there are no bytes.
std::string with_part(const std::string& name, const std::string& bytes) {
  Parts parts = parts_of({.sheets = {{.rows = sound_rows}}});
  std::erase_if(parts, [&](const Part& part) { return part.name == name && bytes.empty(); });
  for (Part& part : parts) {
    if (part.name == name) part.bytes = bytes;
  }
  return zipped(parts);
}

Told told_of_sheet(const std::string& xml) { return refused_workbook(with_part("xl/worksheets/sheet1.xml", xml)); }

}  // namespace

TEST_CASE("the first bytes tell a zip archive and an old Office file from a text") {
  CHECK(is_zip(made(sound_rows)));
  CHECK(is_zip("PK\x05\x06"));
  CHECK_FALSE(is_zip("PKxx"));
  CHECK_FALSE(is_zip(""));
  CHECK(is_old_office_file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..."));
  CHECK_FALSE(is_old_office_file("\xD0\xCF"));
}

TEST_CASE("files of other kinds are refused by what they are") {
  const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  CHECK(refused_workbook(old + "W\0o\0r\0k\0b\0o\0o\0k\0"s) == Told{"workbook-is-xls"});
  CHECK(refused_workbook(old + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s) == Told{"workbook-is-encrypted"});
  CHECK(refused_workbook("enhet;antal\nx;1\n") == Told{"workbook-is-something-else"});
  CHECK(refused_workbook("<!doctype html><table>") == Told{"workbook-is-something-else"});
  CHECK(refused_workbook("") == Told{"workbook-is-something-else"});
  CHECK(refused_workbook(zipped({{"enheter.csv", "enhet;antal\n"}})) == Told{"workbook-is-archive"});
  CHECK(refused_workbook(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}},
                                Packing::stored)) == Told{"workbook-is-ods"});
  CHECK(refused_workbook(zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})) ==
        Told{"workbook-is-archive"});
}

TEST_CASE("other Office documents are told by what their package says they are") {
  const auto with_target = [](const std::string& target) {
    return refused_workbook(zipped(
        {{"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"" + target + "\"/></Relationships>"}}));
  };
  CHECK(with_target("word/document.xml") == Told{"workbook-is-archive"});
  CHECK(with_target("/ppt/presentation.xml") == Told{"workbook-is-archive"});
  CHECK(with_target("xl/workbook.bin") == Told{"workbook-is-xlsb"});
  CHECK(refused_workbook(zipped({{"_rels/.rels", "<Relationships/>"}})) == Told{"workbook-is-archive"});
}

TEST_CASE("a workbook with macros is read, and its macros are not") {
  Parts parts = parts_of({.sheets = {{.rows = sound_rows}}});
  parts.push_back({"xl/vbaProject.bin", std::string(2000, '\x01')});
  CHECK(good_workbook(zipped(parts)) == "1|2");
}

TEST_CASE("a missing part is named") {
  const auto missing = [](const std::string& name) {
    const WorkbookOutcome out = read_workbook(with_part(name, ""));
    return out.diagnostics.empty() ? "" : std::string(out.diagnostics.all()[0].code.id) + " " + argument(out.diagnostics.all()[0], "part");
  };
  for (const char* name : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/styles.xml",
                           "xl/sharedStrings.xml"}) {
    CHECK(missing(name) == "workbook-part-missing "s + name);
  }
  CHECK(good_workbook(with_part("[Content_Types].xml", "")) == "1|2");
}

TEST_CASE("styles and shared strings that no relationship names are not needed") {
  std::string relationships = parts_of({.sheets = {{}}})[3].bytes;
  for (const std::string id : {"rId901", "rId902"}) {
    const std::size_t begin = relationships.find("<Relationship Id=\"" + id);
    relationships.erase(begin, relationships.find("/>", begin) + 2 - begin);
  }
  CHECK(good_workbook(with_part("xl/_rels/workbook.xml.rels", relationships)) == "1|2");
}

TEST_CASE("a file that is cut off anywhere is refused") {
  const std::string whole = made(sound_rows);
  for (std::size_t length = 4; length < whole.size(); length += 7) {
    CAPTURE(length);
    CHECK(refused_workbook(whole.substr(0, length)) == Told{"workbook-cut-off"});
  }
}

TEST_CASE("a part whose bytes are not those that were packed is refused") {
  std::string bytes = zipped(parts_of({.sheets = {{.rows = sound_rows}}}), Packing::stored);
  const std::size_t at = bytes.find("preserve\">1<");
  REQUIRE(at != std::string::npos);
  bytes[at + 10] = '7';
  CHECK(refused_workbook(bytes) == Told{"workbook-cut-off"});
}

TEST_CASE("broken XML is told with its part and line") {
  const WorkbookOutcome out = read_workbook(with_part("xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData>\n<row></sheetData>"));
  REQUIRE(told_cells(out.diagnostics) == Told{"workbook-broken-xml"});
  CHECK(argument(out.diagnostics.all()[0], "part") == "xl/worksheets/sheet1.xml");
  CHECK(argument(out.diagnostics.all()[0], "line") == "3");
  const Told broken{"workbook-broken-xml"};
  CHECK(told_of_sheet("<worksheet>") == broken);
  CHECK(told_of_sheet("hej") == broken);
  CHECK(told_of_sheet(" ") == broken);
  CHECK(told_of_sheet("<worksheet/>x") == broken);
  CHECK(told_of_sheet("<chartsheet/>") == broken);
  CHECK(told_of_sheet("<worksheet a=\"&unheard;\"/>") == broken);
  CHECK(told_of_sheet("<worksheet>\xFF</worksheet>") == broken);
  CHECK(told_of_sheet("<worksheet>&#1;</worksheet>") == broken);
  CHECK(told_of_sheet("<?xml version=\"1.0\" encoding=\"EBCDIC\"?><worksheet/>") == broken);
  CHECK(refused_workbook(with_part("xl/styles.xml", "<styleSheet><")) == broken);
  CHECK(refused_workbook(with_part("xl/sharedStrings.xml", "<sst><si>")) == broken);
  CHECK(refused_workbook(with_part("xl/workbook.xml", "<workbook><sheets><sheet name=\"x\" r:id=\"nothing\"/></sheets></workbook>")) ==
        broken);
}

TEST_CASE("rows and cells in disorder, or outside any sheet, are broken XML too") {
  const auto rows = [](const std::string& xml) {
    return told_of_sheet("<worksheet><sheetData>" + sound_rows + xml + "</sheetData></worksheet>");
  };
  const Told broken{"workbook-broken-xml"};
  for (const char* xml :
       {"<row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>", "<row r=\"-3\"/>", "<row r=\"1048577\"/>",
        "<row r=\"99999999999999999999999\"/>", "<row r=\"3\"><c r=\"A4\"/></row>", "<row r=\"3\"><c r=\"B3\"/><c r=\"B3\"/></row>",
        "<row><c r=\"XFE3\"/></row>", "<row><c r=\"3\"/></row>", "<row><c r=\"A\"/></row>", "<row><c r=\"a3\"/></row>",
        "<row><c r=\"AAAA3\"/></row>", "<row><c r=\"XFD3\"/><c/></row>"}) {
    CAPTURE(xml);
    CHECK(rows(xml) == broken);
  }
  CHECK(told_of_sheet("<worksheet><mergeCells><mergeCell ref=\"A1:\"/></mergeCells></worksheet>") == broken);
}

TEST_CASE("a document type is refused before it can grow") {
  const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
  CHECK(told_of_sheet(bomb + "<worksheet>&b;</worksheet>") == Told{"workbook-doctype"});
  CHECK(refused_workbook(with_part("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>")) ==
        Told{"workbook-doctype"});
  CHECK(refused_workbook(with_part("_rels/.rels", "<!DOCTYPE x><Relationships/>")) == Told{"workbook-doctype"});
}

TEST_CASE("XML that is deeper, or has longer tags, than any program writes is refused") {
  std::string deep = "<worksheet>";
  for (int i = 0; i < 100'000; ++i) deep += "<x>";
  CHECK(told_of_sheet(deep) == Told{"workbook-broken-xml"});
  CHECK(told_of_sheet("<worksheet><!--" + std::string(3 << 20, 'x') + "--></worksheet>") == Told{"workbook-broken-xml"});
  CHECK(told_of_sheet("<worksheet x=\"" + std::string(3 << 20, 'x') + "\"/>") == Told{"workbook-broken-xml"});
}

TEST_CASE("a long text is no long tag") {
  const std::string text(3 << 20, 'x');
  CHECK(good_workbook(made(text_row({"a"}) + text_row({text}))) == text);
}

TEST_CASE("a zip bomb stops early, whatever sizes it declares") {
  const std::string blanks(40 << 20, ' ');
  const std::string bomb = with_part("xl/worksheets/sheet1.xml", "<worksheet>" + blanks + "</worksheet>");
  CHECK(bomb.size() < 100'000);
  const WorkbookOutcome out = read_workbook(bomb);
  REQUIRE(told_cells(out.diagnostics) == Told{"workbook-too-large"});
  CHECK(argument(out.diagnostics.all()[0], "limit") == "16");
  CHECK(argument(out.diagnostics.all()[0], "part") == "xl/worksheets/sheet1.xml");
}

TEST_CASE("limits hold for the file, each part, all parts, strings and entries") {
  const std::string bytes = made(sound_rows);
  CHECK(refused_workbook(bytes, {}, {.bytes = 100}) == Told{"file-too-large"});
  CHECK(refused_workbook(bytes, {}, {.part_bytes = 300}) == Told{"workbook-too-large"});
  CHECK(refused_workbook(bytes, {}, {.unpacked_bytes = 1000}) == Told{"workbook-too-large"});
  CHECK(refused_workbook(bytes, {}, {.times = 0, .times_from = 1000}) == Told{"workbook-too-large"});
  CHECK(refused_workbook(bytes, {}, {.parts = 3}) == Told{"workbook-is-archive"});
  const MadeWorkbook two{.sheets = {{.rows = sound_rows}}, .strings = {"<t>x</t>", "<t>y</t>"}};
  CHECK(refused_workbook(made(two), {}, {.strings = 1}) == Told{"workbook-too-many-strings"});
  CHECK(read_workbook(made(two), {}, {.strings = 2}).diagnostics.empty());
}

TEST_CASE("a long string that many cells share does not make a small file endless") {
  std::string rows = text_row({"a"});
  for (int i = 0; i < 2000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
  const MadeWorkbook shared{.sheets = {{.rows = rows}}, .strings = {"<t>" + std::string(1000, 'x') + "</t>"}};
  CHECK(refused_workbook(made(shared), {}, {.unpacked_bytes = 1'000'000}) == Told{"workbook-too-large"});
  CHECK(read_workbook(made(shared)).diagnostics.empty());
}
