// Tables as text to facts, with what was said of them.
#pragma once
#include <string>

#include "made_region.hpp"
#include "read/csv.hpp"
#include "read/datasets.hpp"
#include "told.hpp"

namespace lagesbild::read {

// A framework of the areas A and B, two forums, two rounds, and today as 2026-06-30.
inline model::Facts facts_setup() {
  model::Facts facts;
  facts.framework = test::made_framework(2);
  facts.forums = {test::made_forum("norr"), test::made_forum("soder")};
  facts.rounds = {{"2019–2022", test::day("2019-01-01"), test::day("2022-12-31")},
                  {"2024–2026", test::day("2024-01-01"), test::day("2026-12-31")}};
  return facts;
}

inline source::Site site_setup() {
  source::Site site;
  site.as_of = test::day("2026-06-30");
  return site;
}

struct DatasetRead {
  model::Facts facts = facts_setup();
  Diagnostics diagnostics{};

  template <class Reader>
  DatasetRead& table(const std::string& text, const Reader& reader) {
    if (const auto csv = parse_csv("t.csv", text, diagnostics)) reader(*csv, facts, diagnostics);
    return *this;
  }
  DatasetRead& units(const std::string& text) { return table(text, read_units); }
  DatasetRead& reviews(const std::string& text) {
    return table(text, [](const CsvTable& csv, model::Facts& f, Diagnostics& d) { read_reviews(csv, site_setup(), f, d); });
  }
  Told told() const { return read::told(diagnostics); }
  std::string argument(std::size_t index, const std::string& name) const { return read::argument(diagnostics.all().at(index), name); }
};

inline DatasetRead two_units() { return DatasetRead{}.units("unit_id;name\nE1;Alfa\nE2;Beta\n"); }

}  // namespace lagesbild::read
