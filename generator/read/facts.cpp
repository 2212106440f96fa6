#include "read/facts.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/personal_data.hpp"
#include "base/text.hpp"
#include "read/dataset_codes.hpp"
#include "read/opening.hpp"
#include "read/reading.hpp"

namespace lagesbild::read {
namespace {

// Grids and the tables over them, which point into the grids.
class AllTables {
 public:
  AllTables(std::vector<fetch::Copy>& copies, const std::vector<model::Dataset>& descriptions, Date as_of, model::Facts& facts,
            Diagnostics& diagnostics) {
    for (fetch::Copy& copy : copies) {
      const auto forms = forms_of(copy.source->dataset, descriptions);
      if (forms.empty()) {
        diagnostics.error(code::dataset_not_described, copy.source->place, {{"dataset", copy.source->dataset}});
        lost_.insert(copy.source->dataset);
        continue;
      }
      if (std::any_of(forms.begin(), forms.end(), [](const model::Dataset* form) { return form->about_persons; })) {
        about_persons_.insert(copy.shown_as);
      }
      const std::size_t before = diagnostics.errors();
      auto grid = open_grid(copy, forms, diagnostics);
      if (diagnostics.errors() != before) lost_.insert(copy.source->dataset);
      if (grid == nullptr) continue;
      const Grid& opened = *grids_.emplace_back(std::move(grid));
      Table table{opened, choose_form(opened, forms), as_of, diagnostics};
      facts.tables.push_back({copy.shown_as, table.usable() ? table.rows() : opened.rows()});
      if (!table.usable()) lost_.insert(copy.source->dataset);
      else tables_[copy.source->dataset].push_back(std::move(table));
    }
    for (auto& [dataset, tables] : tables_) refuse_repeated(tables);
  }

  // Datasets of which rows could not be read.
  const std::set<std::string, std::less<>>& lost_rows() const { return lost_; }
  // Files, as they are shown, whose rows are about a person each: no message may repeat one.
  const std::set<std::string>& about_persons() const { return about_persons_; }
  // Those that their readers gave up since.
  void add_lost(std::set<std::string, std::less<>>& lost) const {
    for (const auto& [dataset, tables] : tables_) {
      if (std::any_of(tables.begin(), tables.end(), [](const Table& table) { return !table.usable(); })) lost.insert(dataset);
    }
  }
  Tables& of(const std::string& dataset) { return tables_[dataset]; }

 private:
  std::vector<std::unique_ptr<Grid>> grids_;
  std::map<std::string, Tables> tables_;
  std::set<std::string, std::less<>> lost_;
  std::set<std::string> about_persons_;
};

// What is to be told of what was found. A message may show the line that a fault stands in: nobody's number is to be read there either.
Diagnostics told(const Diagnostics& found, const std::set<std::string, std::less<>>& lost_rows,
                 const std::set<std::string>& about_persons) {
  static constexpr std::pair<const char*, Code> follows_from[] = {
      {"units", code::unknown_unit},
      {"units", code::unknown_predecessor},
      {"reviews", code::unknown_review},
      {"statements", code::unknown_statement}};
  const auto only_follows = [&](const Diagnostic& one) {
    return std::any_of(std::begin(follows_from), std::end(follows_from),
                       [&](const auto& from) { return one.code == from.second && lost_rows.contains(from.first); });
  };
  Diagnostics masked;
  for (Diagnostic one : found.all()) {
    if (only_follows(one)) continue;
    one.excerpt = about_persons.contains(one.place.file) ? std::string{} : mask_personal_data(one.excerpt);
    for (Argument& argument : one.arguments) argument.value = mask_personal_data(argument.value);
    masked.add(std::move(one));
  }
  return masked;
}

}  // namespace

model::Facts read_facts(std::vector<fetch::Copy>& copies, const source::Site& site, model::Framework framework,
                        std::vector<model::Dataset> descriptions, Diagnostics& diagnostics,
                        const std::vector<std::string>& indicators) {
  model::Facts facts;
  facts.framework = std::move(framework);
  for (const source::Group& forum : site.forums) facts.forums.push_back({forum.id, forum.name});
  for (const source::Period& round : site.rounds) facts.rounds.push_back({round.id, round.from, round.to});

  Diagnostics found;
  AllTables tables{copies, descriptions, site.as_of, facts, found};
  Reading reading{site, facts, found, tables.lost_rows()};
  reading.indicators.assign(indicators.begin(), indicators.end());
  read_units(tables.of("units"), reading);
  // Without units, every row about one would be called unknown.
  const auto about_units = [&](const char* dataset, const auto& read) {
    if (!reading.units.empty()) read(tables.of(dataset), reading);
  };
  about_units("reviews", read_reviews);
  about_units("findings", read_findings);
  about_units("annual_reports", read_annual_reports);
  read_statements(tables.of("statements"), reading);
  about_units("survey", read_survey);
  read_benchmarks(tables.of("benchmarks"), reading);
  read_published_aggregates(tables.of("published_aggregates"), reading);
  read_published_counts(tables.of("published_counts"), reading);
  read_measures(tables.of("measures"), reading);
  read_measure_figures(tables.of("measure_figures"), reading);
  about_units("good_examples", read_good_examples);
  about_units("comments", read_comments);
  read_events(tables.of("events"), reading);
  tables.add_lost(reading.lost_rows);
  diagnostics.merge(told(found, reading.lost_rows, tables.about_persons()));

  auto& deliveries = facts.deliveries;
  std::sort(deliveries.begin(), deliveries.end());
  deliveries.erase(std::unique(deliveries.begin(), deliveries.end()), deliveries.end());
  facts.datasets = std::move(descriptions);
  return facts;
}

}  // namespace lagesbild::read
