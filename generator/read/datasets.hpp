// One function a dataset: a table to facts. They are called in this order, since later ones look things up in earlier ones.
#pragma once
#include "base/diagnostics.hpp"
#include "model/facts.hpp"
#include "read/csv.hpp"
#include "source/site.hpp"

namespace lagesbild::read {

void read_units(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics);
void read_reviews(const CsvTable& csv, const source::Site& site, model::Facts& facts, Diagnostics& diagnostics);
void read_published_aggregates(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics);
void read_published_counts(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics);
void read_statements(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics);
void read_benchmarks(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics);
void read_recommendations(const CsvTable& csv, model::Facts& facts, Diagnostics& diagnostics);

}  // namespace lagesbild::read
