// What earlier releases have told about persons. It cannot be taken back, and a later number beside an earlier one tells what has come
// between them: one late report is one person's answer. So a time that has been told of is settled: later releases repeat what was told
// then and add nothing to it. Whoever wants to begin anew empties the ledger, and knows that both can be compared.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "disclosure/questions.hpp"

namespace lagesbild::disclosure {

// One number that was told.
struct LedgerRow {
  std::string question;
  std::string indicator;                          // its id; of the survey page: answer:0, answer:1 ..., with k of n
  std::string definition;                         // a hash of what it counts
  std::string group_kind, group;                  // kind unit: of a single unit
  std::string members;                            // a hash of the units in it
  std::string period;
  indicators::Value value;                        // as it was shown
};

class Ledger {
 public:
  // The files of earlier releases, by name and text. Fails on the first line that cannot be read: without it nothing could be protected.
  static Result<Ledger> read(const std::vector<std::pair<std::string, std::string>>& files);

  bool empty() const { return rows_.empty(); }
  const std::vector<LedgerRow>& rows() const { return rows_; }

 private:
  std::vector<LedgerRow> rows_;                   // each number once: the first that was told
};

// Of a release, the rows that earlier ones have not told; empty when there are none.
std::string ledger_text(const std::vector<LedgerRow>& rows);

// Compares what was told with what would be told now, and settles it: see Question::settled.
void settle(Questions& questions, const Ledger& ledger, const indicators::Measured& measured, const model::Facts& facts,
            int smallest_group);

class Protection;

// What this release tells about persons and the ledger does not have yet.
std::vector<LedgerRow> newly_told(const Protection& protection, const Ledger& ledger, const indicators::Measured& measured,
                                  const model::Facts& facts);

}  // namespace lagesbild::disclosure
