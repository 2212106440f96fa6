#include "read/forms.hpp"

#include "catch.hpp"
#include "read/dataset_codes.hpp"
#include "read/grid.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using model::Field;
using model::FieldType;

namespace {

const Date day_zero_1900{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
const Date day_zero_1904{std::chrono::year{1904}, std::chrono::month{1}, std::chrono::day{1}};

Field field_of(FieldType type) {
  Field field;
  field.type = type;
  field.least = 0;
  field.most = type == FieldType::percent ? 100 : type == FieldType::year ? 2100 : 1'000'000;
  return field;
}

std::string shown(const Field& field, const Value& value) {
  if (field.type == FieldType::date) return to_string(value.date);
  return std::to_string(value.number);
}

// "12", "12 mended", "wrong" or "nothing".
std::string read_as(const Field& field, std::string_view cell, Date day_zero = day_zero_1900) {
  const Value value = value_of(field, cell, day_zero);
  switch (value.state) {
    case Value::State::empty: return "nothing";
    case Value::State::wrong: return "wrong";
    case Value::State::good: return shown(field, value);
    case Value::State::mended: break;
  }
  return shown(field, value) + " mended";
}
std::string read_as(FieldType type, std::string_view cell) { return read_as(field_of(type), cell); }

std::string remark(const Field& field, std::string_view cell) {
  const Remark seen = remark_on(field, cell, value_of(field, cell, day_zero_1900));
  std::string out{seen.code.id};
  for (const Argument& argument : seen.arguments) out += " " + argument.name + "=" + argument.value;
  return out;
}

Field choices() {
  Field field = field_of(FieldType::choice);
  field.choices = {{"st_doctor", {"ST-läkare", "ST doctor"}, {"st", "ÖVRIG läkare"}}, {"none", {"0 timmar", "0 hours"}, {"0"}}};
  return field;
}

}  // namespace

TEST_CASE("an empty cell says nothing, whatever its type") {
  for (int type = 0; type <= static_cast<int>(FieldType::ids); ++type) CHECK(read_as(static_cast<FieldType>(type), "") == "nothing");
}

TEST_CASE("a whole number is digits, and its groups of three may be parted by blanks of any kind") {
  CHECK(read_as(FieldType::integer, "0") == "0");
  CHECK(read_as(FieldType::integer, "13750") == "13750");
  CHECK(read_as(FieldType::integer, "007") == "7");
  for (const char* blank : {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
    CHECK(read_as(FieldType::integer, std::string{"13"} + blank + "750") == "13750 mended");
    CHECK(read_as(FieldType::integer, std::string{"1"} + blank + "000" + blank + "000") == "1000000 mended");
    CHECK(read_as(FieldType::integer, std::string{"1"} + blank + "0") == "wrong");
    CHECK(read_as(FieldType::integer, std::string{"1234"} + blank + "567") == "wrong");
    CHECK(read_as(FieldType::integer, std::string{"1"} + blank + blank + "234") == "wrong");
  }
}

TEST_CASE("decimals that are zeros are no decimals, but three of them may be thousands") {
  CHECK(read_as(FieldType::integer, "12,0") == "12 mended");
  CHECK(read_as(FieldType::integer, "12.00") == "12 mended");
  CHECK(read_as(FieldType::integer, "12.0000") == "12 mended");
  for (const char* wrong :
       {"12,000", "12.000", "12,5", "1,234,567", "12,", ",5", "12e3", "0x1F", "tolv", "12 st", "+12", "--1", "-", "½"}) {
    CAPTURE(wrong);
    CHECK(read_as(FieldType::integer, wrong) == "wrong");
  }
}

TEST_CASE("numbers are held within the limits of the field, edges included") {
  Field field = field_of(FieldType::integer);
  field.least = -5;
  field.most = 10;
  CHECK(read_as(field, "-5") == "-5");
  CHECK(read_as(field, "10") == "10");
  CHECK(read_as(field, "-6") == "wrong");
  CHECK(read_as(field, "11") == "wrong");
  CHECK(read_as(field, "99999999999999999999") == "wrong");
  field.type = FieldType::decimal;
  CHECK(read_as(field, "10,00") == "1000");
  CHECK(read_as(field, "10,01") == "wrong");
  CHECK(read_as(field, "-0,5") == "-50");
  CHECK(read_as(field, "-5,01") == "wrong");
}

TEST_CASE("a decimal has a comma or a point and at most two decimals that say something") {
  CHECK(read_as(FieldType::decimal, "3,98") == "398");
  CHECK(read_as(FieldType::decimal, "3.98") == "398");
  CHECK(read_as(FieldType::decimal, "3,9") == "390");
  CHECK(read_as(FieldType::decimal, "3") == "300");
  CHECK(read_as(FieldType::decimal, "3,9800") == "398");
  CHECK(read_as(FieldType::decimal, "0,05") == "5");
  CHECK(read_as(FieldType::decimal, "1 234,5") == "123450 mended");
  for (const char* wrong : {"3,981", "3,980", "3,9,8", "3.9.8", "3,", ",98", "3,9812", "3,98 h", "1e3", "tre"}) {
    CAPTURE(wrong);
    CHECK(read_as(FieldType::decimal, wrong) == "wrong");
  }
}

TEST_CASE("a share may have its sign, with a blank of any kind before it") {
  for (const char* text : {"90", "90%", "90 %", "90\xC2\xA0%"}) CHECK(read_as(FieldType::percent, text) == "90");
  CHECK(read_as(FieldType::percent, "90,0 %") == "90 mended");
  CHECK(read_as(FieldType::percent, "0%") == "0");
  CHECK(read_as(FieldType::percent, "100 %") == "100");
  for (const char* wrong : {"0,9", "101", "-1", "90,5", "%", "90%%", "9 0 %"}) CHECK(read_as(FieldType::percent, wrong) == "wrong");
  CHECK(read_as(FieldType::integer, "90%") == "wrong");
}

TEST_CASE("a date is written year first; other ways of doing so are mended") {
  CHECK(read_as(FieldType::date, "2026-11-22") == "2026-11-22");
  for (const char* text : {"2026/11/22", "2026.11.22", "20261122", "2026-11-22 00:00", "2026-11-22 00:00:00", "2026-11-22T00:00:00.000Z"}) {
    CAPTURE(text);
    CHECK(read_as(FieldType::date, text) == "2026-11-22 mended");
  }
  CHECK(read_as(FieldType::date, "2026-1-3") == "2026-01-03 mended");
  CHECK(read_as(FieldType::date, "2026/1/13") == "2026-01-13 mended");
}

TEST_CASE("a date that could mean two days, or none, is refused") {
  for (const char* wrong : {"22/11/2026", "11/22/2026", "3/4/2026", "26-11-22", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11", "2026",
                            "22 november 2026", "2026-11-22 14:30", "2026-11/22", "2026--11", "2026-111-2", "20261322", "0000-00-00"}) {
    CAPTURE(wrong);
    CHECK(read_as(FieldType::date, wrong) == "wrong");
  }
  CHECK(read_as(FieldType::date, "2024-02-29") == "2024-02-29");
}

TEST_CASE("a bare number where a date is expected is Excel's count of days, in the system of the workbook") {
  const Field date = field_of(FieldType::date);
  CHECK(read_as(date, "45000") == "2023-03-15 mended");
  CHECK(read_as(date, "45000.5") == "2023-03-15 mended");
  CHECK(read_as(date, "45000", day_zero_1904) == "2027-03-16 mended");
  CHECK(read_as(date, "32874") == "1990-01-01 mended");
  CHECK(read_as(date, "32873") == "wrong");
  CHECK(read_as(date, "73050") == "2099-12-31 mended");
  CHECK(read_as(date, "73051") == "wrong");
  for (const char* wrong : {"4500", "450000", "-45000", "45 000", "45000,x", "45000.1.2", "45000."}) {
    CAPTURE(wrong);
    CHECK(read_as(date, wrong) == "wrong");
  }
}

TEST_CASE("a year is four digits, or at least within its limits") {
  Field year = field_of(FieldType::year);
  year.least = 2000;
  CHECK(read_as(year, "2025") == "2025");
  CHECK(read_as(year, "2025,0") == "2025 mended");
  for (const char* wrong : {"25", "1999", "2101", "2025-01-01", "2025/26", "hösten 2025"}) CHECK(read_as(year, wrong) == "wrong");
}

TEST_CASE("a grade is A, B, C or D; a small letter is mended") {
  CHECK(read_as(FieldType::grade, "A") == "0");
  CHECK(read_as(FieldType::grade, "D") == "3");
  CHECK(read_as(FieldType::grade, "a") == "0 mended");
  CHECK(read_as(FieldType::grade, "d") == "3 mended");
  for (const char* wrong : {"E", "e", "AB", "A-", "1", "Å", "-"}) CHECK(read_as(FieldType::grade, wrong) == "wrong");
}

TEST_CASE("yes and no are written in the ways of people and of programs") {
  for (const char* yes : {"ja", "Ja", "JA", "yes", "true", "TRUE", "SANT", "1", "x", "X"}) CHECK(read_as(FieldType::yes_no, yes) == "1");
  for (const char* no : {"nej", "Nej", "NO", "false", "FALSKT", "0"}) CHECK(read_as(FieldType::yes_no, no) == "0");
  for (const char* wrong : {"kanske", "2", "j", "n", "jaja", "ja nej", "-", "?"}) CHECK(read_as(FieldType::yes_no, wrong) == "wrong");
}

TEST_CASE("a choice is its id, its name in either language or an alias, in any case and with any blanks between") {
  for (const char* text : {"st_doctor", "ST_DOCTOR", "ST-läkare", "st-LÄKARE", "st  doctor", "ST\xC2\xA0" "doctor", "ST", "övrig läkare"}) {
    CAPTURE(text);
    CHECK(read_as(choices(), text) == "0");
  }
  CHECK(read_as(choices(), "0") == "1");
  CHECK(read_as(choices(), "stdoctor") == "wrong");
}

TEST_CASE("an address begins with http") {
  CHECK(read_as(FieldType::url, "https://example.org/") == "0");
  CHECK(read_as(FieldType::url, "http://example.org/") == "0");
  for (const char* wrong : {"example.org", "www.example.org", "ftp://example.org", "javascript:alert(1)", "https:/x", "https://a b"}) {
    CHECK(read_as(FieldType::url, wrong) == "wrong");
  }
}

TEST_CASE("an id has no blanks inside") {
  CHECK(read_as(FieldType::id, "SE-1_a/b") == "0");
  for (const char* wrong : {"a b", "a\tb", "a\nb", "a\xC2\xA0" "b"}) CHECK(read_as(FieldType::id, wrong) == "wrong");
}

TEST_CASE("a text has a greatest length, counted in characters and not in bytes") {
  Field text = field_of(FieldType::text);
  text.longest = 3;
  CHECK(read_as(text, "åäö") == "0");
  CHECK(read_as(text, "åäöå") == "wrong");
  CHECK(remark(text, "åäöå") == "text-too-long length=4 most=3");
  for (const FieldType type : {FieldType::id, FieldType::url, FieldType::ids}) {
    text.type = type;
    CHECK(remark(text, "http://x") == "text-too-long length=8 most=3");
  }
}

TEST_CASE("non-breaking blanks and line ends in a text become blanks, but a person's own sentences keep their lines") {
  Field text = field_of(FieldType::text);
  CHECK(read_as(text, "a\xC2\xA0" "b") == "0 mended");
  CHECK(read_as(text, "a\nb") == "0 mended");
  CHECK(mended_text(text, "a\xC2\xA0" "b") == "a b");
  CHECK(mended_text(text, "a\r\nb\nc \nd") == "a b c d");
  text.free_text = true;
  CHECK(read_as(text, "a\nb") == "0");
  CHECK(mended_text(text, "a\n\nb") == "a\n\nb");
}

TEST_CASE("the lines of free text end alike, whatever program the text came from") {
  Field text = field_of(FieldType::text);
  text.free_text = true;
  for (const char* written : {"a\n\nb\nc", "a\r\n\r\nb\r\nc", "a\r\rb\rc"}) CHECK(mended_text(text, written) == "a\n\nb\nc");
}

TEST_CASE("a complaint says what was seen, what is allowed and what it may have been") {
  CHECK(remark(field_of(FieldType::integer), "tolv") == "not-integer seen=tolv least=0 most=1000000");
  CHECK(remark(field_of(FieldType::percent), "101") == "not-integer seen=101 least=0 most=100");
  CHECK(remark(field_of(FieldType::decimal), "x") == "not-decimal seen=x least=0 most=1000000");
  CHECK(remark(field_of(FieldType::date), "igår") == "not-date seen=igår");
  CHECK(remark(field_of(FieldType::grade), "E") == "not-grade seen=E");
  CHECK(remark(field_of(FieldType::yes_no), "kanske") == "not-yes-no seen=kanske");
  CHECK(remark(field_of(FieldType::url), "example.org") == "not-url seen=example.org");
  CHECK(remark(field_of(FieldType::id), "a b") == "id-with-blank seen=a b");
  CHECK(remark(choices(), "ST-läkar") ==
        "not-one-of seen=ST-läkar allowed=ST-läkare, 0 timmar allowed_en=ST doctor, 0 hours like=ST-läkare");
}

TEST_CASE("a warning says what was seen and how it was read") {
  CHECK(remark(field_of(FieldType::integer), "13 750") == "number-repaired seen=13 750 number=13750");
  CHECK(remark(field_of(FieldType::decimal), "1 234,5") == "number-repaired seen=1 234,5 number=1234,50");
  CHECK(remark(field_of(FieldType::decimal), "1 234,05") == "number-repaired seen=1 234,05 number=1234,05");
  CHECK(remark(field_of(FieldType::decimal), "1 234,0") == "number-repaired seen=1 234,0 number=1234");
  CHECK(remark(field_of(FieldType::date), "45000") == "date-repaired seen=45000 date=2023-03-15");
  CHECK(remark(field_of(FieldType::grade), "b") == "grade-repaired seen=b grade=B");
  CHECK(remark(field_of(FieldType::text), "a\xC2\xA0" "b") == "blanks-repaired");
}

TEST_CASE("whatever is read from a number is within its limits") {
  Field field = field_of(FieldType::integer);
  field.least = 3;
  field.most = 50;
  const std::string alphabet = "0159 ,.-";
  for (std::size_t i = 0; i < 8 * 8 * 8 * 8 * 8; ++i) {
    std::string text;
    for (std::size_t rest = i, n = 0; n < 5; ++n, rest /= 8) text += alphabet[rest % 8];
    for (const FieldType type : {FieldType::integer, FieldType::decimal, FieldType::percent}) {
      field.type = type;
      const Value value = value_of(field, text, day_zero_1900);
      const std::int64_t unit = type == FieldType::decimal ? 100 : 1;
      if (value.known() && (value.number < 3 * unit || value.number > 50 * unit)) FAIL(text);
    }
  }
}
