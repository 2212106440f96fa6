#include "read/facts.hpp"

#include <utility>

#include "read/csv.hpp"
#include "read/datasets.hpp"

namespace lagesbild::read {

model::Facts read_facts(std::vector<fetch::Copy>& copies, const source::Site& site, model::Framework framework, Diagnostics& diagnostics) {
  model::Facts facts;
  facts.framework = std::move(framework);
  for (const source::Group& forum : site.forums) facts.forums.push_back({forum.id, forum.name});
  for (const source::Period& round : site.rounds) facts.rounds.push_back({round.id, round.from, round.to});

  // Hands the dataset's table to its reader, if the site has that dataset. The bytes go with the table.
  const auto with = [&](std::string_view dataset, const auto& read) {
    for (fetch::Copy& copy : copies) {
      if (copy.source->dataset != dataset) continue;
      if (const auto csv = parse_csv(copy.shown_as, std::move(copy.bytes), diagnostics)) read(*csv);
    }
  };
  with("units", [&](const CsvTable& csv) { read_units(csv, facts, diagnostics); });
  with("reviews", [&](const CsvTable& csv) { read_reviews(csv, site, facts, diagnostics); });
  with("published_aggregates", [&](const CsvTable& csv) { read_published_aggregates(csv, facts, diagnostics); });
  with("published_counts", [&](const CsvTable& csv) { read_published_counts(csv, facts, diagnostics); });
  with("statements", [&](const CsvTable& csv) { read_statements(csv, facts, diagnostics); });
  with("benchmarks", [&](const CsvTable& csv) { read_benchmarks(csv, facts, diagnostics); });
  with("recommendations", [&](const CsvTable& csv) { read_recommendations(csv, facts, diagnostics); });
  return facts;
}

}  // namespace lagesbild::read
