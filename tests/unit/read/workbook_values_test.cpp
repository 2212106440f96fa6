// What the cells of a workbook hold, in every way that programs write it.
#include <string>
#include <vector>

#include "workbook_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace lagesbild::test;

namespace {

// The one cell below a heading.
std::string value(const std::string& cell, MadeWorkbook workbook = {}) {
  workbook.sheets = {{.rows = text_row({"a"}) + "<row>" + cell + "</row>"}};
  return good_workbook(made(workbook));
}

std::string shared(const std::string& inside) { return value("<c t=\"s\"><v>0</v></c>", {.strings = {inside}}); }

std::string styled(const std::string& number, const std::string& format, const std::string& properties = {}) {
  return value(number_cell(number, 1), {.formats = {format}, .properties = properties});
}

// A number of a format that has no code in the file.
std::string built_in(const std::string& number, int format) {
  Parts parts = parts_of({.sheets = {{.rows = text_row({"a"}) + "<row>" + number_cell(number, 1) + "</row>"}}});
  parts.back().bytes = "<styleSheet><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"" + std::to_string(format) +
                       "\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
  return good_workbook(zipped(parts));
}

}  // namespace

TEST_CASE("a shared string is its text, with runs joined and without what shows the pronunciation") {
  CHECK(shared("<t>Vårdcentralen Å</t>") == "Vårdcentralen Å");
  CHECK(shared("<r><t>Vård</t></r><r><rPr><b/><sz val=\"11\"/></rPr><t xml:space=\"preserve\">central </t></r><r><t>Å</t></r>") ==
        "Vårdcentral Å");
  CHECK(shared("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh><phoneticPr fontId=\"1\"/>") == "東京");
  CHECK(shared("<t>A &amp; B &lt;C&gt; &#229;</t>") == "A & B <C> å");
  CHECK(shared("<t><![CDATA[A & B]]></t>") == "A & B");
}

TEST_CASE("blanks around a text are kept where the file says so") {
  CHECK(shared("<t xml:space=\"preserve\">  x \n</t>") == "  x \n");
  CHECK(shared("<t>\n   x\n  </t>") == "x");
  CHECK(shared("<r><t xml:space=\"preserve\"> x </t></r><r><t> y </t></r>") == " x y");
  CHECK(value("<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> x </t></is></c>") == " x ");
}

TEST_CASE("a text may have line breaks, and characters written as codes") {
  CHECK(shared("<t>rad 1\nrad 2</t>") == "rad 1\nrad 2");
  CHECK(shared("<t>rad 1_x000D_\nrad 2</t>") == "rad 1\r\nrad 2");
  CHECK(shared("<t>_x005F_x000D_</t>") == "_x000D_");
  CHECK(shared("<t>a_x00e5_b_x_x12_x123G__x1234</t>") == "aåb_x_x12_x123G__x1234");
  CHECK(shared("<t>_xD83D__xDE00_</t>") == "_xD83D__xDE00_");
  CHECK(value("<c t=\"str\"><f>CHAR(13)</f><v>x_x000D_y</v></c>") == "x\ry");
}

TEST_CASE("a text may stand in its cell, as plain or rich text or as the value of a formula") {
  CHECK(value("<c t=\"inlineStr\"><is><t>x &amp; y</t></is></c>") == "x & y");
  CHECK(value("<c t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r><rPh><t>z</t></rPh></is></c>") == "xy");
  CHECK(value("<c t=\"str\"><f>A1&amp;\"x\"</f><v>hej</v></c>") == "hej");
  CHECK(value("<c t=\"str\"><v>hej</v></c>") == "hej");
  CHECK(value("<c t=\"str\"><f>IF(A1=\"\",\"\",1)</f><v></v></c>").empty());
  CHECK(value("<c t=\"str\"><f>IF(A1=\"\",\"\",1)</f><v/></c>").empty());
}

TEST_CASE("a number has at most 15 figures, a decimal point and no exponent") {
  const std::vector<std::vector<std::string>> cases = {
      {"3.98", "3.98"}, {"3", "3"}, {"3.0", "3"}, {"0", "0"}, {"-0", "0"}, {"-2.5", "-2.5"}, {"007", "7"}, {"1E2", "100"}, {"+4", "4"},
      {"3.9799999999999998", "3.98"}, {"0.30000000000000004", "0.3"}, {"1.0000000000000002", "1"}, {"13750", "13750"},
      {"123456789012", "123456789012"}, {"999999999999999", "999999999999999"}, {"1234567890123456", "1234567890123460"},
      {"1E+20", "100000000000000000000"}, {"1e21", "1e21"}, {"0.00001", "0.00001"}, {"1.5E-7", "0.00000015"}, {"1.25e-8", "1.25e-8"},
      {"0.1", "0.1"}, {"2024.5", "2024.5"}, {"1e-300", "1e-300"}, {" 5 ", "5"}, {"45292", "45292"}};
  for (const auto& one : cases) {
    CAPTURE(one[0]);
    CHECK(value("<c><v>" + one[0] + "</v></c>") == one[1]);
    CHECK(value("<c t=\"n\"><v>" + one[0] + "</v></c>") == one[1]);
  }
}

TEST_CASE("a number kept as text stays text") {
  CHECK(shared("<t>007</t>") == "007");
  CHECK(shared("<t>3,98</t>") == "3,98");
  CHECK(value("<c t=\"inlineStr\" s=\"1\"><is><t>45000</t></is></c>", {.formats = {"yyyy-mm-dd"}}) == "45000");
}

TEST_CASE("a boolean is true or false") {
  CHECK(value("<c t=\"b\"><v>1</v></c>") == "true");
  CHECK(value("<c t=\"b\"><v>0</v></c>") == "false");
  CHECK(value("<c t=\"b\"><f>TRUE()</f><v>1</v></c>") == "true");
}

TEST_CASE("a formula is the value that was left behind") {
  CHECK(value("<c><f>SUM(B1:B9)</f><v>12.5</v></c>") == "12.5");
  CHECK(value("<c><f t=\"shared\" ref=\"A2:A3\" si=\"0\">1+1</f><v>2</v></c>") == "2");
  CHECK(value("<c s=\"1\"><f>TODAY()</f><v>45000</v></c>", {.formats = {"yyyy-mm-dd"}}) == "2023-03-15");
}

TEST_CASE("a number is a day when its format has a day, a month or a year") {
  for (const int format : {14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47}) CHECK(built_in("45000.75", format) == "2023-03-15");
  for (const int format : {0, 1, 2, 3, 4, 11, 12, 13, 37, 40, 48, 49, 50}) CHECK(built_in("45000.75", format) == "45000.75");
  for (const char* format : {"yyyy\\-mm\\-dd;@", "[$-41D]d\\ mmmm\\ yyyy;@", "d/m", "YYYY", "mmm\\-yy", "\"den\" d",
                             "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "[Red]yyyy", "_dd"}) {
    CAPTURE(format);
    CHECK(styled("45000.9", format) == "2023-03-15");
  }
  for (const char* format : {"General", "0.00", "#,##0\\ \"dagar\"", "0\\d", "0_d", "0*y", "[Red]0", "[$SEK]\\ 0", "0\" my\"", "0;\\d;d",
                             "@", "\"d", "[d", "\\"}) {
    CAPTURE(format);
    CHECK(styled("45000.5", format) == "45000.5");
  }
}

TEST_CASE("days are counted from 1900 with the leap day that never was, or from 1904") {
  const std::string format = "yyyy-mm-dd";
  CHECK(styled("1", format) == "1900-01-01");
  CHECK(styled("59", format) == "1900-02-28");
  CHECK(styled("60", format) == "1900-02-29");
  CHECK(styled("61", format) == "1900-03-01");
  CHECK(styled("36526", format) == "2000-01-01");
  CHECK(styled("45351", format) == "2024-02-29");
  CHECK(styled("45351.99999", format) == "2024-02-29");
  CHECK(styled("45350.9999999999", format) == "2024-02-29");
  CHECK(styled("2958465", format) == "9999-12-31");
  for (const char* from_1904 : {"date1904=\"1\"", "date1904=\"true\""}) {
    CHECK(styled("0", format, from_1904) == "1904-01-01");
    CHECK(styled("43889", format, from_1904) == "2024-02-29");
    CHECK(styled("2957003", format, from_1904) == "9999-12-31");
    CHECK(styled("2957004", format, from_1904) == "2957004");
    CHECK(styled("0.5", format, from_1904) == "0.5");
  }
  CHECK(styled("45000", format, "date1904=\"0\"") == "2023-03-15");
}

TEST_CASE("a number that is no day stays a number whatever its format") {
  CHECK(styled("0.354166666666667", "hh:mm") == "0.354166666666667");
  CHECK(styled("0", "yyyy-mm-dd") == "0");
  CHECK(styled("-3", "yyyy-mm-dd") == "-3");
  CHECK(styled("2958466", "yyyy-mm-dd") == "2958466");
  CHECK(styled("1E+300", "yyyy-mm-dd") == "1e300");
}

TEST_CASE("a workbook knows from which day its bare numbers count") {
  const auto zero = [](const std::string& properties) {
    const WorkbookOutcome out = read_workbook(made(MadeWorkbook{.sheets = {{.rows = headings_ab}}, .properties = properties}));
    return to_string(out.grid->day_zero());
  };
  CHECK(zero("") == "1899-12-30");
  CHECK(zero("date1904=\"1\"") == "1904-01-01");
}

TEST_CASE("a share formatted as per cent has its sign") {
  CHECK(built_in("0.9", 9) == "90%");
  CHECK(built_in("0.8966", 10) == "89.66%");
  CHECK(styled("0.07", "0\\ %") == "7%");
  CHECK(styled("0.295", "0.0%") == "29.5%");
  CHECK(styled("1", "[Blue]0.0%;[Red]-0.0%") == "100%");
  CHECK(styled("0", "0%") == "0%");
  CHECK(styled("90", "0\"%\"") == "90");
  CHECK(styled("90", "0\\%") == "90");
  CHECK(styled("90", "0;0%") == "90");
}

TEST_CASE("a date written as one is taken as it stands") {
  CHECK(value("<c t=\"d\"><v>2026-11-22</v></c>") == "2026-11-22");
  CHECK(value("<c t=\"d\"><v>2026-11-22T08:30:00</v></c>") == "2026-11-22");
}

TEST_CASE("texts, booleans and styles without a meaning do not disturb") {
  CHECK(value("<c t=\"b\" s=\"1\"><v>1</v></c>", {.formats = {"yyyy-mm-dd"}}) == "true");
  CHECK(value("<c t=\"s\" s=\"1\"><v>0</v></c>", {.strings = {"<t>x</t>"}, .formats = {"0%"}}) == "x");
  CHECK(value("<c s=\"1\"/>", {.formats = {"0%"}}).empty());
}
