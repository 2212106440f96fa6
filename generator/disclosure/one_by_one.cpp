#include "disclosure/one_by_one.hpp"

#include <numeric>

#include "disclosure/gate.hpp"

namespace lagesbild::disclosure {

std::optional<Reason> withheld_one_by_one(std::span<const int> counts, int smallest_group) {
  const std::int64_t n = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  if (n == 0) return std::nullopt;
  for (const int count : counts) {
    if (const auto reason = withheld_because({n, std::nullopt, 0, count}, smallest_group)) return reason;
  }
  return std::nullopt;
}

bool may_stand_alone(const indicators::AnswerCounts& shown, const Policy& policy) {
  return !withheld_one_by_one(std::span{shown}.first(opinions_to_tell), policy.smallest_group);
}

}  // namespace lagesbild::disclosure
