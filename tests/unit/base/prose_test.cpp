#include "base/prose.hpp"

#include "base/hash.hpp"
#include "catch.hpp"

using namespace lagesbild;
using Sentences = std::vector<std::string>;

TEST_CASE("a sentence ends with a mark before a capital letter, a digit or a quotation") {
  CHECK(sentences_of("Handledningen fungerar. Den ligger fast i schemat!  Varför? 8 av 10 är nöjda. ”Bra”, sa de.") ==
        Sentences{"Handledningen fungerar.", "Den ligger fast i schemat!", "Varför?", "8 av 10 är nöjda.", "”Bra”, sa de."});
  CHECK(sentences_of("Supervision works. Åsikter finns. Éva är okänd") ==
        Sentences{"Supervision works.", "Åsikter finns.", "Éva är okänd"});
  CHECK(sentences_of("De väntar… Sedan kommer de. Eller inte...") == Sentences{"De väntar…", "Sedan kommer de.", "Eller inte..."});
  CHECK(sentences_of("Vad nu? undrade de. Ja! sa vi") == Sentences{"Vad nu? undrade de.", "Ja! sa vi"});
  CHECK(sentences_of("").empty());
  CHECK(sentences_of(" \n \t ").empty());
}

TEST_CASE("abbreviations, decimals, hours and initials do not end a sentence") {
  for (const char* text : {"Det saknas t.ex. Holter och bl.a. EKG.", "Möten hålls kl. 8 på tisdagar.", "Se nr. 3 och ca. 40 andra.",
                           "Det gäller dvs. ST-läkarna, t. ex. Nya.", "Snittet är 3.5 av 4.0 poäng.", "Prov tas på St. Eriks akut.",
                           "Kontakta dr. Exempelsson.", "A. Exempelsson håller i det.", "E.g. Monday is full, i.e. Tuesday too.",
                           "Läs mer på www.exempel.se om det.", "Den 3. maj hålls mötet.", "fr.o.m. 2024 gäller annat, t.o.m. 2026.",
                           "De lär av varandra m.m. och trivs."}) {
    CHECK(sentences_of(text) == Sentences{text});
  }
}

TEST_CASE("what may end a sentence does so before a capital letter") {
  CHECK(sentences_of("De övar EKG m.m. Allt finns.") == Sentences{"De övar EKG m.m.", "Allt finns."});
  CHECK(sentences_of("Området fick betyg D. Planen kom sent.") == Sentences{"Området fick betyg D.", "Planen kom sent."});
  CHECK(sentences_of("Det var 2019. Sedan dess är det bättre.") == Sentences{"Det var 2019.", "Sedan dess är det bättre."});
  CHECK(sentences_of("De sa: ”Det går bra.” Sedan gick de.") == Sentences{"De sa: ”Det går bra.”", "Sedan gick de."});
}

TEST_CASE("what stands in brackets goes with its sentence") {
  CHECK(sentences_of("Planen finns (se bilagan. Den är lång.) och följs. Bra.") ==
        Sentences{"Planen finns (se bilagan. Den är lång.) och följs.", "Bra."});
  CHECK(sentences_of("En parentes (som aldrig stängs. Här börjar nästa.") ==
        Sentences{"En parentes (som aldrig stängs.", "Här börjar nästa."});
}

TEST_CASE("a line end ends a sentence, and marks of lists are left out") {
  CHECK(sentences_of("Detta saknas:\n- EKG\r\n• spirometri\n\n– ett rum\n1. Köp in. Öva.\n2) Boka") ==
        Sentences{"Detta saknas:", "EKG", "spirometri", "ett rum", "1. Köp in.", "Öva.", "2) Boka"});
  CHECK(sentences_of("-5 grader\n-") == Sentences{"-5 grader", "-"});
}

TEST_CASE("white space of any kind is one blank, and nothing else of a text is lost") {
  CHECK(with_single_blanks("  a\xC2\xA0\t b \n\n c\xE2\x80\xAF" "d ") == "a b c d");
  for (const char* text : {"Hej. Hopp! 8.", "...", "?!? A", "a.B. c", "\xFF. A\xC3", "(.) Å. (", "T.ex. A. B. C. D"}) {
    std::string joined;
    for (const std::string& one : sentences_of(text)) joined += (joined.empty() ? "" : " ") + one;
    CHECK(joined == text);
  }
}

TEST_CASE("the checksum of a text is the same however its lines are broken, and another after any other change") {
  CHECK(text_hash("Enheten saknar EKG.") == sha256_hex("Enheten saknar EKG."));
  CHECK(text_hash(" Enheten\r\n saknar\xC2\xA0" "EKG. ") == text_hash("Enheten saknar EKG."));
  for (const char* text : {"Enheten saknar EKG", "enheten saknar EKG.", "Enheten saknar ekg.", "Enheten saknarEKG."}) {
    CHECK(text_hash(text) != text_hash("Enheten saknar EKG."));
  }
}
