// The tables of a data quality report as CSV for Excel: semicolons, UTF-8 with its mark, nothing that a spreadsheet would run.
#pragma once
#include <string>

#include "view/report.hpp"

namespace lagesbild::view {

std::string complaints_csv(const ReportData& data, const ReportFile& file, const Texts& texts);
std::string coverage_csv(const ReportData& data, const Texts& texts);

}  // namespace lagesbild::view
