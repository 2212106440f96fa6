// What a region decides about its indicators: content/sites/<site>/indicators.yaml. The file and every key of it may be left out; what
// holds then stands here.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "indicators/definition.hpp"
#include "indicators/statistics.hpp"

namespace lagesbild::indicators {

struct Settings {
  Confidence outlier_limit = Confidence::percent_99_8;  // better or worse than the group: beyond this funnel limit
  int difference_points = 10;                           // from a benchmark: more than this is marked
  int disagreement_points = 15;                         // between the sources about an area: at least this is told
  int pool_years = 3;                                   // years put together, for groups that are small in one year; 0: none
  int pool_from = 2020;                                 // first year of the first pool; pools never slide
  std::vector<int> patients = {3000, 8000, 12000};      // listed patients: the first value of each size band but the lowest
  std::vector<int> st_doctors = {2, 4};                 // the same of ST doctors, when similar units are looked for
  int similar_units = 8;                                // fewer than this are not compared with
  int gap_percent = 50;                                 // the few that matter: as many as explain this much of the gap
  int gap_most = 10;                                    // but never more than this many
};

// Nothing after an error. What the region has decided of single indicators is written into `definitions`: another target, a break of
// its own (a question that was put differently from a day on), or that the indicator is not used.
std::optional<Settings> read_settings(std::string file, std::string text, std::vector<Definition>& definitions, Diagnostics& diagnostics);

}  // namespace lagesbild::indicators
