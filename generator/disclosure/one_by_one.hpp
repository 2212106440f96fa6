// Answers of persons that are told one by one, each a share of its own: classes of hours, and agree, neutral, disagree where a page shows
// all three. What a reader would get wrong: that the share that agrees may be told does not mean that the other two may be told apart.
#pragma once
#include <optional>
#include <span>

#include "disclosure/cell.hpp"
#include "disclosure/policy.hpp"
#include "indicators/figures.hpp"

namespace lagesbild::disclosure {

inline constexpr std::size_t opinions_to_tell = 3;  // agree, neutral, disagree come before the classes of hours

// By the primary rules, of counts that add up to all who answered; nothing when nobody did.
std::optional<Reason> withheld_one_by_one(std::span<const int> counts, int smallest_group);

// Whether agree, neutral and disagree of a shown cell may be told one by one.
bool may_stand_alone(const indicators::AnswerCounts& shown, const Policy& policy);

}  // namespace lagesbild::disclosure
