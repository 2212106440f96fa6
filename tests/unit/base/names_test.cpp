// All names here are made up.
#include "base/names.hpp"

#include "catch.hpp"

using namespace lagesbild;

namespace {

KnownWords places() {
  KnownWords known;
  add_known(known, "Norrby vårdcentral");
  add_known(known, "S:t Exempels läkarhus");
  return known;
}

bool name_in(const char* sentence) { return person_hints(sentence, places()).name; }

}  // namespace

TEST_CASE("a capital letter inside a sentence may be a name") {
  for (const char* sentence : {"Kontakta dr Exempelsson.", "Dr. Exempelsson är ofta borta.", "Exempla Exempelsson leder gruppen.",
                               "Det sköts av Exempla.", "A. Exempelsson håller i det.", "Handledaren Åsa-Exempla är bra."}) {
    CHECK(name_in(sentence));
  }
}

TEST_CASE("known places, organisations, abbreviations and the first word are no names") {
  for (const char* sentence : {"Handledningen fungerar.", "ST-läkarna och AT-läkarna får EKG och KOL enligt SPUR.",
                               "De går till Norrby varje vecka.", "Norrbys plan följer Socialstyrelsen.", "Delmål C4 nås på S:t Exempels.",
                               "Kursen hålls i Region Norrby.", "It is held on Monday in May."}) {
    CHECK_FALSE(name_in(sentence));
  }
}

TEST_CASE("after a title also the name of a place may be that of a person") {
  CHECK(name_in("Samtalen förs med doktor Norrby."));
  CHECK(name_in("Studierektor Norrby kommer."));
}

TEST_CASE("she, he and their like speak of one person") {
  CHECK(person_hints("Hon är sällan där.", {}).one);
  CHECK(person_hints("ST-läkaren och hans handledare ses.", {}).one);
  CHECK(person_hints("The manager knows her unit.", {}).one);
  CHECK_FALSE(person_hints("De handlar och hänger ihop, men inte hela tiden.", {}).one);
}
