#include "disclosure/free_text.hpp"

#include "base/prose.hpp"
#include "catch.hpp"
#include "disclosure/release.hpp"
#include "made_region.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;

namespace {

constexpr const char* said = "Handledningen fungerar. Enheten saknar EKG. Schemat är fullt.";

// Two units with a review each, and the same finding in both; a good example at the first.
model::Facts facts_with(const std::string& text = said) {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.units = {test::made_unit("E1"), test::made_unit("E2")};
  facts.reviews = {test::made_review(0, "2024-03-01", "A B"), test::made_review(1, "2024-04-01", "A B")};
  facts.findings = {{0, 1, "weakness", "", "", text, "", {}, ""}, {1, 1, "weakness", "", "", text, "", {}, ""}};
  facts.comments = {{0, test::day("2024-03-08"), "Det stämmer."}, {0, test::day("2024-05-08"), "Vi har köpt EKG. Ring Exempla."}};
  facts.good_examples = {{0, 1, "", "Mötet leds av alla", "Var och en leder. Alla lär sig.", "", {}}};
  return facts;
}

model::Approval approval(const char* sentence, const char* dataset = "findings", const char* id = "R0-2024-03-01") {
  return {text_hash(sentence), dataset, id, "studierektor", test::day("2024-05-04"), {"approvals.csv", 2, 1, {}}};
}

struct Approved {
  explicit Approved(const model::Facts& facts, const std::vector<model::Approval>& approvals)
      : texts(approved_texts(facts, indicators::compute(facts, test::day("2024-06-01")).units, approvals, diagnostics)) {}
  std::string words(std::size_t unit = 0) const { return texts.findings.at(unit).empty() ? "" : texts.findings[unit][0].text.words(); }
  Diagnostics diagnostics;
  ApprovedTexts texts;
};

}  // namespace

TEST_CASE("only approved sentences leave, and it shows where some are left out", "[disclosure]") {
  CHECK(Approved{facts_with(), {}}.words().empty());
  CHECK(Approved{facts_with(), {approval("Enheten saknar EKG.")}}.words() == "[…] Enheten saknar EKG. […]");
  CHECK(Approved{facts_with(), {approval("Handledningen fungerar."), approval("Schemat är fullt.")}}.words() ==
        "Handledningen fungerar. […] Schemat är fullt.");
  const std::vector all{approval("Handledningen fungerar."), approval("Enheten saknar EKG."), approval("Schemat är fullt.")};
  CHECK(Approved{facts_with(), all}.words() == said);
}

TEST_CASE("the same words about another unit are not approved with it", "[disclosure]") {
  const Approved one{facts_with(), {approval("Enheten saknar EKG.")}};
  CHECK(one.words(1).empty());
  const auto waiting = sentences_to_approve(facts_with(), {approval("Enheten saknar EKG.")}).waiting;
  REQUIRE(waiting.size() == 9);
  CHECK(waiting[0].where.size() == 2);
  CHECK(waiting[2].text == "Enheten saknar EKG.");
  CHECK(waiting[2].where == std::vector<std::pair<std::string, std::string>>{{"findings", "R1-2024-04-01"}});
}

TEST_CASE("any change of a sentence withdraws its approval, and that is told", "[disclosure]") {
  for (const char* changed : {"Enheten saknar ekg.", "Enheten saknar EKG", "Enheten saknar EKG och mer."}) {
    const Approved one{facts_with(changed), {approval("Enheten saknar EKG.")}};
    CHECK(one.words().empty());
    REQUIRE(one.diagnostics.warnings() == 1);
    CHECK(one.diagnostics.all()[0].code == Code{"approval-withdrawn"});
    CHECK(one.diagnostics.all()[0].place.line == 2);
  }
  const Approved broken{facts_with("Enheten\n saknar  EKG."), {approval("Enheten saknar EKG.")}};
  CHECK(broken.words().empty());  // a line end ends a sentence
  CHECK(Approved{facts_with("  Enheten \xC2\xA0 saknar  EKG. "), {approval("Enheten saknar EKG.")}}.words() == "Enheten saknar EKG.");
}

TEST_CASE("a text that its file says is approved as a whole is shown as a whole", "[disclosure]") {
  model::Facts facts = facts_with();
  facts.findings[0].approved_by = "studierektor";
  facts.findings[0].approved_on = test::day("2024-05-04");
  CHECK(Approved{facts, {}}.words().empty());  // without a checksum nobody knows which text
  facts.findings[0].text_hash = text_hash(said);
  CHECK(Approved{facts, {}}.words() == said);
  CHECK(Approved{facts, {}}.words(1).empty());
  facts.findings[0].approved_by.clear();
  CHECK(Approved{facts, {}}.words().empty());
}

TEST_CASE("a good example needs its title approved, and a sentence of its text", "[disclosure]") {
  const auto title = approval("Mötet leds av alla", "good_examples", "E1");
  const auto text = approval("Alla lär sig.", "good_examples", "E1");
  CHECK(Approved{facts_with(), {title}}.texts.examples.empty());
  CHECK(Approved{facts_with(), {text}}.texts.examples.empty());
  const Approved both{facts_with(), {title, text}};
  REQUIRE(both.texts.examples.size() == 1);
  CHECK(both.texts.examples[0].unit == 0);
  CHECK(both.texts.examples[0].title.words() == "Mötet leds av alla");
  CHECK(both.texts.examples[0].text.words() == "[…] Alla lär sig.");
  CHECK(both.texts.examples[0].approved_on == test::day("2024-05-04"));
  auto later = text;
  later.on = test::day("2024-05-09");
  CHECK(Approved{facts_with(), {title, later}}.texts.examples.at(0).approved_on == test::day("2024-05-09"));
}

TEST_CASE("a unit's comment is its latest with an approved sentence", "[disclosure]") {
  const auto early = approval("Det stämmer.", "comments", "E1");
  const auto late = approval("Vi har köpt EKG.", "comments", "E1");
  CHECK_FALSE(Approved{facts_with(), {approval("Det stämmer.", "comments", "E2")}}.texts.comments.at(0));
  CHECK(Approved{facts_with(), {early}}.texts.comments.at(0)->text.words() == "Det stämmer.");
  const Approved both{facts_with(), {early, late}};
  CHECK(both.texts.comments.at(0)->text.words() == "Vi har köpt EKG. […]");
  CHECK(both.texts.comments.at(0)->written_on == test::day("2024-05-08"));
  CHECK_FALSE(both.texts.comments.at(1));
}

TEST_CASE("themes are those of the latest review, each once, whether or not its words are approved", "[disclosure]") {
  model::Facts facts = facts_with();
  facts.reviews.push_back(test::made_review(1, "2024-05-01", "A B"));
  facts.findings[0].theme = "EKG";
  facts.findings[1].theme = "Schema";  // of a review that is not the latest
  for (const char* kind : {"weakness", "strength", "weakness"}) {
    facts.findings.push_back({2, 0, kind, "Handledning", "", "Ord.", "", {}, ""});
  }
  const Approved none{facts, {}};
  REQUIRE(none.texts.themes.at(0).size() == 1);
  CHECK(none.texts.themes[0][0].theme == "EKG");
  REQUIRE(none.texts.themes.at(1).size() == 2);
  CHECK(none.texts.themes[1][0].kind == "strength");
  CHECK(none.texts.themes[1][1].kind == "weakness");
}

TEST_CASE("sentences to approve come once each, with what may point out a person", "[disclosure]") {
  const auto all = sentences_to_approve(facts_with("Bra. Tala med Exempla! Hon kan. Ring 070-123 45 67."), {});
  REQUIRE(all.waiting.size() == 10);
  CHECK(all.waiting[1].hints.name);
  CHECK_FALSE(all.waiting[0].hints.name);
  CHECK(all.waiting[2].hints.one);
  CHECK(all.waiting[3].personal_data);
  CHECK(all.approved == 0);
}

TEST_CASE("texts are for those who may see the field that they come from", "[disclosure]") {
  Release release;
  release.units.resize(1);
  release.texts = Approved{facts_with(), {approval("Enheten saknar EKG."), approval("Det stämmer.", "comments", "E1")}}.texts;
  release.texts.themes.at(0) = {{std::nullopt, "weakness", "EKG"}};
  narrow_texts(release);
  CHECK(release.texts.themes.at(0).empty());
  CHECK(release.texts.findings.at(0).empty());  // the unit's reviews are withheld
}
