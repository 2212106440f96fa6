#include "base/personal_data.hpp"

#include <string>
#include <vector>

#include "base/text.hpp"
#include "catch.hpp"

using namespace lagesbild;

namespace {

// "kind:what was found", or "".
std::string found(const std::string& text) {
  static const std::vector<std::string> names = {"personal", "coordination", "interim", "reserve", "email", "phone"};
  const auto find = find_personal_data(text);
  if (!find) return {};
  return names[static_cast<std::size_t>(find->kind)] + ":" + text.substr(find->begin, find->end - find->begin);
}

using Texts = std::vector<std::string>;

}  // namespace

// All numbers here are made up or published as tests by those who issue them.

TEST_CASE("a personal number is found with ten and twelve digits, with a dash, a plus or nothing") {
  for (const std::string& text : Texts{"811228-9874", "8112289874", "198112289874", "19811228-9874", "121212+1212", "19121212+1212"}) {
    CHECK(found(text) == "personal:" + text);
  }
}

TEST_CASE("a personal number is found inside text, beside words and signs") {
  CHECK(found("Handledare (811228-9874) sa ja.") == "personal:811228-9874");
  CHECK(found("pnr811228-9874") == "personal:811228-9874");
  CHECK(found("pnr:8112289874.") == "personal:8112289874");
  CHECK(found("se 1.811228-9874och mer") == "personal:811228-9874");
  CHECK(found("åäö811228-9874ÅÄÖ") == "personal:811228-9874");
  CHECK(found("rad ett\n8112289874\nrad tre") == "personal:8112289874");
  CHECK(found("12,8112289874;7") == "personal:8112289874");
  CHECK(found("https://exempel.se/visa?id=8112289874") == "personal:8112289874");
  CHECK(found("20 19811228-9874") == "personal:19811228-9874");
}

TEST_CASE("blanks, dashes, dots and digits of all kinds are seen through") {
  for (const std::string& text : Texts{
           "811228 9874", "811228 - 9874", "811228\xC2\xA0" "9874", "811228\xE2\x80\xAF" "9874", "811228\xE2\x80\x89-\xE2\x80\x89" "9874",
           "811228\xE2\x80\x90" "9874", "811228\xE2\x80\x91" "9874", "811228\xE2\x80\x93" "9874", "811228\xE2\x80\x94" "9874",
           "811228\xE2\x80\x95" "9874", "811228\xE2\x88\x92" "9874", "811228\xEF\xBC\x8D" "9874", "811228.9874", "811228/9874",
           "81-12-28-9874", "1981-12-28-9874", "1981-12-28 9874", "1981.12.28-9874", "1981/12/28-9874", "81 12 28 9874",
           "1981 12 28 9874",
           "8112\xE2\x80\x8B" "28-9874", "811228\xC2\xAD" "9874", "\\u0038" "11228-9874",
           "\xEF\xBC\x98\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x92\xEF\xBC\x98-\xEF\xBC\x99\xEF\xBC\x98\xEF\xBC\x97\xEF\xBC\x94"}) {
    CHECK(found(text) == "personal:" + text);
  }
}

TEST_CASE("a date that does not exist, a wrong check digit or the number 000 is no personal number") {
  for (const std::string& text : Texts{"811328-9872", "810229-1233", "811228-9875", "8112289870", "211228-0008",
                                       "17811228-9874", "19010229-1232"}) {
    CHECK(found(text).empty());
  }
}

TEST_CASE("coordination numbers are found, also those without a calendar date") {
  CHECK(found("701063-2391") == "coordination:701063-2391");
  CHECK(found("191500722390") == "coordination:191500722390");
  CHECK(found("191500882392") == "coordination:191500882392");
  CHECK(found("19150388-2399") == "coordination:19150388-2399");
  CHECK(found("701060-2394") == "coordination:701060-2394");
  CHECK(found("701092-2396").empty());
}

TEST_CASE("interim numbers are found by their letter, without a check digit") {
  for (const char letter : std::string("TRSUWXJKLMN")) {
    CHECK(found("811228-" + std::string(1, letter) + "123") == "interim:811228-" + std::string(1, letter) + "123");
    CHECK(found("19811228" + std::string(1, letter) + "123") == "interim:19811228" + std::string(1, letter) + "123");
  }
  CHECK(found("000101-T220") == "interim:000101-T220");
  CHECK(found("19140728-TF26") == "interim:19140728-TF26");
  CHECK(found("811228-t123") == "interim:811228-t123");
  CHECK(found("811228-B123").empty());
  CHECK(found("811328-T123").empty());
  CHECK(found("811228-T1234").empty());
}

TEST_CASE("reserve numbers of Inera and the regions are found") {
  for (const std::string& text : Texts{
           "22950606-FH20", "25780404KHD5", "00342145-BZ31", "00749852-BZK0",                                      // national
           "991981000010", "991945000023", "991993000032", "991981000011", "99198100-0010",                        // Stockholm
           "19810829B071", "19450829-Y088", "19930829A802",                                                        // Västra Götaland
           "19810829SU3A", "19450829SF2B", "19930829-SX0C", "19930829SP21",                                        // Värmland
           "198108320014",                                                                                         // Inera, Halland
           "19810829-DA1B", "810829-EA0B", "19810829TA1B", "19810829AB1C", "19810829-123R", "19810829-12M3"}) {
    CHECK(found(text) == "reserve:" + text);
  }
  CHECK(found("19810829M071") == "interim:19810829M071");  // Västra Götaland too: the letter is of both
  CHECK(found("991981000012").empty());
  CHECK(found("22950606-FI20").empty());
}

TEST_CASE("e-mail addresses are found, also with full-width and written-out signs") {
  for (const std::string& text : Texts{"anna.exempel@region.example.se", "a@b.se", "A_B+c%d-e@x-y.nu", "\xC3\xA5sa@v\xC3\xA5rd.se",
                                       "anna\xEF\xBC\xA0region.se", "anna(at)region.se", "anna (at) region.se", "anna[AT]region.se",
                                       "anna(a)region.se", "anna\\u0040region.se", "an\xE2\x80\x8Bna@region.se"}) {
    CHECK(found(text) == "email:" + text);
  }
  CHECK(found("Skriv till anna@region.se.") == "email:anna@region.se");
  CHECK(found("<anna@region.se>") == "email:anna@region.se");
  CHECK(found("anna@region.se-adressen") == "email:anna@region.se");
  CHECK(found("mailto:anna@region.se?subject=1") == "email:anna@region.se");
  CHECK(found("rad\\nanna@region.se") == "email:anna@region.se");
}

TEST_CASE("what only has an @ is no e-mail address") {
  for (const std::string& text : Texts{"@", "a@b", "vi ses @ 12.30", "@anna", "anna@", "10 @ 5.50 kr",
           "Struktur (A) är bra. Se nedan", "x@y.1z", "a@.se"}) {
    CHECK(found(text).empty());
  }
}

TEST_CASE("Swedish telephone numbers are found in all their ways of writing") {
  for (const std::string& text : Texts{
           "070-123 45 67", "0701234567", "070 123 45 67", "070-1234567", "0701-23 45 67", "070.123.45.67", "070/123 45 67",
           "070 - 123 45 67",
           "08-123 45 67", "08-12 34 56", "08-123 456 78", "08-1234567", "081234567", "(08) 123 45 67", "08 123 45 67", "031-12 34 56",
           "0123-123 45", "0250-12 34 56", "010-123 45 67", "0771-12 34 56", "08-1234 5678",
           "08\xE2\x80\x93" "123\xC2\xA0" "45\xC2\xA0" "67",
           "+46 70 123 45 67", "+46701234567", "+46 (0)70-123 45 67", "+46(0)8-123 45 67", "+46 8 123 45 67", "+46-8-1234567",
           "0046701234567",
           "0046 70 123 45 67", "\xEF\xBC\x8B" "46 70 123 45 67", "+46 070-123 45 67"}) {
    CHECK(found(text) == "phone:" + text);
  }
  CHECK(found("Ring 070-123 45 67, eller skriv") == "phone:070-123 45 67");
  CHECK(found("Tel.08-123 45 67.") == "phone:08-123 45 67");
  CHECK(found("tel(08) 123 45 67") == "phone:08) 123 45 67");
  CHECK(found("rum 12 08-123 45 67") == "phone:08-123 45 67");
}

TEST_CASE("ids, diary numbers, dates, years, hours and counts are left alone") {
  for (const std::string& text : Texts{
           "SE2321000016-A1B2", "SE2321000016-7H9K", "SE2321000016-1003", "2321000016", "232100-0016", "556091-2148", "802005-9575",
           "HSN 2021-0421", "2023-000123", "RS 2019-0102", "HSN 2021-0421-3", "dnr 12345/2021", "FK001/R1-001", "R1-001",
           "FK-2019-000001",
           "2026-11-22", "2019-11-01-2022-12-31", "2019-11-01\xE2\x80\x93" "2022-12-31", "2019-11-01 - 2022-12-31", "20190101-20221231",
           "2019-11-01/2022-12-31", "190101-221231", "2019-11-01T12:30:00", "20191101T1230", "20191101T123045Z", "2019-11-01 12:30",
           "2019\xE2\x80\x93" "2022", "2019-2022", "08-02-2023", "08.12.2023", "08/12/2023", "01-02-2023",
           "08-16.30", "08-16.30 - 17.00", "08-12 13-17", "0800-1700", "0800-1700 12", "08 12 13 17", "kl. 08:00-16:30",
           "13 750", "1 234 567 890", "12345678", "1234567", "123456789", "12345678901", "1234567890123456",
           "13\xC2\xA0" "750\xC2\xA0" "000",
           "3.98", "0.12345678", "0.8112289874", "59.329323, 18.068581", "6580822.1234", "1 012 345 678", "12 010 123 456",
           "https://www.exempel.se/spur/2022/rapport-12.pdf?sida=3", "978-91-1234567-8", "9789112345678", "ISBN 91-1-301234-5",
           "3f8112289874ab", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "123e4567-e89b-12d3-a456-426614174000",
           "810829-ABCD", "20230101-abcd", "112", "1177", "0-100", "00012345", "000123456", "012", "7-9", "40 %", "46 70 123 45 67",
           ""}) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
}

TEST_CASE("the first find is told, and its place in bytes") {
  const std::string text = "Åsa: 070-123 45 67, 811228-9874";
  const auto find = find_personal_data(text);
  REQUIRE(find.has_value());
  CHECK(find->kind == PersonalKind::phone);
  CHECK(find->begin == 6);
  CHECK(find->end == 19);
}

TEST_CASE("masking takes every find, keeps its shape and the number of characters") {
  CHECK(mask_personal_data("811228-9874") == "••••••-••••");
  CHECK(mask_personal_data("Åsa 070-123 45 67, anna.b@region.se; 19811228T123!") == "Åsa •••-••• •• ••, ••••.•@••••••.••; ••••••••••••!");
  CHECK(mask_personal_data("\xEF\xBC\x98" "11228-9874 är kvar") == "••••••-•••• är kvar");
  CHECK(mask_personal_data("\\u0038" "11228-9874") == "•••••••••••-••••");
  CHECK(mask_personal_data("anna (at) region.se") == "•••• (at) ••••••.••");
  CHECK(mask_personal_data("2026-11-22; 13 750") == "2026-11-22; 13 750");
  CHECK(mask_personal_data("").empty());
}

TEST_CASE("what becomes a number when the one beside it is masked is masked too") {
  const std::string masked = mask_personal_data("811228-9874 070 123 45 67");
  CHECK(masked == "••••••-•••• ••• ••• •• ••");
}

TEST_CASE("all finds of a text are told in their order, each with its place") {
  const std::string text = "<p>anna.b@region.se</p>; 19811228T123 <a>070-123 45 67</a>, 2026-11-22 13 750 &amp; 0701234567";
  std::vector<std::string> seen;
  for (const PersonalFind& find : find_all_personal_data(text)) seen.push_back(text.substr(find.begin, find.end - find.begin));
  CHECK(seen == std::vector<std::string>{"anna.b@region.se", "19811228T123", "070-123 45 67", "0701234567"});
  CHECK(find_all_personal_data("<td>0</td><td>70</td><td>123</td><td>45</td><td>67</td>").empty());
}
