// Releases of made-up regions one after another: what each tells of persons, its file of the indicators' values, and what it leaves beside.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "disclosure/release.hpp"
#include "made_indicators.hpp"

namespace lagesbild::test {

struct MadeRelease {
  disclosure::Release release;
  disclosure::Evidence evidence;
  std::string csv;                                // indicator_values.csv
};

inline model::Dataset indicator_values() {
  model::Dataset made;
  made.id = made.form_of = "indicator_values";
  for (const char* name : {"indicator", "group_kind", "group", "period", "kind", "value", "numerator", "denominator", "withheld"}) {
    made.fields.push_back(made_field(name, model::FieldType::text));
    made.fields.back().audience = Audience::open;
  }
  return made;
}

inline indicators::Definition named(std::string id, std::string_view count) {
  indicators::Definition definition = made_definition(count);
  definition.id = std::move(id);
  return definition;
}

inline MadeRelease released(model::Facts facts, const std::vector<indicators::Definition>& definitions,
                            const disclosure::Ledger& ledger = {}, const disclosure::Policy& policy = open_policy(),
                            Date as_of = day(made_today)) {
  facts.datasets = {indicator_values()};
  const auto figures = indicators::compute(facts, as_of);
  auto numbers = measured(facts, definitions, {}, {}, as_of);
  MadeRelease made;
  made.release = disclosure::judge(std::move(facts), figures, policy, as_of, Audience::intranet, std::move(numbers), {1, &ledger},
                                   &made.evidence);
  for (disclosure::Download& one : made.release.downloads) made.csv = std::move(one.csv);
  return made;
}

// The ledger after releases that told this.
inline disclosure::Ledger ledger_of(const std::vector<std::vector<disclosure::LedgerRow>>& told) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& rows : told) {  // a release that tells nothing new is not recorded
    if (!rows.empty()) files.emplace_back("record " + std::to_string(files.size() + 1), disclosure::ledger_text(rows));
  }
  return disclosure::Ledger::read(files).value();
}
inline disclosure::Ledger ledger_of(const MadeRelease& made) { return ledger_of({made.evidence.newly_told}); }

// A region where some is told and some is not: three forums of three units, one of two, and two units in none. Each has five reports
// a year, three of them with yes, and hours by turns.
inline model::Facts region_of_reports(const std::vector<int>& years) {
  model::Facts facts;
  facts.framework = made_framework(1);
  facts.rounds = {{"R1", day("2019-01-01"), day("2022-12-31")}};
  facts.statements.resize(1);
  facts.statements[0].id = "breadth";
  facts.report_questions = made_questions();
  for (const char* id : {"f0", "f1", "f2", "f3"}) facts.forums.push_back(made_forum(id));
  for (std::size_t u = 0; u < 13; ++u) {
    facts.units.push_back(made_unit("E" + std::to_string(10 + u), u < 11 ? std::optional{u / 3} : std::nullopt));
    for (const int year : years) {
      facts.reports.push_back(regular_reports(u, year, 3, 2));
      facts.reports.back().questions[hours] = {{400, 2}, {500, 3}};
    }
  }
  put_in_order(facts);
  return facts;
}

}  // namespace lagesbild::test
