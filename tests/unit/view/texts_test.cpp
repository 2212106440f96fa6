#include "view/texts.hpp"

#include <limits>

#include "catch.hpp"
#include "page_words.hpp"
#include "told_fully.hpp"
#include "view/words.hpp"

using namespace lagesbild;
using test::Told;
using view::Texts;

namespace {

Texts texts_of(const std::string& yaml, Language language = Language::sv) {
  Diagnostics diagnostics;
  auto texts = Texts::load(language, "t.yaml", yaml, diagnostics);
  CHECK(test::told_fully(diagnostics) == Told{});
  REQUIRE(texts);
  return std::move(*texts);
}

Told complaints(const std::string& yaml) {
  Diagnostics diagnostics;
  CHECK_FALSE(Texts::load(Language::sv, "t.yaml", yaml, diagnostics));
  return test::told_fully(diagnostics);
}

const std::string numbers = "number:\n  under: under {value}\n  over: över {value}\n  and: och\n";

}  // namespace

TEST_CASE("a text is found by the path of its key, and its placeholders are filled") {
  const Texts texts = texts_of("a:\n  b: \"{x} och {y}, {x}\"\n  c: utan\nd: \"{ ensam\"\n");
  CHECK(texts.say("a.b", {{"x", "1"}, {"y", "två"}}) == "1 och två, 1");
  CHECK(texts.say("a.c") == "utan");
  CHECK(texts.say("a.c", {{"x", "1"}}) == "utan");
  CHECK(texts.say("d", {{"x", "1"}}) == "{ ensam");
  CHECK(texts.say("a.b", {{"x", "{y}"}, {"y", "2"}}) == "{y} och 2, {y}");  // what is filled in is not read again
}

TEST_CASE("a template may use texts that are the same everywhere, and no others") {
  const Texts texts = texts_of("fast: text\nfylld: \"{x}\"\nformer: {one: en, other: fler}\n");
  CHECK(texts.fixed("fast") == "text");
  CHECK_FALSE(texts.fixed("fylld"));
  CHECK_FALSE(texts.fixed("former"));
  CHECK_FALSE(texts.fixed("saknas"));
}

TEST_CASE("one is one and everything else is other") {
  const Texts texts = texts_of("n: {one: \"{n} enhet i {where}\", other: \"{n} enheter i {where}\"}\nlika: \"{n} år\"\n");
  CHECK(texts.counted("n", 0, {{"where", "norr"}}) == "0 enheter i norr");
  CHECK(texts.counted("n", 1, {{"where", "norr"}}) == "1 enhet i norr");
  CHECK(texts.counted("n", 2, {{"where", "norr"}}) == "2 enheter i norr");
  CHECK(texts.counted("n", 12345, {{"where", "norr"}}) == "12\u00a0345 enheter i norr");
  CHECK(texts.counted("lika", 1) == "1 år");
}

TEST_CASE("a text with forms has both of them, and nothing else is one") {
  CHECK(complaints("a: {other: x}\n") == Told{"t.yaml:1:4 yaml-missing-key"});
  CHECK(complaints("a: {one: x, other: y, many: z}\n") == Told{"t.yaml:1:23 yaml-unknown-key"});
  CHECK(complaints("a: [x]\n") == Told{"t.yaml:1:4 text-form"});
  CHECK(complaints("a:\n  b:\nc: [x]\n") == Told{"t.yaml:2:5 text-form", "t.yaml:3:4 text-form"});
}

TEST_CASE("a share is said in whole per cent, and neither none nor all is said of what is between") {
  const Texts texts = texts_of(numbers);
  CHECK(texts.percent(0, 1000) == "0\u00a0%");
  CHECK(texts.percent(1, 1000) == "under 1\u00a0%");
  CHECK(texts.percent(4, 1000) == "under 1\u00a0%");
  CHECK(texts.percent(5, 1000) == "1\u00a0%");
  CHECK(texts.percent(1, 8) == "13\u00a0%");
  CHECK(texts.percent(1, 2) == "50\u00a0%");
  CHECK(texts.percent(994, 1000) == "99\u00a0%");
  CHECK(texts.percent(995, 1000) == "över 99\u00a0%");
  CHECK(texts.percent(999, 1000) == "över 99\u00a0%");
  CHECK(texts.percent(1000, 1000) == "100\u00a0%");
  CHECK(texts.percent(0, 0) == "–");
}

TEST_CASE("numbers are written as the language does") {
  const Texts sv = texts_of(numbers);
  const Texts en = texts_of("number: {under: less, over: more}\n", Language::en);
  CHECK(sv.decimal(3.975, 2) == "3,98");
  CHECK(en.decimal(3.975, 2) == "3.98");
  CHECK(sv.number(1234567) == "1\u00a0234\u00a0567");
  CHECK(en.number(1234567) == "1,234,567");
  CHECK(en.percent(1, 4) == "25%");
  CHECK(sv.decimal(std::numeric_limits<double>::infinity(), 1) == "–");
  CHECK(sv.decimal(std::numeric_limits<double>::quiet_NaN(), 1) == "–");
}

TEST_CASE("ages are said as people say them") {
  const Texts sv = test::shipped_texts(Language::sv);
  CHECK(view::months_in_words(sv, 0) == "mindre än en månad");
  CHECK(view::months_in_words(sv, 1) == "1 månad");
  CHECK(view::months_in_words(sv, 23) == "23 månader");
  CHECK(view::months_in_words(sv, 24) == "2 år");
  CHECK(view::months_in_words(sv, 35) == "2 år");
  CHECK(view::months_in_words(sv, 36) == "3 år");
  const auto day = [](const char* text) { return parse_date(text).value(); };
  CHECK(view::age_in_words(sv, day("2024-01-31"), day("2024-02-28")) == "mindre än en månad");
  CHECK(view::age_in_words(sv, day("2024-01-31"), day("2024-02-29")) == "1 månad");
  CHECK(view::age_in_words(sv, day("2020-02-29"), day("2022-02-28")) == "2 år");
}

TEST_CASE("lists are joined as in a sentence") {
  const Texts texts = texts_of(numbers);
  CHECK(view::join_in_words(texts, {}).empty());
  CHECK(view::join_in_words(texts, {"A"}) == "A");
  CHECK(view::join_in_words(texts, {"A", "B"}) == "A och B");
  CHECK(view::join_in_words(texts, {"A", "B", "C"}) == "A, B och C");
}

TEST_CASE("the texts that ship are sound in both languages") {
  CHECK(test::shipped_texts(Language::sv).language() == Language::sv);
  CHECK(test::shipped_texts(Language::en).say("number.and") == "and");
}
