// What the readers of datasets share: the tables of a dataset, and how rows name units, areas, rounds and each other. A dataset may come
// in several files (one a year), so a row is a table and a number.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/facts.hpp"
#include "read/table.hpp"
#include "source/site.hpp"

namespace lagesbild::read {

using Tables = std::vector<Table>;

struct Spot {
  Table* table = nullptr;
  std::size_t row = 0;
  Place place(std::size_t field) const { return table->place(row, field); }
};

// Rows with the same key as an earlier one, in whichever file, are left out: with a warning when they are the same in every cell,
// otherwise with an error; both name both places. Only for datasets whose description has a key.
void refuse_repeated(Tables& tables);

// The unit that a cell means: by id, or by an id in other case, a name or another name that only one unit has. That is worth a warning,
// once a file for each name.
class UnitIndex {
 public:
  UnitIndex() = default;
  UnitIndex(const std::vector<model::Unit>& units, std::vector<Place> places);
  std::optional<std::size_t> find(Table& table, std::size_t row, std::size_t field);
  // Complains when the unit did not exist on any day from `from` to `to`, naming the unit's own row too.
  bool existed(Table& table, std::size_t row, std::size_t field, std::size_t unit, Date from, Date to) const;
  const Place& place(std::size_t unit) const { return places_[unit]; }
  bool empty() const { return units_ == nullptr || units_->empty(); }

 private:
  std::optional<std::size_t> find_by_name(Table& table, std::size_t row, std::size_t field, std::string_view seen);
  const std::vector<model::Unit>* units_ = nullptr;
  std::vector<Place> places_;                            // of the units' rows
  std::map<std::string, std::size_t, std::less<>> ids_;
  std::multimap<std::string, std::size_t> names_;        // heading_key of ids, names and other names
  std::set<std::pair<const Table*, std::string>> warned_;
  std::size_t likened_ = 0;                              // finding a like name takes time: only for the first ones
};

// By its letter, in any case.
std::optional<std::size_t> area_of(std::string_view letter, const model::Framework& framework);
std::optional<std::size_t> find_area(Table& table, std::size_t row, std::size_t field, const model::Framework& framework);
// By its id; a hyphen will do for a dash.
std::optional<std::size_t> find_round(Table& table, std::size_t row, std::size_t field, const std::vector<model::Round>& rounds);

// By its id, once the statements are read.
std::optional<std::size_t> find_statement(Table& table, std::size_t row, std::size_t field, const model::Facts& facts);

// Choices that the program counts by: in the order of model::Role and of model::SurveyGroup::answers, not of the description.
inline constexpr std::array<std::string_view, 4> role_ids{"st_doctor", "supervisor", "manager", "study_director"};
inline constexpr std::array<std::string_view, model::survey_answers> answer_ids{"agree",   "neutral",     "disagree", "none",
                                                                               "under_1", "from_1_to_2", "over_2"};
template <std::size_t n>
std::optional<std::size_t> index_of(const std::array<std::string_view, n>& ids, std::string_view id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  return found == ids.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - ids.begin())};
}

struct Reading {
  const source::Site& site;
  model::Facts& facts;
  Diagnostics& diagnostics;
  // Datasets with rows that could not be read: what others say of them cannot be called unknown.
  std::set<std::string, std::less<>> lost_rows = {};
  UnitIndex units = {};                // from read_units on
  std::vector<Place> reviews = {};     // of Facts::reviews, from read_reviews on
  std::vector<std::string_view> indicators = {};  // ids that measures may name; none: any
};

// One function a dataset, in this order, since later ones look things up in earlier ones.
void read_units(Tables& tables, Reading& reading);
void read_reviews(Tables& tables, Reading& reading);
void read_findings(Tables& tables, Reading& reading);
void read_annual_reports(Tables& tables, Reading& reading);
void read_statements(Tables& tables, Reading& reading);
void read_survey(Tables& tables, Reading& reading);
void read_benchmarks(Tables& tables, Reading& reading);
void read_published_aggregates(Tables& tables, Reading& reading);
void read_published_counts(Tables& tables, Reading& reading);
void read_measures(Tables& tables, Reading& reading);
void read_measure_figures(Tables& tables, Reading& reading);  // of the measures that have been read
void read_good_examples(Tables& tables, Reading& reading);
void read_comments(Tables& tables, Reading& reading);
void read_events(Tables& tables, Reading& reading);

}  // namespace lagesbild::read
