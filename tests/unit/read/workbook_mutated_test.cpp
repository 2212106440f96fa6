// Workbooks damaged at random, with fixed seeds: in the packed bytes, and in the XML before it is packed. Each is a table or an error.
#include <array>
#include <cstddef>
#include <random>
#include <string>

#include "catch.hpp"
#include "made_workbook.hpp"
#include "sound_workbook.hpp"

using namespace lagesbild;
using namespace lagesbild::test;

namespace {

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t limit) { return engine() % limit; }
};

// Something of everything that the reader knows.
MadeWorkbook rich_workbook() {
  const std::string data =
      text_row({"Titel"}) + text_row({"-", "a", "b", "c", "d"}) +
      R"(<row r="4" spans="2:5"><c r="B4" t="s"><v>0</v></c><c r="C4" s="1"><v>45000.5</v></c>)"
      R"(<c r="D4" s="2"><v>0.25</v></c><c r="E4" t="b"><v>1</v></c></row>)"
      R"(<row r="5"><c r="B5" t="s"><v>1</v></c><c r="C5" t="d"><v>2026-11-22</v></c><c r="D5"><f>1+1</f><v>2.5</v></c>)"
      R"(<c r="E5" t="str"><f>"x"</f><v>x_x000D_</v></c></row>)"
      R"(<row><c t="inlineStr"><is><t/></is></c>)"
      R"(<c t="inlineStr"><is><r><t xml:space="preserve"> rik </t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c/>)"
      R"(<c><v>1e-3</v></c></row>)";
  return {.sheets = {{"Läs mig", text_row({"Så här gör du"})},
                     {"Data", data, R"(<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>)"},
                     {"Dolt", text_row({"a"}) + text_row({"1"}), {}, "hidden"}},
          .strings = {"<t>Vårdcentralen Å</t>", "<r><t>två </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">\nrader</t></r>"},
          .formats = {"yyyy\\-mm\\-dd;@", "0.0\\ %"},
          .properties = "date1904=\"0\"",
          .more = "<calcPr fullCalcOnLoad=\"1\"/>"};
}

void change_bytes(std::string& bytes, Random& random) {
  for (std::size_t times = 1 + random.below(4); times > 0; --times) {
    bytes[random.below(bytes.size())] = static_cast<char>(static_cast<unsigned char>(random.below(256)));
  }
}

void change_xml(std::string& xml, Random& random) {
  static const std::array<std::string, 22> pieces = {
      "<", ">", "/>", "\"", "&", "&#0;", "0", "-1", "99999999999999999999", "1e999", "A1", "XFE1048577", "<row>", "<c>", "<v>", "</c>",
      "<!DOCTYPE a>", " t=\"s\"", " r=\"", "\xEF\xBF\xBD", "\xC3", std::string(1, '\0')};
  for (std::size_t times = 1 + random.below(3); times > 0; --times) {
    const std::size_t at = random.below(xml.size());
    const std::size_t length = random.below(20);
    switch (random.below(5)) {
      case 0: xml.erase(at, length); break;
      case 1: xml.insert(random.below(xml.size()), xml.substr(at, length * 4)); break;
      case 2: xml.insert(at, pieces[random.below(pieces.size())]); break;
      case 3: xml.replace(at, 1 + random.below(3), pieces[random.below(pieces.size())]); break;
      default: xml[at] = "0123456789AZaz \n<>"[random.below(18)]; break;
    }
    if (xml.empty()) xml = "x";
  }
}

struct Tally {
  std::array<int, 3> read{};
  void take(const std::string& bytes, int number) {
    for (const char* sheet : {"", "Data"}) {
      const Soundness sound = soundness(bytes, sheet);
      ++read[static_cast<std::size_t>(sound.read)];
      if (sound.wrong.empty()) continue;
      CAPTURE(number, sheet);
      FAIL(sound.wrong);
    }
  }
  int refused() const { return read[0]; }
  int with_errors() const { return read[1]; }
  int clean() const { return read[2]; }
};

}  // namespace

TEST_CASE("the workbook that the tests damage is sound") {
  Tally tally;
  tally.take(made(rich_workbook()), 0);
  CHECK(tally.clean() == 2);
}

TEST_CASE("a workbook with any bytes changed, packed or not, is a table or an error") {
  Random random{std::mt19937(1900)};
  Tally tally;
  for (const Packing packing : {Packing::deflated, Packing::stored}) {
    const std::string sound = zipped(parts_of(rich_workbook()), packing);
    for (int number = 0; number < 500; ++number) {
      std::string bytes = sound;
      change_bytes(bytes, random);
      tally.take(bytes, number);
    }
  }
  CHECK(tally.refused() > 500);
  CHECK(tally.clean() > 100);  // not all bytes are of a part that is read
}

TEST_CASE("a workbook that ends anywhere is an error") {
  const std::string sound = made(rich_workbook());
  Tally tally;
  for (std::size_t length = 0; length < sound.size(); length += 3) tally.take(sound.substr(0, length), static_cast<int>(length));
  CHECK(tally.with_errors() + tally.clean() == 0);
}

TEST_CASE("a workbook whose XML is damaged before it is packed is a table or an error") {
  Random random{std::mt19937(1904)};
  const Parts sound = parts_of(rich_workbook());
  constexpr std::size_t data_sheet = 3;
  REQUIRE(sound[data_sheet].name == "xl/worksheets/sheet2.xml");
  Tally tally;
  for (int number = 0; number < 3000; ++number) {
    Parts parts = sound;
    change_xml(parts[random.below(2) == 0 ? data_sheet : random.below(parts.size())].bytes, random);
    if (random.below(20) == 0) std::swap(parts[random.below(parts.size())].bytes, parts[random.below(parts.size())].bytes);
    if (random.below(20) == 0) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(random.below(parts.size())));
    tally.take(zipped(parts, Packing::stored), number);
  }
  CHECK(tally.refused() > 1000);
  CHECK(tally.with_errors() > 50);
  CHECK(tally.clean() > 500);
}
