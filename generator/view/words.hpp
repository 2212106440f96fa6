// Small phrases that many pages share: ages, lists in a sentence.
#pragma once
#include <string>
#include <vector>

#include "base/date.hpp"
#include "view/texts.hpp"

namespace lagesbild::view {

// "3 år", "8 månader", "mindre än en månad". Years alone from two years on, and then rounded down, as people count ages.
std::string age_in_words(const Texts& texts, Date from, Date to);
std::string months_in_words(const Texts& texts, int months);

// "A", "A och B", "A, B och C".
std::string join_in_words(const Texts& texts, const std::vector<std::string>& items);

// "Privat, minst 12 000 listade" as "privat, minst 12 000 listade".
std::string inside_sentence(std::string text);

}  // namespace lagesbild::view
