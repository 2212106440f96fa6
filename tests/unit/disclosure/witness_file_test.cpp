// Witnesses as text for those who audit: what is read back proves the same, and what was damaged on its way is not taken for it.
#include <algorithm>

#include "catch.hpp"
#include "disclosure/codes.hpp"
#include "disclosure/witness.hpp"
#include "made_release.hpp"

using namespace lagesbild;
using namespace lagesbild::disclosure;
using test::MadeRelease;
using test::named;
using test::Random;

namespace {

MadeRelease made(const std::vector<int>& years) {
  return test::released(test::region_of_reports(years), {named("regular", test::regular_share), named("hours", test::hours_mean)});
}

std::string joined(const std::vector<std::string>& faults) {
  std::string all;
  for (const std::string& fault : faults) all += fault + "\n";
  return all;
}

// The number of the line that cannot be read; 0: all can.
int unreadable(std::string_view text) {
  const auto read = read_witnesses(text);
  if (read) return 0;
  CHECK(read.failure().code.id == code::witness_unreadable.id);
  return std::stoi(read.failure().arguments.at(0).value);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::size_t first(const std::vector<std::string>& lines, const std::string& word) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with(word + "\t")) return i;
  }
  throw std::runtime_error("no line " + word);
}

}  // namespace

TEST_CASE("what is read back proves what was written") {
  const MadeRelease release = made({2024, 2025});
  const auto read = read_witnesses(to_text(release.evidence.witnesses));
  REQUIRE(read);
  const Witnesses &then = release.evidence.witnesses, &now = read.value();
  CHECK(joined(faults_of(now, release.csv)).empty());
  REQUIRE(now.questions.size() == then.questions.size());
  REQUIRE(now.layouts.size() == then.layouts.size());
  for (std::size_t i = 0; i < then.questions.size(); ++i) {
    CHECK(now.questions[i].question == then.questions[i].question);
    CHECK(now.questions[i].known == then.questions[i].known);
    CHECK(now.questions[i].secret == then.questions[i].secret);
    CHECK(now.questions[i].needs == then.questions[i].needs);
    CHECK(now.questions[i].proofs.size() == then.questions[i].proofs.size());
    CHECK(now.questions[i].walks.at(0).up == then.questions[i].walks.at(0).up);
    CHECK(now.questions[i].walks.at(0).down == then.questions[i].walks.at(0).down);
  }
  CHECK(now.layouts[0].periods == then.layouts[0].periods);
  CHECK(now.layouts[0].layout.held == then.layouts[0].layout.held);
  CHECK(now.layouts[0].layout.members == then.layouts[0].layout.members);
}

TEST_CASE("what is read back finds the same faults of a file that is wrong") {
  const MadeRelease release = made({2025});
  const auto read = read_witnesses(to_text(release.evidence.witnesses));
  REQUIRE(read);
  std::string csv = release.csv;
  const std::string told = "regular;forum;f0;2025;share;\"60,00\";9;15;";
  csv.replace(csv.find(told), told.size(), "regular;forum;f0;2025;share;\"60,00\";8;15;");
  CHECK_FALSE(faults_of(read.value(), csv).empty());
}

TEST_CASE("the text is the same every time, and reads back whatever the region") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    Random random{seed};
    model::Facts facts = test::random_region(random, test::Forums::some_without, 15);
    test::random_succession(random, facts);
    facts.report_questions = test::made_questions();
    for (std::size_t u = 0; u < facts.units.size(); ++u) {
      for (int year = 2022; year < 2026; ++year) {
        if (random.one_in(4)) continue;
        facts.reports.push_back(test::regular_reports(u, year, static_cast<int>(random.below(9)), static_cast<int>(random.below(6))));
      }
    }
    test::put_in_order(facts);
    const MadeRelease release = test::released(facts, {named("regular", test::regular_share)});
    const std::string text = to_text(release.evidence.witnesses);
    CHECK(text == to_text(release.evidence.witnesses));
    const auto read = read_witnesses(text);
    REQUIRE(read);
    CHECK(joined(faults_of(read.value(), release.csv)) == "");
  }
}

TEST_CASE("the text does not hold the real answers where it can move away from them") {
  const MadeRelease release = made({2024, 2025});
  const auto read = read_witnesses(to_text(release.evidence.witnesses));
  REQUIRE(read);
  for (std::size_t i = 0; i < release.evidence.witnesses.questions.size(); ++i) {
    const Witness &real = release.evidence.witnesses.questions[i], &written = read.value().questions[i];
    std::size_t moved = 0;
    for (std::size_t category = 0; category < real.table.size(); ++category) {
      const Counts &then = real.table[category], &now = written.table[category];
      for (std::size_t cell = 0; cell < then.size(); ++cell) moved += then[cell] != now[cell];
    }
    CHECK(moved > 0);
  }
}

TEST_CASE("a text that was cut anywhere cannot be read") {
  const std::string text = to_text(made({2025}).evidence.witnesses);
  REQUIRE(unreadable(text) == 0);
  CHECK(unreadable("") > 0);
  for (std::size_t size = 0; size < text.size(); size += size + 300 < text.size() ? 7U : 1U) {
    INFO(size << " of " << text.size());
    if (unreadable(text.substr(0, size)) == 0) FAIL("read, though it was cut");
  }
}

TEST_CASE("a line that is missing, twice or in the wrong place cannot be read") {
  const auto lines = lines_of(to_text(made({2025}).evidence.witnesses));
  for (const char* word : {"layout", "group", "unit", "span", "question", "indicator", "category", "known", "secret", "open", "need",
                           "walk", "proof"}) {
    INFO(word);
    const std::size_t at = first(lines, word);
    auto without = lines, twice = lines, moved = lines;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
    twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(at), lines[at]);
    std::rotate(moved.begin() + static_cast<std::ptrdiff_t>(at), moved.begin() + static_cast<std::ptrdiff_t>(at) + 1, moved.end());
    CHECK(unreadable(text_of(without)) > 0);
    CHECK(unreadable(text_of(twice)) > 0);
    CHECK(unreadable(text_of(moved)) > 0);
  }
}

TEST_CASE("the line that cannot be read is named") {
  const auto lines = lines_of(to_text(made({2025}).evidence.witnesses));
  for (const char* word : {"witnesses", "span", "question", "walk", "proof"}) {
    auto other = lines;
    const std::size_t at = first(lines, word);
    other[at].insert(other[at].size() - 1, "x");
    CHECK(unreadable(text_of(other)) == static_cast<int>(at) + 1);
    other[at] = lines[at];
    other[at].insert(other[at].size() - 1, "\t0");
    CHECK(unreadable(text_of(other)) > 0);
  }
  CHECK(unreadable("lagesbild-witnesses\t2\n") == 1);
}

TEST_CASE("numbers that lie outside the tables cannot be read") {
  const auto lines = lines_of(to_text(made({2025}).evidence.witnesses));
  const auto with = [&](const char* word, const std::string& line) {
    auto other = lines;
    other[first(lines, word)] = line + "\n";
    return unreadable(text_of(other));
  };
  CHECK(with("unit", "unit\tE10\t99\t1\t0") > 0);          // became nothing
  CHECK(with("unit", "unit\tE10\t0\t1\t99") > 0);          // in no group
  CHECK(with("unit", "unit\tE10\t0\t2\t1\t0") > 0);        // not in order
  CHECK(with("span", "span\t2025\t0") > 0);                // of no time
  CHECK(with("need", "need\t1\t99") > 0);
  CHECK(with("known", "known\t1\t1") > 0);                 // not of every row
  CHECK(with("walk", "walk\t1\t99\t0\t0\t1\t0") > 0);      // a unit that is not there
  CHECK(with("walk", "walk\t1\t0\t9\t0\t1\t0") > 0);       // a slot
  CHECK(with("walk", "walk\t1\t0\t0\t99\t1\t0") > 0);      // a category
  CHECK(with("walk", "walk\t-1\t0") > 0);
}

TEST_CASE("units that became each other in a ring cannot be read") {
  auto lines = lines_of(to_text(made({2025}).evidence.witnesses));
  const std::size_t at = first(lines, "unit");
  REQUIRE(lines[at].starts_with("unit\tE10\t0\t"));
  REQUIRE(lines[at + 1].starts_with("unit\tE11\t1\t"));
  std::swap(lines[at][9], lines[at + 1][9]);
  CHECK(unreadable(text_of(lines)) > 0);
}

TEST_CASE("a count, a walk or a proof that was changed on its way is found") {
  const MadeRelease release = made({2025});
  const auto lines = lines_of(to_text(release.evidence.witnesses));
  const auto faults = [&](const std::vector<std::string>& other) {
    const auto read = read_witnesses(text_of(other));
    return !read ? std::string{"unreadable"} : joined(faults_of(read.value(), release.csv));
  };
  REQUIRE(faults(lines).empty());
  for (const char* word : {"category", "walk", "proof", "need"}) {
    INFO(word);
    auto other = lines;
    std::string& line = other[first(lines, word)];
    char& digit = line[line.size() - 2];
    digit = digit == '9' ? '8' : static_cast<char>(digit + 1);
    CHECK_FALSE(faults(other).empty());
  }
}
