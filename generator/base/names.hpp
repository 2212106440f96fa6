// Guesses whether a sentence is about one person, for somebody who reads it before it is shown. It misses names and takes other words for
// names: nothing may be let through or stopped by it. What is certain is found by personal_data.hpp.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace lagesbild {

using KnownWords = std::set<std::string, std::less<>>;  // capitalised words that are no names of persons here, such as places

// The words of a name of a place or an organisation, each for itself.
void add_known(KnownWords& known, std::string_view name);

struct PersonHints {
  bool name = false;  // a capital letter inside the sentence on a word that is not known, or after a title on any
  bool one = false;   // she, he and their like
};
PersonHints person_hints(std::string_view sentence, const KnownWords& known);

}  // namespace lagesbild
