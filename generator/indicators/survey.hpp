// Survey answers of a whole region. Answers are about persons: nothing here may be shown before the gate has judged it.
#pragma once
#include <vector>

#include "indicators/figures.hpp"

namespace lagesbild::indicators {

// By round, statement and role; only where somebody answered. O(groups).
std::vector<SurveyFigures<Raw>> survey_of_region(const model::Facts& facts);

}  // namespace lagesbild::indicators
