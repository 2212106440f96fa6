// What earlier releases have told: as text, and what follows from it for the next release.
#include "disclosure/ledger.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "catch.hpp"
#include "disclosure/codes.hpp"
#include "made_release.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;

namespace {

LedgerRow share(const std::string& group = "f0", std::int64_t k = 9) {
  return {"annual_reports/regular", "regular", "0123456789ab", "forum", group, "ba9876543210", "2025", {3, 0, k, 15, std::nullopt}};
}

LedgerRow mean() {
  LedgerRow row = share();
  row.indicator = "hours";
  row.value.spread = indicators::Spread{0.1 + 0.2, 1.0 / 3, indicators::Quartiles{1e-17, 2.5, -3}};
  return row;
}

bool same(const LedgerRow& a, const LedgerRow& b) {
  return ledger_text({a}) == ledger_text({b}) && a.value.n == b.value.n && a.value.k == b.value.k && a.value.units == b.value.units;
}

bool same(const std::vector<LedgerRow>& a, const std::vector<LedgerRow>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) { return same(one, other); });
}

// What is wrong with a record, as code, file and line.
std::string fault(const std::string& text) {
  const auto read = Ledger::read({{"sound", ledger_text({share("other")})}, {"record", text}});
  if (read) return "nothing";
  std::string told{read.failure().code.id};
  for (const Argument& argument : read.failure().arguments) told += " " + argument.name + "=" + argument.value;
  return told;
}

// A line of these cells, between tabs, with its sum.
std::string line_of(const std::string& cells) { return cells + "\t" + sha256_hex(cells).substr(0, 8) + "\n"; }

std::string heading(std::size_t lines) { return "lagesbild-ledger\t1\t" + std::to_string(lines) + "\n"; }

std::string damaged(int line) { return "ledger-damaged file=record line=" + std::to_string(line); }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("what a record says is read back alike, to the last digit") {
  LedgerRow plain = mean(), alone = mean();
  plain.period = "2024", plain.value.spread->quartiles.reset();
  alone.period = "2023", alone.value.spread = indicators::Spread{-0.0625, std::nullopt, std::nullopt};
  LedgerRow unit = share("Åby;1 \"x\"");
  unit.group_kind = "unit";
  const std::vector<LedgerRow> rows{share(), mean(), plain, alone, unit};
  const auto ledger = Ledger::read({{"record", ledger_text(rows)}});
  REQUIRE(ledger);
  CHECK(same(ledger.value().rows(), rows));
  CHECK(ledger.value().rows()[1].value.spread->mean == 0.1 + 0.2);
  CHECK(ledger.value().rows()[1].value.spread->sd == 1.0 / 3);
  CHECK(ledger.value().rows()[1].value.spread->quartiles->lower == 1e-17);
  CHECK_FALSE(ledger.value().rows()[3].value.spread->sd);
  CHECK(ledger.value().rows()[4].group == "Åby;1 \"x\"");
}

TEST_CASE("where nothing has been told there is nothing to record, and an empty ledger to read") {
  CHECK(ledger_text({}).empty());
  CHECK(Ledger::read({}).value().empty());
  CHECK(Ledger::read({{"record", heading(0)}}).value().empty());
}

TEST_CASE("of two releases that tell the same number the first counts") {
  const Ledger ledger = test::ledger_of({{share("f0", 9)}, {share("f0", 10), share("f1", 8)}});
  CHECK(same(ledger.rows(), {share("f0", 9), share("f1", 8)}));
}

TEST_CASE("a record that was cut or changed is told of by file and line") {
  const std::string text = ledger_text({share("f0"), share("f1"), mean()});
  CHECK(fault(text) == "nothing");
  CHECK(fault(replaced(text, "f1", "f2")) == damaged(3));
  CHECK(fault(replaced(text, "\t9\t15", "\t8\t15")) == damaged(2));
  CHECK(fault(replaced(text, "lagesbild-ledger\t1", "lagesbild-ledger\t2")) == damaged(1));
  CHECK(fault(text.substr(heading(3).size())) == damaged(1));
  CHECK(fault(replaced(text, "\n", "\n\n")) == damaged(2));
  CHECK(fault(text + heading(0)) == damaged(5));
  CHECK(fault(text + "\n") == damaged(5));
  CHECK(fault(replaced(text, "\n", "\r\n")) == damaged(1));
}

TEST_CASE("wherever a record was cut it is noticed") {
  const std::string text = ledger_text({share("f0"), mean()});
  for (std::size_t size = 0; size < text.size(); ++size) {
    INFO(size);
    const std::string left = text.substr(0, size);
    CHECK(fault(left) == damaged(1 + static_cast<int>(std::count(left.begin(), left.end(), '\n'))));
  }
}

TEST_CASE("whatever character of a record is another, it is noticed") {
  const std::string text = ledger_text({mean()});
  for (std::size_t at = 0; at < text.size(); ++at) {
    INFO(at);
    std::string other = text;
    other[at] = other[at] == '7' ? '8' : '7';
    CHECK(fault(other) != "nothing");
  }
}

TEST_CASE("a line with too few columns, too many or none that can be read fails, though its sum is right") {
  const std::string cells = "q\tregular\thash\tforum\tf0\thash\t2025\t3\t9\t15\t\t\t\t\t";
  CHECK(fault(heading(1) + line_of(cells)) == "nothing");
  CHECK(fault(heading(1) + line_of(cells.substr(0, cells.size() - 1))) == damaged(2));
  CHECK(fault(heading(1) + line_of(cells + "\tmore")) == damaged(2));
  CHECK(fault(heading(1) + line_of("")) == damaged(2));
  for (const auto& [what, by] : {std::pair{"\t9\t", "\t\t"}, {"\t9\t", "\tnine\t"}, {"\t15\t", "\t-1\t"}, {"\t15\t", "\t15 \t"},
                                 {"\t2025\t", "\t\t"}, {"regular", ""}, {"q\t", "\t"}, {"15\t", "15\tx"}, {"15\t\t", "15\t4.5\tx"},
                                 {"15\t\t\t", "15\t4.5\t1\t4"}}) {
    INFO(what << " " << by);
    CHECK(fault(heading(1) + line_of(replaced(cells, what, by))) == damaged(2));
  }
}
