#include "indicators/survey.hpp"

#include <map>
#include <numeric>
#include <tuple>

namespace lagesbild::indicators {

std::vector<SurveyFigures<Raw>> survey_of_region(const model::Facts& facts) {
  std::map<std::tuple<std::size_t, std::size_t, model::Role>, AnswerCounts> sums;
  for (const model::SurveyGroup& group : facts.survey) {
    AnswerCounts& sum = sums[{group.round, group.statement, group.role}];
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += group.answers[i];
  }
  std::vector<SurveyFigures<Raw>> figures;
  for (const auto& [key, counts] : sums) {
    const auto& [round, statement, role] = key;
    if (std::accumulate(counts.begin(), counts.end(), 0) > 0) figures.push_back({round, statement, role, counts});
  }
  return figures;
}

}  // namespace lagesbild::indicators
