#include "base/text.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace lagesbild;

TEST_CASE("broken UTF-8 is found at its first byte", "[base]") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("abc åäö € 𝄞 \xF4\x8F\xBF\xBF"));
  CHECK(find_invalid_utf8("ab\xE5") == 2U);
  CHECK(find_invalid_utf8("å\x80") == 2U);
  CHECK(find_invalid_utf8("\xC0\xAF") == 0U);          // overlong
  CHECK(find_invalid_utf8("a\xE0\x80\xAF") == 1U);     // overlong
  CHECK(find_invalid_utf8("\xF0\x80\x80\xAF") == 0U);  // overlong
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0U);      // surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0U);  // over U+10FFFF
  CHECK(find_invalid_utf8("\xFF") == 0U);
  CHECK(find_invalid_utf8("a\xE2\x82") == 1U);  // cut off
}

TEST_CASE("characters are code points, and broken bytes count one each", "[base]") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("mål €𝄞") == 6);
  CHECK(count_characters("a\xE5\xE4z") == 4);
}

TEST_CASE("the line of an offset is cut out without its end", "[base]") {
  const std::string_view text = "ett\r\ntvå\n\nfyra";
  CHECK(line_at(text, 0) == "ett");
  CHECK(line_at(text, 4) == "ett");
  CHECK(line_at(text, 5) == "två");
  CHECK(line_at(text, 9) == "två");  // its line end
  CHECK(line_at(text, 10).empty());
  CHECK(line_at(text, 99) == "fyra");
  CHECK(line_at("", 0).empty());
}

TEST_CASE("trimming takes blanks, tabs, line ends and no-break spaces", "[base]") {
  CHECK(trim(" \t\xC2\xA0\r\n a b\xC2\xA0 ") == "a b");
  CHECK(trim("\xC2\xA0").empty());
  CHECK(trim("å").size() == 2);
}

TEST_CASE("a misspelt name finds the name that is most like it", "[base]") {
  const std::vector<std::string_view> names{"rubrik", "ingress", "mått", "mått_andel"};
  CHECK(did_you_mean("rubirk", names) == "rubrik");   // two letters swapped: one mistake
  CHECK(did_you_mean("Ingress", names) == "ingress");
  CHECK(did_you_mean("matt", names) == "mått");
  CHECK(did_you_mean("måtandel", names) == "mått_andel");
  CHECK(did_you_mean("andel", names).empty());
  CHECK(did_you_mean("ru", names).empty());
  CHECK(did_you_mean("", names).empty());
  CHECK(did_you_mean("rubrik", {}).empty());
  CHECK(did_you_mean(std::string(1000, 'x'), names).empty());
}

TEST_CASE("Swedish order puts å ä ö last, numbers by value and case last", "[base]") {
  const std::vector<std::string> right{"", "Avdelning 2", "Avdelning 10", "bo", "Bo", "bö",
                                       "enhet", "Enhet 1", "zebra", "Åby", "Ängen", "Öland"};
  std::vector<std::string> seen{right.rbegin(), right.rend()};
  const SwedishOrder order;
  std::sort(seen.begin(), seen.end(), [&](const std::string& a, const std::string& b) { return order.key(a) < order.key(b); });
  CHECK(seen == right);
}

TEST_CASE("texts that differ have Swedish keys that differ", "[base]") {
  const SwedishOrder order;
  CHECK(order.key("a\xCC\x8A") != order.key("å"));  // the same letter written in two ways
  CHECK(order.key("02") != order.key("2"));
  CHECK(order.key("x") == order.key("x"));
  CHECK(order.key(std::string(5000, 'x')).size() > 5000);
}

TEST_CASE("a slug is lower-case ASCII with hyphens", "[base]") {
  CHECK(slug("Åkermyntan Södra") == "akermyntan-sodra");
  CHECK(slug("  Barn- och ungdomspsykiatri (BUP), öst ") == "barn-och-ungdomspsykiatri-bup-ost");
  CHECK(slug("A\xCC\x8Are É Ł Æ ß Ø ½") == "are-e-l-ae-ss-o-1-2");
  CHECK(slug("S:t Eriks") == "s-t-eriks");
  CHECK(slug("Sankt Eriks' hus") == "sankt-eriks-hus");
  CHECK(slug("../../etc") == "etc");
  CHECK(slug("日本").empty());
  CHECK(slug("").empty());
  CHECK(slug("\xFF x") == "x");
}
