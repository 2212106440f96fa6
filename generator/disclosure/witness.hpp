// The proof that what is withheld cannot be computed from the finished site: for each withheld number two tables of whole numbers that give
// exactly what the site says and differ in that number by at least three. Finding them is hard, checking them is adding up: whoever checks
// needs neither the rules nor a solver. Witnesses hold what persons answered, so they are never part of a site.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "disclosure/protection.hpp"

namespace lagesbild::disclosure {

// The rows of a layout by the names that the site calls them.
struct NamedLayout {
  Layout layout;
  std::vector<std::pair<std::string, std::string>> groups;  // kind and id
  std::vector<std::string> units;                            // ids
  std::vector<std::string> periods;                          // ids, by span
};

// What an indicator counts, by the categories of its question.
struct WitnessedIndicator {
  std::string id;
  bool mean = false;
  double scale = 1;                                // of the answers to a mean: 100 when they are hundredths
  std::vector<std::size_t> numerator, rest;
};

struct Witness {
  std::string question;
  std::size_t layout = 0;
  std::vector<WitnessedIndicator> indicators;
  std::vector<std::int64_t> answers;               // by category
  std::vector<Counts> table;                       // by category: one that gives what the site says
  std::vector<bool> known;                         // by row: told on the site, or by others
  std::vector<bool> secret;                        // by row: withheld; a row that is neither is no number of the site
  Slots frozen = 0;                                // repeated from earlier releases: nothing is shown anew, no walk goes there
  std::vector<bool> open;                          // by row: nothing can protect it, since others have told too much already
  std::vector<Need> needs;
  std::vector<Walk> walks;                         // from `table` to two others
  std::vector<Proof> proofs;
};

struct Witnesses {
  std::vector<NamedLayout> layouts;
  std::vector<Witness> questions;
};

Witnesses witnesses_of(const Protection& protection, const indicators::Measured& measured, const model::Facts& facts);

// The finished file of the indicators' values, as its readers get it, against the witnesses: every number in it is that of the tables,
// both tables of every proof give all of them, no count is negative, and every withheld number has its proofs. What is wrong, one line
// each, in English; at most 20. `indicator_values` empty: a site without that file.
std::vector<std::string> faults_of(const Witnesses& witnesses, std::string_view indicator_values);

// As text, for those who audit. The tables are not the real ones: they are moved along some of the walks first, as far as all proofs
// stand.
std::string to_text(Witnesses witnesses);
// Fails on the first line that cannot be read.
Result<Witnesses> read_witnesses(std::string_view text);

}  // namespace lagesbild::disclosure
