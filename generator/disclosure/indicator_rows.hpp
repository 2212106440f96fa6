// The values of the indicators as rows to download: what the pages show, and for what is protected only that it is.
#pragma once
#include <string>
#include <vector>

namespace lagesbild::disclosure {

struct Release;

// Cells as they stand in the file: decimals with a comma, empty where there is nothing to say.
struct IndicatorRow {
  std::string indicator, group_kind, group, period, kind, value, numerator, denominator, lower, upper, judgement, withheld;
};

// By indicator, period and group; then the units of today, where they may be shown, for the period that is told first. A group that
// nobody in the period belongs to has no row, unless its cell is withheld whether anybody does.
std::vector<IndicatorRow> indicator_rows(const Release& release);

}  // namespace lagesbild::disclosure
