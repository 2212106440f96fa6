#include "read/encoding.hpp"

#include <iconv.h>

#include <string>

#include "catch.hpp"
#include "read/codes.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;
using namespace std::string_literals;

namespace {

struct Outcome {
  std::optional<Text> text;
  Diagnostics diagnostics;
  std::string utf8() const { return text ? text->utf8 : "(nothing)"; }
};

Outcome decode(std::string bytes) {
  Outcome out;
  out.text = decode_text("enheter.csv", std::move(bytes), out.diagnostics);
  return out;
}

// Nothing when iconv says that the byte is undefined.
std::optional<std::string> by_iconv(char byte) {
  const iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
  REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
  char in[] = {byte};
  char out[8] = {};
  char* from = in;
  char* to = out;
  std::size_t left = 1;
  std::size_t room = sizeof out;
  const bool good = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  if (!good) return std::nullopt;
  return std::string(out, sizeof out - room);
}

}  // namespace

TEST_CASE("UTF-8 comes through byte by byte, and a BOM is dropped") {
  const std::string text = "namn;å ä ö\r\nÅmål;€ 😀\t\n";
  for (const std::string& bytes : {text, "\xEF\xBB\xBF" + text}) {
    const Outcome out = decode(bytes);
    CHECK(out.utf8() == text);
    CHECK(out.text.value().encoding == Encoding::utf8);
    CHECK(out.diagnostics.empty());
  }
  CHECK(decode("").utf8().empty());
  CHECK(decode("\xEF\xBB\xBF").utf8().empty());
}

TEST_CASE("UTF-16 with a BOM is read in both byte orders, also outside the first plane") {
  const Outcome little = decode("\xFF\xFE"s + "a\0;\0\xE5\0\n\0\x3D\xD8\x00\xDE"s);
  CHECK(little.utf8() == "a;å\n😀");
  CHECK(little.text.value().encoding == Encoding::utf16_little);
  const Outcome big = decode("\xFE\xFF"s + "\0a\0;\0\xE5\0\n\xD8\x3D\xDE\x00"s);
  CHECK(big.utf8() == "a;å\n😀");
  CHECK(big.text.value().encoding == Encoding::utf16_big);
  CHECK(little.diagnostics.empty());
}

TEST_CASE("half a character in UTF-16 is placed") {
  CHECK(told(decode("\xFF\xFE"s + "a\0\n\0b\0\x3D\xD8"s + "c\0"s).diagnostics) == Told{"text-invalid-utf16 2:2"});
  CHECK(told(decode("\xFF\xFE"s + "\x00\xDE"s + "c\0"s).diagnostics) == Told{"text-invalid-utf16 1:1"});
  const Outcome odd = decode("\xFF\xFE"s + "a\0b"s);
  CHECK(told(odd.diagnostics) == Told{"text-invalid-utf16 1:2"});
  CHECK_FALSE(odd.text.has_value());
}

TEST_CASE("text that is not UTF-8 is read as Windows-1252 with one warning at its first such character") {
  const Outcome out = decode("namn;ort\r\nSvea;\xC5m\xE5l \x96 \x80\r\n\xD6rebro;\xE4\r\n");
  CHECK(out.utf8() == "namn;ort\r\nSvea;Åmål – €\r\nÖrebro;ä\r\n");
  CHECK(out.text.value().encoding == Encoding::windows_1252);
  REQUIRE(told(out.diagnostics) == Told{"warning text-read-as-windows-1252 2:6"});
  CHECK(argument(out.diagnostics.all()[0], "character") == "Å");
  CHECK(out.diagnostics.all()[0].excerpt == "Svea;Åmål – €");
  CHECK(out.diagnostics.all()[0].place.file == "enheter.csv");
}

TEST_CASE("two letters of Windows-1252 that happen to be UTF-8 are not the first that is not") {
  const Outcome out = decode("MILJ\xD6\x96H\xC4LSA");
  CHECK(out.utf8() == "MILJÖ–HÄLSA");
  CHECK(told(out.diagnostics) == Told{"warning text-read-as-windows-1252 1:8"});
}

TEST_CASE("each byte from 0x80 is what iconv makes of it in Windows-1252") {
  for (int byte = 0x80; byte < 0x100; ++byte) {
    CAPTURE(byte);
    const auto expected = by_iconv(static_cast<char>(byte));
    const Outcome out = decode("x\n" + std::string(1, static_cast<char>(byte)));
    if (expected) {
      CHECK(out.utf8() == "x\n" + *expected);
      CHECK(told(out.diagnostics) == Told{"warning text-read-as-windows-1252 2:1"});
    } else {
      CHECK_FALSE(out.text.has_value());
      CHECK(told(out.diagnostics) == Told{"text-undefined-byte 2:1"});
    }
  }
}

TEST_CASE("every byte that is undefined in Windows-1252 is placed, in characters") {
  const Outcome out = decode("\xE5\xE4\x81;b\r\x8D\x90\n");
  CHECK_FALSE(out.text.has_value());
  REQUIRE(told(out.diagnostics) == Told{"text-undefined-byte 1:3", "text-undefined-byte 2:1", "text-undefined-byte 2:2"});
  CHECK(argument(out.diagnostics.all()[0], "byte") == "0x81");
  CHECK(out.diagnostics.all()[0].excerpt == "åä?;b");
}

TEST_CASE("a file that mostly is UTF-8 is not turned into Windows-1252 by one bad byte") {
  const Outcome out = decode("Åsa;Örjan;Äppelvik\nMalm\xF6;Ume\xC3");
  CHECK_FALSE(out.text.has_value());
  CHECK(told(out.diagnostics) == Told{"text-mixed-encodings 2:5", "text-mixed-encodings 2:10"});
}

TEST_CASE("a file with a UTF-8 mark must be UTF-8: overlong forms, surrogates and cut sequences are not") {
  const Outcome out = decode("\xEF\xBB\xBF" "a\xC0\xAF\n\xED\xA0\x80\n\xF4\x90\x80\x80\n\xE2\x82");
  CHECK(told(out.diagnostics) == Told{"text-invalid-utf8 1:2", "text-invalid-utf8 1:3", "text-invalid-utf8 2:1", "text-invalid-utf8 2:2",
                                      "text-invalid-utf8 2:3", "text-invalid-utf8 3:1", "text-invalid-utf8 3:2", "text-invalid-utf8 3:3",
                                      "text-invalid-utf8 3:4", "text-invalid-utf8 4:1", "text-invalid-utf8 4:2"});
}

TEST_CASE("overlong forms of three and four bytes are not UTF-8 either") {
  CHECK(told(decode("\xEF\xBB\xBF\xE0\x9F\xBF").diagnostics).size() == 3);
  CHECK(told(decode("\xEF\xBB\xBF\xF0\x8F\xBF\xBF").diagnostics).size() == 4);
  CHECK(decode("\xEF\xBB\xBF\xE0\xA0\x80\xED\x9F\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF").text.has_value());
}

TEST_CASE("control characters are errors with a place, tabs and line ends are not") {
  const Outcome out = decode("å\tb\r\nc\0d\x1B[31m\n\x7F\xC2\x85\n"s);
  CHECK_FALSE(out.text.has_value());
  REQUIRE(told(out.diagnostics) ==
          Told{"text-control-character 2:2", "text-control-character 2:4", "text-control-character 3:1", "text-control-character 3:2"});
  CHECK(argument(out.diagnostics.all()[0], "character") == "U+0000");
  CHECK(argument(out.diagnostics.all()[3], "character") == "U+0085");
  CHECK(out.diagnostics.all()[1].excerpt == "c?d?[31m");  // nothing that a terminal would obey
  for (int byte = 0; byte < 0x20; ++byte) {
    const bool fine = byte == '\t' || byte == '\n' || byte == '\r';
    CHECK(decode("some text" + std::string(1, static_cast<char>(byte))).text.has_value() == fine);
  }
}

TEST_CASE("a lost character and a BOM in the middle are errors") {
  CHECK(told(decode("Ume\xEF\xBF\xBD").diagnostics) == Told{"text-replacement-character 1:4"});
  CHECK(told(decode("a\n\xEF\xBB\xBF" "b").diagnostics) == Told{"text-control-character 2:1"});
  CHECK(told(decode("\xFF\xFE"s + "a\0\xFD\xFF"s).diagnostics) == Told{"text-replacement-character 1:2"});
}

TEST_CASE("control characters keep the other complaints in their places") {
  const Outcome out = decode("\xE5\x01\xE4\x81\n\x02\x8D");
  CHECK(told(out.diagnostics) ==
        Told{"text-control-character 1:2", "text-undefined-byte 1:4", "text-control-character 2:1", "text-undefined-byte 2:2"});
  const Outcome wide = decode("\xEF\xBB\xBF" "a\xC2\x85\xEF\xBF\xBD\xFF" "b\xFE");
  CHECK(told(wide.diagnostics) ==
        Told{"text-control-character 1:2", "text-replacement-character 1:3", "text-invalid-utf8 1:4", "text-invalid-utf8 1:6"});
}

TEST_CASE("a file that is no text is said to be what it is, once") {
  const auto only = [](std::string bytes) {
    const Outcome out = decode(std::move(bytes));
    CHECK_FALSE(out.text.has_value());
    return told(out.diagnostics);
  };
  CHECK(only("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0............\x13\0\0\0[Content_Types].xml\0\xFF\x81"s) == Told{"file-is-xlsx 0:0"});
  CHECK(only("PK\x03\x04\x14\0\0\0 data.csv"s) == Told{"file-is-archive 0:0"});
  CHECK(only("\x1F\x8B\x08\0"s) == Told{"file-is-archive 0:0"});
  CHECK(only("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s) == Told{"file-is-xls 0:0"});
  CHECK(only("%PDF-1.7\n%\xE2\xE3\xCF\xD3"s) == Told{"file-is-pdf 0:0"});
  CHECK(only("\x89PNG\r\n\x1A\n"s) == Told{"file-is-image 0:0"});
  CHECK(only("\xEF\xBB\xBF\r\n <!DOCTYPE html><p>Logga in"s) == Told{"file-is-web-page 0:0"});
  CHECK(only("<HTML>"s) == Told{"file-is-web-page 0:0"});
  CHECK(only("\xFF\xFE"s + "<\0h\0t\0m\0l\0"s) == Told{"file-is-web-page 0:0"});
  CHECK(only("<?xml version=\"1.0\"?>"s) == Told{"file-is-xml 0:0"});
  CHECK(only("a\0;\0b\0\n\0"s) == Told{"text-other-encoding 0:0"});
  CHECK(only("\0a\0;\0b\0\n"s) == Told{"text-other-encoding 0:0"});
  CHECK(only("\xFF\xFE\0\0a\0\0\0"s) == Told{"text-other-encoding 0:0"});
  CHECK(decode("<5;<html\n").text.has_value());
}

TEST_CASE("a binary file gives at most a thousand complaints and then says that it gave up") {
  const Outcome out = decode("a" + std::string(100'000, '\x01'));
  REQUIRE(out.diagnostics.errors() == most_complaints + 1);
  CHECK(told(out.diagnostics).back() == "too-many-complaints 1:1002");
}

TEST_CASE("an excerpt of a very long line is cut between characters, and empty beyond the cut") {
  std::string text = "x";
  for (int i = 0; i < 500; ++i) text += "å";
  const std::string shown = excerpt_at(text, 10);
  CHECK(shown.size() == 399);
  CHECK(excerpt_at(text, 900).empty());
  CHECK(excerpt_at("a\rb\r\nc", 2) == "b");
  CHECK(excerpt_at("a\rb\r\nc", 4) == "b");
  CHECK(excerpt_at("a\rb\r\nc", 5) == "c");
  CHECK(excerpt_at("", 0).empty());
}
