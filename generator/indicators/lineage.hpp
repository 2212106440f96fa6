// Which units count when, and with whose reviews: a unit that has merged or changed its name counts once, as what it is, with the history
// of what it was.
#pragma once
#include <cstddef>
#include <vector>

#include "model/facts.hpp"

namespace lagesbild::indicators {

// Where each unit's own reviews begin in facts.reviews, which are sorted by unit; one more at the end.
std::vector<std::size_t> first_reviews(const model::Facts& facts);

// The reviews of a unit and of those it came from, however many steps back; oldest first. Indices into facts.reviews.
std::vector<std::size_t> history(const model::Facts& facts, const std::vector<std::size_t>& first, std::size_t unit);

// Whether the unit counts in a span of days: it was there, and had not become another unit that counts instead of it.
bool counts_between(const model::Facts& facts, const model::Unit& unit, Date from, Date to);

// The last day of a round that has begun, as far as anybody can know.
Date last_day(const model::Round& round, Date as_of);

// The latest of these reviews that was made within the round, or null.
const model::Review* review_in(const model::Facts& facts, const std::vector<std::size_t>& reviews, const model::Round& round);

}  // namespace lagesbild::indicators
