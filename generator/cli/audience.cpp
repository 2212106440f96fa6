// --audience, which several commands have.
#include <array>
#include <iostream>

#include "base/text.hpp"
#include "cli/codes.hpp"
#include "cli/commands.hpp"

namespace lagesbild::cli {

bool choose_audience(const std::string& word, Common& common) {
  common.audience = parse_audience(word);
  if (common.audience) return true;
  std::array<std::string_view, all_audiences.size()> known;
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = to_string(all_audiences[i]);
  Diagnostics diagnostics;
  diagnostics.error(code::no_such_audience, {}, {{"seen", word}, {"like", std::string{did_you_mean(word, known)}}});
  print(std::cerr, diagnostics, common.language);
  return false;
}

std::string audience_words(Audience audience, Language language) {
  const bool swedish = language == Language::sv;
  switch (audience) {
    case Audience::open: return swedish ? "för alla" : "for everybody";
    case Audience::intranet: return swedish ? "för intranätet" : "for the intranet";
    case Audience::management: return swedish ? "för ledningen" : "for the management";
  }
  return {};
}

}  // namespace lagesbild::cli
