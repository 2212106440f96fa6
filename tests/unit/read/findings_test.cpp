#include "base/hash.hpp"
#include "catch.hpp"
#include "datasets_support.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

// Reviews R1 and R2 of E1 and E2.
DatasetRead reviewed() {
  return two_units().reviews("review_id;unit_id;framework;review_date;A;B\nR1;E1;made;2021-03-01;A;A\nR2;E2;made;2022-01-01;A;A\n");
}
DatasetRead findings(const std::string& rows) {
  return reviewed().file("findings", "review_id;area;kind;theme;sub_goal;text;approved_by;approved_on;text_hash\n" + rows);
}
DatasetRead examples(const std::string& rows) {
  return two_units().file("good_examples", "unit_id;area;theme;title;text;approved_by;approved_on\n" + rows);
}

}  // namespace

TEST_CASE("a finding belongs to a review and an area, and may have a theme, sub-goals and a text") {
  const std::string hash = sha256_hex("Mikroskop saknas.");
  DatasetRead read = findings("R1;B;Svaghet;utrustning;C4;Mikroskop saknas.;studierektor;2021-05-01;" + hash + "\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().findings.size() == 1);
  const model::Finding& finding = read.facts().findings[0];
  CHECK(finding.review == 0);
  CHECK(finding.area == 1);
  CHECK(finding.kind == "weakness");
  CHECK(finding.theme == "utrustning");
  CHECK(finding.sub_goal == "C4");
  CHECK(finding.text == "Mikroskop saknas.");
  CHECK(finding.approved_by == "studierektor");
  CHECK(to_string(finding.approved_on.value()) == "2021-05-01");
  CHECK(finding.text_hash == hash);
}

TEST_CASE("a text that has changed since it was approved is no longer an approved one") {
  DatasetRead read = findings("R1;B;weakness;;;Mikroskop saknas!;studierektor;2021-05-01;" + sha256_hex("Mikroskop saknas.") + "\n");
  CHECK(read.told() == Told{"warning approved-text-changed 2:17"});
  CHECK(read.argument(0, "by") == "studierektor");
  CHECK(read.facts().findings.at(0).approved_by.empty());
}

TEST_CASE("a checksum may be written in capital letters, and holds whatever program wrote the lines of the text") {
  std::string hash = sha256_hex("Rad ett.\nRad två.");
  for (char& c : hash) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const char* end : {"\n", "\r\n", "\r"}) {
    DatasetRead read = findings(std::string{"R1;B;weakness;;;\"Rad ett."} + end + "Rad två.\";studierektor;2021-05-01;" + hash + "\n");
    CHECK(read.told() == Told{});
    CHECK(read.facts().findings.at(0).approved_by == "studierektor");
  }
}

TEST_CASE("a finding is of a known review, area and kind") {
  DatasetRead read = findings("R3;B;weakness;;;;;;\nR1;Q;weakness;;;;;;\nR1;A;brister?;;;;;;\n");
  CHECK(read.told() == Told{"not-one-of 4:6", "unknown-review 2:1", "unknown-area 3:4"});
}

TEST_CASE("a text is not approved before its review, nor in the future") {
  DatasetRead read = findings("R1;B;weakness;;;Ord;x;2021-02-28;\nR1;A;weakness;;;Ord;x;2021-03-01;\n");
  CHECK(read.told() == Told{"approved-before-review 2:23"});
  CHECK(read.other(0) == "reviews.csv 2:1");
  CHECK(findings("R1;B;weakness;;;Ord;x;2026-07-01;\n").told() == Told{"date-in-future 2:23"});
}

TEST_CASE("findings stand by review, then area, whatever the order of the rows") {
  const auto order = [](const std::string& rows) {
    DatasetRead read = findings(rows);
    std::string out;
    for (const model::Finding& one : read.facts().findings) {
      out += std::to_string(one.review) + one.kind[0] + std::to_string(*one.area) + one.text + " ";
    }
    return out;
  };
  const std::string a = "R2;A;weakness;;;x;;;\n", b = "R1;B;strength;;;y;;;\n", c = "R1;A;weakness;;;z;;;\n", d = "R1;B;strength;;;w;;;\n";
  CHECK(order(a + b + c + d) == "0w0z 0s1w 0s1y 1w0x ");
  CHECK(order(d + c + b + a) == order(a + b + c + d));
}

TEST_CASE("the same finding twice counts once, and another one of the same theme is another") {
  DatasetRead read = findings("R1;A;weakness;tid;;x;;;\nR1;A;weakness;tid;;x;;;\nR1;A;weakness;tid;;y;;;\n");
  CHECK(read.told() == Told{"warning row-twice 3:1"});
  CHECK(read.facts().findings.size() == 2);
}

TEST_CASE("a comment says in which role it is written, or nothing") {
  const auto comments = [](const std::string& rows) { return two_units().file("comments", "unit_id;written_on;text;role\n" + rows); };
  DatasetRead read = comments("E1;2026-01-01;Ord.;Verksamhetschef\nE1;2026-01-02;Ord.;handledarna\nE2;2026-01-01;Ord.;\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().comments.size() == 3);
  CHECK(read.facts().comments[0].role == "head_of_clinic");
  CHECK(read.facts().comments[1].role == "supervisors");
  CHECK(read.facts().comments[2].role.empty());
  CHECK(comments("E1;2026-01-01;Ord.;Anna\n").told() == Told{"not-one-of 2:20"});
}

TEST_CASE("a comment longer than its bound is told, and one just as long is not") {
  const auto told = [](std::size_t length) {
    return two_units().file("comments", "unit_id;written_on;text\nE1;2026-01-01;" + std::string(length, 'a') + "\n").told();
  };
  CHECK(told(1000) == Told{});
  CHECK(told(1001) == Told{"text-too-long 2:15"});
}

TEST_CASE("comments come by unit and date, and have words") {
  const auto comments = [](const std::string& rows) { return two_units().file("comments", "unit_id;written_on;text\n" + rows); };
  DatasetRead read = comments("E2;2026-01-02;Sist.\nE1;2026-02-01;Nu.\nE1;2026-01-01;Då.\n");
  CHECK(read.told() == Told{});
  REQUIRE(read.facts().comments.size() == 3);
  CHECK(read.facts().comments[0].text == "Då.");
  CHECK(read.facts().comments[1].text == "Nu.");
  CHECK(read.facts().comments[2].unit == 1);
  CHECK(comments("E3;2026-01-02;Ord.\n").told() == Told{"unknown-unit 2:1"});
  CHECK(comments("E1;2026-01-02;\n").told() == Told{"empty-cell 2:15"});
  CHECK(comments("E1;;Ord.\n").told() == Told{"empty-cell 2:4"});
}

TEST_CASE("a good example comes from a unit that there is") {
  DatasetRead read = examples("E2;;tid;Andra;;;\nAlfa;b;;Första;\"Så gjorde vi.\nSå blev det.\";studierektor;2026-01-01\n");
  CHECK(read.told() == Told{"warning unit-by-name 3:1"});
  REQUIRE(read.facts().good_examples.size() == 2);
  const model::GoodExample& first = read.facts().good_examples[0];
  CHECK(first.unit == 0);
  CHECK(first.area == 1);
  CHECK(first.title == "Första");
  CHECK(first.text == "Så gjorde vi.\nSå blev det.");
  CHECK(first.approved_by == "studierektor");
  CHECK(read.facts().good_examples[1].theme == "tid");
  CHECK(examples("E3;;;Rubrik;;;\n").told() == Told{"unknown-unit 2:1"});
  CHECK(examples("E1;;;;;;\n").told() == Told{"empty-cell 2:6"});
}
