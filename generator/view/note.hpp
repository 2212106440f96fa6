// A sentence or a word that a template shows when it is there.
#pragma once
#include <string>
#include <tuple>

#include "view/fields.hpp"

namespace lagesbild::view {

struct Note {
  std::string text;
  static constexpr auto fields() { return std::tuple{Field{"text", &Note::text, "a sentence or a word"}}; }
};

}  // namespace lagesbild::view
