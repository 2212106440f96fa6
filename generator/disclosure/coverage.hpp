// Who has handed in what may be told to those who hand in: it says whether something came, never how much, so nothing is withheld.
#pragma once
#include "indicators/coverage.hpp"

namespace lagesbild::disclosure {

using indicators::Coverage;
using indicators::CoverageColumn;

}  // namespace lagesbild::disclosure
