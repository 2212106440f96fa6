#include "indicators/lineage.hpp"

#include <algorithm>

namespace lagesbild::indicators {

std::vector<std::size_t> first_reviews(const model::Facts& facts) {
  std::vector<std::size_t> first(facts.units.size() + 1);
  std::size_t next = 0;
  for (std::size_t unit = 0; unit < first.size(); ++unit) {
    first[unit] = next;
    while (next < facts.reviews.size() && facts.reviews[next].unit == unit) ++next;
  }
  return first;
}

std::vector<std::size_t> history(const model::Facts& facts, const std::vector<std::size_t>& first, std::size_t unit) {
  std::vector<std::size_t> reviews;
  std::vector<std::size_t> lineage{unit};
  for (std::size_t i = 0; i < lineage.size(); ++i) {
    const std::size_t one = lineage[i];
    for (std::size_t review = first[one]; review < first[one + 1]; ++review) reviews.push_back(review);
    lineage.insert(lineage.end(), facts.units[one].predecessors.begin(), facts.units[one].predecessors.end());
  }
  if (lineage.size() > 1) {
    std::stable_sort(reviews.begin(), reviews.end(),
                     [&](std::size_t a, std::size_t b) { return facts.reviews[a].date < facts.reviews[b].date; });
  }
  return reviews;
}

bool counts_between(const model::Facts& facts, const model::Unit& unit, Date from, Date to) {
  return unit.exists_between(from, to) && !(unit.successor && facts.units[*unit.successor].exists_between(from, to));
}

const model::Review* review_in(const model::Facts& facts, const std::vector<std::size_t>& reviews, const model::Round& round) {
  for (auto i = reviews.rbegin(); i != reviews.rend(); ++i) {
    const model::Review& review = facts.reviews[*i];
    if (round.from <= review.date && review.date <= round.to) return &review;
  }
  return nullptr;
}

Date last_day(const model::Round& round, Date as_of) { return std::max(round.from, std::min(round.to, as_of)); }

}  // namespace lagesbild::indicators
