#include "read/approvals.hpp"

#include "base/prose.hpp"
#include "catch.hpp"
#include "told.hpp"

using namespace lagesbild;
using namespace lagesbild::read;

namespace {

const std::string head = "hash;dataset;id;approved_by;approved_on\n";
const std::string hash = text_hash("Enheten saknar EKG.");

Told told_of(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto approvals = read_approvals("approvals.csv", bytes, diagnostics);
  CHECK(approvals.has_value() == !diagnostics.has_errors());
  return told(diagnostics);
}

}  // namespace

TEST_CASE("an approval says which sentence, where it stands, who and when") {
  Diagnostics diagnostics;
  const auto approvals = read_approvals("approvals.csv", head + hash + ";findings;R1;studierektor;2026-05-04\n", diagnostics);
  REQUIRE(approvals);
  REQUIRE(approvals->size() == 1);
  const model::Approval& one = approvals->front();
  CHECK(one.hash == hash);
  CHECK(one.dataset == "findings");
  CHECK(one.id == "R1");
  CHECK(one.by == "studierektor");
  CHECK(to_string(one.on) == "2026-05-04");
  CHECK(one.place.line == 2);
}

TEST_CASE("every mistake in a line of approvals is told where it stands") {
  CHECK(told_of(head + "abc;findings;R1;studierektor;2026-05-04\n") == Told{"approvals-hash 2:1"});
  CHECK(told_of(head + hash + ";reviews;R1;studierektor;2026-05-04\n") == Told{"approvals-dataset 2:66"});
  CHECK(told_of(head + hash + ";findings;;;2026-05-04\n") == Told{"approvals-empty 2:75", "approvals-empty 2:76"});
  CHECK(told_of(head + hash + ";findings;R1;studierektor;4 maj\n") == Told{"approvals-date 2:91"});
  CHECK(told_of(head + hash + ";findings;R1;anna.b@region.se;2026-05-04\n") == Told{"email-address 2:78"});
  CHECK(told_of(head + hash + ";findings;R1;a;2026-05-04\n" + hash + ";findings;R1;b;2026-05-05\n") == Told{"approvals-twice 3:1"});
  CHECK(told_of("hash;dataset\n" + hash + ";findings\n") == Told{"approvals-headings 1:1"});
  CHECK(told_of(head).empty());
}

TEST_CASE("the file is written sorted, and read back as it was written") {
  const auto of = [](const char* id, const char* sentence) {
    return model::Approval{text_hash(sentence), "findings", id, "studierektor; \"norr\"", parse_date("2026-05-04").value(), {}};
  };
  const std::string text = approvals_text({of("R2", "b"), of("R1", "c"), of("R1", "a")});
  CHECK(text == approvals_text({of("R1", "a"), of("R2", "b"), of("R1", "c")}));
  Diagnostics diagnostics;
  const auto again = read_approvals("approvals.csv", text, diagnostics);
  REQUIRE(again);
  CHECK(again->size() == 3);
  CHECK(again->front().by == "studierektor; \"norr\"");
  CHECK(approvals_text(*again) == text);
}
